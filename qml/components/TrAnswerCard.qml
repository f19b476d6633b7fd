import QtQuick
import Trivsel.Theme

// One answer: a drawing (or none) and its word. The card never chooses itself: `picked` asks, `chosen` shows what is
// already on disk. Tapping a chosen card again asks to take the choice back. `row`: drawing and word side by side.
TrChoice {
    id: root

    property bool row: false
    property Item drawing: null
    property TrTapGuard guard: TrTapGuard {}

    // The card of a row is never lower than its word, however little room there is.
    readonly property TrAnswerLabel label: root.contentItem as TrAnswerLabel
    readonly property real leastRow: (root.label ? root.label.wordsHeight : 0) + topPadding + bottomPadding
    readonly property color ink: root.chosen && !root.down ? Theme.color.inkOnChosen : Theme.color.text

    signal picked()

    ringRadius: Theme.radius.l
    implicitWidth: Math.max(Theme.size.faceCardWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.row ? Theme.size.faceRowHeight : Theme.size.faceCardHeight,
                             implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.row && !Theme.cramped ? Theme.size.faceRowPadding : Theme.space.s
    rightPadding: root.row ? (Theme.cramped ? Theme.space.s : Theme.size.faceRowPadding) + Theme.size.badge : Theme.space.s
    verticalPadding: root.row ? Theme.border.chosen : Theme.space.m
    onClicked: {
        if (root.guard.accepts(Date.now()))
            root.picked()
    }

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : root.chosen ? Theme.color.chosenFill : Theme.color.surface
        border.width: root.chosen ? Theme.border.chosen : Theme.border.normal
        border.color: root.chosen ? Theme.color.accent : root.down ? Theme.color.text : Theme.color.outline

        Behavior on color {
            ColorAnimation { duration: Theme.motion.choose; easing.type: Theme.motion.easing }
        }

        TrTick {
            visible: root.chosen
            anchors.right: parent.right
            anchors.rightMargin: Theme.border.chosen + (root.row ? Theme.space.l : Theme.size.iconGap)
            y: root.row ? (parent.height - height) / 2 : Theme.border.chosen + Theme.size.iconGap
        }
    }

    contentItem: TrAnswerLabel {
        text: root.text
        row: root.row
        chosen: root.chosen
        color: root.ink
        drawing: root.drawing
    }
}

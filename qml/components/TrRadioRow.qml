import QtQuick
import Trivsel.Theme

// One of several ways to choose from, with the real names of those it means under it. `clicked` asks; `chosen` shows.
TrChoice {
    id: root

    property string names

    readonly property color ink: root.chosen && !root.down ? Theme.color.inkOnChosen : Theme.color.text

    implicitHeight: Math.max(Theme.size.radioRow, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.size.radioPadding
    verticalPadding: Theme.space.s

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.description: root.names

    background: Rectangle {
        radius: Theme.radius.m
        color: root.down ? Theme.color.pressedFill : root.chosen ? Theme.color.chosenFill : Theme.color.surface
        border.width: root.chosen ? Theme.border.chosen : Theme.border.normal
        border.color: root.chosen ? Theme.color.accent : root.down ? Theme.color.text : Theme.color.outline

        Behavior on color {
            ColorAnimation { duration: Theme.motion.choose; easing.type: Theme.motion.easing }
        }
    }

    contentItem: TrRadioLabel {
        text: root.text
        names: root.names
        chosen: root.chosen
        color: root.ink
    }
}

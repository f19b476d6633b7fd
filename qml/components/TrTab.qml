import QtQuick
import Trivsel.Theme

// One tab. It is as wide as its bold word from the start, so that choosing it moves nothing.
TrTappable {
    id: root

    property bool chosen: false
    property int textSize: Theme.form === Theme.Phone ? Theme.type.staffSmall : Theme.type.button

    // Its widest word has room.
    readonly property real leastWidth: {
        let widest = 0
        for (const word of root.text.split(" "))
            widest = Math.max(widest, metrics.advanceWidth(word))
        return Math.ceil(widest) + leftPadding + rightPadding
    }
    readonly property color ink: root.chosen && !root.down ? Theme.color.inkOnChosen : Theme.color.text

    implicitWidth: Math.ceil(measure.advanceWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.size.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.form === Theme.Phone ? Theme.space.xs : Theme.space.xl
    topPadding: Theme.space.s
    bottomPadding: Theme.space.m

    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.chosen

    FontMetrics {
        id: metrics
        font: measure.font
    }
    TextMetrics {
        id: measure
        text: root.text
        font.family: Theme.type.family
        font.pixelSize: root.textSize
        font.weight: Theme.type.bold
    }

    background: Rectangle {
        radius: Theme.radius.m
        color: root.down ? Theme.color.pressedFill : root.chosen ? Theme.color.chosenFill : Theme.color.surface
        border.width: root.chosen ? Theme.border.chosenTab : Theme.border.normal
        border.color: root.chosen ? Theme.color.accent : root.down ? Theme.color.text : Theme.color.outline

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.border.chosenTab + Theme.size.tabBarGap
            visible: root.chosen
            width: Theme.size.tabBarLength
            height: Theme.size.tabBar
            radius: height / 2
            color: Theme.color.chosenMark
        }
    }

    contentItem: TrText {
        text: root.text
        letterSize: root.textSize
        bold: root.chosen
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}

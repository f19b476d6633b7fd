import QtQuick
import Trivsel.Theme

// A start tile: the person's own picture on its own ground and, if wanted, the first name. Nothing else, ever.
TrTappable {
    id: root

    property string picture
    // 1–6, the ground of the tile.
    property int tint: 1

    ringRadius: Theme.radius.l
    implicitWidth: Math.max(Theme.size.tileMinHeight, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.size.tileMinHeight, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space.m

    Accessible.role: Accessible.Button
    Accessible.name: root.text === "" ? TrPictures.word(root.picture) : root.text

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : Theme.color.tints[(root.tint - 1) % Theme.color.tints.length]
        border.width: Theme.border.normal
        border.color: root.down ? Theme.color.text : Theme.color.outline

        Behavior on color {
            ColorAnimation { duration: Theme.motion.press; easing.type: Theme.motion.easing }
        }
    }

    contentItem: TrTileLabel {
        picture: root.picture
        text: root.text
    }
}

import QtQuick
import Trivsel.Theme

// One of the twelve pictures of *Mine tre billeder*. Shows that it is pressed, never that it was chosen.
TrTappable {
    id: root

    property string picture

    text: TrPictures.word(root.picture)
    ringRadius: Theme.radius.l
    implicitWidth: Math.max(Theme.size.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.size.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space.s

    Accessible.role: Accessible.Button
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : Theme.color.surface
        border.width: Theme.border.normal
        border.color: root.down ? Theme.color.text : Theme.color.outline
    }

    contentItem: TrTileLabel {
        picture: root.picture
        text: root.text
        pictureSize: Theme.size.keyPicture
        textSize: Theme.type.small
        bold: false
        gap: Theme.space.xs
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in a tile: the picture, smaller when there is little height, and the name if there is one.
Item {
    id: root

    required property string picture
    required property string text
    property int pictureSize: root.text === "" ? Theme.size.tilePictureAlone : Theme.size.tilePicture
    property int textSize: Theme.type.tile
    property bool bold: true
    property int gap: Theme.size.iconGap

    readonly property real textHeight: root.text === "" ? 0 : word.implicitHeight + root.gap

    implicitWidth: Math.max(root.pictureSize, word.implicitWidth)
    implicitHeight: root.pictureSize + root.textHeight

    Accessible.ignored: true

    ColumnLayout {
        anchors.verticalCenter: parent.verticalCenter
        width: root.width
        spacing: root.gap

        TrPicture {
            Layout.alignment: Qt.AlignHCenter
            name: root.picture
            size: Math.max(0, Math.min(root.pictureSize, root.height - root.textHeight, root.width))
        }
        TrText {
            id: word

            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            letterSize: root.textSize
            bold: root.bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// An icon and a word in the middle of the room they have; the word wraps when it must. Read by nobody: the control
// around it carries the name.
Item {
    id: root

    property string text
    property string iconName
    property bool iconRight: false
    property color color: Theme.color.text
    property color iconColor: root.color
    property int textSize: Theme.type.button
    property int iconSize: Theme.size.icon
    property bool bold: false

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    Accessible.ignored: true

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(row.implicitWidth, root.width)
        spacing: Theme.size.iconGap

        TrIcon {
            visible: root.iconName !== "" && !root.iconRight
            name: root.iconName
            size: root.iconSize
            color: root.iconColor
        }
        TrText {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            color: root.color
            letterSize: root.textSize
            bold: root.bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        TrIcon {
            visible: root.iconName !== "" && root.iconRight
            name: root.iconName
            size: root.iconSize
            color: root.iconColor
        }
    }
}

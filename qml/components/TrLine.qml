import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// A line of words with an icon on a ground of its own. Base of the calm line and the note line.
Rectangle {
    id: root

    property string iconName
    property string text
    property int textSize: Theme.type.small
    property color iconColor: Theme.color.text

    implicitWidth: row.implicitWidth + 2 * Theme.size.linePaddingH
    implicitHeight: row.implicitHeight + 2 * Theme.size.linePaddingV
    radius: Theme.radius.m

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.size.linePaddingH
        anchors.rightMargin: Theme.size.linePaddingH
        spacing: Theme.space.m

        TrIcon {
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.size.iconSmall
            color: root.iconColor
        }
        TrText {
            Layout.fillWidth: true
            text: root.text
            letterSize: root.textSize
            Accessible.ignored: true
        }
    }
}

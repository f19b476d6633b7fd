import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in a list row.
RowLayout {
    id: root

    required property string text
    required property string line
    required property string iconName
    property int textSize: Theme.type.small
    property int lineSize: Theme.type.staffBody

    spacing: Theme.space.m

    Accessible.ignored: true

    ColumnLayout {
        spacing: 0

        TrText {
            Layout.fillWidth: true
            text: root.text
            letterSize: root.textSize
            bold: true
            Accessible.ignored: true
        }
        TrText {
            Layout.fillWidth: true
            visible: root.line !== ""
            text: root.line
            letterSize: root.lineSize
            soft: true
            Accessible.ignored: true
        }
    }
    TrIcon {
        visible: root.iconName !== ""
        name: root.iconName
        size: Theme.size.iconSmall
    }
}

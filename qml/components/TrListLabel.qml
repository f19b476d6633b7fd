import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in a list row.
RowLayout {
    id: root

    required property string text
    required property string line
    required property string iconName

    spacing: Theme.space.m

    Accessible.ignored: true

    ColumnLayout {
        spacing: 0

        TrText {
            Layout.fillWidth: true
            text: root.text
            letterSize: Theme.type.small
            bold: true
            Accessible.ignored: true
        }
        TrText {
            Layout.fillWidth: true
            visible: root.line !== ""
            text: root.line
            letterSize: Theme.type.staffBody
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

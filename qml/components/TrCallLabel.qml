import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in a call row.
RowLayout {
    id: root

    required property string text
    required property string line

    spacing: Theme.space.m

    Accessible.ignored: true

    TrIcon {
        name: "phone"
        color: Theme.color.help
    }
    ColumnLayout {
        spacing: 0

        TrText {
            Layout.fillWidth: true
            text: root.text
            bold: true
            Accessible.ignored: true
        }
        TrText {
            Layout.fillWidth: true
            visible: root.line !== ""
            text: root.line
            letterSize: Theme.type.small
            Accessible.ignored: true
        }
    }
}

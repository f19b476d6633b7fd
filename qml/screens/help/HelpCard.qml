import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Somebody to call: who, when, and the number, in large letters unless it is not their time. The tablet itself cannot call.
Rectangle {
    id: root

    required property string label
    required property string phone
    required property string note
    required property bool away

    implicitHeight: row.implicitHeight + 2 * Theme.space.l
    radius: Theme.radius.l
    color: root.away ? Theme.color.surface : Theme.color.helpFill
    border.width: Theme.border.normal
    border.color: root.away ? Theme.color.line : Theme.color.help

    Accessible.role: Accessible.StaticText
    Accessible.name: [root.label, root.note, root.phone].filter(part => part !== "").join(", ")

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.space.l
        spacing: Theme.space.l

        TrIcon {
            name: root.phone !== "" ? "phone" : "people"
            size: Theme.size.iconLarge
            color: root.away ? Theme.color.textSoft : Theme.color.help
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            TrText {
                Layout.fillWidth: true
                text: root.label
                bold: true
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.note !== ""
                bold: root.away
                text: root.note
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.phone !== ""
                text: root.phone
                letterSize: root.away ? Theme.type.body : Theme.type.title
                Accessible.ignored: true
            }
        }
    }
}

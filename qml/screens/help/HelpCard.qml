import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Somebody to call: who, the number in large letters, and when. The tablet itself cannot call.
Rectangle {
    id: root

    required property string label
    required property string phone
    required property string note

    implicitHeight: row.implicitHeight + 2 * Theme.space.l
    radius: Theme.radius.l
    color: Theme.color.helpFill
    border.width: Theme.border.normal
    border.color: Theme.color.help

    Accessible.role: Accessible.StaticText
    Accessible.name: root.label + (root.phone !== "" ? ", " + root.phone : "") + (root.note !== "" ? ", " + root.note : "")

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.space.l
        spacing: Theme.space.l

        TrIcon {
            name: root.phone !== "" ? "phone" : "people"
            size: Theme.size.iconLarge
            color: Theme.color.help
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
                visible: root.phone !== ""
                text: root.phone
                letterSize: Theme.type.title
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.note !== ""
                kind: TrText.Small
                text: root.note
                Accessible.ignored: true
            }
        }
    }
}

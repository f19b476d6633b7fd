import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// A question and what one can choose, below each other.
ColumnLayout {
    id: root

    required property string title
    property string line
    default property alias choices: body.data

    spacing: Theme.space.s

    TrText {
        Layout.fillWidth: true
        kind: TrText.Heading
        text: root.title
    }
    TrText {
        Layout.fillWidth: true
        visible: root.line !== ""
        kind: TrText.StaffSmall
        soft: true
        text: root.line
    }
    ColumnLayout {
        id: body

        Layout.fillWidth: true
        spacing: Theme.space.s
    }
}

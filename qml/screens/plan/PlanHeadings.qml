import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Above the two columns: whose words stand there.
RowLayout {
    id: root

    required property bool wide
    required property real cellWidth
    required property bool forStaff
    required property string name

    spacing: Theme.space.l

    Item {
        visible: root.wide
        Layout.preferredWidth: Theme.size.rowLabel
    }
    TrText {
        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        text: Sentences.mineHeading(root.forStaff, root.name)
        bold: true
        color: Theme.color.mine
        Accessible.role: Accessible.Heading
    }
    TrText {
        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        text: Sentences.staffHeading(root.forStaff)
        bold: true
        color: Theme.color.staff
        Accessible.role: Accessible.Heading
    }
}

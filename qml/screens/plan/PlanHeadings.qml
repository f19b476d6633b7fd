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
        //: Heading over the resident's words; for staff with the word of the field.
        text: root.forStaff ? (root.name !== "" ? qsTr("Indefra: %1").arg(root.name) : qsTr("Indefra")) : qsTr("Mine egne ord")
        bold: true
        color: Theme.color.mine
        Accessible.role: Accessible.Heading
    }
    TrText {
        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        //: Heading over the staff's words; for staff with the word of the field.
        text: root.forStaff ? qsTr("Udefra: personalet") : qsTr("Sådan ser personalet det")
        bold: true
        color: Theme.color.staff
        Accessible.role: Accessible.Heading
    }
}

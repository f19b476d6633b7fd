import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// On the shared tablet: the round that is open. How many have answered is not said.
TrCard {
    id: root

    required property string theme

    signal closing()

    name: root.theme

    TrText {
        Layout.fillWidth: true
        kind: TrText.Heading
        letterSize: Theme.type.small
        text: root.theme
    }
    TrText {
        Layout.fillWidth: true
        kind: TrText.StaffBody
        //: Of the round that is open.
        text: qsTr("Runden er åben på startsiden. Den lukker selv efter syv dage.")
    }
    TrButton {
        //: Staff close a round before its time; it asks once more.
        text: qsTr("Luk runden")
        onClicked: root.closing()
    }
}

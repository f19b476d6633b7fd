import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// On the shared tablet: the round that is open. How many have answered is not said.
TrCard {
    id: root

    required property string theme
    required property string closesFrom // empty: now

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
    TrCalmLine {
        Layout.fillWidth: true
        visible: root.closesFrom !== ""
        iconName: "info"
        //: A round that is open can't be closed in its first 24 hours; %1 is a time, such as "den 2. oktober kl. 14.30".
        text: qsTr("Den kan lukkes fra %1.").arg(root.closesFrom)
    }
    TrButton {
        visible: root.closesFrom === ""
        //: Staff close a round before its time; it asks once more.
        text: qsTr("Luk runden")
        onClicked: root.closing()
    }
}

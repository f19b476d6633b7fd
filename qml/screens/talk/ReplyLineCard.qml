import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// One line of a reply that staff are writing.
TrVoiceCard {
    id: root

    required property bool cannot
    required property string who
    required property string until
    property bool canWrite: true

    signal edited()
    signal whoAsked()
    signal untilAsked()
    signal removed()

    voice: TrVoiceCard.Staff
    //: Over a line of a reply of staff's.
    heading: root.cannot ? qsTr("Vi kan ikke, fordi …") : qsTr("Det gør vi")

    Flow {
        Layout.fillWidth: true
        enabled: root.canWrite
        spacing: Theme.space.s

        TrButton {
            visible: !root.cannot
            text: TalkSentences.who(root.who)
            iconName: "staff"
            onClicked: root.whoAsked()
        }
        TrButton {
            visible: !root.cannot
            text: TalkSentences.until(root.until)
            iconName: "calendar"
            onClicked: root.untilAsked()
        }
        TrButton {
            kind: TrButton.Quiet
            //: Changes the words of a line.
            text: qsTr("Ret")
            iconName: "pen"
            onClicked: root.edited()
        }
        TrButton {
            kind: TrButton.Quiet
            //: Takes a line out of a reply that is not saved yet.
            text: qsTr("Fjern")
            iconName: "trash"
            onClicked: root.removed()
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Jeg ser det anderledes", looked through before it is saved: what staff wrote, and one's own words under it.
ColumnLayout {
    id: root

    required property OwnView view

    spacing: Theme.space.m

    TrVoiceCard {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        voice: TrVoiceCard.Staff
        //: Over what staff have written.
        heading: qsTr("Personalet skrev")
        text: root.view.line
    }
    TrVoiceCard {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        voice: TrVoiceCard.Mine
        heading: Sentences.otherViewHeading(false, "")
        text: root.view.text

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.betweenButtons

            TrButton {
                //: Changes the words before they are saved.
                text: qsTr("Ret")
                iconName: "pen"
                onClicked: root.view.change()
            }
        }
    }
    TrCalmLine {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        iconName: "talk"
        //: %1 are the names of those who will read it.
        text: qsTr("%1 kan læse det. Det, personalet skrev, bliver stående.").arg(Sentences.readers(root.view.names))
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.view.problem !== Problem.None
        text: Sentences.notSaved(root.view.problem)
    }
}

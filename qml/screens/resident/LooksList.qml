pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Hvem har kigget": by day, kind of person, plain reason. No names, no hours.
ColumnLayout {
    id: root

    required property WhoLooked whoLooked

    spacing: Theme.space.m

    TrText {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        kind: TrText.Lead
        //: Above the list of who has looked.
        text: qsTr("Her står, når andre har kigget. Nye linjer kan komme i morgen.")
    }
    TrText {
        Layout.fillWidth: true
        visible: root.whoLooked.ready && root.whoLooked.looks.count === 0
        //: The list of who has looked is empty.
        text: qsTr("Ingen andre har kigget.")
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.whoLooked.problem !== Problem.None
        text: Sentences.problem(root.whoLooked.problem)
    }
    Repeater {
        model: root.whoLooked.looks

        TrCard {
            id: look

            required property string day
            required property int looker
            required property int reason
            required property int what
            required property int times
            required property bool doubtful

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            padding: Theme.space.m
            name: said.text

            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                soft: true
                text: look.day === ""
                      //: In place of a day: it is not known.
                      ? qsTr("Vi ved ikke hvilken dag.")
                      : look.doubtful
                        //: %1 is a day that the tablet's clock was not sure about.
                        ? qsTr("Måske %1").arg(look.day) : look.day
            }
            TrText {
                id: said

                Layout.fillWidth: true
                text: [OwnPageSentences.looked(look.looker, look.what), OwnPageSentences.reason(look.reason),
                       OwnPageSentences.times(look.times)].filter(one => one !== "").join(" ")
            }
        }
    }
    TrButton {
        visible: root.whoLooked.hasOlder
        kind: TrButton.Quiet
        text: qsTr("Vis ældre")
        onClicked: root.whoLooked.showOlder()
    }
}

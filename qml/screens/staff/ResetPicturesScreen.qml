pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Somebody has forgotten their three pictures, or lost their card: staff let them choose anew. It says first what that does, and what it does not.
PageFrame {
    id: root

    required property PicturesViewModel viewModel

    readonly property string who: root.viewModel.name !== "" ? root.viewModel.name : qsTr("Beboeren")
    readonly property bool done: root.viewModel.step === PicturesViewModel.ResetDone

    //: Title of the staff's page about a resident's forgotten pictures or lost card.
    title: qsTr("Glemte billeder eller kort")
    hasHide: false
    hasLock: true
    hasHelp: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            Layout.topMargin: Theme.space.m
            kind: TrText.Title
            text: root.done
                  //: %1 is a resident's first name.
                  ? qsTr("%1 kan nu vælge nye billeder eller et nyt kort").arg(root.who) : qsTr("Skal %1 vælge nye billeder eller et nyt kort?").arg(root.who)
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            text: root.done
                  ? qsTr("Det sker på en af husets fælles tabletter, under Kun mig. Andre tabletter ved det, når de har haft net. Kig væk imens.")
                  : qsTr("%1 vælger selv, når ingen ser på. Du kan ikke åbne noget med det.").arg(root.who)
        }
        TrCalmLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.done
            iconName: "lock"
            text: qsTr("Det, %1 har gemt som kun mig før i dag, kan ikke åbnes her mere bagefter. Kun gendannelses\u00ADordene på kontoret kan give %1 det tilbage.").arg(root.who)
        }
        TrCalmLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.done
            iconName: "pen"
            text: qsTr("Det bliver skrevet ned, at du gjorde det.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.note === PicturesViewModel.Failed
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    actions: [
        TrButton {
            visible: !root.done
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Nej")
            onClicked: root.viewModel.back()
        },
        TrButton {
            visible: !root.done
            tall: true
            //: %1 is a resident's first name.
            text: qsTr("Ja, lad %1 vælge").arg(root.who)
            onClicked: root.viewModel.reset()
        },
        TrButton {
            visible: root.done
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Luk")
            onClicked: root.viewModel.back()
        }
    ]
}

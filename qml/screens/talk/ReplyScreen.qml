pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What staff reply to what a resident has said.
PageFrame {
    id: root

    required property ReplyViewModel viewModel

    readonly property string resident: TalkSentences.named(root.viewModel.name)
    //: Title of the page on which staff write what they do.
    readonly property string whatTitle: qsTr("Hvad gør vi?")
    //: Title of the page on which staff write why they can't.
    readonly property string whyTitle: qsTr("Vi kan ikke, fordi …")

    //: Title; %1 is the resident's first name.
    title: qsTr("Svar til %1").arg(root.resident)
    hasHide: false
    hasLock: true
    hasHelp: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        visible: root.viewModel.choosingWho
        name: whoTitle.text

        TrText {
            id: whoTitle

            Layout.fillWidth: true
            kind: TrText.Title
            text: qsTr("Hvem gør det?")
        }
        PeopleGrid {
            Layout.fillWidth: true
            people: root.viewModel.people
            columns: root.twoColumns ? 3 : 2
            onChosen: index => root.viewModel.chooseWho(index)
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: !root.viewModel.choosingWho
        name: root.title

        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.lines.count === 0
            kind: TrText.Lead
            //: %1 is the resident's first name.
            text: qsTr("%1 har sagt sin mening. Sig, hvad I gør ved den, eller hvorfor I ikke kan. Skriv, så %1 forstår det.").arg(root.resident)
        }
        Repeater {
            model: root.viewModel.said

            TrVoiceCard {
                id: before

                required property bool cannot
                required text
                required property string who
                required property string until

                Layout.fillWidth: true
                voice: TrVoiceCard.Staff
                heading: before.cannot ? qsTr("I har svaret: Vi kan ikke, fordi …") : qsTr("I har svaret: Det gør vi")
                signature: TalkSentences.promise(before.who, before.until)
            }
        }
        Repeater {
            model: root.viewModel.lines

            ReplyLineCard {
                id: line

                required property int index
                required text

                Layout.fillWidth: true
                canWrite: root.viewModel.canWrite
                onEdited: root.viewModel.edit(line.index, line.cannot ? root.whyTitle : root.whatTitle)
                onWhoAsked: root.viewModel.askWho(line.index)
                //: Title of the page on which a day is chosen.
                onUntilAsked: root.viewModel.setUntil(line.index, qsTr("Til hvornår?"))
                onRemoved: root.viewModel.remove(line.index)
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            spacing: Theme.space.m

            TrButton {
                tall: true
                leastWidth: Theme.size.stepWidth
                enabled: root.viewModel.canWrite
                //: Adds what staff will do.
                text: root.viewModel.lines.count === 0 ? qsTr("Det gør vi") : qsTr("Det gør vi også")
                iconName: "plus"
                onClicked: root.viewModel.add(false, root.whatTitle)
            }
            TrButton {
                tall: true
                leastWidth: Theme.size.stepWidth
                enabled: root.viewModel.canWrite
                //: Adds why staff can't do something.
                text: qsTr("Vi kan ikke, fordi …")
                iconName: "plus"
                onClicked: root.viewModel.add(true, root.whyTitle)
            }
            TrButton {
                visible: root.viewModel.showsAnswers
                tall: true
                kind: TrButton.Quiet
                //: Opens what the resident has answered.
                text: qsTr("Se svarene")
                iconName: "list"
                onClicked: root.viewModel.openAnswers()
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    apart: TrText {
        visible: !root.viewModel.choosingWho
        kind: TrText.Small
        soft: true
        text: root.viewModel.lines.count > 0
              ? Sentences.practising ? Sentences.notKept : qsTr("Gemt her som kladde.")
              : qsTr("I kan også svare senere. Det står på I dag, til I har svaret.")
    }
    actions: TrButton {
        visible: !root.viewModel.choosingWho
        kind: TrButton.Main
        enabled: root.viewModel.canSave
        //: Saves the reply; %1 is the resident's first name.
        text: Sentences.practising ? Sentences.trySaving : qsTr("Gem og vis til %1").arg(root.resident)
        iconName: "check"
        onClicked: root.viewModel.save()
    }
}

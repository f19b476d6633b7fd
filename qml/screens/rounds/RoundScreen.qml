pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Runde i fællesstuen", before the first question and after the last. Nobody is named; what it means is said before.
PageFrame {
    id: root

    required property RoundViewModel viewModel
    required property Formatters formatters

    readonly property bool before: root.viewModel.step === RoundViewModel.Before

    hasBack: root.before
    hasHide: root.before
    hasRead: root.before && root.viewModel.canReadAloud
    reading: root.viewModel.reading
    onBack: root.viewModel.leave()
    onReadAloud: root.viewModel.readAloud(Sentences.aloud([heading.text, theme.text, unnamed.text, binding.text, count.text]))

    TrScrollPage {
        anchors.fill: parent
        visible: root.before
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: root.tall ? Theme.space.m : Theme.space.l
            kind: TrText.Question
            //: Everybody in the house is asked the same, without names; also the button on the start page.
            text: qsTr("Runde i fællesstuen")
        }
        TrText {
            id: theme

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            //: %1 is the theme of the round.
            text: qsTr("Den handler om: %1.").arg(root.viewModel.theme)
        }
        TrText {
            id: unnamed

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            //: Before somebody answers in a round.
            text: qsTr("Uden navn. Men vi er få i huset. Nogen kan måske gætte, hvem der har svaret hvad. Går du før tid, bliver dit svar ikke gemt.")
        }
        TrText {
            id: binding

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            //: Before somebody answers in a round.
            text: qsTr("Når du har gemt, kan du ikke fortryde.")
        }
        TrText {
            id: count

            Layout.fillWidth: true
            kind: TrText.Lead
            //: Before the first question; %1 is a number as a word: "Seks".
            text: qsTr("%1 spørgsmål.", "", root.viewModel.questionCount)
                .arg(root.formatters.capital(root.formatters.countWord(root.viewModel.questionCount)))
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: !root.before
        name: ending.text

        DoneMark {
            Layout.topMargin: root.tall ? Theme.space.l : Theme.space.xl
            visible: root.viewModel.step === RoundViewModel.Thanks
        }
        TrText {
            id: ending

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Question
            text: RoundSentences.end(root.viewModel.step)
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            text: RoundSentences.afterwards(root.viewModel.step)
        }
        TrButton {
            Layout.topMargin: Theme.space.xl
            kind: TrButton.Main
            leastWidth: Theme.size.stepWidth
            text: qsTr("Luk")
            onClicked: root.viewModel.leave()
        }
    }

    actions: TrButton {
        visible: root.before
        leastWidth: Theme.size.stepWidth
        tall: true
        kind: TrButton.Main
        text: qsTr("Begynd")
        iconName: "next"
        iconRight: true
        onClicked: root.viewModel.begin()
    }
}

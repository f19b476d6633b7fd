pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Har du brug for nogen nu?": no code, no network, nothing about the person who asks.
PageFrame {
    id: root

    required property HelpViewModel viewModel

    hasHide: false
    hasHelp: false
    hasBottom: false
    hasRead: root.viewModel.canReadAloud
    reading: root.viewModel.reading
    onReadAloud: root.viewModel.readAloud(Sentences.aloud([heading.text, lead.text, root.people(), danger.text]))

    // Who and when. Not the numbers: nobody keeps eight digits that were heard once.
    function people(): string {
        const model = root.viewModel.lines
        const lines = []
        for (let row = 0; row < model.count; ++row) {
            const one = cards.itemAt(row) as HelpCard
            lines.push([one.label, one.note].filter(part => part !== "").join(", "))
        }
        return Sentences.aloud(lines)
    }

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Question
            text: qsTr("Har du brug for nogen nu?")
        }
        TrText {
            id: lead

            Layout.fillWidth: true
            kind: TrText.Lead
            //: The page about help, above the numbers.
            text: root.viewModel.lines.count > 0 ? qsTr("Gå hen til en fra personalet, eller ring.")
                                                 : qsTr("Gå hen til en fra personalet. Her står ingen numre endnu.")
        }
        TrText {
            Layout.fillWidth: true
            visible: Sentences.practising
            kind: TrText.Lead
            //: The page about help, in a practice: the numbers are the house's own.
            text: qsTr("Det her er ingen øvelse: her står husets egne numre.")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            Repeater {
                id: cards

                model: root.viewModel.lines

                HelpCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: root.columnWidth
                }
            }
        }
        TrText {
            id: danger

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            //: The page about help: the Danish emergency number.
            text: qsTr("Er der fare for liv, så ring 112.")
        }
    }
}

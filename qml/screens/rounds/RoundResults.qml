pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What came of one closed round: each question with the middle of its answers, in words.
ColumnLayout {
    id: root

    required property RoundItemModel items
    required property real room // how wide: a layout that finds it out too late keeps the wrong height

    spacing: Theme.space.m

    Repeater {
        model: root.items

        TrCard {
            id: card

            required property string question
            required property bool shown
            required property string low
            required property string high
            required property bool close
            required property list<string> steps
            required property list<int> counts

            Layout.fillWidth: true
            Layout.preferredWidth: root.room
            name: RoundSentences.questionName(card.question)
            spacing: Theme.space.xs

            TrText {
                Layout.fillWidth: true
                kind: TrText.Heading
                letterSize: Theme.type.small
                text: card.name
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.StaffBody
                //: Under a question of a round that the tablet does not know.
                text: card.shown && card.low === "" ? qsTr("Svarene kan ikke vises her.")
                    : card.shown ? RoundSentences.middle(card.low, card.high) + ". " + RoundSentences.spread(card.close)
                    //: Under a question of a round.
                    : qsTr("For få svar til at vise.")
            }
            TrText {
                Layout.fillWidth: true
                visible: card.steps.length > 0
                kind: TrText.StaffBody
                soft: true
                text: RoundSentences.steps(card.steps, card.counts)
            }
        }
    }
}

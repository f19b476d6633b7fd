pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// A samtale that is under way, for the resident: taking the device, the two parts, giving it back.
PageFrame {
    id: root

    required property ConversationViewModel viewModel

    readonly property string resident: TalkSentences.named(root.viewModel.name)
    readonly property bool atSteps: root.viewModel.stage === ConversationViewModel.Steps
    // Not worked out from what stands below: a margin that follows its own layout's height makes it lay out for ever.
    readonly property real upper: Theme.type.large ? 0 : Theme.space.xl * (root.tall ? 8 : 4)

    //: Title of a conversation that is under way, for the resident.
    title: qsTr("Jeres samtale")
    hasBack: root.atSteps && !root.viewModel.lent
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        visible: root.viewModel.stage === ConversationViewModel.HandOver
        name: root.title

        ColumnLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            Layout.topMargin: root.upper
            spacing: Theme.space.l

            TrText {
                Layout.fillWidth: true
                kind: TrText.Question
                text: TalkSentences.handOver(root.resident, root.viewModel.onPhone)
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Lead
                text: qsTr("Din egen side er låst. Når %1 er færdig, skriver du din kode igen.").arg(root.resident)
            }
            TrButton {
                Layout.topMargin: Theme.space.m
                kind: TrButton.Main
                leastWidth: Theme.size.stepWidth
                //: The resident says that they have the device.
                text: qsTr("Nu har jeg den")
                onClicked: root.viewModel.take()
            }
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.viewModel.stage === ConversationViewModel.GiveBack
        name: root.title

        ColumnLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            Layout.topMargin: root.upper
            spacing: Theme.space.l

            TrText {
                Layout.fillWidth: true
                kind: TrText.Question
                text: TalkSentences.thanks(root.viewModel.lent ? root.viewModel.heldBy : "", root.viewModel.onPhone)
            }
            TrText {
                Layout.fillWidth: true
                visible: text !== ""
                kind: TrText.Lead
                text: TalkSentences.given(root.viewModel.given, root.viewModel.onPhone)
            }
            TrButton {
                Layout.topMargin: Theme.space.m
                kind: TrButton.Main
                leastWidth: Theme.size.stepWidth
                text: qsTr("Luk")
                onClicked: root.viewModel.leave()
            }
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.atSteps
        name: root.title

        TrText {
            Layout.fillWidth: true
            Layout.topMargin: root.tall ? Theme.space.m : 0
            visible: text !== ""
            kind: TrText.Question
            text: TalkSentences.parts(root.viewModel.steps.count, root.viewModel.allAnswered, root.viewModel.asksAnything)
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.method !== ""
            kind: TrText.Lead
            //: %1 is something one does together, such as "at gå ture".
            text: qsTr("I dag handler hjælpen om: %1").arg(root.viewModel.method)
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            spacing: Theme.space.m

            Repeater {
                model: root.viewModel.steps

                StepCard {
                    id: card

                    required property int index

                    Layout.fillWidth: true
                    number: card.index + 1
                    onClicked: root.viewModel.openStep(card.index)
                }
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    actions: TrButton {
        visible: root.atSteps
        kind: root.viewModel.allAnswered ? TrButton.Main : TrButton.Plain
        tall: true
        leastWidth: Theme.size.stepWidth
        text: root.viewModel.allAnswered
              //: Ends a conversation that is answered.
              ? qsTr("Færdig")
              //: Ends a conversation before everything is answered.
              : qsTr("Slut for i dag")
        iconName: root.viewModel.allAnswered ? "check" : ""
        onClicked: root.viewModel.end()
    }
}

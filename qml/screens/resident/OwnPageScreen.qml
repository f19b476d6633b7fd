pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Mine svar": what was answered last, in words. Left which, right what.
PageFrame {
    id: root

    required property OwnPageViewModel viewModel

    //: Title of the page with one's own answers.
    title: qsTr("Mine svar")
    onBack: root.viewModel.back()

    AskAgain {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.viewModel.asking
        question: qsTr("Så kan ingen læse svaret her mere. Vil du det?")
        yes: qsTr("Ja, træk det tilbage")
        no: qsTr("Nej, lad det stå")
        onAgreed: root.viewModel.withdraw()
        onRefused: root.viewModel.keep()
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.viewModel.withdrawn
        spacing: Theme.space.xl

        TrText {
            Layout.fillWidth: true
            kind: TrText.Question
            //: An answer was taken back; nothing else stands on the page.
            text: qsTr("Dit svar er trukket tilbage.")
        }
        TrButton {
            tall: true
            leastWidth: Theme.size.stepWidth
            //: Leaves the page that says that an answer was taken back.
            text: qsTr("Luk")
            onClicked: {
                page.moveTo(0)
                root.viewModel.closeWithdrawn()
            }
        }
    }
    TrScrollPage {
        id: page

        anchors.fill: parent
        visible: !root.viewModel.asking && !root.viewModel.withdrawn
        name: root.title

        FeedbackCards {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space.m
            visible: root.viewModel.feedback.count > 0
            rows: root.viewModel.feedback
        }
        AnswersGrid {
            Layout.fillWidth: true
            saved: root.viewModel.saved
            contentWidth: root.contentWidth
            twoColumns: root.twoColumns
            onPicked: page.moveTo(0)

            TrButton {
                kind: TrButton.Quiet
                //: Takes an answer out of everybody's view.
                text: qsTr("Træk mit svar tilbage")
                iconName: "undo"
                onClicked: root.viewModel.askWithdraw()
            }
            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.problem !== Problem.None
                text: Sentences.notSaved(root.viewModel.problem)
            }
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.saved.given.count === 0
            kind: TrText.Lead
            //: Nothing was answered yet.
            text: qsTr("Her er ingen svar endnu.")
        }
    }
}

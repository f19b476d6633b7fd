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
    TrScrollPage {
        anchors.fill: parent
        visible: !root.viewModel.asking
        name: root.title

        GridLayout {
            Layout.fillWidth: true
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: !root.twoColumns
                Layout.preferredWidth: root.twoColumns ? Theme.size.sideColumn : root.contentWidth
                spacing: Theme.space.s

                Repeater {
                    model: root.viewModel.given

                    TrRadioRow {
                        id: given

                        required property int index
                        required property string title
                        required property string about
                        required property string day
                        required chosen

                        Layout.fillWidth: true
                        text: given.title
                        //: Under the name of an answer: whom it is about, and the day.
                        names: given.about !== "" ? qsTr("Om %1, %2").arg(given.about).arg(given.day) : given.day
                        onClicked: root.viewModel.show(given.index)
                    }
                }
            }
            TrCard {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.twoColumns ? root.contentWidth - Theme.size.sideColumn - Theme.space.l : root.contentWidth
                visible: root.viewModel.given.count > 0
                name: root.viewModel.title

                TrText {
                    Layout.fillWidth: true
                    kind: TrText.Heading
                    //: %1 is the name of the form, %2 a day.
                    text: qsTr("%1, %2").arg(root.viewModel.title).arg(root.viewModel.day)
                }
                TrText {
                    Layout.fillWidth: true
                    kind: TrText.Small
                    soft: true
                    text: root.viewModel.readers !== ""
                          //: Who may read an answer; %1 are names.
                          ? qsTr("%1 kan læse det.").arg(root.viewModel.readers) : qsTr("Ingen andre kan læse det.")
                }
                TrText {
                    Layout.fillWidth: true
                    visible: root.viewModel.writtenBy !== ""
                    kind: TrText.Small
                    soft: true
                    //: %1 is a member of staff.
                    text: qsTr("Skrevet ned af %1").arg(root.viewModel.writtenBy)
                }
                TrText {
                    Layout.fillWidth: true
                    visible: root.viewModel.notToday
                    //: An answer in its own right.
                    text: qsTr("Ikke i dag")
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Repeater {
                        model: root.viewModel.answers

                        AnswerRow {
                            Layout.fillWidth: true
                            canChange: false
                        }
                    }
                }
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
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.given.count === 0
            kind: TrText.Lead
            //: Nothing was answered yet.
            text: qsTr("Her er ingen svar endnu.")
        }
    }
}

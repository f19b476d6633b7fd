pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What happened and who sees it. "Fortryd" works while the page stands; help has grown to full width in its corner.
PageFrame {
    id: root

    required property ThanksViewModel viewModel

    hasBack: false
    hasBottom: false

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.size.margin
        anchors.rightMargin: Theme.size.margin
        anchors.bottomMargin: Theme.space.xl
        spacing: Theme.space.l

        TrScrollPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            sideMargin: 0
            name: heading.text

            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: root.tall ? Theme.space.l : Theme.space.xl
                columns: root.tall ? 1 : 2
                columnSpacing: Theme.space.xl
                rowSpacing: Theme.space.l

                DoneMark {
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.m

                    TrText {
                        id: heading

                        Layout.fillWidth: true
                        kind: TrText.Question
                        text: root.viewModel.notToday
                              //: After "Ikke i dag".
                              ? qsTr("Det er helt i orden. Du kan altid komme igen.")
                              //: After saving, in a practice.
                              : Sentences.practising ? qsTr("Tak. Det var en øvelse.")
                              //: After saving.
                              : qsTr("Tak. Dit svar er gemt.")
                    }
                    TrText {
                        Layout.fillWidth: true
                        visible: root.viewModel.readerCount > 0 && !root.viewModel.notToday
                        kind: TrText.Lead
                        text: Sentences.practising
                              //: On the thank-you page, in a practice; %1 are made-up names.
                              ? qsTr("Ingen ser det. Ellers ville %1 se det på job.").arg(root.viewModel.readers)
                              : root.viewModel.readerCount === 1
                              //: %1 is one name.
                              ? qsTr("%1 ser det her på job.").arg(root.viewModel.readers)
                              //: %1 are names.
                              : qsTr("%1 ser det her, når de er på job.").arg(root.viewModel.readers)
                    }
                    TrText {
                        Layout.fillWidth: true
                        visible: root.viewModel.mayAsk
                        kind: TrText.Heading
                        //: After "Ikke i dag".
                        text: qsTr("Skal vi spørge igen?")
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        visible: root.viewModel.mayAsk
                        columns: root.twoColumns ? 3 : 1
                        columnSpacing: Theme.space.betweenButtons
                        rowSpacing: Theme.space.betweenButtons

                        Repeater {
                            model: [WaysViewModel.Yes, WaysViewModel.SaysSo, WaysViewModel.NoMore]

                            TrRadioRow {
                                required property int modelData

                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                                text: WaysSentences.asked(modelData)
                                chosen: root.viewModel.asking === modelData
                                onClicked: root.viewModel.askAgain(modelData)
                            }
                        }
                    }
                    TrNoteLine {
                        Layout.fillWidth: true
                        visible: root.viewModel.askProblem !== Problem.None
                        text: Sentences.notSaved(root.viewModel.askProblem)
                    }
                    TrSavedLine {
                        iconName: ""
                        //: On the thank-you page.
                        text: Sentences.practising ? Sentences.syncPractising : qsTr("Gemt her på tabletten. Sendes, når du lukker, og der er net.")
                    }
                    TrNoteLine {
                        Layout.fillWidth: true
                        visible: root.viewModel.problem !== Problem.None
                        text: !root.viewModel.tooLate ? Sentences.notSaved(root.viewModel.problem)
                              : root.viewModel.resident ? Sentences.notUndone
                              //: "Fortryd" came too late, for staff.
                              : qsTr("Det kunne ikke fortrydes. Svaret er gemt.")
                    }
                    Flow {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space.xl
                        spacing: Theme.space.apart

                        TrButton {
                            visible: !root.viewModel.tooLate
                            tall: true
                            //: Takes the answers back to the review, while the page stands.
                            text: qsTr("Fortryd")
                            iconName: "undo"
                            onClicked: root.viewModel.undo()
                        }
                        TrButton {
                            kind: TrButton.Main
                            leastWidth: Theme.size.stepWidth
                            //: Leaves the thank-you page.
                            text: qsTr("Luk")
                            onClicked: root.viewModel.close()
                        }
                    }
                    TrText {
                        Layout.fillWidth: true
                        visible: !root.viewModel.tooLate
                        kind: TrText.Small
                        soft: true
                        //: Under "Fortryd" and "Luk".
                        text: qsTr("Du kan fortryde, så længe siden her er åben.")
                    }
                }
            }
        }
        TrHelpButton {
            Layout.fillWidth: true
            grown: !Theme.cramped
            onClicked: root.help()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Staff set up a samtale: who is here, about whom or what, which time, and how it is answered.
PageFrame {
    id: root

    required property ConversationViewModel viewModel

    readonly property string resident: TalkSentences.named(root.viewModel.name)
    readonly property bool underWay: root.viewModel.standing === ConversationViewModel.UnderWay

    //: Title: a conversation with a resident is set up.
    title: qsTr("Samtale")
    hasHide: false
    hasLock: true
    hasHelp: false
    onBack: root.viewModel.backFromPlan()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            visible: root.underWay
            kind: TrText.Question
            text: qsTr("Samtalen er i gang.")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.underWay
            kind: TrText.Lead
            text: Sentences.practising ? qsTr("I kan gå videre, hvor I slap.")
                                       : qsTr("Alt, hvad %1 har svaret, er gemt. I kan gå videre, hvor I slap.").arg(root.resident)
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: text !== ""
            iconName: "info"
            textSize: Theme.type.staffBody
            text: TalkSentences.notAsked(root.resident, root.viewModel.notAsked, root.viewModel.asksAnything)
        }
        GridLayout {
            Layout.fillWidth: true
            visible: !root.underWay && root.viewModel.asksAnything
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            ChoiceGroup {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                title: qsTr("Hvem er her ud over %1?").arg(root.resident)

                Repeater {
                    model: root.viewModel.people

                    TrRadioRow {
                        id: person

                        required property int index
                        required property string name
                        required property int role
                        required property bool here

                        Layout.fillWidth: true
                        text: person.name
                        names: TalkSentences.role(person.role)
                        chosen: person.here
                        onClicked: root.viewModel.togglePerson(person.index)
                    }
                }
                TrButton {
                    Layout.fillWidth: true
                    //: Somebody who is not of the house takes part.
                    text: qsTr("En anden er med")
                    iconName: "plus"
                    //: Title of the page on which a guest's name is written.
                    onClicked: root.viewModel.addGuest(qsTr("Hvem er med?"))
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                spacing: Theme.space.l

                ChoiceGroup {
                    Layout.fillWidth: true
                    title: qsTr("Hvordan svarer %1?").arg(root.resident)

                    TrRadioRow {
                        Layout.fillWidth: true
                        text: qsTr("Vi sidder sammen")
                        names: qsTr("%1 trykker. Du sidder ved siden af.").arg(root.resident)
                        chosen: root.viewModel.way === ConversationViewModel.Together
                        onClicked: root.viewModel.chooseWay(ConversationViewModel.Together)
                    }
                    TrRadioRow {
                        Layout.fillWidth: true
                        text: qsTr("%1 svarer selv").arg(root.resident)
                        names: TalkSentences.alone(root.viewModel.onPhone)
                        chosen: root.viewModel.way === ConversationViewModel.Alone
                        onClicked: root.viewModel.chooseWay(ConversationViewModel.Alone)
                    }
                }
                TopicGroup {
                    Layout.fillWidth: true
                    choice: root.viewModel.choice
                    resident: root.viewModel.name
                }
                PeriodGroup {
                    Layout.fillWidth: true
                    choice: root.viewModel.choice
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            spacing: Theme.space.m

            TrButton {
                kind: TrButton.Quiet
                //: Opens what was agreed on about the conversations.
                text: qsTr("Se aftalen")
                iconName: "pages"
                onClicked: root.viewModel.openAgreement()
            }
            TrButton {
                visible: root.viewModel.standing === ConversationViewModel.SettingUp
                kind: TrButton.Quiet
                //: What was chosen for a conversation that has not begun goes away.
                text: qsTr("Drop samtalen")
                onClicked: root.viewModel.throwAway()
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    actions: TrButton {
        visible: root.underWay || root.viewModel.asksAnything
        kind: TrButton.Main
        enabled: root.underWay || root.viewModel.canBegin
        text: root.underWay ? qsTr("Gå videre")
              : root.viewModel.way === ConversationViewModel.Alone ? TalkSentences.beginAlone(root.viewModel.onPhone)
                                                                   : qsTr("Begynd samtalen")
        iconName: "arrow"
        iconRight: true
        onClicked: root.viewModel.begin()
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Sådan bruger vi FIT her": read and filled in by staff and resident together.
PageFrame {
    id: root

    required property AgreementViewModel viewModel

    readonly property string resident: TalkSentences.named(root.viewModel.name)

    function rhythm(rhythm: int): string {
        switch (rhythm) {
        case AgreementViewModel.Week: return qsTr("Hver uge")
        case AgreementViewModel.TwoWeeks: return qsTr("Hver anden uge")
        case AgreementViewModel.Month: return qsTr("Hver måned")
        default: return qsTr("Når %1 siger til").arg(root.resident)
        }
    }

    //: Title of the page on which a resident and staff agree on their conversations.
    title: qsTr("Aftale")
    hasHide: false
    hasLock: true
    hasHelp: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            kind: TrText.Question
            text: qsTr("Sådan bruger vi FIT her")
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            //: %1 is the resident's first name. FIT is a way of asking for feedback.
            text: qsTr("Læs det sammen. FIT er to korte skemaer: først om, hvordan det går, og så om hjælpen. %1 svarer. Bagefter siger I, hvad I gør ved det.").arg(root.resident)
        }
        TrCard {
            Layout.fillWidth: true
            name: promise.text
            verticalPadding: Theme.space.m
            spacing: Theme.space.xs

            TrText {
                id: promise

                Layout.fillWidth: true
                kind: TrText.Heading
                //: %1 is the resident's first name.
                text: qsTr("Det er frivilligt for %1").arg(root.resident)
            }
            Repeater {
                model: [qsTr("%1 kan sige nej hver gang. Ikke i dag er også et svar.").arg(root.resident),
                        qsTr("%1 kan springe over og holde pause.").arg(root.resident),
                        qsTr("%1 vælger for hvert svar, hvem der må læse det.").arg(root.resident),
                        qsTr("Teamet kan se, at I har talt sammen, hvem der var med, hvad det handlede om, og hvad I svarer %1.").arg(root.resident)]

                RowLayout {
                    id: line

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Theme.space.s

                    TrIcon {
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: Theme.space.xs
                        name: "check"
                        color: Theme.color.accent
                    }
                    TrText {
                        Layout.fillWidth: true
                        text: line.modelData
                    }
                }
            }
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.suggested
            iconName: "home"
            //: What stands chosen below is what the house suggests; nothing is agreed on yet.
            text: qsTr("Huset har valgt et forslag nedenfor. I kan vælge noget andet.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.several
            iconName: "info"
            text: qsTr("Aftalen er ændret på to tablets. Her står den nyeste. Læs den sammen, og gem den igen.")
            textSize: Theme.type.staffBody
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            TopicGroup {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                choice: root.viewModel.choice
                resident: root.viewModel.name
            }
            PeriodGroup {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                choice: root.viewModel.choice
            }
            ChoiceGroup {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                title: qsTr("Hvor tit taler I om det?")

                Repeater {
                    model: [AgreementViewModel.Week, AgreementViewModel.TwoWeeks, AgreementViewModel.Month, AgreementViewModel.WhenAsked]

                    TrRadioRow {
                        id: rhythm

                        required property int modelData

                        Layout.fillWidth: true
                        text: root.rhythm(rhythm.modelData)
                        chosen: root.viewModel.rhythm === rhythm.modelData
                        onClicked: root.viewModel.chooseRhythm(rhythm.modelData)
                    }
                }
            }
            ChoiceGroup {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                title: qsTr("Hvem begynder?")

                TrRadioRow {
                    Layout.fillWidth: true
                    text: qsTr("Personalet spørger")
                    names: qsTr("%1 kan altid sige nej.").arg(root.resident)
                    chosen: root.viewModel.asking === AgreementViewModel.StaffAsk
                    onClicked: root.viewModel.chooseAsking(AgreementViewModel.StaffAsk)
                }
                TrRadioRow {
                    Layout.fillWidth: true
                    text: qsTr("%1 siger selv til").arg(root.resident)
                    names: qsTr("Personalet spørger ikke.")
                    chosen: root.viewModel.asking === AgreementViewModel.ResidentSays
                    onClicked: root.viewModel.chooseAsking(AgreementViewModel.ResidentSays)
                }
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    apart: TrText {
        visible: !root.viewModel.complete || root.viewModel.agreedDay !== ""
        kind: TrText.Small
        soft: true
        text: root.viewModel.agreedDay !== "" && root.viewModel.complete
              //: %1 is a day.
              ? qsTr("Aftalt %1. I kan ændre det, når I vil.").arg(root.viewModel.agreedDay)
              : qsTr("Vælg én ting i hver gruppe.")
    }
    actions: TrButton {
        kind: TrButton.Main
        enabled: root.viewModel.complete
        //: Saves what a resident and staff have agreed on.
        text: qsTr("Det er aftalt")
        iconName: "check"
        onClicked: root.viewModel.save()
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Jeg ser det anderledes" in a plan: staff's words, and under them the resident's own, which only they write, change and
// take back. What was written is looked through before it is saved.
PageFrame {
    id: root

    required property PlanOtherView viewModel

    readonly property bool looking: root.viewModel.own.open
    readonly property bool calm: !root.viewModel.asking && !root.looking
    readonly property real cardWidth: Math.min(root.contentWidth, Theme.size.readable)

    // Also stands on the writing page, over the place to write.
    //: Heading: how the resident sees what staff wrote.
    readonly property string heading: qsTr("Jeg ser det anderledes")
    //: Above the place to write.
    readonly property string help: qsTr("Skriv, hvordan du ser det.")

    title: root.viewModel.title
    subtitle: root.viewModel.planTitle
    onBack: {
        page.moveTo(0)
        root.viewModel.back()
    }

    AskAgain {
        anchors.centerIn: parent
        width: root.cardWidth
        visible: root.viewModel.asking
        question: qsTr("Så kan ingen læse det her mere. Vil du det?")
        yes: qsTr("Ja, træk det tilbage")
        no: qsTr("Nej, lad det stå")
        onAgreed: root.viewModel.withdraw()
        onRefused: root.viewModel.keep()
    }
    TrScrollPage {
        id: page

        anchors.fill: parent
        visible: !root.viewModel.asking
        name: root.title

        TrText {
            Layout.fillWidth: true
            visible: root.calm
            kind: TrText.Heading
            text: root.heading
        }
        TrVoiceCard {
            Layout.fillWidth: true
            Layout.maximumWidth: root.cardWidth
            visible: root.calm && root.viewModel.ready
            voice: TrVoiceCard.Staff
            heading: qsTr("Personalet skrev")
            text: root.viewModel.cell.text
            signature: Sentences.signatureLine(root.viewModel.cell.signature)
        }
        Repeater {
            model: root.viewModel.views

            TrVoiceCard {
                id: own

                required property int index
                required property otherViewCell view

                Layout.fillWidth: true
                Layout.maximumWidth: root.cardWidth
                visible: root.calm
                voice: TrVoiceCard.Mine
                heading: Sentences.otherViewHeading(false, "")
                text: qsTr("”%1”").arg(own.view.text)
                signature: Sentences.otherViewLine(own.view)

                Flow {
                    id: deeds

                    Layout.fillWidth: true
                    spacing: Theme.space.betweenButtons

                    TrButton {
                        width: Math.min(implicitWidth, deeds.width)
                        //: Changes one's own words.
                        text: qsTr("Ret")
                        iconName: "pen"
                        //: For a screen reader; %1 are the words.
                        Accessible.name: qsTr("Ret: %1").arg(own.view.text)
                        onClicked: root.viewModel.change(own.index, root.heading, root.help)
                    }
                    TrButton {
                        width: Math.min(implicitWidth, deeds.width)
                        kind: TrButton.Quiet
                        //: Takes one's own words out of everybody's view.
                        text: qsTr("Træk det tilbage")
                        iconName: "undo"
                        //: For a screen reader; %1 are the words.
                        Accessible.name: qsTr("Træk det tilbage: %1").arg(own.view.text)
                        onClicked: root.viewModel.askWithdraw(own.index)
                    }
                }
            }
        }
        TrCalmLine {
            Layout.fillWidth: true
            Layout.maximumWidth: root.cardWidth
            visible: root.calm && root.viewModel.ready && root.viewModel.views.count === 0
            iconName: "talk"
            text: qsTr("Er du ikke enig, kan du skrive det her. Det, personalet skrev, bliver stående.")
        }
        OwnViewPart {
            Layout.fillWidth: true
            visible: root.looking
            view: root.viewModel.own
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.calm && (root.viewModel.problem !== Problem.None || root.viewModel.own.problem !== Problem.None)
            text: Sentences.notSaved(root.viewModel.problem !== Problem.None ? root.viewModel.problem : root.viewModel.own.problem)
        }
        TrButton {
            // On a narrow page with large letters its words take two lines.
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: root.calm && root.viewModel.ready
            kind: TrButton.Quiet
            //: Opens everything that was written in a field.
            text: qsTr("Tidligere")
            iconName: "list"
            onClicked: root.viewModel.openHistory()
        }
    }

    apart: [
        TrButton {
            visible: root.looking
            kind: TrButton.Quiet
            tall: true
            //: Throws away what was written and is not saved.
            text: qsTr("Smid det væk")
            onClicked: root.viewModel.own.throwAway()
        },
        TrSavedLine {
            visible: root.calm && root.twoColumns
            saved: root.viewModel.saved
            text: Sentences.savedHere
        }
    ]
    actions: [
        TrButton {
            visible: root.looking
            kind: TrButton.Main
            //: Saves one's own words beside what staff wrote, for these people; %1 are names.
            text: Sentences.practising ? Sentences.trySaving : qsTr("Gem og vis til %1").arg(Sentences.readers(root.viewModel.own.names))
            onClicked: {
                page.moveTo(0)
                root.viewModel.own.save()
            }
        },
        TrButton {
            visible: root.calm && root.viewModel.ready
            kind: TrButton.Main
            //: Opens the place to write how one sees it.
            text: qsTr("Skriv")
            iconName: "pen"
            //: For a screen reader, in full.
            Accessible.name: qsTr("Skriv, hvordan jeg ser det")
            onClicked: root.viewModel.write(root.heading, root.help)
        }
    ]
}

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

    // Written and looked through, or asked about: nothing else stands on the page.
    readonly property bool looking: root.viewModel.writing.open
    readonly property bool asking: root.viewModel.writing.asking !== OtherViewWriting.Nothing
    readonly property real cardWidth: Math.min(root.contentWidth, Theme.size.readable)

    title: root.viewModel.title
    subtitle: root.viewModel.planTitle
    onBack: {
        page.moveTo(0)
        root.viewModel.back()
    }

    TrScrollPage {
        id: page

        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            visible: !root.looking
            kind: TrText.Heading
            text: Sentences.differing
        }
        TrVoiceCard {
            Layout.fillWidth: true
            Layout.maximumWidth: root.cardWidth
            visible: !root.looking && root.viewModel.ready
            voice: TrVoiceCard.Staff
            heading: qsTr("Personalet skrev")
            text: root.viewModel.cell.state === FieldState.Unreadable ? Sentences.unreadable
                  : root.viewModel.cell.text !== "" ? root.viewModel.cell.text
                  //: In place of staff's words, which they have taken out of the field.
                  : qsTr("Her står ikke noget mere.")
            signature: root.viewModel.cell.text !== "" ? Sentences.signatureLine(root.viewModel.cell.signature) : ""
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: root.cardWidth
            visible: !root.looking && root.viewModel.gone
            iconName: "info"
            //: Staff's words stand in an entry that somebody has taken out.
            text: qsTr("Det gælder ikke mere.")
        }
        Repeater {
            model: root.viewModel.views

            TrVoiceCard {
                id: own

                required property int index
                required property otherViewCell view

                Layout.fillWidth: true
                Layout.maximumWidth: root.cardWidth
                visible: !root.looking
                voice: TrVoiceCard.Mine
                heading: Sentences.differing
                text: qsTr("”%1”").arg(own.view.text)
                signature: Sentences.otherViewLine(own.view)

                OtherViewDeeds {
                    Layout.fillWidth: true
                    view: own.view
                    onChanged: root.viewModel.change(own.index, Sentences.differing, Sentences.differingHelp)
                    onWithdrawn: {
                        page.moveTo(0)
                        root.viewModel.askWithdraw(own.index)
                    }
                    onThrownAway: {
                        page.moveTo(0)
                        root.viewModel.askThrowAway(own.index)
                    }
                }
            }
        }
        TrCalmLine {
            Layout.fillWidth: true
            Layout.maximumWidth: root.cardWidth
            visible: !root.looking && root.viewModel.mayWrite && root.viewModel.views.count === 0
            iconName: "talk"
            text: qsTr("Er du ikke enig, kan du skrive det her. Det, personalet skrev, bliver stående.")
        }
        OtherViewPart {
            Layout.fillWidth: true
            visible: root.looking
            view: root.viewModel.writing
        }
        OtherViewProblem {
            Layout.fillWidth: true
            visible: !root.looking && shown
            view: root.viewModel.writing
        }
        TrButton {
            // On a narrow page with large letters its words take two lines.
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: !root.looking && root.viewModel.ready
            kind: TrButton.Quiet
            //: Opens everything that was written in a field.
            text: qsTr("Tidligere")
            iconName: "list"
            onClicked: root.viewModel.openHistory()
        }
    }

    apart: [
        TrButton {
            visible: root.looking && !root.asking
            kind: TrButton.Quiet
            tall: true
            //: Throws away what was written and is not saved.
            text: qsTr("Smid det væk")
            onClicked: {
                page.moveTo(0)
                root.viewModel.writing.askThrowAway()
            }
        },
        TrSavedLine {
            visible: !root.looking && root.twoColumns
            saved: root.viewModel.saved
            text: Sentences.savedHere
        }
    ]
    actions: [
        TrButton {
            visible: root.looking && !root.asking
            kind: TrButton.Main
            text: Sentences.saveForReaders(root.viewModel.writing.alone, root.viewModel.writing.names)
            onClicked: {
                page.moveTo(0)
                root.viewModel.writing.save()
            }
        },
        TrButton {
            visible: !root.looking && root.viewModel.mayWrite
            kind: TrButton.Main
            //: Opens the place to write how one sees it.
            text: qsTr("Skriv")
            iconName: "pen"
            //: For a screen reader, in full.
            Accessible.name: qsTr("Skriv, hvordan jeg ser det")
            onClicked: root.viewModel.write(Sentences.differing, Sentences.differingHelp)
        }
    ]
}

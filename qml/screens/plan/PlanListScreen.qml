pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One list of a plan, in one column. A tap on an entry opens it; what else can be done with it stands there while the
// list is put in order, so that the page is quiet for whoever reads.
PageFrame {
    id: root

    required property PlanListViewModel viewModel

    readonly property real cellWidth: Math.min(root.contentWidth, Theme.size.readable)

    title: root.viewModel.title
    subtitle: root.viewModel.planTitle
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: !root.viewModel.forStaff
    hasBottom: !root.viewModel.forStaff || root.viewModel.mayAdd || root.viewModel.arranging || root.viewModel.undoable !== "" || root.viewModel.saved
    onBack: root.viewModel.back()

    // Rows move and go under the finger: a second touch that comes too soon would hit the next entry.
    TrTapGuard {
        id: guard
    }

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            text: root.viewModel.question
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: text !== ""
            kind: TrText.Small
            soft: true
            text: root.viewModel.help
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.entries.count === 0
            kind: TrText.Lead
            text: qsTr("Her står ikke noget endnu.")
        }
        Repeater {
            model: root.viewModel.entries

            PlanEntry {
                id: entry

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                Layout.preferredWidth: root.cellWidth
                columnWidth: root.cellWidth
                wide: root.twoColumns
                isMine: root.viewModel.mine
                forStaff: root.viewModel.forStaff
                residentName: root.viewModel.residentName
                arranging: root.viewModel.arranging
                onOpened: root.viewModel.openEntry(entry.index)
                onConfirmed: root.viewModel.confirm(entry.index)
                onMovedUp: {
                    if (guard.accepts(Date.now()))
                        root.viewModel.moveUp(entry.index)
                }
                onMovedDown: {
                    if (guard.accepts(Date.now()))
                        root.viewModel.moveDown(entry.index)
                }
                onWithdrawn: {
                    if (guard.accepts(Date.now()))
                        root.viewModel.withdraw(entry.index)
                }
                onKept: {
                    if (guard.accepts(Date.now()))
                        root.viewModel.keep(entry.index)
                }
                onHistoryOpened: root.viewModel.historyOf(entry.index)
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.undoable !== ""
            iconName: "info"
            //: Just taken out of a list; %1 is the entry. A button to undo it stands in the bottom bar.
            text: qsTr("Det gælder ikke mere: ”%1”").arg(root.viewModel.undoable)
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.viewModel.arranging && (root.viewModel.maySuggest || root.viewModel.mayArrange)
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.m
            rowSpacing: Theme.space.s

            TrButton {
                Layout.maximumWidth: root.cellWidth
                visible: root.viewModel.maySuggest
                text: qsTr("Giv mig forslag")
                iconName: "leaf"
                textSize: Theme.type.small
                onClicked: root.viewModel.giveSuggestions()
            }
            TrButton {
                Layout.maximumWidth: root.cellWidth
                visible: root.viewModel.mayArrange
                //: Shows what may be done with each entry: move it, take it out.
                text: qsTr("Ret listen")
                iconName: "swap"
                textSize: Theme.type.small
                onClicked: root.viewModel.arrange(true)
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.suggestions.length > 0
            kind: TrText.Heading
            //: Over what one may take into a list. Nothing is chosen beforehand.
            text: qsTr("Tag det, der passer. Du kan også skrive selv.")
        }
        Repeater {
            model: root.viewModel.suggestions

            TrButton {
                id: suggestion

                required property string modelData

                Layout.maximumWidth: root.cellWidth
                text: suggestion.modelData
                iconName: "plus"
                //: For a screen reader: a suggestion for a list.
                Accessible.name: qsTr("Tag forslaget: %1").arg(suggestion.modelData)
                onClicked: {
                    if (guard.accepts(Date.now()))
                        root.viewModel.take(suggestion.modelData)
                }
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.full
            kind: TrText.Small
            soft: true
            //: The list has as many entries as it may.
            text: qsTr("Her er ikke plads til mere. Tag noget ud, som ikke gælder mere, før du skriver noget nyt.")
        }
        TrButton {
            Layout.maximumWidth: root.cellWidth
            visible: root.viewModel.gone.count > 0
            kind: TrButton.Quiet
            text: root.viewModel.showsGone ? qsTr("Skjul det, der ikke gælder mere") : qsTr("Vis det, der ikke gælder mere")
            iconName: root.viewModel.showsGone ? "up" : "down"
            onClicked: root.viewModel.showGone(!root.viewModel.showsGone)
        }
        Repeater {
            model: root.viewModel.showsGone ? root.viewModel.gone : null

            TrVoiceCard {
                id: goneEntry

                required property int index
                required property planCell cell
                required property signature mark
                required property bool mayBringBack
                readonly property real innerWidth: root.cellWidth - Theme.size.voicePadding - Theme.size.linePaddingH

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                voice: root.viewModel.mine ? TrVoiceCard.Mine : TrVoiceCard.Staff
                heading: qsTr("Gælder ikke mere")
                text: goneEntry.cell.text
                textSize: Theme.type.small
                signature: goneEntry.mark.known
                           //: Who said that an entry no longer holds, and the day.
                           ? qsTr("Taget ud af %1, %2").arg(Sentences.who(goneEntry.mark.byYou, goneEntry.mark.author)).arg(goneEntry.mark.day)
                           : ""

                // Staff take out what they wrote, and not what the resident wrote beside it.
                PlanOtherViews {
                    Layout.fillWidth: true
                    Layout.preferredWidth: goneEntry.innerWidth
                    views: goneEntry.cell.otherViews
                    forStaff: root.viewModel.forStaff
                    residentName: root.viewModel.residentName
                }
                TrButton {
                    Layout.maximumWidth: goneEntry.innerWidth
                    visible: goneEntry.cell.opensOtherView
                    text: Sentences.differing
                    iconName: "reply"
                    textSize: Theme.type.small
                    //: For a screen reader; %1 is what the button does, %2 an entry of a list.
                    Accessible.name: qsTr("%1: %2").arg(Sentences.differing).arg(goneEntry.cell.text)
                    onClicked: root.viewModel.openGone(goneEntry.index)
                }
                TrButton {
                    Layout.maximumWidth: goneEntry.innerWidth
                    visible: goneEntry.mayBringBack
                    text: qsTr("Gælder igen")
                    iconName: "undo"
                    textSize: Theme.type.small
                    Accessible.name: qsTr("Gælder igen: %1").arg(goneEntry.cell.text)
                    onClicked: {
                        if (guard.accepts(Date.now()))
                            root.viewModel.bringBack(goneEntry.index)
                    }
                }
            }
        }
    }

    apart: TrSavedLine {
        visible: root.twoColumns && root.viewModel.undoable === ""
        saved: root.viewModel.saved
    }
    actions: [
        TrButton {
            visible: root.viewModel.undoable !== "" // in sight wherever the page stands
            tall: true
            text: qsTr("Fortryd")
            iconName: "undo"
            onClicked: root.viewModel.undo()
        },
        TrButton {
            visible: root.viewModel.arranging
            kind: TrButton.Main
            //: Hides again what may be done with each entry.
            text: qsTr("Færdig med at rette")
            iconName: "check"
            onClicked: root.viewModel.arrange(false)
        },
        TrButton {
            visible: root.viewModel.mayAdd && !root.viewModel.full && !root.viewModel.arranging
            kind: TrButton.Main
            //: A new entry in a list.
            text: qsTr("Skriv noget nyt")
            iconName: "pen"
            onClicked: root.viewModel.add()
        }
    ]
}

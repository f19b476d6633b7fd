pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One group of a plan that repeats: a card for each entry. A tap opens it; what else can be done with it stands there
// while the group is put in order.
PageFrame {
    id: root

    required property PlanGroupViewModel viewModel

    readonly property real cellWidth: Math.min(root.contentWidth, Theme.size.readable)

    title: root.viewModel.title
    // Large letters on a phone: the bar has no room for both.
    subtitle: Theme.form === Theme.Phone && Theme.type.large ? "" : root.viewModel.planTitle
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

            PlanGroupEntry {
                id: entry

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                Layout.preferredWidth: root.cellWidth
                columnWidth: root.cellWidth
                wide: root.twoColumns
                staffs: root.viewModel.staffs
                arranging: root.viewModel.arranging
                onOpened: root.viewModel.openEntry(entry.index)
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
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.undoable !== ""
            iconName: "info"
            text: qsTr("Det gælder ikke mere: ”%1”").arg(root.viewModel.undoable)
        }
        TrButton {
            Layout.maximumWidth: root.cellWidth
            visible: root.viewModel.mayArrange && !root.viewModel.arranging
            text: qsTr("Ret listen")
            iconName: "swap"
            textSize: Theme.type.small
            onClicked: root.viewModel.arrange(true)
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.full
            kind: TrText.Small
            soft: true
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
                required property string words
                required property signature mark
                required property bool mayBringBack

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                voice: root.viewModel.staffs ? TrVoiceCard.Staff : TrVoiceCard.Mine
                heading: qsTr("Gælder ikke mere")
                text: goneEntry.words !== "" ? goneEntry.words : qsTr("Uden ord")
                textSize: Theme.type.small
                signature: goneEntry.mark.known
                           ? qsTr("Taget ud af %1, %2").arg(Sentences.who(goneEntry.mark.byYou, goneEntry.mark.author)).arg(goneEntry.mark.day)
                           : ""

                TrButton {
                    Layout.maximumWidth: root.cellWidth - Theme.size.voicePadding - Theme.size.linePaddingH
                    //: Opens an entry that no longer holds.
                    text: qsTr("Se det")
                    iconName: "list"
                    textSize: Theme.type.small
                    //: For a screen reader; %1 is the first words of an entry.
                    Accessible.name: qsTr("Se det: %1").arg(goneEntry.text)
                    onClicked: root.viewModel.openGone(goneEntry.index)
                }
                TrButton {
                    Layout.maximumWidth: root.cellWidth - Theme.size.voicePadding - Theme.size.linePaddingH
                    visible: goneEntry.mayBringBack
                    text: qsTr("Gælder igen")
                    iconName: "undo"
                    textSize: Theme.type.small
                    Accessible.name: qsTr("Gælder igen: %1").arg(goneEntry.text)
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
        text: Sentences.savedHere
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
            text: qsTr("Færdig med at rette")
            iconName: "check"
            onClicked: root.viewModel.arrange(false)
        },
        TrButton {
            visible: root.viewModel.mayAdd && !root.viewModel.full && !root.viewModel.arranging
            kind: TrButton.Main
            //: A new entry of several fields: somebody to call, a wish, one time that we look at.
            text: qsTr("Tilføj ny")
            iconName: "plus"
            onClicked: root.viewModel.add()
        }
    ]
}

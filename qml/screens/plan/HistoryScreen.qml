pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Everything that was ever written in a field, newest first.
PageFrame {
    id: root

    required property HistoryViewModel viewModel
    required property bool forStaff

    //: Title of the page with earlier versions.
    title: qsTr("Tidligere")
    subtitle: root.viewModel.title
    hasHide: !root.forStaff
    hasLock: root.forStaff
    hasHelp: !root.forStaff
    hasBottom: !root.forStaff
    onBack: root.viewModel.back()

    function marked(mark: int): string {
        switch (mark) {
        case HistoryViewModel.Chosen: return qsTr("Valgt af to udgaver")
        case HistoryViewModel.Rewritten: return qsTr("Skrevet i stedet for to udgaver")
        case HistoryViewModel.KeptBoth: return qsTr("Begge blev beholdt")
        case HistoryViewModel.Talk: return qsTr("Skulle tages op sammen")
        case HistoryViewModel.Approved: return qsTr("Der blev sagt ja til ordene")
        //: An entry of a list was taken out; it stays among what no longer holds.
        case HistoryViewModel.Withdrawn: return qsTr("Gælder ikke mere")
        //: … and came back.
        case HistoryViewModel.BroughtBack: return qsTr("Gælder igen")
        default: return ""
        }
    }

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        Repeater {
            model: root.viewModel.versions

            TrVoiceCard {
                id: version

                required property string words
                required property signature mark
                required property int kind
                required property bool mine

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                voice: version.mine ? TrVoiceCard.Mine : TrVoiceCard.Staff
                heading: root.marked(version.kind)
                text: version.words
                signature: Sentences.signatureLine(version.mark)
            }
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.versions.count === 0
            kind: TrText.Lead
            text: qsTr("Her er ikke skrevet noget endnu.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.problem(root.viewModel.problem)
        }
    }
}

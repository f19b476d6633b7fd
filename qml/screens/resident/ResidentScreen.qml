pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// The page that a tile opens: what one can do here. What was answered earlier is one step further in.
PageFrame {
    id: root

    required property ResidentViewModel viewModel
    required property ConversationViewModel conversation

    title: root.viewModel.name !== ""
           //: Title of a resident's page; %1 is the first name.
           ? qsTr("Hej %1").arg(root.viewModel.name) : qsTr("Hej")
    onBack: root.viewModel.leave()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        RowLayout {
            Layout.fillWidth: true
            visible: root.viewModel.phase === ResidentViewModel.Ready
            spacing: Theme.space.l

            TrText {
                Layout.fillWidth: true
                Layout.topMargin: root.twoColumns ? 0 : Theme.space.m
                kind: TrText.Question
                //: Above the things a resident can do.
                text: qsTr("Hvad vil du?")
            }
            // In sight without moving the page; where there is no room here it stands at the end.
            TrButton {
                visible: root.twoColumns
                kind: TrButton.Quiet
                text: ways.text
                iconName: ways.iconName
                onClicked: root.viewModel.openWays()
            }
        }
        TrButton {
            Layout.topMargin: Theme.space.m
            Layout.maximumWidth: root.contentWidth
            visible: root.viewModel.phase === ResidentViewModel.Ready && root.viewModel.talkWaits
            kind: TrButton.Main
            //: On a resident's own page: a conversation was begun and waits.
            text: qsTr("Gå videre med jeres samtale")
            iconName: "talk"
            onClicked: root.conversation.resume()
        }
        EntryGrid {
            Layout.fillWidth: true
            Layout.topMargin: root.twoColumns ? 0 : Theme.space.m
            visible: root.viewModel.phase === ResidentViewModel.Ready
            entries: root.viewModel.entries
            columns: root.twoColumns ? 2 : 1
            onOpened: index => root.viewModel.openEntry(index)
        }
        TrText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l
            visible: root.viewModel.phase === ResidentViewModel.Ready && root.viewModel.hasPlans
            kind: TrText.Heading
            //: On a resident's own page, over the plans that they write with the staff.
            text: qsTr("Mine planer")
        }
        EntryGrid {
            Layout.fillWidth: true
            visible: root.viewModel.phase === ResidentViewModel.Ready && root.viewModel.hasPlans
            entries: root.viewModel.entries
            plans: true
            compact: true
            columns: root.twoColumns ? 3 : 1
            onOpened: index => root.viewModel.openEntry(index)
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.phase === ResidentViewModel.Ready && root.viewModel.triedBefore > 0
            iconName: "info"
            //: %n: how often somebody picked wrong pictures on this tablet.
            text: qsTr("Nogen prøvede andre billeder %n gang(e).", "", root.viewModel.triedBefore)
        }
        TrButton {
            id: ways

            Layout.topMargin: Theme.space.s
            Layout.maximumWidth: root.contentWidth
            visible: root.viewModel.phase === ResidentViewModel.Ready && !root.twoColumns
            kind: TrButton.Quiet
            text: qsTr("Sådan vil jeg have det")
            iconName: "leaf"
            onClicked: root.viewModel.openWays()
        }
        TrText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.xl
            visible: root.viewModel.phase === ResidentViewModel.Loading
            kind: TrText.Lead
            //: While a page is being read from the disk.
            text: qsTr("Henter …")
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.xl
            visible: root.viewModel.phase === ResidentViewModel.Failed
            text: Sentences.problem(root.viewModel.problem)
        }
    }

    actions: [
        TrButton {
            visible: root.viewModel.hasPictures
            tall: true
            text: root.viewModel.ownOpen
                  //: To what only the resident can read; their pictures have opened it.
                  ? qsTr("Kun mig er åbent")
                  //: To what only the resident can read, behind three pictures.
                  : qsTr("Kun mig")
            iconName: "lock"
            onClicked: root.viewModel.openPictures()
        },
        TrButton {
            visible: root.viewModel.phase === ResidentViewModel.Ready
            tall: true
            //: Opens one's own page: what was said and replied, one's own line, who has looked.
            text: qsTr("Min side")
            iconName: "chart"
            onClicked: root.viewModel.openOwnPage()
        }
    ]
}

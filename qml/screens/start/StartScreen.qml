pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Hvem er du?": a tile for everybody, and nothing that tells who has anything due.
PageFrame {
    id: root

    required property StartViewModel viewModel
    required property SyncViewModel sync
    required property PracticeViewModel practice

    readonly property int columns: root.tall ? (root.viewModel.columns > 3 ? 3 : 2) : Theme.form === Theme.Phone ? 2 : root.viewModel.columns

    hasTop: false

    // The tiles share the height; only with large letters on a phone there is not enough, and the page moves.
    TrScrollPage {
        id: page

        anchors.fill: parent
        anchors.bottomMargin: Theme.cramped ? 0 : -Theme.space.m // what stands out of a tile is not cut there
        name: who.text

        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l - Theme.space.s
            Layout.bottomMargin: Theme.cramped ? 0 : Theme.space.m - Theme.space.s
            Layout.preferredHeight: Theme.cramped ? -1 : page.height - Theme.space.l - Theme.space.m
            spacing: Theme.space.m

            GridLayout {
                Layout.fillWidth: true
                columns: root.twoColumns ? 2 : 1
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.s

                GridLayout {
                    id: heading

                    readonly property real room: root.contentWidth - (root.twoColumns ? state.room + Theme.space.l : 0)

                    Layout.preferredWidth: heading.room
                    Layout.maximumWidth: heading.room
                    columns: who.implicitWidth + columnSpacing + what.implicitWidth > heading.room ? 1 : 3
                    columnSpacing: Theme.space.l
                    rowSpacing: 0

                    TrText {
                        id: who

                        Layout.alignment: Qt.AlignBaseline
                        kind: TrText.Question
                        //: The start page.
                        text: qsTr("Hvem er du?")
                        wrapMode: Text.NoWrap
                    }
                    TrText {
                        id: what

                        Layout.alignment: Qt.AlignBaseline
                        Layout.maximumWidth: heading.room
                        kind: TrText.Lead
                        //: The start page, beside "Hvem er du?".
                        text: qsTr("Tryk på dit billede.")
                    }
                    Item {
                        Layout.fillWidth: true
                        visible: heading.columns > 1
                    }
                }
                ColumnLayout {
                    id: state

                    readonly property real room: root.twoColumns ? root.contentWidth / 3 : root.contentWidth

                    Layout.alignment: root.twoColumns ? Qt.AlignRight | Qt.AlignVCenter : Qt.AlignLeft
                    Layout.preferredWidth: state.room
                    Layout.maximumWidth: state.room
                    spacing: Theme.space.s

                    TrSavedLine {
                        width: state.room // before the layout asks how high it is
                        Layout.fillWidth: true
                        iconName: root.sync.needsPerson || !root.sync.working ? "check" : "sync"
                        saved: text !== ""
                        text: Sentences.syncForAll(root.sync.needsPerson, root.sync.state, root.sync.lastContact)
                        textSize: Theme.type.staffSmall
                    }
                    TrChip {
                        Layout.maximumWidth: state.room
                        visible: root.viewModel.demo
                        //: The start page of a made-up home.
                        text: qsTr("Øvehjem med opdigtede personer")
                        iconName: "info"
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.viewModel.tiles.count > 0
                columns: root.columns
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.l

                Repeater {
                    model: root.viewModel.tiles

                    TrTile {
                        required property int index
                        required property string name
                        required picture
                        required tint

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        Layout.preferredHeight: Theme.cramped ? implicitHeight : 1
                        text: name
                        onClicked: root.viewModel.openTile(index)
                    }
                }
            }
            TrText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.viewModel.ready && root.viewModel.tiles.count === 0
                kind: TrText.Lead
                //: A new tablet without residents yet.
                text: qsTr("Her er ingen billeder endnu. De kommer, når tabletten har talt med kontoret.")
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    actions: [
        TrButton {
            visible: root.viewModel.pageCount > 1
            kind: TrButton.Quiet
            //: More tiles than fit on one page.
            text: qsTr("Flere billeder")
            iconName: "next"
            iconRight: true
            onClicked: root.viewModel.showPage((root.viewModel.pageIndex + 1) % root.viewModel.pageCount)
        },
        TrButton {
            visible: root.viewModel.roundOpen
            kind: TrButton.Plain
            text: qsTr("Runde i fællesstuen")
            iconName: "people"
            onClicked: root.viewModel.openRound()
        },
        TrButton {
            visible: root.practice.offered
            kind: TrButton.Quiet
            //: Opens the page before a practice.
            text: qsTr("Øv dig")
            iconName: "leaf"
            onClicked: root.practice.open()
        },
        TrButton {
            kind: TrButton.Quiet
            //: Opens the staff's pages.
            text: qsTr("Personale")
            iconName: "staff"
            onClicked: root.viewModel.openStaff()
        }
    ]
}

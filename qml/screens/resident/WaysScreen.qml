pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Sådan vil jeg have det": rows that say what is now; a tap opens the choices of one.
PageFrame {
    id: root

    required property WaysViewModel viewModel

    readonly property int kind: root.viewModel.kind
    readonly property bool isList: root.kind === WaysViewModel.List
    readonly property bool isGrid: root.kind === WaysViewModel.Picture

    onBack: {
        page.moveTo(0)
        root.viewModel.back()
    }

    TrScrollPage {
        id: page

        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            kind: TrText.Title
            text: WaysSentences.title(root.kind, root.viewModel.form)
        }
        GridLayout {
            id: list

            Layout.fillWidth: true
            visible: root.isList
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: 0

            Repeater {
                model: root.viewModel.rows

                TrListRow {
                    required property int index
                    required property int kind
                    required property string form
                    required property int value
                    required property string note

                    Layout.fillWidth: true
                    Layout.preferredWidth: root.columnWidth // said outright: see PageFrame
                    text: WaysSentences.title(kind, form)
                    line: WaysSentences.now(kind, value, note)
                    first: index < list.columns
                    forResident: true
                    onClicked: {
                        page.moveTo(0)
                        root.viewModel.open(index)
                    }
                }
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.isList && text !== ""
            kind: TrText.Lead
            text: WaysSentences.lead(root.kind)
        }
        GridLayout {
            Layout.fillWidth: true
            visible: !root.isList && !root.isGrid
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.betweenButtons
            rowSpacing: Theme.space.betweenButtons

            Repeater {
                model: root.viewModel.choices

                TrRadioRow {
                    required property int index
                    required property int value
                    required chosen
                    required names

                    Layout.fillWidth: true
                    Layout.preferredWidth: root.columnWidth // said outright: see PageFrame
                    text: WaysSentences.choice(root.kind, value)
                    onClicked: root.viewModel.choose(index)
                }
            }
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: text !== ""
            iconName: "talk"
            text: root.kind === WaysViewModel.Readers ? WaysSentences.readers(root.viewModel.value) : ""
        }
        WayPictures {
            Layout.fillWidth: true
            visible: root.isGrid
            taken: root.viewModel.taken
            columns: root.twoColumns ? 6 : Theme.cramped ? 2 : 3
            onPicked: name => root.viewModel.choosePicture(name)
        }
        // Its place is kept, so that nothing jumps.
        TrSavedLine {
            visible: !root.isList && root.viewModel.problem === Problem.None
            saved: root.viewModel.saved
            text: root.isGrid ? qsTr("%1 er dit billede nu.").arg(TrPictures.word(root.viewModel.picture)) : Sentences.practising ? Sentences.notKept : qsTr("Gemt her")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    actions: [
        TrButton {
            visible: root.kind === WaysViewModel.Pictures
            tall: true
            //: To changing one's three pictures, and turning them off.
            text: qsTr("Skift eller slå fra")
            iconName: "lock"
            onClicked: root.viewModel.openPictures()
        },
        TrButton {
            visible: root.viewModel.saved
            tall: true
            text: qsTr("Fortryd")
            iconName: "undo"
            onClicked: root.viewModel.undo()
        }
    ]
}

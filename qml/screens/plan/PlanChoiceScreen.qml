pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// A field of a plan with answers to choose from. A tap is on disk before it shows as chosen.
PageFrame {
    id: root

    required property PlanChoiceViewModel viewModel

    // All answers are in sight, where there is room.
    readonly property int columns: root.twoColumns && root.viewModel.options.count > 3 ? 2 : 1
    readonly property real cellWidth: Math.min(root.columns > 1 ? root.columnWidth : root.contentWidth, Theme.size.readable)

    title: root.viewModel.planTitle
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: !root.viewModel.forStaff
    onBack: root.viewModel.back()

    topActions: TrButton {
        visible: root.viewModel.hasHistory
        kind: TrButton.Quiet
        text: qsTr("Tidligere")
        iconName: "list"
        textSize: Theme.form === Theme.Phone ? Theme.type.staffBody : Theme.type.button
        onClicked: root.viewModel.openHistory()
    }

    TrScrollPage {
        anchors.fill: parent
        name: root.viewModel.question

        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Title
            text: root.viewModel.question
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: text !== ""
            kind: TrText.Lead
            text: root.viewModel.help
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.signature.said || root.viewModel.forStaff
            kind: TrText.Small
            soft: true
            text: Sentences.signatureLine(root.viewModel.signature)
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.columns
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            Repeater {
                model: root.viewModel.options

                TrRadioRow {
                    required property int index
                    required property string words
                    required chosen

                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.size.readable
                    Layout.preferredWidth: root.cellWidth // said outright: see PageFrame
                    text: words
                    onClicked: root.viewModel.choose(index)
                }
            }
        }
        TrButton {
            Layout.maximumWidth: root.contentWidth
            visible: root.viewModel.anyChosen
            kind: TrButton.Quiet
            //: Takes back what was chosen in a plan, so that nothing is.
            text: qsTr("Ingen af dem")
            iconName: "undo"
            onClicked: root.viewModel.clear()
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    apart: TrSavedLine {
        visible: root.twoColumns
        saved: root.viewModel.saved
        text: Sentences.savedHere
    }
    actions: TrButton {
        kind: TrButton.Main
        text: qsTr("Færdig")
        iconName: "check"
        onClicked: root.viewModel.back()
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// On the shared tablet: the round that is open, or the themes that one can be about.
ColumnLayout {
    id: root

    required property RoundsViewModel viewModel
    required property real room // how wide: a layout that finds it out too late keeps the wrong height

    spacing: Theme.space.m

    TrText {
        Layout.fillWidth: true
        Layout.preferredWidth: Math.min(root.room, Theme.size.readable)
        Layout.maximumWidth: Math.min(root.room, Theme.size.readable)
        kind: TrText.StaffBody
        //: Staff, on the shared tablet.
        text: qsTr("I en runde svarer alle på det samme, uden navn. Den er åben i syv dage. Mindst fem skal svare, før svarene kan ses.")
    }
    TrNoteLine {
        Layout.fillWidth: true
        Layout.preferredWidth: root.room
        visible: text !== ""
        iconName: "info"
        text: RoundSentences.ended(root.viewModel.ended)
        textSize: Theme.type.staffBody
    }
    TrCard {
        Layout.fillWidth: true
        Layout.preferredWidth: root.room
        visible: root.viewModel.openTheme !== ""
        name: root.viewModel.openTheme

        TrText {
            Layout.fillWidth: true
            kind: TrText.Heading
            letterSize: Theme.type.small
            text: root.viewModel.openTheme
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.StaffBody
            //: Of the round that is open. How many have answered is not said.
            text: qsTr("Runden er åben på startsiden. Den lukker selv efter syv dage.")
        }
        TrButton {
            //: Staff close a round before its time; it asks once more.
            text: qsTr("Luk runden")
            onClicked: root.viewModel.askClose()
        }
    }
    TrCard {
        Layout.fillWidth: true
        Layout.preferredWidth: root.room
        visible: root.viewModel.ready && root.viewModel.openTheme === ""
        //: Over the themes that a round can be about.
        name: qsTr("Begynd en runde om")
        padding: Theme.size.linePaddingH
        verticalPadding: Theme.space.m
        spacing: 0

        TrText {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space.xs
            kind: TrText.Heading
            letterSize: Theme.type.small
            text: qsTr("Begynd en runde om")
        }
        Repeater {
            model: root.viewModel.themes

            TrListRow {
                id: row

                required property int index
                required property string title
                required property int state

                Layout.fillWidth: true
                first: row.index === 0
                text: row.title
                line: RoundSentences.theme(row.state)
                onClicked: root.viewModel.choose(row.index)
            }
        }
    }
}

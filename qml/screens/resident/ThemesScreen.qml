pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// The self-evaluations, one card each.
PageFrame {
    id: root

    required property ResidentViewModel viewModel

    onBack: root.viewModel.backFromThemes()

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Question
            //: Title of the page with the self-evaluations.
            text: qsTr("Sådan ser du på hjælpen")
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            //: Under "Sådan ser du på hjælpen".
            text: qsTr("Vælg det, du vil svare på.")
        }
        EntryGrid {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            entries: root.viewModel.themes
            columns: root.twoColumns ? 2 : 1
            onOpened: index => root.viewModel.openTheme(index)
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Whom the answers are about.
PageFrame {
    id: root

    required property AboutViewModel viewModel

    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Question
            //: Before questions about the help: whom they are about.
            text: qsTr("Hvem vil du svare om?")
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            text: root.viewModel.title
        }
        PeopleGrid {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            people: root.viewModel.people
            columns: root.twoColumns ? 3 : 2
            onChosen: index => root.viewModel.choose(index)
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Before a practice: what it is, in two sentences, and one way in.
PageFrame {
    id: root

    required property PracticeViewModel viewModel

    hasHide: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: root.tall ? Theme.space.xl : Theme.space.m
            kind: TrText.Question
            //: Title of the page before a practice.
            text: qsTr("Øv dig")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            //: On the page before a practice.
            text: qsTr("Her er alting på prøve. Intet bliver gemt, og ingen ser det.")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            //: On the page before a practice. Øve-Kim is the made-up resident.
            text: qsTr("Du er Øve-Kim, som ikke findes. I kan også øve jer sammen.")
        }
        // Its place is kept, so that nothing jumps.
        TrText {
            Layout.fillWidth: true
            Layout.minimumHeight: lineHeight
            soft: true
            text: root.viewModel.opening ? qsTr("Et øjeblik …") : ""
            Accessible.role: Accessible.AlertMessage
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.problem !== Problem.None
            text: root.viewModel.problem === Problem.DiskFull ? Sentences.problem(Problem.DiskFull)
                  //: A practice could not begin.
                  : qsTr("Øvelsen kunne ikke begynde. Prøv igen.")
        }
    }

    actions: TrButton {
        kind: TrButton.Main
        enabled: !root.viewModel.opening
        //: Begins a practice.
        text: qsTr("Begynd øvelsen")
        iconName: "next"
        iconRight: true
        onClicked: root.viewModel.begin()
    }
}

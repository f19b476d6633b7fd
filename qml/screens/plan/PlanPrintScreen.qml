pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// A plan on paper: whose words go along, then where the file is.
PageFrame {
    id: root

    required property PlanPrintViewModel viewModel

    readonly property int outcome: root.viewModel.outcome
    onOutcomeChanged: page.moveTo(0) // what came of it stands at the top

    readonly property bool done: root.outcome === PlanPrintViewModel.Printed

    function choice(whose: int): string {
        switch (whose) {
        case PlanPrintViewModel.Mine: return Sentences.mineHeading(root.viewModel.forStaff, root.viewModel.residentName)
        case PlanPrintViewModel.Staffs: return Sentences.staffHeading(root.viewModel.forStaff)
        //: Whose words are printed: the resident's and the staff's.
        default: return qsTr("Begge dele")
        }
    }
    // What went wrong; the plan is as it was.
    function problem(outcome: int): string {
        switch (outcome) {
        case PlanPrintViewModel.FolderMissing: return qsTr("Mappen til print er ikke til at finde. Der er ikke lavet nogen fil. Planen er, som den var.")
        case PlanPrintViewModel.FolderClosed: return qsTr("Der kan ikke skrives i mappen til print. Der er ikke lavet nogen fil. Planen er, som den var.")
        case PlanPrintViewModel.NotComplete: return qsTr("Der var ikke plads til filen. Der er ikke lavet nogen fil. Planen er, som den var.")
        case PlanPrintViewModel.NotAllowed: return qsTr("Planen kan ikke printes herfra.")
        case PlanPrintViewModel.Failed: return qsTr("Det gik ikke. Prøv igen. Planen er, som den var.")
        default: return ""
        }
    }

    //: Title of the page that puts a plan on paper.
    title: qsTr("Print")
    subtitle: root.viewModel.forStaff && root.viewModel.residentName !== ""
              ? qsTr("%1 · %2").arg(root.viewModel.residentName).arg(root.viewModel.planTitle) : root.viewModel.planTitle
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: !root.viewModel.forStaff
    onBack: root.viewModel.back()

    PlanPrintWords {
        id: printWords
    }
    TrScrollPage {
        id: page

        anchors.fill: parent
        name: root.title

        TrNoteLine {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.problem(root.outcome)
        }
        TrCard {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.done
            name: qsTr("Filen er klar")

            TrText {
                Layout.fillWidth: true
                kind: TrText.Heading
                //: The file to print was made.
                text: qsTr("Filen er klar")
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                //: The name of a file.
                text: qsTr("Den hedder: %1").arg(root.viewModel.fileName)
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                //: The folder of a file.
                text: qsTr("Den ligger i: %1").arg(root.viewModel.folder)
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                //: How many sheets of paper.
                text: qsTr("Sider: %1").arg(root.viewModel.pages)
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.done
            kind: TrText.Title
            //: Whose words are to be printed.
            text: qsTr("Hvis ord skal med?")
        }
        Repeater {
            model: [PlanPrintViewModel.Mine, PlanPrintViewModel.Staffs, PlanPrintViewModel.Both]

            TrRadioRow {
                required property int modelData

                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                visible: !root.done
                text: root.choice(modelData)
                chosen: root.viewModel.whose === modelData
                onClicked: root.viewModel.choose(modelData)
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.done && root.viewModel.whose !== PlanPrintViewModel.Mine
            kind: TrText.Small
            soft: true
            //: What the resident has written beside staff's words is printed with them.
            text: qsTr("”Jeg ser det anderledes” kommer med, hvor det er skrevet.")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Small
            soft: true
            text: root.done ? qsTr("Alle, der får papiret, kan læse det.")
                            : qsTr("Det bliver til en fil, som kan printes. Alle, der får papiret, kan læse det.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: !root.done && root.viewModel.unfinished
            text: qsTr("Det, der ikke er færdigt endnu, kommer ikke med.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.empty
            text: qsTr("Her er ikke skrevet noget endnu.")
        }
    }

    actions: TrButton {
        kind: TrButton.Main
        enabled: root.done || (!root.viewModel.empty && !root.viewModel.busy)
        //: Makes the file that can be printed.
        text: root.done ? qsTr("Færdig") : qsTr("Lav filen")
        iconName: root.done ? "check" : "pages"
        onClicked: {
            if (root.done)
                root.viewModel.back()
            else
                root.viewModel.makeFile(printWords)
        }
    }
}

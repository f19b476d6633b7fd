pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "To udgaver": both whole, the oldest left. Whose words they are stands over the choices.
PageFrame {
    id: root

    required property VersionsViewModel viewModel

    readonly property bool residentHere: root.viewModel.mode === VersionsViewModel.ResidentChooses || !root.viewModel.forStaff
    readonly property bool named: root.viewModel.residentName !== ""
    readonly property bool picking: root.viewModel.picked >= 0

    title: root.residentHere && root.viewModel.forStaff
           ? (root.named ?
              //: The resident has taken over the tablet; %1 is the first name.
              qsTr("%1 vælger selv").arg(root.viewModel.residentName) : qsTr("Beboeren vælger selv"))
           //: Title of the page with two versions of a text.
           : qsTr("To udgaver")
    subtitle: root.viewModel.forStaff
              ? qsTr("%1 · %2 · %3").arg(root.named ? root.viewModel.residentName : qsTr("Uden navn")).arg(root.viewModel.planTitle).arg(root.viewModel.fieldTitle)
              : root.viewModel.fieldTitle
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: root.residentHere
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            kind: TrText.StaffBody
            letterSize: root.residentHere ? Theme.type.small : Theme.type.staffBody
            soft: true
            //: Over the two versions.
            text: root.viewModel.versions.count > 2 ? qsTr("Alle er gemt. Det, der ikke står i den første, er fedt og understreget.")
                                                    : qsTr("Begge er gemt. Det, der kun står i den ene, er fedt og understreget.")
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            Repeater {
                model: root.viewModel.versions

                VersionCard {
                    id: version

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: root.columnWidth
                    mayPick: root.residentHere ? root.viewModel.mayChoose : root.viewModel.mayChoose && !root.viewModel.residentsWords
                    onPick: root.viewModel.pick(version.index)
                }
            }
        }
        TrCalmLine {
            Layout.fillWidth: true
            iconName: "pen"
            textSize: root.residentHere ? Theme.type.small : Theme.type.staffBody
            text: !root.viewModel.waiting ? qsTr("Begge står her, fordi nogen har valgt det.")
                  : root.residentHere && root.viewModel.residentsWords
                    ? qsTr("Det er dine ord. Vælg den ene, eller skriv en ny. Du kan også lade begge stå.")
                    : root.viewModel.residentsWords && !root.named
                      ? qsTr("Det er beboerens ord. Kun beboeren kan vælge den ene eller skrive en ny.")
                    : root.viewModel.residentsWords
                      //: %1 is a name in the genitive: "Jens’", %2 the name.
                      ? qsTr("Det er %1 ord. Kun %2 kan vælge den ene eller skrive en ny.").arg(root.viewModel.genitive).arg(root.viewModel.residentName)
                      : root.viewModel.forStaff ? qsTr("Det er personalets ord. I kan vælge den ene eller skrive en ny.")
                                                : qsTr("Det er personalets ord. De ser på det.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.talk
            iconName: "talk"
            text: qsTr("I har sagt, at I tager det op sammen.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    actions: [
        TrButton {
            visible: root.viewModel.mayKeepBoth && !root.picking
            tall: true
            //: Both versions stand, on purpose.
            text: qsTr("Behold begge")
            iconName: "pages"
            onClicked: root.viewModel.keepBoth()
        },
        TrButton {
            visible: root.viewModel.mayTalk && !root.picking && !root.residentHere
            tall: true
            //: The two versions will be taken up together.
            text: qsTr("Tag det op sammen")
            iconName: "talk"
            onClicked: root.viewModel.takeUpTogether()
        },
        TrButton {
            visible: root.viewModel.mayHandOver
            tall: true
            //: The resident takes over the tablet; %1 is the first name.
            text: root.named ? qsTr("%1 er her og vælger selv").arg(root.viewModel.residentName)
                             : qsTr("Beboeren er her og vælger selv")
            iconName: "next"
            iconRight: true
            onClicked: root.viewModel.handOver()
        },
        TrButton {
            visible: root.viewModel.mayDiffer
            tall: true
            text: Sentences.differing
            iconName: "reply"
            onClicked: root.viewModel.differ()
        },
        TrButton {
            visible: root.viewModel.mayWriteNew
            tall: true
            //: A new text in place of the versions.
            text: root.viewModel.begun ? qsTr("Skriv videre") : root.picking ? qsTr("Skriv den om") : qsTr("Skriv en ny")
            iconName: "pen"
            onClicked: root.viewModel.writeNew()
        },
        TrButton {
            visible: root.picking
            kind: TrButton.Main
            text: root.viewModel.residentsWords ? qsTr("Ja, det er mine ord") : qsTr("Brug den her")
            iconName: "check"
            onClicked: root.viewModel.settle()
        }
    ]
}

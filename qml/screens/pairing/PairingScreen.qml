pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Sæt tabletten op": the first page of a tablet that is nobody's yet.
PageFrame {
    id: root

    required property PairingViewModel viewModel
    required property bool ownKeyboard

    readonly property int stage: root.viewModel.stage
    readonly property bool writing: root.stage === PairingViewModel.Code || root.stage === PairingViewModel.Address
    readonly property bool keyboardOpen: root.ownKeyboard && root.writing

    // A code that can't be good any more is gone.
    Connections {
        target: root.viewModel
        function onChanged() {
            if (codeArea.text !== root.viewModel.text)
                codeArea.text = root.viewModel.text
        }
    }

    hasTop: false
    hasHelp: false
    hasBottom: root.stage !== PairingViewModel.Ended || root.viewModel.outcome !== PairingViewModel.Done

    ColumnLayout {
        anchors.fill: parent
        visible: root.stage === PairingViewModel.Code
        spacing: 0

        TrScrollPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            //: The page on which a new tablet is set up.
            name: qsTr("Sæt tabletten op")

            TrText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.m
                kind: TrText.Title
                text: qsTr("Sæt tabletten op")
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Lead
                //: Under the title: where the code is.
                text: qsTr("Koden står på kontorets skærm. Skriv den her, eller sæt den ind.")
            }
            TrTextArea {
                id: codeArea

                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.size.target, contentHeight + topPadding + bottomPadding)
                focus: true
                //: The field for the code, for a screen reader.
                label: qsTr("Koden")
                textSize: Theme.type.heading
                onVisibleChanged: if (codeArea.visible) codeArea.forceActiveFocus()
                Component.onCompleted: codeArea.forceActiveFocus()
                onTextChanged: root.viewModel.setText(codeArea.text)
            }
            TrText {
                Layout.fillWidth: true
                visible: root.viewModel.fault === PairingViewModel.None
                kind: TrText.Small
                soft: true
                text: root.viewModel.ready
                      //: The whole code is there and holds together.
                      ? qsTr("Koden er skrevet rigtigt.")
                      //: How much of the code is written: %1 of %2 characters.
                      : qsTr("%1 af %2 tegn").arg(root.viewModel.written).arg(root.viewModel.needed)
            }
            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.fault !== PairingViewModel.None
                text: PairingSentences.fault(root.viewModel.fault)
            }
        }
        CodeKeyboard {
            Layout.fillWidth: true
            visible: root.keyboardOpen
            target: codeArea
        }
    }
    ColumnLayout {
        anchors.fill: parent
        visible: root.stage === PairingViewModel.Address
        spacing: 0

        TrScrollPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            name: qsTr("Hvor er serveren?")

            TrText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.m
                kind: TrText.Title
                //: Title when the code does not say where the server is.
                text: qsTr("Hvor er serveren?")
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Lead
                text: qsTr("Skriv adressen, der står under koden. Det efter kolon skal ikke med.")
            }
            TrTextArea {
                id: addressArea

                Layout.fillWidth: true
                implicitHeight: Math.max(Theme.size.target, contentHeight + topPadding + bottomPadding)
                focus: true
                //: The field for the server's address, for a screen reader.
                label: qsTr("Adressen")
                textSize: Theme.type.heading
                onVisibleChanged: if (addressArea.visible) addressArea.forceActiveFocus()
                onTextChanged: root.viewModel.setAddress(addressArea.text)
            }
        }
        TrKeyboard {
            Layout.fillWidth: true
            visible: root.keyboardOpen
            target: addressArea
            onDone: root.viewModel.goOn()
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.stage === PairingViewModel.Compare
        name: qsTr("Står de samme tal på kontorets skærm?")

        TrText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l
            kind: TrText.Title
            //: Six digits stand below; the office sees six, too.
            text: qsTr("Står de samme tal på kontorets skærm?")
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            //: %1 is the home, %2 what the tablet is going to be called.
            text: qsTr("%1 · %2").arg(root.viewModel.homeName).arg(root.viewModel.tabletName)
        }
        TrText {
            objectName: "digits"
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l
            Layout.bottomMargin: Theme.space.l
            letterSize: 2 * Theme.type.question
            bold: true
            text: root.viewModel.digits
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            text: qsTr("Kontoret svarer ja eller nej på sin egen skærm. Så går tabletten videre af sig selv.")
        }
    }
    Item {
        anchors.fill: parent
        visible: root.stage === PairingViewModel.Connecting || root.stage === PairingViewModel.Ended
        ColumnLayout {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.size.margin, Theme.size.readable)
            spacing: Theme.space.l

            TrIcon {
                name: root.stage === PairingViewModel.Connecting ? "sync"
                      : root.viewModel.outcome === PairingViewModel.Done ? "check" : "info"
                size: Theme.size.iconLarge
                color: Theme.color.note
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Question
                text: root.stage === PairingViewModel.Connecting
                      //: While the tablet looks for the server.
                      ? qsTr("Finder kontoret …") : PairingSentences.title(root.viewModel.outcome)
            }
            TrText {
                Layout.fillWidth: true
                visible: text !== ""
                kind: TrText.Lead
                text: root.stage === PairingViewModel.Connecting ? ""
                      : PairingSentences.wayOn(root.viewModel.outcome, root.viewModel.triesLeft, root.viewModel.problem)
            }
        }
    }

    actions: [
        TrButton {
            visible: root.stage !== PairingViewModel.Code && root.stage !== PairingViewModel.Ended
            tall: true
            //: Ends setting up, back to the code.
            text: qsTr("Stop")
            onClicked: root.viewModel.again()
        },
        TrButton {
            visible: root.writing
            enabled: root.stage === PairingViewModel.Code ? root.viewModel.ready : root.viewModel.addressReady
            kind: TrButton.Main
            //: From the code to the server.
            text: qsTr("Videre")
            iconName: "next"
            iconRight: true
            onClicked: root.viewModel.goOn()
        },
        TrButton {
            visible: root.stage === PairingViewModel.Ended && root.viewModel.outcome !== PairingViewModel.Done
            kind: TrButton.Main
            //: After setting up did not work: back to the code.
            text: qsTr("Prøv igen")
            onClicked: root.viewModel.again()
        }
    ]
}

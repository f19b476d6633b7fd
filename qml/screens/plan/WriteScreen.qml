pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Writing on a page of its own. Every key goes to disk; our keyboard is there unless somebody uses a real one.
PageFrame {
    id: root

    required property WriteViewModel viewModel
    required property bool ownKeyboard
    required property bool forStaff

    // "Færdig" on our keyboard: only the button below says yes to a new text in place of two versions.
    property bool keyboardAway: false

    readonly property bool rewrite: root.viewModel.purpose === WriteViewModel.Rewrite
    readonly property bool keyboardOpen: root.ownKeyboard && !root.viewModel.date && !root.keyboardAway
    // A phone has room for the text and the keys only: Færdig is one of them, and the bar is there again without them.
    readonly property bool keyboardAlone: root.keyboardOpen && Theme.form === Theme.Phone
    readonly property bool saved: root.viewModel.saved && root.viewModel.problem === Problem.None

    hasHide: !root.forStaff
    hasLock: root.forStaff
    hasHelp: !root.forStaff && !root.keyboardAlone
    hasBottom: !root.keyboardAlone
    onBack: root.viewModel.back()

    topActions: TrButton {
        visible: root.viewModel.hasHistory
        kind: TrButton.Quiet
        //: Opens everything that was written in a field.
        text: qsTr("Tidligere")
        iconName: "list"
        textSize: Theme.form === Theme.Phone ? Theme.type.staffBody : Theme.type.button
        onClicked: root.viewModel.openHistory()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        GridLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.size.margin
            Layout.rightMargin: Theme.size.margin
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.xs

            TrText {
                Layout.fillWidth: true
                kind: root.keyboardOpen && !root.tall ? TrText.Heading : TrText.Title
                text: root.viewModel.title
            }
            TrText {
                visible: root.viewModel.signature.said || root.forStaff
                kind: TrText.Small
                soft: true
                text: Sentences.signatureLine(root.viewModel.signature)
            }
        }
        TrScrollPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            name: root.viewModel.title

            TrText {
                Layout.fillWidth: true
                visible: text !== "" && (!root.keyboardOpen || root.tall)
                kind: TrText.Lead
                text: root.viewModel.help
            }
            DayChoice {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.l
                visible: root.viewModel.date
                words: root.viewModel.dateWords
                onMoved: (days, months) => root.viewModel.moveDate(days, months)
                onCleared: root.viewModel.setText("")
            }
            TrTextArea {
                id: area

                Layout.fillWidth: true
                visible: !root.viewModel.date
                focus: true
                label: root.viewModel.title
                Component.onCompleted: {
                    area.text = root.viewModel.text
                    area.cursorPosition = area.length
                    area.forceActiveFocus()
                }
                onTextChanged: root.viewModel.setText(area.text)
                onPressed: root.keyboardAway = false
            }
            TrSavedLine {
                visible: root.tall || root.keyboardAlone
                saved: root.saved
                text: Sentences.savedHere
            }
            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.problem !== Problem.None || root.viewModel.tooLong
                text: Sentences.notSaved(root.viewModel.tooLong ? Problem.TooLong : root.viewModel.problem)
            }
            TrVoiceCard {
                Layout.fillWidth: true
                visible: root.viewModel.newer !== ""
                voice: root.viewModel.voice === WriteViewModel.Staff ? TrVoiceCard.Staff : TrVoiceCard.Mine
                //: Beside one's own text: somebody else has written in the same field meanwhile.
                heading: qsTr("Der er kommet en ny udgave, mens du skrev")
                text: root.viewModel.newer
                signature: Sentences.signatureLine(root.viewModel.newerSignature)
            }
        }
        TrKeyboard {
            Layout.fillWidth: true
            visible: root.keyboardOpen
            target: area
            onDone: root.rewrite || root.keyboardAlone ? root.keyboardAway = true : root.viewModel.finish()
        }
    }

    apart: TrSavedLine {
        visible: !root.tall
        saved: root.saved
        text: Sentences.savedHere
    }
    actions: TrButton {
        kind: TrButton.Main
        text: root.rewrite && root.viewModel.voice === WriteViewModel.Resident
              //: The resident has written a new text in place of two versions.
              ? qsTr("Ja, det er mine ord")
              //: Leaves the writing page; what was written is kept.
              : qsTr("Færdig")
        iconName: "check"
        onClicked: root.viewModel.finish()
    }
}

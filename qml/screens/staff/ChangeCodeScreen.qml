pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// *Skift din kode*: the one in use, the new one, and the new one once more, on the same large keys as at the door.
PageFrame {
    id: root

    required property ChangeCodeViewModel viewModel

    readonly property bool done: root.viewModel.step === ChangeCodeViewModel.Done
    readonly property bool sideBySide: Theme.form === Theme.Landscape
    readonly property real padWidth: Math.min(pad.columns * Theme.size.digitKey, root.contentWidth)
    readonly property real wordsWidth: root.sideBySide && !root.done ? root.contentWidth - root.padWidth - Theme.space.xxl
                                                                     : Math.min(root.contentWidth, Theme.size.readable)

    //: Title of the page where somebody of the staff chooses their own code.
    title: qsTr("Skift din kode")
    hasHide: false
    hasLock: true
    hasHelp: false
    focus: true
    onBack: root.viewModel.back()

    Keys.onPressed: event => {
        if (event.isAutoRepeat)
            return
        if (/^[0-9]$/.test(event.text))
            root.viewModel.addDigit(Number(event.text))
        else if (event.key === Qt.Key_Backspace)
            root.viewModel.erase()
        else if (event.key === Qt.Key_Escape)
            root.viewModel.back()
        else
            return
        event.accepted = true
    }

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        GridLayout {
            Layout.fillWidth: true
            columns: root.sideBySide ? 2 : 1
            columnSpacing: Theme.space.xxl
            rowSpacing: Theme.space.l

            Item {
                Layout.row: root.sideBySide ? 0 : 1
                Layout.column: 0
                Layout.alignment: root.sideBySide ? Qt.AlignTop : Qt.AlignHCenter
                visible: !root.done
                implicitWidth: root.padWidth
                implicitHeight: pad.implicitHeight

                // Left out while no code is taken; its place stays.
                TrDigitPad {
                    id: pad

                    room: root.padWidth
                    x: root.sideBySide ? -Theme.space.betweenKeys / 2 : 0 // what one sees stands at the margin
                    y: -Theme.space.betweenKeys / 2
                    visible: !root.viewModel.waiting
                    onDigit: value => root.viewModel.addDigit(value)
                    onErase: root.viewModel.erase()
                }
            }
            ColumnLayout {
                Layout.row: 0
                Layout.column: root.sideBySide && !root.done ? 1 : 0
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: root.wordsWidth
                Layout.maximumWidth: root.wordsWidth
                spacing: Theme.space.m

                TrText {
                    id: heading

                    width: root.wordsWidth // before the layout asks how high it is
                    Layout.preferredWidth: root.wordsWidth
                    kind: TrText.Title
                    text: ChangeCodeSentences.title(root.viewModel.step)
                }
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    kind: TrText.Lead
                    text: ChangeCodeSentences.lead(root.viewModel.step)
                }
                TrCodeDots {
                    Layout.topMargin: Theme.space.m
                    visible: !root.done
                    written: root.viewModel.note === ChangeCodeViewModel.Checking ? root.viewModel.needed : root.viewModel.written
                    needed: root.viewModel.needed
                }
                // Its place is kept, so that nothing jumps.
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    Layout.topMargin: Theme.space.s
                    Layout.minimumHeight: 2 * lineHeight
                    visible: !root.done
                    kind: TrText.Heading
                    bold: false
                    text: ChangeCodeSentences.note(root.viewModel.note, root.viewModel.problem)
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
    }

    actions: [
        TrButton {
            visible: root.done
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Luk")
            onClicked: root.viewModel.back()
        }
    ]
}

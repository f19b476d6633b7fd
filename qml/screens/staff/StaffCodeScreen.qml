pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Six digits on large keys: somebody's own code, or the shift's. Digits of a real keyboard work from anywhere on the page.
PageFrame {
    id: root

    required property SignInViewModel viewModel

    readonly property bool asksEmergency: root.viewModel.asksEmergency
    readonly property bool sideBySide: Theme.form === Theme.Landscape
    readonly property real padWidth: Math.min(pad.columns * Theme.size.digitKey, root.contentWidth)
    readonly property real wordsWidth: root.sideBySide ? codes.contentRoom - root.padWidth - Theme.space.xxl : root.contentWidth

    hasHide: false
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
        id: codes

        anchors.fill: parent
        visible: !root.asksEmergency
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
                Layout.column: root.sideBySide ? 1 : 0
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: root.wordsWidth
                Layout.maximumWidth: root.wordsWidth
                spacing: Theme.space.m

                TrText {
                    id: heading

                    width: root.wordsWidth // before the layout asks how high it is
                    Layout.preferredWidth: root.wordsWidth
                    kind: TrText.Title
                    text: SignInSentences.title(root.viewModel.shift, root.viewModel.name)
                }
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    kind: TrText.Lead
                    text: SignInSentences.lead(root.viewModel.shift)
                }
                TrCodeDots {
                    Layout.topMargin: Theme.space.m
                    written: root.viewModel.state === SignInViewModel.Checking ? root.viewModel.needed : root.viewModel.written
                    needed: root.viewModel.needed
                }
                // Its place is kept, so that nothing jumps.
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    Layout.topMargin: Theme.space.s
                    Layout.minimumHeight: 2 * lineHeight
                    kind: TrText.Heading
                    bold: false
                    text: SignInSentences.state(root.viewModel.state, root.viewModel.shift, root.viewModel.problem)
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.asksEmergency
        name: question.text

        TrText {
            id: question

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Title
            //: Before safety plans are opened without a code.
            text: qsTr("Åbn i nødsituation")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            text: qsTr("Det åbner tryghedsplanerne uden kode, og ikke andet.")
        }
        TrCalmLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            iconName: "pen"
            //: %1 is the first name of somebody of the staff.
            text: qsTr("Det bliver skrevet ned, at %1 åbnede dem.").arg(root.viewModel.name)
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.refused
            iconName: "info"
            text: SignInSentences.state(root.viewModel.state, false, root.viewModel.problem)
        }
    }

    actions: [
        TrButton {
            visible: root.viewModel.mayOpenInEmergency && !root.asksEmergency
            kind: TrButton.Quiet
            //: Opens safety plans without a code; asks first.
            text: qsTr("Åbn i nødsituation")
            iconName: "shield"
            onClicked: root.viewModel.askEmergency()
        },
        TrButton {
            visible: root.asksEmergency
            kind: TrButton.Main
            text: qsTr("Åbn tryghedsplanerne")
            iconName: "shield"
            onClicked: root.viewModel.openInEmergency()
        }
    ]
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Looking one's answers through and choosing who may read them.
Rectangle {
    id: root

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    TrTopBar { id: top; width: root.width; hasRead: true; hasHide: true }
    TrScrollPage {
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: root.width
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.form === Theme.Landscape && !Theme.type.large ? 2 : 1
            columnSpacing: 40
            rowSpacing: 20
            TrText { kind: TrText.Title; text: "Se dine svar igennem"; Layout.fillWidth: true }
            TrText { visible: parent.columns === 2; kind: TrText.Title; text: "Hvem må læse det?"; Layout.fillWidth: true }
            TrCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 560
                Layout.fillHeight: true
                verticalPadding: 8
                spacing: 0
                Repeater {
                    model: ["Dig selv", "Dem, du holder af", "Ude blandt andre", "Alt i alt"]
                    TrAnswerRow {
                        required property int index
                        required property string modelData
                        Layout.fillWidth: true
                        first: index === 0
                        level: [3, 4, 2, 4][index]
                        question: modelData
                        answer: ["", "", "Ret svært", "Midt imellem", "Ret godt"][level]
                    }
                }
            }
            ColumnLayout {
                spacing: 16
                Layout.preferredWidth: 560
                TrText { visible: parent.parent.columns === 1; kind: TrText.Title; text: "Hvem må læse det?"; Layout.fillWidth: true }
                TrRadioRow { Layout.fillWidth: true; text: "Kun mig"; names: "Kun du kan læse det her" }
                TrRadioRow { Layout.fillWidth: true; text: "Dem, jeg har valgt"; names: "Mette og Ali"; chosen: true }
                TrRadioRow { Layout.fillWidth: true; text: "Mit team"; names: "Mette, Ali, Lone, Peter og Yusuf" }
                TrCalmLine { Layout.fillWidth: true; iconName: "talk"; text: "Mette og Ali kan læse det. Dem har du selv valgt." }
            }
        }
    }
    TrBottomBar {
        id: bottom
        anchors.bottom: root.bottom
        width: root.width
        middle: TrButton { kind: TrButton.Quiet; tall: true; text: "Smid kladden væk" }
        TrButton { kind: TrButton.Main; text: "Gem og vis til Mette og Ali" }
    }
}

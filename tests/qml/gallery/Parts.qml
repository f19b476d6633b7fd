pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Every component in its states on one page, to be looked at.
Rectangle {
    id: root

    width: 1280
    height: 880
    color: Theme.color.ground

    component Label: TrText { kind: TrText.StaffBody; soft: true; Layout.preferredWidth: 124 }
    component Ring: TrFocusRing { visible: true }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: 48
        anchors.rightMargin: 48
        anchors.topMargin: 20
        anchors.bottomMargin: 20
        spacing: 20

        GridLayout {
            columns: 5
            columnSpacing: 60
            rowSpacing: 12

            Label { text: "Vigtigst" }
            TrButton { kind: TrButton.Main; text: "Gem"; iconName: "check" }
            TrButton { kind: TrButton.Main; text: "Gem"; iconName: "check"; ringShown: true }
            TrButton { kind: TrButton.Main; text: "Gem"; iconName: "check"; down: true }
            TrButton { kind: TrButton.Main; text: "Gem"; iconName: "check"; enabled: false }
            Label { text: "Almindelig" }
            TrButton { text: "Spring over" }
            TrButton { text: "Spring over"; ringShown: true }
            TrButton { text: "Spring over"; down: true }
            TrButton { text: "Spring over"; enabled: false }
            Label { text: "Stille" }
            TrButton { kind: TrButton.Quiet; text: "Tilbage"; iconName: "back" }
            TrButton { kind: TrButton.Quiet; text: "Tilbage"; iconName: "back"; ringShown: true }
            TrButton { kind: TrButton.Quiet; text: "Tilbage"; iconName: "back"; down: true }
            TrButton { kind: TrButton.Quiet; text: "Tilbage"; iconName: "back"; enabled: false }
            Label { text: "Nogen nu" }
            TrHelpButton { Layout.columnSpan: 2 }
            TrButton { kind: TrButton.Main; text: "Næste"; iconName: "next"; iconRight: true }
        }
        RowLayout {
            spacing: 16
            TrFaceCard { level: 4; text: "Ret godt" }
            TrFaceCard { level: 2; text: "Ret svært"; down: true }
            TrFaceCard { level: 4; text: "Ret godt"; chosen: true }
            TrStepCard { step: 3; text: "Noget" }
            TrStepCard { step: 4; text: "Meget"; chosen: true }
        }
        RowLayout {
            TrNoteLine { text: "Sat sammen af to. Læs den igennem." }
            TrCalmLine { iconName: "check"; text: "Gemt her på tabletten." }
            TrSavedLine { }
        }
        TrProgress { current: 2; count: 4 }
        Item { Layout.fillHeight: true }
    }
}

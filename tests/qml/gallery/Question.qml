pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// A question as a resident meets it.
Rectangle {
    id: root

    property int chosen: 4
    readonly property bool tall: Theme.form === Theme.Portrait
    readonly property bool rows: root.tall || Theme.type.large

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    TrTapGuard { id: guard }

    TrTopBar {
        id: top
        width: root.width
        hasRead: true
        hasPause: true
        hasHide: true
        middle: TrProgress { visible: !root.tall; current: 2; count: 4 }
    }
    TrScrollPage {
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: root.width

        TrProgress { visible: root.tall; current: 2; count: 4 }
        TrText { Layout.fillWidth: true; Layout.topMargin: root.tall ? 0 : 28; kind: TrText.Question; text: "Hvordan går det med dem, du holder af?" }
        TrText { Layout.fillWidth: true; kind: TrText.Lead; text: "Det kan være en bror, en ven, en kæreste eller et dyr." }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: root.tall ? 0 : 24
            columns: root.rows ? 1 : 5
            columnSpacing: 16
            rowSpacing: 10
            Repeater {
                model: ["Meget svært", "Ret svært", "Midt imellem", "Ret godt", "Rigtig godt"]
                TrFaceCard {
                    required property int index
                    required property string modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    guard: guard
                    row: root.rows
                    level: index + 1
                    text: modelData
                    chosen: root.chosen === index + 1
                    onPicked: root.chosen = chosen ? 0 : index + 1
                }
            }
        }
        TrSavedLine { saved: root.chosen > 0 }
    }
    TrBottomBar {
        id: bottom
        anchors.bottom: root.bottom
        width: root.width
        TrButton {
            leastWidth: 232
            tall: true
            kind: root.chosen ? TrButton.Main : TrButton.Plain
            text: root.chosen ? "Næste" : "Spring over"
            iconName: root.chosen ? "next" : ""
            iconRight: true
        }
    }
}

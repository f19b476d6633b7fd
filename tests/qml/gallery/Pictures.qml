pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Mine tre billeder.
Rectangle {
    id: root

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    TrTopBar { id: top; width: root.width; hasRead: true; hasHide: true }
    RowLayout {
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        anchors.left: root.left
        anchors.right: root.right
        anchors.margins: Theme.size.margin
        anchors.topMargin: 8
        anchors.bottomMargin: 14
        spacing: 48
        GridLayout {
            Layout.preferredWidth: 784
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: 4
            columnSpacing: 16
            rowSpacing: 14
            Repeater {
                model: TrPictures.keyNames
                TrPictureKey {
                    required property string modelData
                    picture: modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                }
            }
        }
        ColumnLayout {
            Layout.preferredWidth: 352
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            TrText { Layout.fillWidth: true; kind: TrText.Title; text: "Sofie, vælg dine tre billeder" }
            TrText { Layout.fillWidth: true; kind: TrText.Lead; text: "I den rækkefølge, du plejer." }
            Row {
                Layout.topMargin: 24
                spacing: 24
                TrSlot { number: 1; full: true }
                TrSlot { number: 2 }
                TrSlot { number: 3 }
            }
            TrButton { Layout.fillWidth: true; Layout.topMargin: 24; text: "Tag den sidste væk"; iconName: "undo" }
        }
    }
    TrBottomBar {
        id: bottom
        anchors.bottom: root.bottom
        width: root.width
        TrButton { kind: TrButton.Quiet; text: "Brug mit nøglekort"; iconName: "card" }
    }
}

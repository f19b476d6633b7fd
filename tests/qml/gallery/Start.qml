pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// The start page.
Rectangle {
    id: root

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        RowLayout {
            Layout.leftMargin: Theme.size.margin
            Layout.topMargin: 48
            spacing: 24
            TrText { kind: TrText.Question; text: "Hvem er du?" }
            TrText { Layout.alignment: Qt.AlignBaseline; kind: TrText.Lead; text: "Tryk på dit billede." }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.size.margin
            Layout.rightMargin: Theme.size.margin
            Layout.topMargin: 20
            columns: Theme.form === Theme.Portrait ? 2 : 3
            columnSpacing: 24
            rowSpacing: 20
            Repeater {
                model: ["Sofie", "Karim", "Birthe", "Jens", "", "Amira"]
                TrTile {
                    required property int index
                    required property string modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    text: modelData
                    picture: TrPictures.tileNames[index]
                    tint: index + 1
                }
            }
        }
        TrBottomBar {
            Layout.fillWidth: true
            TrButton { kind: TrButton.Quiet; text: "Personale"; iconName: "key" }
        }
    }
}

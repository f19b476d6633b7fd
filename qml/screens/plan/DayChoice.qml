import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// A day, moved with large buttons.
ColumnLayout {
    id: root

    required property string words

    signal moved(days: int, months: int)
    signal cleared()

    spacing: Theme.space.l

    TrText {
        Layout.fillWidth: true
        kind: TrText.Question
        //: No day is chosen yet.
        text: root.words !== "" ? root.words : qsTr("Ingen dag endnu")
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En dag tidligere")
            iconName: "minus"
            onClicked: root.moved(-1, 0)
        }
        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En dag senere")
            iconName: "plus"
            onClicked: root.moved(1, 0)
        }
        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En uge tidligere")
            iconName: "minus"
            onClicked: root.moved(-7, 0)
        }
        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En uge senere")
            iconName: "plus"
            onClicked: root.moved(7, 0)
        }
        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En måned tidligere")
            iconName: "minus"
            onClicked: root.moved(0, -1)
        }
        TrButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            text: qsTr("En måned senere")
            iconName: "plus"
            onClicked: root.moved(0, 1)
        }
    }
    RowLayout {
        spacing: Theme.space.m

        TrButton {
            kind: TrButton.Quiet
            text: qsTr("I dag")
            iconName: "calendar"
            onClicked: root.moved(0, 0)
        }
        TrButton {
            visible: root.words !== ""
            kind: TrButton.Quiet
            //: Takes the chosen day away.
            text: qsTr("Ingen dag")
            onClicked: root.cleared()
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in a radio row: mark, title, names.
RowLayout {
    id: root

    required property string text
    required property string names
    required property bool chosen
    required property color color

    spacing: Theme.size.radioGap

    Accessible.ignored: true

    Rectangle {
        implicitWidth: Theme.size.mark
        implicitHeight: Theme.size.mark
        radius: width / 2
        color: root.chosen ? Theme.color.accent : Theme.color.surface
        border.width: Theme.size.markEdge
        border.color: root.chosen ? Theme.color.chosenMark : Theme.color.outline

        TrIcon {
            anchors.centerIn: parent
            visible: root.chosen
            name: "check"
            size: Theme.size.markTick
            stroke: Theme.size.markStroke
            color: Theme.color.inkOnAccent
        }
    }
    ColumnLayout {
        spacing: 0

        TrText {
            Layout.fillWidth: true
            text: root.text
            letterSize: Theme.type.heading
            bold: root.chosen
            color: root.color
            Accessible.ignored: true
        }
        TrText {
            Layout.fillWidth: true
            visible: root.names !== ""
            text: root.names
            letterSize: Theme.type.small
            color: root.chosen ? root.color : Theme.color.textSoft
            Accessible.ignored: true
        }
    }
}

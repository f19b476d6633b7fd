import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Stands over every page of a practice, also over the cover and the help: that it is one, and the way out.
Rectangle {
    id: root

    // Beside the button the words may wrap, unless there is too little for large ones.
    readonly property real beside: root.room - stop.implicitWidth - 2 * grid.columnSpacing
    readonly property bool stacked: words.implicitWidth > root.beside && (Theme.type.large || root.beside < root.room * 0.4)
    readonly property real room: root.width - 2 * Theme.size.margin

    signal stopped()

    implicitHeight: grid.implicitHeight + 2 * Theme.space.xs
    color: Theme.color.sunk

    Accessible.role: Accessible.ToolBar
    Accessible.name: words.text

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.size.margin
        anchors.rightMargin: Theme.size.margin
        columns: root.stacked ? 1 : 3
        columnSpacing: Theme.space.s
        rowSpacing: Theme.space.xs

        TrLabel {
            id: words

            Layout.preferredWidth: Math.min(words.implicitWidth, root.stacked ? root.room : root.beside)
            //: Over every page of a practice.
            text: qsTr("Øvelse · intet bliver gemt")
            iconName: "info"
            textSize: Theme.type.staffBody
            bold: true
        }
        Item {
            Layout.fillWidth: true
            visible: !root.stacked
        }
        TrButton {
            id: stop

            Layout.maximumWidth: root.room
            //: Ends a practice; all of it is thrown away.
            text: qsTr("Stop øvelsen")
            iconName: "stop"
            textSize: Theme.type.staffBody
            onClicked: root.stopped()
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.border.normal
        color: Theme.color.outline
    }
}

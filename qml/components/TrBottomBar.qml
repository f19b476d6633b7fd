import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// The bar at the bottom: help at the left, the step forward at the right, and in the middle, well apart, what throws
// away. When the words are too large for one row they stand above each other, help still at the bottom left.
Item {
    id: root

    property bool hasHelp: true
    property alias middle: between.data
    default property alias content: right.data
    property real keptWidth: 0 // at least so much is the step's, so that nothing moves when it comes

    readonly property real room: root.width - 2 * Theme.size.margin
    readonly property real helpWidth: root.hasHelp ? help.implicitWidth : 0
    readonly property real middleWidth: between.naturalWidth > 0 ? between.naturalWidth + Theme.space.apart : 0
    readonly property real rightWidth: Math.max(root.keptWidth, right.naturalWidth)
    readonly property real gap: root.middleWidth > 0 ? Theme.space.apart : Theme.space.m
    // Help on a row of its own, below.
    readonly property bool stacked: root.hasHelp
                                    && root.helpWidth + root.gap + root.middleWidth + root.rightWidth > root.room
    // What throws away on a row of its own, too.
    readonly property bool piled: root.middleWidth > 0 && root.middleWidth + root.rightWidth > root.room

    signal help()

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.size.bottomBar, grid.implicitHeight + 2 * Theme.space.m)

    Accessible.role: Accessible.ToolBar
    //: The bar with the step forward and the help button.
    Accessible.name: qsTr("Videre og hjælp")

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.leftMargin: Theme.size.margin
        anchors.rightMargin: Theme.size.margin
        anchors.bottomMargin: Theme.space.m
        anchors.topMargin: Theme.space.m
        columnSpacing: 0
        rowSpacing: Theme.space.m

        TrHelpButton {
            id: help

            Layout.row: root.stacked ? 2 : 0
            Layout.column: 0
            Layout.columnSpan: root.stacked ? 5 : 1
            Layout.maximumWidth: root.room
            visible: root.hasHelp
            onClicked: root.help()
        }
        Item {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            visible: !root.stacked
        }
        TrBarRow {
            id: between

            Layout.row: root.piled ? 1 : 0
            Layout.column: root.stacked ? 0 : 2
            Layout.columnSpan: root.piled ? 5 : 1
            Layout.preferredWidth: Math.min(naturalWidth, root.room)
            Layout.topMargin: root.piled ? Theme.space.apart - grid.rowSpacing : 0
            spacing: Theme.space.betweenButtons
            visible: children.length > 0
        }
        Item {
            Layout.row: 0
            Layout.column: 3
            Layout.fillWidth: true
        }
        TrBarRow {
            id: right

            Layout.row: 0
            Layout.column: 4
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Math.min(root.rightWidth, root.room)
            spacing: Theme.space.betweenButtons
            alignRight: true
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One row of a plan: its name, the resident's words, the staff's. Narrow screens have the name above.
GridLayout {
    id: root

    required property int index
    required property string label
    required property planCell mine
    required property planCell staff
    required property bool shared
    required property bool wide
    required property bool single
    required property real cellWidth
    required property bool forStaff
    required property string residentName
    property bool headed: true // whose words they are stands over them, where there is one column

    readonly property int labelColumns: root.wide || root.single ? 1 : 2

    signal openMine()
    signal openStaff()
    signal confirmMine()

    columns: root.single ? 1 : root.wide ? 3 : 2
    columnSpacing: Theme.space.l
    rowSpacing: Theme.space.s

    TrText {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: root.wide ? Theme.size.voicePaddingV : Theme.space.s
        Layout.columnSpan: root.labelColumns
        Layout.fillWidth: !root.wide
        Layout.preferredWidth: root.wide ? Theme.size.rowLabel : root.labelColumns * root.cellWidth
        kind: TrText.Small
        bold: true
        text: root.label
        Accessible.role: Accessible.Heading
    }
    PlanField {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.cellWidth
        columnWidth: root.cellWidth * Layout.columnSpan + (Layout.columnSpan - 1) * root.columnSpacing
        Layout.columnSpan: root.shared && !root.single ? 2 : 1
        visible: root.mine.there
        heading: root.single && root.headed && !root.shared ? Sentences.mineHeading(root.forStaff, root.residentName) : ""
        cell: root.mine
        wide: root.wide
        isMine: !root.shared
        forStaff: root.forStaff
        residentName: root.residentName
        name: root.label
        onClicked: root.openMine()
        onConfirmed: root.confirmMine()
    }
    Item {
        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        visible: !root.mine.there && !root.single
    }
    PlanField {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.cellWidth
        columnWidth: root.cellWidth
        visible: root.staff.there
        heading: root.single ? Sentences.staffHeading(root.forStaff) : ""
        cell: root.staff
        wide: root.wide
        isMine: false
        forStaff: root.forStaff
        residentName: root.residentName
        name: root.label
        onClicked: root.openStaff()
    }
    // Under staff's words, and under nothing else.
    Item {
        Layout.columnSpan: root.wide ? 2 : 1
        visible: otherViews.visible && !root.single
    }
    PlanOtherViews {
        id: otherViews

        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        views: root.staff.otherViews
        forStaff: root.forStaff
        residentName: root.residentName
    }
    Item {
        Layout.fillWidth: true
        Layout.preferredWidth: root.cellWidth
        visible: !root.staff.there && !root.shared && !root.single
    }
}

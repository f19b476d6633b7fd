import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One entry of a list: its words, whose they are, and, while the list is put in order, what may be done with it.
ColumnLayout {
    id: root

    required property int index
    required property planCell cell
    required property bool suggested
    required property bool struck
    required property bool mayUp
    required property bool mayDown
    required property bool mayWithdraw
    required property bool arranging
    required property bool isMine
    required property bool forStaff
    required property string residentName
    required property bool wide
    required property real columnWidth

    readonly property bool asked: root.struck && root.mayWithdraw

    signal opened()
    signal confirmed()
    signal movedUp()
    signal movedDown()
    signal withdrawn()
    signal kept()
    signal historyOpened()

    spacing: Theme.space.s

    PlanField {
        Layout.fillWidth: true
        Layout.preferredWidth: root.columnWidth
        columnWidth: root.columnWidth
        cell: root.cell
        wide: root.wide
        isMine: root.isMine
        forStaff: root.forStaff
        residentName: root.residentName
        name: root.cell.text
        struck: root.struck
        //: Over an entry that somebody picked among suggestions and did not write.
        heading: root.suggested ? qsTr("Valgt fra liste") : ""
        onClicked: root.opened()
        onConfirmed: root.confirmed()
    }
    PlanOtherViews {
        Layout.fillWidth: true
        Layout.preferredWidth: root.columnWidth
        views: root.cell.otherViews
        forStaff: root.forStaff
        residentName: root.residentName
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.struck
        //: One said that it no longer holds, and another wrote in it without knowing that.
        text: qsTr("En har taget den ud, mens en anden skrev i den.")
        textSize: Theme.type.staffBody
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.asked || root.arranging
        columns: root.wide ? 4 : Theme.form === Theme.Phone || Theme.type.large ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.s

        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.arranging && root.mayUp
            text: qsTr("Flyt op")
            iconName: "up"
            textSize: Theme.type.small
            //: For a screen reader; %1 is an entry of a list.
            Accessible.name: qsTr("Flyt op: %1").arg(root.cell.text)
            onClicked: root.movedUp()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.arranging && root.mayDown
            text: qsTr("Flyt ned")
            iconName: "down"
            textSize: Theme.type.small
            Accessible.name: qsTr("Flyt ned: %1").arg(root.cell.text)
            onClicked: root.movedDown()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.asked
            //: The entry stays, although somebody had taken it out.
            text: qsTr("Behold den")
            iconName: "check"
            textSize: Theme.type.small
            Accessible.name: qsTr("Behold den: %1").arg(root.cell.text)
            onClicked: root.kept()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.mayWithdraw && (root.asked || root.arranging)
            text: qsTr("Gælder ikke mere")
            iconName: "minus"
            textSize: Theme.type.small
            Accessible.name: qsTr("Gælder ikke mere: %1").arg(root.cell.text)
            onClicked: root.withdrawn()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.arranging && !root.cell.unfinished
            kind: TrButton.Quiet
            text: qsTr("Tidligere")
            iconName: "list"
            textSize: Theme.type.small
            Accessible.name: qsTr("Tidligere: %1").arg(root.cell.text)
            onClicked: root.historyOpened()
        }
    }
}

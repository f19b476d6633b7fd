pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// A short list with its plain count.
TrCard {
    id: root

    required property string title
    required property StaffRowModel rows

    signal opened(index: int)

    name: root.title
    padding: Theme.size.linePaddingH
    verticalPadding: Theme.space.m
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space.xs

        TrText {
            Layout.fillWidth: true
            kind: TrText.Heading
            letterSize: Theme.type.small
            text: root.title
        }
        TrText {
            kind: TrText.StaffBody
            soft: true
            text: root.rows.count
        }
    }
    Repeater {
        model: root.rows

        TrListRow {
            id: row

            required property int index
            required property string title
            required line
            required property bool talk

            Layout.fillWidth: true
            first: row.index === 0
            //: A resident without a name on the tile.
            text: row.title !== "" ? row.title : qsTr("Uden navn")
            onClicked: root.opened(row.index)
        }
    }
}

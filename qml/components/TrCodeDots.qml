pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Theme

// How much of a code is written: a plain dot for each digit, never the digit.
Row {
    id: root

    property int written: 0
    property int needed: 6

    spacing: Theme.space.m

    Accessible.role: Accessible.StaticText
    //: How much of a code is written, for a screen reader: %1 of %2 digits.
    Accessible.name: qsTr("%1 af %2 tal").arg(root.written).arg(root.needed)

    Repeater {
        model: root.needed

        Rectangle {
            id: place

            required property int index

            readonly property bool full: place.index < root.written

            width: Theme.size.codeDot
            height: Theme.size.codeDot
            radius: width / 2
            color: place.full ? Theme.color.accent : "transparent"
            Accessible.ignored: true

            TrDashedEdge {
                visible: !place.full
                radius: place.radius
            }
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Theme

// A stair of `count` steps of which the first `filled` are solid.
Item {
    id: root

    property int filled: 0
    property int count: 4
    property real size: Theme.size.face
    property color color: Theme.color.text

    implicitWidth: root.size
    implicitHeight: root.size

    Accessible.ignored: true

    Row {
        anchors.centerIn: parent
        spacing: Theme.space.s

        Repeater {
            model: root.count

            Rectangle {
                required property int index

                readonly property real part: (index + 1) / root.count

                anchors.bottom: parent?.bottom
                width: Math.floor((root.size * Theme.size.stairWidth - (root.count - 1) * Theme.space.s) / root.count)
                height: Math.round(root.size * Theme.size.stairHeight * part)
                radius: Theme.radius.s / 2
                color: index < root.filled ? root.color : "transparent"
                border.width: Theme.size.stairEdge
                border.color: root.color
            }
        }
    }
}

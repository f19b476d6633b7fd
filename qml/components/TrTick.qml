import QtQuick
import Trivsel.Theme

// The tick on what is chosen.
Rectangle {
    id: root

    implicitWidth: Theme.size.badge
    implicitHeight: Theme.size.badge
    radius: width / 2
    color: Theme.color.accent
    border.width: Theme.size.badgeRing
    border.color: Theme.color.badgeEdge

    Accessible.ignored: true

    TrIcon {
        anchors.centerIn: parent
        name: "check"
        size: root.width * Theme.size.tickPart
        stroke: Theme.size.tickStroke
        color: Theme.color.inkOnAccent
    }
}

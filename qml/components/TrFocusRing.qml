import QtQuick
import Trivsel.Theme

// The ring around what the keyboard or a switch is at. Lies outside its parent and moves nothing.
Rectangle {
    id: root

    property int innerRadius: Theme.radius.m

    anchors.fill: parent
    anchors.margins: -(Theme.border.focus + Theme.border.focusGap)
    radius: root.innerRadius + Theme.border.focus + Theme.border.focusGap
    color: "transparent"
    border.width: Theme.border.focus
    border.color: Theme.color.focus
    z: 1

    Accessible.ignored: true
}

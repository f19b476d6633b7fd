import QtQuick
import Trivsel.Theme

// A small fact beside a text; not a target. Waiting: a dashed edge and a clock.
Rectangle {
    id: root

    property string text
    property string iconName
    property bool waiting: false
    property int textSize: Theme.type.staffSmall

    implicitWidth: label.implicitWidth + 2 * Theme.size.chipPadding
    implicitHeight: Math.max(Theme.size.chip, label.implicitHeight + Theme.space.s)
    radius: Math.min(height / 2, Theme.radius.l)
    color: Theme.color.surface
    border.width: root.waiting ? 0 : Theme.border.normal
    border.color: Theme.color.outline

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    TrDashedEdge {
        visible: root.waiting
        radius: root.radius
    }
    TrLabel {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 2 * Theme.size.chipPadding)
        text: root.text
        iconName: root.waiting ? "clock" : root.iconName
        iconSize: Theme.size.iconChip
        textSize: root.textSize
    }
}

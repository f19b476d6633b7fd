import QtQuick
import Trivsel.Theme

// A person or a number to call: the same colours as the help button, and used for nothing else.
TrTappable {
    id: root

    property string line

    implicitHeight: Math.max(Theme.size.primary, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space.l
    verticalPadding: Theme.space.s

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.line

    background: Rectangle {
        radius: Theme.radius.m
        color: root.down ? Theme.color.pressedFill : Theme.color.helpFill
        border.width: Theme.border.normal
        border.color: root.down ? Theme.color.text : Theme.color.help
    }

    contentItem: TrCallLabel {
        text: root.text
        line: root.line
    }
}

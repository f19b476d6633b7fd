import QtQuick
import Trivsel.Theme

// A row of a list: title, one line, arrow. A hairline above, but not above the first.
TrTappable {
    id: root

    property string line
    property bool first: false
    property string iconName: "arrow"
    property bool forResident: false // letters are larger than the staff's

    implicitHeight: Math.max(Theme.size.listRow, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space.s

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.line

    background: Rectangle {
        color: root.down ? Theme.color.pressedFill : "transparent"

        Rectangle {
            visible: !root.first
            width: parent.width
            height: Theme.border.hair
            color: Theme.color.line
        }
    }

    contentItem: TrListLabel {
        text: root.text
        line: root.line
        iconName: root.iconName
        textSize: root.forResident ? Theme.type.body : Theme.type.small
        lineSize: root.forResident ? Theme.type.small : Theme.type.staffBody
    }
}

import QtQuick
import Trivsel.Components
import Trivsel.Theme

// A ring with a tick: it is done.
Rectangle {
    id: root

    implicitWidth: Theme.size.doneMark
    implicitHeight: Theme.size.doneMark
    radius: width / 2
    color: "transparent"
    border.width: Theme.border.chosen
    border.color: Theme.color.accent

    Accessible.ignored: true

    TrIcon {
        anchors.centerIn: parent
        name: "check"
        size: Theme.size.iconLarge
        color: Theme.color.accent
    }
}

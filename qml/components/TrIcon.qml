import QtQuick
import Trivsel.Components
import Trivsel.Theme

// A line icon by name (assets/icons). Always stands beside a word, so a screen reader passes it by.
TrDrawing {
    id: root

    property string name
    property color color: Theme.color.text
    property real size: Theme.size.icon

    implicitWidth: root.size
    implicitHeight: root.size
    source: root.name === "" ? "" : "icons/" + root.name
    ink: root.color

    Accessible.ignored: true
}

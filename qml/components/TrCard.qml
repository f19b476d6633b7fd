import QtQuick
import QtQuick.Controls.Basic
import Trivsel.Theme

// A surface with a hairline. Put one layout into it.
Pane {
    id: root

    padding: Theme.space.l

    Accessible.role: Accessible.Grouping
    Accessible.name: ""

    background: Rectangle {
        radius: Theme.radius.l
        color: Theme.color.surface
        border.width: Theme.border.hair
        border.color: Theme.color.line
    }
}

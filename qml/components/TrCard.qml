import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// A surface with a hairline. What is put into it stands below each other, as in a ColumnLayout.
Rectangle {
    id: root

    property int padding: Theme.space.l
    property int verticalPadding: root.padding
    property int spacing: Theme.space.s
    property string name
    default property alias content: column.data

    implicitWidth: column.implicitWidth + 2 * root.padding
    implicitHeight: column.implicitHeight + 2 * root.verticalPadding
    radius: Theme.radius.l
    color: Theme.color.surface
    border.width: Theme.border.hair
    border.color: Theme.color.line

    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.leftMargin: root.padding
        anchors.rightMargin: root.padding
        anchors.topMargin: root.verticalPadding
        anchors.bottomMargin: root.verticalPadding
        spacing: root.spacing
    }
}

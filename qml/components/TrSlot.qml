import QtQuick
import Trivsel.Theme

// A place for one of the three pictures: its number while empty, then a plain dot. It never repeats the picture.
Rectangle {
    id: root

    property int number: 1
    property bool full: false

    implicitWidth: Theme.size.slot
    implicitHeight: Theme.size.slot
    radius: Theme.radius.m
    color: root.full ? Theme.color.chosenFill : "transparent"
    border.width: root.full ? Theme.border.chosenTab : 0
    border.color: Theme.color.accent

    Accessible.role: Accessible.StaticText
    //: A place for a picture in the sign-in, for a screen reader: which, and whether it is chosen.
    Accessible.name: root.full ? qsTr("Billede %1 er valgt").arg(root.number) : qsTr("Billede %1 mangler").arg(root.number)

    TrDashedEdge { visible: !root.full }
    TrText {
        anchors.centerIn: parent
        visible: !root.full
        text: root.number
        letterSize: Theme.type.tile
        soft: true
        Accessible.ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        visible: root.full
        width: Theme.size.slotDot
        height: Theme.size.slotDot
        radius: width / 2
        color: Theme.color.chosenMark
        Accessible.ignored: true
    }
}

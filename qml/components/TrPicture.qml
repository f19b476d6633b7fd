import QtQuick
import Trivsel.Components
import Trivsel.Theme

// A picture by name (assets/pictures; the names and their words are in TrPictures).
TrDrawing {
    id: root

    property string name
    property real size: Theme.size.tilePicture

    implicitWidth: root.size
    implicitHeight: root.size
    source: root.name === "" ? "" : "pictures/" + root.name
    ink: Theme.color.pictureInk
    a: Theme.color.pictureA
    b: Theme.color.pictureB
    c: Theme.color.pictureC

    Accessible.ignored: true
}

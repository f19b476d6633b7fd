import QtQuick
import Trivsel.Components
import Trivsel.Theme

// One of the answer drawings. Form tells them apart, never colour. Small ones get a stronger line.
TrDrawing {
    id: root

    enum Level { NotToday, VeryHard, QuiteHard, Between, QuiteGood, VeryGood, Begin }

    property int level: TrFace.Between
    property real size: Theme.size.face

    implicitWidth: root.size
    implicitHeight: root.size
    source: root.level === TrFace.NotToday ? "faces/ikke-i-dag"
            : root.level === TrFace.Begin ? "faces/begynd" : "faces/face-" + root.level
    ink: Theme.color.faceLine
    paper: Theme.color.faceFill
    stroke: root.width <= Theme.size.faceRow ? Theme.size.faceStrokeRow : Theme.size.faceStroke

    Accessible.ignored: true
}

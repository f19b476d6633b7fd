import QtQuick
import QtQuick.Shapes
import Trivsel.Theme

// A dashed edge inside its parent: something that is off, empty or waiting.
Shape {
    id: root

    property color color: Theme.color.outline
    property int lineWidth: Theme.border.normal
    property real radius: Theme.radius.m

    readonly property real inset: root.lineWidth / 2
    readonly property real bend: Math.min(root.radius, root.width / 2, root.height / 2) - root.inset

    anchors.fill: parent

    Accessible.ignored: true

    ShapePath {
        strokeColor: root.color
        strokeWidth: root.lineWidth
        strokeStyle: ShapePath.DashLine
        dashPattern: Theme.border.dash
        fillColor: "transparent"
        startX: root.inset + root.bend
        startY: root.inset

        PathLine { x: root.width - root.inset - root.bend; y: root.inset }
        PathArc { relativeX: root.bend; relativeY: root.bend; radiusX: root.bend; radiusY: root.bend }
        PathLine { x: root.width - root.inset; y: root.height - root.inset - root.bend }
        PathArc { relativeX: -root.bend; relativeY: root.bend; radiusX: root.bend; radiusY: root.bend }
        PathLine { x: root.inset + root.bend; y: root.height - root.inset }
        PathArc { relativeX: -root.bend; relativeY: -root.bend; radiusX: root.bend; radiusY: root.bend }
        PathLine { x: root.inset; y: root.inset + root.bend }
        PathArc { relativeX: root.bend; relativeY: -root.bend; radiusX: root.bend; radiusY: root.bend }
    }
}

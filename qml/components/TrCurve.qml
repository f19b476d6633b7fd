pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Theme

// A line of one person's own answers on the words of their scale, oldest at the left. Behind it a band: their own first
// answers. A place without an answer stays empty, and the line breaks there. `points` has the roles tenths (-1 empty), from
// (tenths the line comes from, -1 none), base (-1 none) and newWay; `levels` words and tenths, highest first.
Item {
    id: root

    // Any model with these roles.
    required property var points
    required property var levels
    property int highest: 100
    property int lowest: 0
    property int stepTenths: 0
    property string firstDay
    property string lastDay
    property string name
    property string description

    readonly property real wordsWidth: Math.min(root.width * Theme.size.curveWordsMost, root.widest)
    readonly property real plotX: root.wordsWidth + Theme.space.m
    readonly property real plotWidth: Math.max(1, root.width - root.plotX)
    readonly property real plotHeight: levelRows.count * Theme.size.curveRow
    readonly property int count: places.count
    // A few answers stand beside each other at the left, not spread over the width.
    readonly property real pitch: root.plotWidth / Math.max(root.count, Theme.size.curvePlacesLeast)
    readonly property real widest: {
        let widest = 0
        for (let at = 0; at < measured.count; ++at)
            widest = Math.max(widest, measured.itemAt(at)?.implicitWidth ?? 0)
        return Math.ceil(widest)
    }

    function yOf(tenths: real): real {
        const within = Math.max(root.lowest, Math.min(root.highest, tenths))
        const span = Math.max(1, root.highest - root.lowest)
        return Theme.size.curveRow / 2 + (root.highest - within) / span * (root.plotHeight - Theme.size.curveRow)
    }

    implicitWidth: root.widest + Theme.space.m + Theme.size.curvePlacesLeast * Theme.size.curvePoint
    implicitHeight: root.plotHeight + Theme.space.xs + Math.max(first.implicitHeight, last.implicitHeight)

    Accessible.role: Accessible.Chart
    Accessible.name: root.name
    Accessible.description: root.description

    // How wide the words want to be.
    Repeater {
        id: measured

        model: root.levels

        Text {
            required property string words

            visible: false
            text: words
            font.family: Theme.type.family
            font.pixelSize: Theme.type.small
            Accessible.ignored: true
        }
    }
    Repeater {
        id: levelRows

        model: root.levels

        Item {
            id: level

            required property string words
            required property int tenths

            y: root.yOf(level.tenths) - height / 2
            width: root.width
            height: Theme.size.curveRow

            TrText {
                y: (level.height - implicitHeight) / 2
                width: root.wordsWidth
                kind: TrText.Small
                soft: true
                text: level.words
                Accessible.ignored: true
            }
            Rectangle {
                x: root.plotX
                y: level.height / 2
                width: root.plotWidth
                height: Theme.border.hair
                color: Theme.color.line
            }
        }
    }
    // The band, one place wide each: another way of answering has another one.
    Repeater {
        model: root.points

        Rectangle {
            id: band

            required property int index
            required property int base

            x: root.plotX + band.index * root.pitch
            // Half a step to either side; a step is as high as the words say.
            y: root.yOf(band.base) - height / 2
            visible: band.base >= 0
            width: root.pitch
            height: root.stepTenths / Math.max(1, root.highest - root.lowest) * (root.plotHeight - Theme.size.curveRow)
            color: Theme.color.chartBand

            Rectangle {
                width: band.width
                height: Theme.border.normal
                color: Theme.color.chartEdge
            }
            Rectangle {
                y: band.height - height
                width: band.width
                height: Theme.border.normal
                color: Theme.color.chartEdge
            }
        }
    }
    Repeater {
        id: places

        model: root.points

        Item {
            id: place

            required property int index
            required property int tenths
            required property int from
            required property bool newWay

            x: root.plotX + place.index * root.pitch
            width: root.pitch
            height: root.plotHeight

            Rectangle { // another way of answering begins here
                visible: place.newWay && place.index > 0
                width: Theme.border.normal
                height: place.height
                color: Theme.color.outline
            }
            // A turned rectangle, not a Shape: the software renderer of Qt 6.4 draws a Shape that has left a clipped page
            // over what stands beside that page.
            Rectangle {
                id: joint

                readonly property real fall: root.yOf(place.tenths) - root.yOf(place.from)

                visible: place.from >= 0 && place.tenths >= 0
                x: -width / 2
                y: (root.yOf(place.from) + root.yOf(place.tenths) - height) / 2
                width: Math.sqrt(root.pitch * root.pitch + joint.fall * joint.fall)
                height: Theme.size.curveLine
                rotation: Math.atan2(joint.fall, root.pitch) * 180 / Math.PI
                antialiasing: true
                color: Theme.color.chartLine
            }
        }
    }
    // Points over all lines, so that no line crosses one.
    Repeater {
        model: root.points

        Rectangle {
            id: point

            required property int index
            required property int tenths

            visible: point.tenths >= 0
            x: root.plotX + (point.index + 0.5) * root.pitch - width / 2
            y: root.yOf(point.tenths) - height / 2
            width: point.index === root.count - 1 ? Theme.size.curveNewest : Theme.size.curvePoint
            height: width
            radius: width / 2
            color: Theme.color.surface
            border.width: Theme.size.curveLine
            border.color: Theme.color.chartLine
        }
    }
    TrText {
        id: first

        // Left out where the newest would stand on it.
        visible: root.count > 1 && implicitWidth + Theme.space.m < last.x - root.plotX
        x: root.plotX
        y: root.plotHeight + Theme.space.xs
        kind: TrText.Small
        soft: true
        text: root.firstDay
        Accessible.ignored: true
    }
    TrText {
        id: last

        visible: root.count > 0
        x: root.plotX + Math.max(0, Math.min(root.plotWidth - implicitWidth, (root.count - 0.5) * root.pitch - implicitWidth / 2))
        y: first.y
        kind: TrText.Small
        bold: true
        text: root.lastDay
        Accessible.ignored: true
    }
}

import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme
import "support"

// Who cannot read, or sees no colours, finds a tile by its shape: no picture may look like another.
Item {
    id: root
    width: root.side
    height: root.side

    readonly property int side: 64
    readonly property int cells: 16

    Rectangle { id: ground; anchors.fill: parent }
    TrDrawing { id: drawing; width: root.side; height: root.side }

    TrTestCase {
        name: "TrPictures"

        // How unlike two pictures must be: 0 is the same, 1 shares no dark place. The nearest two that we have are at 0.35 in grey
        // and at 0.12 in one colour. A copy that is only moved or turned over is at 0; one made a fifth smaller, with thinner lines
        // thereby, is at 0.17 in grey and 0.05 in one colour; one with other fills is at 0 in one colour.
        readonly property real enough: 0.30
        readonly property real enoughForOneColour: 0.10

        // Room at each edge, so that no line is cut where a picture is drawn small.
        readonly property int margin: 1

        readonly property var names: [...TrPictures.keyNames, ...TrPictures.tileNames]

        function grey(colour) {
            return 0.3 * colour.r + 0.59 * colour.g + 0.11 * colour.b
        }

        // How far from the ground each cell of a grid is, from 0 to 1. The grid is laid over what is drawn: place and size on the
        // tile do not tell pictures apart.
        function shape(name, look) {
            ground.color = look.ground
            drawing.ink = look.ink
            drawing.a = look.a
            drawing.b = look.b
            drawing.c = look.c
            drawing.source = "pictures/" + name
            settle()
            const image = grabImage(drawing)
            const empty = grey(look.ground)
            const dark = new Float32Array(root.side * root.side)
            let left = root.side, right = -1, top = root.side, bottom = -1
            for (let y = 0; y < root.side; ++y) {
                for (let x = 0; x < root.side; ++x) {
                    const value = Math.abs(grey(image.pixel(x, y)) - empty)
                    dark[y * root.side + x] = value
                    if (value > 0.4) {
                        left = Math.min(left, x)
                        right = Math.max(right, x)
                        top = Math.min(top, y)
                        bottom = Math.max(bottom, y)
                    }
                }
            }
            verify(right >= 0, name + " is empty")
            const last = root.side - 1 - margin
            verify(left >= margin && top >= margin && right <= last && bottom <= last, name + " is at the edge")
            const size = Math.max(right - left, bottom - top) + 1
            const fromX = (left + right + 1 - size) / 2
            const fromY = (top + bottom + 1 - size) / 2
            const sum = new Float32Array(root.cells * root.cells)
            const count = new Float32Array(root.cells * root.cells)
            for (let y = Math.max(0, Math.ceil(fromY - 0.5)); y <= bottom; ++y) {
                for (let x = Math.max(0, Math.ceil(fromX - 0.5)); x <= right; ++x) {
                    const cell = Math.floor((y + 0.5 - fromY) / size * root.cells) * root.cells
                        + Math.floor((x + 0.5 - fromX) / size * root.cells)
                    sum[cell] += dark[y * root.side + x]
                    count[cell] += 1
                }
            }
            return sum.map((value, cell) => count[cell] > 0 ? value / count[cell] : 0)
        }

        function unlike(one, other, turned) {
            let apart = 0
            let all = 0
            for (let y = 0; y < root.cells; ++y) {
                for (let x = 0; x < root.cells; ++x) {
                    const p = one[y * root.cells + x]
                    const q = other[y * root.cells + (turned ? root.cells - 1 - x : x)]
                    apart += Math.abs(p - q)
                    all += Math.max(p, q)
                }
            }
            return apart / all
        }

        function theme(scheme) {
            Theme.scheme = scheme
            return { ground: Theme.color.surface, ink: Theme.color.pictureInk, a: Theme.color.pictureA,
                     b: Theme.color.pictureB, c: Theme.color.pictureC }
        }

        function test_noTwoLookAlike_data() {
            return [{ tag: "light", scheme: Theme.Light }, { tag: "dark", scheme: Theme.Dark },
                    { tag: "contrast", scheme: Theme.Contrast }, { tag: "one colour" }]
        }

        function test_noTwoLookAlike(data) {
            const themed = data.scheme !== undefined
            const black = Qt.rgba(0, 0, 0, 1)
            const look = themed ? theme(data.scheme) : { ground: Qt.rgba(1, 1, 1, 1), ink: black, a: black, b: black, c: black }
            const wanted = themed ? enough : enoughForOneColour
            const shapes = names.map(name => shape(name, look))
            const alike = []
            for (let i = 0; i < names.length; ++i) {
                for (let j = i + 1; j < names.length; ++j) {
                    const far = Math.min(unlike(shapes[i], shapes[j], false), unlike(shapes[i], shapes[j], true))
                    if (far < wanted)
                        alike.push(names[i] + " and " + names[j] + " (" + far.toFixed(3) + ")")
                }
            }
            verify(alike.length === 0, "look alike: " + alike.join(", "))
        }
    }
}

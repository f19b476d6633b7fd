import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    ListModel {
        id: someLevels
        ListElement { words: "Rigtig godt"; tenths: 90 }
        ListElement { words: "Midt imellem"; tenths: 50 }
        ListElement { words: "Meget svært"; tenths: 10 }
    }
    // Faces, a day without an answer, faces again, then another way of answering.
    ListModel {
        id: somePoints
        ListElement { tenths: 50; from: -1; base: 50; newWay: false }
        ListElement { tenths: 90; from: 50; base: 50; newWay: false }
        ListElement { tenths: -1; from: -1; base: -1; newWay: false }
        ListElement { tenths: 10; from: -1; base: 50; newWay: false }
        ListElement { tenths: 10; from: -1; base: -1; newWay: true }
    }
    ListModel {
        id: none
    }
    Component {
        id: curve
        TrCurve {
            width: 560
            points: somePoints
            levels: someLevels
            highest: 90
            lowest: 10
            stepTenths: 40
            firstDay: "7. aug."
            lastDay: "16. okt."
            name: "Du satte det omtrent som før."
        }
    }

    TrTestCase {
        name: "TrCurve"

        function all(item) {
            let found = []
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i]
                if (child.visible)
                    found = found.concat([child], all(child))
            }
            return found
        }
        function circles(item) {
            return all(item).filter(one => one.radius > 0 && one.radius === one.width / 2).sort((a, b) => a.x - b.x)
        }
        function middle(one) { return one.y + one.height / 2 }

        function test_pointsStandOnTheirWords() {
            const item = createTemporaryObject(curve, root)
            settle()
            const found = circles(item)
            compare(found.length, 4) // the day without an answer has none
            compare(found.map(middle), [item.yOf(50), item.yOf(90), item.yOf(10), item.yOf(10)])
            verify(item.yOf(90) < item.yOf(50) && item.yOf(50) < item.yOf(10))
            const words = all(item).find(one => one.text === "Midt imellem")
            fuzzyCompare(words.mapToItem(item, 0, words.height / 2).y, item.yOf(50), 1)
            // Its place is kept: the third point stands at the fourth place.
            fuzzyCompare(found[2].x - found[1].x, 2 * item.pitch, 1)
            verify(found[3].width > found[0].width)
            verify(found[3].x + found[3].width <= item.width)
        }
        function test_aLineLeadsOnlyFromWhereItMay() {
            const item = createTemporaryObject(curve, root)
            settle()
            const lines = all(item).filter(one => one.color !== undefined && Qt.colorEqual(one.color, Theme.color.chartLine))
            compare(lines.length, 1) // not over the gap, not to another way of answering
            const found = circles(item)
            for (const [x, circle] of [[0, found[0]], [lines[0].width, found[1]]]) {
                const end = lines[0].mapToItem(item, x, lines[0].height / 2)
                fuzzyCompare(end.x, circle.x + circle.width / 2, 1)
                fuzzyCompare(end.y, middle(circle), 1)
            }
        }
        function test_theBandIsHalfAStepToEitherSide() {
            const item = createTemporaryObject(curve, root)
            settle()
            const bands = all(item).filter(one => one.color !== undefined && Qt.colorEqual(one.color, Theme.color.chartBand))
            compare(bands.length, 3)
            for (const band of bands) {
                fuzzyCompare(band.y, item.yOf(70), 1)
                fuzzyCompare(band.y + band.height, item.yOf(30), 1)
            }
        }
        function test_itSaysWhatItIs() {
            const item = createTemporaryObject(curve, root)
            compare(item.Accessible.role, Accessible.Chart)
            compare(item.Accessible.name, "Du satte det omtrent som før.")
        }
        function test_aNarrowPlaceKeepsEverythingInside_data() {
            return [{ tag: "phone", width: 330, scale: 1 }, { tag: "phone, large", width: 330, scale: 2 }]
        }
        function test_aNarrowPlaceKeepsEverythingInside(data) {
            Theme.typeScale = data.scale
            const item = createTemporaryObject(curve, root, { width: data.width })
            settle()
            for (const one of all(item)) {
                const right = one.mapToItem(item, one.width, 0).x
                verify(right <= item.width + 1, one + ": " + right)
            }
            Theme.typeScale = 1
        }
        function test_nothingIsNothing() {
            const item = createTemporaryObject(curve, root, { points: none, levels: none })
            settle()
            compare(circles(item).length, 0)
        }
    }
}

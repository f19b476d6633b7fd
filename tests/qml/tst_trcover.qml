import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: cover; TrCover { width: 1280; height: 800; picture: "fyrtaarn"; tint: 3 } }
    Component { id: spyMaker; SignalSpy { } }
    MouseArea { id: below; anchors.fill: parent; property int taps: 0; onPressed: ++taps }

    TrTestCase {
        name: "TrCover"
        subject: cover

        function test_saysForWhomByThePictureOnly() {
            const item = make()
            compare(item.color, Theme.color.cover)
            compare(item.Accessible.name, "Din plads venter")
            const tile = all(item, one => one instanceof TrTile)[0]
            compare(tile.text, "")
            compare(tile.picture, "fyrtaarn")
        }

        function test_signals() {
            const item = make()
            for (const one of [["opened", all(item, a => a instanceof TrTile)[0]], ["help", all(item, a => a instanceof TrHelpButton)[0]],
                               ["someoneElse", all(item, a => a instanceof TrButton && a.text === "Jeg er en anden")[0]]]) {
                const spy = createTemporaryObject(spyMaker, root, { target: item, signalName: one[0] })
                mouseClick(one[1])
                compare(spy.count, 1, one[0])
            }
        }

        function test_aKeyboardReachesEveryButton() {
            const item = make()
            item.forceActiveFocus()
            const met = []
            for (let i = 0; i < 6; ++i) {
                keyClick(Qt.Key_Tab)
                met.push(item.Window.activeFocusItem)
            }
            for (const one of all(item, a => a instanceof TrTile || a instanceof TrButton))
                verify(met.indexOf(one) >= 0, one.text)
        }

        function test_nothingReachesWhatLiesUnder() {
            const item = make()
            mouseClick(item, 20, 20)
            mouseClick(item, 640, 600)
            compare(below.taps, 0)
        }

        function test_largeLettersInBothForms() {
            Theme.typeScale = 2
            compare(cut(make()), [])
            Theme.viewWidth = 800
            Theme.viewHeight = 1280
            compare(cut(make({ width: 800, height: 1280 })), [])
        }
    }
}

import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: button; TrButton { x: 60; y: 60; text: "Spring over" } }

    TrTestCase {
        name: "TrButton"
        subject: button

        function test_kinds_data() {
            return [{ tag: "plain", kind: TrButton.Plain, height: 72 }, { tag: "main", kind: TrButton.Main, height: 80 },
                    { tag: "quiet", kind: TrButton.Quiet, height: 72 }, { tag: "help", kind: TrButton.Help, height: 80 }]
        }

        function test_kinds(data) {
            const item = make({ kind: data.kind })
            compare(item.height, data.height)
            checkControl(item, "clicked", Accessible.Button, "Spring over")
        }

        function test_pressedLooksPressed() {
            const item = make()
            compare(item.background.color, Theme.color.surface)
            mousePress(item)
            compare(item.background.color, Theme.color.pressedFill)
            compare(item.background.border.color, Theme.color.text)
            mouseRelease(item)
            compare(item.background.color, Theme.color.surface)
        }

        function test_offSaysSoWithoutHue() {
            const item = make({ enabled: false })
            const dashes = all(item, one => one instanceof TrDashedEdge)
            compare(dashes.length, 1)
            verify(isShown(dashes[0]))
            mouseClick(item)
            verify(!item.down)
        }

        function test_sameWidthForButtonsThatTakeTurns() {
            const skip = make({ text: "Spring over", leastWidth: Theme.size.stepWidth, tall: true })
            const next = make({ text: "Næste", leastWidth: Theme.size.stepWidth, kind: TrButton.Main, iconName: "next", iconRight: true })
            compare(skip.width, next.width)
            compare(skip.height, next.height)
        }

        function test_secondTapIsAnotherTap() {
            const item = make()
            const spy = createTemporaryQmlObject("import QtTest; SignalSpy { signalName: 'clicked' }", root)
            spy.target = item
            mouseDoubleClickSequence(item)
            compare(spy.count, 2)
        }

        function test_iconSide() {
            const left = make({ iconName: "back" })
            const right = make({ iconName: "next", iconRight: true })
            const place = item => {
                const icon = all(item, one => one instanceof TrIcon && isShown(one))[0]
                const words = texts(item)[0]
                return icon.mapToItem(item, 0, 0).x < words.mapToItem(item, 0, 0).x
            }
            verify(place(left))
            verify(!place(right))
        }

        function test_largeLetters() {
            checkLargeLetters({ text: "Gem og vis til Mette og Ali", kind: TrButton.Main, iconName: "check" }, 380)
        }
    }
}

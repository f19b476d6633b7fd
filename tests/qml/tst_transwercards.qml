import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: face; TrFaceCard { x: 48; y: 48; level: 4; text: "Ret godt" } }
    Component { id: step; TrStepCard { x: 48; y: 48; step: 3; text: "Noget" } }
    Component { id: words; TrAnswerCard { x: 48; y: 48; text: "Ved ikke" } }
    Component { id: guard; TrTapGuard { } }
    Component { id: spyMaker; SignalSpy { signalName: "picked" } }

    TrTestCase {
        name: "TrAnswerCards"

        // Tests of the same answer need touches that follow at once.
        function unguarded(properties) {
            return make(Object.assign({ guard: createTemporaryObject(guard, root, { quietMs: 0 }) }, properties ?? {}))
        }

        function test_control_data() {
            return [{ tag: "face", kind: face, name: "Ret godt" }, { tag: "step", kind: step, name: "Noget" },
                    { tag: "words", kind: words, name: "Ved ikke" }]
        }

        function test_control(data) {
            subject = data.kind
            checkControl(unguarded(), "picked", Accessible.RadioButton, data.name)
        }

        function test_sizesInMillimetres() {
            subject = face
            for (const row of [false, true]) {
                const item = make({ row: row })
                const drawing = all(item, one => one instanceof TrFace)[0]
                verify(millimetres(drawing.width) >= (row ? 25.5 : 28.6) - 0.01)
                verify(millimetres(drawing.height) >= 25)
                verify(millimetres(item.width) >= 38 - 0.01)
                verify(millimetres(item.height) >= 26)
            }
        }

        function test_neverChoosesItself() {
            subject = face
            const item = unguarded()
            mouseClick(item)
            compare(item.chosen, false)
            compare(item.Accessible.checked, false)
            item.chosen = true
            compare(item.Accessible.checked, true)
            mouseClick(item)
            compare(item.chosen, true)
        }

        function test_chosenReadsWithoutHue() {
            subject = face
            const item = make()
            const tick = () => all(item, one => one instanceof TrTick)[0]
            const word = texts(item).filter(one => isShown(one))[0]
            const before = { width: item.width, height: item.height, word: word.mapToItem(item, 0, 0) }
            verify(!isShown(tick()))
            compare(item.background.border.width, Theme.border.normal)
            compare(word.font.weight, Font.Normal)
            item.chosen = true
            settle()
            verify(isShown(tick()))
            compare(item.background.border.width, Theme.border.chosen)
            compare(word.font.weight, Font.Bold)
            compare(item.background.color, Theme.color.chosenFill)
            // Nothing moves.
            compare(item.width, before.width)
            compare(item.height, before.height)
            compare(word.mapToItem(item, 0, 0), before.word)
        }

        // Bold words are wider; a word that would wrap only when chosen must not move its card.
        function test_choosingMovesNothingInAnyWidth() {
            subject = words
            Theme.typeScale = 1.5
            const item = make({ text: "Midt imellem" })
            let wrapped = 0
            for (let width = 200; width <= 340; width += 4) {
                item.width = width
                item.chosen = false
                settle()
                const word = texts(item).filter(one => isShown(one))[0]
                const before = [item.implicitHeight, word.height]
                item.chosen = true
                settle()
                compare([item.implicitHeight, word.height], before, width)
                wrapped += word.lineCount > 1 ? 1 : 0
            }
            verify(wrapped > 5 && wrapped < 35)
        }

        function test_secondTouchIsIgnored() {
            subject = face
            const shared = createTemporaryObject(guard, root, { quietMs: 3600000 })
            const one = make({ guard: shared })
            const other = make({ guard: shared, x: 600, level: 2, text: "Ret svært" })
            const spy = createTemporaryObject(spyMaker, root, { target: one })
            const otherSpy = createTemporaryObject(spyMaker, root, { target: other })
            mouseClick(one)
            mouseClick(one)
            mouseClick(other)
            compare(spy.count, 1)
            compare(otherSpy.count, 0)
        }

        function test_guardAtItsLimit() {
            const item = createTemporaryObject(guard, root)
            compare(item.quietMs, 600)
            verify(item.accepts(1000))
            verify(!item.accepts(1000))
            verify(!item.accepts(1599))
            verify(item.accepts(1600))
            verify(!item.accepts(2199))
            // A clock set back does not lock anybody out.
            verify(item.accepts(500))
            verify(!item.accepts(501))
        }

        function test_stepsFill_data() {
            return [{ tag: "none", step: 1, filled: 0 }, { tag: "some", step: 3, filled: 2 }, { tag: "all", step: 5, filled: 4 }]
        }

        function test_stepsFill(data) {
            subject = step
            const item = make({ step: data.step })
            const stair = all(item, one => one instanceof TrSteps)[0]
            const bars = all(stair, one => one.border !== undefined && one.radius !== undefined)
            compare(bars.length, 4)
            compare(bars.filter(bar => bar.color.a > 0).length, data.filled)
        }

        function test_contrastThemeInverts() {
            Theme.scheme = Theme.Contrast
            subject = step
            const item = make({ chosen: true })
            compare(item.background.color, Theme.contrast.chosenFill)
            compare(item.ink, Theme.contrast.inkOnChosen)
        }

        function test_largeLetters() {
            subject = face
            for (const row of [false, true]) {
                for (const chosen of [false, true])
                    checkLargeLetters({ row: row, chosen: chosen, text: "Meget svært", level: 1 }, row ? 500 : 224)
            }
        }
    }
}

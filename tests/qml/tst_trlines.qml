import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: calm; TrCalmLine { iconName: "check"; text: "Gemt her på tabletten." } }
    Component { id: note; TrNoteLine { text: "Sat sammen af to. Læs den igennem." } }
    Component { id: saved; TrSavedLine { } }
    Component { id: chip; TrChip { text: "venter på Sofies ja"; waiting: true } }
    Component { id: progress; TrProgress { current: 2; count: 4 } }

    TrTestCase {
        name: "TrLines"

        function test_named_data() {
            return [{ tag: "calm", kind: calm, name: "Gemt her på tabletten.", narrow: 420 },
                    { tag: "note", kind: note, name: "Sat sammen af to. Læs den igennem.", narrow: 420 },
                    { tag: "saved", kind: saved, name: "Gemt her på tabletten", narrow: 420 },
                    { tag: "chip", kind: chip, name: "venter på Sofies ja", narrow: 300 }]
        }

        function test_named(data) {
            subject = data.kind
            const item = make()
            compare(item.Accessible.role, Accessible.StaticText)
            compare(item.Accessible.name, data.name)
            compare(cut(item), [])
            checkLargeLetters({}, data.narrow)
        }

        function test_noteIsSeenWithoutHue() {
            subject = note
            compare(make().border.width, Theme.border.normal)
            subject = calm
            compare(make().border.width, Theme.border.hair)
        }

        function test_savedKeepsItsPlaceAndSaysNothingUntrue() {
            subject = saved
            const item = make({ saved: false })
            const height = item.height
            verify(height > 20)
            compare(item.opacity, 0)
            compare(item.Accessible.name, "")
            item.saved = true
            compare(item.opacity, 1)
            compare(item.height, height)
        }

        function test_waitingIsDashedWithAClock() {
            subject = chip
            const item = make()
            verify(isShown(all(item, one => one instanceof TrDashedEdge)[0]))
            compare(all(item, one => one instanceof TrIcon && isShown(one))[0].name, "clock")
            const fact = make({ waiting: false, iconName: "talk" })
            verify(!isShown(all(fact, one => one instanceof TrDashedEdge)[0]))
            compare(fact.border.width, Theme.border.normal)
        }

        function test_progressInWordsAndDots() {
            subject = progress
            const item = make()
            compare(item.Accessible.name, "Spørgsmål 2 af 4")
            const dots = all(item, one => one.radius !== undefined && one.border !== undefined)
            compare(dots.length, 4)
            compare(dots.map(dot => dot.width), [16, 36, 16, 16])
            compare(dots.map(dot => dot.color.a > 0), [true, true, false, false])
        }

        function test_manyQuestionsAreWordsOnly() {
            subject = progress
            const few = make({ count: 10 })
            const many = make({ count: 11 })
            verify(few.width > many.width + 100)
            compare(all(many, one => one.radius !== undefined && isShown(one)).length, 0)
        }
    }
}

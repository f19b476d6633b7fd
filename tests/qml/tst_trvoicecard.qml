import QtQuick
import QtQuick.Layouts
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component {
        id: voice
        TrVoiceCard {
            width: 500
            heading: "Mine egne ord"
            text: "”Jeg går ned i kælderen og maler.”"
            signature: "Skrevet af dig, 2. oktober"
            TrChip { text: "sagt af Sofie" }
        }
    }
    Component {
        id: card
        TrCard {
            name: "Før og nu"
            TrText { Layout.fillWidth: true; text: "Jeg kommer næsten ikke ud." }
        }
    }

    TrTestCase {
        name: "TrVoiceCard"
        subject: voice

        function bars(item) {
            return all(item, one => one.parent === item && one.radius !== undefined && one.visible)
        }

        function test_oneThickBarOrTwoThin() {
            const mine = make()
            compare(bars(mine).map(bar => bar.width), [6])
            compare(mine.color, Theme.color.mineFill)
            const staff = make({ voice: TrVoiceCard.Staff })
            compare(bars(staff).map(bar => bar.width), [2, 2])
            compare(staff.color, Theme.color.staffFill)
            // No corner is cut.
            compare(bars(mine)[0].x, 14)
        }

        function test_readInOrder() {
            const item = make()
            compare(item.Accessible.name, "Mine egne ord")
            const shown = texts(item).filter(one => isShown(one))
            compare(shown.map(one => one.text), ["Mine egne ord", "”Jeg går ned i kælderen og maler.”", "Skrevet af dig, 2. oktober", "sagt af Sofie"])
            compare(shown[0].Accessible.role, Accessible.Heading)
        }

        function test_signatureStandsAtTheBottom() {
            const item = make({ height: 400 })
            settle()
            const signature = texts(item)[2]
            verify(signature.mapToItem(item, 0, 0).y > 280)
        }

        function test_largeLetters() {
            checkLargeLetters({ text: "Vi foreslår en kort tur og spørger ikke igen." }, 420)
        }

        function test_cardHoldsWhatIsPutIntoIt() {
            subject = card
            const item = make({ width: 300 })
            compare(item.Accessible.name, "Før og nu")
            compare(texts(item)[0].width, 300 - 2 * Theme.space.l)
            compare(cut(item), [])
            subject = voice
        }
    }
}

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
        id: page
        TrScrollPage {
            id: it
            property alias last: lastOne
            property alias field: area
            property int filler: 1600

            width: 1280
            height: 500
            name: "Side"
            TrText { Layout.fillWidth: true; kind: TrText.Question; text: "Hvordan går det?" }
            TrTextArea { id: area; Layout.fillWidth: true; label: "Ord" }
            Item { implicitHeight: it.filler; implicitWidth: 10 }
            TrButton { id: lastOne; text: "Sidste" }
        }
    }

    TrTestCase {
        name: "TrScrollPage"
        subject: page

        function button(item, text) {
            return all(item, one => one instanceof TrButton && one.text === text)[0]
        }

        function seen(page, item) {
            const top = item.mapToItem(page, 0, 0).y
            return top >= 0 && top + item.height <= page.height
        }

        function test_ordinaryLettersHaveNoButtons() {
            const item = make()
            verify(item.overflows)
            verify(!isShown(button(item, "Op")))
            verify(!isShown(button(item, "Ned")))
        }

        function test_largeLettersMoveByButtons() {
            Theme.typeScale = 1.4
            const item = make()
            const up = button(item, "Op"), down = button(item, "Ned")
            verify(isShown(up) && isShown(down))
            verify(millimetres(down.height) >= 12.2 - 0.01)
            verify(!up.enabled)
            mouseClick(down)
            verify(item.contentY > 300)
            verify(up.enabled)
            for (let i = 0; i < 10; ++i)
                mouseClick(down)
            verify(item.atBottom)
            verify(!down.enabled)
            verify(seen(item, item.last))
            // Something of what was read stays in view.
            const before = item.contentY
            mouseClick(up)
            verify(before - item.contentY < item.height)
            for (let i = 0; i < 10; ++i)
                mouseClick(up)
            compare(item.contentY, 0)
        }

        function test_largeLettersIgnoreATremble() {
            Theme.typeScale = 1.4
            const item = make()
            mouseDrag(item, 300, 400, 0, -200)
            compare(item.contentY, 0)
            Theme.typeScale = 1
            settle()
            mouseDrag(item, 300, 400, 0, -200)
            verify(item.contentY > 0)
        }

        function test_shortPageHasNoButtons() {
            Theme.typeScale = 1.4
            const item = make({ filler: 1 })
            verify(!item.overflows)
            verify(!isShown(button(item, "Ned")))
        }

        function test_noRoomForButtonsMeansAFinger() {
            Theme.typeScale = 2
            const item = make({ height: 160 })
            verify(!isShown(button(item, "Ned")))
            item.down()
            verify(item.contentY > 0)
        }

        function test_focusComesIntoView() {
            const item = make()
            verify(!seen(item, item.last))
            item.last.forceActiveFocus(Qt.TabFocusReason)
            verify(seen(item, item.last))
        }

        function test_touchingATextMovesNothing() {
            Theme.typeScale = 1.4
            const item = make()
            mouseDrag(item, 300, 300, 0, -200)
            verify(item.field.activeFocus)
            compare(item.contentY, 0)
        }

        function test_cursorStaysInView() {
            const item = make({ filler: 10 })
            item.field.forceActiveFocus()
            item.field.insert(0, "Linje\n".repeat(60))
            settle()
            const cursor = item.field.mapToItem(item, item.field.cursorRectangle)
            verify(cursor.y >= 0 && cursor.y + cursor.height <= item.height)
        }

        function test_keys() {
            const item = make()
            item.field.focus = false
            item.forceActiveFocus()
            keyClick(Qt.Key_PageDown)
            verify(item.contentY > 300)
            keyClick(Qt.Key_PageUp)
            compare(item.contentY, 0)
        }
    }
}

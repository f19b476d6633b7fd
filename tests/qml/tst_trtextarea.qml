import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: area; TrTextArea { x: 48; y: 48; width: 600; label: "Det kan vi gøre" } }

    TrTestCase {
        name: "TrTextArea"
        subject: area

        function test_named() {
            const item = make()
            compare(item.Accessible.role, Accessible.EditableText)
            compare(item.Accessible.name, "Det kan vi gøre")
            compare(item.Accessible.multiLine, true)
        }

        function test_tabGoesOnAndWritesNothing() {
            const item = make()
            const next = createTemporaryObject(area, root, { y: 400, label: "Den næste" })
            item.forceActiveFocus()
            keyClick(Qt.Key_Tab)
            compare(item.text, "")
            verify(next.activeFocus)
            keyClick(Qt.Key_Tab, Qt.ShiftModifier)
            verify(item.activeFocus)
        }

        function test_noKeyboardLearns() {
            const hints = make().inputMethodHints
            verify(hints & Qt.ImhNoPredictiveText)
            verify(hints & Qt.ImhSensitiveData)
        }

        function test_focusShows() {
            const item = make()
            compare(item.background.border.width, Theme.border.normal)
            mouseClick(item)
            verify(item.activeFocus)
            compare(item.background.border.width, Theme.border.chosen)
            const ring = all(item, one => one instanceof TrFocusRing)[0]
            verify(!isShown(ring))
            item.focus = false
            item.forceActiveFocus(Qt.TabFocusReason)
            verify(isShown(ring))
        }

        function test_growsWithItsWords() {
            const item = make()
            const empty = item.height
            item.text = "Linje\n".repeat(20)
            settle()
            verify(item.height > empty + 200)
            verify(item.contentHeight <= item.height)
        }

        function test_wordsAreNotMarkup() {
            const item = make({ text: "<b>1 < 2</b>" })
            compare(item.getText(0, item.length), "<b>1 < 2</b>")
            compare(item.cursorPosition, item.length)
        }

        function test_writes() {
            const item = make()
            item.forceActiveFocus()
            for (const letter of "aeo")
                keyClick(letter)
            compare(item.text, "aeo")
        }
    }
}

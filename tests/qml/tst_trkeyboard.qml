import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: keyboard; TrKeyboard { y: 300; width: 1280 } }
    Component { id: area; TrTextArea { width: 600; label: "Ord" } }
    Component { id: spyMaker; SignalSpy { } }

    TrTestCase {
        name: "TrKeyboard"
        subject: keyboard

        function keys(item) {
            return all(item, one => one instanceof TrKey && one.visible)
        }

        function key(item, text) {
            return keys(item).filter(one => one.text === text)[0]
        }

        function tap(item, text) {
            const found = key(item, text)
            verify(found, text)
            mouseClick(found)
        }

        function field() {
            const item = createTemporaryObject(area, root)
            item.forceActiveFocus()
            return item
        }

        function test_everyLetterInItsRow() {
            const item = make()
            compare(item.letterRows, ["qwertyuiopå", "asdfghjklæø", "zxcvbnm"])
            compare([...item.letterRows.join("")].sort().join(""), [..."abcdefghijklmnopqrstuvwxyzæøå"].sort().join(""))
            for (const letter of "abcdefghijklmnopqrstuvwxyzæøå")
                verify(key(item, letter), letter)
            for (const word of ["Stort", "Slet", "Mellemrum", "Færdig", "Tal", "Ny linje"])
                verify(key(item, word), word)
        }

        function test_digitsAndSigns() {
            const item = make()
            tap(item, "Tal")
            for (const sign of "0123456789.,?!:-()")
                verify(key(item, sign), sign)
            verify(!key(item, "q"))
            tap(item, "abc")
            verify(key(item, "q"))
        }

        function test_writesWhatIsTapped() {
            const words = field()
            const item = make()
            compare(item.target, words)
            tap(item, "Stort")
            verify(key(item, "Å"))
            tap(item, "Å")
            tap(item, "h")
            tap(item, "Mellemrum")
            tap(item, "ø")
            tap(item, "Ny linje")
            tap(item, "æ")
            compare(words.text, "Åh ø\næ")
            tap(item, "Slet")
            compare(words.text, "Åh ø\n")
            verify(words.activeFocus)
        }

        function test_writesAtTheCursor() {
            const words = field()
            words.text = "godag"
            words.cursorPosition = 2
            const item = make()
            tap(item, "d")
            tap(item, "Mellemrum")
            compare(words.text, "god dag")
            compare(words.cursorPosition, 4)
        }

        function test_replacesWhatIsMarked() {
            const words = field()
            words.text = "en dårlig dag"
            words.select(3, 9)
            const item = make()
            tap(item, "x")
            compare(words.text, "en x dag")
            words.select(0, 3)
            tap(item, "Slet")
            compare(words.text, "x dag")
        }

        function test_deletesWholeCharacters() {
            const words = field()
            words.text = "a\ud83c\udf1e"
            words.cursorPosition = words.length
            const item = make()
            tap(item, "Slet")
            compare(words.text, "a")
            tap(item, "Slet")
            tap(item, "Slet")
            compare(words.text, "")
        }

        function test_guessesAndLearnsNothing() {
            const words = field()
            const item = make()
            for (let i = 0; i < 3; ++i) {
                tap(item, "h")
                tap(item, "e")
                tap(item, "j")
                tap(item, ".")
                tap(item, "Mellemrum")
            }
            compare(words.text, "hej. hej. hej. ")
            compare(keys(item).length, 11 + 11 + 9 + 6)
        }

        function test_capitalIsForOneLetter() {
            const words = field()
            const item = make()
            tap(item, "Stort")
            compare(key(item, "Stort").Accessible.checked, true)
            tap(item, "A")
            compare(key(item, "Stort").Accessible.checked, false)
            tap(item, "a")
            compare(words.text, "Aa")
        }

        function test_done() {
            const words = field()
            const item = make()
            const spy = createTemporaryObject(spyMaker, root, { target: item, signalName: "done" })
            tap(item, "Færdig")
            compare(spy.count, 1)
            verify(!words.activeFocus)
            compare(item.target, null)
        }

        function test_withoutATextNothingBreaks() {
            const item = make({ target: null })
            tap(item, "a")
            tap(item, "Slet")
            tap(item, "Færdig")
        }

        function test_keysAreLargeEnough_data() {
            return [{ tag: "landscape", width: 1280, height: 800, scale: 1 }, { tag: "portrait", width: 800, height: 1280, scale: 1 },
                    { tag: "landscapeLarge", width: 1280, height: 800, scale: 2 }, { tag: "portraitLarge", width: 800, height: 1280, scale: 2 }]
        }

        function test_keysAreLargeEnough(data) {
            Theme.viewWidth = data.width
            Theme.viewHeight = data.height
            Theme.typeScale = data.scale
            const item = make({ width: data.width })
            const all = keys(item)
            for (const one of all) {
                verify(millimetres(one.width) >= 12.2 - 0.01, one.text + " " + one.width)
                verify(millimetres(one.height) >= 12.2 - 0.01, one.text + " " + one.height)
                const at = one.mapToItem(item, 0, 0)
                verify(at.x >= 0 && at.x + one.width <= item.width)
                verify(one.contentItem.contentWidth <= one.contentItem.width + 1, one.text)
            }
            // The same four full rows in the same width.
            compare(new Set(all.map(one => one.parent.width)).size, 1)
        }

        function test_everyKeyIsNamed() {
            const item = make()
            for (const page of [0, 1]) {
                for (const one of keys(item)) {
                    compare(one.Accessible.role, Accessible.Button)
                    verify(one.Accessible.name !== "" && !/^[^\wæøåéÆØÅ]$/.test(one.Accessible.name), one.text)
                }
                item.signs = true
            }
            compare(key(item, "?").Accessible.name, "Spørgsmålstegn")
        }
    }
}

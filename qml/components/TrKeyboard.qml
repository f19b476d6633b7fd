pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Theme

// Our own calm keyboard: Danish letters in their usual places, a second page with digits and signs. It guesses nothing
// and learns nothing. Writes into `target`, which is the text that has the focus unless somebody says otherwise.
Rectangle {
    id: root

    property TextEdit target: root.Window.activeFocusItem as TextEdit
    property bool capital: false
    property bool signs: false

    readonly property list<string> letterRows: ["qwertyuiopå", "asdfghjklæø", "zxcvbnm"]
    readonly property list<string> signRows: ["1234567890+", ".,?!:;-–()/", "”’&%@=*é"]
    readonly property list<string> rows: root.signs ? root.signRows : root.letterRows
    readonly property int columns: 11
    readonly property real keyWidth: Math.min(Theme.size.key + Theme.space.betweenKeys, Math.floor(root.width / root.columns))
    readonly property real keyHeight: Math.max(Theme.size.key, Math.round(Theme.type.key * Theme.type.lineHeight)) + Theme.space.betweenKeys

    // After each touch: the letters written; "" for Slet.
    signal typed(letters: string)
    signal done()

    function write(letters: string) {
        if (root.target) {
            root.removeSelection()
            root.target.insert(root.target.cursorPosition, letters)
        }
        root.capital = false
        root.typed(letters)
    }
    function erase() {
        if (root.target && !root.removeSelection()) {
            const at = root.target.cursorPosition
            const pair = /[\udc00-\udfff]/.test(root.target.getText(at - 1, at)) ? 2 : 1
            root.target.remove(Math.max(0, at - pair), at)
        }
        root.typed("")
    }
    function removeSelection(): bool {
        if (!root.target || root.target.selectedText === "")
            return false
        root.target.remove(root.target.selectionStart, root.target.selectionEnd)
        return true
    }
    function finish() {
        if (root.target)
            root.target.focus = false
        root.done()
    }
    function shown(key: string): string {
        return root.capital && !root.signs ? key.toUpperCase() : key
    }

    implicitWidth: root.columns * (Theme.size.key + Theme.space.betweenKeys)
    implicitHeight: 4 * root.keyHeight + 2 * Theme.space.s
    color: Theme.color.sunk

    Accessible.role: Accessible.Grouping
    //: Name of the on-screen keyboard, for a screen reader.
    Accessible.name: qsTr("Tastatur")

    component WordKey: TrKey {
        isWord: true
        height: root.keyHeight
    }
    component LetterKeys: Repeater {
        id: letters

        property string keys

        model: letters.keys.length

        TrKey {
            required property int index

            readonly property string key: letters.keys.charAt(index)

            width: root.keyWidth
            height: root.keyHeight
            text: root.shown(key)
            spoken: TrKeyNames.spoken(text)
            onClicked: root.write(text)
        }
    }

    Column {
        anchors.centerIn: parent

        Row {
            LetterKeys { keys: root.rows[0] }
        }
        Row {
            LetterKeys { keys: root.rows[1] }
        }
        Row {
            WordKey {
                visible: !root.signs
                width: 2 * root.keyWidth
                //: Keyboard: the next letter is a capital.
                text: qsTr("Stort")
                chosen: root.capital
                onClicked: root.capital = !root.capital
            }
            LetterKeys { keys: root.rows[2] }
            WordKey {
                width: root.signs ? 3 * root.keyWidth : 2 * root.keyWidth
                //: Keyboard: takes away the letter before the cursor.
                text: qsTr("Slet")
                onClicked: root.erase()
            }
        }
        Row {
            WordKey {
                width: 2 * root.keyWidth
                //: Keyboard: to the page with digits and signs, and back to letters.
                text: root.signs ? qsTr("abc") : qsTr("Tal")
                //: Keyboard, for a screen reader.
                spoken: root.signs ? qsTr("Bogstaver") : qsTr("Tal og tegn")
                onClicked: root.signs = !root.signs
            }
            LetterKeys { keys: "," }
            WordKey {
                width: 3 * root.keyWidth
                //: Keyboard: the space bar.
                text: qsTr("Mellemrum")
                onClicked: root.write(" ")
            }
            LetterKeys { keys: "." }
            WordKey {
                width: 2 * root.keyWidth
                //: Keyboard: a new line.
                text: qsTr("Ny linje")
                onClicked: root.write("\n")
            }
            WordKey {
                width: 2 * root.keyWidth
                //: Keyboard: done writing, the keyboard goes away.
                text: qsTr("Færdig")
                onClicked: root.finish()
            }
        }
    }
}

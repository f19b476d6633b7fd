pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Components
import Trivsel.Theme

// The keys of a pairing code: digits and the letters that look like no digit, in the order of the alphabet, so that
// whoever copies finds them. A space comes by itself after each group.
Rectangle {
    id: root

    required property TextEdit target

    readonly property list<string> rows: ["1234567890", "ABCDEFGHJKM", "NPQRSTVWXYZ"]
    readonly property int columns: 11
    readonly property int group: 4
    readonly property real keyWidth: Math.min(Theme.size.key + Theme.space.betweenKeys, Math.floor(root.width / root.columns))
    readonly property real keyHeight: Math.max(Theme.size.key, Math.round(Theme.type.key * Theme.type.lineHeight)) + Theme.space.betweenKeys

    function write(letter: string) {
        const bare = root.target.text.replace(/\s/g, "")
        const between = bare.length > 0 && bare.length % root.group === 0 && !/\s$/.test(root.target.text) ? " " : ""
        root.target.insert(root.target.length, between + letter)
        root.target.cursorPosition = root.target.length
    }
    function erase() {
        root.target.remove(Math.max(0, root.target.text.replace(/\s+$/, "").length - 1), root.target.length)
    }

    implicitWidth: root.columns * (Theme.size.key + Theme.space.betweenKeys)
    implicitHeight: 4 * root.keyHeight + 2 * Theme.space.s
    color: Theme.color.sunk

    Accessible.role: Accessible.Grouping
    //: Name of the on-screen keyboard for a code, for a screen reader.
    Accessible.name: qsTr("Tastatur til koden")

    Column {
        anchors.centerIn: parent

        Repeater {
            model: root.rows

            Row {
                id: row

                required property string modelData

                Repeater {
                    model: row.modelData.length

                    TrKey {
                        required property int index

                        width: root.keyWidth
                        height: root.keyHeight
                        text: row.modelData.charAt(index)
                        onClicked: root.write(text)
                    }
                }
            }
        }
        Row {
            TrKey {
                isWord: true
                width: 3 * root.keyWidth
                height: root.keyHeight
                //: Keyboard: takes away the last character of the code.
                text: qsTr("Slet")
                onClicked: root.erase()
            }
        }
    }
}

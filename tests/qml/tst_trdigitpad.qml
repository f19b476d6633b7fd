import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: pad; TrDigitPad { x: 48; y: 48 } }
    Component { id: dots; TrCodeDots { x: 48; y: 48 } }
    SignalSpy { id: digit; signalName: "digit" }
    SignalSpy { id: erase; signalName: "erase" }

    TrTestCase {
        name: "TrDigitPad"
        subject: pad

        function keys(item) {
            return all(item, one => one instanceof TrKey)
        }
        function test_tenDigitsAndErase() {
            subject = pad
            const item = make()
            compare(keys(item).map(key => key.text), ["1", "2", "3", "4", "5", "6", "7", "8", "9", "Slet", "0"])
            digit.target = erase.target = item
            for (const key of keys(item))
                touchOn(key)
            compare(digit.signalArguments.map(one => one[0]), [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
            compare(erase.count, 1)
        }
        function touchOn(key) {
            const touch = touchEvent(key)
            touch.press(0, key, key.width / 2, key.height / 2).commit()
            touch.release(0, key, key.width / 2, key.height / 2).commit()
        }
        function test_largeAndSideBySide() {
            subject = pad
            const item = make()
            compare(keys(item).length, 11)
            for (const key of keys(item)) {
                verify(key.background.width >= Theme.mm(19) && key.background.height >= Theme.mm(19), key.text)
                compare(key.Accessible.role, Accessible.Button)
                compare(key.Accessible.name, key.text)
            }
            const one = keys(item)[0]
            const two = keys(item)[1]
            compare(two.mapToItem(item, 0, 0).x, one.mapToItem(item, 0, 0).x + one.width) // no dead ground between
        }
        function test_dots() {
            subject = dots
            const item = make()
            compare(item.Accessible.name, "0 af 6 tal")
            const marks = () => all(item, one => one.full === true).length
            compare(marks(), 0)
            item.written = 4
            compare(marks(), 4)
            compare(item.Accessible.name, "4 af 6 tal")
            compare(all(item, one => one instanceof TrText).length, 0) // never a digit
            const full = all(item, one => one.full === true)[0]
            for (const scheme of [Theme.Light, Theme.Dark, Theme.Contrast]) {
                Theme.scheme = scheme
                verify(Qt.colorEqual(full.color, Theme.color.accent), "seen on the page's ground in scheme " + scheme)
            }
            subject = pad
        }
    }
}

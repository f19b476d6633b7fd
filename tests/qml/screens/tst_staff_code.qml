import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase
    focus: true

    TestCase {
        id: testCase

        name: "StaffCode"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.reset()
            Tablet.pass(600000) // what waits does not wait for the next test
            Tablet.askCodeOf("Mette")
            Tablet.typeCode("246810")
        }
        function wrong(times) {
            for (let i = 0; i < times; ++i)
                Tablet.typeCode("135791")
        }
        function dots() {
            return stage.all(stage).find(item => item instanceof TrCodeDots).written
        }
        function test_aCodeByFinger() {
            Tablet.askCodeOf("Mette")
            verify(stage.says("Mette, skriv din kode"))
            verify(stage.says("Koden er seks tal."))
            verify(stage.says("0 af 6 tal"))
            stage.checkControls()
            for (const digit of "24681")
                stage.tap(digit)
            compare(dots(), 5)
            verify(stage.says("5 af 6 tal"))
            stage.tap("Slet")
            compare(dots(), 4)
            stage.tap("1")
            stage.tap("0")
            compare(App.navigator.page, Navigator.Staff)
            verify(stage.says("I dag"))
        }
        function test_keysAreLarge() {
            Tablet.askCodeOf("Mette")
            for (const name of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Slet"])
                verify(stage.control(name).width >= Theme.mm(20) && stage.control(name).height >= Theme.mm(20), name)
        }
        function test_noDigitStandsOnTheScreen() {
            Tablet.askCodeOf("Mette")
            Tablet.typeCode("24")
            const before = stage.all(stage).filter(item => item.text === "2").length
            Tablet.typeCode("2")
            compare(stage.all(stage).filter(item => item.text === "2").length, before)
        }
        function test_aRealKeyboard() {
            Tablet.askCodeOf("Mette")
            stage.page.forceActiveFocus()
            keyClick(Qt.Key_2)
            keyClick(Qt.Key_4)
            keyClick(Qt.Key_4)
            compare(dots(), 3)
            keyClick(Qt.Key_Backspace)
            compare(dots(), 2)
            for (const key of [Qt.Key_6, Qt.Key_8, Qt.Key_1, Qt.Key_0])
                keyClick(key)
            Tablet.settle()
            compare(App.navigator.page, Navigator.Staff)
        }
        function test_escapeGoesBack() {
            Tablet.askCodeOf("Mette")
            stage.page.forceActiveFocus()
            keyClick(Qt.Key_Escape)
            compare(App.navigator.page, Navigator.StaffChooser)
        }
        function test_byTabAndEnterAlone() {
            Tablet.askCodeOf("Mette")
            stage.page.forceActiveFocus()
            for (let i = 0; i < 30 && stage.control("5").activeFocus === false; ++i)
                keyClick(Qt.Key_Tab)
            verify(stage.control("5").activeFocus)
            keyClick(Qt.Key_Return)
            compare(dots(), 1)
            keyClick(Qt.Key_7) // real digits still work
            compare(dots(), 2)
        }
        function test_whileItIsChecked() {
            Tablet.askCodeOf("Mette")
            Tablet.holdChecks()
            for (const digit of "246810")
                App.signIn.addDigit(Number(digit))
            verify(stage.says("Et øjeblik …"))
            compare(dots(), 6)
            stage.control("Har du brug for nogen nu?").clicked()
            verify(App.navigator.helpOpen)
            App.navigator.closeHelp()
            Tablet.letCheck()
            compare(App.navigator.page, Navigator.Staff)
        }
        function test_aWrongCode() {
            Tablet.askCodeOf("Mette")
            wrong(1)
            verify(stage.says("Koden passede ikke. Prøv igen."))
            compare(dots(), 0)
            stage.tap("2")
            verify(!stage.says("Koden passede ikke. Prøv igen."))
        }
        function test_aWaitHasNoClock() {
            Tablet.askCodeOf("Mette")
            const title = stage.all(stage).find(item => item.text === "Mette, skriv din kode")
            const before = title.mapToItem(stage, 0, 0)
            wrong(3)
            verify(stage.says("Koden passede ikke. Prøv igen om lidt."))
            compare(stage.control("5"), null)
            compare(title.mapToItem(stage, 0, 0), before) // nothing jumps
            verify(!stage.all(stage).some(item => /[0-9]/.test(item.text ?? "")), "no number counts anything")
            stage.tap("Tilbage")
            stage.tap("Mette")
            verify(stage.says("Prøv igen om lidt."))
        }
        function test_standing() {
            stage.portrait()
            Tablet.askCodeOf("Mette")
            stage.checkControls()
            for (const digit of "246810")
                stage.tap(digit)
            compare(App.navigator.page, Navigator.Staff)
        }
        function test_everyKeyIsOnTheScreenWithoutMoving() {
            for (const turn of [stage.landscape, stage.portrait]) {
                turn()
                Tablet.reset()
                Tablet.askCodeOf("Mette")
                const last = stage.control("0")
                const help = stage.control("Har du brug for nogen nu?")
                tryVerify(() => last.mapToItem(stage, 0, last.height).y <= help.mapToItem(stage, 0, 0).y)
            }
        }
        function test_onAPhone() {
            stage.resize(412, 915)
            Theme.calibration = 160 / 25.4
            Tablet.askCodeOf("Mette")
            waitForRendering(stage)
            for (const name of ["1", "3", "Slet", "0"]) {
                const key = stage.control(name)
                tryVerify(() => stage.holds(key), 5000, name + " is inside")
                const page = stage.all(stage).find(item => item instanceof TrScrollPage)
                tryVerify(() => key.mapToItem(page, 0, key.height).y <= page.height, 5000, name + " is seen without moving")
            }
        }
        function test_largeLetters() {
            Theme.typeScale = 2
            Tablet.askCodeOf("Mette")
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
        }
    }
}

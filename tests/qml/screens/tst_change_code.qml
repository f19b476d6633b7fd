import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "ChangeCode"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.reset()
        }
        function type(digits) {
            for (const digit of digits)
                stage.tap(digit)
        }
        function test_byFinger() {
            Tablet.enterStaff("Ali")
            stage.tap("Skift din kode")
            verify(stage.says("Skriv den kode, du bruger nu"))
            stage.checkControls()
            stage.keepAll("code-in-use")
            type("246810")
            verify(stage.says("Skriv en ny kode"))
            type("123456")
            verify(stage.says("Den er for nem at gætte. Vælg en anden."))
            stage.keepAll("code-obvious")
            type("908172")
            verify(stage.says("Skriv den nye igen"))
            type("908172")
            verify(stage.says("Din nye kode gælder her"))
            stage.checkControls()
            stage.keepAll("code-done")
            stage.tap("Luk")
            verify(stage.says("I dag"))
            verify(stage.says("Din nye kode gælder her. Kontoret har ikke fået den endnu."))
            stage.keepAll("code-waiting")
        }
        function test_backToTheStaffsPage() {
            Tablet.enterStaff("Mette")
            stage.tap("Skift din kode")
            stage.tap("Tilbage")
            verify(stage.says("I dag"))
            stage.tap("Skift din kode")
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
    }
}

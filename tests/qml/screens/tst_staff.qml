import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Test

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Staff"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function test_theChooserAsksForAName() {
            stage.tap("Personale")
            verify(stage.says("Tryk på dit navn."))
            verify(!stage.control("Vagtkode"), "never on a shared tablet")
            stage.checkControls()
            stage.tap("Lone")
            compare(App.navigator.page, Navigator.StaffCode)
        }
        function test_today() {
            Tablet.enterStaff("Mette")
            verify(stage.says("I dag"))
            verify(stage.control("Hent og send nu"))
            verify(stage.control("Sofie"))
            verify(stage.says("Beboere"))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_theNextOneFindsTheNames() {
            Tablet.enterStaff("Mette")
            stage.tap("Skift person")
            compare(App.navigator.page, Navigator.StaffChooser)
            stage.tap("Ali")
            verify(stage.says("Ali, skriv din kode"))
        }
        function test_outsideTheTeam() {
            Tablet.enterStaff("Lone")
            stage.tap("Sofie")
            compare(stage.control("Trivselsplan"), null)
            verify(stage.says("Det er kun for dem, der er med i teamet."))
        }
    }
}

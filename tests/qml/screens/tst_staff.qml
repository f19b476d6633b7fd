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
        function test_theChooserSaysThatThereAreNoCodes() {
            stage.tap("Personale")
            verify(stage.says("Indtil videre uden kode. Beboernes svar vises ikke her."))
            stage.checkControls()
            stage.tap("Lone")
            compare(App.navigator.page, Navigator.Staff)
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
        function test_outsideTheTeam() {
            Tablet.enterStaff("Lone")
            stage.tap("Sofie")
            compare(stage.control("Trivselsplan"), null)
            verify(stage.says("Det er kun for dem, der er med i teamet."))
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Start"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function test_showsTilesAndNothingThatTellsOnAnybody() {
            verify(stage.says("Hvem er du?"))
            verify(stage.control("Sofie"))
            verify(stage.control("Karim"))
            verify(stage.says("Øvehjem med opdigtede personer"))
            stage.checkControls()
        }
        function test_aTileOpensItsPage() {
            stage.tap("Sofie")
            compare(App.navigator.page, Navigator.Resident)
            verify(stage.says("Hej Sofie"))
        }
        function test_staffIsThere() {
            stage.tap("Personale")
            compare(App.navigator.page, Navigator.StaffChooser)
        }
        function test_helpIsThere() {
            stage.tap("Har du brug for nogen nu?")
            verify(App.navigator.helpOpen)
        }
        function test_standsInBothDirections() {
            stage.portrait()
            stage.checkControls()
            verify(stage.control("Sofie").height > Theme.mm(33))
        }
    }
}

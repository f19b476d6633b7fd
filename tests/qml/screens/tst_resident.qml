import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Test

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Resident"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            Tablet.enter("Karim")
        }
        function test_offersWhatTheDefinitionsOffer() {
            for (const name of ["Sådan går det", "Vores samarbejde", "Min trivselsplan", "Sådan ser du på hjælpen"])
                verify(stage.control(name), name)
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
        }
        function test_aBegunAnswerWaits() {
            verify(!stage.says("Dit svar venter"))
            stage.tap("Sådan går det")
            stage.tap("Begynd")
            stage.tap("Ret godt")
            stage.tap("Pause")
            compare(App.navigator.page, Navigator.Resident)
            verify(stage.says("Dit svar venter"))
            stage.tap("Sådan går det")
            compare(App.navigator.page, Navigator.Question)
        }
        function test_themes() {
            stage.tap("Sådan ser du på hjælpen")
            compare(App.navigator.page, Navigator.Themes)
            verify(stage.control("At bo her"))
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.Resident)
        }
        function test_whomItIsAbout() {
            stage.tap("Vores samarbejde")
            verify(stage.says("Hvem vil du svare om?"))
            stage.tap("Ali")
            compare(App.navigator.page, Navigator.Begin)
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.About)
        }
        function test_leavingShowsTheTiles() {
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_hideCovers() {
            stage.tap("Skjul")
            verify(App.cover.covered)
            compare(stage.page, null)
        }
    }
}

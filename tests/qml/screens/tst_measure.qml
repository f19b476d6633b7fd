import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// Staff measure the screen with a card: a step, a drag, and it holds.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Measure"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            Tablet.enterStaff("Mette")
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.refuseMeasure(false)
            Tablet.reset()
        }
        function child(name) { return stage.all(stage).find(item => item.objectName === name) }

        function test_untilTheCardFits() {
            stage.tap("Skærmens størrelse")
            compare(App.navigator.page, Navigator.Measure)
            const before = App.measure.pxPerMm
            fuzzyCompare(before, 149 / 25.4, 0.01)
            const card = child("card")
            fuzzyCompare(card.width, 85.6 * before, 1)
            fuzzyCompare(card.height, 54 * before, 1)
            stage.checkControls()
            stage.keepAll("measure")
            stage.tap("Større")
            verify(App.measure.pxPerMm > before)
            stage.tap("Mindre")
            fuzzyCompare(App.measure.pxPerMm, before, 0.001)
            const corner = child("corner")
            mousePress(corner, 10, 10)
            mouseMove(corner, 110, 10)
            mouseRelease(corner, 110, 10)
            verify(App.measure.pxPerMm > before + 0.5)
            const now = App.measure.pxPerMm
            stage.tap("Det passer")
            compare(App.navigator.page, Navigator.Staff)
            compare(App.pxPerMm, now) // what the shell gives to Theme.calibration
            compare(Tablet.measured(), now) // and it is kept
            compare(stage.line("Skærmens størrelse"), "Målt med et kort.")
        }
        function test_leftAloneItChangesNothing() {
            stage.tap("Skærmens størrelse")
            const kept = App.pxPerMm
            stage.tap("Større")
            stage.tap("Tilbage")
            compare(App.pxPerMm, kept)
        }
        function test_neverPastWhatAScreenCanBe() {
            stage.tap("Skærmens størrelse")
            App.measure.step(-10000)
            verify(!App.measure.canShrink)
            fuzzyCompare(App.measure.pxPerMm, 60 / 25.4, 0.001)
            App.measure.step(10000)
            verify(!App.measure.canGrow)
            fuzzyCompare(App.measure.pxPerMm, 400 / 25.4, 0.001)
        }
        function test_whatCantBeKeptIsSaid() {
            stage.tap("Skærmens størrelse")
            Tablet.refuseMeasure()
            stage.tap("Det passer")
            compare(App.navigator.page, Navigator.Measure)
            verify(stage.says("Målet kunne ikke gemmes. Prøv igen."))
        }
        function test_aFaceIsAsLargeAsTheMeasureSays() {
            for (const pxPerMm of [149 / 25.4, 10, 3]) {
                Theme.calibration = pxPerMm
                verify(Theme.size.faceMin >= 20 * pxPerMm)
                verify(Theme.size.target >= 12 * pxPerMm)
            }
            stage.apply()
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    Text {
        id: probe

        visible: false
    }
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
        function cleanup() {
            Theme.typeScale = 1
        }
        function test_offersWhatTheDefinitionsOffer() {
            for (const name of ["Sådan går det", "Vores samarbejde", "Min trivselsplan", "Sådan ser du på hjælpen"])
                verify(stage.control(name), name)
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
        }
        // A line that ends inside a word: what stands before the break is a letter, and so is what stands behind it.
        function test_noWordIsBrokenInside_data() {
            return [{ tag: "phone", scale: 1 }, { tag: "phone, large", scale: 2 }]
        }
        function test_noWordIsBrokenInside(data) {
            Theme.typeScale = data.scale
            stage.phone()
            for (const name of ["Sådan går det", "Vores samarbejde", "Min trivselsplan"]) {
                const card = stage.control(name)
                const words = stage.all(card).find(item => item.text === name)
                probe.font = words.font
                for (const word of name.split(" ")) {
                    probe.text = word
                    tryVerify(() => probe.implicitWidth <= words.width, 5000, word + ": " + probe.implicitWidth + " > " + words.width)
                }
            }
            stage.keep("resident-phone" + (data.scale === 2 ? "-200" : ""))
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
        // Who goes by the drawing must find the same stair on every question.
        function test_theStairIsTheSameOnEveryQuestion() {
            stage.tap("Sådan ser du på hjælpen")
            stage.tap("At bo her")
            stage.tap("Begynd")
            for (const number of [1, 2, 3]) {
                compare(App.question.number, number)
                const stairs = stage.all(stage).filter(item => item instanceof TrSteps && item.visible)
                compare(stairs.map(stair => stair.count), [4, 4, 4, 4, 4])
                compare(stairs.map(stair => stair.filled), [0, 1, 2, 3, 4])
                stage.tap("Spring over")
            }
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

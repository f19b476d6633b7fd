import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// What came of rounds, on a device of the staff's: words, and nothing of any one person.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "RoundResults"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function toRounds() {
            Tablet.enterStaff("Mette")
            grabImage(stage)
            stage.reach("Runder")
            stage.tap("Runder")
            compare(App.navigator.page, Navigator.Rounds)
        }

        function test_1_noneYet() {
            toRounds()
            verify(stage.says("Her er ingen runder endnu. De begynder på tabletten i fællesstuen, under Personale."))
            stage.checkControls()
        }
        function test_2_aRoundInWords() {
            Tablet.addRound(6)
            toRounds()
            stage.checkControls()
            stage.keepAll("round-results-list")
            stage.landscape()
            stage.tap("Hjælp på din måde")
            verify(stage.says("I midten: Noget. Svarene ligger tæt."))
            verify(stage.says("For få svar til at vise."))
            verify(!stage.all(stage).some(item => item instanceof TrText && /\d/.test(item.text) && item.text !== App.rounds.shownDay),
                   "no number of anybody")
            stage.checkControls()
            stage.keepAll("round-results")
            stage.portrait()
            stage.checkControls()
            stage.tap("Tilbage")
            verify(stage.control("Hjælp på din måde"))
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.Staff)
        }
        function test_3_moreOfALargerRound() {
            Tablet.addRound(12)
            toRounds()
            App.rounds.show(0)
            grabImage(stage)
            verify(stage.all(stage).some(item => item instanceof TrText && item.text.startsWith("Slet ikke: få eller ingen · Lidt: få eller ingen · Noget: 12")))
            stage.checkControls()
            stage.keepAll("round-results-steps")
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
    }
}

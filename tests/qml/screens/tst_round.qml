import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// A round in the common room, by finger: staff begin it, anybody answers without a name, staff close it.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        readonly property string theme: "Hjælp på din måde"
        readonly property int day: 24 * 3600 * 1000

        name: "Round"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Tablet.reset()
            if (App.start.roundOpen) {
                Tablet.pass(testCase.day)
                toRounds()
                App.rounds.askClose()
                App.rounds.agree()
                Tablet.settle()
            }
            Theme.typeScale = 1
            Tablet.reset()
        }
        // Pages and what stands on them take each other's place: layouts come to rest with the next picture.
        function tapOn(name) {
            grabImage(stage)
            stage.reach(name)
            stage.tap(name)
        }
        function toRounds() {
            Tablet.enterStaff("Mette")
            App.rounds.open()
            Tablet.settle()
            compare(App.navigator.page, Navigator.Rounds)
        }
        function beginRound() {
            toRounds()
            tapOn(testCase.theme)
            tapOn("Begynd runden")
            Tablet.reset()
            verify(stage.control("Runde i fællesstuen"))
        }
        function next() {
            App.question.next()
            Tablet.settle()
        }
        function answer() {
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            for (let at = 0; at < 6; ++at) {
                App.question.choose(at % 5)
                next()
            }
            compare(App.navigator.page, Navigator.Review)
            tapOn("Gem")
            verify(stage.says("Tak. Dit svar er gemt."))
            tapOn("Luk")
            compare(App.navigator.page, Navigator.Start)
        }

        function test_nothingStandsThereWhileNoneIsOpen() {
            compare(stage.control("Runde i fællesstuen"), null)
        }
        function test_staffBeginItAfterBeingAsked() {
            toRounds()
            stage.checkControls()
            stage.keepAll("rounds")
            tapOn(testCase.theme)
            verify(stage.says("Vil du begynde en runde om ”" + testCase.theme + "”?"))
            stage.checkControls()
            tapOn("Nej, ikke nu")
            verify(!stage.control("Luk runden"))
            tapOn(testCase.theme)
            tapOn("Begynd runden")
            verify(!stage.control("Luk runden"), "in its first day")
            verify(stage.says("Den kan lukkes fra " + App.rounds.closesFrom + "."))
            verify(!stage.control(testCase.theme), "one at a time")
            stage.checkControls()
            stage.keepAll("rounds-open")
            Tablet.pass(testCase.day)
            Tablet.reset()
            toRounds()
            verify(stage.control("Luk runden"))
            verify(!stage.all(stage).some(item => item instanceof TrText && item.text.startsWith("Den kan lukkes fra")))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.keepAll("rounds-day-over")
        }
        function test_whatItMeansIsSaidBefore() {
            beginRound()
            stage.checkControls()
            stage.keepAll("round-start")
            tapOn("Runde i fællesstuen")
            verify(stage.says("Uden navn. Men vi er få i huset. Nogen kan måske gætte, hvem der har svaret hvad. Går du før tid, bliver dit svar ikke gemt."))
            verify(stage.says("Når du har gemt, kan du ikke fortryde."))
            verify(!stage.all(stage).some(item => item instanceof TrText && item.text.includes("Ingen kan se")), "no more than is true")
            verify(stage.control("Har du brug for nogen nu?"))
            tapOn("Læs op")
            compare(Tablet.heard(), "Runde i fællesstuen. Den handler om: " + testCase.theme + ". Uden navn. Men vi er få i huset. Nogen kan måske"
                    + " gætte, hvem der har svaret hvad. Går du før tid, bliver dit svar ikke gemt. Når du har gemt, kan du ikke fortryde. Seks spørgsmål.")
            stage.checkControls()
            stage.keepAll("round")
            stage.portrait()
            stage.checkControls()
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_aWholeAnswer() {
            beginRound()
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            compare(App.navigator.page, Navigator.Question)
            compare(stage.control("Pause"), null) // there is no coming back to it
            tapOn("Noget")
            verify(stage.control("Noget").chosen)
            verify(!stage.says("Gemt her på tabletten"), "nothing is saved yet")
            verify(!stage.all(stage).some(item => item instanceof TrSavedLine), "and nothing says so")
            verify(stage.says("Går du, eller trykker du på Skjul, bliver dit svar ikke gemt."))
            stage.checkControls()
            tapOn("Næste")
            tapOn("Ved ikke")
            tapOn("Næste")
            for (let at = 0; at < 4; ++at)
                next()
            compare(App.navigator.page, Navigator.Review)
            verify(!stage.says("Hvem må læse det?"))
            verify(stage.says("Går du, eller trykker du på Skjul, bliver dit svar ikke gemt."))
            stage.checkControls()
            stage.keepAll("round-review")
            stage.landscape()
            tapOn("Gem")
            compare(App.navigator.page, Navigator.Round)
            verify(stage.says("Tak. Dit svar er gemt."))
            compare(stage.control("Tilbage"), null)
            stage.checkControls()
            stage.keepAll("round-thanks")
            tapOn("Luk")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_nothingAnsweredIsNoAnswer() {
            beginRound()
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            for (let at = 0; at < 6; ++at)
                next()
            compare(App.navigator.page, Navigator.Review)
            compare(stage.control("Gem"), null)
            tapOn("Smid kladden væk")
            tapOn("Ja, smid dem væk")
            compare(App.navigator.page, Navigator.Round)
        }
        function test_whoGoesIsForgotten() {
            beginRound()
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            tapOn("Meget")
            tapOn("Skjul")
            compare(App.navigator.page, Navigator.Start) // and no cover: nobody's place waits
            verify(!App.cover.covered)
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            verify(!stage.control("Meget").chosen)
            compare(App.question.number, 1)
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Round)
        }
        function test_closingAsksOnceMore() {
            beginRound()
            answer()
            Tablet.pass(testCase.day)
            toRounds()
            tapOn("Luk runden")
            verify(stage.says("Vil du lukke runden om ”" + testCase.theme + "” nu?"))
            stage.checkControls()
            tapOn("Nej, lad den være åben")
            verify(stage.control("Luk runden"))
            tapOn("Luk runden")
            tapOn("Ja, luk runden")
            verify(stage.says("Runden er lukket. Der er for få svar endnu. De ligger her, til I holder runde igen."))
            compare(stage.line(testCase.theme), "Der er for få svar endnu. De ligger her, til I holder runde igen.")
            stage.keepAll("rounds-too-few")
            Tablet.reset()
            compare(stage.control("Runde i fællesstuen"), null)
        }
        function test_itClosesUnderWhoeverAnswers() {
            beginRound()
            tapOn("Runde i fællesstuen")
            tapOn("Begynd")
            for (let at = 0; at < 6; ++at) {
                App.question.choose(1)
                next()
            }
            Tablet.pass(7 * 24 * 3600 * 1000)
            tapOn("Gem")
            verify(stage.says("Runden er lukket. Dit svar er ikke gemt."))
            stage.checkControls()
            stage.keepAll("round-closed")
            tapOn("Luk")
            compare(stage.control("Runde i fællesstuen"), null)
        }
    }
}

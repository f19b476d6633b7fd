import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// A tile that opens by its owner's three pictures: on, opened, wrong ones, covered, forgotten, off.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        property int people: 0
        property string who

        name: "OwnTile"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            testCase.people += 1
            testCase.who = "Beboer" + "ABCDEFGHIJKLMN"[testCase.people]
            Tablet.addResident(testCase.who)
        }
        // Rows, choices and pictures take each other's place on one page: layouts come to rest with the next picture.
        function tapOn(name) {
            grabImage(stage)
            stage.reach(name)
            stage.tap(name)
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.blockOthers()
            Tablet.reset()
        }
        function pick(words) {
            for (const word of words)
                tapOn(word)
        }
        function theThree() { pick(["Båd", "Kop", "Hus"]) }
        function wrong() { pick(["Hus", "Kop", "Båd"]) }
        function openWays() {
            Tablet.enter(testCase.who)
            tapOn("Sådan vil jeg have det")
            compare(App.navigator.page, Navigator.Ways)
        }
        // Chosen for the first time from the page that asks for it.
        function lockTile() {
            openWays()
            verify(stage.line("Mine tre billeder") === "Mit felt åbner, når jeg trykker på det")
            tapOn("Mine tre billeder")
            tapOn("Mit felt åbner med tre billeder eller et kort")
            tapOn("Vælg tre billeder")
            theThree()
            theThree()
        }
        function isLockedOut() {
            compare(App.navigator.page, Navigator.Door)
            verify(stage.says("Mine tre billeder"))
            compare(stage.control("Min side"), null)
            compare(stage.control("Sådan vil jeg have det"), null)
            compare(App.resident.phase, ResidentViewModel.Loading)
        }

        function test_onThenItAsksEveryTime() {
            lockTile()
            compare(App.navigator.page, Navigator.Ways)
            tapOn("Tilbage")
            compare(stage.line("Mine tre billeder"), "Mit felt åbner med mine tre billeder")
            Tablet.reset()
            Tablet.enter(testCase.who)
            isLockedOut()
            stage.checkControls()
            stage.keepAll("door")
            theThree()
            compare(App.navigator.page, Navigator.Resident)
            verify(stage.says("Hvad vil du?"))
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Start)
            Tablet.enter(testCase.who)
            isLockedOut()
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_wrongOnesWaitAndTheOwnerHearsOfIt() {
            lockTile()
            Tablet.reset()
            Tablet.enter(testCase.who)
            wrong()
            verify(stage.says("Det var ikke de tre. Prøv igen."))
            wrong()
            wrong()
            verify(stage.says("Det var ikke de tre. Prøv igen om lidt."))
            compare(stage.control("Båd"), null)
            isLockedOut()
            tapOn("Tilbage")
            Tablet.enter(testCase.who)
            verify(stage.says("Prøv igen om lidt.")) // coming again shortens nothing
            Tablet.pass(5000)
            tryVerify(() => stage.says("Nu kan du prøve igen."), 10000)
            theThree()
            compare(App.navigator.page, Navigator.Resident)
            verify(stage.says("Nogen prøvede andre billeder 3 gang(e)."))
        }
        function test_coveringLocksAndThePlaceWaits() {
            lockTile()
            Tablet.reset()
            Tablet.enter(testCase.who)
            theThree()
            App.resident.openEntry(0)
            Tablet.settle()
            tapOn("Begynd")
            compare(App.navigator.page, Navigator.Question)
            tapOn("Ret godt")
            verify(App.question.answered)
            tapOn("Næste")
            compare(App.question.number, 2)
            App.cover.hide()
            Tablet.settle()
            compare(App.navigator.page, Navigator.Door) // already under the cover
            App.cover.uncover()
            Tablet.settle()
            isLockedOut()
            verify(!App.question.answered)
            compare(App.resident.hasAnswers, false)
            theThree()
            compare(App.navigator.page, Navigator.Question)
            compare(App.question.number, 2)
            tapOn("Tilbage")
            verify(App.question.answered) // nothing was lost
        }
        function test_whatWasBeingWrittenIsThereAgain() {
            lockTile()
            Tablet.reset()
            Tablet.enter(testCase.who)
            theThree()
            App.resident.openEntry(2)
            Tablet.settle()
            compare(App.navigator.page, Navigator.Plan)
            tapOn("Skriv: Om mig")
            App.write.setText("Jeg maler.")
            Tablet.settle()
            App.cover.hide()
            Tablet.settle()
            App.cover.uncover()
            Tablet.settle()
            isLockedOut()
            compare(App.plan.rows.count, 0) // nothing of the plan is in memory
            verify(!stage.says("”Jeg maler.”"))
            theThree()
            compare(App.navigator.page, Navigator.Plan)
            tryVerify(() => stage.says("”Jeg maler.”"))
        }
        function test_coveredAndLeftAlone() {
            lockTile()
            Tablet.reset()
            Tablet.enter(testCase.who)
            App.cover.hide() // nobody gave the pictures: the tiles again
            Tablet.settle()
            compare(App.cover.covered, false)
            compare(App.navigator.page, Navigator.Start)
        }
        function test_forgottenStaffSetItBack() {
            lockTile()
            Tablet.reset()
            Tablet.enterStaff("Mette")
            tapOn(testCase.who)
            tapOn("Glemte billeder eller kort")
            tapOn("Ja, lad " + testCase.who + " vælge")
            Tablet.reset()
            Tablet.enter(testCase.who)
            compare(App.navigator.page, Navigator.Door)
            verify(stage.says("Du kan vælge nye billeder eller et nyt kort"))
            compare(stage.control("Sådan vil jeg have det"), null)
            stage.checkControls()
            tapOn("Vælg tre nye")
            pick(["Træ", "Stol", "Måne"])
            pick(["Træ", "Stol", "Måne"])
            compare(App.navigator.page, Navigator.Resident)
            Tablet.reset()
            Tablet.enter(testCase.who)
            theThree() // the old ones
            verify(stage.says("Det var ikke de tre. Prøv igen."))
            pick(["Træ", "Stol", "Måne"])
            compare(App.navigator.page, Navigator.Resident)
        }
        // From the staff's page to a samtale that is answered in that way, up to what it shows then.
        function beginTalk(way, button) {
            Tablet.reset()
            openAsStaff()
            tapOn("Samtale")
            if (App.navigator.page === Navigator.Agreement) {
                for (const words of ["Mette", "Siden sidst", "Hver anden uge", "Personalet spørger"])
                    tapOn(words)
                tapOn("Det er aftalt")
            }
            compare(App.navigator.page, Navigator.Conversation)
            tapOn(way)
            tapOn(button)
        }
        // The list may be longer than the screen.
        function openAsStaff() {
            Tablet.enterStaff("Mette")
            const rows = App.staff.residents
            for (let row = 0; row < rows.count; ++row) {
                if (rows.data(rows.index(row, 0), Qt.UserRole + 1) === testCase.who)
                    App.staff.openResident(row)
            }
            Tablet.settle()
            compare(App.navigator.page, Navigator.StaffResident)
        }
        function answerWellbeing() {
            tapOn("Sådan går det")
            tapOn("Begynd")
            for (let i = 0; i < 4; ++i) {
                tapOn("Ret godt")
                tapOn("Næste")
            }
            compare(App.navigator.page, Navigator.Review)
        }
        function test_aSamtaleAnsweredAloneAsksForThePictures() {
            lockTile()
            beginTalk(testCase.who + " svarer selv", "Begynd, og giv tabletten videre")
            verify(stage.says("Giv tabletten til " + testCase.who + ", og kig væk.")) // nothing of the pictures yet
            tapOn("Nu har jeg den")
            isLockedOut()
            stage.checkControls()
            theThree()
            compare(App.navigator.page, Navigator.Talk)
            verify(stage.says("Jeres samtale"))
            answerWellbeing()
            tapOn("Skjul") // a cover in the middle, on the review page
            verify(App.cover.covered)
            compare(App.navigator.page, Navigator.Door)
            App.cover.uncover()
            Tablet.settle()
            isLockedOut()
            theThree()
            compare(App.navigator.page, Navigator.Review)
            verify(App.review.answered)
            tapOn("Dem, jeg har valgt")
            tapOn("Gem og vis til Mette")
            compare(App.navigator.page, Navigator.Thanks)
            tapOn("Skjul") // and on the thank-you page: what was saved is saved
            App.cover.uncover()
            Tablet.settle()
            theThree()
            compare(App.navigator.page, Navigator.Talk)
            verify(stage.control("Vores samarbejde").enabled)
            tapOn("Slut for i dag")
            verify(stage.says("Tak. Giv tabletten tilbage til Mette."))
            tapOn("Luk")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_aSamtaleBehindTheDoorWaits() {
            lockTile()
            beginTalk(testCase.who + " svarer selv", "Begynd, og giv tabletten videre")
            App.cover.hide() // nobody has it yet
            Tablet.settle()
            App.cover.uncover()
            Tablet.settle()
            verify(stage.says("Giv tabletten til " + testCase.who + ", og kig væk."))
            tapOn("Nu har jeg den")
            isLockedOut()
            tapOn("Tilbage") // out, and not to the staff's side
            compare(App.navigator.page, Navigator.Start)
            Tablet.enter(testCase.who)
            isLockedOut()
            theThree()
            tapOn("Gå videre med jeres samtale")
            compare(App.navigator.page, Navigator.Talk)
            answerWellbeing()
            tapOn("Dem, jeg har valgt")
            tapOn("Gem og vis til Mette")
            tapOn("Luk")
            compare(App.navigator.page, Navigator.Talk)
            verify(stage.control("Vores samarbejde").enabled)
            tapOn("Slut for i dag")
            tapOn("Luk")
        }
        function test_aSamtaleTogetherAsksForThePictures() {
            lockTile()
            beginTalk("Vi sidder sammen", "Begynd samtalen")
            isLockedOut()
            tapOn("Tilbage") // to where it was begun: staff sit here
            compare(App.navigator.page, Navigator.StaffResident)
            tapOn("Samtale")
            tapOn("Gå videre")
            isLockedOut()
            theThree()
            compare(App.navigator.page, Navigator.Talk)
            answerWellbeing()
            tapOn("Dem, jeg har valgt")
            tapOn("Gem og vis til Mette")
            tapOn("Luk")
            compare(App.navigator.page, Navigator.Talk)
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.StaffResident)
            tapOn("Samtale")
            tapOn("Gå videre") // they were closed when staff came back
            isLockedOut()
            App.cover.hide() // and nobody's place waits behind a door that was not opened
            Tablet.settle()
            compare(App.navigator.page, Navigator.Start)
            openAsStaff()
            tapOn("Samtale")
            tapOn("Gå videre")
            theThree()
            tapOn("Skjul")
            App.cover.uncover()
            Tablet.settle()
            isLockedOut()
            tapOn("Tilbage") // who uncovers it need not be staff
            compare(App.navigator.page, Navigator.Start)
            openAsStaff()
            tapOn("Samtale")
            tapOn("Gå videre")
            theThree()
            tapOn("Slut for i dag")
            compare(App.navigator.page, Navigator.Reply)
        }
        function test_offAgain() {
            lockTile()
            tapOn("Mit felt åbner, når jeg trykker på det")
            compare(App.navigator.page, Navigator.Ways) // the pictures were given already
            Tablet.reset()
            Tablet.enter(testCase.who)
            compare(App.navigator.page, Navigator.Resident)
        }
        function test_otherTabletsAreAskedAboutAtOnce() {
            Tablet.addTablet("Værkstedet")
            lockTile()
            verify(stage.says("Skal dit kun mig også kunne åbnes på ”Værkstedet”?"))
            tapOn("Ja")
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Ways)
        }
        function test_aTabletWithoutAYesIsNoWayRound() {
            Tablet.lockTileElsewhere()
            Tablet.enter(testCase.who)
            compare(App.navigator.page, Navigator.Door)
            verify(stage.says("Ikke på den her tablet endnu"))
            compare(stage.control("Båd"), null)
            stage.checkControls()
            stage.keepAll("door-not-here")
            tapOn("Tilbage")
            compare(App.navigator.page, Navigator.Start)
        }
    }
}

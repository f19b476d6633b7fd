import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// Begin, question, review and thanks, by finger.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Form"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            Tablet.enter("Sofie")
        }
        function cleanup() {
            Theme.motion.secondTouch = 0
            Theme.typeScale = 1
            if (App.navigator.page === Navigator.Question || App.navigator.page === Navigator.Review) {
                while (App.navigator.page === Navigator.Question)
                    next()
                App.review.throwAway()
                Tablet.settle()
            }
        }
        function next() {
            App.question.next()
            Tablet.settle()
        }
        function begin() {
            stage.tap("Sådan går det")
            stage.tap("Begynd")
            compare(App.navigator.page, Navigator.Question)
        }
        function toReview() {
            begin()
            for (let i = 0; i < 4; ++i) {
                App.question.choose(3)
                Tablet.settle()
                next()
            }
            compare(App.navigator.page, Navigator.Review)
        }

        function test_notTodayIsAsLargeAsBegin() {
            stage.tap("Sådan går det")
            const begin = stage.control("Begynd")
            const not = stage.control("Ikke i dag")
            compare(not.width, begin.width)
            compare(not.height, begin.height)
            stage.checkControls()
        }
        function test_notToday() {
            stage.tap("Sådan går det")
            stage.tap("Ikke i dag")
            verify(stage.says("Det er helt i orden. Du kan altid komme igen."))
            stage.tap("Luk")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_onlyTheCardTheSavedLineAndTheStepChange() {
            begin()
            const skip = stage.control("Spring over")
            const place = skip.mapToItem(stage, 0, 0)
            const width = skip.width
            const card = stage.control("Ret godt")
            const cardPlace = card.mapToItem(stage, 0, 0)
            compare(stage.control("Næste"), null)
            stage.tap("Ret godt")
            verify(stage.control("Ret godt").chosen)
            compare(stage.control("Ret godt").mapToItem(stage, 0, 0), cardPlace)
            const step = stage.control("Næste")
            compare(step.mapToItem(stage, 0, 0), place)
            compare(step.width, width)
            verify(stage.says("Gemt her på tabletten"))
        }
        function test_theFaceWaitsForTheDisk() {
            begin()
            Tablet.hold()
            mouseClick(stage.control("Ret svært"))
            wait(0)
            verify(!stage.control("Ret svært").chosen)
            verify(!stage.says("Gemt her på tabletten"))
            Tablet.letGo()
            verify(stage.control("Ret svært").chosen)
        }
        // The time that QuestionScreen really has; the stage taps with none.
        function test_aTremblingFingerDoesNotHitTheNeighbour() {
            begin()
            Theme.motion.secondTouch = 600
            stage.control("Ret svært").guard.lastMs = -Infinity // the page has stood for a while
            mouseClick(stage.control("Ret svært"))
            mouseClick(stage.control("Midt imellem"))
            Tablet.settle()
            verify(stage.control("Ret svært").chosen)
            verify(!stage.control("Midt imellem").chosen)
            Theme.motion.secondTouch = 0
            mouseClick(stage.control("Midt imellem"))
            Tablet.settle()
            verify(stage.control("Midt imellem").chosen, "no time between them: the next finger is heard")
        }
        function test_aScreenReaderIsNoTremblingFinger() {
            begin()
            Theme.motion.secondTouch = 600
            stage.control("Ret svært").pressByReader() // as soon as the question stands there
            Tablet.settle()
            verify(stage.control("Ret svært").chosen)
            stage.control("Ret godt").pressByReader()
            Tablet.settle()
            verify(stage.control("Ret godt").chosen)
            for (const number of [2, 3]) { // and on, faster than any finger
                stage.control(number === 2 ? "Næste" : "Spring over").pressByReader()
                Tablet.settle()
                compare(App.question.number, number)
            }
        }
        function test_aSecondTouchDoesNotAnswerTheNextQuestion() {
            begin()
            stage.tap("Ret svært")
            Theme.motion.secondTouch = 600
            next()
            compare(App.question.number, 2)
            mouseClick(stage.control("Ret svært"))
            Tablet.settle()
            verify(!stage.control("Ret svært").chosen)
        }
        function test_aNewQuestionWaitsAnewForTheFirstFinger() {
            begin()
            stage.tap("Ret svært")
            Theme.motion.secondTouch = 600
            const guard = stage.control("Ret svært").guard
            const now = Date.now()
            guard.lastMs = now - 400 // the face; "Næste" comes a moment later
            next()
            compare(App.question.number, 2)
            verify(stage.control("Ret svært").guard.lastMs >= now)
        }
        function test_facesAreLargeEnough() {
            begin()
            const faces = stage.all(stage).filter(item => item instanceof TrFace)
            compare(faces.length, 5)
            for (const face of faces)
                verify(face.width >= Theme.mm(20), "20 mm")
            stage.portrait()
            for (const face of stage.all(stage).filter(item => item instanceof TrFace))
                verify(face.width >= Theme.mm(20), "20 mm")
            stage.checkControls()
        }
        function test_everythingFitsWithoutMoving_data() {
            return [{ tag: "landscape", portrait: false }, { tag: "portrait", portrait: true }]
        }
        function test_everythingFitsWithoutMoving(row) {
            if (row.portrait)
                stage.portrait()
            begin()
            for (let i = 0; i < 4; ++i) {
                const page = stage.all(stage).find(item => item instanceof TrScrollPage)
                verify(!page.overflows, "question " + (i + 1))
                App.question.choose(2)
                Tablet.settle()
                next()
            }
        }
        function test_stepsFitWithoutMoving_data() {
            return [{ tag: "landscape", portrait: false }, { tag: "portrait", portrait: true }]
        }
        function test_stepsFitWithoutMoving(row) {
            if (row.portrait)
                stage.portrait()
            stage.tap("Sådan ser du på hjælpen")
            stage.tap("At bo her")
            stage.tap("Begynd")
            verify(stage.control("Ved ikke"))
            for (let i = 0; i < App.question.total; ++i) {
                const page = stage.all(stage).find(item => item instanceof TrScrollPage)
                verify(!page.overflows, "question " + (i + 1))
                stage.checkControls()
                App.question.chooseDontKnow()
                Tablet.settle()
                verify(stage.control("Ved ikke").chosen)
                next()
            }
        }
        function test_reviewNamesEveryReader() {
            toReview()
            verify(stage.says("Hvem må læse det?"))
            verify(!stage.says("Kun mig"))
            compare(stage.control("Gem"), null)
            stage.tap("Mit team")
            verify(stage.control("Gem og vis til mit team"))
            verify(stage.says("Dit team kan læse det. Det er Ali og Mette."))
            stage.tap("Dem, jeg har valgt")
            stage.checkControls()
            stage.tap("Gem og vis til Mette")
            verify(stage.says("Tak. Dit svar er gemt."))
            stage.tap("Fortryd")
            compare(App.navigator.page, Navigator.Review)
        }
        function test_fortrydThatComesTooLateSaysSo() {
            toReview()
            stage.tap("Dem, jeg har valgt")
            stage.tap("Gem og vis til Mette")
            Tablet.settleSent()
            stage.tap("Fortryd")
            compare(App.navigator.page, Navigator.Thanks)
            verify(stage.says("Det kunne ikke fortrydes. Under ”Mine svar” kan du trække svaret tilbage."))
            compare(stage.control("Fortryd"), null)
            verify(!stage.says("Du kan fortryde, så længe siden her er åben."))
            stage.checkControls()
            stage.keepAll("thanks-not-undone")
            stage.tap("Luk")
            Tablet.enter("Sofie")
            App.resident.openOwnPage()
            Tablet.settle()
            App.ownPage.withdraw()
            Tablet.settle()
            compare(App.ownPage.saved.given.count, 0)
        }
        function test_throwingAwayAsksOnceMore() {
            toReview()
            const away = stage.control("Smid kladden væk")
            stage.tap("Smid kladden væk")
            compare(App.navigator.page, Navigator.Review)
            stage.tap("Nej, behold dem")
            stage.tap("Smid kladden væk")
            stage.tap("Ja, smid dem væk")
            compare(App.navigator.page, Navigator.Resident)
        }
        // What throws away is where it was when a reader was chosen and the button that saves came: no finger meets it by chance.
        function test_throwingAwayStaysWhereItIs_data() {
            return [{ tag: "landscape", letters: 1 }, { tag: "portrait", letters: 1 }, { tag: "phone", letters: 1 },
                    { tag: "landscape", letters: 2 }, { tag: "phone", letters: 1.4 }]
        }
        function test_throwingAwayStaysWhereItIs(row) {
            toReview()
            stage[row.tag]()
            Theme.typeScale = row.letters
            const place = () => {
                grabImage(stage)
                grabImage(stage) // nested layouts come to rest with the next picture
                return stage.control("Smid kladden væk").mapToItem(stage, 0, 0)
            }
            const before = place()
            for (let reader = 0; reader < App.review.readers.count; ++reader) {
                App.review.chooseReaders(reader)
                Tablet.settle()
                compare(place(), before)
                verify(App.review.canSave)
                stage.checkControls()
            }
            Theme.typeScale = 1
        }
        function test_whereNothingIsWrittenItSaysWrite() {
            toReview()
            const change = stage.control("Skriv svar: Dine ord")
            compare(change.text, "Skriv")
            compare(stage.control("Skift svar: Dem, du holder af").text, "Skift")
            App.review.change(4)
            App.write.setText("Det går.")
            App.write.back()
            Tablet.settle()
            compare(App.navigator.page, Navigator.Review)
            compare(stage.control("Skift svar: Dine ord").text, "Skift")
        }
        function test_savingStandsApartFromThrowingAway() {
            toReview()
            stage.tap("Mit team")
            const away = stage.control("Smid kladden væk")
            const save = stage.control("Gem og vis til mit team")
            const gap = save.mapToItem(stage, 0, 0).x - away.mapToItem(stage, away.width, 0).x
            verify(gap >= Theme.space.apart, "48 px, is " + gap)
        }
        function test_changingGoesToTheQuestionAndBack() {
            toReview()
            stage.tap("Skift svar: Dem, du holder af")
            compare(App.question.number, 2)
            stage.tap("Meget svært")
            stage.tap("Næste")
            compare(App.navigator.page, Navigator.Review)
        }
        function test_thanks() {
            toReview()
            stage.tap("Dem, jeg har valgt")
            stage.tap("Gem og vis til Mette")
            compare(App.navigator.page, Navigator.Thanks)
            stage.checkControls()
            const help = stage.control("Har du brug for nogen nu?")
            verify(help.width > stage.width / 2)
            stage.portrait()
            stage.checkControls()
            stage.tap("Luk")
            compare(App.navigator.page, Navigator.Start)
            Tablet.enter("Sofie")
            stage.tap("Min side")
            stage.tap("Mine svar")
            verify(stage.says("Ret godt"))
            stage.checkControls()
            stage.tap("Træk mit svar tilbage")
            stage.tap("Ja, træk det tilbage")
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Screens
import Trivsel.Test
import Trivsel.Theme

// *Sådan vil jeg have det*: every row says what is now, one tap changes it, and *Fortryd* takes it back.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        property int people: 0
        property string who

        name: "Ways"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            testCase.people += 1
            testCase.who = "Beboer" + "ABCDEFGHIJKLMNOP"[testCase.people]
            Tablet.addResident(testCase.who)
            Tablet.enter(testCase.who)
            tapOn("Sådan vil jeg have det")
        }
        // Rows, choices and pictures take each other's place on one page: layouts come to rest with the next picture.
        function tapOn(name) {
            grabImage(stage)
            stage.tap(name)
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.reset()
        }
        // Their page, as Mette; the list of the staff may be longer than the screen.
        function asStaff() {
            Tablet.enterStaff("Mette")
            const rows = App.staff.residents
            for (let row = 0; row < rows.count; ++row) {
                if (rows.data(rows.index(row, 0), Qt.UserRole + 1) === testCase.who)
                    App.staff.openResident(row)
            }
            Tablet.settle()
            compare(App.staffResident.name, testCase.who)
        }
        function again() {
            Tablet.reset()
            Tablet.enter(testCase.who)
            tapOn("Sådan vil jeg have det")
        }

        function test_everyRowSaysWhatIsNow() {
            for (const row of ["Mit billede", "Mine tre billeder", "Sådan svarer jeg", "Bogstaver", "Læs op",
                               "Må vi spørge? ”Sådan går det”", "Må vi spørge? ”Vores samarbejde”", "Hvem må læse mine svar om trivsel",
                               "Uden tablet", "Væk for en tid"])
                verify(stage.line(row) !== "", row)
            compare(stage.line("Sådan svarer jeg"), "Ansigter med ord")
            compare(stage.line("Må vi spørge? ”Sådan går det”"), "Ja")
            compare(stage.line("Væk for en tid"), "Jeg er her")
            stage.checkControls()
            stage.keepAll("ways")
        }
        function test_aPictureOfOnesOwn() {
            tapOn("Mit billede")
            stage.checkControls()
            stage.keepAll("ways-picture")
            tapOn("Tulipan")
            compare(App.ways.picture, "tulipan")
            verify(stage.says("Tulipan er dit billede nu."))
            tapOn("Flere billeder")
            compare(stage.control("Tulipan"), null)
            tapOn("Forrige billeder")
            tapOn("Anker")
            compare(App.ways.picture, "anker")
            tapOn("Fortryd")
            compare(App.ways.picture, "tulipan")
            tapOn("Tilbage")
            compare(stage.line("Mit billede"), "Tulipan")
            again()
            compare(stage.line("Mit billede"), "Tulipan")
            Tablet.reset()
            Tablet.addResident("Naboen")
            Tablet.enter("Naboen")
            tapOn("Sådan vil jeg have det")
            tapOn("Mit billede")
            compare(stage.control("Tulipan"), null) // somebody has it
            verify(stage.control("Drage") !== null)
        }
        function test_numbersThenWordsOnly() {
            tapOn("Sådan svarer jeg")
            stage.keepAll("ways-answering")
            tapOn("Tal fra 0 til 10")
            tapOn("Tilbage")
            compare(stage.line("Sådan svarer jeg"), "Tal fra 0 til 10")
            tapOn("Tilbage")
            App.resident.openEntry(0)
            Tablet.settle()
            tapOn("Begynd")
            compare(App.question.style, QuestionViewModel.Numbers)
            verify(stage.says("0 er meget svært"))
            verify(stage.says("10 er rigtig godt"))
            for (const form of ["landscape", "portrait", "phone"]) {
                stage[form]()
                stage.checkControls()
            }
            stage.landscape()
            stage.keepAll("numbers")
            tapOn("10")
            verify(App.question.answered)
            tapOn("10")
            verify(!App.question.answered) // taken back
            tapOn("0")
            verify(App.question.answered)
            tapOn("Pause")
            tapOn("Sådan vil jeg have det")
            tapOn("Sådan svarer jeg")
            tapOn("Kun ord")
            tapOn("Tilbage")
            tapOn("Tilbage")
            App.resident.openEntry(0) // what was begun stays as it was begun
            Tablet.settle()
            compare(App.question.style, QuestionViewModel.Numbers)
        }
        function test_wordsOnlyShowNoFaces() {
            tapOn("Sådan svarer jeg")
            tapOn("Kun ord")
            tapOn("Tilbage")
            tapOn("Tilbage")
            App.resident.openEntry(0)
            Tablet.settle()
            tapOn("Begynd")
            compare(App.question.style, QuestionViewModel.OnlyWords)
            compare(stage.all(stage).filter(item => item instanceof TrFace).length, 0)
            tapOn("Ret godt")
            verify(App.question.answered)
            stage.keepAll("words-only")
        }
        function test_lettersAreOnesOwn() {
            tapOn("Bogstaver")
            tapOn("Meget store")
            compare(App.typeScale, 1.6)
            tapOn("Fortryd")
            compare(App.typeScale, 1)
            tapOn("Størst")
            compare(App.typeScale, 2)
            Tablet.reset() // the next person reads as they like
            compare(App.typeScale, 1)
        }
        function test_readingAloudOff() {
            verify(App.question.canReadAloud)
            tapOn("Læs op")
            tapOn("Ingen oplæsning")
            verify(!App.question.canReadAloud)
            Tablet.reset()
            verify(App.question.canReadAloud)
        }
        function test_askNoMore() {
            tapOn("Må vi spørge? ”Sådan går det”")
            stage.checkControls()
            stage.keepAll("ways-asking")
            tapOn("Spørg ikke mere")
            tapOn("Tilbage")
            compare(stage.line("Må vi spørge? ”Sådan går det”"), "Spørg ikke mere")
            Tablet.reset()
            asStaff()
            verify(stage.says("Vil ikke spørges mere: Sådan går det."))
        }
        function answerToReview() {
            App.resident.openEntry(0)
            Tablet.settle()
            tapOn("Begynd")
            for (let i = 0; i < 4; ++i) {
                tapOn("Ret godt")
                tapOn("Næste")
            }
            compare(App.navigator.page, Navigator.Review)
        }
        function test_whoMayReadIsSaidOnceAndStandsThere() {
            const row = "Hvem må læse mine svar om trivsel"
            compare(stage.line(row), "Spørg mig hver gang")
            tapOn(row)
            compare(stage.control("Kun mig"), null) // no pictures were chosen
            compare(stage.control("Mit team").names, "Mette")
            tapOn("Mit team")
            verify(stage.says("Du ser altid deres navne, før du gemmer."))
            stage.checkControls()
            stage.keepAll("ways-readers")
            tapOn("Fortryd")
            verify(stage.control("Spørg mig hver gang").chosen)
            tapOn("Mit team")
            tapOn("Tilbage")
            compare(stage.line(row), "Mit team")
            tapOn("Tilbage")
            answerToReview()
            verify(stage.control("Mit team").chosen)
            verify(stage.says("Dit team kan læse det. Det er Mette."))
            verify(stage.says("Det har du sagt på ”Sådan vil jeg have det”. Du kan vælge noget andet her."))
            for (const form of ["portrait", "phone", "landscape"]) {
                stage[form]()
                stage.checkControls()
            }
            stage.keepAll("review-as-said")
            tapOn("Dem, jeg har valgt")
            verify(!stage.says("Det har du sagt på ”Sådan vil jeg have det”. Du kan vælge noget andet her."))
            tapOn("Mit team")
            tapOn("Gem og vis til mit team")
            tapOn("Luk")
            again()
            tapOn("Tilbage")
            tapOn("Vores samarbejde") // never about the help
            tapOn("Mette")
            tapOn("Begynd")
            for (let i = 0; i < 4; ++i) {
                tapOn("Ret godt")
                tapOn("Næste")
            }
            compare(App.review.chosen, ReviewViewModel.Nobody)
            verify(stage.says("Vælg, hvem der må læse det. Så kan du gemme."))
        }
        function test_onlyMeSaidOnceWaitsForThePictures() {
            tapOn("Mine tre billeder")
            tapOn("Mit felt åbner med tre billeder eller et kort")
            tapOn("Vælg tre billeder")
            for (const word of ["Båd", "Kop", "Hus", "Båd", "Kop", "Hus"])
                tapOn(word)
            tapOn("Mit felt åbner, når jeg trykker på det")
            tapOn("Tilbage")
            tapOn("Hvem må læse mine svar om trivsel")
            tapOn("Kun mig")
            verify(stage.all(stage).some(item => /En domstol kan kræve det åbnet\./.test(item.text ?? "")))
            stage.keepAll("ways-readers-only-me")
            Tablet.reset()
            Tablet.enter(testCase.who)
            answerToReview()
            compare(App.review.chosen, ReviewViewModel.Nobody)
            verify(stage.says("På ”Sådan vil jeg have det” har du sagt kun mig. Åbn først ”kun mig”. Så kan du vælge det."))
            stage.checkControls()
        }
        function test_notTodayAsksWhetherToAskAgain() {
            tapOn("Tilbage")
            App.resident.openEntry(0)
            Tablet.settle()
            tapOn("Ikke i dag")
            verify(stage.says("Skal vi spørge igen?"))
            compare(App.thanks.asking, 0) // nothing is chosen for anybody
            stage.checkControls()
            stage.keepAll("not-today")
            Tablet.fillDisk(true)
            tapOn("Spørg ikke mere")
            Tablet.settle()
            compare(App.thanks.asking, 0)
            verify(stage.says(Sentences.notSaved(Problem.DiskFull)))
            stage.checkControls()
            Tablet.fillDisk(false)
            tapOn("Jeg siger selv til")
            Tablet.settle()
            verify(!stage.says(Sentences.notSaved(Problem.DiskFull)))
            compare(App.thanks.asking, WaysViewModel.SaysSo)
            tapOn("Luk")
            again()
            compare(stage.line("Må vi spørge? ”Sådan går det”"), "Jeg siger selv til")
        }
        function test_withoutTabletAndAway() {
            tapOn("Uden tablet")
            tapOn("Hellere uden tablet")
            tapOn("Tilbage")
            tapOn("Væk for en tid")
            stage.keepAll("ways-away")
            tapOn("I en uge")
            tapOn("Tilbage")
            verify(stage.line("Væk for en tid").startsWith("Væk til "))
            tapOn("Væk for en tid")
            tapOn("Indtil jeg siger til")
            tapOn("Fortryd")
            tapOn("Tilbage")
            verify(stage.line("Væk for en tid").startsWith("Væk til "))
            Tablet.reset()
            asStaff()
            verify(stage.says("Vil hellere uden tablet: tal sammen, eller brug papir."))
            verify(App.staffResident.awayUntil !== "")
            Tablet.reset()
            Tablet.enter(testCase.who)
            tapOn("Sådan vil jeg have det")
            tapOn("Væk for en tid")
            tapOn("Jeg er her")
            tapOn("Tilbage")
            compare(stage.line("Væk for en tid"), "Jeg er her")
        }
        function test_twiceTheLetters() {
            for (const form of ["landscape", "portrait", "phone"]) {
                Theme.typeScale = 1 // nobody turns a tablet into a phone
                stage[form]()
                Theme.typeScale = 2
                stage.test.waitForRendering(stage)
                stage.checkControls()
                App.ways.open(0)
                Tablet.settle()
                verify(stage.says("Mit billede"))
                stage.checkControls()
                tapOn("Tilbage")
            }
        }
    }
}

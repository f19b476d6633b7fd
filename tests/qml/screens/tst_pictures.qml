import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Screens
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        // Everybody is somebody new, so that no test stands on another.
        property int people: 0
        property string who

        name: "Pictures"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.blockOthers()
            Tablet.reset()
        }
        function somebody() {
            testCase.people += 1
            testCase.who = "Beboer" + "ABCDEFGHIJKLMN"[testCase.people]
            Tablet.addResident(testCase.who)
            return testCase.who
        }
        function enter() {
            Tablet.enter(testCase.who)
            stage.tap(stage.control("Kun mig er åbent") ? "Kun mig er åbent" : "Kun mig")
            compare(App.navigator.page, Navigator.Pictures)
        }
        function pick(words) {
            for (const word of words)
                stage.tap(word)
        }
        function choose() {
            stage.tap("Vælg tre billeder")
            pick(["Båd", "Kop", "Hus"])
            pick(["Båd", "Kop", "Hus"])
            compare(App.pictures.step === PicturesViewModel.Opened || App.pictures.step === PicturesViewModel.AskTablet, true)
        }
        function test_aCardInPlaceOfPictures() {
            somebody()
            enter()
            verify(stage.says("Det, du gemmer som kun mig, kan kun åbnes med dine tre billeder eller dit kort. Du vælger selv, når ingen ser på."))
            stage.tap("Brug et kort")
            verify(stage.says("Hold et kort hen til læseren"))
            stage.tap("Tilbage")
            verify(stage.says("Noget kun til dig"))
            stage.tap("Vælg tre billeder")
            stage.tap("Brug et kort i stedet")
            verify(stage.says("Hold et kort hen til læseren"))
            compare(stage.control("Båd"), null)
            stage.checkControls()
            stage.keepAll("kort")
            Tablet.holdCard("0012345678")
            verify(stage.says("Det samme kort igen"))
            Tablet.holdCard("0012345679")
            verify(stage.says("Det var ikke det samme kort. Prøv igen."))
            Tablet.holdCard("0012345678")
            Tablet.holdCard("0012345678")
            verify(stage.says("Kun mig er åbent"))
            stage.tap("Luk kun mig")
            enter()
            verify(stage.says("Hold dit kort hen til læseren"))
            compare(stage.control("Båd"), null)
            stage.keepAll("kort-aabner")
            Tablet.holdCard("0012345679")
            verify(stage.says("Det var ikke det kort. Prøv igen."))
            Tablet.holdCard("0012345678")
            verify(stage.says("Kun mig er åbent"))
            verify(stage.control("Skift kort eller billeder"))
            stage.checkControls()
            compare(WaysSentences.title(WaysViewModel.Pictures, ""), "Mit kort")
            compare(WaysSentences.choice(WaysViewModel.Pictures, WaysViewModel.ByPictures), "Mit felt åbner med mit kort")
            // What is said once to everybody names no pictures that this person does not have.
            reset()
            stage.tap("Ja, lad " + testCase.who + " vælge")
            Tablet.reset()
            enter()
            verify(stage.says("Du kan vælge nye billeder eller et nyt kort"))
            verify(stage.control("Jeg har mit gamle kort"))
            verify(!stage.all(stage).some(item => item instanceof TrText && item.text.includes("gamle billeder")))
            stage.checkControls()
            stage.tap("Brug et kort")
            verify(stage.says("Hold et kort hen til læseren"))
        }
        function wrong() { pick(["Hus", "Kop", "Båd"]) }
        function reset() {
            Tablet.reset()
            Tablet.enterStaff("Mette")
            stage.tap(testCase.who)
            stage.tap("Glemte billeder eller kort")
        }

        function test_choosingByFinger() {
            somebody()
            enter()
            verify(stage.says("Noget kun til dig"))
            stage.checkControls()
            stage.keepAll("intro")
            stage.tap("Vælg tre billeder")
            verify(stage.says("Billede 1 mangler"))
            stage.tap("Båd")
            verify(stage.says("Billede 1 er valgt"))
            stage.tap("Et billede tilbage")
            verify(stage.says("Billede 1 mangler"))
            pick(["Båd", "Kop", "Hus"])
            verify(stage.says("De samme tre igen"))
            pick(["Båd", "Hus", "Kop"])
            verify(stage.says("Det var ikke de samme tre. Vælg igen."))
            stage.keepAll("choose-differs")
            pick(["Båd", "Kop", "Hus"])
            pick(["Båd", "Kop", "Hus"])
            verify(stage.says("Kun mig er åbent"))
            stage.checkControls()
            stage.keepAll("opened")
        }
        function test_openingWrongTriesAndWaits() {
            somebody()
            enter()
            choose()
            stage.tap("Luk kun mig")
            enter()
            verify(stage.says("Mine tre billeder"))
            stage.keepAll("open")
            wrong()
            verify(stage.says("Det var ikke de tre. Prøv igen."))
            wrong()
            wrong()
            verify(stage.says("Det var ikke de tre. Prøv igen om lidt."))
            compare(stage.control("Båd"), null) // nothing to pick while none are taken
            stage.keepAll("open-waits")
            stage.tap("Tilbage")
            enter()
            verify(stage.says("Prøv igen om lidt."))
            Tablet.pass(5000)
            tryVerify(() => stage.says("Nu kan du prøve igen."), 10000)
            pick(["Båd", "Kop", "Hus"])
            verify(stage.says("Kun mig er åbent"))
            verify(stage.says("Nogen prøvede andre billeder 3 gang(e).")) // plural forms come with the translations
            stage.keepAll("opened-tried")
        }
        function test_everyPictureIsLarge() {
            somebody()
            enter()
            stage.tap("Vælg tre billeder")
            for (const form of ["landscape", "portrait", "phone"]) {
                stage[form]()
                for (const name of TrPictures.keyNames) {
                    const key = stage.control(TrPictures.word(name))
                    tryVerify(() => key.width >= Theme.mm(12) && key.height >= Theme.mm(12), 5000, name + " " + form)
                }
                stage.checkControls()
            }
        }
        function test_forgottenAndReset() {
            somebody()
            enter()
            choose()
            reset()
            verify(stage.says("Skal " + testCase.who + " vælge nye billeder eller et nyt kort?"))
            stage.checkControls()
            stage.keepAll("reset-ask")
            stage.tap("Ja, lad " + testCase.who + " vælge")
            verify(stage.says(testCase.who + " kan nu vælge nye billeder eller et nyt kort"))
            stage.keepAll("reset-done")
            stage.tap("Luk")
            Tablet.reset()
            enter()
            verify(stage.says("Du kan vælge nye billeder eller et nyt kort"))
            stage.checkControls()
            stage.keepAll("forgotten")
            stage.tap("Jeg husker mine gamle")
            verify(stage.says("Mine tre billeder"))
            stage.tap("Tilbage")
            enter()
            stage.tap("Vælg tre nye")
            pick(["Bog", "Kop", "Stol"])
            pick(["Bog", "Kop", "Stol"])
            verify(stage.says("Kun mig er åbent"))
        }
        function test_notHere() {
            somebody()
            Tablet.choosePicturesElsewhere()
            enter()
            verify(stage.says("Ikke på den her tablet endnu"))
            compare(stage.control("Båd"), null)
            stage.checkControls()
            stage.keepAll("not-here")
        }
        function test_turningOff() {
            somebody()
            enter()
            choose()
            stage.tap("Slå fra")
            verify(stage.says("Det, du har gemt, bliver her. Vil du slå kun mig fra?"))
            stage.checkControls()
            stage.keepAll("ask-off")
            stage.tap("Nej, behold det")
            verify(stage.says("Kun mig er åbent"))
        }
        function test_anotherTabletIsAskedAbout() {
            somebody()
            Tablet.addTablet("Køkkenet")
            Tablet.addTablet("Værkstedet")
            enter()
            choose()
            verify(stage.says("Skal dit kun mig også kunne åbnes på ”Køkkenet”?"))
            stage.checkControls()
            stage.keepAll("ask-tablet")
            stage.tap("Ja")
            verify(stage.says("Skal dit kun mig også kunne åbnes på ”Værkstedet”?"))
            stage.tap("Ikke nu")
            verify(stage.says("Kun mig er åbent"))
            stage.tap("Andre tabletter")
            verify(stage.says("Hvor kan kun mig åbnes?"))
            stage.checkControls()
            stage.keepAll("tablets")
            compare(App.pictures.tablets.count, 2)
            stage.tap("Færdig")
            stage.tap("Luk kun mig")
            enter()
            pick(["Båd", "Kop", "Hus"])
            verify(stage.says("Skal dit kun mig også kunne åbnes på ”Værkstedet”?")) // asked again
            stage.tap("Nej")
            verify(stage.says("Kun mig er åbent"))
            stage.tap("Luk kun mig")
            enter()
            pick(["Båd", "Kop", "Hus"])
            verify(stage.says("Kun mig er åbent")) // and remembered
        }
    }
}

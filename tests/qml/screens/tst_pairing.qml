import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Screens
import Trivsel.Test
import Trivsel.Theme

// "Sæt tabletten op": by touch from the code to the house, and what stands there when it does not go on.
Stage {
    id: stage

    test: testCase

    Loader {
        id: page

        anchors.fill: parent
        active: false
        sourceComponent: PairingScreen {
            viewModel: Pairing.page
            ownKeyboard: true
        }
    }

    TestCase {
        id: testCase

        name: "Pairing"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
            page.active = false
            Pairing.reset()
            page.active = true
        }
        function cleanup() {
            page.active = false
            Theme.typeScale = 1
        }
        function type(code) {
            for (const letter of code.replace(/ /g, ""))
                stage.tap(letter)
        }
        function field() {
            return stage.all(page.item).find(item => item instanceof TrTextArea)
        }
        // Past the code, to where the tablet looks for the server.
        function connect() {
            testCase.field().text = Pairing.code
            stage.tap("Videre")
            compare(Pairing.started, 1)
        }
        function test_theCodeIsTypedByFinger() {
            verify(stage.says("0 af 26 tegn"))
            verify(!stage.control("Videre").enabled)
            testCase.type(Pairing.code)
            compare(testCase.field().text, Pairing.code) // a space came by itself after each group
            verify(stage.says("Koden er skrevet rigtigt."))
            stage.checkControls()
            stage.tap("Videre")
            compare(Pairing.started, 1)
            verify(stage.says("Finder kontoret …"))
            stage.checkControls()
        }
        function test_aMistypedCodeSaysSoBeforeAnythingIsSent() {
            const code = Pairing.code
            testCase.type(code.slice(0, -1) + (code.endsWith("A") ? "B" : "A"))
            verify(stage.says("Et eller flere tegn er forkerte. Læs koden igennem."))
            verify(!stage.control("Videre").enabled)
            stage.tap("Slet")
            verify(stage.says("25 af 26 tegn"))
            testCase.type(code.slice(-1))
            verify(stage.control("Videre").enabled)
            compare(Pairing.started, 0)
        }
        function test_theSameDigitsAndItIsOfTheHouse() {
            testCase.connect()
            Pairing.show("042137")
            verify(stage.says("Står de samme tal på kontorets skærm?"))
            verify(stage.says("042 137"))
            verify(stage.says("Birkehuset · Stuen"))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            Pairing.end("Done", 0)
            verify(stage.says("Tabletten er klar"))
            compare(testCase.field() ?? null, null)
        }
        function test_stopGoesBackAndForgetsAShownCode() {
            testCase.connect()
            Pairing.show("042137")
            stage.tap("Stop")
            compare(Pairing.cancelled, 1)
            compare(testCase.field().text, "") // it belongs to keys that are gone
            testCase.connect2()
        }
        function connect2() {
            testCase.field().text = Pairing.code
            stage.tap("Videre")
            compare(Pairing.started, 2)
            stage.tap("Stop") // nothing was shown yet: the code is still good
            compare(testCase.field().text, Pairing.code)
        }
        function test_everyEndingHasItsWords_data() {
            return [
                { tag: "wrong code", ending: "WrongCode", tries: 2, title: "Koden passer ikke", keeps: false,
                  way: "Se efter, at det er den kode, der står på skærmen nu. 2 forsøg tilbage." },
                { tag: "wrong for the last time", ending: "WrongCode", tries: 0, title: "Koden passer ikke", keeps: false,
                  way: "Det var sidste forsøg. Bed kontoret om en ny kode." },
                { tag: "dead code", ending: "CodeDead", tries: 0, title: "Koden gælder ikke mere", keeps: false,
                  way: "En kode gælder i 10 minutter og kun én gang. Bed kontoret om en ny." },
                { tag: "lost line", ending: "Lost", tries: 0, title: "Forbindelsen blev afbrudt", keeps: false,
                  way: "Tabletten prøvede i 10 minutter. Bed kontoret om en ny kode." },
                { tag: "another tablet", ending: "OtherTablet", tries: 0, title: "Koden er brugt på en anden tablet", keeps: false,
                  way: "Sig det til kontoret, og bed om en ny kode." },
                { tag: "no", ending: "Declined", tries: 0, title: "Kontoret sagde nej", keeps: false,
                  way: "Stod der ikke de samme tal? Så bed kontoret om en ny kode." },
                { tag: "not the office", ending: "NotTheServer", tries: 0, title: "Det er ikke kontoret, der svarer", keeps: false,
                  way: "Tabletten er ikke sat op. Sig det til kontoret, og prøv på husets eget net." },
                { tag: "nobody there", ending: "Unreachable", tries: 0, title: "Tabletten kan ikke finde kontoret", keeps: true,
                  way: "Er tabletten på husets net? Kører serveren? Prøv så igen med den samme kode." }
            ]
        }
        function test_everyEndingHasItsWords(row) {
            testCase.connect()
            Pairing.end(row.ending, row.tries)
            verify(stage.says(row.title))
            verify(stage.says(row.way))
            stage.checkControls()
            stage.tap("Prøv igen")
            compare(testCase.field().text, row.keeps ? Pairing.code : "")
        }
        function test_everyShapeHoldsIt_data() {
            return [
                { tag: "tablet standing", width: 800, height: 1280, scale: 1 },
                { tag: "phone", width: 412, height: 915, scale: 1 },
                { tag: "tablet, 200 %", width: 1280, height: 800, scale: 2 }
            ]
        }
        function test_everyShapeHoldsIt(shape) {
            stage.resize(shape.width, shape.height)
            Theme.typeScale = shape.scale
            stage.checkControls()
            testCase.field().text = Pairing.code
            stage.checkControls()
            verify(stage.control("Videre").enabled)
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// Plan, writing, two versions and what stood there before, by finger.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "Plan"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function openPlan() {
            Tablet.enter("Sofie")
            stage.tap("Min trivselsplan")
            compare(App.navigator.page, Navigator.Plan)
        }
        function test_twoVoicesSideBySide() {
            openPlan()
            verify(stage.says("Mine egne ord"))
            verify(stage.says("Sådan ser personalet det"))
            const cards = stage.all(stage).filter(item => item instanceof TrVoiceCard)
            verify(cards[0].isMine)
            verify(!cards[1].isMine)
            verify(cards[0].mapToItem(stage, 0, 0).x < cards[1].mapToItem(stage, 0, 0).x)
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
        }
        function test_tabs() {
            openPlan()
            stage.tap("En dårlig dag")
            compare(App.plan.tab, 3)
            verify(stage.control("En dårlig dag").chosen)
        }
        function test_writingWithOurKeyboard() {
            openPlan()
            stage.tap("Skriv: Om mig")
            compare(App.navigator.page, Navigator.Write)
            for (const key of ["j", "e", "g"])
                stage.tap(key)
            compare(App.write.text, "jeg")
            verify(stage.says("Gemt her på tabletten"))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.landscape()
            mouseClick(stage.all(stage).find(item => item instanceof TrButton && item.text === "Færdig"))
            Tablet.settle()
            compare(App.navigator.page, Navigator.Plan)
            verify(stage.says("”jeg”"))
        }
        // Qt lays a page out again and again when it comes: it must come to rest with every card as high as what is in it.
        function test_cardsHoldTheirWordsWhenOneComesBack() {
            openPlan()
            stage.tap("En god dag")
            for (const name of ["Tegn på sådan en dag", "Det kan vi gøre"]) {
                stage.tap("Skriv: " + name)
                App.write.setText("Jeg vågner, før uret ringer. Jeg synger, mens jeg laver kaffe. Jeg ringer til Line uden at skulle noget. Og solskin.")
                App.write.finish()
                Tablet.settle()
                stage.test.waitForRendering(stage)
                const cards = stage.all(stage).filter(item => item instanceof TrVoiceCard)
                verify(cards.length > 3)
                for (const card of cards)
                    tryVerify(() => card.height >= card.implicitHeight - 1, 2000, card.text + " " + card.height + " < " + card.implicitHeight)
            }
        }
        function test_earlierVersions() {
            openPlan()
            stage.tap("Skriv: Det kan jeg")
            App.write.setText("Jeg maler.")
            App.write.finish()
            Tablet.settle()
            stage.tap("Skriv: Det kan jeg")
            stage.tap("Tidligere")
            compare(App.navigator.page, Navigator.History)
            verify(stage.says("Jeg maler."))
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.Write)
            stage.tap("Tilbage")
            compare(App.navigator.page, Navigator.Plan)
        }
        function test_twoVersionsForStaff() {
            Tablet.makeTwoVersions("mennesker.indefra", "Min bror må I ringe til.", "Min søster må I ringe til.")
            Tablet.enterStaff("Mette")
            stage.tap("Sofie")
            stage.tap("Tilbage")
            const waiting = stage.all(stage).filter(item => item instanceof TrListRow && item.line !== "" && item.text === "Sofie")
            compare(waiting.length, 1)
            mouseClick(waiting[0])
            Tablet.settle()
            compare(App.navigator.page, Navigator.Versions)
            verify(stage.control("Behold begge"))
            verify(stage.control("Tag det op sammen"))
            verify(stage.control("Sofie er her og vælger selv"))
            compare(stage.control("Vælg udgave A"), null)
            verify(stage.says("Det er Sofies ord. Kun Sofie kan vælge den ene eller skrive en ny."))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.landscape()
            stage.tap("Sofie er her og vælger selv")
            stage.tap("Vælg udgave B")
            stage.tap("Ja, det er mine ord")
            compare(App.navigator.page, Navigator.Staff)
            verify(stage.says("Ingen tekster har to udgaver."))
        }
        function test_staffReadBothVoicesByTheirWords() {
            Tablet.enterStaff("Ali")
            stage.tap("Sofie")
            stage.tap("Trivselsplan")
            verify(stage.says("Indefra: Sofie"))
            verify(stage.says("Udefra: personalet"))
            stage.checkControls()
        }
        function test_aDay() {
            Tablet.enterStaff("Ali")
            stage.tap("Sofie")
            stage.tap("Trivselsplan")
            stage.tap("Det gør vi")
            stage.control("Skriv: Næste gang").clicked() // further down than the screen reaches
            Tablet.settle()
            verify(stage.says("Ingen dag endnu"))
            stage.tap("En uge senere")
            verify(stage.says(App.write.dateWords))
            stage.checkControls()
        }
    }
}

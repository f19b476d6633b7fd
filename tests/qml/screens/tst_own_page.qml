import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "OwnPage"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Theme.typeScale = 1
        }
        function open() {
            Tablet.enter("Sofie")
            stage.tap("Min side")
            compare(App.navigator.page, Navigator.OwnPage)
        }
        // Pages that have just come: layouts rest with the next picture.
        function tap(name) {
            grabImage(stage)
            stage.reach(name)
            grabImage(stage)
            stage.tap(name)
        }
        // The tests stand in this order: each goes on where the one before ended.
        function test_1_belowThree() {
            open()
            verify(stage.says("Her er ingen svar endnu."))
            compare(stage.control("Mine svar"), null)
            tap("Hvem har kigget")
            verify(stage.says("Ingen andre har kigget."))
            stage.keepAll("own-looked-none")
            tap("Tilbage")
            Tablet.answerAsSofie("ret-svaert", "Jeg kommer næsten ikke ud.", true)
            Tablet.answerAsSofie("midt-imellem", "", true)
            verify(stage.says("Når du har svaret tre gange, kan du se din egen linje."))
            compare(stage.all(stage).filter(item => item.Accessible.role === Accessible.Chart).length, 0)
            stage.keepAll("own-two")
            stage.checkControls()
        }
        function test_2_theLine() {
            for (const code of ["ret-svaert", "", "midt-imellem", "midt-imellem"])
                Tablet.answerAsSofie(code, "", true)
            Tablet.answerAsSofie("ret-godt", "Jeg går til bageren om torsdagen.", true)
            Tablet.replyToSofie("Mette banker på klokken 9 og ikke klokken 8. Vi prøver det til 1. november.")
            open()
            verify(stage.says("Alt i alt"))
            verify(stage.says("Du satte det højere end før."))
            const chart = stage.all(stage).find(item => item.Accessible.role === Accessible.Chart)
            verify(chart)
            compare(chart.Accessible.name, "Du satte det højere end før.")
            for (const words of ["Rigtig godt", "Meget svært"])
                verify(stage.says(words), words)
            // No number stands on the page of who answers with faces.
            for (const item of stage.all(chart))
                verify(!/^[\d,.]+$/.test(item.text ?? ""), item.text)
            stage.keepAll("own-line")
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.phone()
            stage.checkControls()
            Theme.typeScale = 2
            stage.checkControls()
        }
        function test_3_asAList() {
            open()
            tap("Vis som liste")
            verify(stage.all(stage).some(item => /: Ret godt$/.test(item.text ?? "")))
            verify(stage.all(stage).some(item => /: Ikke i dag$/.test(item.text ?? "")))
            stage.keepAll("own-list")
            tap("Vis som tegning")
            verify(stage.all(stage).some(item => item.Accessible.role === Accessible.Chart))
            tap("Se noget andet")
            stage.keepAll("own-areas")
            tap("Dig selv")
            verify(stage.says("Dig selv"))
        }
        function test_4_beforeAndNow() {
            open()
            verify(stage.says("”Jeg kommer næsten ikke ud.”"))
            tap("Se alle svarene")
            verify(stage.says("Før: Ret svært"))
            verify(stage.says("Nu: Ret godt"))
            stage.keepAll("own-before-now")
            stage.checkControls()
            tap("Vælg dag for før")
            stage.keepAll("own-days")
            stage.checkControls()
            const day = App.ownPage.beforeNow.days.index(1, 0)
            tap(App.ownPage.beforeNow.days.data(day, 257))
            verify(stage.says("Før: Midt imellem"))
            tap("Tilbage")
            compare(App.ownPage.part, OwnPageViewModel.Overview)
        }
        function test_5_seeingItDifferently() {
            open()
            tap("Jeg ser det anderledes")
            compare(App.navigator.page, Navigator.Write)
            App.write.setText("Klokken 9 er også for tidligt.")
            Tablet.settle()
            tap("Færdig")
            verify(stage.says("Personalet skrev"))
            verify(stage.says("Ali og Mette kan læse det. Det, personalet skrev, bliver stående."))
            stage.keepAll("own-differs")
            stage.checkControls()
            tap("Gem og vis til Ali og Mette")
            compare(App.ownPage.part, OwnPageViewModel.Overview)
            verify(stage.says("”Klokken 9 er også for tidligt.”"))
            stage.keepAll("own-differs-saved")
            stage.checkControls()
            tap("Ret: Klokken 9 er også for tidligt.")
            App.write.setText("Klokken 10.")
            Tablet.settle()
            tap("Færdig")
            tap("Tilbage") // another time
            verify(stage.says("Ikke færdig endnu"))
            verify(stage.says("”Klokken 9 er også for tidligt.”"))
            compare(stage.control("Ret: Klokken 9 er også for tidligt."), null)
            stage.keepAll("own-differs-begun")
            for (const form of ["portrait", "phone", "landscape"]) {
                stage[form]()
                stage.checkControls()
            }
            tap("Smid det væk: Klokken 10.")
            verify(stage.says("Så er det, du har skrevet, væk. Vil du det?"))
            stage.checkControls()
            tap("Ja, smid det væk")
            compare(stage.control("Smid det væk: Klokken 10."), null)
            tap("Træk det tilbage: Klokken 9 er også for tidligt.")
            verify(stage.says("Så kan ingen læse det her mere. Vil du det?"))
            tap("Nej, lad det stå")
            verify(stage.says("”Klokken 9 er også for tidligt.”"))
        }
        function test_6_moreReaders() {
            Tablet.answerAsSofie("ret-godt", "", false)
            open()
            tap("Mine svar")
            verify(stage.says("Mette kan læse det."))
            stage.keepAll("own-answers")
            stage.checkControls()
            tap("Lad flere læse det")
            verify(stage.says("Nu kan Mette læse det."))
            compare(stage.control("Ja, vis det til Ali"), null)
            tap("Mit team")
            verify(stage.says("Så kan Ali også læse det hele. Det, de har læst, kan ingen tage fra dem igen."))
            stage.keepAll("own-more")
            stage.checkControls()
            tap("Ja, vis det til Ali")
            verify(stage.says("Ali kan læse dit svar, når du går herfra."))
            stage.keepAll("own-more-done")
            stage.checkControls()
            tap("Fortryd")
            tap("Mit team")
            tap("Ja, vis det til Ali")
            Tablet.settleSent()
            tap("Fortryd")
            verify(stage.says("Det kunne ikke fortrydes. Under ”Mine svar” kan du trække svaret tilbage."))
            compare(stage.control("Fortryd"), null)
            stage.checkControls()
            tap("Luk")
            verify(stage.says("Mette og Ali kan læse det."))
            compare(stage.control("Lad flere læse det"), null)
        }
        function test_65_showingItToSomebody() {
            Tablet.skipAsSofie()
            open()
            tap("Mine svar")
            verify(stage.says("Sprunget over"))
            tap("Vis det til en her")
            verify(!stage.says("Sprunget over")) // nobody else's business
            compare(App.ownPage.part, OwnPageViewModel.Shown)
            verify(stage.says("Sofie viser dig sit svar"))
            // Nothing leads to another answer of hers.
            for (const name of ["Tilbage", "Mine svar", "Hvem har kigget", "Træk mit svar tilbage"])
                compare(stage.control(name), null, name)
            compare(stage.all(stage).filter(item => item.visible && item instanceof TrRadioRow).length, 0)
            stage.keepAll("own-shown")
            stage.checkControls()
            tap("Luk og skjul")
            Tablet.settle()
            compare(App.navigator.page, Navigator.Start)
            open()
            compare(App.ownPage.part, OwnPageViewModel.Overview)
        }
        function test_7_takingBack() {
            open()
            tap("Mine svar")
            App.ownPage.saved.showOlder()
            const before = App.ownPage.saved.given.count
            tap("Træk mit svar tilbage")
            verify(stage.says("Vil du trække dit svar på ”" + App.ownPage.saved.title + "” fra den " + App.ownPage.saved.day + " tilbage?"))
            verify(stage.says("Så kan ingen læse svaret her mere."))
            stage.checkControls()
            stage.keepAll("own-withdraw")
            tap("Ja, træk det tilbage")
            tap("Luk")
            compare(App.ownPage.saved.given.count, before - 1)
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// A plan on paper, by finger: whose words, then where the file is, or why there is none.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "PlanPrint"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            Tablet.failPrint("")
            Theme.typeScale = 1
            stage.landscape()
        }
        function tap(name) {
            grabImage(stage)
            stage.reach(name)
            grabImage(stage)
            stage.tap(name)
        }
        function openPage() {
            Tablet.enter("Sofie")
            tap("Min side")
            tap("Trivselsplan")
            tap("Print planen")
            compare(App.navigator.page, Navigator.PlanPrint)
        }
        function everywhere() {
            for (const scheme of [Theme.Light, Theme.Dark, Theme.Contrast]) {
                Theme.scheme = scheme
                for (const scale of [1, 2]) {
                    stage.landscape()
                    Theme.typeScale = scale
                    for (const form of ["landscape", "portrait", "phone"]) {
                        stage[form]()
                        stage.checkControls()
                    }
                }
            }
            Theme.scheme = Theme.Light
            Theme.typeScale = 1
            stage.landscape()
        }
        // The tests stand in this order: each goes on where the one before ended.
        function test_1_anEmptyPlan() {
            openPage()
            verify(stage.says("Her er ikke skrevet noget endnu."))
            verify(!stage.control("Lav filen").enabled)
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Plan)
        }
        function test_2_whoseWordsAndWhereItIs() {
            Tablet.writeInPlan("mig.udefra", "Sofie er træt om morgenen.")
            Tablet.writeInPlan("mig.indefra", "Jeg er glad for at cykle.")
            openPage()
            verify(stage.control("Mine egne ord").chosen)
            stage.keepAll("plan-print")
            everywhere()
            tap("Begge dele")
            verify(stage.control("Begge dele").chosen)
            verify(!stage.control("Mine egne ord").chosen)
            tap("Lav filen")
            verify(stage.says("Filen er klar"))
            verify(!stage.control("Begge dele")) // nothing more to choose
            verify(stage.says("Den ligger i: /papir"))
            const printed = Tablet.printed()
            verify(printed.includes("Mine egne ord|Jeg er glad for at cykle.|Sagt af Sofie, skrevet af Ali, "), printed)
            verify(printed.includes("Venter på et ja."), printed)
            verify(printed.includes("Sådan ser personalet det|Sofie er træt om morgenen.|Skrevet af Ali, "), printed)
            verify(printed.includes("Gælder det, der stod den "), printed)
            verify(!printed.includes("dig"), printed) // others read it too
            stage.keepAll("plan-print-done")
            everywhere()
            tap("Færdig")
            compare(App.navigator.page, Navigator.Plan)
        }
        function test_3_whyThereIsNone() {
            openPage()
            for (const why of [["folder", "Mappen til print er ikke til at finde. Der er ikke lavet nogen fil. Planen er, som den var."],
                               ["closed", "Der kan ikke skrives i mappen til print. Der er ikke lavet nogen fil. Planen er, som den var."],
                               ["room", "Der var ikke plads til filen. Der er ikke lavet nogen fil. Planen er, som den var."]]) {
                Tablet.failPrint(why[0])
                tap("Lav filen")
                verify(stage.says(why[1]), why[0])
                const line = stage.all(stage).find(item => item.text === why[1])
                verify(line.mapToItem(stage, 0, 0).y < stage.height / 2) // in sight
                verify(!stage.says("Filen er klar"))
            }
            stage.keepAll("plan-print-failed")
            everywhere()
            Tablet.failPrint("")
            tap("Lav filen") // it can be tried again
            verify(stage.says("Filen er klar"))
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// The plans that are folders of entries, by finger and as a screen reader hears them: a wish with its steps, and a time
// that we look at.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "PlanGroups"
        when: windowShown

        // One tablet for all of them, so each test has words of its own.
        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            Theme.typeScale = 1
            stage.landscape()
        }
        // Further down than the screen reaches, and rows that have just come or gone: layouts rest with the next picture.
        function tap(name) {
            grabImage(stage)
            stage.reach(name)
            grabImage(stage)
            stage.tap(name)
        }
        function write(text) {
            compare(App.navigator.page, Navigator.Write)
            App.write.setText(text)
            Tablet.settle()
            mouseClick(stage.all(stage).find(item => item instanceof TrButton && item.text === "Færdig"))
            Tablet.settle()
        }
        function everywhere() {
            for (const scale of [1, 2]) {
                stage.landscape()
                Theme.typeScale = scale
                for (const form of ["landscape", "phone", "portrait"]) {
                    stage[form]()
                    stage.checkControls()
                }
            }
            stage.landscape()
            Theme.typeScale = 1
        }
        function openGoals() {
            Tablet.enter("Sofie")
            verify(stage.says("Mine planer"))
            tap("Det vil jeg gerne")
            compare(App.navigator.page, Navigator.Plan)
        }
        function test_1_aWish() {
            openGoals()
            verify(stage.says("Her står det, du gerne vil. Du siger det på din måde. Du kan lave det om. Du kan holde pause."))
            stage.keepAll("plan-folder")
            everywhere()
            tap("Se og skriv: Det vil jeg gerne")
            compare(App.navigator.page, Navigator.PlanGroup)
            verify(stage.says("Her står ikke noget endnu."))
            everywhere()
            tap("Tilføj ny")
            compare(App.navigator.page, Navigator.PlanEntry)
            everywhere()
            App.planEntry.openMine(0)
            write("Jeg vil gerne spille i band igen.")
            compare(App.navigator.page, Navigator.PlanEntry)
            verify(stage.says("”Jeg vil gerne spille i band igen.”"))
            stage.keepAll("plan-entry")
            everywhere()
            tap("Sådan ser personalet det")
            verify(stage.control("Kun mine egne ord"))
            stage.keepAll("plan-entry-staff")
            everywhere()
            tap("Kun mine egne ord")
        }
        function test_2_howFar() {
            openGoals()
            tap("Se og skriv: Det vil jeg gerne")
            stage.keepAll("plan-group")
            everywhere()
            tap("Åbn: Jeg vil gerne spille i band igen.")
            tap("Vælg: Sådan er det nu")
            compare(App.navigator.page, Navigator.PlanChoice)
            tap("I gang")
            stage.keepAll("plan-choice")
            everywhere()
            tap("Færdig")
            compare(App.navigator.page, Navigator.PlanEntry)
            verify(stage.says("I gang"))
        }
        function test_3_steps() {
            openGoals()
            tap("Se og skriv: Det vil jeg gerne")
            tap("Åbn: Jeg vil gerne spille i band igen.")
            tap("Små skridt")
            tap("Se og skriv: Små skridt")
            compare(App.navigator.page, Navigator.PlanGroup)
            for (const step of ["Ringe til Jonas", "Hente guitaren"]) {
                tap("Tilføj ny")
                App.planEntry.openMine(0)
                write(step)
                tap("Tilbage")
            }
            compare(App.planGroup.entries.count, 2)
            tap("Ret listen")
            tap("Flyt ned: Ringe til Jonas")
            stage.keepAll("plan-group-ordering")
            everywhere()
            tap("Gælder ikke mere: Hente guitaren")
            verify(stage.says("Det gælder ikke mere: ”Hente guitaren”"))
            tap("Fortryd")
            compare(App.planGroup.entries.count, 2)
            tap("Gælder ikke mere: Hente guitaren")
            tap("Færdig med at rette")
            tap("Vis det, der ikke gælder mere")
            everywhere()
            tap("Se det: Hente guitaren")
            compare(App.navigator.page, Navigator.PlanEntry)
            verify(stage.says("Det gælder ikke mere."))
            tap("Tilbage")
            tap("Gælder igen: Hente guitaren")
            compare(App.planGroup.entries.count, 2)
        }
        function test_4_whatWeLearned() {
            Tablet.enter("Sofie")
            tap("Det lærte vi")
            verify(stage.says("En dag blev det for meget. Eller det var tæt på. Nu ser vi på det sammen. Ingen skal have skyld. Du kan holde pause."))
            tap("Se og skriv: En gang, vi ser på")
            tap("Tilføj ny")
            compare(App.planEntry.tabs.length, 6)
            stage.keepAll("plan-learned")
            for (let tab = 0; tab < 6; ++tab) {
                App.planEntry.showTab(tab)
                everywhere()
            }
            App.planEntry.showTab(0)
            App.planEntry.openMine(0)
            compare(App.navigator.page, Navigator.Write)
            App.write.moveDate(0, 0)
            Tablet.settle()
            tap("Færdig")
            App.planEntry.openMine(1)
            tap("Det vendte i tide")
            tap("Færdig")
            App.planEntry.showTab(2)
            App.planEntry.openMine(0)
            tap("Tilføj ny")
            App.planEntry.openMine(0)
            write("At gå en tur i haven")
            App.planEntry.openMine(1)
            stage.keepAll("plan-learned-helped")
            everywhere()
        }
    }
}

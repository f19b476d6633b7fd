import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// A plan's list by finger, by keyboard, and as a screen reader hears it.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "PlanList"
        when: windowShown

        // One tablet for all of them, so each test has words of its own.
        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            Theme.typeScale = 1
            stage.landscape()
        }
        function openList() {
            Tablet.enter("Sofie")
            tap("Min prøve med lister")
            tap(stage.control("Se og skriv: Det hjælper") ? "Se og skriv: Det hjælper" : "Det hjælper")
            compare(App.navigator.page, Navigator.PlanList)
        }
        function write(text) {
            tap("Skriv noget nyt")
            compare(App.navigator.page, Navigator.Write)
            App.write.setText(text)
            Tablet.settle()
            mouseClick(stage.all(stage).find(item => item instanceof TrButton && item.text === "Færdig"))
            Tablet.settle()
            compare(App.navigator.page, Navigator.PlanList)
        }
        // Further down than the screen reaches, and rows that have just come or gone: layouts rest with the next picture.
        function tap(name) {
            grabImage(stage)
            stage.reach(name)
            grabImage(stage)
            stage.tap(name)
        }
        function words() {
            return stage.all(stage).filter(item => item.cell !== undefined && item.movedUp !== undefined).map(item => item.cell.text)
        }
        function everywhere() {
            for (const scale of [1, 2]) {
                stage.landscape()
                Theme.typeScale = scale
                for (const form of ["landscape", "portrait", "phone"]) {
                    stage[form]()
                    stage.checkControls()
                }
            }
            stage.landscape()
            Theme.typeScale = 1
        }
        function test_1_writing() {
            openList()
            verify(stage.says("Hvad hjælper dig?"))
            verify(stage.says("Her står ikke noget endnu."))
            compare(stage.control("Ret listen"), null)
            write("At male")
            verify(stage.says("”At male”"))
            write("At gå")
            compare(words(), ["At male", "At gå"])
            stage.keepAll("plan-list")
            everywhere()
            tap("Skriv: At male")
            compare(App.write.text, "At male")
            tap("Tilbage")
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Plan)
            verify(stage.says("”At male”\n”At gå”"))
            for (const form of ["portrait", "phone", "landscape"]) {
                stage[form]()
                stage.checkControls()
            }
        }
        function test_2_puttingInOrder() {
            openList()
            compare(stage.control("Flyt ned: At male"), null)
            tap("Ret listen")
            compare(stage.control("Flyt op: At male"), null) // it is the first
            tap("Flyt ned: At male")
            compare(words(), ["At gå", "At male"])
            stage.keepAll("plan-list-ordering")
            everywhere()
            tap("Gælder ikke mere: At gå")
            compare(words(), ["At male"])
            verify(stage.says("Det gælder ikke mere: ”At gå”"))
            tap("Fortryd")
            compare(words(), ["At gå", "At male"])
            tap("Gælder ikke mere: At gå")
            tap("Færdig med at rette")
            tap("Vis det, der ikke gælder mere")
            everywhere()
            tap("Gælder igen: At gå")
            compare(words(), ["At gå", "At male"])
            compare(stage.control("Skjul det, der ikke gælder mere"), null)
        }
        function test_3_suggestions() {
            openList()
            compare(stage.control("Tag forslaget: Musik"), null)
            tap("Giv mig forslag")
            compare(words(), ["At gå", "At male"]) // nothing is chosen beforehand
            everywhere()
            tap("Tag forslaget: Musik")
            compare(words(), ["At gå", "At male", "Musik"])
            verify(stage.says("Valgt fra liste"))
            compare(stage.control("Tag forslaget: Musik"), null)
        }
        function test_4_byKeyboard() {
            openList()
            stage.control("Ret listen").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            Tablet.settle()
            stage.control("Flyt ned: At gå").forceActiveFocus(Qt.TabFocusReason)
            verify(stage.control("Flyt ned: At gå").ringShown)
            keyClick(Qt.Key_Return)
            Tablet.settle()
            compare(words().slice(0, 2), ["At male", "At gå"])
            keyClick(Qt.Key_Tab)
            verify(stage.all(stage).some(item => item.ringShown === true))
        }
        function test_4b_aTremblingFingerTakesOneOut() {
            openList()
            const before = words().length
            tap("Ret listen")
            Theme.motion.secondTouch = 600
            const first = stage.control("Gælder ikke mere: " + words()[0])
            const place = first.mapToItem(stage, first.width / 2, first.height / 2)
            mouseClick(stage, place.x, place.y)
            Tablet.settle()
            grabImage(stage)
            mouseClick(stage, place.x, place.y) // the next entry has come up under the finger
            Tablet.settle()
            Theme.motion.secondTouch = 0
            compare(words().length, before - 1)
            tap("Fortryd")
            compare(words().length, before)
        }
        function test_5_saidAndWrittenDown() {
            Tablet.addEntry("hjaelper.indefra", "At sove længe")
            openList()
            verify(stage.all(stage).some(item => (item.text ?? "").includes("Venter på dit ja")))
            const yes = stage.control("Ja, det er mine ord")
            verify(yes)
            tap("Ja, det er mine ord")
            compare(stage.control("Ja, det er mine ord"), null)
        }
        function test_6_staffsListIsOnlyRead() {
            Tablet.addEntry("hjaelper.udefra", "Ro i stuen")
            Tablet.enter("Sofie")
            tap("Min prøve med lister")
            tap("Se alt: Det hjælper")
            compare(App.navigator.page, Navigator.PlanList)
            verify(stage.says("Ro i stuen"))
            compare(stage.control("Skriv noget nyt"), null)
            compare(stage.control("Ret listen"), null)
            everywhere()
        }
        function test_7_whatTheResidentWroteBesideItStays() {
            Tablet.enter("Sofie")
            tap("Min prøve med lister")
            tap("Se alt: Det hjælper")
            tap("Jeg ser det anderledes: Ro i stuen")
            tap("Skriv, hvordan jeg ser det")
            App.write.setText("Jeg vil have musik.")
            Tablet.settle()
            tap("Tilbage")
            tap("Gem og vis til Ali og Mette")
            Tablet.reset()
            Tablet.takeOutEntries("hjaelper.udefra")
            Tablet.enterStaff("Mette")
            stage.tap("Sofie")
            tap("Prøve med lister")
            App.plan.openStaff(0)
            App.planList.showGone(true)
            Tablet.settle()
            verify(stage.says("”Jeg vil have musik.”"))
            compare(stage.control("Jeg ser det anderledes: Ro i stuen"), null)
            everywhere()
            Tablet.reset()
            Tablet.enter("Sofie")
            tap("Min prøve med lister")
            tap("Se alt: Det hjælper")
            tap("Vis det, der ikke gælder mere")
            verify(stage.says("”Jeg vil have musik.”"))
            stage.keepAll("plan-list-gone-differs")
            everywhere()
            tap("Jeg ser det anderledes: Ro i stuen")
            compare(App.navigator.page, Navigator.PlanOtherView)
            verify(stage.says("Det gælder ikke mere."))
            compare(stage.control("Skriv, hvordan jeg ser det"), null)
            everywhere()
            tap("Træk det tilbage: Jeg vil have musik.")
            tap("Ja, træk det tilbage")
            tap("Tilbage")
            compare(App.navigator.page, Navigator.PlanList)
            compare(stage.control("Jeg ser det anderledes: Ro i stuen"), null)
        }
    }
}

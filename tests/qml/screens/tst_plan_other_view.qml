import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// "Jeg ser det anderledes" beside staff's words in a plan, and "Mine planer" on one's own page: by finger, and as a screen
// reader hears it.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "PlanOtherView"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            Theme.typeScale = 1
            stage.landscape()
        }
        function tap(name) {
            grabImage(stage)
            stage.reach(name)
            grabImage(stage)
            stage.tap(name)
        }
        function openOwnPage() {
            Tablet.enter("Sofie")
            tap("Min side")
            compare(App.navigator.page, Navigator.OwnPage)
        }
        function openPage() {
            openOwnPage()
            tap("Trivselsplan")
            compare(App.navigator.page, Navigator.Plan)
            tap("Jeg ser det anderledes: Om mig")
            compare(App.navigator.page, Navigator.PlanOtherView)
        }
        // Three themes, three shapes, and letters twice as large.
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
        function test_1_myPlans() {
            openOwnPage()
            verify(stage.says("Mine planer"))
            compare(stage.line("Trivselsplan"), "Her er ikke skrevet noget endnu.")
            stage.keepAll("own-plans-none")
            Tablet.reset()
            Tablet.writeInPlan("mig.udefra", "Sofie er træt om morgenen. Hun siger ja til alt, og så går hun igen.")
            Tablet.writeInPlan("mennesker.indefra", "Min bror må I ringe til.")
            openOwnPage()
            const row = stage.control("Trivselsplan")
            verify(/^Sidst skrevet i den \d+\. \S+\. Noget venter på dit ja\.$/.test(row.line.replace(/\u00a0/g, " ")), row.line)
            compare(row.Accessible.role, Accessible.Button)
            compare(row.Accessible.description, row.line)
            stage.keepAll("own-plans")
            everywhere()
            tap("Trivselsplan")
            compare(App.navigator.page, Navigator.Plan)
            tap("Tilbage")
            compare(App.navigator.page, Navigator.OwnPage)
        }
        function test_2_twoVersionsAreSaid() {
            Tablet.makeTwoVersions("styrker.indefra", "Jeg maler.", "Jeg bager.")
            openOwnPage()
            verify(stage.line("Trivselsplan").includes("Noget at tale om: to udgaver."), stage.line("Trivselsplan"))
            stage.checkControls()
        }
        function test_3_writing() {
            openPage()
            verify(stage.says("Personalet skrev"))
            verify(stage.says("Sofie er træt om morgenen. Hun siger ja til alt, og så går hun igen."))
            stage.keepAll("plan-differs-empty")
            everywhere()
            tap("Skriv, hvordan jeg ser det")
            compare(App.navigator.page, Navigator.Write)
            App.write.setText("Det er jeg ikke. Jeg tænker.")
            Tablet.settle()
            mouseClick(stage.all(stage).find(item => item instanceof TrButton && item.text === "Færdig"))
            Tablet.settle()
            compare(App.navigator.page, Navigator.PlanOtherView)
            verify(stage.says("Ali og Mette kan læse det. Det, personalet skrev, bliver stående."))
            stage.keepAll("plan-differs-looking")
            everywhere()
            tap("Tilbage") // another time
            compare(App.navigator.page, Navigator.PlanOtherView)
            compare(stage.control("Ret: Det er jeg ikke. Jeg tænker."), null)
            verify(stage.says("Ikke færdig endnu")) // in sight
            compare(stage.control("Skriv, hvordan jeg ser det"), null)
            stage.keepAll("plan-differs-begun")
            everywhere()
            tap("Tilbage")
            verify(stage.says("Ikke færdig endnu")) // in the plan as well
            tap("Jeg ser det anderledes: Om mig")
            tap("Skriv videre: Det er jeg ikke. Jeg tænker.")
            compare(App.write.text, "Det er jeg ikke. Jeg tænker.")
            tap("Tilbage")
            tap("Smid det væk")
            verify(stage.says("Så er det, du har skrevet, væk. Vil du det?"))
            compare(stage.control("Gem og vis til Ali og Mette"), null)
            stage.keepAll("plan-differs-throwing")
            everywhere()
            tap("Nej, behold det")
            tap("Gem og vis til Ali og Mette")
            compare(stage.says("Ikke færdig endnu"), false)
            verify(stage.says("”Det er jeg ikke. Jeg tænker.”"))
            verify(stage.says("Gemt her på tabletten"))
            stage.keepAll("plan-differs")
            everywhere()
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Plan)
            verify(stage.says("”Det er jeg ikke. Jeg tænker.”"))
            stage.keepAll("plan-with-other-view")
            everywhere()
        }
        function test_4_staffSeeIt() {
            Tablet.passDays(3)
            Tablet.enterStaff("Mette")
            stage.tap("Sofie")
            tap("Trivselsplan")
            compare(App.navigator.page, Navigator.Plan)
            verify(stage.says("Sofie ser det anderledes"))
            verify(stage.says("”Det er jeg ikke. Jeg tænker.”"))
            verify(!stage.all(stage).some(item => /Skrevet til det/.test(item.text ?? "")))
            compare(stage.control("Jeg ser det anderledes: Om mig"), null)
            tap("Skriv: Om mig")
            tap("Tilbage")
            Tablet.noteAboutSofie("Sofie sover længe.")
            verify(stage.all(stage).some(item => /\. Skrevet til det, der stod den \d+\. \S+\.$/.test((item.text ?? "").replace(/\u00a0/g, " "))))
            stage.keepAll("plan-staff-other-view")
            everywhere()
        }
        function test_5_changingAndTakingBack() {
            openPage()
            tap("Ret: Det er jeg ikke. Jeg tænker.")
            App.write.setText("Det er jeg sjældent.")
            Tablet.settle()
            tap("Tilbage")
            tap("Gem og vis til Ali og Mette")
            verify(stage.says("”Det er jeg sjældent.”"))
            tap("Træk det tilbage: Det er jeg sjældent.")
            verify(stage.says("Så kan ingen læse det her mere. Vil du det?"))
            stage.keepAll("plan-differs-asking")
            everywhere()
            tap("Nej, lad det stå")
            verify(stage.says("”Det er jeg sjældent.”"))
            tap("Træk det tilbage: Det er jeg sjældent.")
            tap("Ja, træk det tilbage")
            verify(!stage.says("”Det er jeg sjældent.”"))
            verify(stage.says("Sofie sover længe."))
            tap("Tidligere")
            compare(App.navigator.page, Navigator.History)
            tap("Tilbage")
            compare(App.navigator.page, Navigator.PlanOtherView)
        }
        function test_55_throwingAway() {
            openPage()
            tap("Skriv, hvordan jeg ser det")
            App.write.setText("Nej.")
            Tablet.settle()
            tap("Tilbage")
            tap("Tilbage")
            tap("Smid det væk: Nej.")
            tap("Ja, smid det væk")
            compare(stage.control("Smid det væk: Nej."), null)
            verify(stage.control("Skriv, hvordan jeg ser det"))
        }
        function test_6_byKeyboard() {
            openPage()
            const write = stage.control("Skriv, hvordan jeg ser det")
            write.forceActiveFocus(Qt.TabFocusReason)
            verify(write.ringShown)
            keyClick(Qt.Key_Return)
            Tablet.settle()
            compare(App.navigator.page, Navigator.Write)
        }
        function test_7_twoVersionsAreSeenFirst() {
            openPage()
            tap("Skriv, hvordan jeg ser det")
            App.write.setText("Jeg tænker.")
            Tablet.settle()
            tap("Tilbage")
            tap("Gem og vis til Ali og Mette")
            Tablet.reset()
            Tablet.makeTwoVersionsOfStaffs("mig.udefra", "Sofie sover til middag.", "Sofie er oppe om natten.")
            openOwnPage()
            tap("Trivselsplan")
            tap("Se begge: Om mig")
            compare(App.navigator.page, Navigator.Versions)
            stage.keepAll("plan-versions-differs")
            everywhere()
            tap("Jeg ser det anderledes")
            compare(App.navigator.page, Navigator.PlanOtherView)
            compare(stage.control("Skriv, hvordan jeg ser det"), null)
            stage.keepAll("plan-differs-versions")
            everywhere()
            tap("Træk det tilbage: Jeg tænker.")
            tap("Ja, træk det tilbage")
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Versions)
            compare(stage.control("Jeg ser det anderledes"), null)
        }
    }
}

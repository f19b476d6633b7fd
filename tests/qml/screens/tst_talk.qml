import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// A samtale from the agreement to the reply that the resident reads, by finger, on a shared tablet and on a device that
// staff carry.
Stage {
    id: stage

    test: testCase
    focus: true

    TestCase {
        id: testCase

        name: "Talk"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Theme.typeScale = 1
            Tablet.reset()
            stage.landscape()
        }
        function cleanup() {
            Theme.typeScale = 1
            Tablet.reset()
            Tablet.pass(4000000)
        }
        function tap(name) {
            stage.reach(name)
            stage.tap(name)
        }
        function openSofie() {
            Tablet.enterStaff("Mette")
            tap("Sofie")
            compare(App.navigator.page, Navigator.StaffResident)
        }
        function agree() {
            openSofie()
            tap("Samtale")
            if (App.navigator.page === Navigator.Agreement) {
                for (const words of ["Mette", "Siden sidst", "Hver anden uge", "Personalet spørger"])
                    tap(words)
                tap("Det er aftalt")
            }
            compare(App.navigator.page, Navigator.Conversation)
        }
        function begin(way, button) {
            agree()
            tap(way)
            verify(stage.control(way).chosen)
            tap(button)
            compare(App.navigator.page, Navigator.Talk)
        }
        // Every question with the same answer, shown to those who are chosen.
        function answer(form, word) {
            tap(form)
            compare(App.navigator.page, Navigator.Begin)
            tap("Begynd")
            for (let i = 0; i < 4; ++i) {
                tap(word)
                tap("Næste")
            }
            compare(App.navigator.page, Navigator.Review)
            tap("Dem, jeg har valgt")
            tap("Gem og vis til Mette")
            tap("Luk")
            compare(App.navigator.page, Navigator.Talk)
        }
        // What was said and not replied to does not wait for the next test.
        function replyToAll() {
            Tablet.reset()
            Tablet.enterStaff("Mette")
            while (App.staff.feedback.count > 0) {
                App.staff.openFeedback(0)
                Tablet.settle()
                App.reply.add(true, "Hvorfor?")
                App.write.setText("Der er kun én om natten.")
                Tablet.settle()
                App.write.finish()
                Tablet.settle()
                App.reply.save()
                Tablet.settle()
            }
            Tablet.reset()
        }

        function test_0_theAgreementComesFirst() {
            openSofie()
            verify(stage.says("Ingen samtale endnu."))
            tap("Samtale")
            compare(App.navigator.page, Navigator.Agreement)
            verify(stage.says("Sådan bruger vi FIT her"))
            verify(stage.says("Det er frivilligt for Sofie"))
            verify(stage.says("Vælg én ting i hver gruppe."))
            verify(!stage.control("Det er aftalt").enabled)
            stage.keepAll("talk-agreement")
            stage.checkControls()
            tap("Tilbage")
            compare(App.navigator.page, Navigator.StaffResident)
            agree() // it is asked again
            tap("Se aftalen")
            verify(stage.control("Hver anden uge").chosen)
            tap("Hver måned")
            tap("Det er aftalt")
            tap("Se aftalen")
            verify(stage.control("Hver måned").chosen)
        }
        function test_aMethodGetsItsName() {
            agree()
            tap("En måde, vi gør det på")
            compare(App.navigator.page, Navigator.Write)
            verify(stage.says("Hvad gør I sammen?"))
            App.write.setText("At gå ture")
            Tablet.settle()
            tap("Færdig")
            compare(App.navigator.page, Navigator.Conversation)
            verify(stage.control("En måde, vi gør det på").chosen)
            verify(stage.says("At gå ture"))
            tap("Drop samtalen")
            compare(App.navigator.page, Navigator.StaffResident)
        }
        function test_whoIsHere() {
            agree()
            verify(stage.control("Ali").Accessible.description !== "")
            tap("Ali")
            verify(stage.control("Ali").chosen)
            tap("Ali")
            verify(!stage.control("Ali").chosen)
            tap("En anden er med")
            App.write.setText("Min søster")
            Tablet.settle()
            tap("Færdig")
            verify(stage.control("Min søster").chosen)
            stage.keepAll("talk-plan")
            stage.checkControls()
            Tablet.reset() // what was chosen waits
            openSofie()
            verify(stage.says("Du er ved at gøre en samtale klar."))
            tap("Samtale")
            verify(stage.control("Min søster").chosen)
            tap("Min søster")
            compare(stage.control("Min søster"), null)
            tap("Drop samtalen")
        }
        function test_sittingTogetherToTheReply() {
            begin("Vi sidder sammen", "Begynd samtalen")
            verify(!stage.control("Vores samarbejde").enabled) // well-being first
            stage.keepAll("talk-steps")
            stage.checkControls()
            answer("Sådan går det", "Ret svært")
            verify(stage.says("Færdig"))
            answer("Vores samarbejde", "Midt imellem")
            verify(stage.says("Så er du igennem."))
            stage.keep("talk-steps-done")
            tap("Færdig")
            compare(App.navigator.page, Navigator.Reply)
            verify(stage.says("Svar til Sofie"))
            verify(!stage.control("Gem og vis til Sofie").enabled)
            tap("Det gør vi")
            App.write.setText("Vi banker på klokken 9 og ikke klokken 8.")
            Tablet.settle()
            tap("Færdig")
            verify(stage.says("Vi banker på klokken 9 og ikke klokken 8."))
            tap("Mette gør det")
            tap("Ali")
            verify(stage.control("Ali gør det"))
            tap("Ingen dag endnu")
            tap("En uge senere")
            tap("Færdig")
            tap("Vi kan ikke, fordi …")
            App.write.setText("Der er kun én om natten.")
            Tablet.settle()
            tap("Færdig")
            stage.keepAll("talk-reply")
            stage.checkControls()
            tap("Gem og vis til Sofie")
            compare(App.navigator.page, Navigator.StaffResident)
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Staff)
            compare(App.staff.feedback.count, 0)
            Tablet.reset()
            Tablet.enter("Sofie")
            tap("Min side")
            verify(stage.says("Du sagde"))
            verify(stage.says("Det gør vi"))
            verify(stage.says("Vi kan ikke, fordi …"))
            verify(stage.says("Vi banker på klokken 9 og ikke klokken 8."))
            verify(stage.all(stage).some(item => /^Ali gør det\. Til .*Skrevet af Mette/.test(item.text ?? "")))
            stage.keepAll("talk-own-page")
        }
        function test_answeringAlone() {
            begin("Sofie svarer selv", "Begynd, og giv tabletten videre")
            verify(stage.says("Giv tabletten til Sofie, og kig væk."))
            stage.keepAll("talk-hand-over")
            compare(stage.control("Tilbage"), null)
            tap("Nu har jeg den")
            compare(stage.control("Tilbage"), null)
            // No way round: back, the staff's pages, another tile.
            stage.page.forceActiveFocus()
            keyClick(Qt.Key_Escape)
            keyClick(Qt.Key_Back)
            compare(App.navigator.page, Navigator.Talk)
            App.conversation.back()
            compare(App.navigator.page, Navigator.Talk)
            tap("Skjul")
            verify(App.cover.covered)
            App.cover.uncover()
            Tablet.settle()
            compare(App.navigator.page, Navigator.Talk)
            answer("Sådan går det", "Ret godt")
            tap("Slut for i dag")
            verify(stage.says("Tak. Giv tabletten tilbage til Mette."))
            verify(stage.says("Dine svar er gemt. Du kan altid se dem på din egen side."))
            stage.keepAll("talk-give-back")
            tap("Luk")
            compare(App.navigator.page, Navigator.Start)
            Tablet.enterStaff("Mette") // with her code
            compare(App.staff.feedback.count, 1)
            stage.keepAll("talk-today")
            tap("Sofie") // the first of that name is in the list of residents
            replyToAll()
        }
        function test_coveredAndLeftItWaits() {
            begin("Sofie svarer selv", "Begynd, og giv tabletten videre")
            tap("Nu har jeg den")
            tap("Skjul")
            App.cover.goToStart() // somebody else
            Tablet.settle()
            compare(App.navigator.page, Navigator.Start)
            openSofie()
            verify(stage.says("En samtale er i gang."))
            tap("Samtale")
            verify(stage.says("Samtalen er i gang."))
            tap("Gå videre")
            verify(stage.says("Giv tabletten til Sofie, og kig væk."))
            tap("Nu har jeg den")
            tap("Slut for i dag")
            verify(stage.says("Du har ikke svaret i dag. Det er helt i orden. Du kan altid komme igen."))
            stage.keep("talk-give-back-nothing")
            tap("Luk")
        }
        function test_y_whatWaitsIsNotSaidToBeSaved() {
            begin("Sofie svarer selv", "Begynd, og giv tabletten videre")
            tap("Nu har jeg den")
            tap("Sådan går det")
            tap("Begynd")
            tap("Ret godt")
            tap("Pause")
            compare(App.navigator.page, Navigator.Talk)
            tap("Slut for i dag")
            verify(stage.says("Det, du ikke blev færdig med, venter her på tabletten. Du finder det på din egen side."))
            verify(!stage.says("Dine svar er gemt. Du kan altid se dem på din egen side."))
            stage.keepAll("talk-give-back-waits")
            Theme.typeScale = 2
            stage.phone()
            while (stage.control("Ned")?.enabled)
                stage.tap("Ned")
            stage.tap("Luk") // nothing lies over it
            compare(App.navigator.page, Navigator.Start)
            verify(!App.navigator.helpOpen)
            Theme.typeScale = 1
            stage.landscape()
            Tablet.enter("Sofie") // there it is
            tap("Sådan går det")
            compare(App.navigator.page, Navigator.Question)
            tap("Pause")
        }
        function test_coveredTogetherItEndsAtTheStart() {
            begin("Vi sidder sammen", "Begynd samtalen")
            tap("Skjul")
            App.cover.uncover()
            Tablet.settle()
            compare(App.navigator.page, Navigator.Talk)
            tap("Tilbage")
            compare(App.navigator.page, Navigator.Start)
            openSofie() // with a code
            tap("Samtale")
            tap("Gå videre")
            tap("Slut for i dag")
            compare(App.navigator.page, Navigator.StaffResident)
        }
        function test_z_whatSheDoesNotWantToBeAsked() {
            Tablet.sayNoMore("saadan-gaar-det")
            agree()
            verify(stage.says("Sofie vil ikke spørges mere om: Sådan går det. Det er ikke med i samtalen."))
            stage.keepAll("talk-plan-not-asked")
            tap("Vi sidder sammen")
            tap("Begynd samtalen")
            compare(App.conversation.steps.count, 1)
            verify(stage.says("Der er én del. Tag den i dit eget tempo."))
            stage.keep("talk-steps-one")
            tap("Slut for i dag")
            Tablet.reset()
            Tablet.sayNoMore("vores-samarbejde")
            openSofie()
            tap("Samtale")
            verify(stage.says("Sofie vil ikke spørges mere om det her. Så er der ingen spørgsmål at svare på. I kan stadig tale sammen."))
            compare(stage.control("Begynd samtalen"), null)
            stage.keepAll("talk-plan-nothing")
            stage.checkControls()
        }
        function test_notTodayIsEnough() {
            begin("Vi sidder sammen", "Begynd samtalen")
            tap("Sådan går det")
            tap("Ikke i dag")
            tap("Luk")
            compare(App.navigator.page, Navigator.Talk)
            verify(stage.control("Vores samarbejde").enabled)
            tap("Slut for i dag")
            compare(App.navigator.page, Navigator.StaffResident) // nothing was said that waits for a reply
        }
        function test_largeLetters() {
            Theme.typeScale = 2
            agree()
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.phone()
            stage.checkControls()
        }
    }
}

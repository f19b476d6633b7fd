import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme

// Mette's own phone: whom she takes along.
Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "StaffPhone"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.phone()
        }
        function cleanup() {
            Theme.typeScale = 1
        }
        function test_0_whoIsNotAlongIsNotHere() {
            Tablet.enterStaff("Mette")
            stage.tap("Sofie")
            verify(stage.says("Sofie er ikke med på telefonen. Med \"Tag med på tur\" kan du læse og skrive her."))
            compare(stage.control("Trivselsplan"), null)
            compare(stage.control("Svar"), null) // "no answers" would not be true
            stage.tap("Tilbage")
            stage.tap("Tag med på tur")
            stage.tap("Sofie: Tag med")
            Tablet.meet()
            stage.tap("Tilbage")
            stage.tap("Sofie")
            verify(!stage.says("Sofie er ikke med på telefonen. Med \"Tag med på tur\" kan du læse og skrive her."))
            stage.tap("Trivselsplan")
            compare(App.navigator.page, Navigator.Plan)
            Tablet.reset()
            Tablet.bringSofieHome()
        }
        function test_1_thereAndBack() {
            Tablet.enterStaff("Mette")
            verify(stage.says("Ingen er med lige nu."))
            stage.tap("Tag med på tur")
            compare(App.navigator.page, Navigator.Trips)
            stage.checkControls()
            stage.tap("Sofie: Tag med")
            tryVerify(() => stage.says("Med nu"))
            tryVerify(() => stage.says("Kommer på telefonen, når den har kontakt med kontoret."))
            Tablet.meet()
            tryVerify(() => stage.says("Er på telefonen."))
            stage.tap("Tilbage")
            tryVerify(() => stage.says("1 er med nu."))
            stage.tap("Tag med på tur")
            Tablet.noteAboutSofie("Vi gik til søen.")
            tryVerify(() => stage.says("Er på telefonen. 1 ting er kun gemt her endnu."))
            stage.tap("Sofie: Hjem igen")
            verify(stage.says("Er Sofie hjemme igen?"))
            stage.checkControls()
            stage.tap("Nej, stadig med")
            stage.tap("Sofie: Hjem igen")
            stage.tap("Ja, hjem igen")
            tryVerify(() => stage.says("Hjemme igen"))
            tryVerify(() => stage.says("1 ting er kun gemt her endnu. Telefonen sender, når der er net."))
            Tablet.meet()
            tryVerify(() => stage.says("Alt er sendt. En låst kopi bliver her, til kontoret har en kopi mere."))
            stage.tap("Sofie: Tag med igen")
            tryVerify(() => stage.says("Med nu"))
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_2_whoDoesNotOwnThePhone() {
            Tablet.enterStaff("Ali")
            verify(stage.says("I dag"))
            verify(!stage.control("Tag med på tur"))
        }
        function test_3_everyShapeHoldsIt_data() {
            return [
                { tag: "phone", width: 360, height: 720, scale: 1 },
                { tag: "phone lying", width: 720, height: 360, scale: 1 },
                { tag: "phone, 200 %", width: 360, height: 720, scale: 2 },
                { tag: "tablet", width: 1280, height: 800, scale: 1 },
                { tag: "tablet standing, 200 %", width: 800, height: 1280, scale: 2 }
            ]
        }
        function test_3_everyShapeHoldsIt(shape) {
            Tablet.enterStaff("Mette")
            stage.resize(shape.width, shape.height)
            Theme.typeScale = shape.scale
            stage.tap("Tag med på tur")
            stage.checkControls()
            const row = stage.control("Sofie: Tag med") ?? stage.control("Sofie: Hjem igen") ?? stage.control("Sofie: Tag med igen")
            verify(row)
            verify(row.height >= Theme.mm(12))
        }
    }
}

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Test

Stage {
    id: stage

    test: testCase

    TestCase {
        id: testCase

        name: "StaffDevice"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function answerAsSofie() {
            Tablet.enter("Sofie")
            stage.tap("Sådan går det")
            stage.tap("Begynd")
            stage.tap("Meget svært")
            for (let i = 0; i < 4; ++i)
                stage.tap(stage.control("Næste") ? "Næste" : "Spring over")
            stage.tap("Dem, jeg har valgt")
            stage.tap("Gem og vis til Mette")
            stage.tap("Luk")
        }
        function test_theChooserAsksToKeepTheDeviceToOneself() {
            stage.tap("Personale")
            verify(stage.says("Indtil videre uden kode. Lad ingen andre låne den her enhed."))
            stage.checkControls()
        }
        function test_whoMayReadSeesTheAnswer() {
            answerAsSofie()
            Tablet.enterStaff("Mette")
            stage.tap("Sofie")
            stage.checkControls()
            stage.tap("Svar")
            compare(App.navigator.page, Navigator.StaffAnswers)
            verify(stage.says("Svar fra Sofie"))
            tryVerify(() => stage.says("Meget svært"))
            verify(stage.says("Mette kan læse det."))
            verify(!stage.control("Træk mit svar tilbage"), "only the resident takes an answer back")
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_whoMayNotReadSeesThatThereIsNothing() {
            answerAsSofie()
            Tablet.enterStaff("Ali")
            stage.tap("Sofie")
            stage.tap("Svar")
            verify(stage.says("Her er ingen svar, som du må læse."))
            verify(!stage.says("Meget svært"))
        }
    }
}

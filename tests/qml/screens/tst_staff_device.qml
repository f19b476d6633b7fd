import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
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
        function test_aResidentWritesBesideSomebodyOfTheStaff() {
            stage.tap("Sofie")
            verify(stage.says("Tryk på dit navn. Så kan Sofie svare her."))
            verify(!stage.control("Vagtkode"), "another errand")
            stage.tap("Mette")
            Tablet.typeCode("246810")
            verify(stage.says("Hej Sofie"))
        }
        function test_theShiftsCode() {
            Tablet.addShiftCode("777777")
            stage.tap("Personale")
            stage.checkControls()
            stage.tap("Vagtkode")
            verify(stage.says("Skriv vagtkoden"))
            verify(stage.says("Den åbner kun tryghedsplanerne. Det bliver skrevet ned, når du åbner en plan."))
            verify(!stage.control("Åbn i nødsituation"), "nobody has said who they are")
            Tablet.typeCode("777777")
            compare(App.navigator.page, Navigator.Safety)
            verify(stage.says("Tryghedsplaner"))
            verify(stage.says("Åbnet med vagtkode"))
            stage.checkControls()
            stage.tap("Karim")
            verify(stage.says("Tryghedsplan · Karim"))
            verify(stage.says("Her er ingen tryghedsplan for Karim."))
            verify(stage.control("Har du brug for nogen nu?"))
            stage.portrait()
            stage.checkControls()
            stage.tap("Tilbage")
            verify(stage.control("Sofie"))
            stage.tap("Lås")
            compare(App.navigator.page, Navigator.Start)
        }
        function test_anEmergency() {
            Tablet.askCodeOf("Lone")
            for (let i = 0; i < 3; ++i)
                Tablet.typeCode("135791")
            compare(stage.control("5"), null) // it waits
            stage.tap("Åbn i nødsituation")
            verify(stage.says("Det bliver skrevet ned, at Lone åbnede dem."))
            stage.checkControls()
            stage.portrait()
            stage.checkControls()
            stage.tap("Tilbage")
            verify(stage.says("Lone, skriv din kode"))
            stage.tap("Åbn i nødsituation")
            stage.tap("Åbn tryghedsplanerne")
            compare(App.navigator.page, Navigator.Safety)
            verify(stage.says("Åbnet uden kode"))
        }
        function test_aSafetyPlanIsReadAndNotWritten() {
            Tablet.writeSafetyPlan("Sæt dig ved siden af. Sig ikke noget.")
            Tablet.askCodeOf("Ali")
            stage.tap("Åbn i nødsituation")
            stage.tap("Åbn tryghedsplanerne")
            stage.tap("Sofie")
            const words = stage.all(stage).filter(item => item instanceof TrText).map(item => item.text)
            verify(words.includes("Sæt dig ved siden af. Sig ikke noget."))
            verify(words.some(text => text.startsWith("Skrevet af Mette")))
            compare(stage.all(stage).filter(item => item.clicked !== undefined).map(item => item.Accessible.name).sort(),
                    ["Har du brug for nogen nu?", "Lås", "Tilbage"])
            stage.portrait()
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

import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Screens
import Trivsel.Test
import Trivsel.Theme

Stage {
    id: stage

    test: testCase

    Component {
        id: help
        HelpScreen { anchors.fill: parent; viewModel: App.help }
    }
    Component {
        id: problem
        ProblemScreen { anchors.fill: parent }
    }

    TestCase {
        id: testCase

        name: "HelpAndProblem"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Tablet.reset()
            stage.landscape()
        }
        function test_helpWithoutAndWithNumbers() {
            const empty = createTemporaryObject(help, stage)
            verify(stage.says("Gå hen til en fra personalet. Her står ingen numre endnu."))
            empty.destroy()
            wait(0)
            Tablet.addHelp("Vagten i huset", "12 34 56 70", "hele døgnet")
            const page = createTemporaryObject(help, stage)
            verify(stage.says("12 34 56 70"))
            verify(stage.says("Vagten i huset, hele døgnet, 12 34 56 70"))
            stage.checkControls()
            page.destroy()
            wait(0)
        }
        // Outside somebody's hours their number is there, but whoever can be reached stands out.
        function test_numbersAreCalmerOutsideTheirHours() {
            const hour = 3600 * 1000
            Tablet.addHelp("Mette", "12 34 56 78", "kl. 8–16")
            const sizeAt = hour => {
                Tablet.passTo(hour)
                App.navigator.openHelp()
                const page = createTemporaryObject(help, stage)
                stage.test.waitForRendering(stage)
                verify(stage.says("kl. 8–16"))
                const size = stage.all(stage).find(item => item.text === "12 34 56 78").letterSize
                const bold = stage.all(stage).find(item => item.text === "kl. 8–16").bold
                compare(bold, size === Theme.type.body)
                stage.checkControls()
                page.destroy()
                wait(0)
                App.navigator.closeHelp()
                return size
            }
            compare(sizeAt(12), Theme.type.title)
            compare(sizeAt(20), Theme.type.body)
        }
        function test_numbersAreNotReadAloud() {
            Tablet.addHelp("Natten", "87 65 43 21", "")
            App.navigator.openHelp()
            createTemporaryObject(help, stage)
            stage.tap("Læs op")
            const heard = Tablet.heard()
            verify(heard.startsWith("Har du brug for nogen nu? Gå hen til en fra personalet, eller ring. "), heard)
            verify(heard.includes("Vagten i huset, hele døgnet. "), heard)
            verify(heard.includes("Natten. "), heard)
            verify(heard.endsWith(" Er der fare for liv, så ring 112."), heard)
            verify(!/87/.test(heard) && !/12 34/.test(heard), heard)
            App.navigator.closeHelp() // stops
        }
        function test_everyProblemHasItsOwnSentence() {
            const sentences = new Set()
            for (let code = Problem.InUse; code <= Problem.Other; ++code) {
                const item = createTemporaryObject(problem, stage, { code: code })
                const sentence = Sentences.problem(code)
                verify(sentence.length > 20 && sentence.endsWith("."), sentence)
                verify(stage.says(sentence))
                sentences.add(sentence)
                item.destroy()
                wait(0)
            }
            compare(sentences.size, Problem.Other)
        }
        function test_everySyncStateHasASentence() {
            const sentences = new Set()
            for (let state = SyncViewModel.NeverMet; state <= SyncViewModel.DiskFull; ++state)
                sentences.add(Sentences.sync(state, "kl. 6.40", 2))
            compare(sentences.size, SyncViewModel.DiskFull)
            verify(!sentences.has(""))
        }
    }
}

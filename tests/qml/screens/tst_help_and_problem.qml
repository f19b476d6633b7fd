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
            Tablet.addHelp("Vagten i huset", "12 34 56 70")
            createTemporaryObject(help, stage)
            verify(stage.says("12 34 56 70"))
            verify(stage.says("Vagten i huset, 12 34 56 70, hele døgnet"))
            stage.checkControls()
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

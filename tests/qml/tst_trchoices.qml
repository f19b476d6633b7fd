import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: radio; TrRadioRow { x: 48; y: 48; width: 584; text: "Dem, jeg har valgt"; names: "Mette og Ali" } }
    Component { id: tab; TrTab { x: 48; y: 48; text: "En god dag" } }
    Component { id: tabs; TrTabs { x: 48; y: 48; width: 900; name: "Dage"; labels: ["En god dag", "En halvdårlig dag", "En dårlig dag"]; current: 1 } }
    Component { id: list; TrListRow { x: 48; y: 48; width: 464; text: "Sofie"; line: "Sådan går det · sidst 2. oktober" } }
    Component { id: call; TrCallRow { x: 48; y: 48; width: 464; text: "Mette"; line: "12 34 56 78 · kl. 8–16" } }
    Component { id: answer; TrAnswerRow { x: 48; y: 48; width: 544; level: 4; question: "Dem, du holder af"; answer: "Ret godt" } }
    Component { id: phases; TrTabs { width: 380; labels: ["Når det spidser til", "Når det er værst", "Når det falder til ro"] } }
    Component { id: spyMaker; SignalSpy { } }

    TrTestCase {
        name: "TrChoices"

        function test_control_data() {
            return [{ tag: "radio", kind: radio, role: Accessible.RadioButton, name: "Dem, jeg har valgt", description: "Mette og Ali" },
                    { tag: "tab", kind: tab, role: Accessible.PageTab, name: "En god dag", description: "" },
                    { tag: "list", kind: list, role: Accessible.Button, name: "Sofie", description: "Sådan går det · sidst 2. oktober" },
                    { tag: "call", kind: call, role: Accessible.Button, name: "Mette", description: "12 34 56 78 · kl. 8–16" }]
        }

        function test_control(data) {
            subject = data.kind
            const item = make()
            compare(item.Accessible.description, data.description)
            compare(cut(item), [])
            checkControl(item, "clicked", data.role, data.name)
        }

        function test_radioNeverChoosesItself() {
            subject = radio
            const item = make()
            mouseClick(item)
            compare(item.chosen, false)
            const size = [item.width, item.height]
            item.chosen = true
            settle()
            compare([item.width, item.height], size)
            compare(item.Accessible.checked, true)
            compare(item.background.border.width, Theme.border.chosen)
            compare(all(item, one => one instanceof TrIcon && isShown(one)).map(one => one.name), ["check"])
        }

        function test_choosingATabMovesNothing() {
            subject = tabs
            const item = make()
            const places = () => all(item, one => one instanceof TrTab).map(one => [one.x, one.width])
            const before = places()
            compare(before.length, 3)
            item.current = 0
            settle()
            compare(places(), before)
            compare(all(item, one => one instanceof TrTab).map(one => one.Accessible.checked), [true, false, false])
        }

        function test_boldWordHasRoomFromTheStart() {
            subject = tabs
            const item = make()
            for (let i = 0; i < 3; ++i) {
                item.current = i
                settle()
                compare(texts(item).map(word => word.lineCount), [1, 1, 1])
            }
        }

        function test_tabAsks() {
            subject = tabs
            const item = make()
            const spy = createTemporaryObject(spyMaker, root, { target: item, signalName: "picked" })
            mouseClick(all(item, one => one instanceof TrTab)[2])
            compare(spy.count, 1)
            compare(spy.signalArguments[0][0], 2)
            compare(item.current, 1)
        }

        function test_tabsShareAPhonesWidth() {
            Theme.viewWidth = 412
            Theme.viewHeight = 915
            subject = phases
            const item = make()
            const widths = all(item, one => one instanceof TrTab).map(one => one.width)
            compare(widths, [121, 121, 121])
            compare(cut(item), [])
        }

        function test_tabsStandBelowEachOther() {
            Theme.typeScale = 2
            subject = tabs
            const item = make({ width: 500 })
            const tops = all(item, one => one instanceof TrTab).map(one => one.y)
            compare(new Set(tops).size, 3)
            compare(cut(item), [])
        }

        function test_hairlineNotAboveTheFirst() {
            subject = list
            const lines = item => all(item.background, one => one !== item.background && one.visible).length
            compare(lines(make({ first: true })), 0)
            compare(lines(make()), 1)
            verify(make().height >= 84)
        }

        function test_answerLookedThrough() {
            subject = answer
            const item = make()
            const button = all(item, one => one instanceof TrButton)[0]
            compare(button.text, "Skift")
            compare(button.Accessible.name, "Skift svar: Dem, du holder af")
            const spy = createTemporaryObject(spyMaker, root, { target: item, signalName: "change" })
            mouseClick(button)
            compare(spy.count, 1)
            compare(texts(item).filter(one => isShown(one)).map(one => one.text).slice(0, 2), ["Dem, du holder af", "Ret godt"])
            compare(all(make({ level: -1 }), one => one instanceof TrFace && isShown(one)).length, 0)
        }

        function test_largeLetters() {
            for (const kind of [radio, list, call, answer]) {
                subject = kind
                checkLargeLetters({}, 460)
            }
        }
    }
}

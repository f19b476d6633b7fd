import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: help; TrHelpButton { x: 48; y: 48 } }

    TrTestCase {
        name: "TrHelpButton"
        subject: help

        function test_alwaysThere() {
            const item = make()
            compare(item.height, Theme.size.primary)
            compare(item.background.border.color, Theme.color.help)
            checkControl(item, "clicked", Accessible.Button, "Har du brug for nogen nu?")
        }

        function test_grownExplains() {
            const item = make({ grown: true, width: 1184 })
            verify(item.height >= 136)
            compare(texts(item).filter(one => isShown(one)).length, 2)
            verify(item.Accessible.description.indexOf("hvem du kan ringe til") > 0)
            compare(cut(item), [])
        }

        function test_largeLetters() {
            checkLargeLetters({}, 500)
            checkLargeLetters({ grown: true }, 736)
        }
    }
}

import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: tile; TrTile { x: 48; y: 48; picture: "drage"; text: "Karim"; tint: 2 } }
    Component { id: key; TrPictureKey { x: 48; y: 48; picture: "kop" } }
    Component { id: slot; TrSlot { number: 2 } }

    TrTestCase {
        name: "TrTile"
        subject: tile

        function test_control() {
            const item = make()
            compare(item.background.color, Theme.color.tint2)
            checkControl(item, "clicked", Accessible.Button, "Karim")
        }

        function test_withoutANameThePictureIsLargerAndNamed() {
            const named = make()
            const nameless = make({ text: "", x: 600 })
            const size = item => all(item, one => one instanceof TrPicture)[0].width
            compare(size(named), 140)
            compare(size(nameless), 164)
            compare(nameless.Accessible.name, "Drage")
        }

        function test_pictureGivesWayToTheName() {
            const item = make({ width: 260, height: 140 })
            compare(cut(item), [])
            const picture = all(item, one => one instanceof TrPicture)[0]
            verify(picture.width < 140 && picture.width > 40)
        }

        function test_everyTint() {
            for (let tint = 1; tint <= 6; ++tint)
                compare(make({ tint: tint }).background.color, Theme.color["tint" + tint])
            compare(make({ tint: 7 }).background.color, Theme.color.tint1)
        }

        function test_keyNeverShowsThatItWasChosen() {
            subject = key
            const item = make({ width: 184, height: 178 })
            const before = grabImage(item)
            checkControl(item, "clicked", Accessible.Button, "Kop")
            item.focus = false
            settle()
            verify(grabImage(item).equals(before))
            subject = tile
        }

        function test_slotNeverShowsThePicture() {
            subject = slot
            const item = make()
            compare(item.width, 88)
            compare(item.Accessible.name, "Billede 2 mangler")
            item.full = true
            compare(item.Accessible.name, "Billede 2 er valgt")
            compare(all(item, one => one instanceof TrPicture).length, 0)
            subject = tile
        }

        function test_largeLetters() {
            checkLargeLetters({ text: "Birthe" }, 300)
        }
    }
}

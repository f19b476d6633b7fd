import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Test
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: face; TrFace { size: 160 } }
    Component { id: picture; TrPicture { size: 192 } }
    Component { id: icon; TrIcon { size: 96 } }

    TrTestCase {
        name: "TrDrawings"

        function names(folder) {
            return TestFiles.list("assets/" + folder).filter(name => name.endsWith(".svg")).map(name => name.slice(0, -4))
        }

        // How many pixels of a grabbed item are about this colour.
        function count(item, colour) {
            const image = grabImage(item)
            let found = 0
            for (let x = 0; x < image.width; x += 2) {
                for (let y = 0; y < image.height; y += 2) {
                    const at = image.pixel(x, y)
                    if (Math.abs(at.r - colour.r) + Math.abs(at.g - colour.g) + Math.abs(at.b - colour.b) < 0.02 && at.a > 0.98)
                        ++found
                }
            }
            return found
        }

        function test_everyFileIsBundledAndDrawn_data() {
            return ["faces", "icons", "pictures"].map(folder => ({ tag: folder, folder: folder }))
        }

        function test_everyFileIsBundledAndDrawn(data) {
            const files = names(data.folder)
            verify(files.length >= 7)
            for (const name of files) {
                const item = createTemporaryQmlObject("import Trivsel.Components; TrDrawing { width: 96; height: 96; stroke: 4; ink: 'black'; source: '"
                                                      + data.folder + "/" + name + "' }", root)
                verify(item.valid, name)
                settle()
                verify(count(item, Qt.rgba(0, 0, 0, 1)) > 3, name + " is empty")
                item.destroy()
            }
        }

        function test_coloursAreVariables_data() {
            return ["faces", "icons", "pictures"].map(folder => ({ tag: folder, folder: folder }))
        }

        function test_coloursAreVariables(data) {
            for (const name of names(data.folder)) {
                const svg = TestFiles.read("assets/" + data.folder + "/" + name + ".svg")
                verify(svg.indexOf("<title>") > 0, name)
                const rest = svg.replace(/var\(--(ink|paper|a|b|c|stroke|thin), [#0-9a-f.]+\)/g, "")
                verify(!/#[0-9a-f]{3}|var\(|rgb|<image|<script|href/i.test(rest), name)
            }
        }

        function test_takesTheThemesColours_data() {
            return [{ tag: "light", scheme: Theme.Light }, { tag: "dark", scheme: Theme.Dark }, { tag: "contrast", scheme: Theme.Contrast }]
        }

        function test_takesTheThemesColours(data) {
            subject = face
            const item = make({ level: 3 })
            subject = picture
            const boat = make({ name: "baad", x: 300 })
            // The change reaches what is already on the screen.
            Theme.scheme = data.scheme
            settle()
            verify(count(item, Theme.color.faceFill) > 2000)
            verify(count(item, Theme.color.faceLine) > 100)
            for (const colour of [Theme.color.pictureInk, Theme.color.pictureA, Theme.color.pictureB, Theme.color.pictureC])
                verify(count(boat, colour) > 50, colour)
        }

        function test_facesDiffer() {
            subject = face
            const seen = []
            for (let level = 0; level <= 6; ++level) {
                const item = make({ level: level })
                const image = grabImage(item)
                for (const before of seen)
                    verify(!image.equals(before), "level " + level)
                seen.push(image)
                item.visible = false
            }
        }

        function test_smallFacesHaveAStrongerLine() {
            subject = face
            compare(make({ size: Theme.size.face }).stroke, 5)
            compare(make({ size: 72 }).stroke, 7)
        }

        function test_iconTakesItsColour() {
            subject = icon
            const item = make({ name: "check", color: Theme.color.help })
            verify(count(item, Theme.color.help) > 20)
            compare(item.Accessible.ignored, true)
        }

        function test_unknownNameSaysSo() {
            ignoreWarning("There is no drawing named icons/unicorn.")
            subject = icon
            compare(make({ name: "unicorn" }).valid, false)
        }

        function test_picturesHaveOneWordEach() {
            const all = [...TrPictures.keyNames, ...TrPictures.tileNames]
            compare(TrPictures.keyNames.length, 12)
            verify(TrPictures.tileNames.length >= 60)
            compare(new Set(all).size, all.length)
            compare(new Set(all.map(name => TrPictures.word(name))).size, all.length)
            compare(all.slice().sort(), names("pictures").sort())
            for (const name of all)
                verify(/^[A-ZÆØÅ][a-zæøå]+$/.test(TrPictures.word(name)), name)
            compare(TrPictures.word("unicorn"), "")
        }
    }
}

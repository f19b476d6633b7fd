import QtQuick
import QtTest
import Trivsel.Test
import Trivsel.Theme
import "gallery"

// Draws the gallery in all three themes without a warning; TRIVSEL_SCREENS=folder keeps the pictures.
Item {
    id: root
    width: 1280
    height: 1600

    Component { id: parts; Parts { } }

    TestCase {
        name: "Gallery"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Theme.reducedMotion = true
            Theme.calibration = 149 / 25.4
        }

        function cleanup() { Theme.scheme = Theme.Light }

        function test_themes_data() {
            return [{ tag: "light", scheme: Theme.Light }, { tag: "dark", scheme: Theme.Dark },
                    { tag: "contrast", scheme: Theme.Contrast }]
        }

        function test_themes(data) {
            Theme.scheme = data.scheme
            const page = createTemporaryObject(parts, root)
            verify(page)
            waitForRendering(page)
            const image = grabImage(page)
            compare(image.width, page.width)
            if (TestFiles.pictureFolder() !== "")
                image.save(TestFiles.pictureFolder() + "/parts-" + data.tag + ".png")
        }
    }
}

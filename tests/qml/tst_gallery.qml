import QtQuick
import QtTest
import Trivsel.Test
import Trivsel.Theme
import "gallery"

// Draws the gallery in the themes, forms and letter sizes without a warning. TRIVSEL_SCREENS=folder keeps the pictures.
Item {
    id: root
    width: 1280
    height: 1440

    Component { id: parts; Parts { } }
    Component { id: drawings; Drawings { } }
    Component { id: start; Start { } }
    Component { id: question; Question { } }
    Component { id: review; Review { } }
    Component { id: plan; Plan { } }
    Component { id: write; Write { } }
    Component { id: cover; Cover { } }
    Component { id: pictures; Pictures { } }

    TestCase {
        name: "Gallery"
        when: windowShown

        function init() {
            failOnWarning(/.?/)
            Theme.reducedMotion = true
            Theme.calibration = 149 / 25.4
        }

        function cleanup() {
            Theme.scheme = Theme.Light
            Theme.typeScale = 1
            Theme.viewWidth = 1280
            Theme.viewHeight = 800
        }

        function test_pages_data() {
            const pages = { parts: parts, drawings: drawings, start: start, question: question, review: review, plan: plan,
                            write: write, cover: cover, pictures: pictures }
            const rows = []
            for (const page in pages) {
                rows.push({ tag: page + "-light", page: pages[page], scheme: Theme.Light, scale: 1, width: 1280, height: 800 })
                rows.push({ tag: page + "-dark", page: pages[page], scheme: Theme.Dark, scale: 1, width: 1280, height: 800 })
                rows.push({ tag: page + "-contrast", page: pages[page], scheme: Theme.Contrast, scale: 1, width: 1280, height: 800 })
                rows.push({ tag: page + "-portrait", page: pages[page], scheme: Theme.Light, scale: 1, width: 800, height: 1280 })
                rows.push({ tag: page + "-large", page: pages[page], scheme: Theme.Light, scale: 2, width: 1280, height: 800 })
            }
            return rows
        }

        function test_pages(data) {
            Theme.scheme = data.scheme
            Theme.typeScale = data.scale
            Theme.viewWidth = data.width
            Theme.viewHeight = data.height
            const page = createTemporaryObject(data.page, root)
            verify(page)
            grabImage(page)
            const image = grabImage(page)
            compare(image.width, page.width)
            if (TestFiles.pictureFolder() !== "")
                image.save(TestFiles.pictureFolder() + "/" + data.tag + ".png")
        }
    }
}

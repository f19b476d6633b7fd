import QtQuick
import QtTest
import Trivsel.App
import Trivsel.Components
import Trivsel.Screens
import Trivsel.Shell
import Trivsel.Test
import Trivsel.Theme

// The page that the navigator says, as the shell shows it, and fingers that look for words.
Item {
    id: root

    property TestCase test
    property alias page: loader.item

    width: 1280
    height: 800

    function portrait() { root.resize(800, 1280) }
    function phone() { root.resize(412, 915) }
    function landscape() { root.resize(1280, 800) }
    function resize(width, height) {
        if (root.width === width)
            return
        root.width = width
        root.height = height
        root.apply()
        root.test.waitForRendering(root) // layouts come to rest with the next picture
    }
    function apply() {
        Theme.viewWidth = root.width
        Theme.viewHeight = root.height
        Theme.calibration = 149 / 25.4
        Theme.reducedMotion = true
        Theme.motion.secondTouch = 0 // the tests tap faster than any hand
    }

    // A picture of the page, for whoever looks at them: TRIVSEL_SCREENS=folder.
    function keep(name) {
        if (Tablet.screens() === "")
            return
        for (const scheme of [Theme.Light, Theme.Dark]) {
            Theme.scheme = scheme
            root.test.grabImage(root) // nested layouts come to rest with the next picture
            root.test.grabImage(root).save(Tablet.screens() + "/" + name + (scheme === Theme.Dark ? "-dark" : "") + ".png")
        }
        Theme.scheme = Theme.Light
    }
    // Lying, standing, on a phone, and with letters twice as large.
    function keepAll(name) {
        if (Tablet.screens() === "")
            return
        for (const scale of [1, 2]) {
            Theme.typeScale = scale
            for (const form of ["landscape", "portrait", "phone"]) {
                root[form]()
                root.keep(name + "-" + form + (scale === 2 ? "-200" : ""))
            }
        }
        Theme.typeScale = 1
        root.landscape()
    }

    // Everything visible under an item, nearest first.
    function all(item) {
        let found = []
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i]
            if (child.visible && child.opacity > 0)
                found = found.concat([child], root.all(child))
        }
        return found
    }
    // The control that a screen reader would call this.
    function control(name) {
        return root.all(root).find(item => item.clicked !== undefined && item.Accessible.name === name) ?? null
    }
    // The line under a row of that name.
    function line(name) {
        return root.control(name)?.line ?? ""
    }
    // Words that stand on the screen.
    function says(words) {
        return root.all(root).some(item => item.text === words || (item.Accessible.name === words && item.width > 0))
    }
    // Moves what has to be moved into sight first.
    function reach(name) {
        const target = root.control(name)
        const page = root.all(root).find(item => item instanceof TrScrollPage)
        if (!target || !page || !root.all(page).includes(target))
            return
        const top = target.mapToItem(page, 0, 0).y
        const below = top + target.height - page.height
        if (below > 0 || top < 0) {
            page.contentY += below > 0 ? below + 8 : top
            root.test.waitForRendering(root)
        }
    }
    function tap(name) {
        const target = root.control(name)
        if (!target) {
            root.test.fail("nothing to tap is called: " + name)
            return
        }
        root.test.tryVerify(() => target.width >= Theme.mm(9) && root.holds(target), 5000, name + " is wide enough and inside")
        root.test.tryVerify(() => target.height >= Theme.mm(12), 5000, name + " is high enough")
        root.test.mouseClick(target)
        Tablet.settle()
    }
    // Layouts come to rest with the next picture, so this may be asked more than once.
    function holds(item) {
        const place = item.mapToItem(root, 0, 0)
        return place.x >= 0 && place.x + item.width <= root.width + 1
    }
    // Everything that can be tapped lies inside the window and has a name.
    function checkControls() {
        for (const item of root.all(root)) {
            if (item.clicked === undefined)
                continue
            root.test.verify(item.Accessible.name !== "", "a control without a name: " + item)
            root.test.tryVerify(() => root.holds(item), 5000, item.Accessible.name + " is inside")
        }
    }

    Component.onCompleted: root.apply()

    Pages {
        id: pages
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.color.ground
    }
    Loader {
        id: loader

        anchors.fill: parent
        active: !App.cover.covered
        sourceComponent: App.navigator.helpOpen ? null : pages.of(App.navigator.page)
    }
}

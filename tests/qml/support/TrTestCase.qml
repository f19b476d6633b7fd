import QtQuick
import QtTest
import Trivsel.Theme

// A test of one component: any warning is a failure, and the theme is that of the ten-inch tablet in the common room.
TestCase {
    id: root

    property Component subject
    property Item stage: root.parent

    when: windowShown

    function init() {
        failOnWarning(/.?/)
        Theme.scheme = Theme.Light
        Theme.reducedMotion = true
        Theme.typeScale = 1
        Theme.calibration = 149 / 25.4
        Theme.viewWidth = 1280
        Theme.viewHeight = 800
    }

    function make(properties) {
        const item = createTemporaryObject(root.subject, root.stage, properties ?? {})
        verify(item)
        settle()
        return item
    }

    // Lays out and paints all that has changed, without waiting for a clock. Layouts in layouts need a second round.
    function settle() {
        grabImage(root.stage)
        grabImage(root.stage)
    }

    function millimetres(pixels) {
        return pixels / Theme.pxPerMm
    }

    // Every item below `item` that fits, itself included.
    function all(item, fits) {
        let found = fits(item) ? [item] : []
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(all(item.children[i], fits))
        return found
    }

    function texts(item) {
        return all(item, one => one.visible && one.text !== undefined && one.contentHeight !== undefined
                                && one.lineHeight !== undefined && one.text !== "")
    }

    function isShown(item) {
        for (let at = item; at; at = at.parent) {
            if (!at.visible || at.opacity === 0)
                return false
        }
        return true
    }

    // The words that are cut, or stand out of `item`.
    function cut(item) {
        const bad = []
        for (const words of texts(item)) {
            if (!isShown(words))
                continue
            const place = words.mapToItem(item, 0, 0)
            const slack = 1
            if (words.truncated || words.contentWidth > words.width + slack || words.contentHeight > words.height + slack
                || place.x < -slack || place.y < -slack || place.x + words.contentWidth > item.width + slack
                || place.y + words.contentHeight > item.height + slack)
                bad.push(words.text)
        }
        return bad
    }

    // With letters twice as large, in the width the component likes and in a narrow one, every word is whole.
    function checkLargeLetters(properties, narrow) {
        Theme.typeScale = 2
        const wide = make(properties)
        compare(cut(wide), [])
        const narrowed = make(Object.assign({}, properties, { width: narrow }))
        compare(narrowed.width, narrow)
        narrowed.height = Qt.binding(() => narrowed.implicitHeight)
        settle()
        compare(cut(narrowed), [])
    }

    // A control: role and name, large enough, acts on release, for keys too, and shows a ring for keys only.
    function checkControl(item, signalName, role, name) {
        compare(item.Accessible.role, role)
        compare(item.Accessible.name, name)
        verify(millimetres(item.width) >= 12.2 - 0.01, "too narrow: " + item.width)
        verify(millimetres(item.height) >= 12.2 - 0.01, "too low: " + item.height)
        const spy = createTemporaryQmlObject("import QtTest; SignalSpy {}", root.stage)
        spy.target = item
        spy.signalName = signalName
        mousePress(item)
        compare(spy.count, 0)
        verify(item.down)
        mouseRelease(item)
        compare(spy.count, 1)
        mousePress(item)
        mouseMove(item, -40, -40)
        mouseRelease(item, -40, -40)
        compare(spy.count, 1)
        verify(!item.ringShown)
        root.forceActiveFocus()
        item.forceActiveFocus(Qt.TabFocusReason)
        verify(item.ringShown)
        for (const key of [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space]) {
            const before = spy.count
            keyClick(key)
            compare(spy.count, before + 1)
        }
    }
}

import QtQuick
import QtQuick.Controls.Basic
import Trivsel.App
import Trivsel.Components
import Trivsel.Screens
import Trivsel.Theme

// The window. While it is covered the page below does not exist, so nothing of it can be seen, touched or read aloud.
ApplicationWindow {
    id: root

    readonly property bool covered: App.cover.covered
    readonly property bool helpOpen: App.navigator.helpOpen
    readonly property real markHeight: mark.active ? mark.height : 0

    visible: true
    visibility: App.kiosk ? Window.FullScreen : Window.AutomaticVisibility
    title: App.start.homeName !== ""
           //: The window; %1 is the home, %2 the tablet.
           ? qsTr("Trivsel · %1 · %2").arg(App.start.homeName).arg(App.start.tabletName) : qsTr("Trivsel")
    color: Theme.color.ground

    Binding { target: Theme; property: "scheme"; value: App.scheme }
    Binding { target: Theme; property: "typeScale"; value: App.typeScale }
    Binding { target: Theme; property: "reducedMotion"; value: App.reducedMotion }
    Binding { target: Theme; property: "calibration"; value: App.pxPerMm }
    Binding { target: Theme; property: "screenDensity"; value: root.Screen.pixelDensity }
    Binding { target: Theme; property: "viewWidth"; value: root.width }
    Binding { target: Theme; property: "viewHeight"; value: root.height - root.markHeight }
    Component.onCompleted: TrPress.admits = () => App.cover.noteTouch()

    Pages {
        id: pages
    }
    // In a practice: over every page, the cover and the help. None of them reaches under it.
    Loader {
        id: mark

        anchors.left: parent.left
        anchors.right: parent.right
        active: App.practice.practising
        sourceComponent: PracticeMark { onStopped: App.practice.stop() }
    }
    Loader {
        id: page

        anchors.fill: parent
        anchors.topMargin: root.markHeight
        active: !root.covered
        visible: !root.helpOpen
        focus: true
        sourceComponent: pages.of(App.navigator.page)
        onLoaded: {
            fade.restart()
            quiet.restart()
        }

        NumberAnimation {
            id: fade

            target: page
            property: "opacity"
            from: Theme.motion.page > 0 ? 0 : 1
            to: 1
            duration: Theme.motion.page
            easing.type: Theme.motion.easing
        }
    }
    // A trembling finger's second touch must not act on the page that has just come, but for hiding it and for help.
    Timer {
        id: quiet

        interval: Theme.motion.pageTouch
    }
    MouseArea {
        id: quietArea

        // Asked at a touch alone, and for a moment.
        function isUrgent(item: Item, at: point): bool {
            for (let i = item.children.length - 1; i >= 0; --i) {
                const child = item.children[i]
                if (!child.visible)
                    continue
                const inside = child.mapFromItem(quietArea, at.x, at.y)
                if (child instanceof TrTappable ? child.urgent && child.contains(inside) : quietArea.isUrgent(child, at))
                    return true
            }
            return false
        }

        objectName: "quiet"
        containmentMask: QtObject {
            function contains(at: point): bool {
                return !page.item || !quietArea.isUrgent(page.item, at)
            }
        }
        anchors.fill: parent
        anchors.topMargin: root.markHeight
        enabled: quiet.running && !root.covered && !root.helpOpen
        Accessible.ignored: true
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: root.markHeight
        active: root.covered
        visible: !root.helpOpen
        focus: root.covered
        sourceComponent: TrCover {
            picture: App.cover.picture
            tint: App.cover.tint
            onOpened: App.cover.uncover()
            onSomeoneElse: App.cover.goToStart()
            onHelp: App.navigator.openHelp()
        }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: root.markHeight
        active: root.helpOpen
        focus: root.helpOpen
        sourceComponent: HelpScreen {
            viewModel: App.help
            onBack: App.navigator.closeHelp()
        }
    }
}

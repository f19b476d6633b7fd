import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// What every page has: the bar at the top, the page itself, the bar with help at the bottom. `help` and `hide` are the
// shell's business, the other signals the page's own.
Item {
    id: root

    property string title
    property string subtitle
    property Item middle: null
    property bool hasBack: true
    property bool hasRead: false
    property bool reading: false
    property bool hasPause: false
    property bool hasHide: true
    property bool hasLock: false
    property bool hasHelp: true
    property bool hasTop: true
    property bool hasBottom: true
    property alias topActions: topBar.content
    property alias actions: bottomBar.content
    property alias apart: bottomBar.middle
    property alias actionsWidth: bottomBar.keptWidth
    default property alias content: body.data

    readonly property bool tall: Theme.form === Theme.Portrait
    readonly property bool twoColumns: Theme.form === Theme.Landscape && !Theme.type.large
    readonly property real bodyHeight: body.height
    // Widths are said outright: a layout that finds out too late how wide a text is keeps the wrong height.
    readonly property real contentWidth: root.width - 2 * Theme.size.margin
    readonly property real columnWidth: root.twoColumns ? (root.contentWidth - Theme.space.l) / 2 : root.contentWidth

    signal back()
    signal readAloud()
    signal pause()
    signal lock()
    signal hide()
    signal help()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TrTopBar {
            id: topBar

            Layout.fillWidth: true
            visible: root.hasTop
            title: root.title
            subtitle: root.subtitle
            middle: root.middle
            hasBack: root.hasBack
            hasRead: root.hasRead
            reading: root.reading
            hasPause: root.hasPause
            hasHide: root.hasHide
            hasLock: root.hasLock
            onBack: root.back()
            onReadAloud: root.readAloud()
            onPause: root.pause()
            onHide: root.hide()
            onLock: root.lock()
        }
        Item {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        TrBottomBar {
            id: bottomBar

            Layout.fillWidth: true
            visible: root.hasBottom
            hasHelp: root.hasHelp
            onHelp: root.help()
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// A page that may be longer than the screen. With ordinary letters a finger moves it; with large ones (past 1.3) big
// buttons do, a screenful at a time, and a trembling finger moves nothing. What has the focus is brought into view.
Item {
    id: root

    property int sideMargin: Theme.size.margin
    property bool wantButtons: Theme.type.large
    property string name
    default property alias content: holder.data

    // Over a keyboard there may be no room for them.
    readonly property bool useButtons: root.wantButtons && root.height >= Theme.size.scrollButtonsLeast
    readonly property bool overflows: flick.contentHeight > flick.height + 1
    readonly property bool atTop: flick.contentY < 1
    readonly property bool atBottom: flick.contentY > flick.contentHeight - flick.height - 1
    readonly property real lineOverlap: Theme.type.body * 2
    property alias contentY: flick.contentY
    // How wide the content may be: less where the buttons stand beside it.
    readonly property real contentRoom: holder.width
    // Side by side on a phone there is room for the arrow or the word, and the word says it.
    readonly property bool wordsAlone: Theme.form === Theme.Phone && Theme.type.large

    readonly property Item focusItem: root.Window.activeFocusItem
    readonly property TextEdit focusText: root.focusItem as TextEdit
    readonly property rect cursor: root.focusText ? root.focusText.cursorRectangle : Qt.rect(0, 0, 0, 0)

    function moveTo(y: real) {
        flick.contentY = Math.max(0, Math.min(y, flick.contentHeight - flick.height))
    }
    function up() {
        root.moveTo(flick.contentY - flick.height + root.lineOverlap)
    }
    function down() {
        root.moveTo(flick.contentY + flick.height - root.lineOverlap)
    }
    function inside(item: Item): bool {
        for (let at = item; at; at = at.parent) {
            if (at === holder)
                return true
        }
        return false
    }
    function follow() {
        if (!root.focusItem || !root.inside(root.focusItem))
            return
        const text = root.focusItem as TextEdit
        const place = root.focusItem.mapToItem(holder, text ? text.cursorRectangle
                                                            : Qt.rect(0, 0, root.focusItem.width, root.focusItem.height))
        const margin = Theme.space.l
        if (place.y - margin < flick.contentY)
            root.moveTo(place.y - margin)
        else if (place.y + place.height + margin > flick.contentY + flick.height)
            root.moveTo(place.y + place.height + margin - flick.height)
    }

    onCursorChanged: root.follow()
    onFocusItemChanged: root.follow()
    onHeightChanged: root.follow()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp)
            root.up()
        else if (event.key === Qt.Key_PageDown)
            root.down()
        event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown
    }

    Accessible.role: Accessible.Pane
    Accessible.name: root.name

    GridLayout {
        anchors.fill: parent
        columns: Theme.form === Theme.Landscape ? 2 : 1
        columnSpacing: 0
        rowSpacing: 0

        Flickable {
            id: flick

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            // While somebody writes, the text grows under the cursor.
            onContentHeightChanged: if (root.focusText) root.follow()
            contentWidth: width
            contentHeight: holder.implicitHeight + 2 * Theme.space.s
            flickableDirection: Flickable.VerticalFlick
            boundsBehavior: Flickable.StopAtBounds
            interactive: !root.useButtons && root.overflows

            ColumnLayout {
                id: holder

                x: root.sideMargin
                y: Theme.space.s
                width: flick.width - 2 * root.sideMargin
                spacing: Theme.space.m
            }
        }
        GridLayout {
            Layout.leftMargin: Theme.form === Theme.Landscape ? 0 : root.sideMargin
            Layout.rightMargin: root.sideMargin
            Layout.fillWidth: Theme.form !== Theme.Landscape
            visible: root.useButtons && root.overflows
            columns: Theme.form === Theme.Landscape ? 1 : 2
            columnSpacing: Theme.space.betweenButtons
            rowSpacing: Theme.space.betweenButtons

            TrButton {
                Layout.fillWidth: true
                //: Moves the page up by a screenful.
                text: qsTr("Op")
                iconName: root.wordsAlone ? "" : "up"
                enabled: !root.atTop
                onClicked: root.up()
            }
            TrButton {
                Layout.fillWidth: true
                //: Moves the page down by a screenful.
                text: qsTr("Ned")
                iconName: root.wordsAlone ? "" : "down"
                enabled: !root.atBottom
                onClicked: root.down()
            }
        }
    }
}

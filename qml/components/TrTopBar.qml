import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// The bar at the top: Tilbage, then title or progress; at the right Læs op, Pause, Skjul, always in this order, Skjul
// outermost. What is put into the bar stands before those three. A title that finds no room stands under the buttons,
// which keep their places. Has the page's own margins.
Rectangle {
    id: root

    property bool hasBack: true
    property bool hasRead: false
    property bool hasPause: false
    property bool hasHide: false
    property bool hasLock: false
    // True while something is being read aloud: the button then stops it.
    property bool reading: false
    property string title
    property string subtitle
    // Stands after Tilbage, in place of a title: a TrProgress.
    property Item middle: null
    default property alias content: actions.data

    readonly property bool isPhone: Theme.form === Theme.Phone
    readonly property int textSize: root.isPhone ? Theme.type.staffBody : Theme.type.button
    readonly property real room: root.width - grid.anchors.leftMargin - grid.anchors.rightMargin
    readonly property real backWidth: root.hasBack ? back.implicitWidth + Theme.size.topGap : 0
    readonly property bool stacked: what.visible
                                    && root.backWidth + what.implicitWidth + Theme.space.m + right.naturalWidth > root.room

    // On a phone with large letters a button beside Tilbage would be cut: the others then stand in rows of their own under it.
    readonly property bool below: root.isPhone && Theme.type.large && right.naturalWidth > 0
                                  && root.backWidth + Theme.space.m + right.naturalWidth > root.room

    signal back()
    signal readAloud()
    signal pause()
    signal hide()
    signal lock()

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.size.topBar, grid.implicitHeight + 2 * Theme.space.m)
    color: root.isPhone ? Theme.color.surface : "transparent"

    Accessible.role: Accessible.ToolBar
    Accessible.name: root.title

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.leftMargin: Theme.size.margin
        anchors.rightMargin: root.isPhone ? Theme.space.s : Theme.size.margin
        anchors.topMargin: root.isPhone ? Theme.space.xs : Theme.space.m
        anchors.bottomMargin: anchors.topMargin
        columnSpacing: 0
        rowSpacing: Theme.space.s

        TrButton {
            id: back

            Layout.row: 0
            Layout.column: 0
            Layout.alignment: Qt.AlignTop
            visible: root.hasBack
            kind: TrButton.Quiet
            //: Goes to the page before this one.
            text: qsTr("Tilbage")
            iconName: "back"
            textSize: root.textSize
            onClicked: root.back()
        }
        ColumnLayout {
            id: what

            Layout.row: !root.stacked ? 0 : root.below ? 2 : 1
            Layout.column: root.stacked ? 0 : 1
            Layout.columnSpan: root.stacked ? 3 : 1
            Layout.fillWidth: true
            Layout.leftMargin: root.stacked || !root.hasBack ? 0 : Theme.size.topGap
            visible: root.title !== "" || root.middle !== null
            spacing: 0

            TrText {
                Layout.fillWidth: true
                visible: root.title !== ""
                kind: TrText.Title
                text: root.title
                letterSize: root.isPhone ? Theme.type.small : root.subtitle === "" ? Theme.type.title : Theme.type.tile
            }
            TrText {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                text: root.subtitle
                letterSize: root.isPhone ? Theme.type.staffSmall : Theme.type.staffBody
                soft: true
            }
            Item {
                Layout.fillWidth: true
                visible: root.middle !== null
                implicitWidth: root.middle?.implicitWidth ?? 0
                implicitHeight: root.middle?.implicitHeight ?? 0
                children: root.middle ? [root.middle] : []
            }
        }
        Item {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            visible: root.stacked || !what.visible
        }
        TrBarRow {
            id: right

            spacing: Theme.space.betweenButtons
            Layout.row: root.below ? 1 : 0
            Layout.column: root.below ? 0 : 2
            Layout.columnSpan: root.below ? 3 : 1
            Layout.alignment: Qt.AlignRight | Qt.AlignTop
            Layout.leftMargin: naturalWidth > 0 && !root.below ? Theme.space.m : 0
            Layout.preferredWidth: Math.min(naturalWidth, root.room - (root.below ? 0 : root.backWidth) - Layout.leftMargin)
            alignRight: true

            TrBarRow {
                id: actions

                spacing: Theme.space.betweenButtons
                alignRight: true
            }
            TrButton {
                visible: root.hasRead
                kind: TrButton.Quiet
                //: Reads the page aloud, and stops reading.
                text: root.reading ? qsTr("Stop") : qsTr("Læs op")
                iconName: root.reading ? "stop" : "speak"
                textSize: root.textSize
                onClicked: root.readAloud()
            }
            TrButton {
                visible: root.hasPause
                kind: TrButton.Quiet
                //: Leaves the questions; the answers so far wait.
                text: qsTr("Pause")
                iconName: "pause"
                textSize: root.textSize
                onClicked: root.pause()
            }
            TrButton {
                visible: root.hasHide
                kind: TrButton.Quiet
                //: Covers the screen at once.
                text: qsTr("Skjul")
                iconName: "hide"
                textSize: root.textSize
                onClicked: root.hide()
            }
            TrButton {
                visible: root.hasLock
                kind: TrButton.Quiet
                //: A member of staff leaves the tablet.
                text: qsTr("Lås")
                iconName: "lock"
                textSize: root.textSize
                onClicked: root.lock()
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        visible: root.isPhone
        width: parent.width
        height: Theme.border.hair
        color: Theme.color.line
    }
}

import QtQuick
import Trivsel.Components
import Trivsel.Theme

// The bar at the top: Tilbage, then title or progress; at the right Læs op, Pause, Skjul, always in this order, Skjul
// outermost. What is put into the bar stands before those three. A title that finds no room stands under the buttons,
// which keep their places. Has the page's own margins. Places are said outright: layouts in layouts, whose words find out
// late how wide they are, push each other for ever when letters are large.
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
    readonly property real room: root.width - area.anchors.leftMargin - area.anchors.rightMargin
    readonly property real backWidth: root.hasBack ? back.width + Theme.size.topGap : 0
    readonly property bool hasWords: root.title !== "" || root.middle !== null
    readonly property bool stacked: root.hasWords && root.backWidth + what.naturalWidth + Theme.space.m + right.naturalWidth > root.room

    // On a phone with large letters a button beside Tilbage would be cut: the others then stand in rows of their own under it.
    readonly property bool below: root.isPhone && Theme.type.large && right.naturalWidth > 0
                                  && root.backWidth + Theme.space.m + right.naturalWidth > root.room

    signal back()
    signal readAloud()
    signal pause()
    signal hide()
    signal lock()

    implicitWidth: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.size.topBar, area.contentHeight + 2 * Theme.space.m)
    color: root.isPhone ? Theme.color.surface : "transparent"

    Accessible.role: Accessible.ToolBar
    Accessible.name: root.title

    Item {
        id: area

        readonly property real gap: Theme.space.s
        readonly property real backRow: root.hasBack ? back.height : 0
        readonly property real rightTop: root.below && root.hasBack ? area.backRow + area.gap : 0
        readonly property real buttonsHeight: Math.max(area.backRow, area.rightTop + right.height)
        readonly property real wordsTop: root.stacked ? area.buttonsHeight + (area.buttonsHeight > 0 ? area.gap : 0) : 0
        readonly property real contentHeight: Math.max(area.buttonsHeight, root.hasWords ? area.wordsTop + what.height : 0)

        anchors.fill: parent
        anchors.leftMargin: Theme.size.margin
        anchors.rightMargin: root.isPhone ? Theme.space.s : Theme.size.margin
        anchors.topMargin: root.isPhone ? Theme.space.xs : Theme.space.m
        anchors.bottomMargin: anchors.topMargin

        TrButton {
            id: back

            width: Math.min(implicitWidth, root.room)
            visible: root.hasBack
            kind: TrButton.Quiet
            //: Goes to the page before this one.
            text: qsTr("Tilbage")
            iconName: "back"
            textSize: root.textSize
            onClicked: root.back()
        }
        Item {
            id: what

            readonly property real naturalWidth: Math.max(root.title !== "" ? heading.implicitWidth : 0,
                                                          root.subtitle !== "" ? under.implicitWidth : 0, root.middle?.implicitWidth ?? 0)

            x: root.stacked ? 0 : root.backWidth
            y: area.wordsTop + Math.max(0, (area.height - area.wordsTop - height) / 2)
            width: Math.max(0, root.stacked ? root.room : root.room - root.backWidth - right.room)
            height: (root.title !== "" ? heading.height : 0) + (root.subtitle !== "" ? under.height : 0) + between.height
            visible: root.hasWords

            TrText {
                id: heading

                width: what.width
                visible: root.title !== ""
                kind: TrText.Title
                text: root.title
                letterSize: root.isPhone ? Theme.type.small : root.subtitle === "" ? Theme.type.title : Theme.type.tile
            }
            TrText {
                id: under

                y: root.title !== "" ? heading.height : 0
                width: what.width
                visible: root.subtitle !== ""
                text: root.subtitle
                letterSize: root.isPhone ? Theme.type.staffSmall : Theme.type.staffBody
                soft: true
            }
            Item {
                id: between

                y: what.height - height
                width: what.width
                height: root.middle?.implicitHeight ?? 0
                visible: root.middle !== null
                children: root.middle ? [root.middle] : []
            }
        }
        TrBarRow {
            id: right

            readonly property real gapBefore: naturalWidth > 0 && !root.below ? Theme.space.m : 0
            readonly property real room: right.width + right.gapBefore

            x: root.room - width
            y: area.rightTop
            width: Math.min(naturalWidth, root.room - (root.below ? 0 : root.backWidth) - right.gapBefore)
            spacing: Theme.space.betweenButtons
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
                urgent: true
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

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// Covers everything at once. Says that the place waits, and for whom only by the person's own picture. Touches and keys
// do not reach what lies under it; the shell also hides that from a screen reader.
Rectangle {
    id: root

    property string picture
    property int tint: 1
    property bool hasHelp: true

    // The person tapped their own picture.
    signal opened()
    // Somebody else wants the start page.
    signal someoneElse()
    signal help()

    color: Theme.color.cover
    focus: true

    Accessible.role: Accessible.Dialog
    Accessible.name: words.text

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        Accessible.ignored: true
        onWheel: wheel => wheel.accepted = true
    }
    ColumnLayout {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -bar.height / 2
        width: Math.min(parent.width - 2 * Theme.size.margin, Theme.size.readable)
        spacing: Theme.space.xl

        TrText {
            id: words

            width: parent.width // before the layout asks how high it is
            Layout.fillWidth: true
            kind: TrText.Question
            //: On the cover that hides somebody's page.
            text: qsTr("Din plads venter")
            horizontalAlignment: Text.AlignHCenter
        }
        TrTile {
            id: tile

            // Smaller where the words need the room, but never too small for a finger.
            readonly property real side: Math.max(Theme.size.target, Math.min(Theme.size.coverTile,
                root.height - bar.height - words.implicitHeight - under.implicitHeight - 2 * Theme.space.xl - 2 * Theme.space.m))

            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: tile.side
            Layout.preferredHeight: tile.side
            picture: root.picture
            tint: root.tint
            onClicked: root.opened()
        }
        TrText {
            id: under

            Layout.fillWidth: true
            kind: TrText.Lead
            //: Under the cover's picture.
            text: qsTr("Tryk på dit billede, når du vil videre.")
            horizontalAlignment: Text.AlignHCenter
        }
    }
    TrBottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        hasHelp: root.hasHelp
        onHelp: root.help()

        TrButton {
            kind: TrButton.Quiet
            //: On the cover: somebody else wants to use the tablet.
            text: qsTr("Jeg er en anden")
            iconName: "home"
            onClicked: root.someoneElse()
        }
    }
}

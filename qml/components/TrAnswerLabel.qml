import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// What lies in an answer card: the drawing and its word, with the bar under the word of the chosen one.
Item {
    id: root

    required property string text
    required property bool row
    required property bool chosen
    required property color color
    property Item drawing: null

    readonly property real wordsHeight: boldWord.implicitHeight

    implicitWidth: grid.implicitWidth
    implicitHeight: grid.implicitHeight

    Accessible.ignored: true

    // The word takes the room of its bold form from the start, so that choosing moves nothing.
    TrText {
        id: boldWord

        visible: false
        width: word.width
        text: root.text
        bold: true
        letterSize: word.letterSize
    }
    GridLayout {
        id: grid

        anchors.verticalCenter: parent.verticalCenter
        width: root.width
        columns: root.row ? 2 : 1
        columnSpacing: Theme.size.faceRowGap
        rowSpacing: Theme.space.m

        Item {
            Layout.alignment: Qt.AlignCenter
            visible: root.drawing !== null
            implicitWidth: root.drawing?.implicitWidth ?? 0
            implicitHeight: root.drawing?.implicitHeight ?? 0
            children: root.drawing ? [root.drawing] : []
        }
        TrText {
            id: word

            Layout.fillWidth: true
            Layout.preferredHeight: boldWord.implicitHeight
            text: root.text
            verticalAlignment: Text.AlignVCenter
            color: root.color
            bold: root.chosen
            letterSize: root.row ? Theme.type.answerRow : Theme.type.answer
            horizontalAlignment: root.row ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true

            Rectangle {
                visible: root.chosen
                x: root.row ? 0 : (word.width - width) / 2
                y: word.height + Theme.size.wordBarGap
                width: word.contentWidth
                height: Theme.size.wordBar
                color: root.color
            }
        }
    }
}

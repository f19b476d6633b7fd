import QtQuick
import Trivsel.Theme

// An answer looked through: its drawing, the question in short, the answer's word, and Skift, or Skriv where nothing stands. A hairline above, but not
// above the first. Without a drawing (`level` -1) for answers in words or steps.
Item {
    id: root

    property int level: -1
    property string question
    property string answer
    property bool first: false
    property bool canChange: true
    property bool unwritten: false // words that nobody has written yet

    signal change()

    // Widths are said outright: a layout hears too late that words wrapped.
    readonly property real before: root.level >= 0 && !root.stacked ? Theme.size.faceRow + Theme.size.radioGap : 0
    readonly property real wordsHeight: what.implicitHeight + said.implicitHeight
    readonly property real after: root.canChange && !root.stacked ? changeButton.implicitWidth + Theme.size.radioGap : 0
    // The words stand on rows of their own, under the drawing and Skift.
    readonly property bool stacked: Theme.cramped && (root.level >= 0 || root.canChange)
    readonly property real topRow: Math.max(root.level >= 0 ? Theme.size.faceRow : 0, root.canChange ? changeButton.implicitHeight : 0)

    implicitWidth: root.before + Math.max(what.implicitWidth, said.implicitWidth) + root.after
    implicitHeight: root.stacked ? root.topRow + root.wordsHeight + 3 * Theme.space.s
                    : Math.max(Theme.size.answerRow, Math.max(root.wordsHeight, root.canChange ? changeButton.implicitHeight : 0) + 2 * Theme.space.s)

    Accessible.role: Accessible.Grouping
    Accessible.name: root.question

    Rectangle {
        visible: !root.first
        width: root.width
        height: Theme.border.hair
        color: Theme.color.line
    }
    TrFace {
        y: root.stacked ? Theme.space.s : (root.height - height) / 2
        visible: root.level >= 0
        level: Math.max(0, root.level)
        size: Theme.size.faceRow
    }
    TrText {
        id: what

        x: root.before
        y: root.stacked ? root.topRow + 2 * Theme.space.s : (root.height - root.wordsHeight) / 2
        width: root.width - root.before - root.after
        kind: TrText.Small
        text: root.question
        soft: true
    }
    TrText {
        id: said

        x: root.before
        y: what.y + what.height
        width: what.width
        kind: TrText.Heading
        text: root.answer
        Accessible.role: Accessible.StaticText
    }
    TrButton {
        id: changeButton

        y: root.stacked ? Theme.space.s : (root.height - height) / 2
        anchors.right: parent.right
        visible: root.canChange
        text: root.unwritten
              //: Opens the writing page from the review, where nothing is written yet.
              ? qsTr("Skriv")
              //: Changes an answer while looking them through.
              : qsTr("Skift")
        Accessible.name: root.unwritten
                         //: For a screen reader; %1 is the question in short.
                         ? qsTr("Skriv svar: %1").arg(root.question)
                         //: For a screen reader; %1 is the question in short.
                         : qsTr("Skift svar: %1").arg(root.question)
        onClicked: root.change()
    }
}

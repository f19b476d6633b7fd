import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// An answer looked through: its drawing, the question in short, the answer's word, and Skift. A hairline above, but not
// above the first. Without a drawing (`level` -1) for answers in words or steps.
Item {
    id: root

    property int level: -1
    property string question
    property string answer
    property bool first: false
    property bool canChange: true

    signal change()

    // Said outright: a text that is told too late how wide it is keeps the height of a wider one.
    readonly property real wordsWidth: Math.max(0, root.width - root.besideWords)
    readonly property real besideWords: (root.level >= 0 ? Theme.size.faceRow + row.spacing : 0)
                                        + (root.canChange ? changeButton.implicitWidth + row.spacing : 0)

    implicitWidth: root.besideWords + Math.max(what.implicitWidth, said.implicitWidth)
    implicitHeight: Math.max(Theme.size.answerRow, row.implicitHeight + 2 * Theme.space.s)

    Accessible.role: Accessible.Grouping
    Accessible.name: root.question

    Rectangle {
        visible: !root.first
        width: root.width
        height: Theme.border.hair
        color: Theme.color.line
    }
    RowLayout {
        id: row

        anchors.fill: parent
        spacing: Theme.size.radioGap

        TrFace {
            visible: root.level >= 0
            level: Math.max(0, root.level)
            size: Theme.size.faceRow
        }
        ColumnLayout {
            Layout.preferredWidth: root.wordsWidth
            spacing: 0

            TrText {
                id: what

                Layout.preferredWidth: root.wordsWidth
                kind: TrText.Small
                text: root.question
                soft: true
            }
            TrText {
                id: said

                Layout.preferredWidth: root.wordsWidth
                kind: TrText.Heading
                text: root.answer
                Accessible.role: Accessible.StaticText
            }
        }
        TrButton {
            id: changeButton

            visible: root.canChange
            //: Changes an answer while looking them through.
            text: qsTr("Skift")
            //: For a screen reader; %1 is the question in short.
            Accessible.name: qsTr("Skift svar: %1").arg(root.question)
            onClicked: root.change()
        }
    }
}

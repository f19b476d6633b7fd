pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What was answered: left which, right one of them in words. What stands below the answer is the page's own.
GridLayout {
    id: root

    required property SavedAnswers saved
    required property real contentWidth
    property bool twoColumns: false
    default property alias below: card.below

    // Another answer was picked from the list.
    signal picked()

    columns: root.twoColumns ? 2 : 1
    columnSpacing: Theme.space.l
    rowSpacing: Theme.space.l
    visible: root.saved.given.count > 0

    ColumnLayout {
        // On a narrow page the answer stands first, or a tap far down would seem to do nothing.
        Layout.row: root.twoColumns ? 0 : 1
        Layout.column: 0
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: !root.twoColumns
        Layout.preferredWidth: root.twoColumns ? Theme.size.sideColumn : root.contentWidth
        spacing: Theme.space.s

        Repeater {
            model: root.saved.given

            TrRadioRow {
                id: given

                required property int index
                required property string title
                required property string about
                required property string day
                required chosen

                Layout.fillWidth: true
                text: given.title
                //: Under the name of an answer: whom it is about, and the day.
                names: given.about !== "" ? qsTr("Om %1, %2").arg(given.about).arg(given.day) : given.day
                onClicked: {
                    root.saved.show(given.index)
                    root.picked()
                }
            }
        }
        TrButton {
            visible: root.saved.hasOlder
            kind: TrButton.Quiet
            //: More rows of a list of answers.
            text: qsTr("Vis ældre")
            onClicked: root.saved.showOlder()
        }
    }
    AnswerCard {
        id: card

        Layout.row: 0
        Layout.column: root.twoColumns ? 1 : 0
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: root.twoColumns ? root.contentWidth - Theme.size.sideColumn - Theme.space.l : root.contentWidth
        saved: root.saved

        facts: [
            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                soft: true
                text: Sentences.practising
                      //: Under an answer that was given in a practice.
                      ? qsTr("Det er en øvelse. Ingen kan læse det.")
                      : root.saved.readers !== ""
                      //: Who may read an answer; %1 are names.
                      ? qsTr("%1 kan læse det.").arg(root.saved.readers) : qsTr("Ingen andre kan læse det.")
            },
            TrText {
                Layout.fillWidth: true
                visible: root.saved.writtenBy !== ""
                kind: TrText.Small
                soft: true
                //: %1 is a member of staff.
                text: qsTr("Skrevet ned af %1").arg(root.saved.writtenBy)
            }
        ]
    }
}

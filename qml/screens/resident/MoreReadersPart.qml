pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Lad flere læse det": the answer is looked through once more, then who else may read it. Undone while the page stands.
ColumnLayout {
    id: root

    required property MoreReaders readers
    required property SavedAnswers saved
    required property real columnWidth
    property bool twoColumns: false
    // "Fortryd" was tapped, and the answer is theirs already.
    readonly property bool late: root.readers.problem === Problem.TooLate

    spacing: Theme.space.m

    TrText {
        Layout.fillWidth: true
        visible: !root.readers.done
        kind: TrText.Title
        //: Heading: more people may read an answer.
        text: qsTr("Lad flere læse det")
    }
    TrText {
        Layout.fillWidth: true
        visible: root.readers.done
        kind: TrText.Question
        text: !root.late
              //: More people may read an answer once the page is left; %1 are their names.
              ? qsTr("%1 kan læse dit svar, når du går herfra.").arg(root.readers.chosenNames)
              //: More people may read an answer now; %1 are their names.
              : qsTr("%1 kan læse dit svar.").arg(root.readers.chosenNames)
    }
    TrText {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: root.readers.done && !root.late
        kind: TrText.Lead
        text: qsTr("Du kan fortryde nu. Når du går herfra, bliver det sendt. Så kan du kun trække hele svaret tilbage.")
    }
    GridLayout {
        Layout.fillWidth: true
        visible: !root.readers.done
        columns: root.twoColumns ? 2 : 1
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.m

        AnswerCard {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.columnWidth
            verticalPadding: Theme.space.m
            saved: root.saved
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.columnWidth
            spacing: Theme.space.betweenButtons

            TrText {
                Layout.fillWidth: true
                text: root.saved.readers !== ""
                      //: Who may read an answer already; %1 are names.
                      ? qsTr("Nu kan %1 læse det.").arg(root.saved.readers) : qsTr("Nu kan kun du læse det.")
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Heading
                //: Above the choice of more readers.
                text: qsTr("Hvem må også læse det?")
            }
            Repeater {
                model: root.readers.choices

                TrRadioRow {
                    id: reader

                    required property int index
                    required property int who
                    required names
                    required chosen

                    Layout.fillWidth: true
                    text: reader.who === ReviewViewModel.Chosen ? qsTr("Dem, jeg har valgt") : qsTr("Mit team")
                    onClicked: root.readers.choose(reader.index)
                }
            }
            TrCalmLine {
                Layout.fillWidth: true
                visible: root.readers.chosenNames !== ""
                iconName: "talk"
                //: Before more people may read an answer; %1 are their names.
                text: qsTr("Så kan %1 også læse det hele. Det, de har læst, kan ingen tage fra dem igen.").arg(root.readers.chosenNames)
            }
        }
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.readers.problem !== Problem.None
        text: root.late ? Sentences.notUndone : Sentences.notSaved(root.readers.problem)
    }
}

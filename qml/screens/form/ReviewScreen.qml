pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Looking one's answers through, and choosing who may read them. The button names everyone who will;
// in a practice nobody will.
PageFrame {
    id: root

    required property ReviewViewModel viewModel

    // On the button that saves, for whom it shows them to.
    function saveWords(who: int, names: string): string {
        if (Sentences.practising)
            return Sentences.trySaving
        switch (who) {
        //: Saves the answers and shows them to one's team.
        case ReviewViewModel.Team: return qsTr("Gem og vis til mit team")
        //: Saves the answers and shows them to these people; %1 are names.
        case ReviewViewModel.Chosen: return qsTr("Gem og vis til %1").arg(names)
        //: Saves the answers.
        default: return qsTr("Gem")
        }
    }

    // Beside each other, five rows stand without moving where four would have air.
    readonly property real rowHeight: (root.bodyHeight - heading.implicitHeight - 2 * Theme.space.m - 2 * Theme.space.s - Theme.space.s)
                                      / Math.max(1, root.viewModel.answers.count)
    property real widest: 0

    onBack: root.viewModel.back()
    // The room of the widest button: what throws away stays where it is when a reader is chosen.
    actionsWidth: root.viewModel.asking ? 0 : root.widest

    function measure() {
        let width = 0
        for (let row = 0; row < offered.count; ++row)
            width = Math.max(width, (offered.itemAt(row) as TrButton)?.implicitWidth ?? 0)
        root.widest = width
    }

    Repeater {
        id: offered

        model: root.viewModel.readers
        onItemAdded: root.measure()

        TrButton {
            required property int who
            required property string names

            visible: false
            kind: TrButton.Main
            text: root.saveWords(who, names)
            onImplicitWidthChanged: root.measure()
        }
    }
    AskAgain {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.viewModel.asking
        question: qsTr("Så er de her svar væk. Vil du det?")
        yes: qsTr("Ja, smid dem væk")
        no: qsTr("Nej, behold dem")
        onAgreed: root.viewModel.throwAway()
        onRefused: root.viewModel.keep()
    }
    TrScrollPage {
        anchors.fill: parent
        visible: !root.viewModel.asking
        //: Title of the review page.
        name: qsTr("Se dine svar igennem")

        GridLayout {
            Layout.fillWidth: true
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            TrText {
                id: heading

                width: root.columnWidth // before the layout asks how high it is
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                kind: TrText.Title
                text: qsTr("Se dine svar igennem")
            }
            TrText {
                Layout.row: root.twoColumns ? 0 : 2
                Layout.column: root.twoColumns ? 1 : 0
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                visible: !root.viewModel.unnamed
                kind: TrText.Title
                //: Above the choice of readers.
                text: qsTr("Hvem må læse det?")
            }
            TrCard {
                Layout.row: 1
                Layout.column: 0
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                verticalPadding: Theme.space.s
                spacing: 0

                Repeater {
                    model: root.viewModel.answers

                    AnswerRow {
                        id: answerRow

                        Layout.fillWidth: true
                        Layout.preferredHeight: !root.twoColumns ? implicitHeight : Math.min(implicitHeight, Math.max(Theme.size.target + 2 * Theme.space.s, root.rowHeight))
                        onChange: root.viewModel.change(answerRow.index)
                    }
                }
            }
            ReaderChoice {
                Layout.row: root.twoColumns ? 1 : 3
                Layout.column: root.twoColumns ? 1 : 0
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                visible: !root.viewModel.unnamed
                readers: root.viewModel.readers
                chosen: root.viewModel.chosen
                chosenNames: root.viewModel.chosenNames
                chosenCount: root.viewModel.chosenCount
                usual: root.viewModel.usual
                answered: root.viewModel.answered
                onPicked: index => root.viewModel.chooseReaders(index)
            }
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.unnamed
            kind: TrText.Small
            soft: true
            text: RoundSentences.leaving
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.notSaved(root.viewModel.problem)
        }
    }

    apart: TrButton {
        visible: !root.viewModel.asking
        kind: TrButton.Quiet
        tall: true
        //: Throws the unfinished answers away, after asking once more.
        text: qsTr("Smid kladden væk")
        onClicked: root.viewModel.askThrowAway()
    }
    actions: TrButton {
        visible: root.viewModel.canSave && !root.viewModel.asking
        kind: TrButton.Main
        text: root.saveWords(root.viewModel.chosen, root.viewModel.chosenNames)
        onClicked: root.viewModel.save()
    }
}

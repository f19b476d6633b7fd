pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Runder": held on the shared tablet, looked at on the staff's devices. No numbers of anybody.
PageFrame {
    id: root

    required property RoundsViewModel viewModel

    readonly property bool closing: root.viewModel.asks === RoundsViewModel.Close
    readonly property bool asking: root.viewModel.asks !== RoundsViewModel.Nothing
    readonly property bool one: root.viewModel.showsOne

    //: Title of the staff's page about rounds in the common room.
    title: root.one ? RoundSentences.themeName(root.viewModel.shownTheme) : qsTr("Runder")
    subtitle: root.viewModel.shownDay
    hasHide: false
    hasLock: true
    hasHelp: false
    hasBottom: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        visible: !root.asking
        name: root.title

        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.problem(root.viewModel.problem)
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.holds
            kind: TrText.StaffBody
            //: Staff, on the shared tablet.
            text: qsTr("I en runde svarer alle på det samme, uden navn. Den er åben i syv dage. Mindst fem skal svare, før svarene kan ses.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.ended !== RoundsViewModel.None
            iconName: "info"
            text: RoundSentences.ended(root.viewModel.ended)
            textSize: Theme.type.staffBody
        }
        OpenRound {
            Layout.fillWidth: true
            visible: root.viewModel.anyOpen
            theme: RoundSentences.themeName(root.viewModel.openTheme)
            closesFrom: root.viewModel.closesFrom
            onClosing: root.viewModel.askClose()
        }
        RoundThemes {
            Layout.fillWidth: true
            visible: root.viewModel.holds && root.viewModel.ready && !root.viewModel.anyOpen
            themes: root.viewModel.themes
            onChosen: index => root.viewModel.choose(index)
        }
        TrCard {
            Layout.fillWidth: true
            visible: !root.viewModel.holds && !root.one && root.viewModel.closed.count > 0
            name: root.title
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s
            spacing: 0

            Repeater {
                model: root.viewModel.closed

                TrListRow {
                    id: row

                    required property int index
                    required property string title
                    required property string day

                    Layout.fillWidth: true
                    first: row.index === 0
                    text: RoundSentences.themeName(row.title)
                    //: The day on which a round was closed is not known.
                    line: row.day !== "" ? row.day : qsTr("Dagen er ikke kendt.")
                    onClicked: root.viewModel.show(row.index)
                }
            }
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: !root.viewModel.holds && root.viewModel.ready && root.viewModel.closed.count === 0
            kind: TrText.StaffBody
            //: On a device of the staff's.
            text: qsTr("Her er ingen runder endnu. De begynder på tabletten i fællesstuen, under Personale.")
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.one && root.viewModel.items.count === 0
            kind: TrText.StaffBody
            //: A closed round about questions that the tablet does not know.
            text: qsTr("Tabletten kender ikke spørgsmålene endnu. Hent og send nu, og se igen.")
        }
        RoundResults {
            Layout.fillWidth: true
            visible: root.one
            Layout.preferredWidth: root.contentWidth
            items: root.viewModel.items
            room: root.contentWidth
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.asking
        name: ask.question

        AskAgain {
            id: ask

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            question: root.closing
                      //: %1 is the theme of a round.
                      ? qsTr("Vil du lukke runden om ”%1” nu?").arg(RoundSentences.themeName(root.viewModel.askedTheme))
                      //: %1 is the theme of a round.
                      : qsTr("Vil du begynde en runde om ”%1”?").arg(RoundSentences.themeName(root.viewModel.askedTheme))
            lead: root.closing
                  ? qsTr("Så kan ingen flere svare. Er der færre end fem svar, ligger de her, til I holder runde igen.")
                  : qsTr("Så står den på startsiden i syv dage, og alle kan svare uden navn.")
            yes: root.closing ? qsTr("Ja, luk runden") : qsTr("Begynd runden")
            no: root.closing ? qsTr("Nej, lad den være åben") : qsTr("Nej, ikke nu")
            onAgreed: root.viewModel.agree()
            onRefused: root.viewModel.refuse()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Min side": first what was said and what is done about it, then one's own line, before and now, and one's plans. All answers, and who
// has looked, are one step further in.
PageFrame {
    id: root

    required property OwnPageViewModel viewModel

    readonly property int part: root.viewModel.part
    readonly property bool calm: !root.viewModel.asking && !root.viewModel.withdrawn
    readonly property bool overview: root.part === OwnPageViewModel.Overview
    // What one wrote beside a reply is looked through, and nothing is asked.
    readonly property bool looking: root.part === OwnPageViewModel.OtherView && root.viewModel.otherView.asking === OtherViewWriting.Nothing

    // Stays what it is: the parts have headings of their own, since a bar whose words change is laid out anew for long.
    //: Title of one's own page.
    title: qsTr("Min side")
    onBack: {
        page.moveTo(0)
        root.viewModel.back()
    }

    hasBack: root.part !== OwnPageViewModel.Shown
    hasHide: root.part !== OwnPageViewModel.Shown

    topActions: TrButton {
        visible: root.overview && root.twoColumns
        kind: TrButton.Quiet
        text: qsTr("Hvem har kigget")
        iconName: "list"
        onClicked: root.viewModel.open(OwnPageViewModel.Looked)
    }

    AskAgain {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.viewModel.asking
        //: Before an answer is taken back; %1 is the title of a form, %2 a day.
        question: qsTr("Vil du trække dit svar på ”%1” fra den %2 tilbage?").arg(root.viewModel.saved.title).arg(root.viewModel.saved.day)
        lead: root.viewModel.saved.about !== ""
              //: Before an answer about somebody is taken back; %1 is their name.
              ? qsTr("Det handler om %1. Så kan ingen læse svaret her mere.").arg(root.viewModel.saved.about)
              //: Before an answer is taken back.
              : qsTr("Så kan ingen læse svaret her mere.")
        yes: qsTr("Ja, træk det tilbage")
        no: qsTr("Nej, lad det stå")
        onAgreed: root.viewModel.withdraw()
        onRefused: root.viewModel.keep()
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.viewModel.withdrawn
        spacing: Theme.space.xl

        TrText {
            Layout.fillWidth: true
            kind: TrText.Question
            //: An answer was taken back; nothing else stands on the page.
            text: qsTr("Dit svar er trukket tilbage.")
        }
        TrButton {
            tall: true
            leastWidth: Theme.size.stepWidth
            //: Leaves the page that says that an answer was taken back.
            text: qsTr("Luk")
            onClicked: {
                page.moveTo(0)
                root.viewModel.closeWithdrawn()
            }
        }
    }
    TrScrollPage {
        id: page

        anchors.fill: parent
        visible: root.calm
        name: root.title

        TrText {
            Layout.fillWidth: true
            visible: text !== ""
            kind: TrText.Title
            text: {
                switch (root.part) {
                //: Heading over one's own answers.
                case OwnPageViewModel.Answers: return root.viewModel.saved.given.count > 0 ? qsTr("Mine svar") : ""
                //: Heading: which question's line is to be shown.
                case OwnPageViewModel.Areas: return qsTr("Hvad vil du se?")
                //: Heading: one of the days on which one has answered.
                case OwnPageViewModel.Days: return qsTr("Vælg en dag")
                //: Heading: who has looked at what one has said.
                case OwnPageViewModel.Looked: return qsTr("Hvem har kigget")
                default: return ""
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.overview
            columns: root.twoColumns && root.viewModel.feedback.count > 0 ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            FeedbackCards {
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                Layout.alignment: Qt.AlignTop
                visible: root.viewModel.feedback.count > 0
                rows: root.viewModel.feedback
                onDiffered: index => root.viewModel.differ(index, Sentences.differing, Sentences.differingHelp)
                onViewWithdrawn: index => {
                    page.moveTo(0)
                    root.viewModel.askWithdrawView(index)
                }
                onViewThrownAway: index => {
                    page.moveTo(0)
                    root.viewModel.askThrowAwayView(index)
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                Layout.alignment: Qt.AlignTop
                visible: root.viewModel.curve.areas.count > 0
                spacing: Theme.space.m

                CurveCard {
                    Layout.fillWidth: true
                    curve: root.viewModel.curve
                    onChoosing: {
                        page.moveTo(0)
                        root.viewModel.open(OwnPageViewModel.Areas)
                    }
                }
                BeforeNowCard {
                    Layout.fillWidth: true
                    visible: root.viewModel.beforeNow.ready
                    beforeNow: root.viewModel.beforeNow
                    sideBySide: !Theme.type.large && Theme.form !== Theme.Phone
                    onOpened: {
                        page.moveTo(0)
                        root.viewModel.open(OwnPageViewModel.BeforeNow)
                    }
                }
            }
        }
        OtherViewProblem {
            Layout.fillWidth: true
            visible: root.overview && shown
            view: root.viewModel.otherView
        }
        OwnPlansCard {
            Layout.fillWidth: true
            visible: root.overview && root.viewModel.ready
            plans: root.viewModel.plans
        }
        TrText {
            Layout.fillWidth: true
            visible: root.overview && root.viewModel.ready && root.viewModel.saved.given.count === 0
            kind: TrText.Lead
            //: Nothing was answered yet.
            text: qsTr("Her er ingen svar endnu.")
        }
        TrButton {
            // On a narrow page with large letters its words take two lines.
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: root.overview && !root.twoColumns
            kind: TrButton.Quiet
            text: qsTr("Hvem har kigget")
            iconName: "list"
            onClicked: {
                page.moveTo(0)
                root.viewModel.open(OwnPageViewModel.Looked)
            }
        }
        AnswersGrid {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.Answers && root.viewModel.saved.given.count > 0
            saved: root.viewModel.saved
            contentWidth: root.contentWidth
            twoColumns: root.twoColumns
            onPicked: page.moveTo(0)

            TrButton {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                visible: root.viewModel.moreReaders.offered
                kind: TrButton.Quiet
                //: More people may read an answer that was saved.
                text: qsTr("Lad flere læse det")
                iconName: "people"
                onClicked: {
                    page.moveTo(0)
                    root.viewModel.open(OwnPageViewModel.MoreReaders)
                }
            }
            TrButton {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                kind: TrButton.Quiet
                //: Shows this answer, and nothing else, to somebody who sits here.
                text: qsTr("Vis det til en her")
                iconName: "talk"
                onClicked: {
                    page.moveTo(0)
                    root.viewModel.open(OwnPageViewModel.Shown)
                }
            }
            TrButton {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                kind: TrButton.Quiet
                //: Takes an answer out of everybody's view.
                text: qsTr("Træk mit svar tilbage")
                iconName: "undo"
                onClicked: root.viewModel.askWithdraw()
            }
            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.problem !== Problem.None
                text: root.viewModel.problem === Problem.NotHereYet
                      //: An answer could not be taken back here, since only part of it is on this tablet.
                      ? qsTr("Det kan du gøre på den fælles tablet i huset.") : Sentences.notSaved(root.viewModel.problem)
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.Areas
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.betweenButtons
            rowSpacing: Theme.space.betweenButtons

            Repeater {
                model: root.viewModel.curve.areas

                TrRadioRow {
                    id: area

                    required property int index
                    required property string title
                    required property string form
                    required property string about
                    required chosen

                    Layout.fillWidth: true
                    Layout.preferredWidth: root.columnWidth // said outright: see PageFrame
                    text: area.title
                    names: area.about !== "" ? qsTr("%1, om %2").arg(area.form).arg(area.about) : area.form
                    onClicked: {
                        page.moveTo(0)
                        root.viewModel.chooseArea(area.index)
                    }
                }
            }
        }
        BeforeNowCard {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.BeforeNow
            beforeNow: root.viewModel.beforeNow
            whole: true
            sideBySide: !Theme.type.large
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.Days
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.betweenButtons
            rowSpacing: Theme.space.betweenButtons

            Repeater {
                model: root.viewModel.beforeNow.days

                TrRadioRow {
                    id: dayRow

                    required property int index
                    required property string day
                    required chosen

                    Layout.fillWidth: true
                    Layout.preferredWidth: root.columnWidth // said outright: see PageFrame
                    text: dayRow.day
                    onClicked: {
                        page.moveTo(0)
                        root.viewModel.beforeNow.pickDay(dayRow.index)
                    }
                }
            }
        }
        TrButton {
            visible: root.part === OwnPageViewModel.Days && root.viewModel.beforeNow.hasOlder
            kind: TrButton.Quiet
            text: qsTr("Vis ældre")
            onClicked: root.viewModel.beforeNow.showOlder()
        }
        MoreReadersPart {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.MoreReaders
            readers: root.viewModel.moreReaders
            saved: root.viewModel.saved
            columnWidth: root.columnWidth
            twoColumns: root.twoColumns
        }
        ShownPart {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.Shown
            saved: root.viewModel.saved
            name: App.cover.name
        }
        OtherViewPart {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.OtherView
            view: root.viewModel.otherView
        }
        LooksList {
            Layout.fillWidth: true
            visible: root.part === OwnPageViewModel.Looked
            whoLooked: root.viewModel.whoLooked
        }
    }

    apart: TrButton {
        visible: root.looking
        kind: TrButton.Quiet
        tall: true
        //: Throws away what was written and is not saved.
        text: qsTr("Smid det væk")
        onClicked: {
            page.moveTo(0)
            root.viewModel.otherView.askThrowAway()
        }
    }
    actions: [
        TrButton {
            visible: root.overview && root.calm && root.viewModel.saved.given.count > 0
            tall: true
            //: Opens the answers given earlier.
            text: qsTr("Mine svar")
            iconName: "list"
            onClicked: {
                page.moveTo(0)
                root.viewModel.open(OwnPageViewModel.Answers)
            }
        },
        TrButton {
            visible: root.part === OwnPageViewModel.Shown
            tall: true
            //: Puts away an answer that was shown to somebody; the start page comes.
            text: qsTr("Luk og skjul")
            iconName: "hide"
            onClicked: root.viewModel.back()
        },
        TrButton {
            visible: root.looking
            kind: TrButton.Main
            text: Sentences.saveForReaders(root.viewModel.otherView.alone, root.viewModel.otherView.names)
            onClicked: {
                page.moveTo(0)
                root.viewModel.otherView.save()
            }
        },
        TrButton {
            visible: root.part === OwnPageViewModel.MoreReaders && root.viewModel.moreReaders.done
                     && root.viewModel.moreReaders.problem !== Problem.TooLate
            tall: true
            text: qsTr("Fortryd")
            iconName: "undo"
            onClicked: root.viewModel.moreReaders.undo()
        },
        TrButton {
            visible: root.part === OwnPageViewModel.MoreReaders && root.viewModel.moreReaders.done
            tall: true
            text: qsTr("Luk")
            onClicked: {
                page.moveTo(0)
                root.viewModel.back()
            }
        },
        TrButton {
            visible: root.part === OwnPageViewModel.MoreReaders && !root.viewModel.moreReaders.done && root.viewModel.moreReaders.chosenNames !== ""
            kind: TrButton.Main
            //: More people may read the answer; %1 are their names.
            text: qsTr("Ja, vis det til %1").arg(root.viewModel.moreReaders.chosenNames)
            onClicked: {
                page.moveTo(0)
                root.viewModel.moreReaders.agree()
            }
        }
    ]
}

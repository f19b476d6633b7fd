pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One question. After a tap only that card, the saved line and the step forward change.
PageFrame {
    id: root

    required property QuestionViewModel viewModel

    readonly property bool rows: Theme.form !== Theme.Landscape || Theme.type.large
    readonly property int number: root.viewModel.number
    readonly property bool numbers: root.viewModel.style === QuestionViewModel.Numbers
    // The words of the faces stand where the faces do, for whoever changes between the two.
    readonly property bool onlyWords: root.viewModel.style === QuestionViewModel.OnlyWords
    readonly property bool faces: root.viewModel.style === QuestionViewModel.Faces
    // What is left for the answers. They shrink for a question of two lines before the page begins to move.
    readonly property real room: root.bodyHeight - header.implicitHeight - footer.implicitHeight - header.Layout.topMargin
                                 - answers.Layout.topMargin - 2 * Theme.space.m - 2 * Theme.space.s
    readonly property real share: (root.room + Theme.space.betweenRows) / Math.max(1, root.viewModel.options.count)
                                  - Theme.space.betweenRows
    readonly property real answerHeight: root.numbers || (root.onlyWords && !root.rows) ? Theme.size.numberCard : root.rows
        ? Math.max(root.faces ? Theme.size.faceMin + Theme.space.xs : Theme.size.target, Math.min(Theme.size.faceRowHeight, root.share))
        : Math.max((root.faces ? Theme.size.faceMin : Theme.size.target) + Theme.size.wordRoom, Math.min(Theme.size.faceCardHeight, root.room))

    hasRead: root.viewModel.canReadAloud
    hasPause: !root.viewModel.unnamed
    middle: TrProgress {
        current: root.viewModel.number
        count: root.viewModel.total
    }
    onBack: root.viewModel.back()
    onPause: root.viewModel.pause()
    onNumberChanged: tapGuard.begin(Date.now())
    reading: root.viewModel.reading
    onReadAloud: root.viewModel.readAloud()

    TrTapGuard {
        id: tapGuard
    }
    // The second touch of a trembling finger must neither answer nor skip the question that has just come.
    TrTapGuard {
        id: stepGuard
    }
    TrScrollPage {
        anchors.fill: parent
        name: root.viewModel.question

        ColumnLayout {
            id: header

            Layout.fillWidth: true
            Layout.topMargin: root.tall ? 0 : Theme.space.l
            spacing: root.tall ? Theme.space.xs : Theme.size.iconGap

            TrText {
                Layout.fillWidth: true
                kind: TrText.Question
                text: root.viewModel.question
            }
            TrText {
                Layout.fillWidth: true
                visible: text !== ""
                kind: TrText.Lead
                letterSize: root.tall ? Theme.type.body : Theme.type.lead
                text: root.viewModel.help
            }
        }
        GridLayout {
            id: answers

            Layout.fillWidth: true
            Layout.topMargin: root.tall ? 0 : Theme.space.m
            visible: root.viewModel.style !== QuestionViewModel.Words
            columns: root.numbers ? (!root.tall && !Theme.type.large && Theme.form !== Theme.Phone ? root.viewModel.options.count : Theme.form === Theme.Phone ? 3 : 4)
                     : root.rows || root.viewModel.style === QuestionViewModel.List ? 1 : Math.max(1, root.viewModel.options.count)
            columnSpacing: Theme.size.gutter
            rowSpacing: Theme.space.betweenRows

            Repeater {
                model: root.viewModel.options

                OptionCard {
                    id: option

                    required property int index

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.minimumHeight: root.rows && Theme.type.large ? option.leastRow : -1
                    Layout.preferredHeight: root.answerHeight
                    count: root.viewModel.options.count
                    style: root.viewModel.style
                    row: root.rows && !root.numbers
                    guard: tapGuard
                    onPicked: root.viewModel.choose(option.index)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.numbers
            spacing: Theme.space.m

            TrText {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                //: %1: what the number 0 means.
                text: qsTr("0 er %1").arg(root.viewModel.lowest.toLowerCase())
            }
            TrText {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                horizontalAlignment: Text.AlignRight
                //: %1: what the number 10 means.
                text: qsTr("10 er %1").arg(root.viewModel.highest.toLowerCase())
            }
        }
        WrittenAnswer {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            visible: root.viewModel.style === QuestionViewModel.Words
            text: root.viewModel.written
            onWrite: root.viewModel.write()
        }
        ColumnLayout {
            id: footer

            Layout.fillWidth: true
            spacing: Theme.space.m

            GridLayout {
                id: wordAnswers

                Layout.maximumWidth: root.contentWidth
                visible: root.viewModel.dontKnowText !== "" || root.viewModel.notApplicableText !== ""
                columns: Theme.form === Theme.Phone || Theme.type.large && root.tall ? 1 : 2
                columnSpacing: Theme.size.gutter
                rowSpacing: Theme.space.betweenRows

                WordAnswer {
                    Layout.fillWidth: wordAnswers.columns === 1
                    visible: root.viewModel.dontKnowText !== ""
                    text: root.viewModel.dontKnowText
                    chosen: root.viewModel.dontKnow
                    guard: tapGuard
                    onPicked: root.viewModel.chooseDontKnow()
                }
                WordAnswer {
                    Layout.fillWidth: wordAnswers.columns === 1
                    visible: root.viewModel.notApplicableText !== ""
                    text: root.viewModel.notApplicableText
                    chosen: root.viewModel.notApplicable
                    guard: tapGuard
                    onPicked: root.viewModel.chooseNotApplicable()
                }
            }
            TrSavedLine {
                // In a round nothing is saved before the whole answer is.
                visible: root.viewModel.problem === Problem.None && !root.viewModel.unnamed
                saved: root.viewModel.saved
                text: Sentences.savedHere
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
    }

    actions: TrButton {
        leastWidth: Theme.size.stepWidth
        tall: true
        kind: root.viewModel.answered ? TrButton.Main : TrButton.Plain
        //: The step forward: once something is chosen, and before.
        text: root.viewModel.answered ? qsTr("Næste") : qsTr("Spring over")
        iconName: root.viewModel.answered ? "next" : ""
        iconRight: true
        onClicked: if (stepGuard.accepts(Date.now())) root.viewModel.next()
    }
}

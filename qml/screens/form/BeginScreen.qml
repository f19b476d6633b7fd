pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Before the first question. "Ikke i dag" is as large as "Begynd".
PageFrame {
    id: root

    required property BeginViewModel viewModel
    required property Formatters formatters

    hasRead: root.viewModel.canReadAloud
    onBack: root.viewModel.back()
    reading: root.viewModel.reading
    onReadAloud: root.viewModel.readAloud()

    TrScrollPage {
        anchors.fill: parent
        name: root.viewModel.title

        TrText {
            Layout.fillWidth: true
            Layout.topMargin: root.tall ? Theme.space.m : Theme.space.l
            kind: TrText.Question
            text: root.viewModel.title
        }
        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.Lead
            text: root.viewModel.intro
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.xl
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            BigChoice {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.columnWidth
                level: TrFace.Begin
                //: Begins the questions.
                text: qsTr("Begynd")
                //: Under "Begynd"; %1 is a number as a word: "Fire".
                line: qsTr("%1 spørgsmål", "", root.viewModel.questionCount)
                    .arg(root.formatters.capital(root.formatters.countWord(root.viewModel.questionCount)))
                onClicked: root.viewModel.begin()
            }
            BigChoice {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.columnWidth
                visible: root.viewModel.mayPostpone
                level: TrFace.NotToday
                //: A full answer: not today.
                text: qsTr("Ikke i dag")
                //: Under "Ikke i dag".
                line: qsTr("Det er helt i orden.")
                onClicked: root.viewModel.notToday()
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.problem(root.viewModel.problem)
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One of the two parts of a samtale: done, next, or later.
TrTappable {
    id: root

    required property int number
    required property string title
    required property string about
    required property int step

    readonly property bool done: root.step === ConversationViewModel.Done
    readonly property bool later: root.step === ConversationViewModel.Later
    readonly property string progress: TalkSentences.step(root.step)
    readonly property string line: root.about === "" ? root.progress
                                   //: Under the name of a part of a conversation: whom it is about.
                                   : root.progress === "" ? qsTr("Om %1").arg(root.about)
                                   //: The same, and how far it is.
                                   : qsTr("Om %1 · %2").arg(root.about).arg(root.progress)

    enabled: !root.done && !root.later
    ringRadius: Theme.radius.l
    implicitHeight: Math.max(Theme.size.entryCard, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.cramped ? Theme.space.m : Theme.space.xl
    verticalPadding: Theme.space.m

    Accessible.role: Accessible.Button
    Accessible.name: root.title
    Accessible.description: root.line

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : root.done ? Theme.color.chosenFill : root.later ? Theme.color.sunk : Theme.color.surface
        border.width: root.enabled ? Theme.border.chosen : Theme.border.normal
        border.color: root.enabled ? Theme.color.accent : Theme.color.line
    }

    contentItem: RowLayout {
        spacing: Theme.cramped ? Theme.space.s : Theme.space.l

        TrText {
            text: root.number
            letterSize: Theme.type.title
            bold: true
            color: root.done ? Theme.color.inkOnChosen : root.later ? Theme.color.textSoft : Theme.color.text
            Accessible.ignored: true
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            TrText {
                Layout.fillWidth: true
                text: root.title
                letterSize: Theme.type.answerRow
                bold: true
                color: root.done ? Theme.color.inkOnChosen : root.later ? Theme.color.textSoft : Theme.color.text
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.line !== ""
                kind: TrText.Small
                text: root.line
                color: root.done ? Theme.color.inkOnChosen : Theme.color.textSoft
                Accessible.ignored: true
            }
        }
        TrIcon {
            visible: !root.later
            name: root.done ? "check" : root.step === ConversationViewModel.Waiting ? "pause" : "arrow"
            color: root.done ? Theme.color.inkOnChosen : Theme.color.text
        }
    }
}

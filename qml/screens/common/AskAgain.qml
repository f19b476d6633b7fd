import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Asks once more before something goes away. Staying is as large as going, and stands first.
ColumnLayout {
    id: root

    required property string question
    required property string yes
    required property string no
    property string lead // what it means, where the question does not say it

    signal agreed()
    signal refused()

    spacing: Theme.space.xl

    TrText {
        Layout.fillWidth: true
        kind: TrText.Question
        text: root.question
    }
    TrText {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: root.lead !== ""
        kind: TrText.Lead
        text: root.lead
    }
    Flow {
        id: answers

        Layout.fillWidth: true
        spacing: Theme.space.apart

        TrButton {
            width: Math.min(implicitWidth, answers.width)
            tall: true
            leastWidth: Theme.size.stepWidth
            text: root.no
            onClicked: root.refused()
        }
        TrButton {
            width: Math.min(implicitWidth, answers.width)
            tall: true
            leastWidth: Theme.size.stepWidth
            text: root.yes
            onClicked: root.agreed()
        }
    }
}

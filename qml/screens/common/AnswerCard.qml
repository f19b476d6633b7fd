pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One answer in words. What is said of it stands below its name, what can be done with it below its words.
TrCard {
    id: root

    required property SavedAnswers saved
    property ReviewModel answers: root.saved.answers
    property alias facts: facts.data
    default property alias below: below.data

    name: root.saved.title

    TrText {
        Layout.fillWidth: true
        kind: TrText.Heading
        //: %1 is the name of the form, %2 a day.
        text: qsTr("%1, %2").arg(root.saved.title).arg(root.saved.day)
    }
    ColumnLayout {
        id: facts

        Layout.fillWidth: true
        visible: children.length > 0
        spacing: parent.spacing
    }
    TrText {
        Layout.fillWidth: true
        visible: root.saved.notToday
        //: An answer in its own right.
        text: qsTr("Ikke i dag")
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: root.answers

            AnswerRow {
                Layout.fillWidth: true
                canChange: false
            }
        }
    }
    ColumnLayout {
        id: below

        Layout.fillWidth: true
        visible: children.length > 0
        spacing: Theme.space.betweenButtons
    }
}

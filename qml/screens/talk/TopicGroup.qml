pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// About whom or what.
ChoiceGroup {
    id: root

    required property TalkChoice choice
    required property string resident

    //: Whom or what the answers about the help are about; %1 is the resident's first name.
    title: qsTr("Hvem eller hvad svarer %1 om?").arg(TalkSentences.named(root.resident))

    Repeater {
        model: root.choice.topics

        TrRadioRow {
            id: topic

            required property int index
            required property int about
            required property string name
            required chosen

            Layout.fillWidth: true
            text: TalkSentences.topic(topic.about, topic.name)
            names: TalkSentences.topicLine(topic.about, topic.name)
            //: Title of the page on which a way of doing things gets its name.
            onClicked: root.choice.chooseTopic(topic.index, qsTr("Hvad gør I sammen?"))
        }
    }
}

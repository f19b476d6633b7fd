pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components

// Of which time.
ChoiceGroup {
    id: root

    required property TalkChoice choice

    title: qsTr("Hvilken tid tænker I på?")

    Repeater {
        model: [TalkChoice.SinceLast, TalkChoice.Week, TalkChoice.TwoWeeks, TalkChoice.Month]

        TrRadioRow {
            id: period

            required property int modelData

            Layout.fillWidth: true
            text: TalkSentences.period(period.modelData)
            chosen: root.choice.period === period.modelData
            onClicked: root.choice.choosePeriod(period.modelData)
        }
    }
}

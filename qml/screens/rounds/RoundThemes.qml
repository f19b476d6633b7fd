pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// On the shared tablet, while no round is open: the themes that one can be about.
TrCard {
    id: root

    required property RoundThemeModel themes

    signal chosen(index: int)

    //: Over the themes that a round can be about.
    name: qsTr("Begynd en runde om")
    padding: Theme.size.linePaddingH
    verticalPadding: Theme.space.m
    spacing: 0

    TrText {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space.xs
        kind: TrText.Heading
        letterSize: Theme.type.small
        text: root.name
    }
    Repeater {
        model: root.themes

        TrListRow {
            id: row

            required property int index
            required property string title
            required property int state

            Layout.fillWidth: true
            first: row.index === 0
            text: row.title
            line: RoundSentences.theme(row.state)
            onClicked: root.chosen(row.index)
        }
    }
}

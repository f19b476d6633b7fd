pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Residents with what is true of each on this phone; a tap does one thing.
TrCard {
    id: root

    required property string title
    required property string does
    required property string iconName
    property string hint // what a tap does, where the title does not say it
    required property TravellerModel travellers

    signal picked(index: int)

    name: root.title
    padding: Theme.size.linePaddingH
    verticalPadding: Theme.space.m
    spacing: 0

    TrText {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space.xs
        kind: TrText.Heading
        letterSize: Theme.type.small
        text: root.title
    }
    TrText {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space.xs
        visible: root.hint !== ""
        kind: TrText.StaffBody
        soft: true
        text: root.hint
    }
    Repeater {
        model: root.travellers

        TrListRow {
            id: row

            required property int index
            required property string name
            required property int state
            required property int onlyHere
            required property int oneCopy
            required property bool unfinished
            required property bool mayTake

            readonly property bool tappable: row.state !== TripsViewModel.GoingHome || row.mayTake

            Layout.fillWidth: true
            first: row.index === 0
            enabled: row.tappable
            iconName: row.tappable ? root.iconName : ""
            text: row.name !== "" ? row.name : qsTr("Uden navn")
            line: TripSentences.state(row.state, row.name, row.onlyHere, row.oneCopy, row.unfinished)
            //: Screen reader: %1 is a first name, %2 what a tap does ("Tag med", "Hjem igen").
            Accessible.name: qsTr("%1: %2").arg(row.text).arg(root.does)
            onClicked: root.picked(row.index)
        }
    }
}

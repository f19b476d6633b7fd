pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Names to choose one from, all alike.
GridLayout {
    id: root

    required property PersonModel people

    signal chosen(index: int)

    columnSpacing: Theme.space.l
    rowSpacing: Theme.space.m

    Repeater {
        model: root.people

        TrButton {
            id: person

            required property int index
            required property string name
            required property bool waiting

            Layout.fillWidth: true
            Layout.preferredWidth: Theme.size.halfColumn
            Layout.preferredHeight: Theme.size.radioRow
            //: Beside a name: an answer about this person was begun and waits. %1 is the name.
            text: waiting ? qsTr("%1 · dit svar venter").arg(name) : name
            textSize: Theme.type.heading
            onClicked: root.chosen(person.index)
        }
    }
}

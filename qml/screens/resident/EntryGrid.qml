pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What can be opened, as large cards of one size: the plans, or everything else.
GridLayout {
    id: root

    required property EntryModel entries
    property bool plans: false
    property bool compact: false

    signal opened(index: int)

    columnSpacing: Theme.space.l
    rowSpacing: Theme.space.m

    Repeater {
        model: root.entries

        EntryCard {
            required property int index

            compact: root.compact
            visible: (look === ResidentViewModel.Plan) === root.plans

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: root.compact ? 1 : Theme.size.halfColumn // of one width either way
            onClicked: root.opened(index)
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Mine planer": each plan by its name, and one plain line. A tap opens the resident's view of it.
TrCard {
    id: root

    required property OwnPlans plans

    name: heading.text

    TrText {
        id: heading

        Layout.fillWidth: true
        kind: TrText.Heading
        //: On one's own page, over the plans.
        text: qsTr("Mine planer")
        Accessible.role: Accessible.Heading
    }
    TrText {
        Layout.fillWidth: true
        visible: root.plans.rows.count === 0
        //: On one's own page: no plan is there.
        text: qsTr("Her er ingen planer endnu.")
    }
    Repeater {
        model: root.plans.rows

        TrListRow {
            id: plan

            required property int index
            required property string title
            required property string day
            required property bool several
            required property bool struck
            required property bool waitsForYes

            Layout.fillWidth: true
            first: plan.index === 0
            forResident: !(Theme.form === Theme.Phone && Theme.type.large) // else a name would break inside a word
            text: plan.title
            line: OwnPageSentences.plan(plan.day, plan.several, plan.struck, plan.waitsForYes)
            onClicked: root.plans.open(plan.index)
        }
    }
}

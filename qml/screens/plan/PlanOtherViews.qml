pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Jeg ser det anderledes", beside staff's words in a plan: the resident's own, for whoever reads the plan.
// A positioner, not a layout: the list is made anew whenever the plan changes, and Qt's layouts keep delegates that have gone.
Column {
    id: root

    required property var views // of OtherViewCell
    required property bool forStaff
    required property string residentName

    visible: root.views.length > 0
    spacing: Theme.space.s

    Repeater {
        model: root.views

        TrVoiceCard {
            id: view

            required property otherViewCell modelData

            width: root.width
            voice: TrVoiceCard.Mine
            heading: Sentences.otherViewHeading(root.forStaff, root.residentName)
            text: qsTr("”%1”").arg(view.modelData.text)
            textSize: Theme.type.small
            signature: Sentences.otherViewLine(view.modelData)
        }
    }
}

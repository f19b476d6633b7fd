pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What residents have said, and nobody has replied to.
TrCard {
    id: root

    required property OpenFeedbackModel rows

    signal opened(index: int)

    function line(form: string, about: string, day: string): string {
        if (form === "")
            //: What waits for a reply: a conversation; %1 is a day.
            return qsTr("Samtale · %1").arg(day)
        //: What waits for a reply: a form, whom it is about, a day.
        return about !== "" ? qsTr("%1 om %2 · %3").arg(form).arg(about).arg(day) : qsTr("%1 · %2").arg(form).arg(day)
    }

    //: Over what residents have said and nobody has replied to.
    name: qsTr("Venter på svar fra os")
    padding: Theme.size.linePaddingH
    verticalPadding: Theme.space.m
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space.xs

        TrText {
            Layout.fillWidth: true
            kind: TrText.Heading
            letterSize: Theme.type.small
            text: root.name
        }
        TrText {
            kind: TrText.StaffBody
            soft: true
            text: root.rows.count
        }
    }
    Repeater {
        model: root.rows

        TrListRow {
            id: row

            required property int index
            required property string name
            required property string form
            required property string about
            required property string day

            Layout.fillWidth: true
            first: row.index === 0
            text: row.name !== "" ? row.name : qsTr("Uden navn")
            line: root.line(row.form, row.about, row.day)
            onClicked: root.opened(row.index)
        }
    }
}

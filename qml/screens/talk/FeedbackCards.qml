pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Du sagde … Det gør vi", for the resident. Each answer begins a card of its own.
ColumnLayout {
    id: root

    required property FeedbackModel rows

    // The resident sees the reply in that row differently, or changes how they see it.
    signal differed(index: int)
    // What they wrote beside it goes.
    signal viewWithdrawn(index: int)
    signal viewThrownAway(index: int)

    function heading(kind: int): string {
        switch (kind) {
        //: Over the resident's own words, before what staff reply.
        case Feedback.Said: return qsTr("Du sagde")
        //: Over what staff will do.
        case Feedback.Does: return qsTr("Det gør vi")
        case Feedback.Differs: return Sentences.differing
        //: Over why staff can't.
        default: return qsTr("Vi kan ikke, fordi …")
        }
    }

    spacing: Theme.space.m

    Repeater {
        model: root.rows

        TrVoiceCard {
            id: row

            required property int index
            required property bool canDiffer
            required property int kind
            required property string words
            required property string forms
            required property string who
            required property string until
            required property string day
            required property string by
            required property otherViewCell view
            readonly property bool said: row.kind === Feedback.Said
            readonly property bool mine: row.said || row.kind === Feedback.Differs
            readonly property string promise: row.mine ? "" : TalkSentences.promise(row.who, row.until)

            Layout.fillWidth: true
            voice: row.mine ? TrVoiceCard.Mine : TrVoiceCard.Staff
            heading: root.heading(row.kind)
            text: row.kind === Feedback.Differs ? qsTr("”%1”").arg(row.words)
                  : !row.said ? row.words
                  //: A quotation of the resident's own words.
                  : row.words !== "" ? qsTr("”%1”").arg(row.words)
                  //: %1 are names of forms.
                  : row.forms !== "" ? qsTr("Du svarede på %1.").arg(row.forms)
                                           : qsTr("Du svarede i en samtale.")
            signature: row.view.unfinished ? Sentences.unfinished
                       : row.mine ? row.day
                       //: Under a reply: who does it and until when, who wrote it, and the day.
                       : row.promise !== "" ? qsTr("%1 Skrevet af %2, %3").arg(row.promise).arg(row.by).arg(row.day)
                       : qsTr("Skrevet af %1, %2").arg(row.by).arg(row.day)

            TrButton {
                // On a narrow page with large letters its words take two lines.
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                visible: row.canDiffer
                text: Sentences.differing
                iconName: "reply"
                onClicked: root.differed(row.index)
            }
            OtherViewDeeds {
                Layout.fillWidth: true
                visible: row.kind === Feedback.Differs && (row.view.unfinished || row.view.signature.byYou)
                view: row.view
                onChanged: root.differed(row.index)
                onWithdrawn: root.viewWithdrawn(row.index)
                onThrownAway: root.viewThrownAway(row.index)
            }
        }
    }
}

import QtQuick
import Trivsel.App
import Trivsel.Components

// An answer with what it says: in the words that stood on the screen, or that there is none.
TrAnswerRow {
    id: root

    required property int index
    required property string label
    required property string words
    required property int face
    required property int state
    required property bool note

    first: root.index === 0
    unwritten: root.note && root.words === ""
    level: root.face > 0 ? root.face : -1
    question: root.label
    answer: root.words !== "" ? (root.note ? qsTr("”%1”").arg(root.words) : root.words)
            //: Beside a question in the review: it was skipped.
            : root.state === ReviewViewModel.Skipped ? qsTr("Sprunget over")
            //: Beside a question in the review: nothing stands there yet.
            : qsTr("Ikke noget endnu")
}

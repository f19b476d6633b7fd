import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One answer that its resident shows to somebody, who may have the tablet in their hands: there is no way on from here.
ColumnLayout {
    id: root

    required property SavedAnswers saved
    required property string name

    spacing: Theme.space.m

    TrText {
        Layout.fillWidth: true
        kind: TrText.Title
        //: Heading over an answer that a resident shows to somebody; %1 is the resident.
        text: root.name !== "" ? qsTr("%1 viser dig sit svar").arg(root.name) : qsTr("Et svar, du får vist")
    }
    TrText {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        //: To the person who is shown an answer.
        text: qsTr("Læs det sammen. Giv så tabletten tilbage.")
    }
    AnswerCard {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        saved: root.saved
        answers: root.saved.forOthers
    }
}

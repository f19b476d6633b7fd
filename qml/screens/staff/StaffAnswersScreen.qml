import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What one resident has answered, for those whom the resident lets read it: in words, newest first.
PageFrame {
    id: root

    required property StaffAnswersViewModel viewModel

    //: Title over a resident's answers for staff; %1 is the first name. No genitive, so that every name fits.
    title: root.viewModel.name !== "" ? qsTr("Svar fra %1").arg(root.viewModel.name) : qsTr("Svar")
    hasHide: false
    hasLock: true
    hasHelp: false
    hasBottom: false
    onBack: root.viewModel.back()

    TrScrollPage {
        id: page

        anchors.fill: parent
        name: root.title

        Repeater {
            model: root.viewModel.otherViews

            TrVoiceCard {
                id: view

                required property string line
                required property string words
                required property string day

                Layout.fillWidth: true
                voice: TrVoiceCard.Mine
                heading: Sentences.otherViewHeading(true, root.viewModel.name)
                text: qsTr("”%1”").arg(view.words)
                //: Under a resident's own words: the day, and what staff had written.
                signature: qsTr("%1. I skrev: ”%2”").arg(view.day).arg(view.line)
            }
        }
        AnswersGrid {
            Layout.fillWidth: true
            saved: root.viewModel.saved
            contentWidth: root.contentWidth
            twoColumns: root.twoColumns
            onPicked: page.moveTo(0)
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.saved.given.count === 0
            kind: TrText.StaffBody
            //: The resident has answered nothing that this member of staff may read.
            text: qsTr("Her er ingen svar, som du må læse.")
        }
    }
}

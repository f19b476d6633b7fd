pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One resident's page for staff.
PageFrame {
    id: root

    required property StaffResidentViewModel viewModel
    required property ConversationViewModel conversation

    title: root.viewModel.name !== "" ? root.viewModel.name : qsTr("Uden navn")
    hasHide: false
    hasLock: true
    hasHelp: false
    hasBottom: root.viewModel.mayResetPictures
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.notAlong
            iconName: "info"
            text: TripSentences.notAlong(root.viewModel.name)
            textSize: Theme.type.staffBody
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.away
            iconName: "calendar"
            textSize: Theme.type.staffBody
            text: root.viewModel.awayUntil !== ""
                  //: For staff. %1 is a date.
                  ? qsTr("Har sagt: væk til %1.").arg(root.viewModel.awayUntil)
                  //: For staff.
                  : qsTr("Har sagt: væk for en tid.")
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.withoutTablet
            iconName: "talk"
            textSize: Theme.type.staffBody
            //: For staff: what the resident has said.
            text: qsTr("Vil hellere uden tablet: tal sammen, eller brug papir.")
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.saysSo !== ""
            iconName: "info"
            textSize: Theme.type.staffBody
            //: For staff. %1 are titles of forms.
            text: qsTr("Vil selv sige til: %1.").arg(root.viewModel.saysSo)
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: root.viewModel.notAsked !== ""
            iconName: "info"
            textSize: Theme.type.staffBody
            //: For staff. %1 are titles of forms.
            text: qsTr("Vil ikke spørges mere: %1.").arg(root.viewModel.notAsked)
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.twoVersions > 0
            text: qsTr("%n tekst(er) har to udgaver.", "", root.viewModel.twoVersions)
        }
        TrCalmLine {
            Layout.fillWidth: true
            visible: !root.viewModel.showsAnswers && !root.viewModel.notAlong
            iconName: "phone"
            textSize: Theme.type.staffBody
            //: For staff at a shared tablet: answers are shown on devices of their own.
            text: qsTr("Svar, som du må læse, står på din egen telefon eller tablet.")
        }
        TrCard {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            visible: root.viewModel.showsAnswers
            //: The way to what a resident has answered, on a staff device.
            name: qsTr("Svar")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                text: qsTr("Svar")
                line: root.viewModel.lastAnswer !== ""
                      //: Under "Svar": form and day of the newest answer.
                      ? qsTr("Senest: %1").arg(root.viewModel.lastAnswer) : qsTr("Ingen svar endnu, som du må læse.")
                onClicked: root.viewModel.openAnswers()
            }
        }
        TrCard {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            visible: root.conversation.offered
            //: The way to conversations with a resident, for staff.
            name: qsTr("Samtale")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                text: qsTr("Samtale")
                line: TalkSentences.standing(root.conversation.standing, root.conversation.lastDay)
                onClicked: root.conversation.open()
            }
        }
        EntryGrid {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            entries: root.viewModel.plans
            plans: true
            columns: root.twoColumns ? 2 : 1
            onOpened: index => root.viewModel.openPlan(index)
        }
        TrText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.l
            visible: root.viewModel.forms.count > 0
            kind: TrText.Heading
            //: Over the forms in which staff evaluate their own work.
            text: qsTr("Sådan ser du selv på hjælpen")
        }
        EntryGrid {
            Layout.fillWidth: true
            visible: root.viewModel.forms.count > 0
            entries: root.viewModel.forms
            columns: root.twoColumns ? 2 : 1
            onOpened: index => root.viewModel.openForm(index)
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.problem(root.viewModel.problem)
        }
    }

    actions: TrButton {
        visible: root.viewModel.mayResetPictures
        kind: TrButton.Quiet
        //: A resident can't remember their three pictures, or has lost their card; asks first.
        text: qsTr("Glemte billeder eller kort")
        iconName: "key"
        onClicked: root.viewModel.openReset()
    }
}

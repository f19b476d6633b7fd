pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Tag med på tur": whom one has along on one's own phone, and who could be. One tap takes along; home again asks first.
PageFrame {
    id: root

    required property TripsViewModel viewModel
    required property SyncViewModel sync

    //: Title of the page where staff choose whom to have on their phone for a walk.
    title: qsTr("Tag med på tur")
    hasHide: false
    hasLock: true
    hasHelp: false
    hasBottom: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        visible: !root.viewModel.asks
        name: root.title

        TrText {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            kind: TrText.StaffBody
            //: On the page "Tag med på tur".
            text: qsTr("Dem, du tager med, kan du læse og skrive om uden net. Når de er hjemme igen, kan ingen læse om dem på telefonen.")
        }
        SyncLine {
            Layout.fillWidth: true
            sync: root.sync
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: TripSentences.problem(root.viewModel.problem)
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                spacing: Theme.space.l

                TravellerList {
                    Layout.fillWidth: true
                    visible: root.viewModel.along.count > 0
                    //: Over those who are on the phone.
                    title: qsTr("Med nu")
                    hint: qsTr("Tryk på navnet, når turen er slut.")
                    iconName: "home"
                    travellers: root.viewModel.along
                    //: Screen reader: what a tap on somebody who is along does.
                    does: qsTr("Hjem igen")
                    onPicked: index => root.viewModel.askHome(index)
                }
                TrText {
                    Layout.fillWidth: true
                    visible: root.viewModel.ready && root.viewModel.along.count === 0
                    kind: TrText.StaffBody
                    soft: true
                    text: qsTr("Ingen er med lige nu.")
                }
                TravellerList {
                    Layout.fillWidth: true
                    visible: root.viewModel.goingHome.count > 0
                    //: Over those who are home again, while something that was written about them is still on the phone.
                    title: qsTr("Hjemme igen")
                    iconName: "plus"
                    travellers: root.viewModel.goingHome
                    does: qsTr("Tag med igen")
                    onPicked: index => root.viewModel.takeAgain(index)
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                spacing: Theme.space.m

                TravellerList {
                    Layout.fillWidth: true
                    visible: root.viewModel.atHome.count > 0
                    //: Over those whom one can take along.
                    title: qsTr("Tag med")
                    iconName: "plus"
                    travellers: root.viewModel.atHome
                    does: qsTr("Tag med")
                    onPicked: index => root.viewModel.take(index)
                }
                TrText {
                    Layout.fillWidth: true
                    visible: root.viewModel.ready && root.viewModel.atHome.count + root.viewModel.along.count + root.viewModel.goingHome.count === 0
                    kind: TrText.StaffBody
                    text: qsTr("Her er ingen, som du kan tage med. Det er kun for dem, der har valgt dig.")
                }
            }
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.viewModel.asks
        name: ask.question

        AskAgain {
            id: ask

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            question: TripSentences.ask(root.viewModel.askedName)
            lead: TripSentences.consequence(root.viewModel.askedName)
            yes: qsTr("Ja, hjem igen")
            no: qsTr("Nej, stadig med")
            onAgreed: root.viewModel.bringHome()
            onRefused: root.viewModel.keepAlong()
        }
    }
}

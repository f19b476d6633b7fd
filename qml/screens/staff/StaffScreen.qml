pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "I dag", in simple form: residents at the left, two versions that wait at the right, and what is saved where.
PageFrame {
    id: root

    required property StaffViewModel viewModel
    required property SyncViewModel sync
    required property TripsViewModel trips
    required property MeasureViewModel measure
    required property RoundsViewModel rounds
    required property PracticeViewModel practice

    //: Title of the staff's first page.
    title: qsTr("I dag")
    subtitle: qsTr("%1 · %2 · %3").arg(root.viewModel.today).arg(root.viewModel.name).arg(root.viewModel.homeName)
    hasBack: false
    hasHide: false
    hasLock: true
    hasHelp: false
    hasBottom: false
    onLock: root.viewModel.lock()

    topActions: [
        TrButton {
            visible: !root.practice.practising // there is nobody to meet
            enabled: !root.sync.working
            //: Starts a sync run now.
            text: qsTr("Hent og send nu")
            iconName: "sync"
            onClicked: root.sync.syncNow()
        },
        TrButton {
            kind: TrButton.Quiet
            //: Locks, and shows the names of the staff for the next one.
            text: qsTr("Skift person")
            iconName: "swap"
            onClicked: root.viewModel.switchPerson()
        }
    ]

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        SyncLine {
            Layout.fillWidth: true
            sync: root.sync
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.leaseExpired
            iconName: "info"
            //: The device has not met the office for seven days.
            text: qsTr("Der er gået syv dage uden kontakt med kontoret. Du kan skrive, men ikke læse, før der er net igen.")
            textSize: Theme.type.staffBody
        }
        TrCard {
            Layout.fillWidth: true
            visible: root.trips.offered
            name: qsTr("Tag med på tur")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                text: qsTr("Tag med på tur")
                line: root.trips.alongCount > 0
                      //: How many residents are on the phone.
                      ? qsTr("%n er med nu.", "", root.trips.alongCount) : qsTr("Ingen er med lige nu.")
                onClicked: root.trips.open()
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.twoColumns ? 2 : 1
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.l

            StaffList {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                title: qsTr("Beboere")
                rows: root.viewModel.residents
                onOpened: index => root.viewModel.openResident(index)
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth
                spacing: Theme.space.m

                FeedbackList {
                    Layout.fillWidth: true
                    visible: root.viewModel.feedback.count > 0
                    rows: root.viewModel.feedback
                    onOpened: index => root.viewModel.openFeedback(index)
                }
                StaffList {
                    Layout.fillWidth: true
                    visible: root.viewModel.waiting.count > 0
                    title: qsTr("To udgaver")
                    rows: root.viewModel.waiting
                    onOpened: index => root.viewModel.openWaiting(index)
                }
                TrText {
                    Layout.fillWidth: true
                    visible: root.viewModel.waitingKnown && root.viewModel.waiting.count === 0
                    kind: TrText.StaffBody
                    soft: true
                    //: Nothing waits.
                    text: qsTr("Ingen tekster har to udgaver.")
                }
                TrNoteLine {
                    Layout.fillWidth: true
                    visible: root.viewModel.problem !== Problem.None
                    text: Sentences.problem(root.viewModel.problem)
                }
            }
        }
        TrCard {
            Layout.fillWidth: true
            visible: !root.practice.practising
            name: qsTr("Runder")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                text: qsTr("Runder")
                line: root.rounds.holds
                      //: What staff do with rounds on the shared tablet.
                      ? qsTr("Begynd eller luk en runde i fællesstuen.")
                      //: What staff see of rounds on their own devices.
                      : qsTr("Se, hvad der kom ud af runderne i fællesstuen.")
                onClicked: root.rounds.open()
            }
        }
        TrCard {
            Layout.fillWidth: true
            visible: root.practice.offered
            name: qsTr("Øv jer sammen")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                //: Opens the page before a practice, for staff with a resident.
                text: qsTr("Øv jer sammen")
                line: qsTr("Med en beboer, der ikke findes. Dine egne sider låser først.")
                onClicked: root.practice.open()
            }
        }
        TrCard {
            Layout.fillWidth: true
            visible: !root.practice.practising
            name: qsTr("Skift din kode")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                //: Staff choose their own code.
                text: qsTr("Skift din kode")
                line: ChangeCodeSentences.standing(root.viewModel.ownCode)
                onClicked: root.viewModel.changeCode()
            }
        }
        TrCard {
            Layout.fillWidth: true
            visible: !root.practice.practising
            name: qsTr("Skærmens størrelse")
            padding: Theme.size.linePaddingH
            verticalPadding: Theme.space.s

            TrListRow {
                Layout.fillWidth: true
                first: true
                text: qsTr("Skærmens størrelse")
                //: Whether the screen was measured with a card.
                line: root.measure.measured ? qsTr("Målt med et kort.") : qsTr("Ikke målt endnu. Det tager et minut.")
                onClicked: root.measure.open(Theme.pxPerMm)
            }
        }
    }
}

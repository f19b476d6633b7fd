pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// A plan in two voices, row by row: the resident's first. A tap on a text opens it.
PageFrame {
    id: root

    required property PlanViewModel viewModel

    readonly property bool wide: root.twoColumns
    // On a phone the two voices stand under each other: side by side there would be room for one word a line.
    readonly property bool single: Theme.form === Theme.Phone
    readonly property real cellWidth: root.single ? root.contentWidth
                                      : root.wide ? (root.contentWidth - Theme.size.rowLabel - 2 * Theme.space.l) / 2
                                                : (root.contentWidth - Theme.space.l) / 2

    // The rows come to a page that has been laid out: made together with it, Qt 6.4 keeps the heights that they had before
    // their words were in them.
    property bool laidOut: false
    Component.onCompleted: Qt.callLater(() => root.laidOut = true)

    title: root.viewModel.forStaff && root.viewModel.residentName !== ""
           //: Title of a plan for staff; %1 is the plan's name, %2 the resident's.
           ? qsTr("%1 · %2").arg(root.viewModel.residentName).arg(root.viewModel.title) : root.viewModel.title
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: !root.viewModel.forStaff
    hasBottom: !root.viewModel.forStaff || root.viewModel.saved
    onBack: root.viewModel.back()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TrTabs {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.size.margin
            Layout.rightMargin: Theme.size.margin
            visible: root.viewModel.tabs.length > 1
            labels: root.viewModel.tabs
            current: root.viewModel.tab
            name: root.viewModel.title
            onPicked: index => {
                page.moveTo(0)
                root.viewModel.showTab(index)
            }
        }
        TrScrollPage {
            id: page

            Layout.fillWidth: true
            Layout.fillHeight: true
            name: root.viewModel.title

            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.problem !== Problem.None
                text: root.viewModel.ready ? Sentences.notSaved(root.viewModel.problem) : Sentences.problem(root.viewModel.problem)
            }
            TrText {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.size.readable
                visible: root.viewModel.ready && root.viewModel.tab === 0 && text !== ""
                kind: TrText.Small
                soft: true
                text: root.viewModel.intro
            }
            PlanHeadings {
                Layout.fillWidth: true
                visible: root.viewModel.ready && !root.single
                wide: root.wide
                cellWidth: root.cellWidth
                forStaff: root.viewModel.forStaff
                name: root.viewModel.residentName
            }
            Repeater {
                model: root.laidOut ? root.viewModel.rows : null

                PlanRow {
                    id: planRow

                    Layout.fillWidth: true
                    wide: root.wide
                    single: root.single
                    cellWidth: root.cellWidth
                    forStaff: root.viewModel.forStaff
                    residentName: root.viewModel.residentName
                    onOpenMine: root.viewModel.openMine(planRow.index)
                    onOpenStaff: root.viewModel.openStaff(planRow.index)
                    onConfirmMine: root.viewModel.confirmMine(planRow.index)
                }
            }
            TrButton {
                Layout.maximumWidth: root.contentWidth
                Layout.topMargin: Theme.space.m
                visible: root.viewModel.mayPrint
                kind: TrButton.Quiet
                //: Opens the page that puts the plan on paper.
                text: qsTr("Print planen")
                iconName: "pages"
                onClicked: root.viewModel.print()
            }
        }
    }

    actions: TrSavedLine {
        saved: root.viewModel.saved
        text: Sentences.savedHere
    }
}

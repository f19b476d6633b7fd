pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One entry of a group, its fields one under the other. The resident sees their own words first; what the staff see is
// one tap further.
PageFrame {
    id: root

    required property PlanEntryViewModel viewModel
    required property PlanViewModel plan

    readonly property bool wide: root.twoColumns
    // On a phone, and when the resident's words stand alone, there is one column.
    readonly property bool single: Theme.form === Theme.Phone || !root.viewModel.showsStaffs
    readonly property real cellWidth: root.single ? Math.min(root.contentWidth, Theme.size.readable)
                                      : root.wide ? (root.contentWidth - Theme.size.rowLabel - 2 * Theme.space.l) / 2
                                                  : (root.contentWidth - Theme.space.l) / 2

    title: root.viewModel.title
    // Large letters on a phone: the bar has no room for both.
    subtitle: Theme.form === Theme.Phone && Theme.type.large ? "" : root.viewModel.planTitle
    hasHide: !root.viewModel.forStaff
    hasLock: root.viewModel.forStaff
    hasHelp: !root.viewModel.forStaff
    hasBottom: !root.viewModel.forStaff || root.plan.saved
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
                visible: root.plan.problem !== Problem.None
                text: Sentences.notSaved(root.plan.problem)
            }
            TrNoteLine {
                Layout.fillWidth: true
                visible: root.viewModel.gone
                iconName: "info"
                //: An entry of a plan that somebody has taken out meanwhile.
                text: qsTr("Det gælder ikke mere.")
            }
            PlanHeadings {
                Layout.fillWidth: true
                visible: root.viewModel.ready && !root.single && root.viewModel.hasStaffs
                wide: root.wide
                cellWidth: root.cellWidth
                forStaff: root.viewModel.forStaff
                name: root.viewModel.residentName
            }
            Repeater {
                model: root.viewModel.rows

                PlanRow {
                    id: planRow

                    Layout.fillWidth: true
                    Layout.maximumWidth: root.single ? root.cellWidth : -1
                    wide: root.wide && !root.single
                    single: root.single
                    headed: root.viewModel.showsStaffs
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
                visible: root.viewModel.ready && root.viewModel.hasStaffs && !root.viewModel.forStaff
                kind: TrButton.Quiet
                text: root.viewModel.showsStaffs ? qsTr("Kun mine egne ord") : qsTr("Sådan ser personalet det")
                iconName: root.viewModel.showsStaffs ? "up" : "down"
                onClicked: root.viewModel.showStaffs(!root.viewModel.showsStaffs)
            }
        }
    }

    actions: TrSavedLine {
        saved: root.plan.saved
        text: Sentences.savedHere
    }
}

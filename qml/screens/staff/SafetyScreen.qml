pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What the shift's code and *Åbn i nødsituation* open: safety plans, to be read.
PageFrame {
    id: root

    required property SafetyViewModel viewModel

    readonly property bool open: root.viewModel.open

    title: !root.open ? qsTr("Tryghedsplaner")
                      //: Title over one resident's safety plan; %1 is the first name.
                      : root.viewModel.residentName !== "" ? qsTr("Tryghedsplan · %1").arg(root.viewModel.residentName)
                                                           : qsTr("Tryghedsplan")
    subtitle: root.viewModel.emergency
              //: How the safety plans were opened.
              ? qsTr("Åbnet uden kode")
              : qsTr("Åbnet med vagtkode")
    hasBack: root.open
    hasHide: false
    hasLock: true
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        visible: !root.open
        name: root.title

        TrCalmLine {
            Layout.fillWidth: true
            iconName: "pen"
            //: Over the list of residents, opened by the shift's code or in an emergency.
            text: qsTr("Her kan du kun læse tryghedsplaner. Det bliver skrevet ned, når du åbner en plan.")
            textSize: Theme.type.staffBody
        }
        StaffList {
            Layout.fillWidth: true
            title: qsTr("Beboere")
            rows: root.viewModel.residents
            onOpened: index => root.viewModel.choose(index)
        }
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.open
        name: root.title

        Repeater {
            model: root.viewModel.rows

            ColumnLayout {
                id: row

                required property string section
                required property string label
                required property string text
                required property var signature
                required property bool mine

                Layout.fillWidth: true
                spacing: Theme.space.s

                TrText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space.m
                    visible: row.section !== ""
                    kind: TrText.Heading
                    text: row.section
                }
                TrVoiceCard {
                    Layout.fillWidth: true
                    voice: row.mine ? TrVoiceCard.Mine : TrVoiceCard.Staff
                    heading: row.label
                    text: row.text
                    signature: Sentences.signatureLine(row.signature)
                }
            }
        }
        TrText {
            Layout.fillWidth: true
            visible: root.viewModel.ready && root.viewModel.rows.count === 0
            kind: TrText.StaffBody
            text: root.viewModel.residentName !== ""
                  //: %1 is the first name of a resident.
                  ? qsTr("Her er ingen tryghedsplan for %1.").arg(root.viewModel.residentName)
                  : qsTr("Her er ingen tryghedsplan.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.problem !== Problem.None
            text: Sentences.problem(root.viewModel.problem)
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Two days side by side, in the resident's own words of then. Short: only what was written.
TrCard {
    id: root

    required property BeforeNow beforeNow
    property bool whole: false
    property bool sideBySide: true

    readonly property real half: root.sideBySide ? (root.width - 2 * root.padding - Theme.space.l) / 2 : root.width - 2 * root.padding

    signal opened()

    component Side: ColumnLayout {
        id: side

        required property string heading
        required property string day
        required property string said

        Layout.preferredWidth: root.half // said outright: see PageFrame
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Theme.space.xs

        TrText {
            Layout.fillWidth: true
            kind: TrText.Small
            soft: true
            bold: true
            //: "Før · 2. maj": which side, and its day.
            text: qsTr("%1 · %2").arg(side.heading).arg(side.day)
        }
        TrText {
            Layout.fillWidth: true
            soft: side.said === ""
            //: The resident's own words of then; or that there are none.
            text: side.said !== "" ? qsTr("”%1”").arg(side.said) : qsTr("Du skrev ikke noget.")
        }
    }

    name: heading.text

    TrText {
        id: heading

        Layout.fillWidth: true
        kind: TrText.Heading
        //: Two days' answers side by side.
        text: qsTr("Før og nu")
    }
    TrText {
        Layout.fillWidth: true
        visible: root.whole
        kind: TrText.Small
        soft: true
        text: root.beforeNow.about !== "" ? qsTr("%1, om %2").arg(root.beforeNow.form).arg(root.beforeNow.about) : root.beforeNow.form
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.sideBySide ? 2 : 1
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.m

        Side {
            //: The earlier of two days.
            heading: qsTr("Før")
            day: root.beforeNow.beforeDay
            said: root.beforeNow.beforeSaid
        }
        Side {
            //: The later of two days.
            heading: qsTr("Nu")
            day: root.beforeNow.nowDay
            said: root.beforeNow.nowSaid
        }
    }
    Repeater {
        model: root.whole ? root.beforeNow.areas : null

        ColumnLayout {
            id: area

            required property string label
            required property string before
            required property string now

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            spacing: Theme.space.xs

            Rectangle {
                Layout.fillWidth: true
                implicitHeight: Theme.border.hair
                color: Theme.color.line
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                soft: true
                text: area.label
            }
            GridLayout {
                Layout.fillWidth: true
                columns: root.sideBySide ? 2 : 1
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.xs

                TrText {
                    Layout.preferredWidth: root.half
                    Layout.fillWidth: true
                    //: An answer of the earlier day.
                    text: qsTr("Før: %1").arg(area.before !== "" ? area.before : qsTr("intet svar"))
                }
                TrText {
                    Layout.preferredWidth: root.half
                    Layout.fillWidth: true
                    //: An answer of the later day.
                    text: qsTr("Nu: %1").arg(area.now !== "" ? area.now : qsTr("intet svar"))
                }
            }
        }
    }
    Flow {
        id: buttons

        Layout.fillWidth: true
        Layout.topMargin: Theme.space.s
        spacing: Theme.space.betweenButtons

        TrButton {
            width: Math.min(implicitWidth, buttons.width)
            visible: !root.whole
            kind: TrButton.Quiet
            //: All answers of two days beside each other.
            text: qsTr("Se alle svarene")
            iconName: "pages"
            onClicked: root.opened()
        }
        TrButton {
            width: Math.min(implicitWidth, buttons.width)
            visible: root.whole
            kind: TrButton.Quiet
            //: Chooses the earlier of two days.
            text: qsTr("Vælg dag for før")
            iconName: "calendar"
            onClicked: root.beforeNow.chooseDay(BeforeNow.First)
        }
        TrButton {
            width: Math.min(implicitWidth, buttons.width)
            visible: root.whole
            kind: TrButton.Quiet
            //: Chooses the later of two days.
            text: qsTr("Vælg dag for nu")
            iconName: "calendar"
            onClicked: root.beforeNow.chooseDay(BeforeNow.Second)
        }
    }
}

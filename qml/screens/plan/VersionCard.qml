import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One version, whole, with who wrote it and when.
TrCard {
    id: root

    required property int index
    required property string letter
    required property var parts
    required property signature mark
    required property bool picked
    required property bool mayPick

    signal pick()

    //: For a screen reader: one of the versions; %1 is A, B …
    name: qsTr("Udgave %1").arg(root.letter)
    border.width: root.picked ? Theme.border.chosen : Theme.border.normal
    border.color: root.picked ? Theme.color.accent : Theme.color.outline

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.m

        Rectangle {
            implicitWidth: Theme.size.badge
            implicitHeight: Theme.size.badge
            radius: Theme.radius.s
            color: "transparent"
            border.width: Theme.border.normal
            border.color: Theme.color.text

            TrText {
                anchors.centerIn: parent
                text: root.letter
                bold: true
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            TrText {
                Layout.fillWidth: true
                kind: TrText.Small
                bold: true
                text: Sentences.source(root.mark)
            }
            TrText {
                Layout.fillWidth: true
                kind: TrText.StaffSmall
                soft: true
                text: Sentences.moment(root.mark)
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space.s
        Layout.bottomMargin: Theme.space.s
        implicitHeight: Theme.border.hair
        color: Theme.color.line
    }
    TrDiffText {
        Layout.fillWidth: true
        parts: root.parts
    }
    Item {
        Layout.fillHeight: true
    }
    TrButton {
        Layout.fillWidth: true
        visible: root.mayPick
        //: Chooses this version; the second says that it is chosen.
        text: root.picked ? qsTr("Valgt") : qsTr("Vælg den her")
        iconName: root.picked ? "check" : ""
        //: For a screen reader; %1 is A, B …
        Accessible.name: qsTr("Vælg udgave %1").arg(root.letter)
        Accessible.checkable: true
        Accessible.checked: root.picked
        onClicked: root.pick()
    }
}

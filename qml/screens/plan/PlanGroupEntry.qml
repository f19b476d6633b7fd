import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One entry of a group: its first words, who began it and when, and, while the group is put in order, what may be done
// with it. A tap on the card opens it.
ColumnLayout {
    id: root

    required property int index
    required property string words
    required property string line
    required property signature mark
    required property bool struck
    required property bool asks
    required property bool waitsForYes
    required property bool unfinished
    required property bool mayUp
    required property bool mayDown
    required property bool mayWithdraw
    required property bool arranging
    required property bool staffs
    required property bool wide
    required property real columnWidth

    readonly property bool asked: root.struck && root.mayWithdraw
    //: An entry of a plan in which no words stand.
    readonly property string called: root.words !== "" ? root.words : qsTr("Uden ord")
    readonly property string footing: root.unfinished ? Sentences.unfinished
                                      : root.waitsForYes ? qsTr("Noget venter på et ja") : Sentences.signatureLine(root.mark)

    signal opened()
    signal movedUp()
    signal movedDown()
    signal withdrawn()
    signal kept()

    spacing: Theme.space.s

    TrTappable {
        id: tap

        Layout.fillWidth: true
        Layout.preferredWidth: root.columnWidth
        //: For a screen reader: opens an entry of a plan; %1 is its first words.
        Accessible.name: qsTr("Åbn: %1").arg(root.called)
        Accessible.description: root.line !== "" ? root.line + ". " + root.footing : root.footing
        contentItem: tap.card
        onClicked: root.opened()

        readonly property TrVoiceCard card: TrVoiceCard {
            voice: root.staffs ? TrVoiceCard.Staff : TrVoiceCard.Mine
            color: tap.down ? Theme.color.pressedFill : root.staffs ? Theme.color.staffFill : Theme.color.mineFill
            text: root.called
            struck: root.struck
            Accessible.ignored: true

            TrText {
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth - Theme.size.voicePadding - Theme.size.linePaddingH
                visible: root.line !== ""
                kind: TrText.Small
                text: root.line
                Accessible.ignored: true
            }
            TrChip {
                visible: root.asks
                iconName: "pages"
                text: qsTr("Der er noget at se på her")
            }
            TrText {
                Layout.fillWidth: true
                Layout.preferredWidth: root.columnWidth - Theme.size.voicePadding - Theme.size.linePaddingH
                visible: root.footing !== ""
                kind: TrText.Small
                soft: true
                text: root.footing
                Accessible.ignored: true
            }
        }
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.struck
        text: qsTr("En har taget den ud, mens en anden skrev i den.")
        textSize: Theme.type.staffBody
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.asked || root.arranging
        columns: root.wide ? 3 : Theme.form === Theme.Phone || Theme.type.large ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.s

        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.arranging && root.mayUp
            text: qsTr("Flyt op")
            iconName: "up"
            textSize: Theme.type.small
            //: For a screen reader; %1 is the first words of an entry.
            Accessible.name: qsTr("Flyt op: %1").arg(root.called)
            onClicked: root.movedUp()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.arranging && root.mayDown
            text: qsTr("Flyt ned")
            iconName: "down"
            textSize: Theme.type.small
            Accessible.name: qsTr("Flyt ned: %1").arg(root.called)
            onClicked: root.movedDown()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.asked
            //: The entry stays, although somebody had taken it out.
            text: qsTr("Behold den")
            iconName: "check"
            textSize: Theme.type.small
            Accessible.name: qsTr("Behold den: %1").arg(root.called)
            onClicked: root.kept()
        }
        TrButton {
            Layout.maximumWidth: root.columnWidth
            visible: root.mayWithdraw && (root.asked || root.arranging)
            text: qsTr("Gælder ikke mere")
            iconName: "minus"
            textSize: Theme.type.small
            Accessible.name: qsTr("Gælder ikke mere: %1").arg(root.called)
            onClicked: root.withdrawn()
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// Somebody's words. The resident's have one thick bar, the staff's two thin ones, so whose they are shows without
// colour. The signature stands under every text; what is put into the card (chips, a button) comes after it.
Rectangle {
    id: root

    enum Voice { Mine, Staff }

    property int voice: TrVoiceCard.Mine
    property string heading
    property string text
    property string signature
    property int textSize: Theme.type.body
    property bool struck: false // somebody has taken the words out; what follows says it in words
    default property alias content: more.data

    readonly property bool isMine: root.voice === TrVoiceCard.Mine
    readonly property color ink: root.isMine ? Theme.color.mine : Theme.color.staff

    implicitWidth: column.implicitWidth + Theme.size.voicePadding + Theme.size.linePaddingH
    implicitHeight: column.implicitHeight + 2 * Theme.size.voicePaddingV
    radius: Theme.radius.m
    color: root.isMine ? Theme.color.mineFill : Theme.color.staffFill
    border.width: Theme.border.hair
    border.color: Theme.color.line

    Accessible.role: Accessible.Grouping
    Accessible.name: root.heading

    Rectangle {
        x: Theme.size.voiceInset
        y: Theme.space.m
        width: root.isMine ? Theme.size.voiceBar : Theme.size.voiceLine
        height: root.height - 2 * Theme.space.m
        radius: root.isMine ? width / 2 : 0
        color: root.ink
    }
    Rectangle {
        visible: !root.isMine
        x: Theme.size.voiceInset + Theme.size.voicePair
        y: Theme.space.m
        width: Theme.size.voiceLine
        height: root.height - 2 * Theme.space.m
        color: root.ink
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.leftMargin: Theme.size.voicePadding
        anchors.rightMargin: Theme.size.linePaddingH
        anchors.topMargin: Theme.size.voicePaddingV
        anchors.bottomMargin: Theme.size.voicePaddingV
        spacing: Theme.size.voiceGap

        TrText {
            Layout.fillWidth: true
            visible: root.heading !== ""
            text: root.heading
            letterSize: Theme.type.small
            bold: true
            color: root.ink
            Accessible.role: Accessible.Heading
        }
        TrText {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            letterSize: root.textSize
            font.strikeout: root.struck
        }
        Item {
            Layout.fillHeight: true
        }
        TrText {
            Layout.fillWidth: true
            visible: root.signature !== ""
            text: root.signature
            letterSize: Theme.type.small
            soft: true
        }
        ColumnLayout {
            id: more

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.xs
            visible: children.length > 0
            spacing: Theme.space.s
        }
    }
}

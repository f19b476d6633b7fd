import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One field in one voice: the words, who signed them, and what a tap on it opens: the writing page, the two versions, or
// what stood there before. The whole card is the target; pen and word say so.
TrTappable {
    id: root

    required property planCell cell
    required property bool isMine
    required property bool forStaff
    required property string residentName
    required property string name
    required property bool wide
    // How wide it is going to be: a text that is told too late keeps the height of a wider one.
    required property real columnWidth
    property string heading
    property bool struck: false

    readonly property real wordsWidth: root.columnWidth - leftPadding - rightPadding - Theme.size.voicePadding - Theme.size.linePaddingH
    // What a tap does stands beside the signature where there is room, else under it.
    readonly property bool below: !root.wide || root.cell.mayConfirm || root.differs
    readonly property bool several: root.cell.state === FieldState.Two || root.cell.state === FieldState.Talk
                                    || root.cell.state === FieldState.KeptBoth
    // Versions are seen first, and it is offered beside them.
    readonly property bool differs: root.cell.opensOtherView && !root.several
    readonly property bool waits: root.several && root.cell.state !== FieldState.KeptBoth
    readonly property bool empty: root.cell.text === ""
    // The first entries of a list, each on a line of its own.
    readonly property string listed: {
        //: Resident's words in quotes.
        const lines = root.cell.lines.map(line => root.isMine ? qsTr("”%1”").arg(line) : line)
        if (root.cell.more > 0)
            //: After the first entries of a list: so many more stand on its page.
            lines.push(qsTr("… og %n til", "", root.cell.more))
        return lines.join("\n")
    }
    readonly property string words: {
        if (root.cell.state === FieldState.Unreadable)
            return Sentences.unreadable
        //: A field of a plan where nothing stands.
        if (root.empty)
            return qsTr("Ikke noget endnu")
        if (root.cell.list)
            return root.listed
        return root.isMine && !root.cell.choice && root.cell.state !== FieldState.KeptBoth ? qsTr("”%1”").arg(root.cell.text) : root.cell.text
    }
    readonly property string signedBy: {
        if (root.empty || root.waits)
            return ""
        if (root.cell.unfinished)
            return Sentences.unfinished
        if (root.cell.list)
            //: Under a list: somebody else wrote down what the resident said, and the resident has not said yes to it.
            return root.cell.waitsForYes ? qsTr("Noget venter på et ja") : ""
        const line = Sentences.signatureLine(root.cell.signature)
        if (!root.cell.waitsForYes)
            return line
        if (root.cell.mayConfirm)
            return qsTr("%1. Venter på dit ja.").arg(line)
        return root.residentName !== "" ? qsTr("%1. Venter på et ja fra %2.").arg(line).arg(root.residentName)
                                        : qsTr("%1. Venter på et ja.").arg(line)
    }
    //: What a tap on a field opens: both versions; the writing page; what stood there before.
    readonly property string deed: root.cell.list ? root.listDeed : root.several ? qsTr("Se begge") : root.differs ? root.differing
                                   : root.cell.mayWrite && root.cell.choice ? qsTr("Vælg")
                                   : root.cell.mayWrite ? qsTr("Skriv")
                                   : root.empty || root.cell.state === FieldState.Unreadable ? "" : qsTr("Tidligere")

    //: What a tap on staff's words opens for the resident, where there is room; else in short.
    readonly property string differing: root.wide ? Sentences.differing : qsTr("Se og skriv")
    readonly property string listDeed: root.cell.mayWrite ? qsTr("Se og skriv") : qsTr("Se alt")

    signal confirmed()

    enabled: root.deed !== ""

    //: For a screen reader; %1 is what a tap does, %2 the name of the field.
    Accessible.name: root.deed !== "" ? qsTr("%1: %2").arg(root.deed).arg(root.name) : root.name
    Accessible.description: root.signedBy !== "" ? root.words + ". " + root.signedBy : root.words

    contentItem: root.card

    // With ids inside it is made at once, not when it is first asked for.
    readonly property TrVoiceCard card: TrVoiceCard {
        voice: root.isMine ? TrVoiceCard.Mine : TrVoiceCard.Staff
        color: root.down ? Theme.color.pressedFill : root.isMine ? Theme.color.mineFill : Theme.color.staffFill
        heading: root.heading
        text: root.words
        textSize: Theme.type.small
        struck: root.struck
        Accessible.ignored: true

        TrChip {
            visible: root.cell.asks
            iconName: "pages"
            //: On a list: two versions of an entry, or one that was taken out while somebody wrote in it.
            text: qsTr("Der er noget at se på her")
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.cell.state === FieldState.Merged
            //: Two people wrote at the same time and the texts were put together.
            text: qsTr("Sat sammen af to. Læs den igennem.")
            textSize: Theme.type.staffBody
        }
        TrChip {
            visible: root.several
            iconName: "pages"
            waiting: root.cell.state === FieldState.Talk
            text: root.cell.state === FieldState.Talk ? qsTr("To udgaver. I taler om det.")
                  : root.cell.state === FieldState.KeptBoth ? qsTr("Begge står her") : qsTr("To udgaver")
        }
        GridLayout {
            id: deeds

            // The yes and what a tap does find no room beside each other.
            readonly property bool apart: !root.wide || confirm.implicitWidth + columnSpacing + deed.implicitWidth > root.wordsWidth

            Layout.fillWidth: true
            columnSpacing: Theme.space.m
            rowSpacing: Theme.space.s

            TrText {
                Layout.columnSpan: root.below ? 2 : 1
                Layout.fillWidth: true
                Layout.preferredWidth: root.below ? root.wordsWidth : -1
                visible: !root.below || text !== ""
                kind: TrText.Small
                soft: true
                text: root.signedBy
                Accessible.ignored: true
            }
            TrButton {
                id: confirm

                Layout.row: 1
                Layout.column: 0
                Layout.columnSpan: deeds.apart ? 2 : 1
                Layout.maximumWidth: root.wordsWidth
                visible: root.cell.mayConfirm
                //: The resident says yes to what somebody else wrote down for them.
                text: qsTr("Ja, det er mine ord")
                iconName: "check"
                textSize: Theme.type.small
                onClicked: root.confirmed()
            }
            TrLabel {
                id: deed

                Layout.row: !root.below ? 0 : root.cell.mayConfirm && deeds.apart ? 2 : 1
                Layout.column: 1
                Layout.alignment: Qt.AlignRight | Qt.AlignBottom
                visible: root.deed !== ""
                text: root.deed
                iconName: root.cell.list ? "list" : root.differs ? "reply" : root.several ? "pages" : root.cell.mayWrite ? "pen" : "list"
                iconSize: Theme.size.iconSmall
                textSize: Theme.type.small
            }
        }
    }
}

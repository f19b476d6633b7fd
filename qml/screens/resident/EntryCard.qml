import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One thing to open: a drawing of its kind, its name, and whether an answer waits there.
TrTappable {
    id: root

    required property string title
    required property int look
    required property bool waiting
    // One of several beside each other, below what is answered.
    property bool compact: false

    readonly property bool isForm: root.look === ResidentViewModel.Faces || root.look === ResidentViewModel.Steps
    readonly property string heading: root.look === ResidentViewModel.Themes
                                      //: Opens the four self-evaluations.
                                      ? qsTr("Sådan ser du på hjælpen") : root.title

    //: On a card: an answer was begun and lies there for the same person.
    readonly property string line: root.waiting ? qsTr("Dit svar venter") : ""

    // On a phone large letters need the room of the drawings; and no word is broken inside: it gets smaller instead. Reckoned
    // from the window, where cards stand alone in a row: from its own width the card would chase its own layout.
    readonly property bool narrow: Theme.form === Theme.Phone
    readonly property bool bare: root.narrow && Theme.type.large
    readonly property int markSize: Theme.size.icon
    readonly property int ordinarySize: root.compact ? Theme.type.body : Theme.type.answerRow
    readonly property real wordsWidth: Theme.viewWidth - 2 * (Theme.size.margin + Theme.space.xl)
                                       - (root.bare ? 0 : Theme.size.faceRow + root.markSize + 2 * Theme.space.l)
    // The height is named so that it is reckoned anew with other letters.
    readonly property real longestWord: metrics.height > 0 ? Math.max(...root.heading.split(" ").map(word => metrics.advanceWidth(word)))
                                                           : 0
    readonly property int letterSize: root.narrow && root.longestWord > 0
                                      ? Math.floor(root.ordinarySize * Math.min(1, root.wordsWidth / (root.longestWord + 1)))
                                      : root.ordinarySize

    FontMetrics {
        id: metrics

        font.family: Theme.type.family
        font.pixelSize: root.ordinarySize
        font.weight: Theme.type.bold
    }

    ringRadius: Theme.radius.l
    implicitHeight: Math.max(root.compact ? Theme.size.listRow : Theme.size.entryCard, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: root.compact ? Theme.space.l : Theme.space.xl
    verticalPadding: Theme.space.m

    Accessible.role: Accessible.Button
    Accessible.name: root.heading
    Accessible.description: root.line

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : Theme.color.surface
        border.width: Theme.border.normal
        border.color: root.down ? Theme.color.text : Theme.color.outline
    }

    contentItem: RowLayout {
        spacing: Theme.space.l

        TrFace {
            visible: root.look === ResidentViewModel.Faces && !root.bare
            level: TrFace.Between
            size: Theme.size.faceRow
        }
        Item {
            visible: root.look !== ResidentViewModel.Faces && !root.bare
            implicitWidth: root.compact ? Theme.size.icon : Theme.size.faceRow
            implicitHeight: implicitWidth

            TrIcon {
                anchors.centerIn: parent
                name: root.look === ResidentViewModel.Plan ? "pages" : root.look === ResidentViewModel.Words ? "pen"
                      : root.look === ResidentViewModel.Talk ? "talk" : "steps"
                size: root.compact ? Theme.size.icon : Theme.size.iconLarge
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            TrText {
                Layout.fillWidth: true
                text: root.heading
                letterSize: root.letterSize
                bold: true
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.waiting
                kind: TrText.Small
                text: root.line
                soft: true
                Accessible.ignored: true
            }
        }
        TrIcon {
            visible: !root.bare
            name: root.waiting ? "pause" : "arrow"
            size: root.markSize
            color: Theme.color.textSoft
        }
    }
}

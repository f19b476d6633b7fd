import QtQuick
import Trivsel.Theme

// A button: word, and an icon before it (or after it: only *next*). One Main at most on a page, bottom right.
TrTappable {
    id: root

    enum Kind { Plain, Main, Quiet, Help }

    property int kind: TrButton.Plain
    property string iconName
    property bool iconRight: false
    // Buttons in the bottom bar are tall.
    property bool tall: root.kind === TrButton.Main || root.kind === TrButton.Help
    property int textSize: Theme.type.button
    // Two buttons that take turns in one place have the same least width.
    property real leastWidth: 0

    readonly property color ink: !root.enabled ? Theme.color.disabledText
                                 : root.kind === TrButton.Main ? Theme.color.inkOnAccent : Theme.color.text
    readonly property color fill: !root.enabled ? Theme.color.disabledFill
                                  : root.down ? (root.kind === TrButton.Main ? Theme.color.accentPressed : Theme.color.pressedFill)
                                  : [Theme.color.surface, Theme.color.accent, Theme.color.sunk, Theme.color.helpFill][root.kind]
    readonly property color edge: !root.enabled ? "transparent"
                                  : root.kind === TrButton.Main ? root.fill
                                  : root.down ? Theme.color.text
                                  : [Theme.color.outline, Theme.color.accent, Theme.color.quietEdge, Theme.color.help][root.kind]

    implicitWidth: Math.max(root.leastWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.tall ? Theme.size.primary : Theme.size.target,
                             implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: root.kind === TrButton.Main ? Theme.size.buttonPaddingMain
                       : root.tall && root.kind !== TrButton.Help ? Theme.size.buttonPaddingTall : Theme.size.buttonPadding
    verticalPadding: Theme.space.s

    Accessible.role: Accessible.Button
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius.m
        color: root.fill
        border.width: Theme.border.normal
        border.color: root.edge

        Behavior on color {
            ColorAnimation { duration: Theme.motion.press; easing.type: Theme.motion.easing }
        }

        TrDashedEdge { visible: !root.enabled }
    }

    contentItem: TrLabel {
        text: root.text
        iconName: root.iconName
        iconRight: root.iconRight
        color: root.ink
        iconColor: root.kind === TrButton.Help ? Theme.color.help : root.ink
        textSize: root.textSize
        bold: root.enabled && (root.kind === TrButton.Main || root.kind === TrButton.Help)
    }
}

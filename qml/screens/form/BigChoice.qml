import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// One of two large choices of the same weight.
TrTappable {
    id: root

    required property int level
    required property string line

    ringRadius: Theme.radius.l
    implicitHeight: Math.max(Theme.size.bigChoice, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.cramped ? Theme.space.m : Theme.space.xl
    verticalPadding: Theme.space.l

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.line

    background: Rectangle {
        radius: Theme.radius.l
        color: root.down ? Theme.color.pressedFill : Theme.color.surface
        border.width: Theme.border.normal
        border.color: root.down ? Theme.color.text : Theme.color.outline
    }

    contentItem: RowLayout {
        spacing: Theme.space.xl

        TrFace {
            visible: !Theme.cramped
            level: root.level
            size: Theme.size.bigDrawing
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            TrText {
                Layout.fillWidth: true
                text: root.text
                letterSize: Theme.type.title
                bold: true
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                text: root.line
                soft: true
                Accessible.ignored: true
            }
        }
    }
}

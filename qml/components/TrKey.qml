import QtQuick
import Trivsel.Theme

// A key of the keyboard. It takes no focus (the text keeps it), shows no bubble, and touches its neighbours: the gap is
// inside the target, so that a touch between two keys hits one of them.
TrTappable {
    id: root

    property bool isWord: false
    property bool chosen: false
    property string spoken: root.text

    readonly property int gap: Theme.space.betweenKeys / 2

    focusPolicy: Qt.NoFocus
    leftInset: root.gap
    rightInset: root.gap
    topInset: root.gap
    bottomInset: root.gap
    horizontalPadding: root.gap + (Theme.form === Theme.Phone ? Theme.border.chosen : Theme.space.s)
    verticalPadding: root.gap

    Accessible.role: Accessible.Button
    Accessible.name: root.spoken
    Accessible.checked: root.chosen

    background: Rectangle {
        radius: Theme.radius.m
        color: root.down ? Theme.color.pressedFill : root.chosen ? Theme.color.chosenFill : Theme.color.surface
        border.width: root.chosen ? Theme.border.chosen : Theme.border.normal
        border.color: root.chosen ? Theme.color.accent : root.down ? Theme.color.text : Theme.color.outline
    }

    contentItem: TrText {
        text: root.text
        letterSize: root.isWord ? Theme.type.small : Theme.type.key
        bold: root.chosen
        color: root.chosen && !root.down ? Theme.color.inkOnChosen : Theme.color.text
        wrapMode: Text.NoWrap
        lineHeightMode: Text.ProportionalHeight
        lineHeight: 1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.type.keyLeast
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}

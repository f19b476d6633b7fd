pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Trivsel.Theme

// A calm field for several lines. It grows with its words, counts nothing, and lets no keyboard learn them. Set `label`
// to what it is for; the visible heading is the page's.
TextArea {
    id: root

    property string label
    property int textSize: Theme.type.body

    readonly property bool byKeyboard: root.activeFocus
                                       && (root.focusReason === Qt.TabFocusReason || root.focusReason === Qt.BacktabFocusReason)

    implicitHeight: Math.max(Theme.size.textArea, contentHeight + topPadding + bottomPadding)
    padding: Theme.space.m
    leftPadding: Theme.size.linePaddingH
    rightPadding: Theme.size.linePaddingH
    wrapMode: TextArea.Wrap
    textFormat: TextEdit.PlainText
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase
    font.family: Theme.type.family
    font.pixelSize: root.textSize
    color: Theme.color.text
    placeholderTextColor: Theme.color.textSoft
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.inkOnAccent

    // Tab goes on to the next control; nobody writes tabulators here.
    Keys.priority: Keys.BeforeItem
    Keys.onTabPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    // Writing goes on where the words end.
    Component.onCompleted: root.cursorPosition = root.length

    Accessible.role: Accessible.EditableText
    Accessible.name: root.label
    Accessible.multiLine: true

    // Stands still: nothing blinks.
    cursorDelegate: Rectangle {
        visible: root.activeFocus
        width: Theme.size.cursor
        color: Theme.color.text
    }

    background: Rectangle {
        radius: Theme.radius.m
        color: Theme.color.surface
        border.width: root.activeFocus ? Theme.border.chosen : Theme.border.normal
        border.color: root.activeFocus ? Theme.color.accent : Theme.color.outline

        TrFocusRing { visible: root.byKeyboard }
    }
}

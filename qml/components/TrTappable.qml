import QtQuick
import QtQuick.Controls.Basic
import Trivsel.Theme

// What everything that can be tapped has in common: it acts when the finger is lifted, Space and Enter do the same,
// holding it longer or tapping it twice means nothing else, and the focus ring shows for the keyboard only.
AbstractButton {
    id: root

    property int ringRadius: Theme.radius.m
    property bool ringShown: root.visualFocus
    // Works at once also on a page that has just come: who wants to hide or to call somebody is never made to wait.
    property bool urgent: false

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    autoRepeat: false
    padding: 0
    font.family: Theme.type.family

    Keys.onReturnPressed: event => root.pressOnce(event)
    Keys.onEnterPressed: event => root.pressOnce(event)

    function pressOnce(event: KeyEvent) {
        if (!event.isAutoRepeat)
            root.clicked()
    }

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.pressByReader()

    // Qt 6.4 lets a screen reader's press do nothing.
    function pressByReader() {
        if (root.enabled && root.visible)
            TrPress.asReader(root.clicked)
    }

    TrFocusRing {
        parent: root
        visible: root.ringShown
        innerRadius: root.ringRadius
    }
}

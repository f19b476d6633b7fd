import QtQuick
import QtQuick.Templates as T
import Trivsel.Theme

// As TrTappable, and one of several: Qt 6.4 tells screen readers what a control is by its type alone. It never chooses
// itself: `clicked` asks, `chosen` shows what is already on disk.
T.RadioButton {
    id: root

    property bool chosen: false
    property int ringRadius: Theme.radius.m
    property bool ringShown: root.visualFocus

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    checkable: false
    autoExclusive: false
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

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.onPressAction: root.pressByReader()
    Accessible.onToggleAction: root.pressByReader()

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

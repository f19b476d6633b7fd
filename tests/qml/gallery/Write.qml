pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Writing with our own keyboard.
Rectangle {
    id: root

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    TrTopBar { id: top; width: root.width; title: "Det kan vi gøre"; subtitle: "En halvdårlig dag"; hasHide: true }
    TrScrollPage {
        anchors.top: top.bottom
        anchors.bottom: keyboard.top
        width: root.width
        TrTextArea { Layout.fillWidth: true; focus: true; label: "Det kan vi gøre"; text: "Jeg går ned i kælderen og maler." }
    }
    TrKeyboard { id: keyboard; anchors.bottom: bottom.top; width: root.width }
    TrBottomBar { id: bottom; anchors.bottom: root.bottom; width: root.width; TrButton { kind: TrButton.Main; text: "Gem" } }
}

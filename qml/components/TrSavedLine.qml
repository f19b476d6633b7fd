import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// Says that something is on disk. Its place is kept while `saved` is false, so that nothing jumps.
RowLayout {
    id: root

    property bool saved: true
    property string iconName: "check"
    property int textSize: Theme.type.small
    //: An answer has been written to this device's disk.
    property string text: qsTr("Gemt her på tabletten")

    spacing: Theme.size.iconGap
    opacity: root.saved ? 1 : 0

    Accessible.role: Accessible.StaticText
    Accessible.name: root.saved ? root.text : ""

    TrIcon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: (words.lineHeight - height) / 2
        visible: root.iconName !== ""
        name: root.iconName
        size: Theme.size.iconSmall
        color: Theme.color.textSoft
    }
    TrText {
        id: words

        Layout.fillWidth: true
        text: root.text
        letterSize: root.textSize
        soft: true
        Accessible.ignored: true
    }
}

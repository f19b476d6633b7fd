pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// Ten large keys for a code, in the order of a telephone, and *Slet*. Reached by Tab as well; who has real digits under
// their hands uses those: the page listens to them.
GridLayout {
    id: root

    // How wide it may be: on a phone the keys give way a little.
    property real room: root.columns * Theme.size.digitKey

    readonly property int keyWidth: Math.min(Theme.size.digitKey, Math.floor(root.room / root.columns))
    readonly property list<int> digits: [1, 2, 3, 4, 5, 6, 7, 8, 9]

    signal digit(value: int)
    signal erase()

    columns: 3
    columnSpacing: 0 // the gap is inside the keys
    rowSpacing: 0

    Accessible.role: Accessible.Grouping
    //: Name of the keys for a code, for a screen reader.
    Accessible.name: qsTr("Tal til koden")

    component DigitKey: TrKey {
        property int value: 0

        implicitWidth: root.keyWidth
        implicitHeight: Theme.size.digitKeyHeight
        focusPolicy: Qt.StrongFocus
        text: value
        onClicked: root.digit(value)
    }

    Repeater {
        model: root.digits

        DigitKey {
            required property int modelData

            value: modelData
        }
    }
    TrKey {
        implicitWidth: root.keyWidth
        implicitHeight: Theme.size.digitKeyHeight
        focusPolicy: Qt.StrongFocus
        isWord: true
        //: Keys for a code: takes away the last digit.
        text: qsTr("Slet")
        onClicked: root.erase()
    }
    DigitKey {}
}

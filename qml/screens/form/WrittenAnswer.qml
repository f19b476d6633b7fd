import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// The answer to a question in words: what stands there, and the way to the writing page.
ColumnLayout {
    id: root

    required property string text

    signal write()

    spacing: Theme.space.m

    TrCard {
        Layout.fillWidth: true
        visible: root.text !== ""

        TrText {
            Layout.fillWidth: true
            text: root.text
            lineFactor: Theme.type.lineHeightLong
        }
    }
    TrButton {
        //: Opens the writing page.
        text: root.text === "" ? qsTr("Skriv") : qsTr("Skriv videre")
        iconName: "pen"
        onClicked: root.write()
    }
}

pragma Singleton
import QtQml

// What a screen reader says for keys that are not letters or digits.
QtObject {
    id: root

    readonly property var names: ({
        //: Names of signs on the keyboard.
        ".": qsTr("Punktum"), ",": qsTr("Komma"), "?": qsTr("Spørgsmålstegn"), "!": qsTr("Udråbstegn"),
        ":": qsTr("Kolon"), ";": qsTr("Semikolon"), "-": qsTr("Bindestreg"), "–": qsTr("Tankestreg"),
        "(": qsTr("Parentes begynder"), ")": qsTr("Parentes slutter"), "/": qsTr("Skråstreg"),
        "”": qsTr("Citationstegn"), "’": qsTr("Apostrof"), "&": qsTr("Og-tegn"), "%": qsTr("Procent"),
        "@": qsTr("Snabel-a"), "=": qsTr("Lig med"), "*": qsTr("Stjerne"), "+": qsTr("Plus")
    })

    function spoken(key: string): string {
        return root.names[key] ?? key
    }
}

import QtQuick
import Trivsel.Theme

// A text in which what differs from the other version is bold and underlined.
Text {
    id: root

    // [{ text: string, differs: bool }, …] in order.
    property var parts: []
    property int letterSize: Theme.type.heading

    readonly property string plain: root.parts.map(part => part.text).join("")
    readonly property string differing: root.parts.filter(part => part.differs).map(part => part.text.trim()).join("; ")

    function escaped(words: string): string {
        return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>")
    }

    text: root.parts.map(part => part.differs ? "<b><u>" + root.escaped(part.text) + "</u></b>" : root.escaped(part.text)).join("")
    textFormat: Text.StyledText
    wrapMode: Text.Wrap
    color: Theme.color.text
    font.family: Theme.type.family
    font.pixelSize: root.letterSize
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(root.letterSize * Theme.type.lineHeightLong)

    Accessible.role: Accessible.StaticText
    Accessible.name: root.plain
    //: For a screen reader: the parts that stand in this version only.
    Accessible.description: root.differing === "" ? "" : qsTr("Kun i denne udgave: %1").arg(root.differing)
}

import QtQuick
import Trivsel.Theme

// Words on the page. Plain text only, whole always: it wraps and is never cut or shortened.
Text {
    id: root

    enum Kind { Body, Question, Title, Heading, Lead, Small, StaffBody, StaffSmall }

    property int kind: TrText.Body
    property bool soft: root.kind === TrText.Lead
    property bool bold: root.isTitle || root.kind === TrText.Heading
    // For letters of another size than the kind's own.
    property int letterSize: root.sizeOf(root.kind)
    property real lineFactor: root.isTitle ? Theme.type.lineHeightTitle : Theme.type.lineHeight

    readonly property bool isTitle: root.kind === TrText.Question || root.kind === TrText.Title

    function sizeOf(kind: int): int {
        return [Theme.type.body, Theme.type.question, Theme.type.title, Theme.type.heading, Theme.type.lead,
                Theme.type.small, Theme.type.staffBody, Theme.type.staffSmall][kind]
    }

    color: root.soft ? Theme.color.textSoft : Theme.color.text
    font.family: Theme.type.family
    font.pixelSize: root.letterSize
    font.weight: root.bold ? Theme.type.bold : Theme.type.regular
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(root.letterSize * root.lineFactor)
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.role: root.isTitle || root.kind === TrText.Heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
}

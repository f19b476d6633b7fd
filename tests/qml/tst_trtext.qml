import QtQuick
import QtTest
import Trivsel.Components
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 1280
    height: 800

    Component { id: text; TrText { text: "Sådan går det" } }
    Component { id: diff; TrDiffText { width: 500 } }

    TrTestCase {
        name: "TrText"
        subject: text

        function test_kinds_data() {
            return [{ tag: "body", kind: TrText.Body, px: 24, weight: 400, role: Accessible.StaticText },
                    { tag: "question", kind: TrText.Question, px: 40, weight: 700, role: Accessible.Heading },
                    { tag: "title", kind: TrText.Title, px: 34, weight: 700, role: Accessible.Heading },
                    { tag: "heading", kind: TrText.Heading, px: 26, weight: 700, role: Accessible.Heading },
                    { tag: "lead", kind: TrText.Lead, px: 26, weight: 400, role: Accessible.StaticText },
                    { tag: "small", kind: TrText.Small, px: 22, weight: 400, role: Accessible.StaticText },
                    { tag: "staffBody", kind: TrText.StaffBody, px: 20, weight: 400, role: Accessible.StaticText },
                    { tag: "staffSmall", kind: TrText.StaffSmall, px: 18, weight: 400, role: Accessible.StaticText }]
        }

        function test_kinds(data) {
            const item = make({ kind: data.kind })
            compare(item.font.pixelSize, data.px)
            compare(item.font.weight, data.weight)
            compare(item.font.family, "Noto Sans")
            compare(item.font.italic, false)
            compare(item.Accessible.role, data.role)
            compare(item.Accessible.name, "Sådan går det")
        }

        function test_aPersonsWordsAreNeverMarkup() {
            const item = make({ text: "<b>Hej</b> & farvel" })
            compare(item.textFormat, Text.PlainText)
            compare(item.text, "<b>Hej</b> & farvel")
        }

        function test_wrapsAndIsWhole() {
            Theme.typeScale = 2
            const item = make({ text: "Selvevalueringsspørgsmål kan være lange ord", width: 300 })
            verify(item.lineCount > 2)
            verify(!item.truncated)
            verify(item.contentWidth <= 300)
        }

        function test_differencesAreBoldAndUnderlined() {
            subject = diff
            const item = make({ parts: [{ text: "Bank på ", differs: false }, { text: "to gange", differs: true }, { text: ". 2 < 3 & <u>", differs: false }] })
            compare(item.text, "Bank på <b><u>to gange</u></b>. 2 &lt; 3 &amp; &lt;u&gt;")
            compare(item.Accessible.name, "Bank på to gange. 2 < 3 & <u>")
            compare(item.Accessible.description, "Kun i denne udgave: to gange")
            item.parts = [{ text: "Ens", differs: false }]
            compare(item.Accessible.description, "")
            subject = text
        }

        function test_linesStayLines() {
            subject = diff
            const item = make({ parts: [{ text: "En\nto\n", differs: false }, { text: "tre", differs: true }] })
            compare(item.lineCount, 3)
            subject = text
        }
    }
}

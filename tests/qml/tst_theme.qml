import QtQuick
import QtTest
import Trivsel.Test
import Trivsel.Theme
import "support"

Item {
    id: root
    width: 400
    height: 300

    TrTestCase {
        name: "Theme"

        readonly property var tokens: JSON.parse(TestFiles.read("tests/data/tokens.json"))
        // A QML name cannot begin with "on".
        readonly property var renamed: ({ onAccent: "inkOnAccent", onChosen: "inkOnChosen" })

        function themes() {
            return { light: Theme.light, dark: Theme.dark, contrast: Theme.contrast }
        }

        function test_coloursAreTheTokens() {
            const all = themes()
            for (const theme in all) {
                const wanted = tokens.color[theme]
                compare(Object.keys(wanted).length, 40)
                for (const name in wanted)
                    compare(String(all[theme][renamed[name] ?? name]), wanted[name].toLowerCase(), theme + " " + name)
            }
        }

        function test_otherTokens() {
            for (const name in tokens.space)
                compare(Theme.space[name], tokens.space[name], name)
            for (const name in tokens.radius)
                compare(Theme.radius[name], tokens.radius[name], name)
            for (const scheme of ["Light", "Dark", "Contrast"]) {
                Theme.scheme = Theme[scheme]
                const wanted = tokens.border[scheme.toLowerCase()]
                for (const name in wanted)
                    compare(Theme.border[name], wanted[name], scheme + " " + name)
            }
            compare(Theme.motion.press, 0)
            Theme.reducedMotion = false
            for (const name of ["press", "choose", "page", "cover"])
                compare(Theme.motion[name], tokens.motion[name], name)
            compare(Theme.motion.secondTouch, 600)
            compare(Theme.motion.pageTouch, 600)
        }

        function test_lettersAreTheTokens() {
            compare(Theme.type.family, tokens.type.family)
            compare(Theme.type.regular, tokens.type.weights.regular)
            compare(Theme.type.bold, tokens.type.weights.bold)
            for (const name of ["title", "heading", "lead", "answer", "body", "button", "small", "staffBody", "staffSmall", "key",
                                "question", "questionPortrait"])
                compare(Theme.type[name], tokens.type[name].px, name)
            Theme.viewWidth = 800
            Theme.viewHeight = 1280
            compare(Theme.type.question, 36)
            Theme.viewWidth = 412
            compare(Theme.type.question, 34)
        }

        function test_lettersGrowBetweenTheirEnds_data() {
            return [{ tag: "least", scale: 0.85, body: 20 }, { tag: "below", scale: 0.5, body: 20 },
                    { tag: "most", scale: 2, body: 48 }, { tag: "above", scale: 3, body: 48 }, { tag: "between", scale: 1.5, body: 36 }]
        }

        function test_lettersGrowBetweenTheirEnds(data) {
            Theme.typeScale = data.scale
            compare(Theme.type.body, data.body)
        }

        // Held nearer, they are as large to the eye; words of the pages would be broken by more (tests/pages).
        function test_onAPhoneLettersGrowLess() {
            Theme.viewWidth = 599
            Theme.typeScale = 1.4
            compare(Theme.type.body, 34)
            Theme.typeScale = 2
            compare(Theme.type.body, 34)
            verify(Theme.cramped)
            Theme.typeScale = 1.3
            verify(!Theme.cramped)
            Theme.typeScale = 2
            Theme.viewWidth = 600
            compare(Theme.type.body, 48)
            verify(!Theme.cramped)
        }

        function test_largeBeginsPast() {
            Theme.typeScale = 1.3
            verify(!Theme.type.large)
            Theme.typeScale = 1.31
            verify(Theme.type.large)
        }

        function test_nothingMovesInReducedMotion() {
            for (const name of ["press", "choose", "page", "cover"])
                compare(Theme.motion[name], 0, name)
            compare(Theme.motion.secondTouch, 600)
        }

        function test_millimetres_data() {
            return [{ tag: "measured", calibration: 149 / 25.4, screen: 100 / 25.4, dpi: 149 },
                    { tag: "screen", calibration: 0, screen: 100 / 25.4, dpi: 100 },
                    { tag: "nobody", calibration: 0, screen: 0, dpi: 160 },
                    { tag: "least", calibration: 0, screen: 60 / 25.4, dpi: 60 },
                    { tag: "most", calibration: 0, screen: 400 / 25.4, dpi: 400 },
                    { tag: "below", calibration: 0, screen: 59.9 / 25.4, dpi: 160 },
                    { tag: "above", calibration: 0, screen: 400.1 / 25.4, dpi: 160 },
                    { tag: "wrongMeasure", calibration: 1000, screen: 100 / 25.4, dpi: 100 },
                    { tag: "notANumber", calibration: NaN, screen: NaN, dpi: 160 }]
        }

        function test_millimetres(data) {
            Theme.calibration = data.calibration
            Theme.screenDensity = data.screen
            fuzzyCompare(Theme.mm(25.4), data.dpi, 0.001)
            Theme.screenDensity = 0
        }

        function test_sizesOnTheTablet() {
            const px = tokens.size.px149
            for (const name of ["face", "facePortrait", "faceMin", "target", "primary", "icon", "badge", "topBar", "bottomBar"])
                compare(Theme.size[name], px[name], name)
            compare(Theme.size.key, 72)
        }

        function test_sizesAreNeverTooSmall_data() {
            return [{ tag: "60", dpi: 60 }, { tag: "96", dpi: 96 }, { tag: "149", dpi: 149 }, { tag: "160", dpi: 160 }, { tag: "400", dpi: 400 }]
        }

        function test_sizesAreNeverTooSmall(data) {
            Theme.calibration = data.dpi / 25.4
            verify(millimetres(Theme.size.face) >= 28.6 - 0.01)
            verify(millimetres(Theme.size.facePortrait) >= 25)
            verify(millimetres(Theme.size.target) >= 12.2 - 0.01)
            verify(millimetres(Theme.size.key) >= 12.2 - 0.01)
        }

        function test_form_data() {
            return [{ tag: "landscape", width: 1280, height: 800, form: Theme.Landscape },
                    { tag: "square", width: 800, height: 800, form: Theme.Landscape },
                    { tag: "portrait", width: 800, height: 1280, form: Theme.Portrait },
                    { tag: "phone", width: 412, height: 915, form: Theme.Phone },
                    { tag: "lyingPhone", width: 915, height: 412, form: Theme.Phone },
                    { tag: "smallestTablet", width: 600, height: 960, form: Theme.Portrait },
                    { tag: "largestPhone", width: 599, height: 960, form: Theme.Phone }]
        }

        function test_form(data) {
            Theme.viewWidth = data.width
            Theme.viewHeight = data.height
            compare(Theme.form, data.form)
            compare(Theme.size.margin, [48, 32, 16][data.form])
        }

        function luminance(colour) {
            const part = c => c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)
            return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b)
        }

        function ratio(a, b) {
            const one = luminance(a), other = luminance(b)
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
        }

        function test_contrast() {
            const text = [["text", "ground"], ["text", "surface"], ["text", "sunk"], ["textSoft", "ground"], ["textSoft", "surface"],
                ["textSoft", "sunk"], ["inkOnAccent", "accent"], ["inkOnAccent", "accentPressed"], ["inkOnChosen", "chosenFill"],
                ["text", "pressedFill"], ["text", "helpFill"], ["text", "noteFill"], ["text", "mineFill"], ["text", "staffFill"],
                ["textSoft", "mineFill"], ["textSoft", "staffFill"], ["mine", "surface"], ["mine", "mineFill"], ["staff", "surface"],
                ["staff", "staffFill"], ["note", "noteFill"], ["accent", "surface"], ["disabledText", "disabledFill"], ["text", "cover"],
                ["textSoft", "cover"], ["text", "tint1"], ["text", "tint2"], ["text", "tint3"], ["text", "tint4"], ["text", "tint5"], ["text", "tint6"]]
            const part = [["outline", "ground"], ["outline", "surface"], ["outline", "sunk"], ["accent", "ground"], ["chosenMark", "chosenFill"],
                ["focus", "ground"], ["focus", "surface"], ["focus", "sunk"], ["focus", "cover"], ["help", "ground"], ["help", "helpFill"],
                ["faceLine", "faceFill"], ["faceLine", "surface"], ["chartLine", "surface"], ["chartLine", "chartBand"], ["chartEdge", "surface"],
                ["pictureInk", "surface"], ["pictureInk", "pictureA"], ["pictureInk", "pictureB"]]
            const all = themes()
            for (const theme in all) {
                for (const pair of text)
                    verify(ratio(all[theme][pair[0]], all[theme][pair[1]]) >= 4.5, theme + ": " + pair.join(" on "))
                for (const pair of part)
                    verify(ratio(all[theme][pair[0]], all[theme][pair[1]]) >= 3, theme + ": " + pair.join(" on "))
            }
            fuzzyCompare(ratio(Theme.contrast.text, Theme.contrast.ground), 21, 0.01)
        }
    }
}

import QtQuick

// Noto Sans, two weights, never italic, never capitals. Sizes are pixels times `scale`.
QtObject {
    id: root

    // The person's own setting; anything outside 0.85–2.0 is brought to the nearest end.
    property real scale: 1
    property bool portrait: false
    property bool phone: false

    // A phone is held nearer: at 1.4 its letters are as large to the eye as a tablet's at 2, and words still fit its width.
    readonly property real factorMax: root.phone ? 1.4 : 2
    readonly property real factor: Math.min(root.factorMax, Math.max(0.85, root.scale))
    // Past this the page is moved with big buttons in place of a flick.
    readonly property bool large: root.factor > 1.3

    readonly property string family: "Noto Sans"
    readonly property int regular: Font.Normal
    readonly property int bold: Font.Bold
    // Line heights, times the letter size.
    readonly property real lineHeight: 1.35
    readonly property real lineHeightTitle: 1.2
    readonly property real lineHeightLong: 1.5

    readonly property int questionLandscape: root.scaled(40)
    readonly property int questionPortrait: root.scaled(36)
    readonly property int questionPhone: root.scaled(34)
    readonly property int question: root.phone ? root.questionPhone : root.portrait ? root.questionPortrait : root.questionLandscape
    readonly property int title: root.scaled(34)
    readonly property int heading: root.scaled(26)
    readonly property int lead: root.scaled(26)
    readonly property int answer: root.scaled(26)
    readonly property int answerRow: root.scaled(30)
    readonly property int tile: root.scaled(30)
    readonly property int body: root.scaled(24)
    readonly property int button: root.scaled(24)
    readonly property int small: root.scaled(22)
    readonly property int staffBody: root.scaled(20)
    readonly property int staffSmall: root.scaled(18)
    readonly property int key: root.scaled(30)
    // Words on keys shrink to their key, but not below this.
    readonly property int keyLeast: root.phone ? 14 : 18

    function scaled(px: real): int {
        return Math.round(px * root.factor)
    }
}

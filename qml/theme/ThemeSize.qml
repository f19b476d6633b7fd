import QtQuick

// Sizes of things. What a finger or an eye must meet is given in millimetres; the rest grows with the letters.
QtObject {
    id: root

    required property real pxPerMm
    required property real letterScale
    required property bool portrait
    required property bool phone

    // Never smaller than this, on any screen.
    readonly property int faceMin: root.mm(root.phone ? 20 : 25)
    readonly property int face: root.mm(28.6)
    readonly property int facePortrait: root.mm(root.phone ? 20 : 25.5)
    readonly property int target: root.mm(12.2)
    readonly property int primary: root.mm(13.6)
    readonly property int key: root.mm(12.2)
    // A key of a code: hit without looking closely. The gap between two keys is inside it.
    readonly property int digitKey: root.mm(21)
    readonly property int digitKeyHeight: root.mm(root.phone ? 14 : 21)
    readonly property int codeDot: 44

    readonly property int margin: root.phone ? 16 : root.portrait ? 32 : 48
    readonly property int topBar: root.phone ? 84 : 104
    readonly property int bottomBar: root.portrait && !root.phone ? 104 : 112
    readonly property int gutter: 16
    readonly property int scrollButtonsLeast: root.mm(42)
    // Spring over and Næste stand in the same place, as wide as each other.
    readonly property int stepWidth: root.portrait ? 220 : 232
    readonly property int topGap: 28
    readonly property int coverTile: root.mm(42)
    readonly property int cursor: 3
    readonly property int readable: root.grown(760)

    readonly property int icon: root.grown(30)
    readonly property int iconSmall: root.grown(26)
    readonly property int iconLarge: root.grown(52)
    readonly property int iconGap: 12
    readonly property int faceRow: root.grown(72)
    // Line width of the answer drawings, of 160; stronger when they are small.
    readonly property int faceStroke: 5
    readonly property int faceStrokeRow: 7
    readonly property int badge: 44
    readonly property int badgeRing: 3
    readonly property int mark: 32
    readonly property int markEdge: 3
    readonly property int markTick: 24
    readonly property real markStroke: 3.4
    readonly property int answerRow: root.grown(104)
    readonly property int radioRow: root.grown(100)
    readonly property int radioPadding: 22
    readonly property int radioGap: 20
    readonly property real tickPart: 0.64
    readonly property real tickStroke: 3
    readonly property int wordBar: 5
    readonly property int tabBar: 6
    readonly property int tabBarLength: 56
    readonly property int tabBarGap: 5

    readonly property int buttonPadding: root.phone ? 14 : 26
    readonly property int buttonPaddingTall: root.phone ? 24 : 34
    readonly property int buttonPaddingMain: root.phone ? 26 : 38
    readonly property int helpGrown: root.grown(136)
    readonly property int helpGap: 28

    readonly property int numberCard: root.mm(30) // the tick stands above the word
    readonly property int faceCardWidth: root.mm(38)
    readonly property int faceCardHeight: root.mm(51.7)
    readonly property int faceRowHeight: root.facePortrait + 16
    readonly property int faceRowPadding: root.phone ? 16 : 30
    readonly property int faceRowGap: root.phone ? 16 : 24
    readonly property int wordBarGap: 2
    readonly property real stairWidth: 0.82
    readonly property real stairHeight: 0.7
    readonly property int stairEdge: 4

    readonly property int tilePicture: 140
    readonly property int tilePictureAlone: 164
    readonly property int tileMinHeight: root.mm(33)
    readonly property int keyPicture: 92
    readonly property int slot: 88
    readonly property int slotDot: 44

    readonly property int voiceBar: 6
    readonly property int voicePair: 8
    readonly property int voiceLine: 2
    readonly property int voiceInset: 14
    readonly property int voicePadding: 36
    readonly property int voicePaddingV: 18
    readonly property int voiceGap: 6
    readonly property int linePaddingV: 14
    readonly property int linePaddingH: 20

    readonly property int chip: root.grown(40)
    readonly property int chipPadding: 14
    readonly property int iconChip: root.grown(22)
    readonly property int listRow: root.grown(84)
    readonly property int rowLabel: root.grown(148)
    readonly property int sideColumn: root.grown(400)
    // What two columns of equal width ask for at least; they share what there is.
    readonly property int halfColumn: 340

    // What a page's large choices are: a thing to open, one of two equal ways, the mark that it is done.
    readonly property int entryCard: root.grown(132)
    readonly property int bigChoice: root.grown(236)
    readonly property int bigDrawing: root.grown(128)
    readonly property int doneMark: 96
    // Over and under the drawing of an answer card: its word and the air around it.
    readonly property int wordRoom: root.grown(84)

    readonly property int dot: 16
    readonly property int dotLong: 36
    readonly property int dotGap: 10
    readonly property int dotsMax: 10
    readonly property int textArea: root.grown(160)

    // The chart of one's own answers: a line of words, points, how much of the width the words may take, and places that
    // are there also with fewer answers.
    readonly property int curveRow: root.grown(48)
    readonly property int curvePoint: 18
    readonly property int curveNewest: 26
    readonly property int curveLine: 4
    readonly property real curveWordsMost: 0.45
    readonly property int curvePlacesLeast: 6

    function mm(length: real): int {
        return Math.ceil(length * root.pxPerMm - 0.01)
    }

    function grown(px: real): int {
        return Math.round(px * root.letterScale)
    }
}

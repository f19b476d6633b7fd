import QtQuick

// The names of every colour. A theme is an instance of this type; a theme that leaves one out does not load.
QtObject {
    id: root

    // The page, a card on it, and what lies quietly (quiet button, calm line).
    required property color ground
    required property color surface
    required property color sunk

    // A hairline that carries no meaning, and the edge of a control.
    required property color line
    required property color outline

    // Words, and helping words.
    required property color text
    required property color textSoft

    // The one main step and the chosen edge.
    required property color accent
    required property color inkOnAccent
    required property color accentPressed

    // What is chosen. (A QML property cannot begin with "on": that is a signal handler.)
    required property color chosenFill
    required property color inkOnChosen

    // The focus ring, nothing else.
    required property color focus

    // "Har du brug for nogen nu?" and call rows, nothing else.
    required property color help
    required property color helpFill

    // A line that wants to be read.
    required property color note
    required property color noteFill

    // A resident's own words.
    required property color mine
    required property color mineFill

    // The staff's words.
    required property color staff
    required property color staffFill

    // States of a control.
    required property color pressedFill
    required property color disabledFill
    required property color disabledText

    // All answer drawings alike.
    required property color faceFill
    required property color faceLine

    // Curves.
    required property color chartLine
    required property color chartBand
    required property color chartEdge

    // The cover.
    required property color cover

    // Pictures on tiles.
    required property color pictureInk
    required property color pictureA
    required property color pictureB
    required property color pictureC

    // The grounds of start tiles.
    required property color tint1
    required property color tint2
    required property color tint3
    required property color tint4
    required property color tint5
    required property color tint6

    // Only the contrast theme gives a quiet button an edge and what lies on a chosen ground a ring.
    property color quietEdge: "transparent"
    property color badgeEdge: root.chosenFill
    // The bar under a chosen tab's word, and the ring of a chosen mark: seen on chosenFill.
    property color chosenMark: root.accent

    readonly property list<color> tints: [root.tint1, root.tint2, root.tint3, root.tint4, root.tint5, root.tint6]
}

import QtQuick

// Widths of edges. They are drawn inside a rectangle, so a thicker edge moves nothing.
QtObject {
    id: root

    property bool strong: false

    // A dash and its gap, in widths of the line.
    readonly property list<real> dash: [3, 2]

    readonly property int hair: root.strong ? 2 : 1
    readonly property int normal: root.strong ? 3 : 2
    readonly property int chosen: root.strong ? 6 : 5
    readonly property int chosenTab: root.strong ? 6 : 4
    readonly property int focus: root.strong ? 6 : 4
    readonly property int focusGap: root.strong ? 4 : 3
}

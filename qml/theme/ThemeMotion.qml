import QtQuick

// Durations in milliseconds; all 0 in reduced motion. Nothing slides, bounces, loops or blinks.
QtObject {
    id: root

    property bool reduced: false

    readonly property int press: root.reduced ? 0 : 80
    readonly property int choose: root.reduced ? 0 : 120
    readonly property int page: root.reduced ? 0 : 160
    readonly property int cover: 0
    readonly property int easing: Easing.OutQuad

    // A second touch on an answer within this time is a trembling hand. Not a movement: never 0.
    property int secondTouch: 600
    // The same on the next page: touches this soon after it came were meant for the page before.
    property int pageTouch: 600
}

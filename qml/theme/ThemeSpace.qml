import QtQuick

// Distances in device-independent pixels.
QtObject {
    readonly property int xs: 4
    readonly property int s: 8
    readonly property int m: 16
    readonly property int l: 24
    readonly property int xl: 32
    readonly property int xxl: 48

    // The least distance between two targets: keys and phone tabs, answer rows, buttons.
    readonly property int betweenKeys: 8
    readonly property int betweenRows: 10
    readonly property int betweenButtons: 12
    // Between a step forward and the one that throws away or undoes.
    readonly property int apart: 48
}

import QtQuick

// One radius per rectangle: s small marks; m buttons, rows, keys; l cards and tiles; full a pill.
QtObject {
    readonly property int s: 8
    readonly property int m: 14
    readonly property int l: 20
    readonly property int full: 999
}

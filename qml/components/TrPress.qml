pragma Singleton
import QtQml

// What presses right now. A handler of `clicked` runs while the press is carried out, whatever signals lie between.
QtObject {
    property bool byReader: false // a screen reader, or what else works through accessibility

    function asReader(press: var) {
        byReader = true
        press()
        byReader = false
    }
}

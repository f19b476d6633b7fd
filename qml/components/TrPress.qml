pragma Singleton
import QtQml

// What presses right now. A handler of `clicked` runs while the press is carried out, whatever signals lie between.
QtObject {
    property bool byReader: false // a screen reader, or what else works through accessibility

    // Asked before each of those presses: somebody is there, though no finger touched the screen. False: not now.
    property var admits: () => true

    function asReader(press: var) {
        if (!admits())
            return
        byReader = true
        press()
        byReader = false
    }
}

import QtQml
import Trivsel.Theme

// Lets the first touch through and ignores a second one that comes too soon. Answers of one question share a guard,
// so that a trembling finger cannot hit the neighbour either. A screen reader's press always comes through: no finger
// trembled, and a press that did nothing would be heard by nobody.
QtObject {
    id: root

    property int quietMs: Theme.motion.secondTouch
    property real lastMs: -Infinity

    // What the touches are for has just come: none counts for a while, whatever was touched before.
    function begin(nowMs: real) {
        root.lastMs = nowMs
    }
    // A clock that is set back must not lock anybody out: only a short time forward counts.
    function accepts(nowMs: real): bool {
        if (TrPress.byReader)
            return true
        const since = nowMs - root.lastMs
        if (since >= 0 && since < root.quietMs)
            return false
        root.lastMs = nowMs
        return true
    }
}

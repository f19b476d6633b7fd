import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What is saved here and at the office: a quiet line, or a note when somebody must do something.
ColumnLayout {
    id: root

    required property SyncViewModel sync

    readonly property string words: Sentences.sync(root.sync.state, root.sync.lastContact, root.sync.held)

    TrSavedLine {
        Layout.fillWidth: true
        visible: !root.sync.needsPerson
        saved: root.words !== ""
        iconName: Sentences.practising ? "info" : root.sync.working ? "sync" : "check"
        text: root.words
        textSize: Theme.type.staffBody
    }
    TrNoteLine {
        Layout.fillWidth: true
        visible: root.sync.needsPerson
        iconName: "info"
        text: root.words
        textSize: Theme.type.staffBody
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// The tablet cannot open its data: one sentence, and nothing is lost.
PageFrame {
    id: root

    required property int code

    hasTop: false
    hasBottom: false

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.size.margin, Theme.size.readable)
        spacing: Theme.space.l

        TrIcon {
            name: "info"
            size: Theme.size.iconLarge
            color: Theme.color.note
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Question
            //: Title when the tablet cannot open its data.
            text: qsTr("Tabletten kan ikke åbne lige nu")
        }
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            text: Sentences.problem(root.code)
        }
    }
}

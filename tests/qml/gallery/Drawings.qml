pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Components
import Trivsel.Theme

// Every drawing there is.
Rectangle {
    width: 1280
    height: 1440
    color: Theme.color.surface

    Column {
        x: 24
        y: 24
        spacing: 16
        Row {
            spacing: 8
            Repeater { model: 7; TrFace { required property int index; level: index } }
        }
        Flow {
            width: 1232
            spacing: 0
            Repeater {
                model: TrPictures.keyNames.concat(TrPictures.tileNames)
                Column {
                    id: cell
                    required property string modelData
                    width: 112
                    TrPicture { anchors.horizontalCenter: parent.horizontalCenter; name: cell.modelData; size: 64 }
                    TrText { width: parent.width; text: TrPictures.word(cell.modelData); kind: TrText.StaffSmall; horizontalAlignment: Text.AlignHCenter }
                }
            }
        }
        Flow {
            width: 1232
            spacing: 12
            Repeater {
                model: ["arrow", "back", "calendar", "card", "chart", "check", "clock", "close", "copy", "down", "erase", "hide", "home", "info", "key",
                    "leaf", "list", "lock", "minus", "next", "pages", "pause", "pen", "people", "phone", "plus", "reply", "shield", "speak", "staff",
                    "steps", "stop", "sun", "swap", "sync", "talk", "trash", "undo", "up", "walk"]
                Column {
                    id: one
                    required property string modelData
                    width: 84
                    TrIcon { anchors.horizontalCenter: parent.horizontalCenter; name: one.modelData; size: 48 }
                    TrText { width: parent.width; text: one.modelData; kind: TrText.StaffSmall; horizontalAlignment: Text.AlignHCenter }
                }
            }
        }
    }
}

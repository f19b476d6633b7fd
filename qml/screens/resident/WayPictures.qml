pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Pictures for a tile, twelve to a page, in their fixed order; those of other tiles are left out.
ColumnLayout {
    id: root

    required property var taken // names
    required property int columns

    readonly property int perPage: 12
    readonly property var offered: [...TrPictures.tileNames].filter(name => root.taken.indexOf(name) < 0)
    readonly property int pages: Math.max(1, Math.ceil(root.offered.length / root.perPage))
    property int page: 0

    signal picked(name: string)

    spacing: Theme.space.m

    GridLayout {
        Layout.fillWidth: true
        columns: root.columns
        columnSpacing: Theme.space.betweenButtons
        rowSpacing: Theme.space.betweenButtons

        Repeater {
            model: root.offered.slice(root.page * root.perPage, (root.page + 1) * root.perPage)

            TrPictureKey {
                required property string modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1 // all as wide
                picture: modelData
                onClicked: root.picked(modelData)
            }
        }
    }
    Flow {
        id: steps

        Layout.fillWidth: true
        spacing: Theme.space.betweenButtons

        TrButton {
            width: Math.min(implicitWidth, steps.width)
            visible: root.page > 0
            //: The page of pictures before.
            text: qsTr("Forrige billeder")
            iconName: "back"
            onClicked: root.page -= 1
        }
        TrButton {
            width: Math.min(implicitWidth, steps.width)
            visible: root.page + 1 < root.pages
            //: The next page of pictures.
            text: qsTr("Flere billeder")
            iconName: "next"
            iconRight: true
            onClicked: root.page += 1
        }
    }
}

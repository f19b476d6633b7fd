pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Staff hold a card against the screen until the drawn one is as large: then a millimetre is a millimetre here.
PageFrame {
    id: root

    required property MeasureViewModel viewModel

    // A card as banks and doctors give them (ISO 7810 ID-1). Upright where the screen is too narrow for it.
    readonly property real longMm: 85.6
    readonly property real shortMm: 54
    readonly property bool upright: root.contentWidth < root.longMm * root.viewModel.pxPerMm
    readonly property real widthMm: root.upright ? root.shortMm : root.longMm
    readonly property real heightMm: root.upright ? root.longMm : root.shortMm

    //: Staff: how large things are on this screen.
    title: qsTr("Skærmens størrelse")
    hasHide: false
    hasLock: true
    hasHelp: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: root.title

        TrText {
            Layout.fillWidth: true
            kind: TrText.StaffBody
            //: How to measure the screen.
            text: qsTr("Hold et bankkort eller sundhedskort mod skærmen. Tryk på Større eller Mindre, eller træk i hjørnet, til rammen er lige så stor som kortet.")
        }
        Item {
            Layout.preferredWidth: card.width
            Layout.preferredHeight: card.height
            Layout.topMargin: Theme.space.s

            Rectangle {
                id: card

                objectName: "card"
                width: root.widthMm * root.viewModel.pxPerMm
                height: root.heightMm * root.viewModel.pxPerMm
                radius: Theme.radius.s
                color: Theme.color.surface
                border.width: Theme.border.normal
                border.color: Theme.color.outline

                Accessible.role: Accessible.Graphic
                //: The frame that is to become as large as a card.
                Accessible.name: qsTr("Ramme på størrelse med et kort")
            }
            Rectangle {
                id: corner

                anchors.right: card.right
                anchors.bottom: card.bottom
                width: Theme.size.target
                height: Theme.size.target
                radius: Theme.radius.s
                color: Theme.color.sunk
                border.width: Theme.border.normal
                border.color: Theme.color.outline

                MouseArea {
                    objectName: "corner"
                    anchors.fill: parent
                    preventStealing: true
                    Accessible.role: Accessible.Grip // Større and Mindre do the same
                    //: The corner of the frame, which can be dragged.
                    Accessible.name: qsTr("Hjørnet af rammen")
                    onPositionChanged: mouse => {
                        const at = mapToItem(card, mouse.x, mouse.y)
                        root.viewModel.drag(at.x + corner.width / 2, root.widthMm)
                    }
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.s
            spacing: Theme.space.betweenButtons

            TrButton {
                enabled: root.viewModel.canShrink
                //: Makes the frame smaller.
                text: qsTr("Mindre")
                iconName: "minus"
                onClicked: root.viewModel.step(-1)
            }
            TrButton {
                enabled: root.viewModel.canGrow
                //: Makes the frame larger.
                text: qsTr("Større")
                iconName: "plus"
                onClicked: root.viewModel.step(1)
            }
        }
        TrNoteLine {
            Layout.fillWidth: true
            visible: root.viewModel.failed
            text: qsTr("Målet kunne ikke gemmes. Prøv igen.")
        }
    }

    actions: TrButton {
        kind: TrButton.Main
        //: The frame is as large as the card.
        text: qsTr("Det passer")
        onClicked: root.viewModel.save()
    }
}

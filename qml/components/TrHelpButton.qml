import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// "Har du brug for nogen nu?": on every resident page, bottom left, never off. After an answer it grows and explains.
TrButton {
    id: root

    property bool grown: false
    //: Under "Har du brug for nogen nu?" on the thank-you page.
    property string detail: qsTr("Tryk her. Så kan du se, hvem du kan ringe til.")

    urgent: true
    kind: TrButton.Help
    iconName: "talk"
    //: The button on every page that shows whom to call.
    text: qsTr("Har du brug for nogen nu?")
    implicitHeight: Math.max(root.grown ? Theme.size.helpGrown : Theme.size.primary,
                             implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.grown ? Theme.size.buttonPaddingMain : Theme.size.buttonPadding
    rightPadding: root.grown ? Theme.size.buttonPaddingMain : Theme.size.buttonPadding + Theme.space.xs

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.grown ? root.detail : ""

    contentItem: RowLayout {
        spacing: root.grown ? Theme.size.helpGap : Theme.size.iconGap

        TrIcon {
            name: root.iconName
            size: root.grown ? Theme.size.iconLarge : Theme.size.icon
            color: Theme.color.help
        }
        ColumnLayout {
            spacing: 0

            TrText {
                Layout.fillWidth: true
                text: root.text
                letterSize: root.grown ? Theme.type.tile : Theme.type.button
                bold: true
                Accessible.ignored: true
            }
            TrText {
                Layout.fillWidth: true
                visible: root.grown
                text: root.detail
                Accessible.ignored: true
            }
        }
        TrIcon {
            visible: root.grown
            name: "next"
            color: Theme.color.help
        }
    }
}

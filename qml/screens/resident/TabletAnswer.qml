import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One tablet of the house, and whether *kun mig* may be opened there. It shows as said when it is on disk.
ColumnLayout {
    id: root

    required property string name
    required property int answer

    signal said(bool yes)

    spacing: Theme.space.s

    TrText {
        Layout.fillWidth: true
        kind: TrText.Heading
        text: root.name
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.betweenButtons

        TrRadioRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Ja")
            chosen: root.answer === PicturesViewModel.Yes
            Accessible.description: root.name
            onClicked: root.said(true)
        }
        TrRadioRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Nej")
            chosen: root.answer === PicturesViewModel.No
            Accessible.description: root.name
            onClicked: root.said(false)
        }
    }
}

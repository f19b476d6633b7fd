pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Who of the staff it is. Without codes for now, and it says so.
PageFrame {
    id: root

    required property StaffChooserViewModel viewModel

    hasHide: false
    onBack: root.viewModel.back()

    TrScrollPage {
        anchors.fill: parent
        name: heading.text

        TrText {
            id: heading

            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            kind: TrText.Question
            //: Title of the staff chooser.
            text: qsTr("Personale")
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            iconName: "key"
            //: Staff sign in without a code in this version.
            text: root.viewModel.showsAnswers
                  //: The same on a staff device, which shows what residents have answered.
                  ? qsTr("Indtil videre uden kode. Lad ingen andre låne den her enhed.")
                  : qsTr("Indtil videre uden kode. Beboernes svar vises ikke her.")
        }
        TrNoteLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.size.readable
            visible: root.viewModel.keyFile
            iconName: "key"
            //: The tablet was started with --keyfile.
            text: qsTr("Tablettens nøgle ligger i en fil. Den er kun til at øve sig på.")
        }
        PeopleGrid {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.m
            people: root.viewModel.people
            columns: root.twoColumns ? 3 : 2
            onChosen: index => root.viewModel.choose(index)
        }
    }
}

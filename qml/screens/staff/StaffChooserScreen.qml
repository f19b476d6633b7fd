pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// Who of the staff it is; the code comes next.
PageFrame {
    id: root

    required property StaffChooserViewModel viewModel
    required property SignInViewModel signIn

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
        TrText {
            Layout.fillWidth: true
            kind: TrText.Lead
            text: !root.signIn.beside ? qsTr("Tryk på dit navn.")
                  : root.signIn.besideName !== ""
                    //: On a staff device a resident writes beside somebody of the staff; %1 is the resident.
                    ? qsTr("Tryk på dit navn. Så kan %1 svare her.").arg(root.signIn.besideName)
                    //: The same for a resident without a name on the tile.
                    : qsTr("Tryk på dit navn. Så kan beboeren svare her.")
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

    actions: TrButton {
        visible: root.viewModel.mayUseShiftCode && !root.signIn.beside
        kind: TrButton.Quiet
        //: The code of a shift, which opens safety plans only.
        text: qsTr("Vagtkode")
        iconName: "key"
        onClicked: root.viewModel.useShiftCode()
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Jeg ser det anderledes", looked through before it is saved: what staff wrote, and one's own words under it. Before
// anything of it goes away it asks, and then nothing else stands here.
ColumnLayout {
    id: root

    required property OtherViewWriting view

    readonly property bool asking: root.view.asking !== OtherViewWriting.Nothing

    spacing: Theme.space.m

    AskAgain {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: root.asking
        question: root.view.asking === OtherViewWriting.Withdraw ? qsTr("Så kan ingen læse det her mere. Vil du det?")
                  //: Before one's own words that are not saved are thrown away.
                  : qsTr("Så er det, du har skrevet, væk. Vil du det?")
        yes: root.view.asking === OtherViewWriting.Withdraw ? qsTr("Ja, træk det tilbage") : qsTr("Ja, smid det væk")
        no: root.view.asking === OtherViewWriting.Withdraw ? qsTr("Nej, lad det stå") : qsTr("Nej, behold det")
        onAgreed: root.view.agree()
        onRefused: root.view.keep()
    }
    TrVoiceCard {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: !root.asking
        voice: TrVoiceCard.Staff
        //: Over what staff have written.
        heading: qsTr("Personalet skrev")
        text: root.view.line
    }
    TrVoiceCard {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: !root.asking
        voice: TrVoiceCard.Mine
        heading: Sentences.differing
        text: root.view.text

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.betweenButtons

            TrButton {
                //: Changes the words before they are saved.
                text: qsTr("Ret")
                iconName: "pen"
                onClicked: root.view.change()
            }
        }
    }
    TrCalmLine {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.size.readable
        visible: !root.asking
        iconName: "talk"
        text: Sentences.otherViewReaders(root.view.alone, root.view.names)
    }
    OtherViewProblem {
        Layout.fillWidth: true
        visible: !root.asking && shown
        view: root.view
    }
}

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// What the resident may do with one of their own views: change it or take it back; go on with what is begun, or throw it
// away.
Flow {
    id: root

    required property otherViewCell view

    signal changed()
    signal withdrawn()
    signal thrownAway()

    spacing: Theme.space.betweenButtons

    TrButton {
        width: Math.min(implicitWidth, root.width)
        visible: !root.view.begun // what is begun comes next, and is gone on with there
        text: root.view.unfinished
              //: Goes on with one's own words that were begun.
              ? qsTr("Skriv videre")
              //: Changes one's own words.
              : qsTr("Ret")
        iconName: "pen"
        //: For a screen reader; %1 is what the button does, %2 are the words.
        Accessible.name: qsTr("%1: %2").arg(text).arg(root.view.text)
        onClicked: root.changed()
    }
    TrButton {
        width: Math.min(implicitWidth, root.width)
        kind: TrButton.Quiet
        text: root.view.unfinished
              //: Throws away what was written and is not saved.
              ? qsTr("Smid det væk")
              //: Takes one's own words out of everybody's view.
              : qsTr("Træk det tilbage")
        iconName: root.view.unfinished ? "" : "undo"
        Accessible.name: qsTr("%1: %2").arg(text).arg(root.view.text)
        onClicked: root.view.unfinished ? root.thrownAway() : root.withdrawn()
    }
}

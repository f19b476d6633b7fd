pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One's own line: what it says in words first, then the drawing, or the same as a list.
TrCard {
    id: root

    required property OwnCurve curve

    readonly property bool compared: root.curve.state === OwnCurve.Lower || root.curve.state === OwnCurve.AsBefore
                                     || root.curve.state === OwnCurve.Higher
    readonly property bool drawn: !root.curve.asList && (root.compared || root.curve.state === OwnCurve.NewWay)

    signal choosing()

    name: root.curve.title

    TrText {
        Layout.fillWidth: true
        kind: TrText.Heading
        text: root.curve.about !== ""
              //: %1 is an area, %2 the person it is about.
              ? qsTr("%1, om %2").arg(root.curve.title).arg(root.curve.about) : root.curve.title
    }
    TrText {
        Layout.fillWidth: true
        text: OwnPageSentences.line(root.curve.state)
    }
    TrCurve {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space.s
        visible: root.drawn
        points: root.curve.points
        levels: root.curve.levels
        highest: root.curve.highest
        lowest: root.curve.lowest
        stepTenths: root.curve.stepTenths
        firstDay: root.curve.firstDay
        lastDay: root.curve.lastDay
        name: OwnPageSentences.line(root.curve.state)
        //: For a screen reader, on the chart: where the answers stand in words.
        description: qsTr("Tryk på Vis som liste. Så står hvert svar i ord.")
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space.s
        visible: root.curve.asList
        spacing: Theme.space.s

        Repeater {
            model: root.curve.points

            TrText {
                required property int kind
                required property string words
                required property string day
                required property bool newWay

                readonly property string said: OwnPageSentences.point(kind, words)

                Layout.fillWidth: true
                text: newWay
                      //: A row of a list: a day, an answer, and that it was given in another way than the one before.
                      ? qsTr("%1: %2 (ny måde at svare på)").arg(day).arg(said)
                      //: A row of a list: a day, and the answer of that day.
                      : qsTr("%1: %2").arg(day).arg(said)
            }
        }
    }
    TrText {
        Layout.fillWidth: true
        visible: text !== "" && root.drawn
        kind: TrText.Small
        soft: true
        text: OwnPageSentences.legend(root.compared, root.curve.otherWays, root.curve.gaps, root.curve.doubtful)
    }
    Flow {
        id: buttons

        Layout.fillWidth: true
        spacing: Theme.space.betweenButtons

        TrButton {
            width: Math.min(implicitWidth, buttons.width)
            kind: TrButton.Quiet
            text: root.curve.asList
                  //: Back from a list of answers to the drawing.
                  ? qsTr("Vis som tegning")
                  //: The answers of a drawing in words.
                  : qsTr("Vis som liste")
            iconName: root.curve.asList ? "chart" : "list"
            onClicked: root.curve.setAsList(!root.curve.asList)
        }
        TrButton {
            width: Math.min(implicitWidth, buttons.width)
            visible: root.curve.areas.count > 1
            kind: TrButton.Quiet
            //: Another question's answers.
            text: qsTr("Se noget andet")
            iconName: "swap"
            onClicked: root.choosing()
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Theme

// Where in the questions we are: words, and dots as long as there are few: filled, long, open.
RowLayout {
    id: root

    property int current: 1
    property int count: 1
    //: Progress through the questions: number now, and how many.
    property string text: qsTr("Spørgsmål %1 af %2").arg(root.current).arg(root.count)

    readonly property real dotsWidth: (root.count - 1) * (Theme.size.dot + Theme.size.dotGap) + Theme.size.dotLong
    // In a bar without room for both the words alone stand.
    readonly property bool fits: !parent || words.implicitWidth + root.spacing + root.dotsWidth <= parent.width

    spacing: Theme.space.m

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    TrText {
        id: words

        text: root.text
        letterSize: Theme.type.small
        soft: true
        Accessible.ignored: true
    }
    Row {
        visible: root.count <= Theme.size.dotsMax && root.fits
        spacing: Theme.size.dotGap

        Repeater {
            model: root.count

            Rectangle {
                required property int index

                readonly property bool now: index + 1 === root.current
                readonly property bool done: index + 1 < root.current

                width: now ? Theme.size.dotLong : Theme.size.dot
                height: Theme.size.dot
                radius: height / 2
                color: now ? Theme.color.text : done ? Theme.color.outline : "transparent"
                border.width: Theme.border.normal
                border.color: now ? Theme.color.text : Theme.color.outline
            }
        }
    }
}

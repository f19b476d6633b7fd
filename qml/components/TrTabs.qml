pragma ComponentBehavior: Bound

import QtQuick
import Trivsel.Theme

// A row of tabs; those that do not fit stand on the next row. On a phone they share the width.
Flow {
    id: root

    property list<string> labels
    property int current: 0
    property bool equal: Theme.form === Theme.Phone && root.leastWidth <= root.share
    property string name

    // Of the tab with the widest word: narrower, and a word would break.
    property real leastWidth: 0
    readonly property real share: Math.floor((root.width - (root.labels.length - 1) * Theme.space.betweenKeys) / root.labels.length)

    // The person wants tab `index`; whoever owns `current` changes it.
    signal picked(index: int)

    spacing: root.equal ? Theme.space.betweenKeys : Theme.space.betweenButtons

    Accessible.role: Accessible.PageTabList
    Accessible.name: root.name

    Repeater {
        id: tabs

        onCountChanged: {
            let least = 0
            for (let at = 0; at < tabs.count; ++at)
                least = Math.max(least, (tabs.itemAt(at) as TrTab)?.leastWidth ?? 0)
            root.leastWidth = least
        }
        model: root.labels

        TrTab {
            required property int index
            required property string modelData

            text: modelData
            chosen: index === root.current
            width: root.equal ? root.share : Math.min(implicitWidth, root.width)
            onClicked: root.picked(index)
        }
    }
}

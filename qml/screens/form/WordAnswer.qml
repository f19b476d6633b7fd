import QtQuick
import Trivsel.Components
import Trivsel.Theme

// "Ved ikke" and "Passer ikke på mig": answers like the others, in words only.
TrRadioRow {
    id: root

    required property TrTapGuard guard

    signal picked()

    implicitHeight: Math.max(Theme.size.target, implicitContentHeight + topPadding + bottomPadding)
    onClicked: {
        if (root.guard.accepts(Date.now()))
            root.picked()
    }
}

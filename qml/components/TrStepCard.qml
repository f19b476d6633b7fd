import QtQuick
import Trivsel.Theme

// An answer with steps that fill: the first degree has none filled, the last has all. `step` counts from 1.
TrAnswerCard {
    id: root

    property int step: 1
    property int steps: 5

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text

    drawing: TrSteps {
        filled: root.step - 1
        count: root.steps - 1
        size: root.row ? Theme.size.facePortrait : Theme.size.face
        color: root.ink
    }
}

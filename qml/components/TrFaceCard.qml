import QtQuick
import Trivsel.Theme

// An answer with a face. `level` 1–5, or TrFace.NotToday.
TrAnswerCard {
    id: root

    property int level: TrFace.Between

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text

    drawing: TrFace {
        level: root.level
        size: root.row ? Theme.size.facePortrait : Theme.size.face
    }
}

import QtQuick
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// One answer of a choice: with a face, with steps that fill, or in words only, as the definition has it.
TrAnswerCard {
    id: root

    required text
    required chosen
    required property int face
    required property int level
    required property int count
    required property int style

    // A drawing gives way before its card does; a face stays as large as an eye needs it.
    readonly property real least: root.style === QuestionViewModel.Faces ? Theme.size.faceMin : Theme.size.target
    readonly property real drawingSize: root.row ? Math.min(Theme.size.facePortrait, root.height - 2 * Theme.border.chosen)
                                                 : Math.max(root.least, Math.min(Theme.size.face, root.height - Theme.size.wordRoom))

    drawing: root.style === QuestionViewModel.Faces && root.face > 0 ? faceDrawing
             : root.style === QuestionViewModel.Steps ? stepDrawing : null

    TrFace {
        id: faceDrawing

        visible: root.drawing === faceDrawing
        level: Math.max(1, root.face)
        size: root.drawingSize
    }
    TrSteps {
        id: stepDrawing

        visible: root.drawing === stepDrawing
        filled: root.level - 1
        count: root.count - 1
        size: root.drawingSize
        color: root.ink
    }
}

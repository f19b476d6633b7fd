import Trivsel.App
import Trivsel.Components

// Why "Jeg ser det anderledes" was not saved, could not be read, or still stands.
TrNoteLine {
    id: root

    required property OtherViewWriting view

    readonly property bool shown: root.view.problem !== Problem.None

    text: root.view.notSaved ? Sentences.notSaved(root.view.problem) : Sentences.problem(root.view.problem)
}

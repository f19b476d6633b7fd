pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// "Hvem må læse det?", with the real names under each choice, and the whole sentence under the chosen one.
ColumnLayout {
    id: root

    required property ReaderModel readers
    required property int chosen
    required property string chosenNames
    required property int chosenCount
    required property int usual
    required property bool answered

    readonly property string sentence: {
        if (!root.answered)
            return qsTr("Svar på mindst ét spørgsmål, før du gemmer.")
        switch (root.chosen) {
        //: %1 are names of staff whom the resident has chosen.
        case ReviewViewModel.Chosen: return qsTr("%1 kan læse det. Dem har du selv valgt.", "", root.chosenCount).arg(root.chosenNames)
        //: %1 are names of the team.
        case ReviewViewModel.Team: return qsTr("Dit team kan læse det. Det er %1.").arg(root.chosenNames)
        case ReviewViewModel.Self: return qsTr("Kun du kan læse det.")
        case ReviewViewModel.OnlyMe:
            return qsTr("Kun du kan læse det her. De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.")
        case ReviewViewModel.WhomIShow:
            return qsTr("Kun du kan åbne det. Under ”Mine svar” kan du vise det på tabletten til en, du selv vælger. De andre kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.")
        default: return root.readers.count > 0 ? qsTr("Vælg, hvem der må læse det. Så kan du gemme.")
                                               : qsTr("Her er ingen, der kan læse det endnu. Spørg personalet.")
        }
    }

    signal picked(index: int)

    function title(who: int): string {
        switch (who) {
        case ReviewViewModel.Chosen: return qsTr("Dem, jeg har valgt")
        case ReviewViewModel.Team: return qsTr("Mit team")
        //: One reads the answer by being shown it on the tablet.
        case ReviewViewModel.WhomIShow: return qsTr("En anden, jeg vælger")
        default: return qsTr("Kun mig")
        }
    }

    spacing: Theme.space.m

    Repeater {
        model: root.readers

        TrRadioRow {
            id: reader

            required property int index
            required property int who
            required names
            required chosen

            Layout.fillWidth: true
            text: root.title(reader.who)
            onClicked: root.picked(reader.index)
        }
    }
    TrCalmLine {
        Layout.fillWidth: true
        iconName: "talk"
        //: The review in a practice; %1 is the sentence that stands there else.
        text: Sentences.practising ? qsTr("I øvelsen ser ingen det. Ellers står der: ”%1”").arg(root.sentence) : root.sentence
    }
    TrText {
        Layout.fillWidth: true
        visible: root.usual !== ReviewViewModel.None
        text: root.usual === ReviewViewModel.Closed
              //: "Sådan vil jeg have det" is the title of a page, "kun mig" a choice on it.
              ? qsTr("På ”Sådan vil jeg have det” har du sagt kun mig. Åbn først ”kun mig”. Så kan du vælge det.")
              //: "Sådan vil jeg have det" is the title of a page.
              : qsTr("Det har du sagt på ”Sådan vil jeg have det”. Du kan vælge noget andet her.")
    }
}

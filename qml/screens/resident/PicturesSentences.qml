pragma Singleton
import QtQuick
import Trivsel.App

// What the pages about the three pictures say. No blame, no clock that runs down, and no more than is true.
QtObject {
    id: root

    readonly property bool byCard: App.pictures.byCard
    readonly property bool onlyByCard: root.byCard && !App.pictures.picking
    // They have a card and no pictures, also where neither is asked for.
    readonly property bool hasCardAlone: root.byCard && !App.pictures.byPictures

    function title(step: int, tablet: string): string {
        switch (step) {
        //: %1 is what the office calls another tablet of the house.
        case PicturesViewModel.AskTablet: return qsTr("Skal dit kun mig også kunne åbnes på ”%1”?").arg(tablet)
        //: Title of the list of tablets where *kun mig* can be opened.
        case PicturesViewModel.Tablets: return qsTr("Hvor kan kun mig åbnes?")
        case PicturesViewModel.Reading: return qsTr("Henter …")
        //: Title: what only the resident can read.
        case PicturesViewModel.Intro: return qsTr("Noget kun til dig")
        case PicturesViewModel.Forgotten: return qsTr("Du kan vælge nye billeder eller et nyt kort")
        case PicturesViewModel.Choose: return qsTr("Vælg tre billeder")
        case PicturesViewModel.Repeat: return qsTr("De samme tre igen")
        //: Title: a card or a key tag in front of a reader, in place of three pictures.
        case PicturesViewModel.ChooseCard: return qsTr("Hold et kort hen til læseren")
        case PicturesViewModel.RepeatCard: return qsTr("Det samme kort igen")
        case PicturesViewModel.Open: return root.onlyByCard ? qsTr("Hold dit kort hen til læseren") : qsTr("Mine tre billeder")
        case PicturesViewModel.Opened: return qsTr("Kun mig er åbent")
        case PicturesViewModel.NotHere: return qsTr("Ikke på den her tablet endnu")
        case PicturesViewModel.Fetching: return qsTr("Tabletten er ikke klar endnu")
        default: return qsTr("Kun mig")
        }
    }

    function lead(step: int): string {
        switch (step) {
        case PicturesViewModel.Intro:
            return qsTr("Det, du gemmer som kun mig, kan kun åbnes med dine tre billeder eller dit kort. Du vælger selv, når ingen ser på.")
        case PicturesViewModel.Forgotten:
            //: After staff let a resident choose new pictures, or another card.
            return root.hasCardAlone ? qsTr("Det, du har gemt som kun mig før i dag, kan ikke åbnes her mere, når du har valgt nye billeder eller et nyt kort. Har du dit gamle kort, så åbn med det.")
                 //: After staff let a resident choose new pictures, or a card.
                 : qsTr("Det, du har gemt som kun mig før i dag, kan ikke åbnes her mere, når du har valgt nye billeder eller et nyt kort. Husker du dine gamle billeder, så åbn med dem.")
        case PicturesViewModel.Choose: return qsTr("Vælg, når ingen ser på. Husk, i hvilken rækkefølge de står.")
        case PicturesViewModel.Repeat: return qsTr("Så er du sikker på, at du kan huske dem.")
        case PicturesViewModel.ChooseCard:
            return qsTr("Det kan være din nøglebrik. Den, der har kortet, kan åbne det. Sker der ikke noget, er der ingen læser her. Spørg personalet.")
        case PicturesViewModel.RepeatCard: return qsTr("Så er du sikker på, at det virker.")
        case PicturesViewModel.Open:
            return root.onlyByCard ? qsTr("Er kortet væk, så spørg personalet.")
                 : root.byCard ? qsTr("I samme rækkefølge, som du valgte dem. Eller hold dit kort hen til læseren.")
                 : qsTr("I samme rækkefølge, som du valgte dem.")
        case PicturesViewModel.Opened: return qsTr("Nu kan du gemme noget, som kun du kan læse. Det lukker, når du går.")
        case PicturesViewModel.AskTablet:
            return qsTr("Det er en anden af husets tabletter. Sig kun ja, hvis du kender den. Kan det kun åbnes ét sted, og den tablet går i stykker, skal kontoret hjælpe dig.")
        case PicturesViewModel.Tablets:
            return qsTr("Her kan det altid åbnes. Siger du nej til en anden tablet, viser den det ikke mere.")
        case PicturesViewModel.NotHere:
            return qsTr("Åbn kun mig på den tablet, hvor du plejer, og sig ja til den her. Når begge har haft net, kan du også åbne det her.")
        case PicturesViewModel.Fetching:
            //: A new tablet, before its first contact with the office is through.
            return qsTr("Den henter det sidste fra kontoret. Prøv igen om lidt, eller spørg personalet.")
        case PicturesViewModel.Unavailable: return qsTr("Kontoret mangler at gøre noget klar. Spørg personalet.")
        default: return ""
        }
    }

    // Before a tile that opens by the pictures.
    function leadAtDoor(step: int): string {
        switch (step) {
        case PicturesViewModel.Open:
            return root.byCard ? root.lead(step) : qsTr("I samme rækkefølge, som du valgte dem. Har du glemt dem, så spørg personalet.")
        case PicturesViewModel.NotHere:
            //: A tablet to which the resident has not said yes.
            return qsTr("Åbn dit felt på den tablet, hvor du plejer, og sig ja til den her. Går det ikke, så spørg personalet.")
        default: return root.lead(step)
        }
    }

    function note(note: int, problem: int): string {
        switch (note) {
        //: While pictures are being tried.
        case PicturesViewModel.Checking: return qsTr("Et øjeblik …")
        case PicturesViewModel.Wrong: return root.onlyByCard ? qsTr("Det var ikke det kort. Prøv igen.") : qsTr("Det var ikke de tre. Prøv igen.")
        case PicturesViewModel.WrongWaiting:
            return root.onlyByCard ? qsTr("Det var ikke det kort. Prøv igen om lidt.") : qsTr("Det var ikke de tre. Prøv igen om lidt.")
        case PicturesViewModel.Waiting: return qsTr("Prøv igen om lidt.")
        //: After a wait: pictures are taken again.
        case PicturesViewModel.TryAgain: return qsTr("Nu kan du prøve igen.")
        case PicturesViewModel.Differs:
            return App.pictures.takesCard ? qsTr("Det var ikke det samme kort. Prøv igen.") : qsTr("Det var ikke de samme tre. Vælg igen.")
        //: The reader read too little, or too much.
        case PicturesViewModel.Unreadable: return qsTr("Det kort kan ikke bruges her. Prøv et andet.")
        case PicturesViewModel.Changed: return root.byCard ? qsTr("Dit kort gælder nu.") : qsTr("Dine nye billeder gælder nu.")
        case PicturesViewModel.Failed: return Sentences.notSaved(problem)
        default: return ""
        }
    }
}

pragma Singleton
import QtQuick
import Trivsel.App
import Trivsel.Components

// What *Sådan vil jeg have det* says: each row what is now, each choice in plain words.
QtObject {
    id: root

    function title(kind: int, form: string): string {
        switch (kind) {
        //: The picture on one's own start tile.
        case WaysViewModel.Picture: return qsTr("Mit billede")
        case WaysViewModel.Pictures: return PicturesSentences.hasCardAlone ? qsTr("Mit kort") : qsTr("Mine tre billeder")
        //: With faces, words or numbers.
        case WaysViewModel.Answering: return qsTr("Sådan svarer jeg")
        //: How large letters are.
        case WaysViewModel.Letters: return qsTr("Bogstaver")
        case WaysViewModel.Aloud: return qsTr("Læs op")
        //: How long a page stands when nobody touches it.
        case WaysViewModel.Cover: return qsTr("Skjuler sig selv")
        //: %1 is the title of a form.
        case WaysViewModel.Asking: return qsTr("Må vi spørge? ”%1”").arg(form)
        //: Who may read answers about well-being, unless one chooses otherwise.
        case WaysViewModel.Readers: return qsTr("Hvem må læse mine svar om trivsel")
        //: Would rather talk or write on paper.
        case WaysViewModel.NoTablet: return qsTr("Uden tablet")
        case WaysViewModel.Away: return qsTr("Væk for en tid")
        //: Title: how a resident wants things to be done.
        default: return qsTr("Sådan vil jeg have det")
        }
    }

    function lead(kind: int): string {
        switch (kind) {
        case WaysViewModel.Picture: return qsTr("Vælg det billede, du vil have på dit felt.")
        case WaysViewModel.Pictures:
            //: About a tile that opens by three pictures, or by a card.
            return qsTr("Med billeder eller et kort kan andre ikke åbne dit felt ved at trykke på det. Glemmer du dine billeder, eller er kortet væk, kan personalet lade dig vælge igen.")
        case WaysViewModel.Answering: return qsTr("Det gælder, næste gang du begynder på nye svar.")
        case WaysViewModel.Aloud: return qsTr("Så kan du høre spørgsmålene.")
        case WaysViewModel.Cover:
            return qsTr("Når ingen rører tabletten, skjuler den det, du er i gang med. Dine svar skjuler den altid efter 45 sekunder. Det, du har svaret, venter.")
        case WaysViewModel.Asking: return qsTr("Du kan altid selv svare, når du har lyst.")
        case WaysViewModel.Readers:
            return qsTr("Så er det valgt, når du er færdig med at svare. Du kan altid vælge noget andet, før du gemmer. Om samarbejdet spørger vi hver gang.")
        case WaysViewModel.NoTablet:
            return qsTr("Så kan I tale sammen eller skrive på papir. Personalet kan se, at du hellere vil det. Du kan stadig bruge tabletten.")
        case WaysViewModel.Away: return qsTr("Personalet kan se, at du er væk. Det, du har skrevet, bliver her.")
        default: return ""
        }
    }

    // A choice, and what stands on the row when it is the one.
    function choice(kind: int, value: int): string {
        switch (kind) {
        case WaysViewModel.Pictures:
            return value === WaysViewModel.ByPictures ? root.byPictures() : qsTr("Mit felt åbner, når jeg trykker på det")
        case WaysViewModel.Answering:
            return value === WaysViewModel.Numbers ? qsTr("Tal fra 0 til 10") : value === WaysViewModel.Words ? qsTr("Kun ord") : qsTr("Ansigter med ord")
        case WaysViewModel.Letters: return root.letters(value)
        //: The button for reading aloud is there, or not.
        case WaysViewModel.Aloud: return root.aloud(value)
        //: Minutes without touch until a page covers itself.
        case WaysViewModel.Cover: return qsTr("Efter %n minut(ter)", "", Math.round(value / 60))
        case WaysViewModel.Asking: return root.asked(value)
        case WaysViewModel.Readers: return root.reader(value)
        case WaysViewModel.NoTablet: return value !== 0 ? qsTr("Hellere uden tablet") : qsTr("På tabletten")
        case WaysViewModel.Away: return root.away(value)
        default: return ""
        }
    }

    // Who has neither yet may choose between them on the next page.
    function byPictures(): string {
        if (PicturesSentences.hasCardAlone)
            return qsTr("Mit felt åbner med mit kort")
        if (App.pictures.byCard)
            return qsTr("Mit felt åbner med mine tre billeder eller mit kort")
        return App.pictures.byPictures ? qsTr("Mit felt åbner med mine tre billeder")
                                       : qsTr("Mit felt åbner med tre billeder eller et kort")
    }

    // How the button for reading aloud reads, or that it is not there.
    function aloud(value: int): string {
        switch (value) {
        case WaysViewModel.Off: return qsTr("Ingen oplæsning")
        case WaysViewModel.Slow: return qsTr("Læs langsomt")
        case WaysViewModel.Fast: return qsTr("Læs lidt hurtigere")
        default: return qsTr("Vis knappen Læs op")
        }
    }

    function now(kind: int, value: int, text: string): string {
        if (kind === WaysViewModel.Picture)
            return TrPictures.word(text)
        //: %1 is a date.
        if (kind === WaysViewModel.Away && text !== "") return qsTr("Væk til %1").arg(text)
        if (kind === WaysViewModel.Away && value < 0) return qsTr("Væk, indtil jeg siger til")
        return root.choice(kind, value)
    }

    function letters(percent: int): string {
        if (percent < 95)
            //: Letters.
            return qsTr("Små")
        if (percent <= 110)
            //: Letters.
            return qsTr("Almindelige")
        //: Letters.
        return percent <= 140 ? qsTr("Store") : percent <= 180 ? qsTr("Meget store") : qsTr("Størst")
    }

    function reader(value: int): string {
        switch (value) {
        //: Only oneself may read one's answers.
        case WaysViewModel.OnlyMe: return qsTr("Kun mig")
        //: Staff whom the resident has chosen.
        case WaysViewModel.Chosen: return qsTr("Dem, jeg har valgt")
        case WaysViewModel.Team: return qsTr("Mit team")
        //: Who may read one's answers is asked each time.
        default: return qsTr("Spørg mig hver gang")
        }
    }

    // What the choice that stands means; a title may be short, this may not.
    function readers(value: int): string {
        switch (value) {
        case WaysViewModel.OnlyMe:
            return qsTr("Kun du kan læse det. De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet. Åbn først ”kun mig”. Så kan du vælge det.")
        case WaysViewModel.Chosen:
        case WaysViewModel.Team:
            return qsTr("Du ser altid deres navne, før du gemmer.")
        default: return ""
        }
    }

    function asked(value: int): string {
        switch (value) {
        //: May a resident be asked again?
        case WaysViewModel.SaysSo: return qsTr("Jeg siger selv til")
        case WaysViewModel.NoMore: return qsTr("Spørg ikke mere")
        default: return qsTr("Ja")
        }
    }

    function away(days: int): string {
        switch (days) {
        case 0: return qsTr("Jeg er her")
        case 1: return qsTr("Til i morgen")
        case 7: return qsTr("I en uge")
        case 30: return qsTr("I en måned")
        //: Away, and nobody knows until when.
        default: return qsTr("Indtil jeg siger til")
        }
    }
}

pragma Singleton
import QtQuick
import Trivsel.App

// Sentences that several pages say. Calm and true: what is saved stays saved, and who can help.
QtObject {
    id: root

    // In a practice nothing is saved, sent or seen, and no page says so.
    readonly property bool practising: App.practice.practising
    //: In a practice, where it else says that something is saved.
    readonly property string notKept: qsTr("Øvelse: det bliver ikke gemt.")
    //: In a practice, on the button that else saves and says who will see it.
    readonly property string trySaving: qsTr("Prøv at gemme")
    //: An answer has been written to this device's disk.
    readonly property string savedHere: root.practising ? root.notKept : qsTr("Gemt her på tabletten")

    function who(isYou: bool, name: string): string {
        //: Stands where a name would: the person who reads.
        return isYou ? qsTr("dig") : name !== "" ? name
        //: Stands where a name would, for somebody without a name on this tablet.
                                                 : qsTr("en uden navn")
    }

    function mineHeading(forStaff: bool, name: string): string {
        //: Heading over the resident's words; for staff with the word of the field.
        return forStaff ? (name !== "" ? qsTr("Indefra: %1").arg(name) : qsTr("Indefra")) : qsTr("Mine egne ord")
    }
    function staffHeading(forStaff: bool): string {
        //: Heading over the staff's words; for staff with the word of the field.
        return forStaff ? qsTr("Udefra: personalet") : qsTr("Sådan ser personalet det")
    }
    //: The resident's own words beside what staff wrote: their heading, and the button that opens them.
    readonly property string differing: qsTr("Jeg ser det anderledes")
    //: Above the place to write how one sees what staff wrote.
    readonly property string differingHelp: qsTr("Skriv, hvordan du ser det.")
    //: Under words that were typed here and are not saved for others yet.
    readonly property string unfinished: qsTr("Ikke færdig endnu")
    //: A field that a newer program wrote.
    readonly property string unreadable: qsTr("Skrevet med en nyere Trivsel. Den kan ikke vises her endnu.")
    // On the button that saves them; `alone`: nobody else will read them.
    function saveForReaders(alone: bool, names: string): string {
        return root.practising ? root.trySaving
             //: Saves one's own words that nobody else reads.
             : alone ? qsTr("Gem")
             //: Saves one's own words beside what staff wrote, for these people; %1 are names.
             : qsTr("Gem og vis til %1").arg(names)
    }
    function otherViewReaders(alone: bool, names: string): string {
        return alone ? qsTr("Ingen andre kan læse det. Det, personalet skrev, bliver stående.")
             //: %1 are the names of those who will read it.
             : qsTr("%1 kan læse det. Det, personalet skrev, bliver stående.").arg(names)
    }
    // Over the resident's own words beside what staff wrote.
    function otherViewHeading(forStaff: bool, name: string): string {
        return !forStaff ? root.differing
             : name !== ""
               //: Over a resident's own words beside what staff wrote; %1 is the first name.
               ? qsTr("%1 ser det anderledes").arg(name) : qsTr("Beboeren ser det anderledes")
    }
    // Under them; staff's words may be others by now.
    function otherViewLine(view: otherViewCell): string {
        if (view.unfinished)
            return root.unfinished
        const line = root.signatureLine(view.signature)
        if (!view.older)
            return line
        return view.wordsDay !== ""
               //: Under a resident's words beside what staff wrote, when that has changed since: %1 is who and when, %2 the day of
               //: staff's words that they are about.
               ? qsTr("%1. Skrevet til det, der stod den %2.").arg(line).arg(view.wordsDay)
               : qsTr("%1. Skrevet til det, der stod her før.").arg(line)
    }
    function signatureLine(mark: signature): string {
        if (!mark.known)
            return ""
        const author = root.who(mark.byYou, mark.author)
        if (!mark.said) {
            //: Under a text: who wrote it, and the day.
            return mark.day === "" ? qsTr("Skrives af %1").arg(author) : qsTr("Skrevet af %1, %2").arg(author).arg(mark.day)
        }
        const enterer = root.who(mark.enteredByYou, mark.enterer)
        return mark.day === ""
               //: Under a text while it is being written: whose words, whose hand.
               ? qsTr("Sagt af %1, skrives af %2").arg(author).arg(enterer)
               //: Under a text: whose words, whose hand, the day.
               : qsTr("Sagt af %1, skrevet af %2, %3").arg(author).arg(enterer).arg(mark.day)
    }

    // Whose words and whose hand, without the day.
    function source(mark: signature): string {
        const author = root.who(mark.byYou, mark.author)
        return mark.said ? qsTr("Sagt af %1, skrevet af %2").arg(author).arg(root.who(mark.enteredByYou, mark.enterer))
                         : qsTr("Skrevet af %1").arg(author)
    }

    // The moment of a version, and whether its clock could be trusted.
    function moment(mark: signature): string {
        //: %1 is a day and a clock; the clock of that tablet was wrong.
        return mark.doubtful ? qsTr("%1. Tablettens ur var forkert.").arg(mark.moment) : mark.moment
    }

    // What stands on a page, for reading aloud: a voice rests at a full stop.
    function aloud(lines: list<string>): string {
        return lines.filter(line => line !== "").map(line => /[.?!]$/.test(line) ? line : line + ".").join(" ")
    }

    // Why nothing can be shown.
    function problem(code: int): string {
        if (root.practising && code !== Problem.NotAllowed && code !== Problem.TooLong)
            return qsTr("Øvelsen kan ikke fortsætte her. Stop den, og begynd igen.")
        switch (code) {
        case Problem.InUse: return qsTr("Trivsel er allerede åben på den her tablet. Luk den anden, og prøv igen.")
        case Problem.Damaged: return qsTr("Tablettens data kan ikke læses. Intet er slettet. Ring til kontoret.")
        case Problem.Foreign: return qsTr("Mappen med data er ikke lavet af Trivsel. Intet er ændret. Ring til kontoret.")
        case Problem.TooNew: return qsTr("Tablettens data er lavet af en nyere Trivsel. Intet er ændret. Kontoret skal opdatere programmet.")
        case Problem.DiskFull: return qsTr("Der er ikke mere plads på tabletten. Det, der er gemt, er gemt. Ring til kontoret.")
        case Problem.ReadOnly: return qsTr("Tabletten kan ikke skrive i sin egen mappe. Det, der er gemt, er gemt. Ring til kontoret.")
        case Problem.NotSetUp: return qsTr("Tabletten er ikke sat op endnu. Kontoret har en fil til den.")
        case Problem.OtherTablet: return qsTr("Her ligger en anden tablets data. Intet er ændret. Ring til kontoret.")
        case Problem.WrongKey: return qsTr("Tabletten kan ikke åbne det, den har gemt. Nøglen til det er væk, eller det er en anden. Intet er slettet. Ring til kontoret: de kan hente det, der ikke er afleveret.")
        case Problem.KeyAway: return qsTr("Tablettens nøgle svarer ikke lige nu. Sluk tabletten, og tænd den igen.")
        case Problem.BadTabletFile: return qsTr("Tablettens fil kan ikke bruges. Kontoret kan lave en ny.")
        case Problem.BadCatalogue: return qsTr("Spørgsmålene kan ikke læses. Det, der er gemt, er gemt. Ring til kontoret.")
        case Problem.Emptied: return qsTr("Kontoret har tømt den her tablet. Det, der var gemt, er på kontoret. Tabletten kan sættes op igen.")
        //: A tablet that the office had emptied; a file with what could not be handed in was left there.
        case Problem.EmptiedWithFile: return qsTr("Kontoret har tømt den her tablet. Noget nåede ikke frem. Det ligger låst i en fil på tabletten, der hedder ”redning”. Giv den til kontoret, før tabletten sættes op igen.")
        case Problem.NotAllowed: return qsTr("Det er kun for dem, der er med i teamet.")
        case Problem.TooLong: return qsTr("Teksten er for lang. Det, der stod her før, er gemt.")
        case Problem.TooLate: return root.notUndone
        case Problem.WiderReaders:
        case Problem.NotHereYet: return root.notSaved(code)
        default: return qsTr("Noget gik galt hos os. Det, der er gemt, er gemt.")
        }
    }

    // Why the last tap or word is not on disk.
    function notSaved(code: int): string {
        if (root.practising && code !== Problem.NotAllowed && code !== Problem.TooLong)
            return root.problem(code)
        switch (code) {
        case Problem.DiskFull: return qsTr("Det sidste blev ikke gemt. Der er ikke mere plads på tabletten. Alt det andet er gemt.")
        case Problem.NotAllowed: return qsTr("Det sidste blev ikke gemt. Det er kun for dem, der er med i teamet.")
        case Problem.TooLong: return qsTr("Teksten er for lang. Det sidste blev ikke gemt.")
        //: A reply was begun for those whom a resident has chosen; the writer is none of them any more.
        case Problem.WiderReaders: return qsTr("Du er ikke længere en af dem, der er valgt til at læse det. Fjern det, og skriv et nyt svar til teamet.")
        case Problem.NotHereYet: return qsTr("Noget af samtalen er ikke kommet hertil endnu. Prøv igen, når der er hentet.")
        default: return qsTr("Det sidste blev ikke gemt. Prøv igen. Alt det andet er gemt.")
        }
    }

    //: "Fortryd" came too late; "Mine svar" is a page.
    readonly property string notUndone: root.practising ? root.problem(Problem.Other) : qsTr("Det kunne ikke fortrydes. Under ”Mine svar” kan du trække svaret tilbage.")

    // The calm line for staff: what is saved here, what is at the office, and since when.
    function sync(state: int, lastContact: string, held: int): string {
        if (root.practising)
            return root.syncPractising
        switch (state) {
        case SyncViewModel.NeverMet: return qsTr("Gemt her på tabletten. Den har ikke talt med kontoret endnu.")
        case SyncViewModel.Saved: return qsTr("Gemt her og på kontoret. Hentet %1").arg(lastContact)
        case SyncViewModel.OnlyHere: return lastContact === "" ? qsTr("Gemt her på tabletten. Sendes, når der er net.")
                                            : qsTr("Gemt her på tabletten. Sendes, når der er net. Sidst hentet %1").arg(lastContact)
        case SyncViewModel.Away: return qsTr("Gemt her og på kontoret. Kontoret svarer ikke lige nu. Hentet %1").arg(lastContact)
        case SyncViewModel.Working: return qsTr("Henter og sender …")
        case SyncViewModel.WrongServer: return qsTr("Gemt her. Den, der svarer, er ikke vores kontor. Intet er sendt. Sig det til kontoret.")
        case SyncViewModel.WrongHome: return qsTr("Gemt her. Et andet hjems kontor svarer. Intet er sendt. Sig det til kontoret.")
        case SyncViewModel.WrongTablet: return qsTr("Gemt her. Kontoret kender ikke tabletten. Sig det til kontoret.")
        case SyncViewModel.NewerServer: return qsTr("Gemt her. Kontoret har en nyere Trivsel. Tabletten skal opdateres.")
        case SyncViewModel.Blocked: return qsTr("Gemt her. Tabletten er spærret. Sig det til kontoret.")
        case SyncViewModel.Expired: return qsTr("Gemt her. Tabletten har været længe væk. Sig det til kontoret, så henter den igen.")
        case SyncViewModel.Refused: return qsTr("Gemt her. Kontoret siger nej. Sig det til kontoret.")
        case SyncViewModel.OneCopy: return qsTr("Gemt her og på kontoret. Kontoret har kun én kopi endnu. Hentet %1").arg(lastContact)
        case SyncViewModel.GivenUp: return qsTr("Gemt her. Noget kunne ikke sendes. Sig det til kontoret.")
        case SyncViewModel.Held: return qsTr("Gemt her. %n ting venter på kontoret.", "", held)
        case SyncViewModel.Copied: return qsTr("Tabletten er en kopi. Alt er gemt. Sig det til kontoret.")
        case SyncViewModel.DiskFull: return qsTr("Der er ikke mere plads på tabletten. Det, der er gemt, er gemt. Sig det til kontoret.")
        default: return ""
        }
    }

    //: In a practice, where it else says what is saved and sent.
    readonly property string syncPractising: qsTr("Intet bliver gemt eller sendt herfra.")
    // The same for everybody, on the start page.
    function syncForAll(needsPerson: bool, state: int, lastContact: string): string {
        if (root.practising)
            return "" // the mark over the page says it
        if (state === SyncViewModel.DiskFull)
            return qsTr("Der er ikke mere plads på tabletten. Personalet skal se på den.")
        if (needsPerson)
            return qsTr("Alt er gemt her. Personalet skal se på tabletten.")
        switch (state) {
        case SyncViewModel.Saved: return qsTr("Gemt her og på kontoret. Hentet %1").arg(lastContact)
        case SyncViewModel.OneCopy:
        case SyncViewModel.Held: return qsTr("Gemt her. Hentet %1").arg(lastContact)
        case SyncViewModel.Away: return qsTr("Gemt her. Hentet %1").arg(lastContact)
        case SyncViewModel.Working: return qsTr("Henter og sender …")
        case SyncViewModel.OnlyHere: return lastContact === "" ? qsTr("Gemt her. Sendes, når der er net.")
                                            : qsTr("Gemt her. Sendes, når der er net. Sidst hentet %1").arg(lastContact)
        case SyncViewModel.NeverMet: return qsTr("Gemt her. Sendes, når der er net.")
        default: return ""
        }
    }
}

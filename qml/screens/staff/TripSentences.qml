pragma Singleton
import QtQuick
import Trivsel.App

// What the page "Tag med på tur" says of each: what is on the phone, and what it still waits for.
QtObject {
    function called(name: string): string {
        //: In the middle of a sentence, in place of a first name.
        return name !== "" ? name : qsTr("beboeren")
    }

    function state(state: int, name: string, onlyHere: int, oneCopy: int, unfinished: bool): string {
        switch (state) {
        case TripsViewModel.Asked:
            //: Taken along, and what was written has not come to the phone yet.
            return qsTr("Kommer på telefonen, når den har kontakt med kontoret.")
        case TripsViewModel.Along:
            return onlyHere > 0
                   //: Written on the walk, and not at the office yet.
                   ? qsTr("Er på telefonen. %n ting er kun gemt her endnu.", "", onlyHere)
                   : qsTr("Er på telefonen.")
        case TripsViewModel.GoingHome:
            return goingHome(called(name), onlyHere, oneCopy, unfinished)
        default:
            return ""
        }
    }

    function goingHome(called: string, onlyHere: int, oneCopy: int, unfinished: bool): string {
        //: Handed in; a locked copy stays on the phone until the office has a second one.
        const oneMore = qsTr("Alt er sendt. En låst kopi bliver her, til kontoret har en kopi mere.")
        const waits = onlyHere > 0 ? qsTr("%n ting er kun gemt her endnu. Telefonen sender, når der er net.", "", onlyHere)
                      : oneCopy > 0 ? oneMore : ""
        if (!unfinished) {
            //: Home again, and nothing waits: the rest goes at the next contact.
            return waits !== "" ? waits : qsTr("Bliver ryddet væk ved næste kontakt.")
        }
        //: %1 is a first name.
        const begun = qsTr("Et svar er ikke færdigt. Det ligger låst her, til %1 er med igen.").arg(called)
        return waits !== "" ? waits + " " + begun : begun
    }

    function notAlong(name: string): string {
        return name !== ""
               //: On a resident's page, on a person's own phone; %1 is a first name.
               ? qsTr("%1 er ikke med på telefonen. Med \"Tag med på tur\" kan du læse og skrive her.").arg(name)
               : qsTr("Beboeren er ikke med på telefonen. Med \"Tag med på tur\" kan du læse og skrive her.")
    }

    //: %1 is a first name.
    function ask(name: string): string { return qsTr("Er %1 hjemme igen?").arg(called(name)) }

    function consequence(name: string): string {
        //: %1 is a first name.
        return qsTr("Så kan du ikke læse om %1 på telefonen. Det, du har skrevet, bliver sendt først. Uden net kan %1 ikke komme med igen.").arg(called(name))
    }

    function problem(problem: int): string {
        switch (problem) {
        case Problem.TooLong: return qsTr("Der er allerede så mange med, som telefonen kan have.")
        case Problem.NotAllowed: return qsTr("Det er kun for dem, der har valgt dig.")
        default: return Sentences.problem(problem)
        }
    }
}

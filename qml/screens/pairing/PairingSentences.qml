pragma Singleton
import QtQuick
import Trivsel.App

// What a person reads when setting up a tablet does not go on by itself: what happened, and what to do.
QtObject {
    id: root

    // What is wrong with the text so far.
    function fault(code: int): string {
        switch (code) {
        case PairingViewModel.Strange: return qsTr("Der er et tegn, som ikke findes i koder. Læs koden igennem.")
        case PairingViewModel.TooLong: return qsTr("Der er for mange tegn. En kode har 26.")
        case PairingViewModel.Mistyped: return qsTr("Et eller flere tegn er forkerte. Læs koden igennem.")
        case PairingViewModel.NotWhole: return qsTr("Ikke hele teksten er kommet med. Kopiér den igen.")
        case PairingViewModel.Newer: return qsTr("Kontoret har en nyere Trivsel. Opdater tabletten først.")
        default: return ""
        }
    }

    function title(outcome: int): string {
        switch (outcome) {
        case PairingViewModel.Done: return qsTr("Tabletten er klar")
        case PairingViewModel.WrongCode: return qsTr("Koden passer ikke")
        case PairingViewModel.CodeDead: return qsTr("Koden gælder ikke mere")
        case PairingViewModel.OtherTablet: return qsTr("Koden er brugt på en anden tablet")
        case PairingViewModel.Declined: return qsTr("Kontoret sagde nej")
        case PairingViewModel.NotTheServer: return qsTr("Det er ikke kontoret, der svarer")
        case PairingViewModel.Unreachable: return qsTr("Tabletten kan ikke finde kontoret")
        case PairingViewModel.Lost: return qsTr("Forbindelsen blev afbrudt")
        case PairingViewModel.NotSaved: return qsTr("Tabletten kunne ikke gemme")
        case PairingViewModel.TooOld: return qsTr("De to programmer passer ikke sammen")
        default: return ""
        }
    }

    function wayOn(outcome: int, triesLeft: int, problem: int): string {
        switch (outcome) {
        case PairingViewModel.Done: return qsTr("Et øjeblik, så åbner den.")
        case PairingViewModel.WrongCode:
            return triesLeft > 0 ? qsTr("Se efter, at det er den kode, der står på skærmen nu. %n forsøg tilbage.", "", triesLeft)
                                 : qsTr("Det var sidste forsøg. Bed kontoret om en ny kode.")
        case PairingViewModel.CodeDead: return qsTr("En kode gælder i 10 minutter og kun én gang. Bed kontoret om en ny.")
        case PairingViewModel.OtherTablet: return qsTr("Sig det til kontoret, og bed om en ny kode.")
        case PairingViewModel.Declined: return qsTr("Stod der ikke de samme tal? Så bed kontoret om en ny kode.")
        case PairingViewModel.NotTheServer: return qsTr("Tabletten er ikke sat op. Sig det til kontoret, og prøv på husets eget net.")
        case PairingViewModel.Unreachable: return qsTr("Er tabletten på husets net? Kører serveren? Prøv så igen med den samme kode.")
        case PairingViewModel.Lost: return qsTr("Tabletten prøvede i 10 minutter. Bed kontoret om en ny kode.")
        case PairingViewModel.NotSaved: return Sentences.problem(problem)
        case PairingViewModel.TooOld: return qsTr("Opdater tabletten og serveren, og prøv igen.")
        default: return ""
        }
    }
}

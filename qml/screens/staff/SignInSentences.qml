pragma Singleton
import QtQuick
import Trivsel.App

// What the page for codes says. No blame, no count of tries, and no clock that runs down.
QtObject {
    function title(shift: bool, name: string): string {
        if (shift)
            return qsTr("Skriv vagtkoden")
        //: Title of the page for a code; %1 is the first name of somebody of the staff.
        return name !== "" ? qsTr("%1, skriv din kode").arg(name) : qsTr("Skriv din kode")
    }

    function lead(shift: bool): string {
        return shift
               //: Under "Skriv vagtkoden": what that code is good for.
               ? qsTr("Den åbner kun tryghedsplanerne. Det bliver skrevet ned, når du åbner en plan.")
               //: The page for codes in a practice; %1 are six digits.
               : App.practice.practising ? qsTr("I øvelsen er koden %1.").arg(App.practice.code.split("").join(" "))
               : qsTr("Koden er seks tal.")
    }

    function state(state: int, shift: bool, problem: int): string {
        switch (state) {
        //: While a code is being checked.
        case SignInViewModel.Checking: return qsTr("Et øjeblik …")
        case SignInViewModel.Wrong: return qsTr("Koden passede ikke. Prøv igen.")
        case SignInViewModel.WrongWaiting: return qsTr("Koden passede ikke. Prøv igen om lidt.")
        case SignInViewModel.Waiting: return qsTr("Prøv igen om lidt.")
        //: After a wait: codes are taken again.
        case SignInViewModel.TryAgain: return qsTr("Nu kan du prøve igen.")
        case SignInViewModel.NoCode: return shift ? qsTr("Der er ingen vagtkode lige nu. Kontoret kan lave en.")
                                                  : qsTr("Du har ikke en kode endnu. Kontoret kan give dig en.")
        case SignInViewModel.NotHere: return qsTr("Du kan ikke bruge den her tablet. Spørg kontoret.")
        case SignInViewModel.Failed: return problem === Problem.DiskFull ? Sentences.problem(problem)
                                            : qsTr("Noget gik galt hos os. Prøv igen.")
        default: return ""
        }
    }
}

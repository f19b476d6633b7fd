pragma Singleton
import QtQuick
import Trivsel.App

// What the page says where somebody of the staff chooses their own code.
QtObject {
    function title(step: int): string {
        switch (step) {
        case ChangeCodeViewModel.InUse: return qsTr("Skriv den kode, du bruger nu")
        case ChangeCodeViewModel.Chosen: return qsTr("Skriv en ny kode")
        //: The new code once more.
        case ChangeCodeViewModel.Again: return qsTr("Skriv den nye igen")
        default: return qsTr("Din nye kode gælder her")
        }
    }

    function lead(step: int): string {
        switch (step) {
        case ChangeCodeViewModel.InUse: return qsTr("Så er vi sikre på, at det er dig.")
        case ChangeCodeViewModel.Chosen: return qsTr("Seks tal, som er svære at gætte. Brug ikke en kode, du har andre steder.")
        case ChangeCodeViewModel.Again: return qsTr("Så er du sikker på, at du kan huske den.")
        default:
            return qsTr("På de andre tabletter gælder den, når både den her og de andre har haft kontakt med kontoret. Indtil da gælder den gamle der.")
        }
    }

    function note(note: int, problem: int): string {
        switch (note) {
        //: While a code is being checked.
        case ChangeCodeViewModel.Checking: return qsTr("Et øjeblik …")
        case ChangeCodeViewModel.Wrong: return qsTr("Koden passede ikke. Prøv igen.")
        case ChangeCodeViewModel.WrongWaiting: return qsTr("Koden passede ikke. Prøv igen om lidt.")
        case ChangeCodeViewModel.Waiting: return qsTr("Prøv igen om lidt.")
        //: After a wait: codes are taken again.
        case ChangeCodeViewModel.TryAgain: return qsTr("Nu kan du prøve igen.")
        case ChangeCodeViewModel.Same: return qsTr("Det er den kode, du har nu. Vælg en anden.")
        case ChangeCodeViewModel.Obvious: return qsTr("Den er for nem at gætte. Vælg en anden.")
        case ChangeCodeViewModel.ShiftCode: return qsTr("Den er i brug som vagtkode. Vælg en anden.")
        case ChangeCodeViewModel.Differs: return qsTr("Det var ikke den samme. Vælg igen.")
        case ChangeCodeViewModel.NotNow: return qsTr("Det kan du ikke lige nu. Tabletten skal først have kontakt med kontoret.")
        case ChangeCodeViewModel.Failed: return Sentences.notSaved(problem)
        default: return ""
        }
    }

    /** Under *Skift din kode* on the staff's first page. */
    function standing(ownCode: int): string {
        switch (ownCode) {
        case StaffViewModel.HereOnly: return qsTr("Din nye kode gælder her. Kontoret har ikke fået den endnu.")
        case StaffViewModel.Refused: return qsTr("Kontoret tog ikke din nye kode. Den gamle gælder.")
        default: return ""
        }
    }
}

pragma Singleton
import QtQuick
import Trivsel.App

// What the pages of a samtale have in common to say.
QtObject {
    id: root

    function named(name: string): string {
        //: Stands where a resident's name would, when the tile has none.
        return name !== "" ? name : qsTr("beboeren")
    }

    function topic(about: int, name: string): string {
        switch (about) {
        //: Whom the answers about the help are about: everybody of the team.
        case TalkChoice.Team: return qsTr("Hele teamet")
        //: What the answers are about: something one does together, such as going for walks.
        case TalkChoice.Method: return qsTr("En måde, vi gør det på")
        default: return name
        }
    }

    function topicLine(about: int, name: string): string {
        return about !== TalkChoice.Method ? ""
             //: Under "En måde, vi gør det på", before it has a name.
             : name === "" ? qsTr("For eksempel at gå ture")
                           : name
    }

    function period(period: int): string {
        switch (period) {
        //: Which time the answers are about: since the last samtale.
        case TalkChoice.SinceLast: return qsTr("Siden sidst")
        case TalkChoice.Week: return qsTr("Den sidste uge")
        case TalkChoice.TwoWeeks: return qsTr("De sidste to uger")
        case TalkChoice.Month: return qsTr("Den sidste måned")
        default: return ""
        }
    }

    // Role numbers as in the home's list of people.
    function role(role: int): string {
        switch (role) {
        case 0: return qsTr("Med til samtalen")
        case 3: return qsTr("Medarbejder med egne erfaringer")
        case 4: return qsTr("Koordinator")
        case 5: return qsTr("Ansvarlig for medicin")
        case 6: return qsTr("Nattevagt")
        case 7: return qsTr("Vikar")
        case 8: return qsTr("Leder")
        default: return qsTr("Medarbejder")
        }
    }

    function standing(standing: int, day: string): string {
        switch (standing) {
        //: On a resident's page for staff, under "Samtale".
        case ConversationViewModel.UnderWay: return qsTr("En samtale er i gang.")
        case ConversationViewModel.SettingUp: return qsTr("Du er ved at gøre en samtale klar.")
        //: %1 is a day.
        case ConversationViewModel.Held: return qsTr("Den sidste var %1.").arg(day)
        default: return qsTr("Ingen samtale endnu.")
        }
    }

    // What a step says of itself.
    function step(state: int): string {
        switch (state) {
        case ConversationViewModel.Done: return qsTr("Færdig")
        case ConversationViewModel.Waiting: return qsTr("Dit svar venter")
        //: The second of two steps, while the first is not done.
        case ConversationViewModel.Later: return qsTr("Kommer bagefter")
        default: return ""
        }
    }

    // How many parts a samtale has for the resident.
    function parts(count: int, allAnswered: bool, asksAnything: bool): string {
        if (allAnswered)
            //: All parts of a conversation are answered.
            return qsTr("Så er du igennem.")
        if (count === 0)
            //: To the resident, who has said not to be asked; empty while nothing was read.
            return asksAnything ? "" : qsTr("Du har sagt, at vi ikke skal spørge mere. Så er der ingen spørgsmål i dag.")
        return count === 1 ? qsTr("Der er én del. Tag den i dit eget tempo.")
                           : qsTr("Der er to dele. Tag dem i dit eget tempo.")
    }

    // To staff: what the resident has said not to ask about.
    function notAsked(resident: string, forms: string, asksAnything: bool): string {
        if (forms === "")
            return ""
        return asksAnything
               //: %1 is the resident's first name, %2 are titles of forms.
               ? qsTr("%1 vil ikke spørges mere om: %2. Det er ikke med i samtalen.").arg(resident).arg(forms)
               //: %1 is the resident's first name.
               : qsTr("%1 vil ikke spørges mere om det her. Så er der ingen spørgsmål at svare på. I kan stadig tale sammen.").arg(resident)
    }

    // While *svarer selv* is chosen: what that means for staff.
    function alone(onPhone: bool): string {
        return onPhone ? qsTr("Du giver telefonen fra dig. Din kode åbner den igen.")
                       : qsTr("Du giver tabletten fra dig. Din kode åbner den igen.")
    }

    function beginAlone(onPhone: bool): string {
        //: The device is handed to the resident.
        return onPhone ? qsTr("Begynd, og giv telefonen videre") : qsTr("Begynd, og giv tabletten videre")
    }

    function handOver(resident: string, onPhone: bool): string {
        //: To staff: hand the device to the resident (%1), and look away.
        return (onPhone ? qsTr("Giv telefonen til %1, og kig væk.") : qsTr("Giv tabletten til %1, og kig væk.")).arg(resident)
    }

    // To the resident; without anybody to give it back to, only thanks.
    function thanks(staff: string, onPhone: bool): string {
        if (staff === "")
            return qsTr("Tak for samtalen.")
        //: The resident gives the device back to staff (%1).
        return (onPhone ? qsTr("Tak. Giv telefonen tilbage til %1.") : qsTr("Tak. Giv tabletten tilbage til %1.")).arg(staff)
    }

    // What became of the resident's answers when a samtale ends; empty when nobody knows.
    function given(given: int, onPhone: bool): string {
        if (Sentences.practising && given !== ConversationViewModel.Nothing)
            return Sentences.notKept
        switch (given) {
        case ConversationViewModel.Saved: return qsTr("Dine svar er gemt. Du kan altid se dem på din egen side.")
        //: Answers that were begun, on the device that the resident holds.
        case ConversationViewModel.Waits: return onPhone ? qsTr("Det, du ikke blev færdig med, venter her på telefonen. Du finder det på din egen side.")
                                                         : qsTr("Det, du ikke blev færdig med, venter her på tabletten. Du finder det på din egen side.")
        //: To the resident: no question was answered.
        case ConversationViewModel.Nothing: return qsTr("Du har ikke svaret i dag. Det er helt i orden. Du kan altid komme igen.")
        default: return ""
        }
    }

    function who(name: string): string {
        //: In a reply of staff's: who does it. %1 is a name.
        return name !== "" ? qsTr("%1 gør det").arg(name) : qsTr("Ingen valgt endnu")
    }

    function until(day: string): string {
        //: In a reply of staff's: until when. %1 is a day.
        return day !== "" ? qsTr("Til %1").arg(day) : qsTr("Ingen dag endnu")
    }

    // Who does it and until when, as far as it is said.
    function promise(who: string, until: string): string {
        if (who !== "" && until !== "")
            //: %1 is a name, %2 a day.
            return qsTr("%1 gør det. Til %2.").arg(who).arg(until)
        if (who !== "")
            return qsTr("%1 gør det.").arg(who)
        return until !== "" ? qsTr("Til %1.").arg(until) : ""
    }
}

pragma Singleton
import QtQuick
import Trivsel.App

// What is said of rounds in the common room.
QtObject {
    id: root

    //: While somebody answers in a round; "Skjul" is a button.
    readonly property string leaving: qsTr("Går du, eller trykker du på Skjul, bliver dit svar ikke gemt.")

    // How it ended for whoever answered.
    function end(step: int): string {
        switch (step) {
        case RoundViewModel.Closed:
            //: Somebody was answering when the round was closed.
            return qsTr("Runden er lukket. Dit svar er ikke gemt.")
        case RoundViewModel.Full:
            return qsTr("Runden kan ikke tage flere svar. Dit svar er ikke gemt.")
        default:
            return qsTr("Tak. Dit svar er gemt.")
        }
    }

    function afterwards(step: int): string {
        return step === RoundViewModel.Thanks
               //: After answering in a round.
               ? qsTr("Det ligger her på tabletten, uden navn. I kan tale om svarene, når runden er slut.")
               //: After an answer that came too late.
               : qsTr("Du kan altid sige det til personalet.")
    }

    // What a theme is called, and a question; both can be of a later program than the tablet's.
    function themeName(title: string): string {
        //: In the list of rounds.
        return title !== "" ? title : qsTr("Et tema, som tabletten ikke kender")
    }
    function questionName(question: string): string {
        //: Among the questions of a round.
        return question !== "" ? question : qsTr("Et spørgsmål, som tabletten ikke kender")
    }

    // Under a theme that a round can be about.
    function theme(state: int): string {
        switch (state) {
        case RoundsViewModel.TooFew:
            return qsTr("Der er for få svar endnu. De ligger her, til I holder runde igen.")
        case RoundsViewModel.Leaving:
            return qsTr("Svarene er på vej til kontoret.")
        default:
            return ""
        }
    }

    // What became of the round that staff have just closed.
    function ended(end: int): string {
        switch (end) {
        case RoundsViewModel.TooFewAnswers:
            return qsTr("Runden er lukket. Der er for få svar endnu. De ligger her, til I holder runde igen.")
        case RoundsViewModel.OnTheirWay:
            return qsTr("Runden er lukket. Svarene sendes, når der er net. Så står de under Runder på personalets tabletter.")
        default:
            return ""
        }
    }

    // Of the answers to one question: where the middle is.
    function middle(low: string, high: string): string {
        return low === high
               //: %1 is an answer, such as "Noget".
               ? qsTr("I midten: %1").arg(low)
               //: %1 and %2 are answers.
               : qsTr("I midten: mellem %1 og %2").arg(low).arg(high)
    }

    function spread(close: bool): string {
        //: The answers to a question are much alike, or not.
        return close ? qsTr("Svarene ligger tæt.") : qsTr("Svarene ligger spredt.")
    }

    // How many chose each answer, where there are enough of them.
    function steps(words: list<string>, counts: list<int>): string {
        const parts = []
        for (let at = 0; at < words.length; ++at) {
            //: %1 is an answer, %2 how many gave it, or "få eller ingen".
            parts.push(qsTr("%1: %2").arg(words[at])
                       //: How many gave an answer, when it is fewer than three, or would tell of such a one.
                       .arg(counts[at] < 0 ? qsTr("få eller ingen") : counts[at]))
        }
        //: Between parts of a line.
        return parts.join(qsTr(" · "))
    }
}

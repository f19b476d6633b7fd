pragma Singleton

import QtQuick
import Trivsel.App

// What "Min side" says: never better or worse, never a number for who answers with faces.
QtObject {
    // Of the newest answer, beside one's own first ones.
    function line(state: int): string {
        switch (state) {
        //: There are not three answers yet that a line could be drawn of.
        case OwnCurve.TooFew: return qsTr("Når du har svaret tre gange, kan du se din egen linje.")
        //: The way of answering was changed, so the line begins anew.
        case OwnCurve.NewWay: return qsTr("Ny måde at svare på. Når du har svaret tre gange, kan du se din egen linje.")
        //: The newest answer is lower than one's own first ones. Not "worse".
        case OwnCurve.Lower: return qsTr("Du satte det lavere end før.")
        case OwnCurve.AsBefore: return qsTr("Du satte det omtrent som før.")
        //: The newest answer is higher than one's own first ones. Not "better".
        case OwnCurve.Higher: return qsTr("Du satte det højere end før.")
        default: return ""
        }
    }
    // Under the name of a plan: when it was written in, and what somebody may want to see to.
    function plan(day: string, several: bool, struck: bool, waitsForYes: bool): string {
        //: Under the name of a plan; %1 is a day.
        let sentences = [day === "" ? qsTr("Her er ikke skrevet noget endnu.") : qsTr("Sidst skrevet i den %1.").arg(day)]
        if (several)
            //: Under the name of a plan: two versions of a text wait.
            sentences.push(qsTr("Noget at tale om: to udgaver."))
        if (struck)
            //: Under the name of a plan: one took an entry out while another wrote in it.
            sentences.push(qsTr("Noget at se på: nogen har taget noget ud, mens en anden skrev."))
        if (waitsForYes)
            //: Under the name of a plan: somebody else wrote down what the resident said.
            sentences.push(qsTr("Noget venter på dit ja."))
        return sentences.join(" ")
    }
    // What the drawing shows, under it; one short sentence for each thing that is there.
    function legend(band: bool, otherWays: bool, gaps: bool, doubtful: bool): string {
        let sentences = []
        if (band)
            //: Under a chart: the coloured band behind the line.
            sentences.push(qsTr("Båndet viser dine første svar."))
        if (otherWays)
            //: Under a chart: an upright line where the way of answering changed.
            sentences.push(qsTr("Stregen viser en ny måde at svare på."))
        if (gaps)
            //: Under a chart: a place without a point.
            sentences.push(qsTr("Tomme pladser: ikke i dag eller sprunget over."))
        if (doubtful)
            //: Under a chart: the tablet's clock was not sure.
            sentences.push(qsTr("Nogle dage er måske ikke helt rigtige."))
        return sentences.join(" ")
    }
    // One answer in a list.
    function point(kind: int, words: string): string {
        switch (kind) {
        case OwnCurve.NotToday: return qsTr("Ikke i dag")
        //: In a list of answers: this question has none.
        case OwnCurve.Left: return words !== "" ? words : qsTr("Sprunget over")
        default: return words
        }
    }
    function looker(looker: int): string {
        switch (looker) {
        case WhoLooked.Staff: return qsTr("Personalet")
        case WhoLooked.Leader: return qsTr("Lederen")
        case WhoLooked.Office: return qsTr("Kontoret")
        //: Somebody who was invited, such as a mentor.
        case WhoLooked.Guest: return qsTr("En gæst")
        //: It is not known who looked.
        default: return qsTr("Nogen")
        }
    }
    // %1 is the kind of person.
    function looked(looker: int, what: int): string {
        const who = OwnPageSentences.looker(looker)
        switch (what) {
        //: %1 is a kind of person, such as "Personalet".
        case WhoLooked.Searched: return qsTr("%1 har søgt i det, du har skrevet.").arg(who)
        case WhoLooked.Printed: return qsTr("%1 har skrevet ud på papir.").arg(who)
        case WhoLooked.Exported: return qsTr("%1 har givet noget videre.").arg(who)
        case WhoLooked.ChangedAccess: return qsTr("%1 har ændret, hvem der må kigge.").arg(who)
        default: return qsTr("%1 har kigget.").arg(who)
        }
    }
    function reason(reason: int): string {
        switch (reason) {
        //: Why somebody looked at a resident's page.
        case WhoLooked.Conversation: return qsTr("I sad sammen.")
        case WhoLooked.Plan: return qsTr("Det var din plan.")
        case WhoLooked.Today: return qsTr("Det var for at se, hvad der venter.")
        case WhoLooked.Answers: return qsTr("Det var dine svar.")
        case WhoLooked.Handover: return qsTr("Det var ved et vagtskifte.")
        case WhoLooked.Safety: return qsTr("Det var din tryghedsplan.")
        case WhoLooked.Shift: return qsTr("Det var din tryghedsplan, med vagtens kode.")
        case WhoLooked.Emergency: return qsTr("Det var din tryghedsplan, da det hastede.")
        case WhoLooked.OfficeWork: return qsTr("Det var en opgave for kontoret.")
        case WhoLooked.Order: return qsTr("En lov krævede det.")
        default: return ""
        }
    }
    function times(times: int): string {
        //: How often on that day.
        return times > 1 ? qsTr("%n gange.", "", times) : ""
    }
}

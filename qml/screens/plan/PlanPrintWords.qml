import Trivsel.App

// What stands on a printed plan, beside people's own words. Others read it too: nobody is "dig" there.
PrintWords {
    //: On paper, over the resident's own words.
    mine: qsTr("Mine egne ord")
    //: On paper, over the staff's words.
    staffs: qsTr("Sådan ser personalet det")
    differing: Sentences.differing
    //: Stands where a name would, for somebody without a name on this tablet.
    nobody: qsTr("en uden navn")
    //: On paper, under a text: who wrote it, and the day.
    writtenBy: qsTr("Skrevet af %1, %2")
    //: On paper, under a text: whose words, whose hand, the day.
    saidBy: qsTr("Sagt af %1, skrevet af %2, %3")
    //: %1 is who and when; the clock of that tablet was wrong.
    doubtful: qsTr("%1. Tablettens ur var forkert.")
    //: Under a resident's words beside what staff wrote, when that has changed since: %1 is who and when.
    toOlder: qsTr("%1. Skrevet til det, der stod her før.")
    //: … %2 the day of staff's words that they are about.
    toOlderOf: qsTr("%1. Skrevet til det, der stod den %2.")
    //: %1 is who and when; the entry was taken from a list of suggestions.
    suggested: qsTr("%1. Valgt fra liste.")
    //: %1 is whose words, whose hand and when; the resident has not said yes to them yet.
    waitsForYes: qsTr("%1. Venter på et ja.")
    //: An entry was taken out by one while another wrote in it.
    struck: qsTr("En har taget det ud, og en anden har skrevet i det. Det er ikke afgjort endnu.")
    //: A text that was put together of two.
    merged: qsTr("Sat sammen af to.")
    //: Two versions of a text stand below.
    two: qsTr("To udgaver. Ingen har valgt endnu.")
    talk: qsTr("To udgaver. De skal tages op sammen.")
    keptBoth: qsTr("To udgaver. Begge gælder.")
    unreadable: qsTr("Skrevet med en nyere Trivsel. Det er ikke med her.")
    //: On the first page; %1 is a day and a clock.
    printed: qsTr("Printet den %1")
    //: At the foot of each page; %1 is a day and a clock.
    standing: qsTr("Gælder det, der stod den %1.")
    //: At the foot of each page.
    pageOf: qsTr("Side %1 af %2")
    nothing: qsTr("Her er ikke skrevet noget endnu.")
}

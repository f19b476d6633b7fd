<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK">
<context>
    <name>BeginScreen</name>
    <message numerus="yes">
        <source>%1 spørgsmål</source>
        <extracomment>Under &quot;Begynd&quot;; %1 is a number as a word: &quot;Fire&quot;.</extracomment>
        <translation>
            <numerusform>%1 spørgsmål</numerusform>
            <numerusform>%1 spørgsmål</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPageSentences</name>
    <message numerus="yes">
        <source>%n gange.</source>
        <extracomment>How often on that day.</extracomment>
        <translation>
            <numerusform>%n gang.</numerusform>
            <numerusform>%n gange.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairingSentences</name>
    <message numerus="yes">
        <source>Se efter, at det er den kode, der står på skærmen nu. %n forsøg tilbage.</source>
        <translation>
            <numerusform>Se efter, at det er den kode, der står på skærmen nu. %n forsøg tilbage.</numerusform>
            <numerusform>Se efter, at det er den kode, der står på skærmen nu. %n forsøg tilbage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesScreen</name>
    <message numerus="yes">
        <source>Nogen prøvede andre billeder %n gang(e).</source>
        <translation>
            <numerusform>Nogen prøvede andre billeder %n gang.</numerusform>
            <numerusform>Nogen prøvede andre billeder %n gange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nogen prøvede at åbne %n gang(e).</source>
        <extracomment>%n: how often somebody picked wrong pictures on this tablet.</extracomment>
        <translation>
            <numerusform>Nogen prøvede at åbne %n gang.</numerusform>
            <numerusform>Nogen prøvede at åbne %n gange.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanField</name>
    <message numerus="yes">
        <source>… og %n til</source>
        <extracomment>After the first entries of a list: so many more stand on its page.</extracomment>
        <translation>
            <numerusform>… og %n til</numerusform>
            <numerusform>… og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReaderChoice</name>
    <message numerus="yes">
        <source>%1 kan læse det. Dem har du selv valgt.</source>
        <extracomment>%1 are names of staff whom the resident has chosen.</extracomment>
        <translation>
            <numerusform>%1 kan læse det. Det har du selv valgt.</numerusform>
            <numerusform>%1 kan læse det. Dem har du selv valgt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResidentScreen</name>
    <message numerus="yes">
        <source>Nogen prøvede andre billeder %n gang(e).</source>
        <extracomment>%n: how often somebody picked wrong pictures on this tablet.</extracomment>
        <translation>
            <numerusform>Nogen prøvede andre billeder %n gang.</numerusform>
            <numerusform>Nogen prøvede andre billeder %n gange.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundScreen</name>
    <message numerus="yes">
        <source>%1 spørgsmål.</source>
        <extracomment>Before the first question; %1 is a number as a word: &quot;Seks&quot;.</extracomment>
        <translation>
            <numerusform>%1 spørgsmål.</numerusform>
            <numerusform>%1 spørgsmål.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>Gemt her. %n ting venter på kontoret.</source>
        <translation>
            <numerusform>Gemt her. Én ting venter på kontoret.</numerusform>
            <numerusform>Gemt her. %n ting venter på kontoret.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffResidentScreen</name>
    <message numerus="yes">
        <source>%n tekst(er) har to udgaver.</source>
        <translation>
            <numerusform>Én tekst har to udgaver.</numerusform>
            <numerusform>%n tekster har to udgaver.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message numerus="yes">
        <source>%n er med nu.</source>
        <extracomment>How many residents are on the phone.</extracomment>
        <translation>
            <numerusform>Én er med nu.</numerusform>
            <numerusform>%n er med nu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TripSentences</name>
    <message numerus="yes">
        <source>Er på telefonen. %n ting er kun gemt her endnu.</source>
        <extracomment>Written on the walk, and not at the office yet.</extracomment>
        <translation>
            <numerusform>Er på telefonen. Én ting er kun gemt her endnu.</numerusform>
            <numerusform>Er på telefonen. %n ting er kun gemt her endnu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ting er kun gemt her endnu. Telefonen sender, når der er net.</source>
        <translation>
            <numerusform>Én ting er kun gemt her endnu. Telefonen sender, når der er net.</numerusform>
            <numerusform>%n ting er kun gemt her endnu. Telefonen sender, når der er net.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaysSentences</name>
    <message numerus="yes">
        <source>Efter %n minut(ter)</source>
        <extracomment>Minutes without touch until a page covers itself.</extracomment>
        <translation>
            <numerusform>Efter %n minut</numerusform>
            <numerusform>Efter %n minutter</numerusform>
        </translation>
    </message>
</context>
</TS>

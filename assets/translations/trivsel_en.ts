<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutScreen</name>
    <message>
        <source>Hvem vil du svare om?</source>
        <extracomment>Before questions about the help: whom they are about.</extracomment>
        <translation>Who do you want to answer about?</translation>
    </message>
</context>
<context>
    <name>AgreementScreen</name>
    <message>
        <source>Hver uge</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Hver anden uge</source>
        <translation>Every second week</translation>
    </message>
    <message>
        <source>Hver måned</source>
        <translation>Every month</translation>
    </message>
    <message>
        <source>Når %1 siger til</source>
        <translation>When %1 asks for it</translation>
    </message>
    <message>
        <source>Sådan bruger vi FIT her</source>
        <translation>How we use FIT here</translation>
    </message>
    <message>
        <source>Læs det sammen. FIT er to korte skemaer: først om, hvordan det går, og så om hjælpen. %1 svarer. Bagefter siger I, hvad I gør ved det.</source>
        <extracomment>%1 is the resident&apos;s first name. FIT is a way of asking for feedback.</extracomment>
        <translation>Read it together. FIT is two short forms: first about how things are going, then about the help. %1 answers. Afterwards you say what you will do about it.</translation>
    </message>
    <message>
        <source>Det er frivilligt for %1</source>
        <extracomment>%1 is the resident&apos;s first name.</extracomment>
        <translation>It is up to %1</translation>
    </message>
    <message>
        <source>%1 kan sige nej hver gang. Ikke i dag er også et svar.</source>
        <translation>%1 can say no every time. Not today is an answer, too.</translation>
    </message>
    <message>
        <source>%1 kan springe over og holde pause.</source>
        <translation>%1 can skip and take a break.</translation>
    </message>
    <message>
        <source>%1 vælger for hvert svar, hvem der må læse det.</source>
        <translation>%1 chooses for each answer who may read it.</translation>
    </message>
    <message>
        <source>Teamet kan se, at I har talt sammen, hvem der var med, hvad det handlede om, og hvad I svarer %1.</source>
        <translation>The team can see that you have talked, who was there, what it was about, and what you reply to %1.</translation>
    </message>
    <message>
        <source>Aftalen er ændret på to tablets. Her står den nyeste. Læs den sammen, og gem den igen.</source>
        <translation>The agreement was changed on two tablets. This is the newest one. Read it together, and save it again.</translation>
    </message>
    <message>
        <source>Hvor tit taler I om det?</source>
        <translation>How often do you talk about it?</translation>
    </message>
    <message>
        <source>Hvem begynder?</source>
        <translation>Who begins?</translation>
    </message>
    <message>
        <source>Personalet spørger</source>
        <translation>Staff ask</translation>
    </message>
    <message>
        <source>%1 kan altid sige nej.</source>
        <translation>%1 can always say no.</translation>
    </message>
    <message>
        <source>%1 siger selv til</source>
        <translation>%1 says when</translation>
    </message>
    <message>
        <source>Personalet spørger ikke.</source>
        <translation>Staff do not ask.</translation>
    </message>
    <message>
        <source>Aftalt %1. I kan ændre det, når I vil.</source>
        <extracomment>%1 is a day.</extracomment>
        <translation>Agreed on %1. You can change it whenever you like.</translation>
    </message>
    <message>
        <source>Vælg én ting i hver gruppe.</source>
        <translation>Choose one thing in each group.</translation>
    </message>
    <message>
        <source>Det er aftalt</source>
        <extracomment>Saves what a resident and staff have agreed on.</extracomment>
        <translation>That is agreed</translation>
    </message>
    <message>
        <source>Aftale</source>
        <extracomment>Title of the page on which a resident and staff agree on their conversations.</extracomment>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Huset har valgt et forslag nedenfor. I kan vælge noget andet.</source>
        <extracomment>What stands chosen below is what the house suggests; nothing is agreed on yet.</extracomment>
        <translation>The house has made a suggestion below. You can choose something else.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the name of the form, %2 a day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ikke i dag</source>
        <extracomment>An answer in its own right.</extracomment>
        <translation>Not today</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>”%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Sprunget over</source>
        <extracomment>Beside a question in the review: it was skipped.</extracomment>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Ikke noget endnu</source>
        <extracomment>Beside a question in the review: nothing stands there yet.</extracomment>
        <translation>Nothing yet</translation>
    </message>
</context>
<context>
    <name>AnswersGrid</name>
    <message>
        <source>Om %1, %2</source>
        <extracomment>Under the name of an answer: whom it is about, and the day.</extracomment>
        <translation>About %1, %2</translation>
    </message>
    <message>
        <source>Vis ældre</source>
        <extracomment>More rows of a list of answers.</extracomment>
        <translation>Show older</translation>
    </message>
    <message>
        <source>%1 kan læse det.</source>
        <extracomment>Who may read an answer; %1 are names.</extracomment>
        <translation>%1 can read it.</translation>
    </message>
    <message>
        <source>Ingen andre kan læse det.</source>
        <translation>Nobody else can read it.</translation>
    </message>
    <message>
        <source>Skrevet ned af %1</source>
        <extracomment>%1 is a member of staff.</extracomment>
        <translation>Written down by %1</translation>
    </message>
    <message>
        <source>Det er en øvelse. Ingen kan læse det.</source>
        <extracomment>Under an answer that was given in a practice.</extracomment>
        <translation>This is a practice. Nobody can read it.</translation>
    </message>
</context>
<context>
    <name>BeforeNowCard</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>&quot;Før · 2. maj&quot;: which side, and its day.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>”%1”</source>
        <extracomment>The resident&apos;s own words of then; or that there are none.</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Du skrev ikke noget.</source>
        <translation>You did not write anything.</translation>
    </message>
    <message>
        <source>Før og nu</source>
        <extracomment>Two days&apos; answers side by side.</extracomment>
        <translation>Before and now</translation>
    </message>
    <message>
        <source>%1, om %2</source>
        <translation>%1, about %2</translation>
    </message>
    <message>
        <source>Før</source>
        <extracomment>The earlier of two days.</extracomment>
        <translation>Before</translation>
    </message>
    <message>
        <source>Nu</source>
        <extracomment>The later of two days.</extracomment>
        <translation>Now</translation>
    </message>
    <message>
        <source>Før: %1</source>
        <extracomment>An answer of the earlier day.</extracomment>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>intet svar</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>Nu: %1</source>
        <extracomment>An answer of the later day.</extracomment>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Se alle svarene</source>
        <extracomment>All answers of two days beside each other.</extracomment>
        <translation>See all the answers</translation>
    </message>
    <message>
        <source>Vælg dag for før</source>
        <extracomment>Chooses the earlier of two days.</extracomment>
        <translation>Choose the day for before</translation>
    </message>
    <message>
        <source>Vælg dag for nu</source>
        <extracomment>Chooses the later of two days.</extracomment>
        <translation>Choose the day for now</translation>
    </message>
</context>
<context>
    <name>BeginScreen</name>
    <message>
        <source>Begynd</source>
        <extracomment>Begins the questions.</extracomment>
        <translation>Begin</translation>
    </message>
    <message numerus="yes">
        <source>%1 spørgsmål</source>
        <extracomment>Under &quot;Begynd&quot;; %1 is a number as a word: &quot;Fire&quot;.</extracomment>
        <translation>
            <numerusform>%1 question</numerusform>
            <numerusform>%1 questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Ikke i dag</source>
        <extracomment>A full answer: not today.</extracomment>
        <translation>Not today</translation>
    </message>
    <message>
        <source>Det er helt i orden.</source>
        <extracomment>Under &quot;Ikke i dag&quot;.</extracomment>
        <translation>That is quite all right.</translation>
    </message>
</context>
<context>
    <name>ChangeCodeScreen</name>
    <message>
        <source>Skift din kode</source>
        <extracomment>Title of the page where somebody of the staff chooses their own code.</extracomment>
        <translation>Change your code</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChangeCodeSentences</name>
    <message>
        <source>Skriv den kode, du bruger nu</source>
        <translation>Type the code you use now</translation>
    </message>
    <message>
        <source>Skriv en ny kode</source>
        <translation>Type a new code</translation>
    </message>
    <message>
        <source>Skriv den nye igen</source>
        <extracomment>The new code once more.</extracomment>
        <translation>Type the new one again</translation>
    </message>
    <message>
        <source>Din nye kode gælder her</source>
        <translation>Your new code works here</translation>
    </message>
    <message>
        <source>Så er vi sikre på, at det er dig.</source>
        <translation>So that we are sure it is you.</translation>
    </message>
    <message>
        <source>Seks tal, som er svære at gætte. Brug ikke en kode, du har andre steder.</source>
        <translation>Six digits that are hard to guess. Do not use a code that you have elsewhere.</translation>
    </message>
    <message>
        <source>Så er du sikker på, at du kan huske den.</source>
        <translation>So that you are sure you can remember it.</translation>
    </message>
    <message>
        <source>På de andre tabletter gælder den, når både den her og de andre har haft kontakt med kontoret. Indtil da gælder den gamle der.</source>
        <translation>On the other tablets it works once both this one and they have been in contact with the office. Until then the old one works there.</translation>
    </message>
    <message>
        <source>Et øjeblik …</source>
        <extracomment>While a code is being checked.</extracomment>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Koden passede ikke. Prøv igen.</source>
        <translation>The code did not fit. Try again.</translation>
    </message>
    <message>
        <source>Koden passede ikke. Prøv igen om lidt.</source>
        <translation>The code did not fit. Try again in a little while.</translation>
    </message>
    <message>
        <source>Prøv igen om lidt.</source>
        <translation>Try again in a little while.</translation>
    </message>
    <message>
        <source>Nu kan du prøve igen.</source>
        <extracomment>After a wait: codes are taken again.</extracomment>
        <translation>Now you can try again.</translation>
    </message>
    <message>
        <source>Det er den kode, du har nu. Vælg en anden.</source>
        <translation>That is the code you have now. Choose another one.</translation>
    </message>
    <message>
        <source>Den er for nem at gætte. Vælg en anden.</source>
        <translation>It is too easy to guess. Choose another one.</translation>
    </message>
    <message>
        <source>Den er i brug som vagtkode. Vælg en anden.</source>
        <translation>It is in use as a shift code. Choose another one.</translation>
    </message>
    <message>
        <source>Det var ikke den samme. Vælg igen.</source>
        <translation>That was not the same one. Choose again.</translation>
    </message>
    <message>
        <source>Det kan du ikke lige nu. Tabletten skal først have kontakt med kontoret.</source>
        <translation>You can&apos;t right now. The tablet must be in contact with the office first.</translation>
    </message>
    <message>
        <source>Din nye kode gælder her. Kontoret har ikke fået den endnu.</source>
        <translation>Your new code works here. The office does not have it yet.</translation>
    </message>
    <message>
        <source>Kontoret tog ikke din nye kode. Den gamle gælder.</source>
        <translation>The office did not take your new code. The old one works.</translation>
    </message>
</context>
<context>
    <name>CodeKeyboard</name>
    <message>
        <source>Tastatur til koden</source>
        <extracomment>Name of the on-screen keyboard for a code, for a screen reader.</extracomment>
        <translation>Keyboard for the code</translation>
    </message>
    <message>
        <source>Slet</source>
        <extracomment>Keyboard: takes away the last character of the code.</extracomment>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>ConversationScreen</name>
    <message>
        <source>Samtalen er i gang.</source>
        <translation>The conversation is under way.</translation>
    </message>
    <message>
        <source>Alt, hvad %1 har svaret, er gemt. I kan gå videre, hvor I slap.</source>
        <translation>Everything that %1 has answered is saved. You can go on where you left off.</translation>
    </message>
    <message>
        <source>Hvem er her ud over %1?</source>
        <translation>Who is here besides %1?</translation>
    </message>
    <message>
        <source>En anden er med</source>
        <extracomment>Somebody who is not of the house takes part.</extracomment>
        <translation>Somebody else is here</translation>
    </message>
    <message>
        <source>Hvem er med?</source>
        <extracomment>Title of the page on which a guest&apos;s name is written.</extracomment>
        <translation>Who is here?</translation>
    </message>
    <message>
        <source>Hvordan svarer %1?</source>
        <translation>How does %1 answer?</translation>
    </message>
    <message>
        <source>Vi sidder sammen</source>
        <translation>We sit together</translation>
    </message>
    <message>
        <source>%1 trykker. Du sidder ved siden af.</source>
        <translation>%1 taps. You sit beside.</translation>
    </message>
    <message>
        <source>%1 svarer selv</source>
        <translation>%1 answers alone</translation>
    </message>
    <message>
        <source>Drop samtalen</source>
        <extracomment>What was chosen for a conversation that has not begun goes away.</extracomment>
        <translation>Drop the conversation</translation>
    </message>
    <message>
        <source>Gå videre</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Begynd samtalen</source>
        <translation>Begin the conversation</translation>
    </message>
    <message>
        <source>Samtale</source>
        <extracomment>Title: a conversation with a resident is set up.</extracomment>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Se aftalen</source>
        <extracomment>Opens what was agreed on about the conversations.</extracomment>
        <translation>See the agreement</translation>
    </message>
    <message>
        <source>I kan gå videre, hvor I slap.</source>
        <translation>You can go on where you stopped.</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>%1, om %2</source>
        <extracomment>%1 is an area, %2 the person it is about.</extracomment>
        <translation>%1, about %2</translation>
    </message>
    <message>
        <source>Tryk på Vis som liste. Så står hvert svar i ord.</source>
        <extracomment>For a screen reader, on the chart: where the answers stand in words.</extracomment>
        <translation>Press Show as a list. Then each answer stands in words.</translation>
    </message>
    <message>
        <source>%1: %2 (ny måde at svare på)</source>
        <extracomment>A row of a list: a day, an answer, and that it was given in another way than the one before.</extracomment>
        <translation>%1: %2 (new way of answering)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A row of a list: a day, and the answer of that day.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Vis som tegning</source>
        <extracomment>Back from a list of answers to the drawing.</extracomment>
        <translation>Show as a drawing</translation>
    </message>
    <message>
        <source>Vis som liste</source>
        <extracomment>The answers of a drawing in words.</extracomment>
        <translation>Show as a list</translation>
    </message>
    <message>
        <source>Se noget andet</source>
        <extracomment>Another question&apos;s answers.</extracomment>
        <translation>See something else</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Ingen dag endnu</source>
        <extracomment>No day is chosen yet.</extracomment>
        <translation>No day yet</translation>
    </message>
    <message>
        <source>En dag tidligere</source>
        <translation>One day earlier</translation>
    </message>
    <message>
        <source>En dag senere</source>
        <translation>One day later</translation>
    </message>
    <message>
        <source>En uge tidligere</source>
        <translation>One week earlier</translation>
    </message>
    <message>
        <source>En uge senere</source>
        <translation>One week later</translation>
    </message>
    <message>
        <source>En måned tidligere</source>
        <translation>One month earlier</translation>
    </message>
    <message>
        <source>En måned senere</source>
        <translation>One month later</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Ingen dag</source>
        <extracomment>Takes the chosen day away.</extracomment>
        <translation>No day</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Sådan ser du på hjælpen</source>
        <extracomment>Opens the four self-evaluations.</extracomment>
        <translation>How you see the help</translation>
    </message>
    <message>
        <source>Dit svar venter</source>
        <extracomment>On a card: an answer was begun and lies there for the same person.</extracomment>
        <translation>Your answer is waiting</translation>
    </message>
</context>
<context>
    <name>FeedbackCards</name>
    <message>
        <source>Du sagde</source>
        <extracomment>Over the resident&apos;s own words, before what staff reply.</extracomment>
        <translation>You said</translation>
    </message>
    <message>
        <source>Det gør vi</source>
        <extracomment>Over what staff will do.</extracomment>
        <translation>This is what we do</translation>
    </message>
    <message>
        <source>Vi kan ikke, fordi …</source>
        <extracomment>Over why staff can&apos;t.</extracomment>
        <translation>We can’t, because …</translation>
    </message>
    <message>
        <source>”%1”</source>
        <extracomment>A quotation of the resident&apos;s own words.</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Du svarede på %1.</source>
        <extracomment>%1 are names of forms.</extracomment>
        <translation>You answered %1.</translation>
    </message>
    <message>
        <source>Du svarede i en samtale.</source>
        <translation>You answered in a conversation.</translation>
    </message>
    <message>
        <source>%1 Skrevet af %2, %3</source>
        <extracomment>Under a reply: who does it and until when, who wrote it, and the day.</extracomment>
        <translation>%1 Written by %2, %3</translation>
    </message>
    <message>
        <source>Skrevet af %1, %2</source>
        <translation>Written by %1, %2</translation>
    </message>
</context>
<context>
    <name>FeedbackList</name>
    <message>
        <source>Samtale · %1</source>
        <extracomment>What waits for a reply: a conversation; %1 is a day.</extracomment>
        <translation>Conversation · %1</translation>
    </message>
    <message>
        <source>%1 om %2 · %3</source>
        <extracomment>What waits for a reply: a form, whom it is about, a day.</extracomment>
        <translation>%1 about %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Venter på svar fra os</source>
        <extracomment>Over what residents have said and nobody has replied to.</extracomment>
        <translation>Waiting for our reply</translation>
    </message>
    <message>
        <source>Uden navn</source>
        <translation>No name</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Har du brug for nogen nu?</source>
        <translation>Do you need someone now?</translation>
    </message>
    <message>
        <source>Gå hen til en fra personalet, eller ring.</source>
        <extracomment>The page about help, above the numbers.</extracomment>
        <translation>Go to someone from the staff, or call.</translation>
    </message>
    <message>
        <source>Gå hen til en fra personalet. Her står ingen numre endnu.</source>
        <translation>Go to someone from the staff. There are no numbers here yet.</translation>
    </message>
    <message>
        <source>Er der fare for liv, så ring 112.</source>
        <extracomment>The page about help: the Danish emergency number.</extracomment>
        <translation>If a life is in danger, call 112.</translation>
    </message>
    <message>
        <source>Det her er ingen øvelse: her står husets egne numre.</source>
        <extracomment>The page about help, in a practice: the numbers are the house&apos;s own.</extracomment>
        <translation>This is no practice: these are the house’s own numbers.</translation>
    </message>
</context>
<context>
    <name>HistoryScreen</name>
    <message>
        <source>Tidligere</source>
        <extracomment>Title of the page with earlier versions.</extracomment>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Valgt af to udgaver</source>
        <translation>Chosen from two versions</translation>
    </message>
    <message>
        <source>Skrevet i stedet for to udgaver</source>
        <translation>Written in place of two versions</translation>
    </message>
    <message>
        <source>Begge blev beholdt</source>
        <translation>Both were kept</translation>
    </message>
    <message>
        <source>Skulle tages op sammen</source>
        <translation>Was to be taken up together</translation>
    </message>
    <message>
        <source>Her er ikke skrevet noget endnu.</source>
        <translation>Nothing has been written here yet.</translation>
    </message>
    <message>
        <source>Der blev sagt ja til ordene</source>
        <translation>The words were said yes to</translation>
    </message>
    <message>
        <source>Gælder ikke mere</source>
        <extracomment>An entry of a list was taken out; it stays among what no longer holds.</extracomment>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Gælder igen</source>
        <extracomment>… and came back.</extracomment>
        <translation>Holds again</translation>
    </message>
</context>
<context>
    <name>LooksList</name>
    <message>
        <source>Her står, når andre har kigget. Nye linjer kan komme i morgen.</source>
        <extracomment>Above the list of who has looked.</extracomment>
        <translation>Here it says when others have looked. New lines may come tomorrow.</translation>
    </message>
    <message>
        <source>Ingen andre har kigget.</source>
        <extracomment>The list of who has looked is empty.</extracomment>
        <translation>Nobody else has looked.</translation>
    </message>
    <message>
        <source>Vi ved ikke hvilken dag.</source>
        <extracomment>In place of a day: it is not known.</extracomment>
        <translation>We do not know which day.</translation>
    </message>
    <message>
        <source>Måske %1</source>
        <extracomment>%1 is a day that the tablet&apos;s clock was not sure about.</extracomment>
        <translation>Perhaps %1</translation>
    </message>
    <message>
        <source>Vis ældre</source>
        <translation>Show older</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Trivsel</source>
        <translation>Trivsel</translation>
    </message>
    <message>
        <source>Trivsel · %1 · %2</source>
        <extracomment>The window; %1 is the home, %2 the tablet.</extracomment>
        <translation>Trivsel · %1 · %2</translation>
    </message>
</context>
<context>
    <name>MeasureScreen</name>
    <message>
        <source>Skærmens størrelse</source>
        <extracomment>Staff: how large things are on this screen.</extracomment>
        <translation>Screen size</translation>
    </message>
    <message>
        <source>Hold et bankkort eller sundhedskort mod skærmen. Tryk på Større eller Mindre, eller træk i hjørnet, til rammen er lige så stor som kortet.</source>
        <extracomment>How to measure the screen.</extracomment>
        <translation>Hold a bank card or health card against the screen. Tap Larger or Smaller, or drag the corner, until the frame is as large as the card.</translation>
    </message>
    <message>
        <source>Ramme på størrelse med et kort</source>
        <extracomment>The frame that is to become as large as a card.</extracomment>
        <translation>Frame the size of a card</translation>
    </message>
    <message>
        <source>Mindre</source>
        <extracomment>Makes the frame smaller.</extracomment>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Større</source>
        <extracomment>Makes the frame larger.</extracomment>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Målet kunne ikke gemmes. Prøv igen.</source>
        <translation>The measure could not be saved. Try again.</translation>
    </message>
    <message>
        <source>Det passer</source>
        <extracomment>The frame is as large as the card.</extracomment>
        <translation>It fits</translation>
    </message>
    <message>
        <source>Hjørnet af rammen</source>
        <extracomment>The corner of the frame, which can be dragged.</extracomment>
        <translation>Corner of the frame</translation>
    </message>
</context>
<context>
    <name>MoreReadersPart</name>
    <message>
        <source>Du kan fortryde nu. Når du går herfra, bliver det sendt. Så kan du kun trække hele svaret tilbage.</source>
        <translation>You can undo it now. When you leave here, it is sent. Then you can only take the whole answer back.</translation>
    </message>
    <message>
        <source>Nu kan %1 læse det.</source>
        <extracomment>Who may read an answer already; %1 are names.</extracomment>
        <translation>%1 can read it now.</translation>
    </message>
    <message>
        <source>Nu kan kun du læse det.</source>
        <translation>Only you can read it now.</translation>
    </message>
    <message>
        <source>Hvem må også læse det?</source>
        <extracomment>Above the choice of more readers.</extracomment>
        <translation>Who else may read it?</translation>
    </message>
    <message>
        <source>Dem, jeg har valgt</source>
        <translation>Those I have chosen</translation>
    </message>
    <message>
        <source>Mit team</source>
        <translation>My team</translation>
    </message>
    <message>
        <source>Så kan %1 også læse det hele. Det, de har læst, kan ingen tage fra dem igen.</source>
        <extracomment>Before more people may read an answer; %1 are their names.</extracomment>
        <translation>Then %1 can read all of it, too. What they have read, nobody can take from them again.</translation>
    </message>
    <message>
        <source>Lad flere læse det</source>
        <extracomment>Heading: more people may read an answer.</extracomment>
        <translation>Let more people read it</translation>
    </message>
    <message>
        <source>%1 kan læse dit svar, når du går herfra.</source>
        <extracomment>More people may read an answer once the page is left; %1 are their names.</extracomment>
        <translation>%1 can read your answer when you leave this page.</translation>
    </message>
    <message>
        <source>%1 kan læse dit svar.</source>
        <extracomment>More people may read an answer now; %1 are their names.</extracomment>
        <translation>%1 can read your answer.</translation>
    </message>
</context>
<context>
    <name>OpenRound</name>
    <message>
        <source>Runden er åben på startsiden. Den lukker selv efter syv dage.</source>
        <extracomment>Of the round that is open.</extracomment>
        <translation>The round is open on the start page. It closes by itself after seven days.</translation>
    </message>
    <message>
        <source>Luk runden</source>
        <extracomment>Staff close a round before its time; it asks once more.</extracomment>
        <translation>Close the round</translation>
    </message>
    <message>
        <source>Den kan lukkes fra %1.</source>
        <extracomment>A round that is open can&apos;t be closed in its first 24 hours; %1 is a time, such as &quot;den 2. oktober kl. 14.30&quot;.</extracomment>
        <translation>It can be closed from %1.</translation>
    </message>
</context>
<context>
    <name>OtherViewDeeds</name>
    <message>
        <source>Skriv videre</source>
        <extracomment>Goes on with one&apos;s own words that were begun.</extracomment>
        <translation>Write on</translation>
    </message>
    <message>
        <source>Ret</source>
        <extracomment>Changes one&apos;s own words.</extracomment>
        <translation>Change</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>For a screen reader; %1 is what the button does, %2 are the words.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Smid det væk</source>
        <extracomment>Throws away what was written and is not saved.</extracomment>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Træk det tilbage</source>
        <extracomment>Takes one&apos;s own words out of everybody&apos;s view.</extracomment>
        <translation>Take it back</translation>
    </message>
</context>
<context>
    <name>OtherViewPart</name>
    <message>
        <source>Personalet skrev</source>
        <extracomment>Over what staff have written.</extracomment>
        <translation>The staff wrote</translation>
    </message>
    <message>
        <source>Ret</source>
        <extracomment>Changes the words before they are saved.</extracomment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Så kan ingen læse det her mere. Vil du det?</source>
        <translation>Then nobody can read this any more. Do you want that?</translation>
    </message>
    <message>
        <source>Så er det, du har skrevet, væk. Vil du det?</source>
        <extracomment>Before one&apos;s own words that are not saved are thrown away.</extracomment>
        <translation>Then what you have written is gone. Do you want that?</translation>
    </message>
    <message>
        <source>Ja, træk det tilbage</source>
        <translation>Yes, take it back</translation>
    </message>
    <message>
        <source>Ja, smid det væk</source>
        <translation>Yes, throw it away</translation>
    </message>
    <message>
        <source>Nej, lad det stå</source>
        <translation>No, let it stand</translation>
    </message>
    <message>
        <source>Nej, behold det</source>
        <translation>No, keep it</translation>
    </message>
</context>
<context>
    <name>OwnPageScreen</name>
    <message>
        <source>Mine svar</source>
        <extracomment>Heading over one&apos;s own answers.
----------
Opens the answers given earlier.</extracomment>
        <translation>My answers</translation>
    </message>
    <message>
        <source>Træk mit svar tilbage</source>
        <extracomment>Takes an answer out of everybody&apos;s view.</extracomment>
        <translation>Take my answer back</translation>
    </message>
    <message>
        <source>Ja, træk det tilbage</source>
        <translation>Yes, take it back</translation>
    </message>
    <message>
        <source>Nej, lad det stå</source>
        <translation>No, let it stand</translation>
    </message>
    <message>
        <source>Her er ingen svar endnu.</source>
        <extracomment>Nothing was answered yet.</extracomment>
        <translation>There are no answers here yet.</translation>
    </message>
    <message>
        <source>Dit svar er trukket tilbage.</source>
        <extracomment>An answer was taken back; nothing else stands on the page.</extracomment>
        <translation>Your answer has been taken back.</translation>
    </message>
    <message>
        <source>Luk</source>
        <extracomment>Leaves the page that says that an answer was taken back.</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Hvad vil du se?</source>
        <extracomment>Heading: which question&apos;s line is to be shown.</extracomment>
        <translation>What do you want to see?</translation>
    </message>
    <message>
        <source>Vælg en dag</source>
        <extracomment>Heading: one of the days on which one has answered.</extracomment>
        <translation>Choose a day</translation>
    </message>
    <message>
        <source>Hvem har kigget</source>
        <extracomment>Heading: who has looked at what one has said.</extracomment>
        <translation>Who has looked</translation>
    </message>
    <message>
        <source>Lad flere læse det</source>
        <extracomment>More people may read an answer that was saved.</extracomment>
        <translation>Let more people read it</translation>
    </message>
    <message>
        <source>Min side</source>
        <extracomment>Title of one&apos;s own page.</extracomment>
        <translation>My page</translation>
    </message>
    <message>
        <source>Det kan du gøre på den fælles tablet i huset.</source>
        <extracomment>An answer could not be taken back here, since only part of it is on this tablet.</extracomment>
        <translation>You can do that on the shared tablet in the house.</translation>
    </message>
    <message>
        <source>%1, om %2</source>
        <translation>%1, about %2</translation>
    </message>
    <message>
        <source>Vis ældre</source>
        <translation>Show older</translation>
    </message>
    <message>
        <source>Smid det væk</source>
        <extracomment>Throws away what was written and is not saved.</extracomment>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ja, vis det til %1</source>
        <extracomment>More people may read the answer; %1 are their names.</extracomment>
        <translation>Yes, show it to %1</translation>
    </message>
    <message>
        <source>Det handler om %1. Så kan ingen læse svaret her mere.</source>
        <extracomment>Before an answer about somebody is taken back; %1 is their name.</extracomment>
        <translation>It is about %1. Then nobody can read the answer here any more.</translation>
    </message>
    <message>
        <source>Så kan ingen læse svaret her mere.</source>
        <extracomment>Before an answer is taken back.</extracomment>
        <translation>Then nobody can read the answer here any more.</translation>
    </message>
    <message>
        <source>Vis det til en her</source>
        <extracomment>Shows this answer, and nothing else, to somebody who sits here.</extracomment>
        <translation>Show it to someone here</translation>
    </message>
    <message>
        <source>Luk og skjul</source>
        <extracomment>Puts away an answer that was shown to somebody; the start page comes.</extracomment>
        <translation>Close and cover</translation>
    </message>
    <message>
        <source>Vil du trække dit svar på ”%1” fra den %2 tilbage?</source>
        <extracomment>Before an answer is taken back; %1 is the title of a form, %2 a day.</extracomment>
        <translation>Do you want to take back your answer to “%1” of %2?</translation>
    </message>
</context>
<context>
    <name>OwnPageSentences</name>
    <message>
        <source>Når du har svaret tre gange, kan du se din egen linje.</source>
        <extracomment>There are not three answers yet that a line could be drawn of.</extracomment>
        <translation>When you have answered three times, you can see your own line.</translation>
    </message>
    <message>
        <source>Ny måde at svare på. Når du har svaret tre gange, kan du se din egen linje.</source>
        <extracomment>The way of answering was changed, so the line begins anew.</extracomment>
        <translation>A new way of answering. When you have answered three times, you can see your own line.</translation>
    </message>
    <message>
        <source>Du satte det lavere end før.</source>
        <extracomment>The newest answer is lower than one&apos;s own first ones. Not &quot;worse&quot;.</extracomment>
        <translation>You put it lower than before.</translation>
    </message>
    <message>
        <source>Du satte det omtrent som før.</source>
        <translation>You put it about as before.</translation>
    </message>
    <message>
        <source>Du satte det højere end før.</source>
        <extracomment>The newest answer is higher than one&apos;s own first ones. Not &quot;better&quot;.</extracomment>
        <translation>You put it higher than before.</translation>
    </message>
    <message>
        <source>Båndet viser dine første svar.</source>
        <extracomment>Under a chart: the coloured band behind the line.</extracomment>
        <translation>The band shows your first answers.</translation>
    </message>
    <message>
        <source>Stregen viser en ny måde at svare på.</source>
        <extracomment>Under a chart: an upright line where the way of answering changed.</extracomment>
        <translation>The upright line shows a new way of answering.</translation>
    </message>
    <message>
        <source>Nogle dage er måske ikke helt rigtige.</source>
        <extracomment>Under a chart: the tablet&apos;s clock was not sure.</extracomment>
        <translation>Some days may not be quite right.</translation>
    </message>
    <message>
        <source>Ikke i dag</source>
        <translation>Not today</translation>
    </message>
    <message>
        <source>Sprunget over</source>
        <extracomment>In a list of answers: this question has none.</extracomment>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Personalet</source>
        <translation>The staff</translation>
    </message>
    <message>
        <source>Lederen</source>
        <translation>The leader</translation>
    </message>
    <message>
        <source>Kontoret</source>
        <translation>The office</translation>
    </message>
    <message>
        <source>En gæst</source>
        <extracomment>Somebody who was invited, such as a mentor.</extracomment>
        <translation>A guest</translation>
    </message>
    <message>
        <source>Nogen</source>
        <extracomment>It is not known who looked.</extracomment>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>%1 har søgt i det, du har skrevet.</source>
        <extracomment>%1 is a kind of person, such as &quot;Personalet&quot;.</extracomment>
        <translation>%1 searched in what you have written.</translation>
    </message>
    <message>
        <source>%1 har skrevet ud på papir.</source>
        <translation>%1 printed something on paper.</translation>
    </message>
    <message>
        <source>%1 har givet noget videre.</source>
        <translation>%1 handed something on.</translation>
    </message>
    <message>
        <source>%1 har ændret, hvem der må kigge.</source>
        <translation>%1 changed who may look.</translation>
    </message>
    <message>
        <source>%1 har kigget.</source>
        <translation>%1 looked.</translation>
    </message>
    <message>
        <source>I sad sammen.</source>
        <extracomment>Why somebody looked at a resident&apos;s page.</extracomment>
        <translation>You sat together.</translation>
    </message>
    <message>
        <source>Det var din plan.</source>
        <translation>It was your plan.</translation>
    </message>
    <message>
        <source>Det var for at se, hvad der venter.</source>
        <translation>It was to see what is waiting.</translation>
    </message>
    <message>
        <source>Det var dine svar.</source>
        <translation>It was your answers.</translation>
    </message>
    <message>
        <source>Det var ved et vagtskifte.</source>
        <translation>It was at a change of shift.</translation>
    </message>
    <message>
        <source>Det var din tryghedsplan.</source>
        <translation>It was your safety plan.</translation>
    </message>
    <message>
        <source>Det var din tryghedsplan, med vagtens kode.</source>
        <translation>It was your safety plan, with the code of the shift.</translation>
    </message>
    <message>
        <source>Det var din tryghedsplan, da det hastede.</source>
        <translation>It was your safety plan, when it was urgent.</translation>
    </message>
    <message>
        <source>Det var en opgave for kontoret.</source>
        <translation>It was a task of the office.</translation>
    </message>
    <message>
        <source>En lov krævede det.</source>
        <translation>A law required it.</translation>
    </message>
    <message numerus="yes">
        <source>%n gange.</source>
        <extracomment>How often on that day.</extracomment>
        <translation>
            <numerusform>%n time.</numerusform>
            <numerusform>%n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomme pladser: ikke i dag eller sprunget over.</source>
        <extracomment>Under a chart: a place without a point.</extracomment>
        <translation>Empty places: not today, or skipped.</translation>
    </message>
    <message>
        <source>Her er ikke skrevet noget endnu.</source>
        <extracomment>Under the name of a plan; %1 is a day.</extracomment>
        <translation>Nothing has been written here yet.</translation>
    </message>
    <message>
        <source>Sidst skrevet i den %1.</source>
        <translation>Last written in on %1.</translation>
    </message>
    <message>
        <source>Noget at tale om: to udgaver.</source>
        <extracomment>Under the name of a plan: two versions of a text wait.</extracomment>
        <translation>Something to talk about: two versions.</translation>
    </message>
    <message>
        <source>Noget venter på dit ja.</source>
        <extracomment>Under the name of a plan: somebody else wrote down what the resident said.</extracomment>
        <translation>Something is waiting for your yes.</translation>
    </message>
    <message>
        <source>Noget at se på: nogen har taget noget ud, mens en anden skrev.</source>
        <extracomment>Under the name of a plan: one took an entry out while another wrote in it.</extracomment>
        <translation>Something to look at: somebody took something out while another was writing.</translation>
    </message>
</context>
<context>
    <name>OwnPlansCard</name>
    <message>
        <source>Mine planer</source>
        <extracomment>On one&apos;s own page, over the plans.</extracomment>
        <translation>My plans</translation>
    </message>
    <message>
        <source>Her er ingen planer endnu.</source>
        <extracomment>On one&apos;s own page: no plan is there.</extracomment>
        <translation>There are no plans here yet.</translation>
    </message>
</context>
<context>
    <name>PairingScreen</name>
    <message>
        <source>Sæt tabletten op</source>
        <extracomment>The page on which a new tablet is set up.</extracomment>
        <translation>Set up the tablet</translation>
    </message>
    <message>
        <source>Koden står på kontorets skærm. Skriv den her, eller sæt den ind.</source>
        <extracomment>Under the title: where the code is.</extracomment>
        <translation>The code is on the office&apos;s screen. Type it here, or paste it.</translation>
    </message>
    <message>
        <source>Koden</source>
        <extracomment>The field for the code, for a screen reader.</extracomment>
        <translation>The code</translation>
    </message>
    <message>
        <source>Koden er skrevet rigtigt.</source>
        <extracomment>The whole code is there and holds together.</extracomment>
        <translation>The code is typed correctly.</translation>
    </message>
    <message>
        <source>%1 af %2 tegn</source>
        <extracomment>How much of the code is written: %1 of %2 characters.</extracomment>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>Hvor er serveren?</source>
        <extracomment>Title when the code does not say where the server is.</extracomment>
        <translation>Where is the server?</translation>
    </message>
    <message>
        <source>Skriv adressen, der står under koden. Det efter kolon skal ikke med.</source>
        <translation>Type the address that stands under the code. Leave out what follows the colon.</translation>
    </message>
    <message>
        <source>Adressen</source>
        <extracomment>The field for the server&apos;s address, for a screen reader.</extracomment>
        <translation>The address</translation>
    </message>
    <message>
        <source>Står de samme tal på kontorets skærm?</source>
        <extracomment>Six digits stand below; the office sees six, too.</extracomment>
        <translation>Are the same digits on the office&apos;s screen?</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is the home, %2 what the tablet is going to be called.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Kontoret svarer ja eller nej på sin egen skærm. Så går tabletten videre af sig selv.</source>
        <translation>The office answers yes or no on its own screen. Then the tablet goes on by itself.</translation>
    </message>
    <message>
        <source>Finder kontoret …</source>
        <extracomment>While the tablet looks for the server.</extracomment>
        <translation>Looking for the office …</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Ends setting up, back to the code.</extracomment>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Videre</source>
        <extracomment>From the code to the server.</extracomment>
        <translation>Next</translation>
    </message>
    <message>
        <source>Prøv igen</source>
        <extracomment>After setting up did not work: back to the code.</extracomment>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>PairingSentences</name>
    <message>
        <source>Der er et tegn, som ikke findes i koder. Læs koden igennem.</source>
        <translation>There is a character that no code has. Read the code through.</translation>
    </message>
    <message>
        <source>Der er for mange tegn. En kode har 26.</source>
        <translation>There are too many characters. A code has 26.</translation>
    </message>
    <message>
        <source>Et eller flere tegn er forkerte. Læs koden igennem.</source>
        <translation>One or more characters are wrong. Read the code through.</translation>
    </message>
    <message>
        <source>Ikke hele teksten er kommet med. Kopiér den igen.</source>
        <translation>Not the whole text is here. Copy it again.</translation>
    </message>
    <message>
        <source>Kontoret har en nyere Trivsel. Opdater tabletten først.</source>
        <translation>The office has a newer Trivsel. Update the tablet first.</translation>
    </message>
    <message>
        <source>Tabletten er klar</source>
        <translation>The tablet is ready</translation>
    </message>
    <message>
        <source>Koden passer ikke</source>
        <translation>The code does not fit</translation>
    </message>
    <message>
        <source>Koden gælder ikke mere</source>
        <translation>The code is no longer good</translation>
    </message>
    <message>
        <source>Koden er brugt på en anden tablet</source>
        <translation>The code was used on another tablet</translation>
    </message>
    <message>
        <source>Kontoret sagde nej</source>
        <translation>The office said no</translation>
    </message>
    <message>
        <source>Det er ikke kontoret, der svarer</source>
        <translation>It is not the office that answers</translation>
    </message>
    <message>
        <source>Tabletten kan ikke finde kontoret</source>
        <translation>The tablet can&apos;t find the office</translation>
    </message>
    <message>
        <source>Forbindelsen blev afbrudt</source>
        <translation>The connection was lost</translation>
    </message>
    <message>
        <source>Tabletten kunne ikke gemme</source>
        <translation>The tablet could not save</translation>
    </message>
    <message>
        <source>De to programmer passer ikke sammen</source>
        <translation>The two programs do not fit together</translation>
    </message>
    <message>
        <source>Et øjeblik, så åbner den.</source>
        <translation>One moment, then it opens.</translation>
    </message>
    <message numerus="yes">
        <source>Se efter, at det er den kode, der står på skærmen nu. %n forsøg tilbage.</source>
        <translation>
            <numerusform>Make sure that it is the code on the screen now. %n try left.</numerusform>
            <numerusform>Make sure that it is the code on the screen now. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Det var sidste forsøg. Bed kontoret om en ny kode.</source>
        <translation>That was the last try. Ask the office for a new code.</translation>
    </message>
    <message>
        <source>En kode gælder i 10 minutter og kun én gang. Bed kontoret om en ny.</source>
        <translation>A code is good for 10 minutes and only once. Ask the office for a new one.</translation>
    </message>
    <message>
        <source>Sig det til kontoret, og bed om en ny kode.</source>
        <translation>Tell the office, and ask for a new code.</translation>
    </message>
    <message>
        <source>Stod der ikke de samme tal? Så bed kontoret om en ny kode.</source>
        <translation>Were the digits not the same? Then ask the office for a new code.</translation>
    </message>
    <message>
        <source>Er tabletten på husets net? Kører serveren? Prøv så igen med den samme kode.</source>
        <translation>Is the tablet on the house&apos;s network? Is the server running? Then try again with the same code.</translation>
    </message>
    <message>
        <source>Opdater tabletten og serveren, og prøv igen.</source>
        <translation>Update the tablet and the server, and try again.</translation>
    </message>
    <message>
        <source>Tabletten er ikke sat op. Sig det til kontoret, og prøv på husets eget net.</source>
        <translation>The tablet is not set up. Tell the office, and try on the house&apos;s own network.</translation>
    </message>
    <message>
        <source>Tabletten prøvede i 10 minutter. Bed kontoret om en ny kode.</source>
        <translation>The tablet tried for 10 minutes. Ask the office for a new code.</translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>%1 · dit svar venter</source>
        <extracomment>Beside a name: an answer about this person was begun and waits. %1 is the name.</extracomment>
        <translation>%1 · your answer is waiting</translation>
    </message>
</context>
<context>
    <name>PeriodGroup</name>
    <message>
        <source>Hvilken tid tænker I på?</source>
        <translation>Which time do you think of?</translation>
    </message>
</context>
<context>
    <name>PicturesScreen</name>
    <message>
        <source>Kun mig</source>
        <extracomment>Title of the page about what only the resident can read.</extracomment>
        <translation>Only me</translation>
    </message>
    <message>
        <source>Det, du har gemt, bliver her. Vil du slå kun mig fra?</source>
        <translation>What you have saved stays here. Do you want to turn only me off?</translation>
    </message>
    <message>
        <source>Ja, slå det fra</source>
        <translation>Yes, turn it off</translation>
    </message>
    <message>
        <source>Nej, behold det</source>
        <translation>No, keep it</translation>
    </message>
    <message numerus="yes">
        <source>Nogen prøvede andre billeder %n gang(e).</source>
        <translation>
            <numerusform>Somebody tried other pictures %n time.</numerusform>
            <numerusform>Somebody tried other pictures %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.</source>
        <translation>They can see that you have answered, but not what. So nobody comes unless you ask. A court can demand that it is opened.</translation>
    </message>
    <message>
        <source>Et billede tilbage</source>
        <extracomment>Takes the last picture back.</extracomment>
        <translation>One picture back</translation>
    </message>
    <message>
        <source>Jeg husker mine gamle</source>
        <translation>I remember my old ones</translation>
    </message>
    <message>
        <source>Vælg tre nye</source>
        <translation>Choose three new ones</translation>
    </message>
    <message>
        <source>Vælg tre billeder</source>
        <translation>Choose three pictures</translation>
    </message>
    <message>
        <source>Slå fra</source>
        <extracomment>*Kun mig* is not wanted any more; asks first.</extracomment>
        <translation>Turn off</translation>
    </message>
    <message>
        <source>Skift billeder</source>
        <translation>Change pictures</translation>
    </message>
    <message>
        <source>Luk kun mig</source>
        <extracomment>What only the resident can read is closed again.</extracomment>
        <translation>Close only me</translation>
    </message>
    <message>
        <source>Ikke nu</source>
        <extracomment>Asked again the next time.</extracomment>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Andre tabletter</source>
        <extracomment>Which other tablets may open what only the resident can read.</extracomment>
        <translation>Other tablets</translation>
    </message>
    <message numerus="yes">
        <source>Nogen prøvede at åbne %n gang(e).</source>
        <extracomment>%n: how often somebody picked wrong pictures on this tablet.</extracomment>
        <translation>
            <numerusform>Somebody tried to open it %n time.</numerusform>
            <numerusform>Somebody tried to open it %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>Brug et kort i stedet</source>
        <extracomment>A card or a key tag that a reader reads, in place of three pictures.</extracomment>
        <translation>Use a card instead</translation>
    </message>
    <message>
        <source>Det, du har gemt, bliver her. Dit felt åbner så, når nogen trykker på det. Vil du slå kun mig fra?</source>
        <extracomment>The three pictures, or a card, open the tile, too.</extracomment>
        <translation>What you have saved stays here. Your tile then opens when somebody taps it. Do you want to turn only me off?</translation>
    </message>
    <message>
        <source>Jeg har mit gamle kort</source>
        <extracomment>After a reset: the pictures came back to mind; or the old card is there.</extracomment>
        <translation>I have my old card</translation>
    </message>
    <message>
        <source>Brug et kort</source>
        <extracomment>A card or a key tag that a reader reads, in place of three pictures.</extracomment>
        <translation>Use a card</translation>
    </message>
    <message>
        <source>Skift kort eller billeder</source>
        <extracomment>Other pictures, or a card, for the same.</extracomment>
        <translation>Change card or pictures</translation>
    </message>
    <message>
        <source>Det, du gemte, før du valgte nye billeder eller et nyt kort, kan ikke åbnes her. Kontoret kan give dig det tilbage, hvis de har gendannelsesordene.</source>
        <extracomment>After new pictures, or a card, were chosen: what was saved before stays closed.</extracomment>
        <translation>What you saved before you chose new pictures or a new card can’t be opened here. The office can give it back to you if they have the recovery words.</translation>
    </message>
    <message>
        <source>Du har også valgt andre billeder eller et andet kort på en anden tablet. Noget af det, du har gemt, kan kun åbnes med dem.</source>
        <extracomment>Pictures, or cards, were chosen on two tablets that had no contact.</extracomment>
        <translation>You have also chosen other pictures or another card on another tablet. Some of what you have saved can only be opened with them.</translation>
    </message>
    <message>
        <source>Åbn med de andre</source>
        <extracomment>Opens with the pictures, or the card, of another tablet.</extracomment>
        <translation>Open with the others</translation>
    </message>
</context>
<context>
    <name>PicturesSentences</name>
    <message>
        <source>Henter …</source>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Noget kun til dig</source>
        <extracomment>Title: what only the resident can read.</extracomment>
        <translation>Something only for you</translation>
    </message>
    <message>
        <source>Vælg tre billeder</source>
        <translation>Choose three pictures</translation>
    </message>
    <message>
        <source>De samme tre igen</source>
        <translation>The same three again</translation>
    </message>
    <message>
        <source>Mine tre billeder</source>
        <translation>My three pictures</translation>
    </message>
    <message>
        <source>Kun mig er åbent</source>
        <translation>Only me is open</translation>
    </message>
    <message>
        <source>Ikke på den her tablet endnu</source>
        <translation>Not on this tablet yet</translation>
    </message>
    <message>
        <source>Tabletten er ikke klar endnu</source>
        <translation>The tablet is not ready yet</translation>
    </message>
    <message>
        <source>Den henter det sidste fra kontoret. Prøv igen om lidt, eller spørg personalet.</source>
        <extracomment>A new tablet, before its first contact with the office is through.</extracomment>
        <translation>It is fetching the last of it from the office. Try again soon, or ask the staff.</translation>
    </message>
    <message>
        <source>Kun mig</source>
        <translation>Only me</translation>
    </message>
    <message>
        <source>Vælg, når ingen ser på. Husk, i hvilken rækkefølge de står.</source>
        <translation>Choose when nobody is looking. Remember the order they are in.</translation>
    </message>
    <message>
        <source>Så er du sikker på, at du kan huske dem.</source>
        <translation>Then you are sure that you can remember them.</translation>
    </message>
    <message>
        <source>I samme rækkefølge, som du valgte dem.</source>
        <translation>In the same order as you chose them.</translation>
    </message>
    <message>
        <source>Nu kan du gemme noget, som kun du kan læse. Det lukker, når du går.</source>
        <translation>Now you can save something that only you can read. It closes when you go.</translation>
    </message>
    <message>
        <source>Kontoret mangler at gøre noget klar. Spørg personalet.</source>
        <translation>The office has something to get ready first. Ask the staff.</translation>
    </message>
    <message>
        <source>Et øjeblik …</source>
        <extracomment>While pictures are being tried.</extracomment>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Det var ikke de tre. Prøv igen.</source>
        <translation>Those were not the three. Try again.</translation>
    </message>
    <message>
        <source>Det var ikke de tre. Prøv igen om lidt.</source>
        <translation>Those were not the three. Try again in a while.</translation>
    </message>
    <message>
        <source>Prøv igen om lidt.</source>
        <translation>Try again in a while.</translation>
    </message>
    <message>
        <source>Nu kan du prøve igen.</source>
        <extracomment>After a wait: pictures are taken again.</extracomment>
        <translation>Now you can try again.</translation>
    </message>
    <message>
        <source>Det var ikke de samme tre. Vælg igen.</source>
        <translation>Those were not the same three. Choose again.</translation>
    </message>
    <message>
        <source>Dine nye billeder gælder nu.</source>
        <translation>Your new pictures count from now on.</translation>
    </message>
    <message>
        <source>Skal dit kun mig også kunne åbnes på ”%1”?</source>
        <extracomment>%1 is what the office calls another tablet of the house.</extracomment>
        <translation>May “Only me” be opened on “%1”, too?</translation>
    </message>
    <message>
        <source>Hvor kan kun mig åbnes?</source>
        <extracomment>Title of the list of tablets where *kun mig* can be opened.</extracomment>
        <translation>Where can “Only me” be opened?</translation>
    </message>
    <message>
        <source>Det er en anden af husets tabletter. Sig kun ja, hvis du kender den. Kan det kun åbnes ét sted, og den tablet går i stykker, skal kontoret hjælpe dig.</source>
        <translation>It is another of the house&apos;s tablets. Only say yes if you know it. If it can be opened in one place only, and that tablet breaks, the office has to help you.</translation>
    </message>
    <message>
        <source>Åbn kun mig på den tablet, hvor du plejer, og sig ja til den her. Når begge har haft net, kan du også åbne det her.</source>
        <translation>Open “Only me” on the tablet where you usually do, and say yes to this one. When both have been online, you can open it here, too.</translation>
    </message>
    <message>
        <source>I samme rækkefølge, som du valgte dem. Har du glemt dem, så spørg personalet.</source>
        <translation>In the same order as you chose them. If you have forgotten them, ask the staff.</translation>
    </message>
    <message>
        <source>Åbn dit felt på den tablet, hvor du plejer, og sig ja til den her. Går det ikke, så spørg personalet.</source>
        <extracomment>A tablet to which the resident has not said yes.</extracomment>
        <translation>Open your tile on the tablet you usually use, and say yes to this one. If that doesn’t work, ask the staff.</translation>
    </message>
    <message>
        <source>Hold et kort hen til læseren</source>
        <extracomment>Title: a card or a key tag in front of a reader, in place of three pictures.</extracomment>
        <translation>Hold a card to the reader</translation>
    </message>
    <message>
        <source>Det samme kort igen</source>
        <translation>The same card again</translation>
    </message>
    <message>
        <source>Hold dit kort hen til læseren</source>
        <translation>Hold your card to the reader</translation>
    </message>
    <message>
        <source>Det kan være din nøglebrik. Den, der har kortet, kan åbne det. Sker der ikke noget, er der ingen læser her. Spørg personalet.</source>
        <translation>It can be your key tag. Whoever has the card can open it. If nothing happens, there is no reader here. Ask the staff.</translation>
    </message>
    <message>
        <source>Så er du sikker på, at det virker.</source>
        <translation>Then you are sure that it works.</translation>
    </message>
    <message>
        <source>Er kortet væk, så spørg personalet.</source>
        <translation>If the card is gone, ask the staff.</translation>
    </message>
    <message>
        <source>I samme rækkefølge, som du valgte dem. Eller hold dit kort hen til læseren.</source>
        <translation>In the order in which you chose them. Or hold your card to the reader.</translation>
    </message>
    <message>
        <source>Det var ikke det kort. Prøv igen.</source>
        <translation>It was not that card. Try again.</translation>
    </message>
    <message>
        <source>Det var ikke det kort. Prøv igen om lidt.</source>
        <translation>It was not that card. Try again in a while.</translation>
    </message>
    <message>
        <source>Det var ikke det samme kort. Prøv igen.</source>
        <translation>It was not the same card. Try again.</translation>
    </message>
    <message>
        <source>Det kort kan ikke bruges her. Prøv et andet.</source>
        <extracomment>The reader read too little, or too much.</extracomment>
        <translation>That card can&apos;t be used here. Try another one.</translation>
    </message>
    <message>
        <source>Dit kort gælder nu.</source>
        <translation>Your card counts from now on.</translation>
    </message>
    <message>
        <source>Du kan vælge nye billeder eller et nyt kort</source>
        <translation>You can choose new pictures or a new card</translation>
    </message>
    <message>
        <source>Det, du gemmer som kun mig, kan kun åbnes med dine tre billeder eller dit kort. Du vælger selv, når ingen ser på.</source>
        <translation>What you save as only me can only be opened with your three pictures or your card. You choose yourself, when nobody is looking.</translation>
    </message>
    <message>
        <source>Her kan det altid åbnes. Siger du nej til en anden tablet, viser den det ikke mere.</source>
        <translation>Here it can always be opened. If you say no to another tablet, it does not show it any more.</translation>
    </message>
    <message>
        <source>Det, du har gemt som kun mig før i dag, kan ikke åbnes her mere, når du har valgt nye billeder eller et nyt kort. Har du dit gamle kort, så åbn med det.</source>
        <extracomment>After staff let a resident choose new pictures, or another card.</extracomment>
        <translation>What you have saved as only me before today can’t be opened here any more when you have chosen new pictures or a new card. If you have your old card, open with that.</translation>
    </message>
    <message>
        <source>Det, du har gemt som kun mig før i dag, kan ikke åbnes her mere, når du har valgt nye billeder eller et nyt kort. Husker du dine gamle billeder, så åbn med dem.</source>
        <extracomment>After staff let a resident choose new pictures, or a card.</extracomment>
        <translation>What you have saved as only me before today can’t be opened here any more when you have chosen new pictures or a new card. If you remember your old pictures, open with them.</translation>
    </message>
</context>
<context>
    <name>PlanChoiceScreen</name>
    <message>
        <source>Tidligere</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Ingen af dem</source>
        <extracomment>Takes back what was chosen in a plan, so that nothing is.</extracomment>
        <translation>None of them</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PlanEntry</name>
    <message>
        <source>Valgt fra liste</source>
        <extracomment>Over an entry that somebody picked among suggestions and did not write.</extracomment>
        <translation>Picked from a list</translation>
    </message>
    <message>
        <source>En har taget den ud, mens en anden skrev i den.</source>
        <extracomment>One said that it no longer holds, and another wrote in it without knowing that.</extracomment>
        <translation>One person took it out while another was writing in it.</translation>
    </message>
    <message>
        <source>Flyt op</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Flyt op: %1</source>
        <extracomment>For a screen reader; %1 is an entry of a list.</extracomment>
        <translation>Move up: %1</translation>
    </message>
    <message>
        <source>Flyt ned</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Flyt ned: %1</source>
        <translation>Move down: %1</translation>
    </message>
    <message>
        <source>Behold den</source>
        <extracomment>The entry stays, although somebody had taken it out.</extracomment>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Behold den: %1</source>
        <translation>Keep it: %1</translation>
    </message>
    <message>
        <source>Gælder ikke mere</source>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Gælder ikke mere: %1</source>
        <translation>No longer holds: %1</translation>
    </message>
    <message>
        <source>Tidligere</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Tidligere: %1</source>
        <translation>Earlier: %1</translation>
    </message>
</context>
<context>
    <name>PlanEntryScreen</name>
    <message>
        <source>Det gælder ikke mere.</source>
        <extracomment>An entry of a plan that somebody has taken out meanwhile.</extracomment>
        <translation>It no longer holds.</translation>
    </message>
    <message>
        <source>Kun mine egne ord</source>
        <translation>Only my own words</translation>
    </message>
    <message>
        <source>Sådan ser personalet det</source>
        <translation>How the staff see it</translation>
    </message>
</context>
<context>
    <name>PlanField</name>
    <message>
        <source>Ikke noget endnu</source>
        <extracomment>A field of a plan where nothing stands.</extracomment>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>”%1”</source>
        <extracomment>Resident&apos;s words in quotes.</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1. Venter på dit ja.</source>
        <translation>%1. Waiting for your yes.</translation>
    </message>
    <message>
        <source>%1. Venter på et ja fra %2.</source>
        <translation>%1. Waiting for a yes from %2.</translation>
    </message>
    <message>
        <source>%1. Venter på et ja.</source>
        <translation>%1. Waiting for a yes.</translation>
    </message>
    <message>
        <source>Sat sammen af to. Læs den igennem.</source>
        <extracomment>Two people wrote at the same time and the texts were put together.</extracomment>
        <translation>Put together from two. Read it through.</translation>
    </message>
    <message>
        <source>To udgaver. I taler om det.</source>
        <translation>Two versions. You are talking about it.</translation>
    </message>
    <message>
        <source>Begge står her</source>
        <translation>Both stand here</translation>
    </message>
    <message>
        <source>To udgaver</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Ja, det er mine ord</source>
        <extracomment>The resident says yes to what somebody else wrote down for them.</extracomment>
        <translation>Yes, these are my words</translation>
    </message>
    <message>
        <source>Se begge</source>
        <extracomment>What a tap on a field opens: both versions; the writing page; what stood there before.</extracomment>
        <translation>See both</translation>
    </message>
    <message>
        <source>Skriv</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Tidligere</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>For a screen reader; %1 is what a tap does, %2 the name of the field.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… og %n til</source>
        <extracomment>After the first entries of a list: so many more stand on its page.</extracomment>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Noget venter på et ja</source>
        <extracomment>Under a list: somebody else wrote down what the resident said, and the resident has not said yes to it.</extracomment>
        <translation>Something waits for a yes</translation>
    </message>
    <message>
        <source>Se og skriv</source>
        <extracomment>What a tap on staff&apos;s words opens for the resident, where there is room; else in short.</extracomment>
        <translation>See and write</translation>
    </message>
    <message>
        <source>Se alt</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Der er noget at se på her</source>
        <extracomment>On a list: two versions of an entry, or one that was taken out while somebody wrote in it.</extracomment>
        <translation>There is something to look at here</translation>
    </message>
    <message>
        <source>Vælg</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>PlanGroupEntry</name>
    <message>
        <source>Uden ord</source>
        <extracomment>An entry of a plan in which no words stand.</extracomment>
        <translation>Without words</translation>
    </message>
    <message>
        <source>Noget venter på et ja</source>
        <translation>Something waits for a yes</translation>
    </message>
    <message>
        <source>Åbn: %1</source>
        <extracomment>For a screen reader: opens an entry of a plan; %1 is its first words.</extracomment>
        <translation>Open: %1</translation>
    </message>
    <message>
        <source>Der er noget at se på her</source>
        <translation>There is something to look at here</translation>
    </message>
    <message>
        <source>En har taget den ud, mens en anden skrev i den.</source>
        <translation>One person took it out while another was writing in it.</translation>
    </message>
    <message>
        <source>Flyt op</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Flyt op: %1</source>
        <extracomment>For a screen reader; %1 is the first words of an entry.</extracomment>
        <translation>Move up: %1</translation>
    </message>
    <message>
        <source>Flyt ned</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Flyt ned: %1</source>
        <translation>Move down: %1</translation>
    </message>
    <message>
        <source>Behold den</source>
        <extracomment>The entry stays, although somebody had taken it out.</extracomment>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Behold den: %1</source>
        <translation>Keep it: %1</translation>
    </message>
    <message>
        <source>Gælder ikke mere</source>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Gælder ikke mere: %1</source>
        <translation>No longer holds: %1</translation>
    </message>
</context>
<context>
    <name>PlanGroupScreen</name>
    <message>
        <source>Her står ikke noget endnu.</source>
        <translation>Nothing stands here yet.</translation>
    </message>
    <message>
        <source>Det gælder ikke mere: ”%1”</source>
        <translation>It no longer holds: “%1”</translation>
    </message>
    <message>
        <source>Ret listen</source>
        <translation>Put the list in order</translation>
    </message>
    <message>
        <source>Her er ikke plads til mere. Tag noget ud, som ikke gælder mere, før du skriver noget nyt.</source>
        <translation>There is no room for more. Take out something that no longer holds before you write something new.</translation>
    </message>
    <message>
        <source>Skjul det, der ikke gælder mere</source>
        <translation>Hide what no longer holds</translation>
    </message>
    <message>
        <source>Vis det, der ikke gælder mere</source>
        <translation>Show what no longer holds</translation>
    </message>
    <message>
        <source>Gælder ikke mere</source>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Uden ord</source>
        <translation>Without words</translation>
    </message>
    <message>
        <source>Taget ud af %1, %2</source>
        <translation>Taken out by %1, %2</translation>
    </message>
    <message>
        <source>Gælder igen</source>
        <translation>Holds again</translation>
    </message>
    <message>
        <source>Gælder igen: %1</source>
        <translation>Holds again: %1</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Færdig med at rette</source>
        <translation>Done putting in order</translation>
    </message>
    <message>
        <source>Tilføj ny</source>
        <extracomment>A new entry of several fields: somebody to call, a wish, one time that we look at.</extracomment>
        <translation>Add new</translation>
    </message>
    <message>
        <source>Se det</source>
        <extracomment>Opens an entry that no longer holds.</extracomment>
        <translation>See it</translation>
    </message>
    <message>
        <source>Se det: %1</source>
        <extracomment>For a screen reader; %1 is the first words of an entry.</extracomment>
        <translation>See it: %1</translation>
    </message>
</context>
<context>
    <name>PlanListScreen</name>
    <message>
        <source>Her står ikke noget endnu.</source>
        <translation>Nothing stands here yet.</translation>
    </message>
    <message>
        <source>Det gælder ikke mere: ”%1”</source>
        <extracomment>Just taken out of a list; %1 is the entry. A button to undo it stands in the bottom bar.</extracomment>
        <translation>It no longer holds: “%1”</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Tag forslaget: %1</source>
        <extracomment>For a screen reader: a suggestion for a list.</extracomment>
        <translation>Take the suggestion: %1</translation>
    </message>
    <message>
        <source>Her er ikke plads til mere. Tag noget ud, som ikke gælder mere, før du skriver noget nyt.</source>
        <extracomment>The list has as many entries as it may.</extracomment>
        <translation>There is no room for more. Take out something that no longer holds before you write something new.</translation>
    </message>
    <message>
        <source>Skjul det, der ikke gælder mere</source>
        <translation>Hide what no longer holds</translation>
    </message>
    <message>
        <source>Vis det, der ikke gælder mere</source>
        <translation>Show what no longer holds</translation>
    </message>
    <message>
        <source>Gælder ikke mere</source>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Taget ud af %1, %2</source>
        <extracomment>Who said that an entry no longer holds, and the day.</extracomment>
        <translation>Taken out by %1, %2</translation>
    </message>
    <message>
        <source>Gælder igen</source>
        <translation>Holds again</translation>
    </message>
    <message>
        <source>Gælder igen: %1</source>
        <translation>Holds again: %1</translation>
    </message>
    <message>
        <source>Færdig med at rette</source>
        <extracomment>Hides again what may be done with each entry.</extracomment>
        <translation>Done putting in order</translation>
    </message>
    <message>
        <source>Ret listen</source>
        <extracomment>Shows what may be done with each entry: move it, take it out.</extracomment>
        <translation>Put the list in order</translation>
    </message>
    <message>
        <source>Giv mig forslag</source>
        <translation>Give me suggestions</translation>
    </message>
    <message>
        <source>Skriv noget nyt</source>
        <extracomment>A new entry in a list.</extracomment>
        <translation>Write something new</translation>
    </message>
    <message>
        <source>Tag det, der passer. Du kan også skrive selv.</source>
        <extracomment>Over what one may take into a list. Nothing is chosen beforehand.</extracomment>
        <translation>Take what fits. You can also write yourself.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>For a screen reader; %1 is what the button does, %2 an entry of a list.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PlanOtherViewScreen</name>
    <message>
        <source>Personalet skrev</source>
        <translation>The staff wrote</translation>
    </message>
    <message>
        <source>”%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Er du ikke enig, kan du skrive det her. Det, personalet skrev, bliver stående.</source>
        <translation>If you do not agree, you can write it here. What staff wrote stays.</translation>
    </message>
    <message>
        <source>Tidligere</source>
        <extracomment>Opens everything that was written in a field.</extracomment>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Smid det væk</source>
        <extracomment>Throws away what was written and is not saved.</extracomment>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Skriv</source>
        <extracomment>Opens the place to write how one sees it.</extracomment>
        <translation>Write</translation>
    </message>
    <message>
        <source>Skriv, hvordan jeg ser det</source>
        <extracomment>For a screen reader, in full.</extracomment>
        <translation>Write how I see it</translation>
    </message>
    <message>
        <source>Her står ikke noget mere.</source>
        <extracomment>In place of staff&apos;s words, which they have taken out of the field.</extracomment>
        <translation>Nothing stands here any more.</translation>
    </message>
    <message>
        <source>Det gælder ikke mere.</source>
        <extracomment>Staff&apos;s words stand in an entry that somebody has taken out.</extracomment>
        <translation>It no longer holds.</translation>
    </message>
</context>
<context>
    <name>PlanOtherViews</name>
    <message>
        <source>”%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>PlanPrintScreen</name>
    <message>
        <source>Begge dele</source>
        <extracomment>Whose words are printed: the resident&apos;s and the staff&apos;s.</extracomment>
        <translation>Both</translation>
    </message>
    <message>
        <source>Mappen til print er ikke til at finde. Der er ikke lavet nogen fil. Planen er, som den var.</source>
        <translation>The folder for prints can’t be found. No file was made. The plan is as it was.</translation>
    </message>
    <message>
        <source>Der kan ikke skrives i mappen til print. Der er ikke lavet nogen fil. Planen er, som den var.</source>
        <translation>The folder for prints can’t be written. No file was made. The plan is as it was.</translation>
    </message>
    <message>
        <source>Der var ikke plads til filen. Der er ikke lavet nogen fil. Planen er, som den var.</source>
        <translation>There was no room for the file. No file was made. The plan is as it was.</translation>
    </message>
    <message>
        <source>Planen kan ikke printes herfra.</source>
        <translation>The plan can’t be printed from here.</translation>
    </message>
    <message>
        <source>Det gik ikke. Prøv igen. Planen er, som den var.</source>
        <translation>It did not work. Try again. The plan is as it was.</translation>
    </message>
    <message>
        <source>Print</source>
        <extracomment>Title of the page that puts a plan on paper.</extracomment>
        <translation>Print</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hvis ord skal med?</source>
        <extracomment>Whose words are to be printed.</extracomment>
        <translation>Whose words go along?</translation>
    </message>
    <message>
        <source>”Jeg ser det anderledes” kommer med, hvor det er skrevet.</source>
        <extracomment>What the resident has written beside staff&apos;s words is printed with them.</extracomment>
        <translation>“I see it differently” goes along where it was written.</translation>
    </message>
    <message>
        <source>Det bliver til en fil, som kan printes. Alle, der får papiret, kan læse det.</source>
        <translation>It becomes a file that can be printed. Everyone who gets the paper can read it.</translation>
    </message>
    <message>
        <source>Det, der ikke er færdigt endnu, kommer ikke med.</source>
        <translation>What is not finished yet does not go along.</translation>
    </message>
    <message>
        <source>Her er ikke skrevet noget endnu.</source>
        <translation>Nothing has been written here yet.</translation>
    </message>
    <message>
        <source>Filen er klar</source>
        <extracomment>The file to print was made.</extracomment>
        <translation>The file is ready</translation>
    </message>
    <message>
        <source>Den hedder: %1</source>
        <extracomment>The name of a file.</extracomment>
        <translation>It is called: %1</translation>
    </message>
    <message>
        <source>Den ligger i: %1</source>
        <extracomment>The folder of a file.</extracomment>
        <translation>It is in: %1</translation>
    </message>
    <message>
        <source>Sider: %1</source>
        <extracomment>How many sheets of paper.</extracomment>
        <translation>Pages: %1</translation>
    </message>
    <message>
        <source>Færdig</source>
        <extracomment>Makes the file that can be printed.</extracomment>
        <translation>Done</translation>
    </message>
    <message>
        <source>Lav filen</source>
        <translation>Make the file</translation>
    </message>
    <message>
        <source>Alle, der får papiret, kan læse det.</source>
        <translation>Everyone who gets the paper can read it.</translation>
    </message>
</context>
<context>
    <name>PlanPrintWords</name>
    <message>
        <source>Mine egne ord</source>
        <extracomment>On paper, over the resident&apos;s own words.</extracomment>
        <translation>My own words</translation>
    </message>
    <message>
        <source>Sådan ser personalet det</source>
        <extracomment>On paper, over the staff&apos;s words.</extracomment>
        <translation>How the staff see it</translation>
    </message>
    <message>
        <source>en uden navn</source>
        <extracomment>Stands where a name would, for somebody without a name on this tablet.</extracomment>
        <translation>someone without a name</translation>
    </message>
    <message>
        <source>Skrevet af %1, %2</source>
        <extracomment>On paper, under a text: who wrote it, and the day.</extracomment>
        <translation>Written by %1, %2</translation>
    </message>
    <message>
        <source>Sagt af %1, skrevet af %2, %3</source>
        <extracomment>On paper, under a text: whose words, whose hand, the day.</extracomment>
        <translation>Said by %1, written by %2, %3</translation>
    </message>
    <message>
        <source>%1. Tablettens ur var forkert.</source>
        <extracomment>%1 is who and when; the clock of that tablet was wrong.</extracomment>
        <translation>%1. The tablet&apos;s clock was wrong.</translation>
    </message>
    <message>
        <source>%1. Skrevet til det, der stod her før.</source>
        <extracomment>Under a resident&apos;s words beside what staff wrote, when that has changed since: %1 is who and when.</extracomment>
        <translation>%1. Written about what stood here before.</translation>
    </message>
    <message>
        <source>%1. Skrevet til det, der stod den %2.</source>
        <extracomment>… %2 the day of staff&apos;s words that they are about.</extracomment>
        <translation>%1. Written about what stood here on %2.</translation>
    </message>
    <message>
        <source>%1. Valgt fra liste.</source>
        <extracomment>%1 is who and when; the entry was taken from a list of suggestions.</extracomment>
        <translation>%1. Chosen from a list.</translation>
    </message>
    <message>
        <source>%1. Venter på et ja.</source>
        <extracomment>%1 is whose words, whose hand and when; the resident has not said yes to them yet.</extracomment>
        <translation>%1. Waiting for a yes.</translation>
    </message>
    <message>
        <source>En har taget det ud, og en anden har skrevet i det. Det er ikke afgjort endnu.</source>
        <extracomment>An entry was taken out by one while another wrote in it.</extracomment>
        <translation>One took it out, and another wrote in it. It is not decided yet.</translation>
    </message>
    <message>
        <source>Sat sammen af to.</source>
        <extracomment>A text that was put together of two.</extracomment>
        <translation>Put together from two.</translation>
    </message>
    <message>
        <source>To udgaver. Ingen har valgt endnu.</source>
        <extracomment>Two versions of a text stand below.</extracomment>
        <translation>Two versions. Nobody has chosen yet.</translation>
    </message>
    <message>
        <source>To udgaver. De skal tages op sammen.</source>
        <translation>Two versions. They are to be talked about together.</translation>
    </message>
    <message>
        <source>To udgaver. Begge gælder.</source>
        <translation>Two versions. Both hold.</translation>
    </message>
    <message>
        <source>Skrevet med en nyere Trivsel. Det er ikke med her.</source>
        <translation>Written with a newer Trivsel. It is not on this paper.</translation>
    </message>
    <message>
        <source>Printet den %1</source>
        <extracomment>On the first page; %1 is a day and a clock.</extracomment>
        <translation>Printed on %1</translation>
    </message>
    <message>
        <source>Gælder det, der stod den %1.</source>
        <extracomment>At the foot of each page; %1 is a day and a clock.</extracomment>
        <translation>This is what it said on %1.</translation>
    </message>
    <message>
        <source>Side %1 af %2</source>
        <extracomment>At the foot of each page.</extracomment>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Her er ikke skrevet noget endnu.</source>
        <translation>Nothing has been written here yet.</translation>
    </message>
</context>
<context>
    <name>PlanScreen</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>Title of a plan for staff; %1 is the plan&apos;s name, %2 the resident&apos;s.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Print planen</source>
        <extracomment>Opens the page that puts the plan on paper.</extracomment>
        <translation>Print the plan</translation>
    </message>
</context>
<context>
    <name>PracticeMark</name>
    <message>
        <source>Øvelse · intet bliver gemt</source>
        <extracomment>Over every page of a practice.</extracomment>
        <translation>Practice · nothing is saved</translation>
    </message>
    <message>
        <source>Stop øvelsen</source>
        <extracomment>Ends a practice; all of it is thrown away.</extracomment>
        <translation>Stop the practice</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>Øv dig</source>
        <extracomment>Title of the page before a practice.</extracomment>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Her er alting på prøve. Intet bliver gemt, og ingen ser det.</source>
        <extracomment>On the page before a practice.</extracomment>
        <translation>Everything here is just for trying out. Nothing is saved, and nobody sees it.</translation>
    </message>
    <message>
        <source>Du er Øve-Kim, som ikke findes. I kan også øve jer sammen.</source>
        <extracomment>On the page before a practice. Øve-Kim is the made-up resident.</extracomment>
        <translation>You are Øve-Kim, who does not exist. You can also practise together.</translation>
    </message>
    <message>
        <source>Et øjeblik …</source>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Øvelsen kunne ikke begynde. Prøv igen.</source>
        <extracomment>A practice could not begin.</extracomment>
        <translation>The practice could not begin. Try again.</translation>
    </message>
    <message>
        <source>Begynd øvelsen</source>
        <extracomment>Begins a practice.</extracomment>
        <translation>Begin the practice</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>Tabletten kan ikke åbne lige nu</source>
        <extracomment>Title when the tablet cannot open its data.</extracomment>
        <translation>The tablet cannot open right now</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Næste</source>
        <extracomment>The step forward: once something is chosen, and before.</extracomment>
        <translation>Next</translation>
    </message>
    <message>
        <source>Spring over</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>0 er %1</source>
        <extracomment>%1: what the number 0 means.</extracomment>
        <translation>0 is %1</translation>
    </message>
    <message>
        <source>10 er %1</source>
        <extracomment>%1: what the number 10 means.</extracomment>
        <translation>10 is %1</translation>
    </message>
</context>
<context>
    <name>ReaderChoice</name>
    <message>
        <source>Svar på mindst ét spørgsmål, før du gemmer.</source>
        <translation>Answer at least one question before you save.</translation>
    </message>
    <message numerus="yes">
        <source>%1 kan læse det. Dem har du selv valgt.</source>
        <extracomment>%1 are names of staff whom the resident has chosen.</extracomment>
        <translation>
            <numerusform>%1 can read it. You have chosen this person yourself.</numerusform>
            <numerusform>%1 can read it. You have chosen them yourself.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dit team kan læse det. Det er %1.</source>
        <extracomment>%1 are names of the team.</extracomment>
        <translation>Your team can read it. That is %1.</translation>
    </message>
    <message>
        <source>Kun du kan læse det.</source>
        <translation>Only you can read it.</translation>
    </message>
    <message>
        <source>Vælg, hvem der må læse det. Så kan du gemme.</source>
        <translation>Choose who may read it. Then you can save.</translation>
    </message>
    <message>
        <source>Her er ingen, der kan læse det endnu. Spørg personalet.</source>
        <translation>There is nobody here yet who can read it. Ask the staff.</translation>
    </message>
    <message>
        <source>Dem, jeg har valgt</source>
        <translation>Those I have chosen</translation>
    </message>
    <message>
        <source>Mit team</source>
        <translation>My team</translation>
    </message>
    <message>
        <source>Kun mig</source>
        <translation>Only me</translation>
    </message>
    <message>
        <source>Kun du kan læse det her. De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.</source>
        <translation>Only you can read this. They can see that you have answered, but not what. So nobody comes unless you ask. A court can demand that it is opened.</translation>
    </message>
    <message>
        <source>Det har du sagt på ”Sådan vil jeg have det”. Du kan vælge noget andet her.</source>
        <extracomment>&quot;Sådan vil jeg have det&quot; is the title of a page.</extracomment>
        <translation>You said this on “How I want it”. You can choose something else here.</translation>
    </message>
    <message>
        <source>I øvelsen ser ingen det. Ellers står der: ”%1”</source>
        <extracomment>The review in a practice; %1 is the sentence that stands there else.</extracomment>
        <translation>In the practice nobody sees it. Otherwise it says: “%1”</translation>
    </message>
    <message>
        <source>Kun du kan åbne det. Under ”Mine svar” kan du vise det på tabletten til en, du selv vælger. De andre kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.</source>
        <translation>Only you can open it. Under ”My answers” you can show it on the tablet to someone you choose. The others can see that you have answered, but not what. So nobody comes unless you ask for it. A court can order it opened.</translation>
    </message>
    <message>
        <source>En anden, jeg vælger</source>
        <extracomment>One reads the answer by being shown it on the tablet.</extracomment>
        <translation>Someone else I choose</translation>
    </message>
    <message>
        <source>På ”Sådan vil jeg have det” har du sagt kun mig. Åbn først ”kun mig”. Så kan du vælge det.</source>
        <extracomment>&quot;Sådan vil jeg have det&quot; is the title of a page, &quot;kun mig&quot; a choice on it.</extracomment>
        <translation>On “How I want it” you said only me. Open “only me” first. Then you can choose it.</translation>
    </message>
</context>
<context>
    <name>ReplyLineCard</name>
    <message>
        <source>Vi kan ikke, fordi …</source>
        <extracomment>Over a line of a reply of staff&apos;s.</extracomment>
        <translation>We can’t, because …</translation>
    </message>
    <message>
        <source>Det gør vi</source>
        <translation>This is what we do</translation>
    </message>
    <message>
        <source>Ret</source>
        <extracomment>Changes the words of a line.</extracomment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Fjern</source>
        <extracomment>Takes a line out of a reply that is not saved yet.</extracomment>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>ReplyScreen</name>
    <message>
        <source>Hvad gør vi?</source>
        <extracomment>Title of the page on which staff write what they do.</extracomment>
        <translation>What do we do?</translation>
    </message>
    <message>
        <source>Vi kan ikke, fordi …</source>
        <extracomment>Title of the page on which staff write why they can&apos;t.
----------
Adds why staff can&apos;t do something.</extracomment>
        <translation>We can’t, because …</translation>
    </message>
    <message>
        <source>Svar til %1</source>
        <extracomment>Title; %1 is the resident&apos;s first name.</extracomment>
        <translation>Reply to %1</translation>
    </message>
    <message>
        <source>Se svarene</source>
        <extracomment>Opens what the resident has answered.</extracomment>
        <translation>See the answers</translation>
    </message>
    <message>
        <source>Hvem gør det?</source>
        <translation>Who does it?</translation>
    </message>
    <message>
        <source>%1 har sagt sin mening. Sig, hvad I gør ved den, eller hvorfor I ikke kan. Skriv, så %1 forstår det.</source>
        <extracomment>%1 is the resident&apos;s first name.</extracomment>
        <translation>%1 has given an opinion. Say what you will do about it, or why you can’t. Write so that %1 understands it.</translation>
    </message>
    <message>
        <source>I har svaret: Vi kan ikke, fordi …</source>
        <translation>You have replied: We can’t, because …</translation>
    </message>
    <message>
        <source>I har svaret: Det gør vi</source>
        <translation>You have replied: This is what we do</translation>
    </message>
    <message>
        <source>Til hvornår?</source>
        <extracomment>Title of the page on which a day is chosen.</extracomment>
        <translation>Until when?</translation>
    </message>
    <message>
        <source>Det gør vi</source>
        <extracomment>Adds what staff will do.</extracomment>
        <translation>This is what we do</translation>
    </message>
    <message>
        <source>Det gør vi også</source>
        <translation>We also do this</translation>
    </message>
    <message>
        <source>Gemt her som kladde.</source>
        <translation>Saved here as a draft.</translation>
    </message>
    <message>
        <source>I kan også svare senere. Det står på I dag, til I har svaret.</source>
        <translation>You can also reply later. It stands on Today until you have replied.</translation>
    </message>
    <message>
        <source>Gem og vis til %1</source>
        <extracomment>Saves the reply; %1 is the resident&apos;s first name.</extracomment>
        <translation>Save and show to %1</translation>
    </message>
</context>
<context>
    <name>ResetPicturesScreen</name>
    <message>
        <source>Beboeren</source>
        <translation>The resident</translation>
    </message>
    <message>
        <source>Det sker på en af husets fælles tabletter, under Kun mig. Andre tabletter ved det, når de har haft net. Kig væk imens.</source>
        <translation>It is done on one of the house&apos;s shared tablets, under Only me. Other tablets know when they have been online. Look away meanwhile.</translation>
    </message>
    <message>
        <source>%1 vælger selv, når ingen ser på. Du kan ikke åbne noget med det.</source>
        <translation>%1 chooses alone, when nobody is looking. You can&apos;t open anything with it.</translation>
    </message>
    <message>
        <source>Det bliver skrevet ned, at du gjorde det.</source>
        <translation>It is written down that you did it.</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ja, lad %1 vælge</source>
        <extracomment>%1 is a resident&apos;s first name.</extracomment>
        <translation>Yes, let %1 choose</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Det, %1 har gemt som kun mig før i dag, kan ikke åbnes her mere bagefter. Kun gendannelses­ordene på kontoret kan give %1 det tilbage.</source>
        <translation>What %1 has saved as only me before today can&apos;t be opened here any more afterwards. Only the recovery words at the office can give it back to %1.</translation>
    </message>
    <message>
        <source>Glemte billeder eller kort</source>
        <extracomment>Title of the staff&apos;s page about a resident&apos;s forgotten pictures or lost card.</extracomment>
        <translation>Forgotten pictures or card</translation>
    </message>
    <message>
        <source>%1 kan nu vælge nye billeder eller et nyt kort</source>
        <extracomment>%1 is a resident&apos;s first name.</extracomment>
        <translation>%1 can now choose new pictures or a new card</translation>
    </message>
    <message>
        <source>Skal %1 vælge nye billeder eller et nyt kort?</source>
        <translation>Should %1 choose new pictures or a new card?</translation>
    </message>
</context>
<context>
    <name>ResidentScreen</name>
    <message>
        <source>Hej %1</source>
        <extracomment>Title of a resident&apos;s page; %1 is the first name.</extracomment>
        <translation>Hello %1</translation>
    </message>
    <message>
        <source>Hej</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>Hvad vil du?</source>
        <extracomment>Above the things a resident can do.</extracomment>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Henter …</source>
        <extracomment>While a page is being read from the disk.</extracomment>
        <translation>Fetching …</translation>
    </message>
    <message>
        <source>Kun mig er åbent</source>
        <extracomment>To what only the resident can read; their pictures have opened it.</extracomment>
        <translation>Only me is open</translation>
    </message>
    <message>
        <source>Kun mig</source>
        <extracomment>To what only the resident can read, behind three pictures.</extracomment>
        <translation>Only me</translation>
    </message>
    <message numerus="yes">
        <source>Nogen prøvede andre billeder %n gang(e).</source>
        <extracomment>%n: how often somebody picked wrong pictures on this tablet.</extracomment>
        <translation>
            <numerusform>Somebody tried other pictures %n time.</numerusform>
            <numerusform>Somebody tried other pictures %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sådan vil jeg have det</source>
        <translation>How I want it</translation>
    </message>
    <message>
        <source>Gå videre med jeres samtale</source>
        <extracomment>On a resident&apos;s own page: a conversation was begun and waits.</extracomment>
        <translation>Go on with your conversation</translation>
    </message>
    <message>
        <source>Min side</source>
        <extracomment>Opens one&apos;s own page: what was said and replied, one&apos;s own line, who has looked.</extracomment>
        <translation>My page</translation>
    </message>
    <message>
        <source>Mine planer</source>
        <extracomment>On a resident&apos;s own page, over the plans that they write with the staff.</extracomment>
        <translation>My plans</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Gem og vis til mit team</source>
        <extracomment>Saves the answers and shows them to one&apos;s team.</extracomment>
        <translation>Save and show to my team</translation>
    </message>
    <message>
        <source>Gem og vis til %1</source>
        <extracomment>Saves the answers and shows them to these people; %1 are names.</extracomment>
        <translation>Save and show to %1</translation>
    </message>
    <message>
        <source>Gem</source>
        <extracomment>Saves the answers.</extracomment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Se dine svar igennem</source>
        <extracomment>Title of the review page.</extracomment>
        <translation>Look your answers through</translation>
    </message>
    <message>
        <source>Så er de her svar væk. Vil du det?</source>
        <translation>Then these answers are gone. Do you want that?</translation>
    </message>
    <message>
        <source>Ja, smid dem væk</source>
        <translation>Yes, throw them away</translation>
    </message>
    <message>
        <source>Nej, behold dem</source>
        <translation>No, keep them</translation>
    </message>
    <message>
        <source>Smid kladden væk</source>
        <extracomment>Throws the unfinished answers away, after asking once more.</extracomment>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>Hvem må læse det?</source>
        <extracomment>Above the choice of readers.</extracomment>
        <translation>Who may read it?</translation>
    </message>
</context>
<context>
    <name>RoundResults</name>
    <message>
        <source>For få svar til at vise.</source>
        <extracomment>Under a question of a round.</extracomment>
        <translation>Too few answers to show.</translation>
    </message>
    <message>
        <source>Svarene kan ikke vises her.</source>
        <extracomment>Under a question of a round that the tablet does not know.</extracomment>
        <translation>The answers can’t be shown here.</translation>
    </message>
</context>
<context>
    <name>RoundScreen</name>
    <message>
        <source>Runde i fællesstuen</source>
        <extracomment>Everybody in the house is asked the same, without names; also the button on the start page.</extracomment>
        <translation>Round in the common room</translation>
    </message>
    <message>
        <source>Den handler om: %1.</source>
        <extracomment>%1 is the theme of the round.</extracomment>
        <translation>It is about: %1.</translation>
    </message>
    <message>
        <source>Uden navn. Men vi er få i huset. Nogen kan måske gætte, hvem der har svaret hvad. Går du før tid, bliver dit svar ikke gemt.</source>
        <extracomment>Before somebody answers in a round.</extracomment>
        <translation>Without a name. But we are few in the house. Somebody may guess who has answered what. If you leave early, your answer is not saved.</translation>
    </message>
    <message numerus="yes">
        <source>%1 spørgsmål.</source>
        <extracomment>Before the first question; %1 is a number as a word: &quot;Seks&quot;.</extracomment>
        <translation>
            <numerusform>%1 question.</numerusform>
            <numerusform>%1 questions.</numerusform>
        </translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Begynd</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Når du har gemt, kan du ikke fortryde.</source>
        <extracomment>Before somebody answers in a round.</extracomment>
        <translation>Once you have saved, you can’t undo it.</translation>
    </message>
</context>
<context>
    <name>RoundSentences</name>
    <message>
        <source>Runden er lukket. Dit svar er ikke gemt.</source>
        <extracomment>Somebody was answering when the round was closed.</extracomment>
        <translation>The round is closed. Your answer is not saved.</translation>
    </message>
    <message>
        <source>Runden kan ikke tage flere svar. Dit svar er ikke gemt.</source>
        <translation>The round can not take more answers. Your answer is not saved.</translation>
    </message>
    <message>
        <source>Tak. Dit svar er gemt.</source>
        <translation>Thank you. Your answer is saved.</translation>
    </message>
    <message>
        <source>Det ligger her på tabletten, uden navn. I kan tale om svarene, når runden er slut.</source>
        <extracomment>After answering in a round.</extracomment>
        <translation>It lies here on the tablet, without a name. You can talk about the answers together when the round is over.</translation>
    </message>
    <message>
        <source>Du kan altid sige det til personalet.</source>
        <extracomment>After an answer that came too late.</extracomment>
        <translation>You can always tell the staff.</translation>
    </message>
    <message>
        <source>Der er for få svar endnu. De ligger her, til I holder runde igen.</source>
        <translation>There are too few answers yet. They lie here until you hold a round again.</translation>
    </message>
    <message>
        <source>Svarene er på vej til kontoret.</source>
        <translation>The answers are on their way to the office.</translation>
    </message>
    <message>
        <source>Runden er lukket. Der er for få svar endnu. De ligger her, til I holder runde igen.</source>
        <translation>The round is closed. There are too few answers yet. They lie here until you hold a round again.</translation>
    </message>
    <message>
        <source>Runden er lukket. Svarene sendes, når der er net. Så står de under Runder på personalets tabletter.</source>
        <translation>The round is closed. The answers are sent when there is network. Then they stand under Rounds on the staff’s tablets.</translation>
    </message>
    <message>
        <source>I midten: %1</source>
        <extracomment>%1 is an answer, such as &quot;Noget&quot;.</extracomment>
        <translation>In the middle: %1</translation>
    </message>
    <message>
        <source>I midten: mellem %1 og %2</source>
        <extracomment>%1 and %2 are answers.</extracomment>
        <translation>In the middle: between %1 and %2</translation>
    </message>
    <message>
        <source>Svarene ligger tæt.</source>
        <extracomment>The answers to a question are much alike, or not.</extracomment>
        <translation>The answers are close together.</translation>
    </message>
    <message>
        <source>Svarene ligger spredt.</source>
        <translation>The answers are spread out.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an answer, %2 how many gave it, or &quot;få eller ingen&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>få eller ingen</source>
        <extracomment>How many gave an answer, when it is fewer than three, or would tell of such a one.</extracomment>
        <translation>few or none</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>Between parts of a line.</extracomment>
        <translation> · </translation>
    </message>
    <message>
        <source>Går du, eller trykker du på Skjul, bliver dit svar ikke gemt.</source>
        <extracomment>While somebody answers in a round; &quot;Skjul&quot; is a button.</extracomment>
        <translation>If you leave, or tap Hide, your answer is not saved.</translation>
    </message>
    <message>
        <source>Et tema, som tabletten ikke kender</source>
        <extracomment>In the list of rounds.</extracomment>
        <translation>A theme that this tablet does not know</translation>
    </message>
    <message>
        <source>Et spørgsmål, som tabletten ikke kender</source>
        <extracomment>Among the questions of a round.</extracomment>
        <translation>A question that this tablet does not know</translation>
    </message>
</context>
<context>
    <name>RoundThemes</name>
    <message>
        <source>Begynd en runde om</source>
        <extracomment>Over the themes that a round can be about.</extracomment>
        <translation>Begin a round about</translation>
    </message>
</context>
<context>
    <name>RoundsScreen</name>
    <message>
        <source>Runder</source>
        <extracomment>Title of the staff&apos;s page about rounds in the common room.</extracomment>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>I en runde svarer alle på det samme, uden navn. Den er åben i syv dage. Mindst fem skal svare, før svarene kan ses.</source>
        <extracomment>Staff, on the shared tablet.</extracomment>
        <translation>In a round everybody answers the same, without a name. It is open for seven days. At least five must answer before the answers can be seen.</translation>
    </message>
    <message>
        <source>Dagen er ikke kendt.</source>
        <extracomment>The day on which a round was closed is not known.</extracomment>
        <translation>The day is not known.</translation>
    </message>
    <message>
        <source>Her er ingen runder endnu. De begynder på tabletten i fællesstuen, under Personale.</source>
        <extracomment>On a device of the staff&apos;s.</extracomment>
        <translation>There are no rounds here yet. They begin on the tablet in the common room, under Staff.</translation>
    </message>
    <message>
        <source>Vil du lukke runden om ”%1” nu?</source>
        <extracomment>%1 is the theme of a round.</extracomment>
        <translation>Close the round about “%1” now?</translation>
    </message>
    <message>
        <source>Vil du begynde en runde om ”%1”?</source>
        <extracomment>%1 is the theme of a round.</extracomment>
        <translation>Begin a round about “%1”?</translation>
    </message>
    <message>
        <source>Så kan ingen flere svare. Er der færre end fem svar, ligger de her, til I holder runde igen.</source>
        <translation>Then nobody else can answer. If there are fewer than five answers, they lie here until you hold a round again.</translation>
    </message>
    <message>
        <source>Så står den på startsiden i syv dage, og alle kan svare uden navn.</source>
        <translation>Then it stands on the start page for seven days, and everybody can answer without a name.</translation>
    </message>
    <message>
        <source>Ja, luk runden</source>
        <translation>Yes, close the round</translation>
    </message>
    <message>
        <source>Begynd runden</source>
        <translation>Begin the round</translation>
    </message>
    <message>
        <source>Nej, lad den være åben</source>
        <translation>No, leave it open</translation>
    </message>
    <message>
        <source>Nej, ikke nu</source>
        <translation>No, not now</translation>
    </message>
    <message>
        <source>Tabletten kender ikke spørgsmålene endnu. Hent og send nu, og se igen.</source>
        <extracomment>A closed round about questions that the tablet does not know.</extracomment>
        <translation>The tablet does not know the questions yet. Fetch and send now, and look again.</translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message>
        <source>Tryghedsplaner</source>
        <translation>Safety plans</translation>
    </message>
    <message>
        <source>Tryghedsplan · %1</source>
        <extracomment>Title over one resident&apos;s safety plan; %1 is the first name.</extracomment>
        <translation>Safety plan · %1</translation>
    </message>
    <message>
        <source>Tryghedsplan</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>Åbnet uden kode</source>
        <extracomment>How the safety plans were opened.</extracomment>
        <translation>Opened without a code</translation>
    </message>
    <message>
        <source>Åbnet med vagtkode</source>
        <translation>Opened with a shift code</translation>
    </message>
    <message>
        <source>Her kan du kun læse tryghedsplaner. Det bliver skrevet ned, når du åbner en plan.</source>
        <extracomment>Over the list of residents, opened by the shift&apos;s code or in an emergency.</extracomment>
        <translation>Here you can only read safety plans. It is written down when you open one.</translation>
    </message>
    <message>
        <source>Beboere</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>Her er ingen tryghedsplan for %1.</source>
        <extracomment>%1 is the first name of a resident.</extracomment>
        <translation>There is no safety plan for %1 here.</translation>
    </message>
    <message>
        <source>Her er ingen tryghedsplan.</source>
        <translation>There is no safety plan here.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Indefra: %1</source>
        <extracomment>Heading over the resident&apos;s words; for staff with the word of the field.</extracomment>
        <translation>From the inside: %1</translation>
    </message>
    <message>
        <source>Indefra</source>
        <translation>From the inside</translation>
    </message>
    <message>
        <source>Mine egne ord</source>
        <translation>My own words</translation>
    </message>
    <message>
        <source>Udefra: personalet</source>
        <extracomment>Heading over the staff&apos;s words; for staff with the word of the field.</extracomment>
        <translation>From the outside: the staff</translation>
    </message>
    <message>
        <source>Sådan ser personalet det</source>
        <translation>How the staff see it</translation>
    </message>
    <message>
        <source>dig</source>
        <extracomment>Stands where a name would: the person who reads.</extracomment>
        <translation>you</translation>
    </message>
    <message>
        <source>en uden navn</source>
        <extracomment>Stands where a name would, for somebody without a name on this tablet.</extracomment>
        <translation>someone without a name</translation>
    </message>
    <message>
        <source>Skrives af %1</source>
        <extracomment>Under a text: who wrote it, and the day.</extracomment>
        <translation>Being written by %1</translation>
    </message>
    <message>
        <source>Skrevet af %1, %2</source>
        <translation>Written by %1, %2</translation>
    </message>
    <message>
        <source>Sagt af %1, skrives af %2</source>
        <extracomment>Under a text while it is being written: whose words, whose hand.</extracomment>
        <translation>Said by %1, being written by %2</translation>
    </message>
    <message>
        <source>Sagt af %1, skrevet af %2, %3</source>
        <extracomment>Under a text: whose words, whose hand, the day.</extracomment>
        <translation>Said by %1, written by %2, %3</translation>
    </message>
    <message>
        <source>Sagt af %1, skrevet af %2</source>
        <translation>Said by %1, written by %2</translation>
    </message>
    <message>
        <source>Skrevet af %1</source>
        <translation>Written by %1</translation>
    </message>
    <message>
        <source>%1. Tablettens ur var forkert.</source>
        <extracomment>%1 is a day and a clock; the clock of that tablet was wrong.</extracomment>
        <translation>%1. The tablet&apos;s clock was wrong.</translation>
    </message>
    <message>
        <source>Trivsel er allerede åben på den her tablet. Luk den anden, og prøv igen.</source>
        <translation>Trivsel is already open on this tablet. Close the other one and try again.</translation>
    </message>
    <message>
        <source>Tablettens data kan ikke læses. Intet er slettet. Ring til kontoret.</source>
        <translation>The tablet&apos;s data cannot be read. Nothing was deleted. Call the office.</translation>
    </message>
    <message>
        <source>Mappen med data er ikke lavet af Trivsel. Intet er ændret. Ring til kontoret.</source>
        <translation>The data folder was not made by Trivsel. Nothing was changed. Call the office.</translation>
    </message>
    <message>
        <source>Tablettens data er lavet af en nyere Trivsel. Intet er ændret. Kontoret skal opdatere programmet.</source>
        <translation>The tablet&apos;s data was made by a newer Trivsel. Nothing was changed. The office must update the program.</translation>
    </message>
    <message>
        <source>Der er ikke mere plads på tabletten. Det, der er gemt, er gemt. Ring til kontoret.</source>
        <translation>There is no more room on the tablet. What is saved is saved. Call the office.</translation>
    </message>
    <message>
        <source>Tabletten kan ikke skrive i sin egen mappe. Det, der er gemt, er gemt. Ring til kontoret.</source>
        <translation>The tablet cannot write in its own folder. What is saved is saved. Call the office.</translation>
    </message>
    <message>
        <source>Tabletten er ikke sat op endnu. Kontoret har en fil til den.</source>
        <translation>The tablet is not set up yet. The office has a file for it.</translation>
    </message>
    <message>
        <source>Her ligger en anden tablets data. Intet er ændret. Ring til kontoret.</source>
        <translation>Another tablet&apos;s data lies here. Nothing was changed. Call the office.</translation>
    </message>
    <message>
        <source>Tablettens nøgle svarer ikke lige nu. Sluk tabletten, og tænd den igen.</source>
        <translation>The tablet&apos;s key does not answer right now. Turn the tablet off and on again.</translation>
    </message>
    <message>
        <source>Tablettens fil kan ikke bruges. Kontoret kan lave en ny.</source>
        <translation>The tablet&apos;s file cannot be used. The office can make a new one.</translation>
    </message>
    <message>
        <source>Spørgsmålene kan ikke læses. Det, der er gemt, er gemt. Ring til kontoret.</source>
        <translation>The questions cannot be read. What is saved is saved. Call the office.</translation>
    </message>
    <message>
        <source>Det er kun for dem, der er med i teamet.</source>
        <translation>This is only for those in the team.</translation>
    </message>
    <message>
        <source>Teksten er for lang. Det, der stod her før, er gemt.</source>
        <translation>The text is too long. What stood here before is saved.</translation>
    </message>
    <message>
        <source>Noget gik galt hos os. Det, der er gemt, er gemt.</source>
        <translation>Something went wrong on our side. What is saved is saved.</translation>
    </message>
    <message>
        <source>Det sidste blev ikke gemt. Der er ikke mere plads på tabletten. Alt det andet er gemt.</source>
        <translation>The last thing was not saved. There is no more room on the tablet. Everything else is saved.</translation>
    </message>
    <message>
        <source>Det sidste blev ikke gemt. Det er kun for dem, der er med i teamet.</source>
        <translation>The last thing was not saved. This is only for those in the team.</translation>
    </message>
    <message>
        <source>Teksten er for lang. Det sidste blev ikke gemt.</source>
        <translation>The text is too long. The last thing was not saved.</translation>
    </message>
    <message>
        <source>Du er ikke længere en af dem, der er valgt til at læse det. Fjern det, og skriv et nyt svar til teamet.</source>
        <extracomment>A reply was begun for those whom a resident has chosen; the writer is none of them any more.</extracomment>
        <translation>You are no longer one of those chosen to read it. Remove it, and write a new reply to the team.</translation>
    </message>
    <message>
        <source>Noget af samtalen er ikke kommet hertil endnu. Prøv igen, når der er hentet.</source>
        <translation>Some of the talk has not come to this tablet yet. Try again after it has fetched.</translation>
    </message>
    <message>
        <source>Det sidste blev ikke gemt. Prøv igen. Alt det andet er gemt.</source>
        <translation>The last thing was not saved. Try again. Everything else is saved.</translation>
    </message>
    <message>
        <source>Gemt her på tabletten. Den har ikke talt med kontoret endnu.</source>
        <translation>Saved here on the tablet. It has not spoken with the office yet.</translation>
    </message>
    <message>
        <source>Gemt her og på kontoret. Hentet %1</source>
        <translation>Saved here and at the office. Fetched %1</translation>
    </message>
    <message>
        <source>Gemt her på tabletten. Sendes, når der er net.</source>
        <translation>Saved here on the tablet. Sent when there is network.</translation>
    </message>
    <message>
        <source>Gemt her og på kontoret. Kontoret svarer ikke lige nu. Hentet %1</source>
        <translation>Saved here and at the office. The office does not answer right now. Fetched %1</translation>
    </message>
    <message>
        <source>Gemt her og på kontoret. Kontoret har kun én kopi endnu. Hentet %1</source>
        <translation>Saved here and at the office. The office has only one copy yet. Fetched %1</translation>
    </message>
    <message>
        <source>Gemt her. Noget kunne ikke sendes. Sig det til kontoret.</source>
        <translation>Saved here. Something could not be sent. Tell the office.</translation>
    </message>
    <message>
        <source>Henter og sender …</source>
        <translation>Fetching and sending …</translation>
    </message>
    <message>
        <source>Gemt her. Den, der svarer, er ikke vores kontor. Intet er sendt. Sig det til kontoret.</source>
        <translation>Saved here. The one who answers is not our office. Nothing was sent. Tell the office.</translation>
    </message>
    <message>
        <source>Gemt her. Et andet hjems kontor svarer. Intet er sendt. Sig det til kontoret.</source>
        <translation>Saved here. Another home&apos;s office answers. Nothing was sent. Tell the office.</translation>
    </message>
    <message>
        <source>Gemt her. Kontoret kender ikke tabletten. Sig det til kontoret.</source>
        <translation>Saved here. The office does not know the tablet. Tell the office.</translation>
    </message>
    <message>
        <source>Gemt her. Kontoret har en nyere Trivsel. Tabletten skal opdateres.</source>
        <translation>Saved here. The office has a newer Trivsel. The tablet must be updated.</translation>
    </message>
    <message>
        <source>Gemt her. Tabletten er spærret. Sig det til kontoret.</source>
        <translation>Saved here. The tablet is blocked. Tell the office.</translation>
    </message>
    <message>
        <source>Gemt her. Tabletten har været længe væk. Sig det til kontoret, så henter den igen.</source>
        <translation>Saved here. The tablet was away for long. Tell the office, and it fetches again.</translation>
    </message>
    <message>
        <source>Gemt her. Kontoret siger nej. Sig det til kontoret.</source>
        <translation>Saved here. The office says no. Tell the office.</translation>
    </message>
    <message numerus="yes">
        <source>Gemt her. %n ting venter på kontoret.</source>
        <translation>
            <numerusform>Saved here. %n thing is waiting at the office.</numerusform>
            <numerusform>Saved here. %n things are waiting at the office.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tabletten er en kopi. Alt er gemt. Sig det til kontoret.</source>
        <translation>The tablet is a copy. Everything is saved. Tell the office.</translation>
    </message>
    <message>
        <source>Der er ikke mere plads på tabletten. Det, der er gemt, er gemt. Sig det til kontoret.</source>
        <translation>There is no more room on the tablet. What is saved is saved. Tell the office.</translation>
    </message>
    <message>
        <source>Alt er gemt her. Personalet skal se på tabletten.</source>
        <translation>Everything is saved here. The staff must look at the tablet.</translation>
    </message>
    <message>
        <source>Gemt her. Hentet %1</source>
        <translation>Saved here. Fetched %1</translation>
    </message>
    <message>
        <source>Gemt her. Sendes, når der er net.</source>
        <translation>Saved here. Sent when there is network.</translation>
    </message>
    <message>
        <source>Gemt her på tabletten. Sendes, når der er net. Sidst hentet %1</source>
        <translation>Saved here on the tablet. Sent when there is a network. Last fetched %1</translation>
    </message>
    <message>
        <source>Der er ikke mere plads på tabletten. Personalet skal se på den.</source>
        <translation>There is no more room on the tablet. Staff must look at it.</translation>
    </message>
    <message>
        <source>Gemt her. Sendes, når der er net. Sidst hentet %1</source>
        <translation>Saved here. Sent when there is a network. Last fetched %1</translation>
    </message>
    <message>
        <source>Kontoret har tømt den her tablet. Det, der var gemt, er på kontoret. Tabletten kan sættes op igen.</source>
        <translation>The office has emptied this tablet. What was saved is at the office. The tablet can be set up again.</translation>
    </message>
    <message>
        <source>Kontoret har tømt den her tablet. Noget nåede ikke frem. Det ligger låst i en fil på tabletten, der hedder ”redning”. Giv den til kontoret, før tabletten sættes op igen.</source>
        <extracomment>A tablet that the office had emptied; a file with what could not be handed in was left there.</extracomment>
        <translation>The office has emptied this tablet. Some of it did not get there. It lies locked in a file on the tablet called “redning”. Give it to the office before the tablet is set up again.</translation>
    </message>
    <message>
        <source>Tabletten kan ikke åbne det, den har gemt. Nøglen til det er væk, eller det er en anden. Intet er slettet. Ring til kontoret: de kan hente det, der ikke er afleveret.</source>
        <translation>The tablet can&apos;t open what it has saved. The key to it is gone, or it is another one. Nothing has been deleted. Call the office: they can fetch what has not been handed in.</translation>
    </message>
    <message>
        <source>Øvelse: det bliver ikke gemt.</source>
        <extracomment>In a practice, where it else says that something is saved.</extracomment>
        <translation>Practice: it is not saved.</translation>
    </message>
    <message>
        <source>Gemt her på tabletten</source>
        <extracomment>An answer has been written to this device&apos;s disk.</extracomment>
        <translation>Saved here on the tablet</translation>
    </message>
    <message>
        <source>Øvelsen kan ikke fortsætte her. Stop den, og begynd igen.</source>
        <translation>The practice cannot go on here. Stop it, and begin again.</translation>
    </message>
    <message>
        <source>Intet bliver gemt eller sendt herfra.</source>
        <extracomment>In a practice, where it else says what is saved and sent.</extracomment>
        <translation>Nothing is saved or sent from here.</translation>
    </message>
    <message>
        <source>Prøv at gemme</source>
        <extracomment>In a practice, on the button that else saves and says who will see it.</extracomment>
        <translation>Try saving</translation>
    </message>
    <message>
        <source>Jeg ser det anderledes</source>
        <extracomment>The resident&apos;s own words beside what staff wrote: their heading, and the button that opens them.</extracomment>
        <translation>I see it differently</translation>
    </message>
    <message>
        <source>%1 ser det anderledes</source>
        <extracomment>Over a resident&apos;s own words beside what staff wrote; %1 is the first name.</extracomment>
        <translation>%1 sees it differently</translation>
    </message>
    <message>
        <source>Beboeren ser det anderledes</source>
        <translation>The resident sees it differently</translation>
    </message>
    <message>
        <source>%1. Skrevet til det, der stod den %2.</source>
        <extracomment>Under a resident&apos;s words beside what staff wrote, when that has changed since: %1 is who and when, %2 the day of staff&apos;s words that they are about.</extracomment>
        <translation>%1. Written about what stood here on %2.</translation>
    </message>
    <message>
        <source>%1. Skrevet til det, der stod her før.</source>
        <translation>%1. Written about what stood here before.</translation>
    </message>
    <message>
        <source>Det kunne ikke fortrydes. Under ”Mine svar” kan du trække svaret tilbage.</source>
        <extracomment>&quot;Fortryd&quot; came too late; &quot;Mine svar&quot; is a page.</extracomment>
        <translation>It could not be undone. Under “My answers” you can take the answer back.</translation>
    </message>
    <message>
        <source>Skriv, hvordan du ser det.</source>
        <extracomment>Above the place to write how one sees what staff wrote.</extracomment>
        <translation>Write how you see it.</translation>
    </message>
    <message>
        <source>Ikke færdig endnu</source>
        <extracomment>Under words that were typed here and are not saved for others yet.</extracomment>
        <translation>Not finished yet</translation>
    </message>
    <message>
        <source>Skrevet med en nyere Trivsel. Den kan ikke vises her endnu.</source>
        <extracomment>A field that a newer program wrote.</extracomment>
        <translation>Written with a newer Trivsel. It cannot be shown here yet.</translation>
    </message>
    <message>
        <source>Gem</source>
        <extracomment>Saves one&apos;s own words that nobody else reads.</extracomment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gem og vis til %1</source>
        <extracomment>Saves one&apos;s own words beside what staff wrote, for these people; %1 are names.</extracomment>
        <translation>Save and show to %1</translation>
    </message>
    <message>
        <source>Ingen andre kan læse det. Det, personalet skrev, bliver stående.</source>
        <translation>Nobody else can read it. What the staff wrote stays there.</translation>
    </message>
    <message>
        <source>%1 kan læse det. Det, personalet skrev, bliver stående.</source>
        <extracomment>%1 are the names of those who will read it.</extracomment>
        <translation>%1 can read it. What the staff wrote stays there.</translation>
    </message>
</context>
<context>
    <name>ShownPart</name>
    <message>
        <source>%1 viser dig sit svar</source>
        <extracomment>Heading over an answer that a resident shows to somebody; %1 is the resident.</extracomment>
        <translation>%1 is showing you an answer</translation>
    </message>
    <message>
        <source>Et svar, du får vist</source>
        <translation>An answer that you are shown</translation>
    </message>
    <message>
        <source>Læs det sammen. Giv så tabletten tilbage.</source>
        <extracomment>To the person who is shown an answer.</extracomment>
        <translation>Read it together. Then give the tablet back.</translation>
    </message>
</context>
<context>
    <name>SignInSentences</name>
    <message>
        <source>Skriv vagtkoden</source>
        <translation>Type the shift code</translation>
    </message>
    <message>
        <source>%1, skriv din kode</source>
        <extracomment>Title of the page for a code; %1 is the first name of somebody of the staff.</extracomment>
        <translation>%1, type your code</translation>
    </message>
    <message>
        <source>Skriv din kode</source>
        <translation>Type your code</translation>
    </message>
    <message>
        <source>Den åbner kun tryghedsplanerne. Det bliver skrevet ned, når du åbner en plan.</source>
        <extracomment>Under &quot;Skriv vagtkoden&quot;: what that code is good for.</extracomment>
        <translation>It opens the safety plans only. It is written down when you open one.</translation>
    </message>
    <message>
        <source>Koden er seks tal.</source>
        <translation>The code is six digits.</translation>
    </message>
    <message>
        <source>Et øjeblik …</source>
        <extracomment>While a code is being checked.</extracomment>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>Koden passede ikke. Prøv igen.</source>
        <translation>The code did not fit. Try again.</translation>
    </message>
    <message>
        <source>Koden passede ikke. Prøv igen om lidt.</source>
        <translation>The code did not fit. Try again in a little while.</translation>
    </message>
    <message>
        <source>Prøv igen om lidt.</source>
        <translation>Try again in a little while.</translation>
    </message>
    <message>
        <source>Nu kan du prøve igen.</source>
        <extracomment>After a wait: codes are taken again.</extracomment>
        <translation>You can try again now.</translation>
    </message>
    <message>
        <source>Der er ingen vagtkode lige nu. Kontoret kan lave en.</source>
        <translation>There is no shift code right now. The office can make one.</translation>
    </message>
    <message>
        <source>Du har ikke en kode endnu. Kontoret kan give dig en.</source>
        <translation>You have no code yet. The office can give you one.</translation>
    </message>
    <message>
        <source>Du kan ikke bruge den her tablet. Spørg kontoret.</source>
        <translation>You cannot use this tablet. Ask the office.</translation>
    </message>
    <message>
        <source>Noget gik galt hos os. Prøv igen.</source>
        <translation>Something went wrong on our side. Try again.</translation>
    </message>
    <message>
        <source>I øvelsen er koden %1.</source>
        <extracomment>The page for codes in a practice; %1 are six digits.</extracomment>
        <translation>In the practice the code is %1.</translation>
    </message>
</context>
<context>
    <name>StaffAnswersScreen</name>
    <message>
        <source>Svar fra %1</source>
        <extracomment>Title over a resident&apos;s answers for staff; %1 is the first name. No genitive, so that every name fits.</extracomment>
        <translation>Answers from %1</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Her er ingen svar, som du må læse.</source>
        <extracomment>The resident has answered nothing that this member of staff may read.</extracomment>
        <translation>There are no answers here that you may read.</translation>
    </message>
    <message>
        <source>”%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1. I skrev: ”%2”</source>
        <extracomment>Under a resident&apos;s own words: the day, and what staff had written.</extracomment>
        <translation>%1. You wrote: “%2”</translation>
    </message>
</context>
<context>
    <name>StaffChooserScreen</name>
    <message>
        <source>Personale</source>
        <extracomment>Title of the staff chooser.</extracomment>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Tablettens nøgle ligger i en fil. Den er kun til at øve sig på.</source>
        <extracomment>The tablet was started with --keyfile.</extracomment>
        <translation>The tablet’s key lies in a file. It is for practice only.</translation>
    </message>
    <message>
        <source>Tryk på dit navn.</source>
        <translation>Tap your name.</translation>
    </message>
    <message>
        <source>Tryk på dit navn. Så kan %1 svare her.</source>
        <extracomment>On a staff device a resident writes beside somebody of the staff; %1 is the resident.</extracomment>
        <translation>Tap your name. Then %1 can answer here.</translation>
    </message>
    <message>
        <source>Tryk på dit navn. Så kan beboeren svare her.</source>
        <extracomment>The same for a resident without a name on the tile.</extracomment>
        <translation>Tap your name. Then the resident can answer here.</translation>
    </message>
    <message>
        <source>Vagtkode</source>
        <extracomment>The code of a shift, which opens safety plans only.</extracomment>
        <translation>Shift code</translation>
    </message>
</context>
<context>
    <name>StaffCodeScreen</name>
    <message>
        <source>Åbn i nødsituation</source>
        <extracomment>Before safety plans are opened without a code.
----------
Opens safety plans without a code; asks first.</extracomment>
        <translation>Open in an emergency</translation>
    </message>
    <message>
        <source>Det åbner tryghedsplanerne uden kode, og ikke andet.</source>
        <translation>This opens the safety plans without a code, and nothing else.</translation>
    </message>
    <message>
        <source>Det bliver skrevet ned, at %1 åbnede dem.</source>
        <extracomment>%1 is the first name of somebody of the staff.</extracomment>
        <translation>It is written down that %1 opened them.</translation>
    </message>
    <message>
        <source>Åbn tryghedsplanerne</source>
        <translation>Open the safety plans</translation>
    </message>
</context>
<context>
    <name>StaffList</name>
    <message>
        <source>Uden navn</source>
        <extracomment>A resident without a name on the tile.</extracomment>
        <translation>Without a name</translation>
    </message>
</context>
<context>
    <name>StaffResidentScreen</name>
    <message>
        <source>Uden navn</source>
        <translation>Without a name</translation>
    </message>
    <message numerus="yes">
        <source>%n tekst(er) har to udgaver.</source>
        <translation>
            <numerusform>%n text has two versions.</numerusform>
            <numerusform>%n texts have two versions.</numerusform>
        </translation>
    </message>
    <message>
        <source>Svar</source>
        <extracomment>The way to what a resident has answered, on a staff device.</extracomment>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Senest: %1</source>
        <extracomment>Under &quot;Svar&quot;: form and day of the newest answer.</extracomment>
        <translation>Latest: %1</translation>
    </message>
    <message>
        <source>Ingen svar endnu, som du må læse.</source>
        <translation>No answers yet that you may read.</translation>
    </message>
    <message>
        <source>Sådan ser du selv på hjælpen</source>
        <extracomment>Over the forms in which staff evaluate their own work.</extracomment>
        <translation>How you see the help yourself</translation>
    </message>
    <message>
        <source>Har sagt: væk til %1.</source>
        <extracomment>For staff. %1 is a date.</extracomment>
        <translation>Has said: away until %1.</translation>
    </message>
    <message>
        <source>Har sagt: væk for en tid.</source>
        <extracomment>For staff.</extracomment>
        <translation>Has said: away for a time.</translation>
    </message>
    <message>
        <source>Vil hellere uden tablet: tal sammen, eller brug papir.</source>
        <extracomment>For staff: what the resident has said.</extracomment>
        <translation>Would rather do without the tablet: talk together, or use paper.</translation>
    </message>
    <message>
        <source>Vil selv sige til: %1.</source>
        <extracomment>For staff. %1 are titles of forms.</extracomment>
        <translation>Will say so themselves: %1.</translation>
    </message>
    <message>
        <source>Vil ikke spørges mere: %1.</source>
        <extracomment>For staff. %1 are titles of forms.</extracomment>
        <translation>Does not want to be asked any more: %1.</translation>
    </message>
    <message>
        <source>Samtale</source>
        <extracomment>The way to conversations with a resident, for staff.</extracomment>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Svar, som du må læse, står på din egen telefon eller tablet.</source>
        <extracomment>For staff at a shared tablet: answers are shown on devices of their own.</extracomment>
        <translation>Answers that you may read are on your own phone or tablet.</translation>
    </message>
    <message>
        <source>Glemte billeder eller kort</source>
        <extracomment>A resident can&apos;t remember their three pictures, or has lost their card; asks first.</extracomment>
        <translation>Forgotten pictures or card</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>I dag</source>
        <extracomment>Title of the staff&apos;s first page.</extracomment>
        <translation>Today</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Hent og send nu</source>
        <extracomment>Starts a sync run now.</extracomment>
        <translation>Fetch and send now</translation>
    </message>
    <message>
        <source>Beboere</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>To udgaver</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Ingen tekster har to udgaver.</source>
        <extracomment>Nothing waits.</extracomment>
        <translation>No texts have two versions.</translation>
    </message>
    <message>
        <source>Skift person</source>
        <extracomment>Locks, and shows the names of the staff for the next one.</extracomment>
        <translation>Change person</translation>
    </message>
    <message>
        <source>Der er gået syv dage uden kontakt med kontoret. Du kan skrive, men ikke læse, før der er net igen.</source>
        <extracomment>The device has not met the office for seven days.</extracomment>
        <translation>Seven days have passed without contact with the office. You can write, but not read, until there is network again.</translation>
    </message>
    <message>
        <source>Tag med på tur</source>
        <translation>Take along on a walk</translation>
    </message>
    <message numerus="yes">
        <source>%n er med nu.</source>
        <extracomment>How many residents are on the phone.</extracomment>
        <translation>
            <numerusform>%n is along now.</numerusform>
            <numerusform>%n are along now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ingen er med lige nu.</source>
        <translation>Nobody is along right now.</translation>
    </message>
    <message>
        <source>Skift din kode</source>
        <extracomment>Staff choose their own code.</extracomment>
        <translation>Change your code</translation>
    </message>
    <message>
        <source>Skærmens størrelse</source>
        <translation>Screen size</translation>
    </message>
    <message>
        <source>Målt med et kort.</source>
        <extracomment>Whether the screen was measured with a card.</extracomment>
        <translation>Measured with a card.</translation>
    </message>
    <message>
        <source>Ikke målt endnu. Det tager et minut.</source>
        <translation>Not measured yet. It takes a minute.</translation>
    </message>
    <message>
        <source>Runder</source>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>Begynd eller luk en runde i fællesstuen.</source>
        <extracomment>What staff do with rounds on the shared tablet.</extracomment>
        <translation>Begin or close a round in the common room.</translation>
    </message>
    <message>
        <source>Se, hvad der kom ud af runderne i fællesstuen.</source>
        <extracomment>What staff see of rounds on their own devices.</extracomment>
        <translation>See what came of the rounds in the common room.</translation>
    </message>
    <message>
        <source>Øv jer sammen</source>
        <extracomment>Opens the page before a practice, for staff with a resident.</extracomment>
        <translation>Practise together</translation>
    </message>
    <message>
        <source>Med en beboer, der ikke findes. Dine egne sider låser først.</source>
        <translation>With a resident who does not exist. Your own pages lock first.</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Hvem er du?</source>
        <extracomment>The start page.</extracomment>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Tryk på dit billede.</source>
        <extracomment>The start page, beside &quot;Hvem er du?&quot;.</extracomment>
        <translation>Tap your picture.</translation>
    </message>
    <message>
        <source>Øvehjem med opdigtede personer</source>
        <extracomment>The start page of a made-up home.</extracomment>
        <translation>Practice home with made-up people</translation>
    </message>
    <message>
        <source>Her er ingen billeder endnu. De kommer, når tabletten har talt med kontoret.</source>
        <extracomment>A new tablet without residents yet.</extracomment>
        <translation>There are no pictures here yet. They come when the tablet has spoken with the office.</translation>
    </message>
    <message>
        <source>Flere billeder</source>
        <extracomment>More tiles than fit on one page.</extracomment>
        <translation>More pictures</translation>
    </message>
    <message>
        <source>Personale</source>
        <extracomment>Opens the staff&apos;s pages.</extracomment>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Runde i fællesstuen</source>
        <translation>Round in the common room</translation>
    </message>
    <message>
        <source>Øv dig</source>
        <extracomment>Opens the page before a practice.</extracomment>
        <translation>Practise</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Om %1</source>
        <extracomment>Under the name of a part of a conversation: whom it is about.</extracomment>
        <translation>About %1</translation>
    </message>
    <message>
        <source>Om %1 · %2</source>
        <extracomment>The same, and how far it is.</extracomment>
        <translation>About %1 · %2</translation>
    </message>
</context>
<context>
    <name>TabletAnswer</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>TalkScreen</name>
    <message>
        <source>Jeres samtale</source>
        <extracomment>Title of a conversation that is under way, for the resident.</extracomment>
        <translation>Your conversation</translation>
    </message>
    <message>
        <source>Nu har jeg den</source>
        <extracomment>The resident says that they have the device.</extracomment>
        <translation>I have it now</translation>
    </message>
    <message>
        <source>Luk</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>I dag handler hjælpen om: %1</source>
        <extracomment>%1 is something one does together, such as &quot;at gå ture&quot;.</extracomment>
        <translation>Today the help is about: %1</translation>
    </message>
    <message>
        <source>Færdig</source>
        <extracomment>Ends a conversation that is answered.</extracomment>
        <translation>Done</translation>
    </message>
    <message>
        <source>Slut for i dag</source>
        <extracomment>Ends a conversation before everything is answered.</extracomment>
        <translation>Enough for today</translation>
    </message>
    <message>
        <source>Din egen side er låst. Når %1 er færdig, skriver du din kode igen.</source>
        <translation>Your own page is locked. When %1 has finished, you type your code again.</translation>
    </message>
</context>
<context>
    <name>TalkSentences</name>
    <message>
        <source>Du giver telefonen fra dig. Din kode åbner den igen.</source>
        <translation>You hand over the phone. Your code opens it again.</translation>
    </message>
    <message>
        <source>Du giver tabletten fra dig. Din kode åbner den igen.</source>
        <translation>You hand over the tablet. Your code opens it again.</translation>
    </message>
    <message>
        <source>Begynd, og giv telefonen videre</source>
        <extracomment>The device is handed to the resident.</extracomment>
        <translation>Begin, and hand over the phone</translation>
    </message>
    <message>
        <source>Begynd, og giv tabletten videre</source>
        <translation>Begin, and hand over the tablet</translation>
    </message>
    <message>
        <source>Giv telefonen til %1, og kig væk.</source>
        <extracomment>To staff: hand the device to the resident (%1), and look away.</extracomment>
        <translation>Give the phone to %1, and look away.</translation>
    </message>
    <message>
        <source>Giv tabletten til %1, og kig væk.</source>
        <translation>Give the tablet to %1, and look away.</translation>
    </message>
    <message>
        <source>Tak. Giv telefonen tilbage til %1.</source>
        <extracomment>The resident gives the device back to staff (%1).</extracomment>
        <translation>Thank you. Give the phone back to %1.</translation>
    </message>
    <message>
        <source>Tak. Giv tabletten tilbage til %1.</source>
        <translation>Thank you. Give the tablet back to %1.</translation>
    </message>
    <message>
        <source>Tak for samtalen.</source>
        <translation>Thank you for the conversation.</translation>
    </message>
    <message>
        <source>beboeren</source>
        <extracomment>Stands where a resident&apos;s name would, when the tile has none.</extracomment>
        <translation>the resident</translation>
    </message>
    <message>
        <source>Hele teamet</source>
        <extracomment>Whom the answers about the help are about: everybody of the team.</extracomment>
        <translation>The whole team</translation>
    </message>
    <message>
        <source>En måde, vi gør det på</source>
        <extracomment>What the answers are about: something one does together, such as going for walks.</extracomment>
        <translation>A way we do things</translation>
    </message>
    <message>
        <source>For eksempel at gå ture</source>
        <extracomment>Under &quot;En måde, vi gør det på&quot;, before it has a name.</extracomment>
        <translation>Going for walks, for instance</translation>
    </message>
    <message>
        <source>Siden sidst</source>
        <extracomment>Which time the answers are about: since the last samtale.</extracomment>
        <translation>Since last time</translation>
    </message>
    <message>
        <source>Den sidste uge</source>
        <translation>The last week</translation>
    </message>
    <message>
        <source>De sidste to uger</source>
        <translation>The last two weeks</translation>
    </message>
    <message>
        <source>Den sidste måned</source>
        <translation>The last month</translation>
    </message>
    <message>
        <source>Med til samtalen</source>
        <translation>Takes part</translation>
    </message>
    <message>
        <source>Medarbejder med egne erfaringer</source>
        <translation>Peer worker</translation>
    </message>
    <message>
        <source>Koordinator</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>Ansvarlig for medicin</source>
        <translation>Responsible for medicine</translation>
    </message>
    <message>
        <source>Nattevagt</source>
        <translation>Night shift</translation>
    </message>
    <message>
        <source>Vikar</source>
        <translation>Temp</translation>
    </message>
    <message>
        <source>Leder</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Medarbejder</source>
        <translation>Member of staff</translation>
    </message>
    <message>
        <source>En samtale er i gang.</source>
        <extracomment>On a resident&apos;s page for staff, under &quot;Samtale&quot;.</extracomment>
        <translation>A conversation is under way.</translation>
    </message>
    <message>
        <source>Du er ved at gøre en samtale klar.</source>
        <translation>You are setting up a conversation.</translation>
    </message>
    <message>
        <source>Den sidste var %1.</source>
        <extracomment>%1 is a day.</extracomment>
        <translation>The last one was on %1.</translation>
    </message>
    <message>
        <source>Ingen samtale endnu.</source>
        <translation>No conversation yet.</translation>
    </message>
    <message>
        <source>Færdig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Dit svar venter</source>
        <translation>Your answer is waiting</translation>
    </message>
    <message>
        <source>Kommer bagefter</source>
        <extracomment>The second of two steps, while the first is not done.</extracomment>
        <translation>Comes afterwards</translation>
    </message>
    <message>
        <source>Så er du igennem.</source>
        <extracomment>All parts of a conversation are answered.</extracomment>
        <translation>You are through.</translation>
    </message>
    <message>
        <source>Du har sagt, at vi ikke skal spørge mere. Så er der ingen spørgsmål i dag.</source>
        <extracomment>To the resident, who has said not to be asked; empty while nothing was read.</extracomment>
        <translation>You have said that we should not ask any more. So there are no questions today.</translation>
    </message>
    <message>
        <source>Der er én del. Tag den i dit eget tempo.</source>
        <translation>There is one part. Take it at your own pace.</translation>
    </message>
    <message>
        <source>Der er to dele. Tag dem i dit eget tempo.</source>
        <translation>There are two parts. Take them at your own pace.</translation>
    </message>
    <message>
        <source>%1 vil ikke spørges mere om: %2. Det er ikke med i samtalen.</source>
        <extracomment>%1 is the resident&apos;s first name, %2 are titles of forms.</extracomment>
        <translation>%1 does not want to be asked any more about: %2. It is not part of the conversation.</translation>
    </message>
    <message>
        <source>%1 vil ikke spørges mere om det her. Så er der ingen spørgsmål at svare på. I kan stadig tale sammen.</source>
        <extracomment>%1 is the resident&apos;s first name.</extracomment>
        <translation>%1 does not want to be asked about this any more. So there are no questions to answer. You can still talk together.</translation>
    </message>
    <message>
        <source>Dine svar er gemt. Du kan altid se dem på din egen side.</source>
        <translation>Your answers are saved. You can always see them on your own page.</translation>
    </message>
    <message>
        <source>Det, du ikke blev færdig med, venter her på telefonen. Du finder det på din egen side.</source>
        <extracomment>Answers that were begun, on the device that the resident holds.</extracomment>
        <translation>What you did not finish waits here on the phone. You will find it on your own page.</translation>
    </message>
    <message>
        <source>Det, du ikke blev færdig med, venter her på tabletten. Du finder det på din egen side.</source>
        <translation>What you did not finish waits here on the tablet. You will find it on your own page.</translation>
    </message>
    <message>
        <source>Du har ikke svaret i dag. Det er helt i orden. Du kan altid komme igen.</source>
        <extracomment>To the resident: no question was answered.</extracomment>
        <translation>You have not answered today. That is quite all right. You can always come back.</translation>
    </message>
    <message>
        <source>%1 gør det</source>
        <extracomment>In a reply of staff&apos;s: who does it. %1 is a name.</extracomment>
        <translation>%1 does it</translation>
    </message>
    <message>
        <source>Ingen valgt endnu</source>
        <translation>Nobody chosen yet</translation>
    </message>
    <message>
        <source>Til %1</source>
        <extracomment>In a reply of staff&apos;s: until when. %1 is a day.</extracomment>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>Ingen dag endnu</source>
        <translation>No day yet</translation>
    </message>
    <message>
        <source>%1 gør det. Til %2.</source>
        <extracomment>%1 is a name, %2 a day.</extracomment>
        <translation>%1 does it. Until %2.</translation>
    </message>
    <message>
        <source>%1 gør det.</source>
        <translation>%1 does it.</translation>
    </message>
    <message>
        <source>Til %1.</source>
        <translation>Until %1.</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Det er helt i orden. Du kan altid komme igen.</source>
        <extracomment>After &quot;Ikke i dag&quot;.</extracomment>
        <translation>That is quite all right. You can always come back.</translation>
    </message>
    <message>
        <source>Tak. Dit svar er gemt.</source>
        <extracomment>After saving.</extracomment>
        <translation>Thank you. Your answer is saved.</translation>
    </message>
    <message>
        <source>%1 ser det her, når de er på job.</source>
        <extracomment>%1 are names.</extracomment>
        <translation>%1 see this when they are at work.</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <extracomment>Takes the answers back to the review, while the page stands.</extracomment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Luk</source>
        <extracomment>Leaves the thank-you page.</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Du kan fortryde, så længe siden her er åben.</source>
        <extracomment>Under &quot;Fortryd&quot; and &quot;Luk&quot;.</extracomment>
        <translation>You can undo as long as this page is open.</translation>
    </message>
    <message>
        <source>%1 ser det her på job.</source>
        <extracomment>%1 is one name.</extracomment>
        <translation>%1 sees this at work.</translation>
    </message>
    <message>
        <source>Gemt her på tabletten. Sendes, når du lukker, og der er net.</source>
        <extracomment>On the thank-you page.</extracomment>
        <translation>Saved here on the tablet. Sent when you close, and there is a network.</translation>
    </message>
    <message>
        <source>Skal vi spørge igen?</source>
        <extracomment>After &quot;Ikke i dag&quot;.</extracomment>
        <translation>Shall we ask again?</translation>
    </message>
    <message>
        <source>Tak. Det var en øvelse.</source>
        <extracomment>After saving, in a practice.</extracomment>
        <translation>Thank you. That was a practice.</translation>
    </message>
    <message>
        <source>Ingen ser det. Ellers ville %1 se det på job.</source>
        <extracomment>On the thank-you page, in a practice; %1 are made-up names.</extracomment>
        <translation>Nobody sees it. Otherwise %1 would see it at work.</translation>
    </message>
    <message>
        <source>Det kunne ikke fortrydes. Svaret er gemt.</source>
        <extracomment>&quot;Fortryd&quot; came too late, for staff.</extracomment>
        <translation>It could not be undone. The answer is saved.</translation>
    </message>
</context>
<context>
    <name>ThemesScreen</name>
    <message>
        <source>Sådan ser du på hjælpen</source>
        <extracomment>Title of the page with the self-evaluations.</extracomment>
        <translation>How you see the help</translation>
    </message>
    <message>
        <source>Vælg det, du vil svare på.</source>
        <extracomment>Under &quot;Sådan ser du på hjælpen&quot;.</extracomment>
        <translation>Choose what you want to answer.</translation>
    </message>
</context>
<context>
    <name>TopicGroup</name>
    <message>
        <source>Hvem eller hvad svarer %1 om?</source>
        <extracomment>Whom or what the answers about the help are about; %1 is the resident&apos;s first name.</extracomment>
        <translation>Who or what does %1 answer about?</translation>
    </message>
    <message>
        <source>Hvad gør I sammen?</source>
        <extracomment>Title of the page on which a way of doing things gets its name.</extracomment>
        <translation>What do you do together?</translation>
    </message>
</context>
<context>
    <name>TrAnswerRow</name>
    <message>
        <source>Skift</source>
        <extracomment>Changes an answer while looking them through.</extracomment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Skift svar: %1</source>
        <extracomment>For a screen reader; %1 is the question in short.</extracomment>
        <translation>Change answer: %1</translation>
    </message>
    <message>
        <source>Skriv</source>
        <extracomment>Opens the writing page from the review, where nothing is written yet.</extracomment>
        <translation>Write</translation>
    </message>
    <message>
        <source>Skriv svar: %1</source>
        <extracomment>For a screen reader; %1 is the question in short.</extracomment>
        <translation>Write an answer: %1</translation>
    </message>
</context>
<context>
    <name>TrBottomBar</name>
    <message>
        <source>Videre og hjælp</source>
        <extracomment>The bar with the step forward and the help button.</extracomment>
        <translation>Onward and help</translation>
    </message>
</context>
<context>
    <name>TrCodeDots</name>
    <message>
        <source>%1 af %2 tal</source>
        <extracomment>How much of a code is written, for a screen reader: %1 of %2 digits.</extracomment>
        <translation>%1 of %2 digits</translation>
    </message>
</context>
<context>
    <name>TrCover</name>
    <message>
        <source>Din plads venter</source>
        <extracomment>On the cover that hides somebody&apos;s page.</extracomment>
        <translation>Your place is waiting</translation>
    </message>
    <message>
        <source>Tryk på dit billede, når du vil videre.</source>
        <extracomment>Under the cover&apos;s picture.</extracomment>
        <translation>Tap your picture when you want to go on.</translation>
    </message>
    <message>
        <source>Jeg er en anden</source>
        <extracomment>On the cover: somebody else wants to use the tablet.</extracomment>
        <translation>I am someone else</translation>
    </message>
</context>
<context>
    <name>TrDiffText</name>
    <message>
        <source>Kun i denne udgave: %1</source>
        <extracomment>For a screen reader: the parts that stand in this version only.</extracomment>
        <translation>Only in this version: %1</translation>
    </message>
</context>
<context>
    <name>TrDigitPad</name>
    <message>
        <source>Tal til koden</source>
        <extracomment>Name of the keys for a code, for a screen reader.</extracomment>
        <translation>Digits for the code</translation>
    </message>
    <message>
        <source>Slet</source>
        <extracomment>Keys for a code: takes away the last digit.</extracomment>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>TrHelpButton</name>
    <message>
        <source>Har du brug for nogen nu?</source>
        <extracomment>The button on every page that shows whom to call.</extracomment>
        <translation>Do you need someone now?</translation>
    </message>
    <message>
        <source>Tryk her. Så kan du se, hvem du kan ringe til.</source>
        <extracomment>Under &quot;Har du brug for nogen nu?&quot; on the thank-you page.</extracomment>
        <translation>Press here to see whom you can call.</translation>
    </message>
</context>
<context>
    <name>TrKeyNames</name>
    <message>
        <source>Punktum</source>
        <extracomment>Names of signs on the keyboard.</extracomment>
        <translation>Full stop</translation>
    </message>
    <message>
        <source>Komma</source>
        <translation>Comma</translation>
    </message>
    <message>
        <source>Spørgsmålstegn</source>
        <translation>Question mark</translation>
    </message>
    <message>
        <source>Udråbstegn</source>
        <translation>Exclamation mark</translation>
    </message>
    <message>
        <source>Kolon</source>
        <translation>Colon</translation>
    </message>
    <message>
        <source>Semikolon</source>
        <translation>Semicolon</translation>
    </message>
    <message>
        <source>Bindestreg</source>
        <translation>Hyphen</translation>
    </message>
    <message>
        <source>Tankestreg</source>
        <translation>Dash</translation>
    </message>
    <message>
        <source>Parentes begynder</source>
        <translation>Opening bracket</translation>
    </message>
    <message>
        <source>Parentes slutter</source>
        <translation>Closing bracket</translation>
    </message>
    <message>
        <source>Skråstreg</source>
        <translation>Slash</translation>
    </message>
    <message>
        <source>Citationstegn</source>
        <translation>Quotation mark</translation>
    </message>
    <message>
        <source>Apostrof</source>
        <translation>Apostrophe</translation>
    </message>
    <message>
        <source>Og-tegn</source>
        <translation>Ampersand</translation>
    </message>
    <message>
        <source>Procent</source>
        <translation>Per cent</translation>
    </message>
    <message>
        <source>Snabel-a</source>
        <translation>At sign</translation>
    </message>
    <message>
        <source>Lig med</source>
        <translation>Equals</translation>
    </message>
    <message>
        <source>Stjerne</source>
        <translation>Asterisk</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>TrKeyboard</name>
    <message>
        <source>Tastatur</source>
        <extracomment>Name of the on-screen keyboard, for a screen reader.</extracomment>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Stort</source>
        <extracomment>Keyboard: the next letter is a capital.</extracomment>
        <translation>Capital</translation>
    </message>
    <message>
        <source>Slet</source>
        <extracomment>Keyboard: takes away the letter before the cursor.</extracomment>
        <translation>Erase</translation>
    </message>
    <message>
        <source>abc</source>
        <extracomment>Keyboard: to the page with digits and signs, and back to letters.</extracomment>
        <translation>abc</translation>
    </message>
    <message>
        <source>Tal</source>
        <translation>123</translation>
    </message>
    <message>
        <source>Bogstaver</source>
        <extracomment>Keyboard, for a screen reader.</extracomment>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Tal og tegn</source>
        <translation>Digits and signs</translation>
    </message>
    <message>
        <source>Mellemrum</source>
        <extracomment>Keyboard: the space bar.</extracomment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Ny linje</source>
        <extracomment>Keyboard: a new line.</extracomment>
        <translation>New line</translation>
    </message>
    <message>
        <source>Færdig</source>
        <extracomment>Keyboard: done writing, the keyboard goes away.</extracomment>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>TrPictures</name>
    <message>
        <source>Båd</source>
        <extracomment>Names of pictures, one plain word each.</extracomment>
        <translation>Boat</translation>
    </message>
    <message>
        <source>Træ</source>
        <translation>Tree</translation>
    </message>
    <message>
        <source>Kop</source>
        <translation>Cup</translation>
    </message>
    <message>
        <source>Cykel</source>
        <translation>Bicycle</translation>
    </message>
    <message>
        <source>Paraply</source>
        <translation>Umbrella</translation>
    </message>
    <message>
        <source>Æble</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>Hus</source>
        <translation>House</translation>
    </message>
    <message>
        <source>Lampe</source>
        <translation>Lamp</translation>
    </message>
    <message>
        <source>Stol</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Blad</source>
        <translation>Leaf</translation>
    </message>
    <message>
        <source>Måne</source>
        <translation>Moon</translation>
    </message>
    <message>
        <source>Bog</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Fyrtårn</source>
        <translation>Lighthouse</translation>
    </message>
    <message>
        <source>Drage</source>
        <translation>Kite</translation>
    </message>
    <message>
        <source>Tulipan</source>
        <translation>Tulip</translation>
    </message>
    <message>
        <source>Bølger</source>
        <translation>Waves</translation>
    </message>
    <message>
        <source>Svamp</source>
        <translation>Mushroom</translation>
    </message>
    <message>
        <source>Bjerge</source>
        <translation>Mountains</translation>
    </message>
    <message>
        <source>Anker</source>
        <translation>Anchor</translation>
    </message>
    <message>
        <source>Guitar</source>
        <translation>Guitar</translation>
    </message>
    <message>
        <source>Kaktus</source>
        <translation>Cactus</translation>
    </message>
    <message>
        <source>Grantræ</source>
        <translation>Fir tree</translation>
    </message>
    <message>
        <source>Bro</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Mølle</source>
        <translation>Windmill</translation>
    </message>
    <message>
        <source>Tog</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Ballon</source>
        <translation>Balloon</translation>
    </message>
    <message>
        <source>Telt</source>
        <translation>Tent</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Støvle</source>
        <translation>Boot</translation>
    </message>
    <message>
        <source>Kurv</source>
        <translation>Basket</translation>
    </message>
    <message>
        <source>Gulerod</source>
        <translation>Carrot</translation>
    </message>
    <message>
        <source>Klokke</source>
        <translation>Bell</translation>
    </message>
    <message>
        <source>Sten</source>
        <translation>Stone</translation>
    </message>
    <message>
        <source>Vindue</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Vandkande</source>
        <translation>Watering can</translation>
    </message>
    <message>
        <source>Sol</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Pære</source>
        <translation>Pear</translation>
    </message>
    <message>
        <source>Kirsebær</source>
        <translation>Cherries</translation>
    </message>
    <message>
        <source>Jordbær</source>
        <translation>Strawberry</translation>
    </message>
    <message>
        <source>Ananas</source>
        <translation>Pineapple</translation>
    </message>
    <message>
        <source>Agern</source>
        <translation>Acorn</translation>
    </message>
    <message>
        <source>Kløver</source>
        <translation>Clover</translation>
    </message>
    <message>
        <source>Korn</source>
        <translation>Wheat</translation>
    </message>
    <message>
        <source>Palme</source>
        <translation>Palm tree</translation>
    </message>
    <message>
        <source>Fjer</source>
        <translation>Feather</translation>
    </message>
    <message>
        <source>Musling</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Snefnug</source>
        <translation>Snowflake</translation>
    </message>
    <message>
        <source>Regnbue</source>
        <translation>Rainbow</translation>
    </message>
    <message>
        <source>Stjerne</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>Planet</source>
        <translation>Planet</translation>
    </message>
    <message>
        <source>Brød</source>
        <translation>Bread</translation>
    </message>
    <message>
        <source>Ost</source>
        <translation>Cheese</translation>
    </message>
    <message>
        <source>Vaffelis</source>
        <translation>Ice cream</translation>
    </message>
    <message>
        <source>Kringle</source>
        <translation>Pretzel</translation>
    </message>
    <message>
        <source>Æggebæger</source>
        <translation>Egg cup</translation>
    </message>
    <message>
        <source>Gryde</source>
        <translation>Cooking pot</translation>
    </message>
    <message>
        <source>Tepotte</source>
        <translation>Teapot</translation>
    </message>
    <message>
        <source>Ske</source>
        <translation>Spoon</translation>
    </message>
    <message>
        <source>Sofa</source>
        <translation>Sofa</translation>
    </message>
    <message>
        <source>Seng</source>
        <translation>Bed</translation>
    </message>
    <message>
        <source>Bænk</source>
        <translation>Bench</translation>
    </message>
    <message>
        <source>Symaskine</source>
        <translation>Sewing machine</translation>
    </message>
    <message>
        <source>Garn</source>
        <translation>Yarn</translation>
    </message>
    <message>
        <source>Gave</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Blyant</source>
        <translation>Pencil</translation>
    </message>
    <message>
        <source>Globus</source>
        <translation>Globe</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Woolly hat</translation>
    </message>
    <message>
        <source>Vante</source>
        <translation>Mitten</translation>
    </message>
    <message>
        <source>Trøje</source>
        <translation>Jumper</translation>
    </message>
    <message>
        <source>Rygsæk</source>
        <translation>Rucksack</translation>
    </message>
    <message>
        <source>Kuffert</source>
        <translation>Suitcase</translation>
    </message>
    <message>
        <source>Hestesko</source>
        <translation>Horseshoe</translation>
    </message>
    <message>
        <source>Trillebør</source>
        <translation>Wheelbarrow</translation>
    </message>
    <message>
        <source>Vejviser</source>
        <translation>Signpost</translation>
    </message>
    <message>
        <source>Bil</source>
        <translation>Car</translation>
    </message>
    <message>
        <source>Fly</source>
        <translation>Aeroplane</translation>
    </message>
    <message>
        <source>Traktor</source>
        <translation>Tractor</translation>
    </message>
    <message>
        <source>Løbehjul</source>
        <translation>Scooter</translation>
    </message>
    <message>
        <source>Tromme</source>
        <translation>Drum</translation>
    </message>
    <message>
        <source>Trompet</source>
        <translation>Trumpet</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Musical note</translation>
    </message>
    <message>
        <source>Palet</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Klodser</source>
        <translation>Building blocks</translation>
    </message>
    <message>
        <source>Snurretop</source>
        <translation>Spinning top</translation>
    </message>
</context>
<context>
    <name>TrProgress</name>
    <message>
        <source>Spørgsmål %1 af %2</source>
        <extracomment>Progress through the questions: number now, and how many.</extracomment>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>TrSavedLine</name>
    <message>
        <source>Gemt her på tabletten</source>
        <extracomment>An answer has been written to this device&apos;s disk.</extracomment>
        <translation>Saved here on the tablet</translation>
    </message>
</context>
<context>
    <name>TrScrollPage</name>
    <message>
        <source>Op</source>
        <extracomment>Moves the page up by a screenful.</extracomment>
        <translation>Up</translation>
    </message>
    <message>
        <source>Ned</source>
        <extracomment>Moves the page down by a screenful.</extracomment>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>TrSlot</name>
    <message>
        <source>Billede %1 er valgt</source>
        <extracomment>A place for a picture in the sign-in, for a screen reader: which, and whether it is chosen.</extracomment>
        <translation>Picture %1 is chosen</translation>
    </message>
    <message>
        <source>Billede %1 mangler</source>
        <translation>Picture %1 is missing</translation>
    </message>
</context>
<context>
    <name>TrTopBar</name>
    <message>
        <source>Tilbage</source>
        <extracomment>Goes to the page before this one.</extracomment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Reads the page aloud, and stops reading.</extracomment>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Læs op</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>Leaves the questions; the answers so far wait.</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Skjul</source>
        <extracomment>Covers the screen at once.</extracomment>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Lås</source>
        <extracomment>A member of staff leaves the tablet.</extracomment>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>TravellerList</name>
    <message>
        <source>Uden navn</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Screen reader: %1 is a first name, %2 what a tap does (&quot;Tag med&quot;, &quot;Hjem igen&quot;).</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TripSentences</name>
    <message>
        <source>beboeren</source>
        <extracomment>In the middle of a sentence, in place of a first name.</extracomment>
        <translation>the resident</translation>
    </message>
    <message>
        <source>Kommer på telefonen, når den har kontakt med kontoret.</source>
        <extracomment>Taken along, and what was written has not come to the phone yet.</extracomment>
        <translation>Comes onto the phone when it is in contact with the office.</translation>
    </message>
    <message numerus="yes">
        <source>Er på telefonen. %n ting er kun gemt her endnu.</source>
        <extracomment>Written on the walk, and not at the office yet.</extracomment>
        <translation>
            <numerusform>Is on the phone. %n thing is saved only here so far.</numerusform>
            <numerusform>Is on the phone. %n things are saved only here so far.</numerusform>
        </translation>
    </message>
    <message>
        <source>Er på telefonen.</source>
        <translation>Is on the phone.</translation>
    </message>
    <message numerus="yes">
        <source>%n ting er kun gemt her endnu. Telefonen sender, når der er net.</source>
        <translation>
            <numerusform>%n thing is saved only here so far. The phone sends when there is network.</numerusform>
            <numerusform>%n things are saved only here so far. The phone sends when there is network.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt er sendt. En låst kopi bliver her, til kontoret har en kopi mere.</source>
        <extracomment>Handed in; a locked copy stays on the phone until the office has a second one.</extracomment>
        <translation>Everything is sent. A locked copy stays here until the office has one more.</translation>
    </message>
    <message>
        <source>Et svar er ikke færdigt. Det ligger låst her, til %1 er med igen.</source>
        <extracomment>%1 is a first name.</extracomment>
        <translation>An answer is not finished. It lies locked here until %1 is along again.</translation>
    </message>
    <message>
        <source>Bliver ryddet væk ved næste kontakt.</source>
        <extracomment>Home again, and nothing waits: the rest goes at the next contact.</extracomment>
        <translation>Is cleared away at the next contact.</translation>
    </message>
    <message>
        <source>Er %1 hjemme igen?</source>
        <extracomment>%1 is a first name.</extracomment>
        <translation>Is %1 home again?</translation>
    </message>
    <message>
        <source>Der er allerede så mange med, som telefonen kan have.</source>
        <translation>As many are along already as the phone can hold.</translation>
    </message>
    <message>
        <source>Det er kun for dem, der har valgt dig.</source>
        <translation>It is only for those who have chosen you.</translation>
    </message>
    <message>
        <source>Så kan du ikke læse om %1 på telefonen. Det, du har skrevet, bliver sendt først. Uden net kan %1 ikke komme med igen.</source>
        <extracomment>%1 is a first name.</extracomment>
        <translation>Then you can not read about %1 on the phone. What you have written is sent first. Without network %1 can not come along again.</translation>
    </message>
    <message>
        <source>%1 er ikke med på telefonen. Med &quot;Tag med på tur&quot; kan du læse og skrive her.</source>
        <extracomment>On a resident&apos;s page, on a person&apos;s own phone; %1 is a first name.</extracomment>
        <translation>%1 is not along on the phone. With &quot;Take along on a walk&quot; you can read and write here.</translation>
    </message>
    <message>
        <source>Beboeren er ikke med på telefonen. Med &quot;Tag med på tur&quot; kan du læse og skrive her.</source>
        <translation>The resident is not along on the phone. With &quot;Take along on a walk&quot; you can read and write here.</translation>
    </message>
</context>
<context>
    <name>TripsScreen</name>
    <message>
        <source>Tag med på tur</source>
        <extracomment>Title of the page where staff choose whom to have on their phone for a walk.</extracomment>
        <translation>Take along on a walk</translation>
    </message>
    <message>
        <source>Dem, du tager med, kan du læse og skrive om uden net. Når de er hjemme igen, kan ingen læse om dem på telefonen.</source>
        <extracomment>On the page &quot;Tag med på tur&quot;.</extracomment>
        <translation>You can read and write about those you take along without network. When they are home again, nobody can read about them on the phone.</translation>
    </message>
    <message>
        <source>Med nu</source>
        <extracomment>Over those who are on the phone.</extracomment>
        <translation>Along now</translation>
    </message>
    <message>
        <source>Hjem igen</source>
        <extracomment>Screen reader: what a tap on somebody who is along does.</extracomment>
        <translation>Home again</translation>
    </message>
    <message>
        <source>Ingen er med lige nu.</source>
        <translation>Nobody is along right now.</translation>
    </message>
    <message>
        <source>Hjemme igen</source>
        <extracomment>Over those who are home again, while something that was written about them is still on the phone.</extracomment>
        <translation>Home again</translation>
    </message>
    <message>
        <source>Tag med igen</source>
        <translation>Take along again</translation>
    </message>
    <message>
        <source>Tag med</source>
        <extracomment>Over those whom one can take along.</extracomment>
        <translation>Take along</translation>
    </message>
    <message>
        <source>Her er ingen, som du kan tage med. Det er kun for dem, der har valgt dig.</source>
        <translation>There is nobody here whom you can take along. It is only for those who have chosen you.</translation>
    </message>
    <message>
        <source>Ja, hjem igen</source>
        <translation>Yes, home again</translation>
    </message>
    <message>
        <source>Nej, stadig med</source>
        <translation>No, still along</translation>
    </message>
    <message>
        <source>Tryk på navnet, når turen er slut.</source>
        <translation>Tap the name when the walk is over.</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Udgave %1</source>
        <extracomment>For a screen reader: one of the versions; %1 is A, B …</extracomment>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Valgt</source>
        <extracomment>Chooses this version; the second says that it is chosen.</extracomment>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Vælg den her</source>
        <translation>Choose this one</translation>
    </message>
    <message>
        <source>Vælg udgave %1</source>
        <extracomment>For a screen reader; %1 is A, B …</extracomment>
        <translation>Choose version %1</translation>
    </message>
</context>
<context>
    <name>VersionsScreen</name>
    <message>
        <source>%1 vælger selv</source>
        <extracomment>The resident has taken over the tablet; %1 is the first name.</extracomment>
        <translation>%1 chooses</translation>
    </message>
    <message>
        <source>To udgaver</source>
        <extracomment>Title of the page with two versions of a text.</extracomment>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Begge er gemt. Det, der kun står i den ene, er fedt og understreget.</source>
        <translation>Both are saved. What stands in only one of them is bold and underlined.</translation>
    </message>
    <message>
        <source>Begge står her, fordi nogen har valgt det.</source>
        <translation>Both stand here because someone has chosen so.</translation>
    </message>
    <message>
        <source>Det er dine ord. Vælg den ene, eller skriv en ny. Du kan også lade begge stå.</source>
        <translation>These are your words. Choose one of them, or write a new one. You can also let both stand.</translation>
    </message>
    <message>
        <source>Det er %1 ord. Kun %2 kan vælge den ene eller skrive en ny.</source>
        <extracomment>%1 is a name in the genitive: &quot;Jens’&quot;, %2 the name.</extracomment>
        <translation>These are %1 words. Only %2 can choose one of them or write a new one.</translation>
    </message>
    <message>
        <source>Det er personalets ord. I kan vælge den ene eller skrive en ny.</source>
        <translation>These are the staff&apos;s words. You can choose one of them or write a new one.</translation>
    </message>
    <message>
        <source>Det er personalets ord. De ser på det.</source>
        <translation>These are the staff&apos;s words. They are looking at it.</translation>
    </message>
    <message>
        <source>I har sagt, at I tager det op sammen.</source>
        <translation>You have said that you will take it up together.</translation>
    </message>
    <message>
        <source>Behold begge</source>
        <extracomment>Both versions stand, on purpose.</extracomment>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Tag det op sammen</source>
        <extracomment>The two versions will be taken up together.</extracomment>
        <translation>Take it up together</translation>
    </message>
    <message>
        <source>%1 er her og vælger selv</source>
        <extracomment>The resident takes over the tablet; %1 is the first name.</extracomment>
        <translation>%1 is here and chooses</translation>
    </message>
    <message>
        <source>Skriv den om</source>
        <translation>Rewrite it</translation>
    </message>
    <message>
        <source>Skriv en ny</source>
        <translation>Write a new one</translation>
    </message>
    <message>
        <source>Ja, det er mine ord</source>
        <translation>Yes, these are my words</translation>
    </message>
    <message>
        <source>Brug den her</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>Beboeren vælger selv</source>
        <translation>The resident chooses</translation>
    </message>
    <message>
        <source>Uden navn</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>Alle er gemt. Det, der ikke står i den første, er fedt og understreget.</source>
        <extracomment>Over the two versions.</extracomment>
        <translation>All are saved. What the first one lacks is bold and underlined.</translation>
    </message>
    <message>
        <source>Det er beboerens ord. Kun beboeren kan vælge den ene eller skrive en ny.</source>
        <translation>These are the resident’s words. Only the resident can choose one or write a new one.</translation>
    </message>
    <message>
        <source>Beboeren er her og vælger selv</source>
        <translation>The resident is here and chooses</translation>
    </message>
    <message>
        <source>Skriv videre</source>
        <extracomment>A new text in place of the versions.</extracomment>
        <translation>Write on</translation>
    </message>
</context>
<context>
    <name>WayPictures</name>
    <message>
        <source>Forrige billeder</source>
        <extracomment>The page of pictures before.</extracomment>
        <translation>Previous pictures</translation>
    </message>
    <message>
        <source>Flere billeder</source>
        <extracomment>The next page of pictures.</extracomment>
        <translation>More pictures</translation>
    </message>
</context>
<context>
    <name>WaysScreen</name>
    <message>
        <source>%1 er dit billede nu.</source>
        <translation>%1 is your picture now.</translation>
    </message>
    <message>
        <source>Gemt her</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>Skift eller slå fra</source>
        <extracomment>To changing one&apos;s three pictures, and turning them off.</extracomment>
        <translation>Change or turn off</translation>
    </message>
    <message>
        <source>Fortryd</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>WaysSentences</name>
    <message>
        <source>Mit billede</source>
        <extracomment>The picture on one&apos;s own start tile.</extracomment>
        <translation>My picture</translation>
    </message>
    <message>
        <source>Mine tre billeder</source>
        <translation>My three pictures</translation>
    </message>
    <message>
        <source>Sådan svarer jeg</source>
        <extracomment>With faces, words or numbers.</extracomment>
        <translation>How I answer</translation>
    </message>
    <message>
        <source>Bogstaver</source>
        <extracomment>How large letters are.</extracomment>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Læs op</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Må vi spørge? ”%1”</source>
        <extracomment>%1 is the title of a form.</extracomment>
        <translation>May we ask? “%1”</translation>
    </message>
    <message>
        <source>Uden tablet</source>
        <extracomment>Would rather talk or write on paper.</extracomment>
        <translation>Without the tablet</translation>
    </message>
    <message>
        <source>Væk for en tid</source>
        <translation>Away for a time</translation>
    </message>
    <message>
        <source>Sådan vil jeg have det</source>
        <extracomment>Title: how a resident wants things to be done.</extracomment>
        <translation>How I want it</translation>
    </message>
    <message>
        <source>Vælg det billede, du vil have på dit felt.</source>
        <translation>Choose the picture you want on your tile.</translation>
    </message>
    <message>
        <source>Det gælder, næste gang du begynder på nye svar.</source>
        <translation>From the next time you begin new answers.</translation>
    </message>
    <message>
        <source>Så kan du høre spørgsmålene.</source>
        <translation>Then you can hear the questions.</translation>
    </message>
    <message>
        <source>Du kan altid selv svare, når du har lyst.</source>
        <translation>You can always answer by yourself, whenever you like.</translation>
    </message>
    <message>
        <source>Så kan I tale sammen eller skrive på papir. Personalet kan se, at du hellere vil det. Du kan stadig bruge tabletten.</source>
        <translation>Then you can talk together or write on paper. The staff can see that you would rather do that. You can still use the tablet.</translation>
    </message>
    <message>
        <source>Personalet kan se, at du er væk. Det, du har skrevet, bliver her.</source>
        <translation>The staff can see that you are away. What you have written stays here.</translation>
    </message>
    <message>
        <source>Mit felt åbner med mine tre billeder</source>
        <translation>My tile opens with my three pictures</translation>
    </message>
    <message>
        <source>Mit felt åbner, når jeg trykker på det</source>
        <translation>My tile opens when I tap it</translation>
    </message>
    <message>
        <source>Tal fra 0 til 10</source>
        <translation>Numbers from 0 to 10</translation>
    </message>
    <message>
        <source>Kun ord</source>
        <translation>Words only</translation>
    </message>
    <message>
        <source>Ansigter med ord</source>
        <translation>Faces with words</translation>
    </message>
    <message>
        <source>Vis knappen Læs op</source>
        <translation>Show the “Read aloud” button</translation>
    </message>
    <message>
        <source>Ingen oplæsning</source>
        <translation>No reading aloud</translation>
    </message>
    <message>
        <source>Hellere uden tablet</source>
        <translation>Rather without the tablet</translation>
    </message>
    <message>
        <source>På tabletten</source>
        <translation>On the tablet</translation>
    </message>
    <message>
        <source>Væk til %1</source>
        <extracomment>%1 is a date.</extracomment>
        <translation>Away until %1</translation>
    </message>
    <message>
        <source>Væk, indtil jeg siger til</source>
        <translation>Away until I say so</translation>
    </message>
    <message>
        <source>Små</source>
        <extracomment>Letters.</extracomment>
        <translation>Small</translation>
    </message>
    <message>
        <source>Almindelige</source>
        <extracomment>Letters.</extracomment>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>Store</source>
        <extracomment>Letters.</extracomment>
        <translation>Large</translation>
    </message>
    <message>
        <source>Meget store</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>Størst</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Jeg siger selv til</source>
        <extracomment>May a resident be asked again?</extracomment>
        <translation>I’ll say so myself</translation>
    </message>
    <message>
        <source>Spørg ikke mere</source>
        <translation>Don’t ask any more</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Jeg er her</source>
        <translation>I’m here</translation>
    </message>
    <message>
        <source>Til i morgen</source>
        <translation>Until tomorrow</translation>
    </message>
    <message>
        <source>I en uge</source>
        <translation>For a week</translation>
    </message>
    <message>
        <source>I en måned</source>
        <translation>For a month</translation>
    </message>
    <message>
        <source>Indtil jeg siger til</source>
        <extracomment>Away, and nobody knows until when.</extracomment>
        <translation>Until I say so</translation>
    </message>
    <message>
        <source>Hvem må læse mine svar om trivsel</source>
        <extracomment>Who may read answers about well-being, unless one chooses otherwise.</extracomment>
        <translation>Who may read my answers about well-being</translation>
    </message>
    <message>
        <source>Så er det valgt, når du er færdig med at svare. Du kan altid vælge noget andet, før du gemmer. Om samarbejdet spørger vi hver gang.</source>
        <translation>Then it is chosen when you have finished answering. You can always choose something else before you save. About the help we ask every time.</translation>
    </message>
    <message>
        <source>Kun mig</source>
        <extracomment>Only oneself may read one&apos;s answers.</extracomment>
        <translation>Only me</translation>
    </message>
    <message>
        <source>Dem, jeg har valgt</source>
        <extracomment>Staff whom the resident has chosen.</extracomment>
        <translation>Those I have chosen</translation>
    </message>
    <message>
        <source>Mit team</source>
        <translation>My team</translation>
    </message>
    <message>
        <source>Spørg mig hver gang</source>
        <extracomment>Who may read one&apos;s answers is asked each time.</extracomment>
        <translation>Ask me every time</translation>
    </message>
    <message>
        <source>Du ser altid deres navne, før du gemmer.</source>
        <translation>You always see their names before you save.</translation>
    </message>
    <message>
        <source>Læs langsomt</source>
        <translation>Read slowly</translation>
    </message>
    <message>
        <source>Læs lidt hurtigere</source>
        <translation>Read a little faster</translation>
    </message>
    <message>
        <source>Mit kort</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Med billeder eller et kort kan andre ikke åbne dit felt ved at trykke på det. Glemmer du dine billeder, eller er kortet væk, kan personalet lade dig vælge igen.</source>
        <extracomment>About a tile that opens by three pictures, or by a card.</extracomment>
        <translation>With pictures or a card others can’t open your tile by tapping it. If you forget your pictures, or the card is gone, the staff can let you choose again.</translation>
    </message>
    <message numerus="yes">
        <source>Efter %n minut(ter)</source>
        <extracomment>Minutes without touch until a page covers itself.</extracomment>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Mit felt åbner med mit kort</source>
        <translation>My tile opens with my card</translation>
    </message>
    <message>
        <source>Mit felt åbner med mine tre billeder eller mit kort</source>
        <translation>My tile opens with my three pictures or my card</translation>
    </message>
    <message>
        <source>Mit felt åbner med tre billeder eller et kort</source>
        <translation>My tile opens with three pictures or a card</translation>
    </message>
    <message>
        <source>Skjuler sig selv</source>
        <extracomment>How long a page stands when nobody touches it.</extracomment>
        <translation>Covers by itself</translation>
    </message>
    <message>
        <source>Når ingen rører tabletten, skjuler den det, du er i gang med. Dine svar skjuler den altid efter 45 sekunder. Det, du har svaret, venter.</source>
        <translation>When nobody touches the tablet, it covers what you are doing. Your answers are always covered after 45 seconds. What you have answered waits.</translation>
    </message>
    <message>
        <source>Kun du kan læse det. De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet. Åbn først ”kun mig”. Så kan du vælge det.</source>
        <translation>Only you can read it. They can see that you have answered, but not what. So nobody comes unless you ask. A court can demand that it is opened. Open “only me” first. Then you can choose it.</translation>
    </message>
</context>
<context>
    <name>WriteScreen</name>
    <message>
        <source>Tidligere</source>
        <extracomment>Opens everything that was written in a field.</extracomment>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Der er kommet en ny udgave, mens du skrev</source>
        <extracomment>Beside one&apos;s own text: somebody else has written in the same field meanwhile.</extracomment>
        <translation>A new version has arrived while you were writing</translation>
    </message>
    <message>
        <source>Ja, det er mine ord</source>
        <extracomment>The resident has written a new text in place of two versions.</extracomment>
        <translation>Yes, these are my words</translation>
    </message>
    <message>
        <source>Færdig</source>
        <extracomment>Leaves the writing page; what was written is kept.</extracomment>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>WrittenAnswer</name>
    <message>
        <source>Skriv</source>
        <extracomment>Opens the writing page.</extracomment>
        <translation>Write</translation>
    </message>
    <message>
        <source>Skriv videre</source>
        <translation>Write on</translation>
    </message>
</context>
</TS>

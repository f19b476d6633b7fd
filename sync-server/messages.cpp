#include "sync-server/messages.h"

#include "proto/journal/files.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace trivsel::server {
namespace {

struct Line
{
    Text text;
    const char *danish;
    const char *english;
};

constexpr std::array<Line, static_cast<std::size_t>(Text::Count)> kLines = {
    Line{Text::StoreBusy, "Et andet program arbejder i {0} lige nu. Prøv igen om lidt.",
         "Another program is working in {0} right now. Try again in a moment."},
    Line{Text::ServerRunning, "Der kører allerede en server på {0}. Der kan kun være én.",
         "A server is already running on {0}. There can be only one."},
    Line{
        Text::StoreCorrupt,
        "{0} er beskadiget, skåret over eller skiftet ud. Filen er ikke ændret. Gem den, og hent en "
        "sikkerhedskopi frem.",
        "{0} is damaged, cut short or replaced. The file was not changed. Keep it, and bring back a backup."},
    Line{Text::StoreForeign, "{0} er ikke lavet af Trivsel. Der er ikke ændret noget.",
         "{0} was not made by Trivsel. Nothing was changed."},
    Line{Text::StoreTooNew,
         "{0} er lavet af en nyere udgave af Trivsel. Der er ikke ændret noget. Hent den nyeste udgave.",
         "{0} was made by a newer version of Trivsel. Nothing was changed. Install the newest version."},
    Line{Text::StoreFull, "Disken er fuld, så der kan ikke gemmes i {0}. Det, der var gemt, er der stadig.",
         "The disk is full, so nothing can be saved in {0}. What was saved is still there."},
    Line{Text::StoreReadOnly,
         "Der kan ikke skrives eller læses i {0}. Det må den bruger, du er på maskinen, ikke.",
         "{0} can't be written or read. The user that you are on this machine may not."},
    Line{Text::HomeMissing,
         "Der er intet hjem i {0}. Har det ligget her før? Hent det frem med restore eller recover. Er det "
         "nyt: trivsel-sync init --data {0} --name NAVN",
         "There is no home in {0}. Was it here before? Bring it back with restore or recover. If it is new: "
         "trivsel-sync init --data {0} --name NAME"},
    Line{Text::HomeExists, "Der er allerede et hjem i {0}. Det er ikke rørt.",
         "There is a home in {0} already. It was not touched."},
    Line{Text::FileExists, "{0} findes allerede og er ikke rørt. Vælg et andet navn.",
         "{0} exists already and was not touched. Choose another name."},
    Line{Text::StoreFailed, "Disken svarede med en fejl ({1}) ved {0}.",
         "The disk answered with an error ({1}) at {0}."},
    Line{Text::WrapKeyMissing,
         "Nøglefilen {0} mangler eller kan ikke læses. Uden den kan hjemmets data ikke åbnes.",
         "The key file {0} is missing or can't be read. Without it the home's data can't be opened."},
    Line{Text::WrapKeyWrong,
         "Nøglen passer ikke til {0}, eller filen er beskadiget. Der er ikke ændret noget.",
         "The key does not fit {0}, or the file is damaged. Nothing was changed."},
    Line{Text::OpenToOthers,
         "Andre på maskinen kan læse, ændre eller bytte {0}. Luk for dem, og prøv igen: {1}",
         "Others on the machine can read, change or swap {0}. Shut them out and try again: {1}"},
    Line{Text::AddressInUse,
         "Et andet program bruger allerede {0}. Vælg en anden port, eller stop det andet program.",
         "Another program uses {0} already. Choose another port, or stop the other program."},
    Line{Text::AddressBad, "{0} er ikke en adresse. Skriv den som 192.168.1.10:7400",
         "{0} is not an address. Write it like 192.168.1.10:7400"},
    Line{Text::ListenFailed, "Der kan ikke lyttes på {0} ({1}).", "Can't listen on {0} ({1})."},
    Line{Text::Unexpected, "Noget gik galt hos os ({1}) ved {0}.",
         "Something went wrong on our side ({1}) at {0}."},
    Line{Text::NotAFolder, "{0} er en fil, ikke en mappe.", "{0} is a file, not a folder."},
    Line{Text::NothingCanBeMade, "I {0} kan der ikke laves noget. Vælg et andet sted.",
         "Nothing can be made in {0}. Choose another place."},
    Line{Text::OthersHome,
         "{0} hører til brugeren {1}, og du er en anden på maskinen her. Skriv det samme med dette foran: "
         "sudo -u {1}",
         "{0} belongs to the user {1}, and you are somebody else on this machine. Say the same with this in "
         "front: sudo -u {1}"},
    Line{Text::SystemIo, "den kan ikke læse eller skrive, fejl nr. {0}",
         "it can't read or write, error no. {0}"},
    Line{Text::SystemIsFolder, "det er en mappe, fejl nr. {0}", "it is a folder, error no. {0}"},
    Line{Text::SystemNameTooLong, "navnet er for langt, fejl nr. {0}", "the name is too long, error no. {0}"},
    Line{Text::SystemTooManyOpen, "for mange filer er åbne, fejl nr. {0}",
         "too many files are open, error no. {0}"},
    Line{Text::SystemBusy, "den er optaget, fejl nr. {0}", "it is busy, error no. {0}"},
    Line{Text::SystemGone, "disken er der ikke mere, fejl nr. {0}", "the disk is gone, error no. {0}"},
    Line{Text::SystemNoMemory, "der er ikke mere hukommelse, fejl nr. {0}",
         "there is no memory left, error no. {0}"},
    Line{Text::SystemNoSuchAddress, "maskinen har ikke den adresse, fejl nr. {0}",
         "this machine does not have that address, error no. {0}"},
    Line{Text::SystemNotAllowed, "det må den bruger, du er, ikke, fejl nr. {0}",
         "the user that you are may not, error no. {0}"},
    Line{Text::SystemOther, "fejl nr. {0}", "error no. {0}"},

    Line{Text::UnknownCommand, "Kommandoen {0} findes ikke. Se: trivsel-sync --help",
         "There is no command {0}. See: trivsel-sync --help"},
    Line{Text::UnknownCommandNear, "Kommandoen {0} findes ikke. Mente du {1}?",
         "There is no command {0}. Did you mean {1}?"},
    Line{Text::HalfCommand, "{0} er kun det halve. Skriv en af: {1}",
         "{0} is only half of it. Say one of: {1}"},
    Line{Text::UnknownOption, "Valget {0} findes ikke her. Se --help",
         "There is no option {0} here. See --help"},
    Line{Text::UnknownOptionNear, "Valget {0} findes ikke her. Mente du {1}?",
         "There is no option {0} here. Did you mean {1}?"},
    Line{Text::OptionNeedsValue, "Efter {0} mangler der noget. Se --help",
         "After {0} something is missing. See --help"},
    Line{Text::OptionTakesNothing, "{0} skal stå alene, uden noget efter.",
         "{0} stands alone, with nothing after it."},
    Line{Text::OptionTwice, "{0} står der to gange.", "{0} is said twice."},
    Line{Text::BadLine, "Linjen kan ikke læses. Se --help", "The line can't be read. See --help"},
    Line{Text::BadNumber, "{0} er et tal fra {1} til {2}, skrevet med cifre, ikke {3}.",
         "{0} is a number from {1} to {2}, in digits, not {3}."},
    Line{Text::MissingOption, "{0} mangler. Se --help", "{0} is missing. See --help"},
    Line{Text::BadOption, "Det kan ikke læses: {0}. Se --help", "This can't be read: {0}. See --help"},
    Line{Text::ConfigUnknown, "{0}, linje {1}: {2} er ikke en indstilling. De hedder {3}.",
         "{0}, line {1}: {2} is no setting. They are called {3}."},
    Line{Text::ConfigUnknownNear, "{0}, linje {1}: {2} er ikke en indstilling. Mente du {3}?",
         "{0}, line {1}: {2} is no setting. Did you mean {3}?"},
    Line{Text::ConfigNoSetting,
         "{0}, linje {1}: {2} kan ikke læses. Skriv en indstilling som: listen = 0.0.0.0:7400",
         "{0}, line {1}: {2} can't be read. Write a setting like: listen = 0.0.0.0:7400"},
    Line{Text::ConfigTwice, "{0}, linje {1}: {2} står der allerede i linje {3}. Slet den ene.",
         "{0}, line {1}: {2} was said in line {3} already. Delete one of them."},
    Line{Text::ConfigBadValue, "{0}, linje {1}: {2}", "{0}, line {1}: {2}"},
    Line{Text::BadLang, "lang er da (dansk) eller en (engelsk), ikke {0}.",
         "lang is da (Danish) or en (English), not {0}."},
    Line{Text::ExtraArgument, "{0} er et ord for meget. Sæt navne med mellemrum i anførselstegn.",
         "{0} is a word too many. Put names with spaces in quotes."},
    Line{Text::BadName, "{0} skal være 1–60 tegn på én linje.", "{0} must be 1–60 characters on one line."},
    Line{Text::BadKind,
         "--kind er fælles (en fælles tablet), personale (personalets) eller leder (lederens).",
         "--kind is shared (a shared tablet), staff (the staff's) or leader (the leader's)."},
    Line{Text::PairNoServer,
         "Serveren kører ikke, så ingen tablet kan finde den. Start den i et andet vindue: "
         "trivsel-sync serve --data {0} --listen 0.0.0.0:7400",
         "The server is not running, so no tablet can find it. Start it in another window: "
         "trivsel-sync serve --data {0} --listen 0.0.0.0:7400"},
    Line{Text::PairNoAddress,
         "Maskinen her har ingen adresse på et netværk. Forbind den, eller skriv selv: --address HOST:PORT",
         "This machine has no address on a network. Connect it, or say it yourself: --address HOST:PORT"},
    Line{Text::PairGoingOn, "En anden er ved at sætte en tablet op. Vent, til den er færdig.",
         "Somebody else is setting a tablet up. Wait until they are done."},
    Line{Text::PairOutSvg, "--out skal ende på .svg: billedet laves som SVG.",
         "--out must end in .svg: the picture is made as SVG."},
    Line{Text::BadRole, "--role er en af: {0}.", "--role is one of: {0}."},
    Line{Text::BadPicture, "--picture kender ikke {0}. Vælg et af: {1}.",
         "--picture does not know {0}. Choose one of: {1}."},
    Line{Text::BadPictureNear, "--picture kender ikke {0}. Mente du {1}? Alle får du med --picture liste.",
         "--picture does not know {0}. Did you mean {1}? You get them all with --picture names."},
    Line{Text::BadPhone, "--phone er et telefonnummer på højst 30 tegn.",
         "--phone is a phone number of at most 30 characters."},
    Line{Text::NoSuchPerson, "{0} findes ikke her. Brug et navn eller et id fra status.",
         "{0} is not known here. Use a name or an id from status."},
    Line{Text::SeveralPersons, "Der er flere, der hedder {0}. Brug id i stedet.",
         "Several people are called {0}. Use the id."},
    Line{Text::PersonTaken, "Her er allerede en, der hedder {0} ({1}).",
         "Somebody here is called {0} already ({1})."},
    Line{Text::TileTaken,
         "{0} har allerede det billede i den farve. Vælg et andet med --picture eller --tint.",
         "{0} has that picture in that tint already. Choose another with --picture or --tint."},
    Line{Text::SayAnyway, "Skal det være sådan, så skriv det samme med --anyway",
         "If it is meant so, say the same with --anyway"},
    Line{Text::AskAnyway, "Skal det være sådan? (j/n) ", "Is it meant so? (y/n) "},
    Line{Text::NothingChanged, "Der er ikke ændret noget.", "Nothing was changed."},
    Line{Text::RoleWithoutCode, "{0} kan ikke få en kode: rollen {1} logger ikke ind.",
         "{0} can't have a code: the role {1} does not sign in."},
    Line{Text::NameTaken, "Der er allerede en tablet, der hedder {0}.",
         "There is a tablet called {0} already."},
    Line{Text::NoSuchTablet, "Her er ingen tablet, der hedder {0}. Se dem med: trivsel-sync tablet list",
         "There is no tablet called {0}. See them with: trivsel-sync tablet list"},
    Line{Text::TabletIsEmptied,
         "{0} har fået besked på at tømme sig og kan ikke lukkes ind igen. Sæt den op på ny i stedet.",
         "{0} was told to empty itself and can't be let in again. Set it up anew instead."},
    Line{Text::SaveStopped,
         "Serveren er stoppet, fordi der ikke kunne gemmes. Intet, der er kvitteret for, er tabt.",
         "The server has stopped because it could not save. Nothing that was acknowledged is lost."},
    Line{Text::FileMissing, "{0} findes ikke.", "There is no {0}."},
    Line{Text::DirNotEmpty, "Mappen {0} er ikke tom. Vælg en ny mappe. Der er ikke ændret noget.",
         "The folder {0} is not empty. Choose a new one. Nothing was changed."},
    Line{Text::WordStrange,
         "Gendannelsesord nr. {0} er ikke et af vores ord. Se efter, om det er skrevet rigtigt.",
         "Recovery word no. {0} is not one of ours. Check how it is spelled."},
    Line{Text::WordsMisread, "Ordene passer ikke sammen: et af dem er læst forkert, eller to er byttet om.",
         "The words do not fit together: one of them is misread, or two are swapped."},
    Line{Text::WordsCount, "Der skal være 17 gendannelsesord på hver fem bogstaver.",
         "There must be 17 recovery words of five letters each."},
    Line{Text::BackupNone, "Der er ingen sikkerhedskopi i {0}.", "There is no backup in {0}."},
    Line{Text::BackupNoFolder, "Mappen {0} er der ikke. Er disken sat i?",
         "The folder {0} is not there. Is the disk plugged in?"},
    Line{Text::BackupInHome,
         "{0} ligger i hjemmets egen mappe. Går disken i stykker, er begge væk. Vælg en mappe et andet sted, "
         "helst på en anden disk.",
         "{0} lies in the home's own folder. If the disk breaks, both are gone. Choose a folder somewhere "
         "else, best on another disk."},
    Line{Text::BackupDamaged,
         "Sikkerhedskopien i {0} er i stykker. Hjemmet selv er helt, og der skal ikke hentes noget frem. Lav "
         "en ny kopi: trivsel-sync backup --to {0}",
         "The backup in {0} is damaged. The home itself is whole, and nothing needs to be restored. Make a "
         "new copy: trivsel-sync backup --to {0}"},
    Line{Text::BackupOtherHomeToo,
         "I {0} ligger der også en kopi af et andet hjem. De to er holdt hver for sig, men giv helst hvert "
         "hjem sin egen mappe.",
         "A copy of another home lies in {0}, too. The two are kept apart, but better give each home a "
         "folder of its own."},
    Line{Text::BackupWrongSecret,
         "Sikkerhedskopien i {0} kan ikke åbnes med den nøgle eller de ord. Måske er den et andet hjems. Der "
         "er ikke ændret noget.",
         "The backup in {0} does not open with that key or those words. It may be another home's. Nothing "
         "was changed."},
    Line{Text::SeriesWrongSecret,
         "Rækken {0} kan ikke åbnes med den nøgle eller de ord. Måske er den et andet hjems. Der er ikke "
         "ændret noget.",
         "The series {0} does not open with that key or those words. It may be another home's. Nothing was "
         "changed."},
    Line{Text::NoSuchSeries, "Der er ingen række {0} i {1}. Se rækkerne med: trivsel-sync verify --from {1}",
         "There is no series {0} in {1}. See them with: trivsel-sync verify --from {1}"},
    Line{
        Text::RestoreWhichSeries,
        "Uret har været forkert: rækken {0} er dateret ud i fremtiden, så datoerne siger ikke, hvilken der "
        "er den nyeste. Vælg en af dem ovenfor: skriv det samme med --series og dens nummer. Der er ikke "
        "ændret noget.",
        "A clock was wrong: the series {0} is dated in the future, so dates do not say which one is the "
        "newest. Choose one of those above: say the same with --series and its number. Nothing was changed."},
    Line{Text::RestoreNoneHoldsAll,
         "Den række, der har den nyeste dato, har ikke alt fra rækken {0}. Kun et menneske kan sige, hvilken "
         "der er den rigtige. Vælg en af dem ovenfor: skriv det samme med --series og dens nummer. Der er "
         "ikke ændret noget.",
         "The series with the newest date does not have everything of the series {0}. Only a person can say "
         "which one is right. Choose one of those above: say the same with --series and its number. Nothing "
         "was changed."},
    Line{Text::RestoreNeedsSecret,
         "Sig enten --old-key (den gamle nøglefil) eller --words (gendannelsesordene).",
         "Give either --old-key (the old key file) or --words (the recovery words)."},
    Line{Text::RestoreBroken,
         "Sikkerhedskopien i {0} er ikke hel. Se hvad der mangler med verify. Med --accept-broken hentes "
         "det, der kan læses.",
         "The backup in {0} is not whole. See what is missing with verify. With --accept-broken what can be "
         "read is restored."},
    Line{Text::RestoreNoKeys, "Ingen kopi af nøglerne i {0} kan læses. Brug gendannelsesordene: --words",
         "No copy of the keys in {0} can be read. Use the recovery words: --words"},
    Line{Text::VerifyBroken, "Sikkerhedskopien i {0} er ikke hel.", "The backup in {0} is not whole."},
    Line{Text::VerifyNoKeys,
         "Sikkerhedskopien i {0} er ikke hel: ingen kopi af nøglerne. Lav en med backup. Til da kan den kun "
         "hentes frem med gendannelsesordene.",
         "The backup in {0} is not whole: no copy of the keys. Make one with backup. Until then it can only "
         "be restored with the recovery words."},
    Line{Text::VerifyLastMissing,
         "Sikkerhedskopien i {0} er ikke hel: {1} mangler. Det, der er her, går til nr. {2}.",
         "The backup in {0} is not whole: {1} is missing. What is here goes up to no. {2}."},
    Line{Text::BadEvery, "{0} er et tal med m, h eller d, som 1h.",
         "{0} is a number with m, h or d, like 1h."},
    Line{Text::HeldUnknown, "Der venter ikke noget med nr. {0}. Se: trivsel-sync quarantine list",
         "Nothing with no. {0} is waiting. See: trivsel-sync quarantine list"},
    Line{Text::AcceptUsurping,
         "Nr. {0} giver sig ud for at være skrevet af kontoret. Det kan ikke godkendes.",
         "No. {0} pretends to be written by the office. It can't be accepted."},
    Line{Text::AcceptNoStream, "Nr. {0} hører til et afsnit, som ingen her kender. Det kan ikke godkendes.",
         "No. {0} belongs to a section that nobody here knows. It can't be accepted."},
    Line{Text::AcceptUnreadable,
         "Nr. {0} kan ikke åbnes her, og dets plads er taget. Det kan ikke godkendes. Tag det ud med: "
         "quarantine rescue",
         "No. {0} can't be opened here, and its place is taken. It can't be accepted. Take it out with: "
         "quarantine rescue"},
    Line{Text::RescueOtherHome, "{0} hører til et andet hjem. Der er ikke ændret noget.",
         "{0} belongs to another home. Nothing was changed."},
    Line{Text::RescueUnknownTablet,
         "{0} er lavet af en tablet, som ingen her kender. Der er ikke ændret noget.",
         "{0} was made by a tablet that nobody here knows. Nothing was changed."},

    Line{Text::HelpIntro, "trivsel-sync: kontorets server, hvor hjemmets tabletter mødes.",
         "trivsel-sync: the office's server, where the home's tablets meet."},
    Line{Text::HelpCommands, "Kommandoer:", "Commands:"},
    Line{Text::HelpMore, "Mere om en kommando: trivsel-sync KOMMANDO --help",
         "More about a command: trivsel-sync COMMAND --help"},
    Line{Text::HelpUsage, "Brug: trivsel-sync {0}", "Usage: trivsel-sync {0}"},
    Line{Text::HelpOptions, "Valg", "Options"},
    Line{Text::AboutInit, "Lav et nyt hjem og vis gendannelsesordene, den ene gang de vises.",
         "Make a new home and show the recovery words, the one time they are shown."},
    Line{Text::AboutPair, "Sæt en tablet op: vis en kode, og godkend tabletten.",
         "Set a tablet up: show a code, and confirm the tablet."},
    Line{Text::AboutTabletAdd, "Lav filen til en ny tablet. Filen er hemmelig.",
         "Make the file for a new tablet. The file is secret."},
    Line{Text::AboutTabletList, "Vis tabletterne, og hvornår de sidst var her.",
         "Show the tablets, and when they were here last."},
    Line{Text::AboutTabletRename, "Giv en tablet et nyt navn.", "Give a tablet another name."},
    Line{Text::AboutTabletOwner, "Sig, hvis egen en telefon er.", "Say whose own a phone is."},
    Line{Text::AboutTabletBlock, "Spær en tablet: den kan aflevere, men ikke hente.",
         "Block a tablet: it can hand in, but fetches nothing."},
    Line{Text::AboutTabletUnblock, "Luk en spærret tablet ind igen.", "Let a blocked tablet in again."},
    Line{Text::AboutTabletRenew, "Lad en tablet, der har været længe væk, hente igen.",
         "Let a tablet that was away for long fetch again."},
    Line{Text::AboutTabletWipe, "Spær en tablet, og tøm den, næste gang den er i kontakt.",
         "Block a tablet, and empty it when it is in contact next."},
    Line{Text::AboutIncident,
         "Når en tablet er væk: se, hvis data der kan ligge på den, og hvad der er gjort.",
         "When a tablet is gone: see whose data may be on it, and what was done."},
    Line{Text::AboutResidentAdd, "Opret en beboer.", "Add a resident."},
    Line{Text::AboutResidentList, "Vis beboerne og deres billeder.",
         "Show the residents and their pictures."},
    Line{Text::AboutStaffAdd, "Opret en medarbejder.", "Add a member of staff."},
    Line{Text::AboutStaffCode, "Giv en medarbejder en ny kode. Den vises kun her og nu.",
         "Give a member of staff a new code. It is shown here and now only."},
    Line{Text::AboutStaffChosenCodes,
         "Tag de koder ind, som personalet selv har valgt. Serveren gør det også selv.",
         "Take in the codes that staff have chosen. The server does it by itself, too."},
    Line{Text::AboutStaffList, "Vis personalet og gæsterne, og hvem der har en kode.",
         "Show staff and guests, and who has a code."},
    Line{Text::AboutStaffRole, "Giv en medarbejder en anden rolle.", "Give a member of staff another role."},
    Line{Text::AboutStaffRemove, "Sig, at en medarbejder ikke er her mere.",
         "Say that a member of staff is no longer here."},
    Line{Text::AboutShiftCodeNew, "Lav en vagtkode. Den gælder én vagt og åbner kun tryghedsplaner.",
         "Make a shift code. It is for one shift and opens safety plans only."},
    Line{Text::AboutTeamSet, "Sæt, hvem en beboer har valgt, og hvem der er i teamet.",
         "Set whom a resident has chosen, and who is in the team."},
    Line{Text::AboutHelpLineAdd, "Tilføj en linje under »Har du brug for nogen nu?«.",
         "Add a line under \"Do you need someone now?\"."},
    Line{Text::AboutFitSet, "Sæt, hvad huset foreslår på siden »Sådan bruger vi FIT her«.",
         "Set what the house suggests on the page \"How we use FIT here\"."},
    Line{Text::AboutServe, "Kør serveren, til den bliver bedt om at stoppe.",
         "Run the server until it is asked to stop."},
    Line{Text::AboutStatus, "Vis hjemmet, tabletterne og det, der venter på mennesker.",
         "Show the home, the tablets and what waits for people."},
    Line{Text::AboutVerifyState, "Vis tal, som kan sammenlignes med tabletternes.",
         "Show figures that can be compared with the tablets'."},
    Line{Text::AboutBackup, "Læg det nye siden sidst i sikkerhedskopien, og læs det tilbage.",
         "Add what is new to the backup, and read it back."},
    Line{Text::AboutVerify, "Læs en sikkerhedskopi igennem, og sig, hvad der kan hentes.",
         "Read a backup through and say what can be restored."},
    Line{Text::AboutRestore, "Lav et helt hjem igen af en sikkerhedskopi.",
         "Make a whole home again from a backup."},
    Line{Text::AboutRecover, "Lav serveren igen af gendannelsesordene og det, tabletterne har.",
         "Make the server again from the recovery words and what the tablets hold."},
    Line{Text::AboutHeldList, "Vis, hvad der venter på kontoret: fra hvem og hvorfor, aldrig hvad der står.",
         "Show what waits for the office: from whom and why, never what it says."},
    Line{Text::AboutHeldShow, "Vis, hvem og hvornår én ting er fra.", "Show who and when one thing is from."},
    Line{Text::AboutHeldAccept, "Godkend noget, der venter, så alle, der må, får det.",
         "Accept something that waits, so that all who may get it."},
    Line{Text::AboutHeldRescue, "Tag noget, der venter, ud i en lukket fil.",
         "Take something that waits out into a sealed file."},
    Line{Text::AboutHeldTake, "Læs en redningsfil eller en mappe fra en tablet ind, så det venter her.",
         "Read a tablet's rescue file or its folder in, so that it waits here."},
    Line{Text::OptionData, "mappen med hjemmets data", "the directory with the home's data"},
    Line{Text::OptionWrapKey, "nøglefilen (ellers wrap.key i mappen)",
         "the key file (else wrap.key in the directory)"},
    Line{Text::OptionLang, "da (dansk) eller en (engelsk)", "da (Danish) or en (English)"},
    Line{Text::OptionJson, "svar som JSON", "answer as JSON"},
    Line{Text::OptionHelp, "vis denne hjælp", "show this help"},
    Line{Text::OptionLog, "skriv loggen i en fil", "write the log to a file"},
    Line{Text::OptionHomeName, "hjemmets navn", "the home's name"},
    Line{Text::OptionDemo, "mærk hjemmet som et prøvehjem", "mark the home as a demo"},
    Line{Text::OptionName, "navnet", "the name"},
    Line{Text::OptionTablet, "tablettens navn", "the tablet's name"},
    Line{Text::OptionTabletKind, "fælles (en fælles tablet), personale (personalets) eller leder (lederens)",
         "shared, staff or leader"},
    Line{Text::OptionOwner, "den medarbejder, hvis egen den er (kun personale); ellers er den husets",
         "the member of staff whose own it is (staff only); else it is the house's"},
    Line{Text::OptionNoOwner, "den er husets", "it is the house's"},
    Line{Text::OptionPairOut, "gem også QR-koden som billede (.svg), mens der ventes",
         "also keep the QR code as a picture (.svg) while waiting"},
    Line{Text::OptionAddress, "hvor tabletten finder serveren", "where the tablet finds the server"},
    Line{Text::OptionOut, "filen, der skal laves", "the file to make"},
    Line{Text::OptionPicture, "flisens billede, som fyrtaarn, drage eller tulipan",
         "the tile's picture, like fyrtaarn, drage or tulipan"},
    Line{Text::OptionTint, "flisens farve, 1–6", "the tile's tint, 1–6"},
    Line{Text::OptionRole, "medarbejderens rolle", "their role"},
    Line{Text::OptionAnyway, "også selv om navnet eller billedet er taget",
         "even though the name or the picture is taken"},
    Line{Text::OptionPerson, "medarbejderens navn eller id", "their name or id"},
    Line{Text::OptionHours, "hvor længe vagten varer, i timer", "how long the shift lasts, in hours"},
    Line{Text::OptionResident, "beboerens navn eller id", "the resident's name or id"},
    Line{Text::OptionChosen, "dem beboeren har valgt, adskilt af komma",
         "those the resident has chosen, separated by commas"},
    Line{Text::OptionTeam, "beboerens team, adskilt af komma", "the resident's team, separated by commas"},
    Line{Text::OptionLabel, "hvem det er", "who it is"},
    Line{Text::OptionPhone, "telefonnummer", "phone number"},
    Line{Text::OptionNote, "en kort note, som: hele døgnet", "a short note, like: day and night"},
    Line{Text::OptionListen, "adresse og port at lytte på (port 0 vælger en ledig)",
         "address and port to listen on (port 0 picks a free one)"},
    Line{Text::OptionBackupTo, "mappen til sikkerhedskopien, helst på en anden disk",
         "the folder for the backup, best on another disk"},
    Line{Text::OptionBackupEvery, "hvor ofte der kopieres, som 30m, 1h eller 2d",
         "how often to copy, like 30m, 1h or 2d"},
    Line{Text::OptionBackupLimit, "så længe må en kopi vare, som 2h", "how long a copy may take, like 2h"},
    Line{Text::OptionBackupFrom, "mappen med sikkerhedskopien", "the folder with the backup"},
    Line{Text::OptionExisting, "lav ikke mappen, hvis den mangler",
         "do not make the folder if it is missing"},
    Line{Text::OptionWords, "fil med gendannelsesordene, eller - for at skrive dem",
         "file with the recovery words, or - to type them"},
    Line{Text::OptionOldKey, "den gamle nøglefil (wrap.key)", "the old key file (wrap.key)"},
    Line{Text::OptionSeries, "hvilken række af kopier (ellers den nyeste)",
         "which series of copies (else the newest)"},
    Line{Text::OptionAcceptBroken, "hent det, der kan læses, selv om noget mangler",
         "restore what can be read although something is missing"},
    Line{Text::OptionTablets, "stop af sig selv, når så mange tabletter har været her",
         "stop by itself when so many tablets have been here"},
    Line{Text::OptionHeldId, "nummeret fra quarantine list, eller alle",
         "the number from quarantine list, or all"},
    Line{Text::OptionRescueFile, "redningsfilen, eller mappen fra en tablet, hvis nøgle er væk",
         "the rescue file, or the folder of a tablet whose key is gone"},
    Line{Text::OptionWhoseFolder, "hvilken tablet mappen er fra", "which tablet the folder is of"},

    Line{Text::HomeMade, "Hjemmet {0} er lavet i {1}.", "The home {0} was made in {1}."},
    Line{Text::FolderClosed, "Mappen {0} var der i forvejen. Andre på maskinen kan ikke åbne den mere.",
         "The folder {0} was there before. Others on the machine can't open it any more."},
    Line{Text::SeedTitle,
         "Gendannelsesord, vises kun denne ene gang:", "Recovery words, shown this one time only:"},
    Line{Text::SeedAdvice,
         "Skriv dem af eller print dem, og læg dem et sikkert sted, ikke ved serveren.\n"
         "Med dem kan hjemmet genskabes, hvis serveren går tabt. Uden dem kan ingen hjælpe.",
         "Write them down or print them, and keep them somewhere safe, not beside the server.\n"
         "With them the home can be brought back if the server is lost. Without them nobody can help."},
    Line{Text::PairAskName, "Hvad skal tabletten hedde? For eksempel Fællesstuen: ",
         "What shall the tablet be called? For example Common room: "},
    Line{Text::PairNotAName, "Et navn er 1–60 tegn.", "A name is 1–60 characters."},
    Line{Text::PairAskKind, "Hvem er den til? 1 = fælles, 2 = personalet, 3 = lederen: ",
         "Who is it for? 1 = shared, 2 = staff, 3 = leader: "},
    Line{Text::PairNotAKind, "Skriv 1, 2 eller 3.", "Type 1, 2 or 3."},
    Line{Text::PairTitle, "Sæt {0} op ({1})", "Set up {0} ({1})"},
    Line{Text::PairHow, "1. Start Trivsel på tabletten.\n2. Skriv koden, eller sæt den ind.",
         "1. Start Trivsel on the tablet.\n2. Type the code, or paste it."},
    Line{Text::PairWithout, "Tabletten spørger også efter adressen: {0}",
         "The tablet also asks for the address: {0}"},
    Line{Text::PairCode, "Koden: {0}", "The code: {0}"},
    Line{Text::PairAddress, "Tabletten finder serveren på {0}", "The tablet finds the server at {0}"},
    Line{Text::PairLeft, "Koden gælder i 10 minutter og kun for én tablet. Ctrl-C stopper den.",
         "The code is good for 10 minutes and for one tablet only. Ctrl-C ends it."},
    Line{Text::PairPicture, "QR-koden ligger også i {0}, så længe koden gælder.",
         "The QR code is also in {0} for as long as the code is good."},
    Line{Text::PairWaiting, "Venter på tabletten …", "Waiting for the tablet …"},
    Line{Text::PairWrongTry, "Nogen har prøvet med en forkert kode. {0} forsøg tilbage.",
         "Somebody tried a wrong code. {0} {0:try|tries} left."},
    Line{Text::PairDigits, "En tablet har vist koden. Dens tal skal være: {0}",
         "A tablet has shown the code. Its digits must be: {0}"},
    Line{Text::PairAskSame, "Står de samme seks tal på tabletten? (j/n) ",
         "Does the tablet show the same six digits? (y/n) "},
    Line{Text::PairTooEarly,
         "Det, der blev skrevet før spørgsmålet, tæller ikke. Vent, til spørgsmålet kommer.",
         "What was typed before the question does not count. Wait until the question comes."},
    Line{Text::PairStillAsking, "Tabletten venter stadig på dit svar.",
         "The tablet still waits for your answer."},
    Line{Text::PairLineLost,
         "Tabletten har mistet forbindelsen. Koden gælder stadig. Se, om tabletten har net, og lad den prøve "
         "igen.",
         "The tablet has lost its connection. The code is still good. See whether the tablet is online, and "
         "let it try again."},
    Line{Text::PairNobodyAnswers,
         "Der kan ikke svares herfra, så tabletten er afvist og har intet fået. Kør pair i et vindue, hvor "
         "du kan skrive.",
         "Nobody can answer from here, so the tablet was turned away and got nothing. Run pair in a window "
         "where you can type."},
    Line{Text::PairAnswerYesNo, "Skriv j for ja eller n for nej.", "Type y for yes or n for no."},
    Line{
        Text::PairDeclined,
        "Tabletten er afvist og har intet fået. Var det ikke din tablet, så har en anden set koden: lav en "
        "ny.",
        "The tablet was turned away and got nothing. If it was not yours, somebody else saw the code: make a "
        "new one."},
    Line{Text::PairFetching, "Godkendt. Tabletten henter sine oplysninger …",
         "Confirmed. The tablet fetches what it needs …"},
    Line{Text::PairDone, "{0} er sat op.", "{0} is set up."},
    Line{
        Text::PairNotFetched,
        "{0} er godkendt, men har ikke sagt, at den er færdig. Se på tabletten. Er den ikke sat op, så lav "
        "en "
        "ny kode.",
        "{0} is confirmed, but has not said that it is done. Look at the tablet. If it is not set up, make a "
        "new code."},
    Line{Text::PairTooLate, "De 10 minutter er gået. Koden gælder ikke mere; lav en ny, når du er klar.",
         "The 10 minutes are over. The code is no longer good; make a new one when you are ready."},
    Line{Text::PairTooLateNobody,
         "De 10 minutter er gået, og ingen tablet har vist koden. Den gælder ikke mere; lav en ny, når du er "
         "klar.",
         "The 10 minutes are over, and no tablet has shown the code. It is no longer good; make a new one "
         "when you are ready."},
    Line{Text::PairTooLateLost,
         "De 10 minutter er gået, og tabletten havde mistet forbindelsen. Koden gælder ikke mere. Se efter "
         "tablettens net, og lav en ny.",
         "The 10 minutes are over, and the tablet had lost its connection. The code is no longer good. See "
         "to the tablet's network, and make a new one."},
    Line{Text::PairLostUnfinished,
         "{0} er godkendt, men mistede forbindelsen, før den sagde, at den er færdig. Se på tabletten. Er "
         "den ikke sat op, så lav en ny kode.",
         "{0} is confirmed, but lost its connection before it said that it is done. Look at the tablet. If "
         "it is not set up, make a new code."},
    Line{Text::PairTooOften,
         "Der er prøvet med fem forkerte koder, så koden gælder ikke mere. Lav en ny. Sker det igen, så "
         "prøver "
         "nogen på netværket at gætte.",
         "Five wrong codes were tried, so the code is no longer good. Make a new one. If it happens again, "
         "somebody on the network is guessing."},
    Line{Text::PairTaken, "Koden er taget tilbage.", "The code was taken back."},
    Line{Text::TabletMade,
         "{0} er klar. Læg {1} over på tabletten, og slet den så her: den, der har filen, er tabletten.",
         "{0} is ready. Move {1} to the tablet, then delete it here: whoever has the file is the tablet."},
    Line{Text::TabletRenamed, "{0} hedder nu {1}.", "{0} is called {1} now."},
    Line{
        Text::TabletOwned,
        "{0} er nu {1}s egen. Den får de beboere, der tages med på tur, og kun dem, hvor {1} må læse.",
        "{0} is {1}'s own now. It gets the residents who are taken along, and only those whom {1} may read."},
    Line{Text::TabletOfHouse, "{0} er nu husets.", "{0} is the house's now."},
    Line{Text::OwnerOnlyStaff, "Kun en tablet af slagsen personale kan være en persons egen.",
         "Only a tablet of the kind staff can be a person's own."},
    Line{Text::TabletBlocked,
         "{1} er spærret. Den får intet mere at se fra serveren. Det, den afleverer, venter på kontoret.",
         "{1} is blocked. It gets nothing more from the server. What it hands in waits for the office."},
    Line{Text::TabletUnblocked, "{1} er lukket ind igen.", "{1} is let in again."},
    Line{Text::TabletMayReadAgain, "{1} henter igen, næste gang den er i kontakt.",
         "{1} fetches again when it is in contact next."},
    Line{Text::TabletIsBlocked, "{0} er spærret. Luk den ind igen med: trivsel-sync tablet unblock \"{0}\"",
         "{0} is blocked. Let it in again with: trivsel-sync tablet unblock \"{0}\""},
    Line{Text::TabletWillBeEmptied,
         "{1} er spærret. Næste gang den er i kontakt, afleverer den det, der kun er på den, og tømmer sig "
         "så.",
         "{1} is blocked. When it is in contact next, it hands in what is only there, and then empties "
         "itself."},
    Line{Text::WipeUnseen,
         "Den har ikke været i kontakt, så serveren har intet fra den. Det, der er skrevet på den, er kun på "
         "den.",
         "It has not been in contact, so the server has nothing from it. What was written on it is only "
         "there."},
    Line{Text::WipeNotHandedIn,
         "Det, der er skrevet på den siden da, er kun på den. Når den er i kontakt, afleverer den det, før "
         "den tømmer sig.",
         "What was written on it since then is only there. When it is in contact, it hands that in before it "
         "empties itself."},
    Line{Text::WipeSafe,
         "Det, den har afleveret, er sikkert: det er også et andet sted end på serveren og den.",
         "What it has handed in is safe: it is also somewhere else than on the server and on it."},
    Line{Text::WipeNotSafe,
         "OBS: {0} {0:ændring|ændringer} er kun på serveren, når den er tømt. Lav først en sikkerhedskopi på "
         "en anden disk.",
         "NOTE: {0} {0:change is|changes are} only on the server when it is emptied. Make a backup on "
         "another disk first."},
    Line{Text::WipeAsk, "Skal {0} tømmes? (j/n) ", "Shall {0} be emptied? (y/n) "},
    Line{Text::SayYes, "Skal det ske uden at spørge, så skriv det samme med --yes",
         "To do it without asking, say the same with --yes"},
    Line{Text::IncidentPeople, "Der kan ligge data på den om {0} {0:beboer|beboere}:",
         "Data about {0} {0:resident|residents} may be on it:"},
    Line{Text::IncidentNobody, "Der kan ikke ligge noget om beboere på den.",
         "Nothing about residents can be on it."},
    Line{Text::IncidentSealed,
         "Alt på den er forseglet. Men nøglen er på tabletten: den, der har den låst op, kan læse det.",
         "Everything on it is sealed. But the key is on the tablet: who has it unlocked can read it."},
    Line{Text::IncidentBlocked, "{0} er spærret.", "{0} is blocked."},
    Line{Text::IncidentOpen, "{0} er ikke spærret. Gør det med: trivsel-sync tablet block \"{0}\"",
         "{0} is not blocked. Do it with: trivsel-sync tablet block \"{0}\""},
    Line{Text::ResidentMade, "{0} er oprettet som beboer ({1}).", "{0} was added as a resident ({1})."},
    Line{Text::StaffMade, "{0} er oprettet som medarbejder ({1}).", "{0} was added as staff ({1})."},
    Line{Text::StaffNeedsCode, "{0} har ingen kode endnu. Giv en med: trivsel-sync staff code",
         "{0} has no code yet. Give one with: trivsel-sync staff code"},
    Line{Text::CodeDrawn,
         "Koden til {0}: {1}\nDen vises kun denne ene gang. En ældre kode gælder ikke mere, når tabletterne "
         "har haft net.",
         "The code for {0}: {1}\nIt is shown this one time. An older code ends when the tablets have been "
         "online."},
    Line{Text::CodesSettled, "Nye koder: {0} taget, {1} afvist, {2} venter.",
         "New codes: {0} taken, {1} refused, {2} waiting."},
    Line{
        Text::CodesTooCostly,
        "Afviste koder, der ville tage længere tid at kontrollere end vores egne: {0}. Den gamle kode gælder "
        "stadig. Se efter, om tabletten har samme version som de andre.",
        "Refused codes that would take longer to check than our own: {0}. The old code still holds. See "
        "whether the tablet has the same version as the others."},
    Line{Text::StaffNone, "Der er ikke oprettet nogen endnu.", "Nobody was added yet."},
    Line{Text::StaffLine, "  {0}: {1}, {2} ({3})", "  {0}: {1}, {2} ({3})"},
    Line{Text::ResidentNone, "Der er ikke oprettet nogen beboere endnu.", "No residents were added yet."},
    Line{Text::ResidentLine, "  {0}: {1}, farve {2} ({3})", "  {0}: {1}, tint {2} ({3})"},
    Line{Text::StaffHasCode, "har en kode", "has a code"},
    Line{Text::StaffNoCode, "har ingen kode endnu", "has no code yet"},
    Line{Text::StaffNeverCode, "logger ikke ind", "does not sign in"},
    Line{Text::StaffRoleSet, "{0} har nu rollen {1}.", "{0} now has the role {1}."},
    Line{Text::StaffRemoved,
         "{0} er ikke her mere. Det gælder på en tablet, når den har haft net. Det, {0} har skrevet, bliver "
         "stående.",
         "{0} is no longer here. A tablet knows when it has been online. What {0} wrote stays."},
    Line{Text::ShiftCodeMade,
         "Vagtkode: {0}\nDen gælder til {1} og åbner kun tryghedsplaner. Tabletterne kender den, når de har "
         "haft net. "
         "Den vises kun denne ene gang.",
         "Shift code: {0}\nIt lasts until {1} and opens safety plans only. Tablets know it when they have "
         "been "
         "online. It is shown this one time."},
    Line{Text::TeamSet, "Gemt for {0}: {1} valgt, {2} i teamet.",
         "Saved for {0}: {1} chosen, {2} in the team."},
    Line{Text::HelpLineMade, "{0} står nu under »Har du brug for nogen nu?«.",
         "{0} now stands under \"Do you need someone now?\"."},
    Line{Text::FitSet, "Gemt. Det står som forslag, til en beboer og personalet har aftalt noget.",
         "Saved. It stands there as a suggestion until a resident and staff have agreed on something."},
    Line{Text::Listening, "lytter på {0}", "listening on {0}"},
    Line{Text::Stopped, "stoppet", "stopped"},
    Line{Text::BackupDone,
         "Kopieret og læst tilbage: {0} {0:ændring|ændringer} i {1}. Kopien går til nr. {2}.",
         "Copied and read back: {0} {0:change|changes} in {1}. The copy goes up to no. {2}."},
    Line{Text::BackupBeginsAnew,
         "Den tidligere kopi er ikke hel mere, så der er begyndt en ny med det hele. I stykker eller væk: "
         "{0}. Det, der er tilbage af den gamle, ligger der endnu.",
         "The earlier copy is not whole any more, so a new one with everything was begun. Damaged or gone: "
         "{0}. What is left of the old one is still there."},
    Line{Text::BackupNothingNew, "Der er intet nyt. Kopien i {0} går til nr. {1}.",
         "There is nothing new. The copy in {0} goes up to no. {1}."},
    Line{Text::BackupSameDisk,
         "Kopien i {0} ligger på samme disk som hjemmet. Går disken i stykker, er begge væk. Den tæller ikke "
         "som en kopi.",
         "The copy in {0} lies on the same disk as the home. If the disk breaks, both are gone. It does not "
         "count as a copy."},
    Line{Text::VerifySeries, "Række {0}:", "Series {0}:"},
    Line{Text::VerifyKeys, "Kopier af nøgler:", "Copies of keys:"},
    Line{Text::VerifyFine, "kan læses", "can be read"},
    Line{Text::VerifyDamaged, "I STYKKER", "DAMAGED"},
    Line{Text::VerifyWrongChain, "PASSER IKKE TIL FILEN FØR", "DOES NOT FOLLOW THE FILE BEFORE"},
    Line{Text::VerifyForeign, "IKKE VORES", "NOT OURS"},
    Line{Text::VerifyTooNew, "LAVET AF EN NYERE TRIVSEL", "MADE BY A NEWER TRIVSEL"},
    Line{Text::VerifyOthersKey, "en anden nøgle", "another key"},
    Line{Text::VerifyOtherHome,
         "Et andet hjems kopi ligger her også og er ikke læst: {0} {0:fil|filer}. Giv helst hvert hjem sin "
         "egen mappe.",
         "Another home's copy lies here, too, and was not read: {0} {0:file|files}. Better give each home a "
         "folder of its own."},
    Line{Text::VerifySeveralHomes, "Her ligger kopier af {0} hjem. Giv helst hvert hjem sin egen mappe.",
         "Here are copies of {0} homes. Better give each home a folder of its own."},
    Line{Text::VerifyMissing, "{0}  MANGLER", "{0}  IS MISSING"},
    Line{Text::VerifyReachable, "Kan stadig hentes: ændring {0}", "Can still be restored: changes {0}"},
    Line{Text::VerifyNotOpened,
         "Filerne er læst igennem, men ikke åbnet: sig --data, --wrap-key eller --words.",
         "The files were read through but not opened: give --data, --wrap-key or --words."},
    Line{Text::VerifyWhole, "Alt kan læses, til og med ændring {0}.",
         "Everything can be read, up to change {0}."},
    Line{Text::VerifyOlderBroken,
         "Noget ældre i {0} er i stykker. Det bruges ikke mere: den seneste række er hel og har det hele.",
         "Something older in {0} is damaged. It is not used any more: the newest series is whole and has "
         "everything."},
    Line{Text::VerifyNotTheLast,
         "Den seneste kopi ligger ikke her. Er der to diske, er den på den anden: se med status.",
         "The latest copy is not here. If there are two disks, it is on the other one: see with status."},
    Line{Text::RestoreDone, "{0} er hentet frem: {1} {1:ændring|ændringer}, som de var {2}. Nøgler: {3}.",
         "{0} was restored: {1} {1:change|changes}, as they were {2}. Keys: {3}."},
    Line{Text::RestoreUnread, "Kunne ikke læses: {0}", "Could not be read: {0}"},
    Line{Text::RestoreOtherSeries, "Her ligger {0} rækker af kopier:", "Here are {0} series of copies:"},
    Line{Text::RestoreSeriesLine, "  {0}  {1}, fra {2} til {3}, {4} {4:ændring|ændringer}, {5}",
         "  {0}  {1}, from {2} to {3}, {4} {4:change|changes}, {5}"},
    Line{Text::RestoreSeriesClosed, "  {0}  kan ikke åbnes med den nøgle eller de ord",
         "  {0}  does not open with that key or those words"},
    Line{Text::SeriesWhole, "hel", "whole"},
    Line{Text::SeriesBroken, "ikke hel", "not whole"},
    Line{Text::RestoreTaken,
         "Rækken {0} er taget, fordi dens seneste kopi er den nyeste. Skulle det være en anden, så hent den "
         "frem i en ny mappe med --series.",
         "The series {0} was taken, because its latest copy is the newest. Should it be another one, restore "
         "it into a new folder with --series."},
    Line{Text::RestoreTakenAsSaid, "Rækken {0} er taget, fordi du valgte den.",
         "The series {0} was taken, because you chose it."},
    Line{Text::KeysDisagree,
         "Kopien af nøglerne {0} er ikke enig i, hvilken kopi der er den nyeste: uret har været forkert, "
         "eller serveren har "
         "kørt to steder. Nummeret i kopien gælder, ikke datoen.",
         "The copy of the keys {0} does not agree on which copy is the newest: the clock has been wrong, or "
         "the server has "
         "run in two places. The number in the copy counts, not the date."},
    Line{Text::RestoreNext, "Start serveren. Tabletterne sender selv det, der er kommet til siden.",
         "Start the server. The tablets send what was added since by themselves."},
    Line{Text::RestoreNoHome,
         "Hjemmets egne oplysninger kunne ikke læses, så dets tablets kendes ikke. Start ikke serveren "
         "endnu. Hent dem fra tabletterne: trivsel-sync recover --words FIL --listen HOST:PORT --data {0}",
         "The home's own data could not be read, so its tablets are not known. Do not start the server yet. "
         "Fetch it from the tablets: trivsel-sync recover --words FILE --listen HOST:PORT --data {0}"},
    Line{Text::HourlyMissing,
         "Kopien hver time er ikke sat op her: skriv backup-to = MAPPE i {0}, og start serveren igen.",
         "The hourly backup is not set up here: write backup-to = DIR in {0}, and start the server again."},
    Line{Text::StreamsWithoutKey, "Afsnit, som ingen nøgle er fundet til: {0}",
         "Sections for which no key was found: {0}"},
    Line{Text::RecoverWaiting,
         "Lad nu alle tabletter komme i kontakt. Stop med Ctrl-C, når de har været her.",
         "Now let all tablets make contact. Stop with Ctrl-C when they have been here."},
    Line{Text::RecoverDone,
         "{0}: {1} {1:ændring|ændringer} og {2} {2:nøgle|nøgler} er kommet tilbage fra {3} "
         "{3:tablet|tabletter}.",
         "{0}: {1} {1:change|changes} and {2} {2:key|keys} have come back from {3} {3:tablet|tablets}."},
    Line{Text::RecoverNoKey,
         "{0}: ingen nøgle. {1} {1:ændring|ændringer} er her, men kan ikke læses på serveren.",
         "{0}: no key. {1} {1:change is|changes are} here but can't be read on the server."},
    Line{Text::RecoverMissing,
         "{0}: {1} {1:ændring|ændringer} mangler. Ingen af de tabletter, der har været her, har {1:den|dem}.",
         "{0}: {1} {1:change is|changes are} missing. None of the tablets that were here has {1:it|them}."},
    Line{Text::RecoverDoubtful,
         "{0}: noget henviser til ændringer, som ingen tablet kan have lavet. Om der mangler flere, kan ikke "
         "vides.",
         "{0}: something refers to changes that no tablet can have made. Whether more are missing can't be "
         "known."},
    Line{Text::RecoverGone, "{0}: {1} {1:ændring|ændringer} er uden indhold.",
         "{0}: {1} {1:change is|changes are} without content."},
    Line{Text::RecoverTabletMissing, "{0} har ikke været her endnu.", "{0} has not been here yet."},
    Line{Text::RecoverProofs, "Underskrifter, der ikke passede, er smidt væk: {0}",
         "Signatures that did not fit were thrown away: {0}"},
    Line{Text::RecoverComplete, "Alt, hvad der vides om, er her. Start serveren med serve.",
         "Everything that is known of is here. Start the server with serve."},
    Line{Text::RecoverIncomplete,
         "Noget mangler: det står ovenfor. Start serveren med serve: de tabletter, der ikke har været her, "
         "afleverer selv, hvad de har, når de er i kontakt.",
         "Something is missing: it stands above. Start the server with serve: tablets that have not been "
         "here hand in what they have by themselves when they are in contact."},
    Line{Text::RecoverIncompleteAll,
         "Noget mangler: det står ovenfor. Alle tabletter har været her. Er der en sikkerhedskopi, så hent "
         "den frem i en ny mappe med restore i stedet. Ellers start serveren med serve.",
         "Something is missing: it stands above. All tablets have been here. If there is a backup, restore "
         "that into a new folder instead. Else start the server with serve."},
    Line{Text::RecoverOnlyLooks,
         "Alt, hvad der vides om fra beboerne, er her: ingen beboers ord mangler. Det eneste, der mangler, "
         "er {0} {0:linje|linjer} om, hvem der har kigget{1}. {0:Den|De} lå kun på serveren og i dens "
         "sikkerhedskopier, så ingen tablet kan give {0:den|dem} igen. Start serveren med serve.",
         "Everything that is known of from residents is here: no resident's words are missing. All that is "
         "missing is {0} {0:line|lines} of who looked{1}. {0:It was|They were} only on the server and in its "
         "backups, so no tablet can give {0:it|them} back. Start the server with serve."},
    Line{Text::RecoverLooksSoFar,
         "Af det, der vides om, mangler kun {0} {0:linje|linjer} om, hvem der har kigget{1}, og ingen "
         "beboers ord. Men {2} har ikke været her og kan have mere. Start serveren med serve: så afleverer "
         "de selv, når de er i kontakt.",
         "Of what is known of, only {0} {0:line|lines} of who looked{1} {0:is|are} missing, and no "
         "resident's words. But {2} has not been here and may have more. Start the server with serve: then "
         "they hand in by themselves when they are in contact."},
    Line{Text::RecoverTabletsOnly,
         "Alt, hvad de tabletter, der har været her, ved om, er her. Men {0} har ikke været her og kan have "
         "mere. Start serveren med serve: så afleverer de selv, når de er i kontakt.",
         "Everything that the tablets which were here know of is here. But {0} has not been here and may "
         "have more. Start the server with serve: then they hand in by themselves when they are in contact."},
    Line{Text::RecoverHeld,
         "{0} {0:ændring|ændringer} venter på, at kontoret ser på {0:den|dem}. Start serveren med serve, og "
         "se {0:den|dem} med: trivsel-sync quarantine list",
         "{0} {0:change waits|changes wait} for the office to look at {0:it|them}. Start the server with "
         "serve, and see {0:it|them} with: trivsel-sync quarantine list"},
    Line{Text::RecoverHeldClosed,
         "{0:Én af dem er låst|{0} af dem er låst} med en nøgle, som gendannelsesordene ikke har. Det "
         "hjælper ikke at køre recover igen, før flere tabletter har været i kontakt.",
         "{0:One of them is locked|{0} of them are locked} with a key that the recovery words do not have. "
         "Running recover again does not help before more tablets have been in contact."},
    Line{Text::HeldNone, "Der venter ikke noget.", "Nothing is waiting."},
    Line{Text::HeldLine, "{0}: fra {1}, {2}, {3} byte", "{0}: from {1}, {2}, {3} {3:byte|bytes}"},
    Line{Text::HeldInside, "Skrevet af {0}, indtastet af {1}, {2}. Felter: {3}.",
         "Written by {0}, entered by {1}, {2}. Fields: {3}."},
    Line{Text::HeldClosed, "Nøglen er ikke her, så mere kan ikke siges.",
         "The key is not here, so no more can be said."},
    Line{Text::HeldOwnClosed, "Det er beboerens kun mig: ingen på kontoret kan åbne det.",
         "It is the resident's only me: nobody at the office can open it."},
    Line{Text::HeldNoGrant, "tabletten har ikke det afsnit", "the tablet does not have that section"},
    Line{Text::HeldNoSection, "hjemmet her kender ikke det afsnit endnu",
         "this home does not know that section yet"},
    Line{Text::HeldTabletUnknown, "tabletten står ikke i hjemmet her", "the tablet is not in this home"},
    Line{Text::HeldGrantCame, "hjemmet vidste endnu ikke, at tabletten har det afsnit; nu ved det det",
         "the home did not know yet that the tablet has that section; now it does"},
    Line{Text::HeldOwnElsewhere, "kun mig ligger kun på fælles tabletter, og det er den ikke",
         "only me lies on shared tablets only, and this is none"},
    Line{Text::HeldBlocked, "tabletten er spærret", "the tablet is blocked"},
    Line{Text::HeldCollision, "en kopi af tabletten har brugt samme nummer",
         "a copy of the tablet used the same number"},
    Line{Text::HeldUnknownKey, "nøglen er ukendt her", "the key is unknown here"},
    Line{Text::HeldKeyCame, "nøglen er kommet siden", "the key has come since"},
    Line{Text::HeldKeyHint,
         "En nøgle mangler her, fx efter en ældre sikkerhedskopi. Stop serveren, og hent den med "
         "gendannelsesordene: trivsel-sync recover --words FIL --listen HOST:PORT. Så får det, der venter på "
         "den, sin plads.",
         "A key is missing here, for instance after an older backup. Stop the server and fetch it with the "
         "recovery words: trivsel-sync recover --words FILE --listen HOST:PORT. Then what waits for it gets "
         "its place."},
    Line{Text::HeldKeyNowhere,
         "En nøgle er slet ikke i hjemmet, så gendannelsesordene kan ikke hente den nu. Lad alle tabletter "
         "komme i kontakt: har en af dem den del af hjemmet, kommer den med. Imens ligger det, der venter, "
         "her, og det kan tages ud med: trivsel-sync quarantine rescue",
         "A key is nowhere in the home, so the recovery words can't fetch it now. Let all tablets make "
         "contact: if one of them has that part of the home, it comes along. Meanwhile what waits stays "
         "here, and can be taken out with: trivsel-sync quarantine rescue"},
    Line{Text::HeldSectionHint,
         "Et afsnit kendes ikke her endnu, fx efter recover eller en ældre sikkerhedskopi. Lad alle "
         "tabletter komme i kontakt, og se listen igen. Der går intet tabt imens.",
         "A section is not known here yet, for instance after recover or an older backup. Let all tablets "
         "make contact, and look at the list again. Nothing is lost meanwhile."},
    Line{Text::HeldGrantHint,
         "Det, der ikke mangler noget mere, kan godkendes: trivsel-sync quarantine accept NR",
         "What lacks nothing any more can be accepted: trivsel-sync quarantine accept NO"},
    Line{Text::HeldBadProof, "underskriften passer ikke", "the signature does not fit"},
    Line{Text::HeldTooOften, "kunne ikke sendes", "could not be sent"},
    Line{Text::HeldUnreadable, "kunne ikke læses", "could not be read"},
    Line{Text::HeldNothingAtAll, "Der venter ikke noget, så der er intet at gøre.",
         "Nothing is waiting, so there is nothing to do."},
    Line{Text::Accepted, "Godkendt: {0}. Alle, der må, får det ved næste kontakt.",
         "Accepted: {0}. All who may get it at the next contact."},
    Line{Text::AcceptGap,
         "OBS: fra {0}, {1}, mangler ændring {2}, der hører til før det, der er godkendt. Lad tabletten "
         "komme i kontakt, så den kan aflevere det.",
         "NOTE: from {0}, {1}, change {2} is missing, which belongs before what was accepted. Let the tablet "
         "make contact, so that it can hand it in."},
    Line{Text::AcceptGapHeld,
         "OBS: fra {0}, {1}, venter nr. {2} stadig her og hører til før det, der er godkendt.",
         "NOTE: from {0}, {1}, no. {2} still waits here and belongs before what was accepted."},
    Line{Text::Rescued, "{0} er lagt i {1}. {0:Den|De} venter stadig også her.",
         "{0} {0:was|were} put into {1}. {0:It still waits|They still wait} here, too."},
    Line{Text::RescueTaken, "Læst ind: {0}. Se dem med: trivsel-sync quarantine list",
         "Read in: {0}. See them with: trivsel-sync quarantine list"},
    Line{
        Text::TakenDamaged,
        "OBS: Beskadigede ændringer i mappen, som ikke kunne læses: {0}. Alt andet er læst. Gem mappen; en "
        "ældre kopi af den har dem måske.",
        "NOTE: damaged changes in the folder that could not be read: {0}. Everything else was read. Keep the "
        "folder; an older copy of it may have them."},

    Line{Text::StatusHome, "{0} ({1})", "{0} ({1})"},
    Line{Text::StatusDemo, "{0} – prøvehjem ({1})", "{0} – demo ({1})"},
    Line{Text::StatusPeople, "Beboere: {0}. Medarbejdere: {1}.", "Residents: {0}. Staff: {1}."},
    Line{Text::StatusChanges, "Ændringer: {0} ({1})", "Changes: {0} ({1})"},
    Line{Text::StatusTablets, "Tabletter:", "Tablets:"},
    Line{Text::StatusTablet, "  {0} ({1}): {2}, {3}", "  {0} ({1}): {2}, {3}"},
    Line{Text::StatusTabletAway, "  {0} ({1}): {2}", "  {0} ({1}): {2}"},
    Line{Text::StatusNoTablets, "Ingen tabletter endnu. Tilføj en med: trivsel-sync pair",
         "No tablets yet. Add one with: trivsel-sync pair"},
    Line{Text::KindShared, "fælles", "shared"},
    Line{Text::KindStaff, "personale", "staff"},
    Line{Text::KindLeader, "leder", "leader"},
    Line{Text::PersonResident, "beboer", "resident"},
    Line{Text::PersonStaff, "medarbejder", "staff"},
    Line{Text::Blocked, "spærret", "blocked"},
    Line{Text::ToBeEmptied, "spærret, skal tømmes", "blocked, to be emptied"},
    Line{Text::Emptied, "spærret, har fået besked på at tømme sig", "blocked, was told to empty itself"},
    Line{Text::NeverSeen, "har ikke været i kontakt endnu", "has not been in contact yet"},
    Line{Text::SeenAt, "sidst i kontakt {0}", "last contact {0}"},
    Line{Text::ReadsUntil, "adgang til {0}", "access until {0}"},
    Line{Text::RanOut, "adgangen udløb {0}: den afleverer, men henter ikke før: trivsel-sync tablet renew",
         "access ended {0}: it hands in, but fetches nothing before: trivsel-sync tablet renew"},
    Line{Text::UpToDate, "har det hele", "has everything"},
    Line{Text::Behind, "ændringer tilbage at hente: {0}", "changes left to fetch: {0}"},
    Line{Text::StatusWaiting, "To udgaver venter på mennesker: {0}", "Two versions wait for people: {0}"},
    Line{Text::StatusNothingWaiting, "Ingen to udgaver venter.", "No two versions wait."},
    Line{Text::StatusWaitingField, "  {0}: {1}", "  {0}: {1}"},
    Line{Text::StatusNameless, "uden navn", "no name"},
    Line{Text::StatusHeld, "Venter på kontoret: {0}", "Waiting for the office: {0}"},
    Line{Text::StatusSingleCopy, "Ændringer, der kun findes her, til en tablet har hentet dem: {0}.",
         "Changes that exist only here until a tablet has fetched them: {0}."},
    Line{Text::StatusNoBackup,
         "Der er ingen sikkerhedskopi endnu: går denne disk i stykker, er tabletterne det eneste, der er.",
         "There is no backup yet: if this disk breaks, the tablets are all there is."},
    Line{Text::StatusBackup, "Sikkerhedskopi: {0} i {1}, til og med ændring {2}.",
         "Backup: {0} in {1}, up to change {2}."},
    Line{Text::StatusBackupFailed, "Den seneste sikkerhedskopi mislykkedes {0}: {1}",
         "The latest backup failed {0}: {1}"},
    Line{Text::StatusHourly, "Der kopieres af sig selv til {0}, så længe serveren er i gang.",
         "Copies are made by themselves in {0} while the server runs."},
    Line{Text::BackupTimedOut,
         "Den blev ikke færdig i tide og blev stoppet. Se efter, om disken eller netværksmappen svarer.",
         "It was not finished in time and was stopped. See whether the disk or the network folder answers."},
    Line{Text::StatusNotSafe,
         "Ikke {0:sikker|sikre} endnu: {0} {0:ændring|ændringer}. {0:Den|De} er kun på serveren og på højst "
         "én tablet. Lav en sikkerhedskopi på en anden disk.",
         "Not safe yet: {0} {0:change|changes}. {0:It is|They are} only on the server and on one tablet at "
         "most. Make a backup on another disk."},
    Line{Text::StatusSkipped,
         "Ændringer uden indhold: {0}. De kunne ikke sendes. Tabletten har ordene, til de er reddet.",
         "Changes without content: {0}. They could not be sent. The tablet has the words until they are "
         "rescued."},
    Line{Text::AboutResidentClose, "Når en beboer er flyttet: feltet forsvinder, alt bliver gemt.",
         "When a resident has left: the tile goes, everything is kept."},
    Line{Text::AboutHoldSet, "Sig, at intet om en beboer må slettes lige nu.",
         "Say that nothing about a resident may be erased for now."},
    Line{Text::AboutHoldLift, "Sig, at det må slettes igen.", "Say that it may be erased again."},
    Line{Text::AboutErase, "Slet alt om en beboer for altid: to personer og en hjemmel.",
         "Erase everything about a resident for good: two people and a legal basis."},
    Line{Text::OptionReason, "hvorfor: flyttet, doed eller afsluttet", "why: moved, doed or ended"},
    Line{Text::OptionFitPeriod, "tiden, der spørges om: siden-sidst, uge, to-uger eller maaned",
         "the time that is asked about: since-last, week, two-weeks or month"},
    Line{Text::OptionFitRhythm, "hvor tit: uge, to-uger, maaned eller naar-bedt",
         "how often: week, two-weeks, month or when-asked"},
    Line{Text::OptionFitAsking, "hvem begynder: personalet eller beboeren", "who begins: staff or resident"},
    Line{Text::OptionBy, "hvem der bestemmer det", "who decides it"},
    Line{Text::OptionByTwo, "hvem der bestemmer det: to forskellige personer",
         "who decides it: two different people"},
    Line{Text::OptionWhy, "hvorfor, uden ord om personen", "why, without words about the person"},
    Line{Text::OptionBasis, "loven, der kræver det; intet om personen, for alle tabletter læser det",
         "the law that demands it; nothing about the person, since every tablet reads it"},
    Line{Text::OptionYes, "spørg ikke først", "do not ask first"},
    Line{Text::OptionErased, "filen erased fra hjemmet, som det var",
         "the file erased of the home as it was"},
    Line{Text::BadReason, "Sig hvorfor med --reason flyttet, doed eller afsluttet.",
         "Say why with --reason moved, doed or ended."},
    Line{Text::BadFitChoice, "{1} er ikke et valg for {0}. Vælg {2}.",
         "{1} is no choice for {0}. Choose {2}."},
    Line{Text::AlreadyClosed, "{0} er allerede lukket.", "{0} is closed already."},
    Line{Text::ResidentClosed,
         "{0} står ikke længere på tabletterne efter næste synkronisering. Intet er slettet.",
         "{0} is no longer on the tablets after the next sync. Nothing is erased."},
    Line{Text::AboutOwnReturn,
         "Giv en beboer sit tidligere kun mig tilbage bag de nye billeder. Kræver gendannelsesordene.",
         "Give a resident what they saved as only me earlier back behind the new pictures. Needs the "
         "recovery words."},
    Line{Text::OwnReturned,
         "{0} kan åbne sit tidligere kun mig igen, når tabletten har haft net. Det ligger bag de nye "
         "billeder, og det bliver ikke vist her.",
         "{0} can open what was saved as only me earlier again, when the tablet has been online. It lies "
         "behind the new pictures, and it is not shown here."},
    Line{
        Text::OwnNotSet,
        "{0} har ikke valgt tre billeder endnu, eller tabletten har ikke haft net siden. Prøv igen bagefter.",
        "{0} has not chosen three pictures yet, or the tablet has not been online since. Try again "
        "afterwards."},
    Line{Text::OwnNothing,
         "Der er intet fra {0} at give tilbage endnu. Den tablet, hvor de gamle billeder blev brugt, har "
         "måske ikke været i kontakt: lad den synkronisere, og prøv igen bagefter.",
         "There is nothing of {0} to give back yet. The tablet on which the old pictures were used has "
         "perhaps not been in contact: let it sync, and try again afterwards."},
    Line{Text::OwnNotAll,
         "Noget af det, {0} har gemt som kun mig, kan ikke gives tilbage bag de billeder, der gælder nu. Lad "
         "{0} "
         "vælge nye billeder (Glemte billeder), og prøv igen, når tabletten har haft net.",
         "Some of what {0} saved as only me can't be given back behind the pictures that stand now. Let {0} "
         "choose new pictures (Forgotten pictures), and try again when the tablet has been online."},
    Line{Text::OwnWordsOther, "Ordene hører til et andet hjem.", "The words belong to another home."},
    Line{Text::HoldSet, "Intet om {0} kan slettes, før det ophæves med: trivsel-sync hold lift",
         "Nothing about {0} can be erased until it is lifted with: trivsel-sync hold lift"},
    Line{Text::HoldLifted, "Det om {0} kan slettes igen.", "What is about {0} can be erased again."},
    Line{Text::EraseNeedsTwo, "Der skal to forskellige medarbejdere til at slette: --by NAVN --by NAVN",
         "Erasing takes two different members of staff: --by NAME --by NAME"},
    Line{Text::EraseHeld,
         "Intet om {0} må slettes lige nu. Se hvorfor hos den, der bestemte det, og ophæv det med: "
         "trivsel-sync hold lift",
         "Nothing about {0} may be erased for now. Ask whoever decided it, and lift it with: trivsel-sync "
         "hold lift"},
    Line{Text::EraseNothing, "Her er intet mere om {0}.", "There is nothing more about {0} here."},
    Line{Text::EraseShows,
         "Det her om {0} bliver slettet. En tekst er en forseglet ændring, en, der venter på kontoret, eller "
         "en kopi af en nøgle til gendannelsesordene:",
         "This about {0} will be erased. A text is a sealed change, one that waits for the office, or a copy "
         "of a key for the recovery words:"},
    Line{Text::EraseStream, "  {0}: {1} + {2} + {3} = {4} {4:tekst|tekster}, og {5} {5:nøgle|nøgler}",
         "  {0}: {1} + {2} + {3} = {4} {4:text|texts}, and {5} {5:key|keys}"},
    Line{Text::EraseColumns, "  (ændringer + venter på kontoret + kopier af nøgler = tekster)",
         "  (changes + waiting for the office + copies of keys = texts)"},
    Line{Text::EraseSum, "  I alt: {0} + {1} + {2} = {3} {3:tekst|tekster}, og {4} {4:nøgle|nøgler}",
         "  In all: {0} + {1} + {2} = {3} {3:text|texts}, and {4} {4:key|keys}"},
    Line{Text::EraseForGood, "Det sker også på tabletterne, når de er i kontakt. Ingen kan få det igen.",
         "It happens on the tablets too, when they are in contact. Nobody can get it back."},
    Line{Text::EraseConfirm, "Skriv {0} for at slette:", "Type {0} to erase:"},
    Line{Text::EraseNotConfirmed, "Intet er slettet.", "Nothing is erased."},
    Line{Text::EraseUnfinished,
         "Sletningen er besluttet, men ikke færdig. Den bliver gjort færdig, næste gang serveren starter.",
         "The erasure is decided, but not finished. It is finished when the server starts next."},
    Line{Text::EraseDone, "Alt om {0} er slettet her. Nummer: {1}",
         "Everything about {0} is erased here. Number: {1}"},
    Line{Text::EraseProof,
         "Bevis: serverens {0} {0:fil|filer} ({1} byte) er gennemsøgt. {2:Den ene tekst er ikke|Ingen af de "
         "{2} tekster er} i dem, og {3:heller ikke den ene nøgle|ingen af de {3} nøgler}, hverken åben eller "
         "låst.",
         "Proof: the server's {0} {0:file|files} ({1} {1:byte|bytes}) were searched. {2:The one text is "
         "not|None of the {2} texts is} in them, and {3:neither is the one key|none of the {3} keys}, open "
         "or locked."},
    Line{Text::EraseFound,
         "OBS: noget af det er stadig i {0}. Luk programmer, der læser filen, og start serveren igen.",
         "NOTE: some of it is still in {0}. Close programs that read the file, and start the server again."},
    Line{Text::EraseTablet, "{0} har ikke bekræftet endnu. Det sker, når den er i kontakt.",
         "{0} has not confirmed yet. It does so when it is in contact."},
    Line{Text::EraseEscrowLeft,
         "OBS: nøglerne er også gemt for gendannelsesordene i en ældre del af loggen, der ikke kan fjernes. "
         "Den, der har ordene og en gammel sikkerhedskopi, kan læse den.",
         "NOTE: the keys are also kept for the recovery words in an older part of the log that can not be "
         "removed. Whoever has the words and an old backup can read that."},
    Line{
        Text::EraseBackups,
        "Sikkerhedskopier fra før i dag har det stadig. Serverens nøgler i dem er væk om højst 30 dage; med "
        "gendannelsesordene kan de åbnes, til de er slettet. Lav en ny kopi i en ny mappe, og slet de gamle.",
        "Backups from before today still have it. The server's keys in them are gone in 30 days at most; "
        "with the recovery words they can be opened until they are deleted. Make a new copy in a new folder, "
        "and delete the old ones."},
    Line{Text::ErasuresFinished, "Gjort færdig fra sidst: {0} {0:sletning|sletninger}.",
         "Finished from last time: {0} {0:erasure|erasures}."},
    Line{Text::RestoreErasures,
         "Slettet igen, fordi det var slettet, da kopien blev brugt: {0} {0:sletning|sletninger}.",
         "Erased again, because it had been erased when the copy was used: {0} {0:erasure|erasures}."},
    Line{Text::StatusErasure, "Slettet {0}, men ikke bekræftet af: {1}",
         "Erased {0}, but not confirmed by: {1}"},
    Line{Text::AboutAuditSample, "Vis en tilfældig stikprøve af, hvem der har kigget, til lederens kontrol.",
         "Show a random sample of who looked, for the leader's check."},
    Line{Text::AboutAuditShow, "Vis alt om, hvem der har kigget hos en beboer.",
         "Show everything about who looked at a resident's page."},
    Line{Text::AboutAuditTell, "Skriv til hver beboer, hvem der har kigget. Serveren gør det selv hver dag.",
         "Write for each resident who looked. The server does it by itself every day."},
    Line{Text::OptionSample, "hvor mange", "how many"},
    Line{Text::OptionFromDay, "fra og med den dag, 31-12-2026", "from that day on, 31-12-2026"},
    Line{Text::OptionToDay, "til og med den dag", "up to that day"},
    Line{Text::BadDay, "Skriv dagen som 31-12-2026.", "Write the day like 31-12-2026."},
    Line{Text::AuditLine, "{0}  {1} ({2}) {3}. Grund: {4}. Tablet: {5}.",
         "{0}  {1} ({2}) {3}. Reason: {4}. Tablet: {5}."},
    Line{Text::AuditRead, "har set siden om {0}", "looked at the page about {0}"},
    Line{Text::AuditSearched, "har søgt hos {0}", "searched the words about {0}"},
    Line{Text::AuditPrinted, "har skrevet ud om {0}", "printed about {0}"},
    Line{Text::AuditExported, "har taget ord ud om {0}", "took words out about {0}"},
    Line{Text::AuditAccess, "har ændret, hvem der må se {0}", "changed who may see {0}"},
    Line{Text::AuditSignedIn, "har skrevet sin kode", "signed in"},
    Line{Text::AuditRefused, "har skrevet en forkert kode", "typed a wrong code"},
    Line{Text::AuditConversation, "samtale", "conversation"},
    Line{Text::AuditPlan, "plan", "plan"},
    Line{Text::AuditToday, "dagens liste", "the day's list"},
    Line{Text::AuditAnswers, "svar", "answers"},
    Line{Text::AuditHandover, "overlevering", "hand-over"},
    Line{Text::AuditSafety, "tryghedsplan", "safety plan"},
    Line{Text::AuditShift, "vagtkode", "the shift's code"},
    Line{Text::AuditEmergency, "nødsituation", "emergency"},
    Line{Text::AuditOffice, "kontoret", "the office"},
    Line{Text::AuditOrder, "pålæg efter loven", "a lawful order"},
    Line{Text::AuditNoReason, "ingen oplyst", "none given"},
    Line{Text::AuditHouse, "huset", "the house"},
    Line{Text::AuditShiftCode, "nogen med vagtkoden", "somebody with the shift's code"},
    Line{Text::AuditClock, "(Tablettens ur var ikke sikkert.)", "(The tablet's clock was not certain.)"},
    Line{Text::AuditUnsigned, "(Ikke underskrevet af den tablet.)", "(Not signed by that tablet.)"},
    Line{Text::AuditNothing, "Der er intet at vise.", "There is nothing to show."},
    Line{Text::AuditWhole,
         "{0:Den ene linje er hel: den mangler ikke, og den er ikke ændret.|Alle {0} linjer hænger sammen: "
         "ingen mangler, og ingen er ændret.}",
         "{0:The one line is whole: it is not missing, and it was not changed.|All {0} lines hang together: "
         "none is missing, and none was changed.}"},
    Line{Text::AuditMissing,
         "OBS: fra {0} mangler linje {1}. Nogen kan have fjernet noget, eller det er på vej.",
         "NOTE: of {0}, line {1} is missing. Somebody may have removed something, or it is on its way."},
    Line{Text::AuditTwice,
         "OBS: {0} har sendt linje {1} to gange med forskelligt indhold. Tabletten kan være kopieret.",
         "NOTE: {0} has sent line {1} twice with different content. The tablet may have been copied."},
    Line{Text::AuditChanged, "OBS: linje {1} fra {0} passer ikke til den før. Den kan være ændret.",
         "NOTE: line {1} of {0} does not fit the one before. It may have been changed."},
    Line{Text::AuditUnreadable, "OBS: {0} {0:linje|linjer} kan ikke læses.",
         "NOTE: {0} {0:line|lines} can not be read."},
    Line{Text::AuditTold, "Nyt om, hvem der har kigget, er skrevet for {0} {0:beboer|beboere}.",
         "News of who looked was written for {0} {0:resident|residents}."},
    Line{Text::RoundsWritten, "{0} {0:lukket runde|lukkede runder} er talt op til personalet.",
         "{0} closed {0:round was|rounds were} added up for the staff."},
    Line{Text::RoundsRefused,
         "OBS: {0} {0:runde|runder} kan ikke læses og er ikke talt med. De ligger her uændret.",
         "NOTE: {0} {0:round|rounds} can not be read and did not count. They lie here unchanged."},
    Line{Text::AboutRetentionList,
         "Vis, hvor længe der gemmes, hvad vi foreslår, og hvad der er tid til at slette.",
         "Show how long things are kept, what we propose, and what is due."},
    Line{Text::AboutRetentionSet, "Bestem, hvor længe en slags gemmes.", "Decide how long a kind is kept."},
    Line{Text::OptionKeptKind, "hvilken slags, som i retention list", "which kind, as in retention list"},
    Line{Text::OptionKeptDays, "antal dage, eller ingen", "number of days, or none"},
    Line{Text::OptionKeptTime, "hvor længe, som 30 dage, 6 måneder, 5 år eller ingen",
         "how long, like 30 days, 6 months, 5 years or none"},
    Line{Text::BadKeptKind, "Den slags findes ikke. Se: trivsel-sync retention list",
         "There is no such kind. See: trivsel-sync retention list"},
    Line{Text::BadKeptDays, "Skriv hvor længe som 30 dage, 6 måneder, 5 år eller ingen. Højst 100 år.",
         "Say how long like 30 days, 6 months, 5 years or none. 100 years at most."},
    Line{Text::KeptLine, "{0}: {1}. Bestemt: {2}. Forslag: {3} {4}. Loven: {5}.",
         "{0}: {1}. Decided: {2}. Proposed: {3} {4}. Law: {5}."},
    Line{Text::KeptDays, "{0} dage", "{0} days"},
    Line{Text::KeptDay, "1 dag", "1 day"},
    Line{Text::KeptMonths, "{0} måneder", "{0} months"},
    Line{Text::KeptMonth, "1 måned", "1 month"},
    Line{Text::KeptYears, "{0} år", "{0} years"},
    Line{Text::KeptYear, "1 år", "1 year"},
    Line{Text::KeptUndecided, "intet, så det gemmes", "nothing, so it is kept"},
    Line{Text::KeptEmpty,
         "Intet er bestemt endnu, så intet bliver slettet. Den dataansvarlige bestemmer med: trivsel-sync "
         "retention set",
         "Nothing is decided yet, so nothing is due. The data controller decides with: trivsel-sync "
         "retention set"},
    Line{Text::KeptDue, "Tid til at slette: {0} ({1}), siden {2}.", "Due: {0} ({1}), since {2}."},
    Line{Text::KeptNothingDue, "Der er intet, som der er tid til at slette.", "Nothing is due."},
    Line{Text::KeptDecide, "Ingen sletter af sig selv. To personer sletter en beboer med: trivsel-sync erase",
         "Nothing erases by itself. Two people erase a resident with: trivsel-sync erase"},
    Line{Text::KeptStaffStays, "For medarbejdere er der ingen kommando til det endnu.",
         "There is no command for it yet for staff."},
    Line{Text::KeptSet, "{0} gemmes i {1}.", "{0}: kept for {1}."},
    Line{Text::KeptTakenBack, "For {0} er intet bestemt mere.", "For {0} nothing is decided any more."},
    Line{Text::KeptAnswers, "svar om trivsel og samarbejde", "answers about well-being and cooperation"},
    Line{Text::KeptOwn, "kun mig", "only me"},
    Line{Text::KeptPlans, "planer, mål og aftaler", "plans, goals and agreements"},
    Line{Text::KeptSafety, "tryghedsplaner og overlevering", "safety plans and hand-over"},
    Line{Text::KeptStaffAnswers, "medarbejderes egne svar", "staff's own answers"},
    Line{Text::KeptGroupRounds, "møder og lukkede runder", "meetings and closed rounds"},
    Line{Text::KeptProfile, "felt, navn og valgte personer", "tile, name and chosen people"},
    Line{Text::KeptPeople, "medarbejdere og gæster, der er holdt op", "staff and guests who have left"},
    Line{Text::KeptAudit, "hvem der har kigget", "who looked"},
    Line{Text::KeptBackups, "kopier af nøgler i sikkerhedskopier", "copies of keys in backups"},
    Line{Text::KeptFromClosed, "efter at beboeren er lukket", "after the resident was closed"},
    Line{Text::KeptFromLeft, "efter at personen er holdt op", "after the person left"},
    Line{Text::KeptFromRound, "efter at runden er lukket", "after the round was closed"},
    Line{Text::KeptFromWritten, "efter at det blev skrevet", "after it was written"},
    Line{Text::KeptFromCopy, "efter at kopien blev lavet; det sker af sig selv",
         "after the copy was made; it happens by itself"},
    Line{Text::KeptLawHealth,
         "databeskyttelsesforordningen artikel 9 og databeskyttelsesloven § 7; den dataansvarlige bestemmer",
         "GDPR article 9 and databeskyttelsesloven § 7; the controller decides"},
    Line{Text::KeptLawPlan, "serviceloven § 141: kommunens handleplan og sag har deres egne frister",
         "serviceloven § 141: the municipality's plan and file have times of their own"},
    Line{Text::KeptLawNone, "vi kender ingen særlig regel", "no special rule known"},
    Line{Text::KeptLawNobody, "ingen person i dem", "no person in them"},
    Line{Text::KeptLawAuthors, "nødvendigt for at vide, hvem der skrev det, som gemmes",
         "needed to know who wrote what is kept"},
    Line{Text::KeptLawAudit,
         "borgerens ret til at få opslag med dato og formål: Datatilsynet 2024-32-0283 efter EU-Domstolens "
         "C-579/21",
         "the citizen's right to look-ups with date and purpose: Datatilsynet 2024-32-0283 after CJEU "
         "C-579/21"},
    Line{Text::KeptLawBackups, "nøgler skal forsvinde, ellers er sletning ikke sand",
         "keys must age out, or erasing is not true"},
    Line{Text::RoleResident, "beboer", "resident"},
    Line{Text::RoleStaff, "personale", "staff"},
    Line{Text::RolePeer, "peer", "peer"},
    Line{Text::RoleCoordinator, "koordinator", "coordinator"},
    Line{Text::RoleMedicine, "medicinansvarlig", "medicine"},
    Line{Text::RoleNight, "nattevagt", "night"},
    Line{Text::RoleTemp, "vikar", "temp"},
    Line{Text::RoleLeader, "leder", "leader"},
    Line{Text::RoleOffice, "kontor", "office"},
    Line{Text::RoleMentor, "mentor", "mentor"},
    Line{Text::RoleMeetingLeader, "mødeleder", "meeting-leader"},
    Line{Text::RoleReflectant, "reflektant", "reflectant"},
    Line{Text::RoleSupervisor, "supervisor", "supervisor"},
    Line{Text::RoleRepresentative, "repræsentant", "representative"},
    Line{Text::RoleServer, "server", "server"},
    Line{Text::RoleNone, "ingen", "none"},
    Line{Text::StreamHome, "hjemmet", "home"},
    Line{Text::StreamProfile, "navn og billede", "profile"},
    Line{Text::StreamOwn, "kun mig", "own"},
    Line{Text::StreamChosen, "dem jeg har valgt", "chosen"},
    Line{Text::StreamTeam, "mit team", "team"},
    Line{Text::StreamSafety, "tryghedsplan", "safety"},
    Line{Text::StreamStaff, "personale", "staff"},
    Line{Text::StreamGroup, "alle i huset", "group"},
    Line{Text::StreamInsight, "overblik", "insight"},
    Line{Text::StreamAudit, "hvem har kigget", "audit"},
    Line{Text::KindOfAnswers, "svar", "answers"},
    Line{Text::KindOfOwn, "kun-mig", "own"},
    Line{Text::KindOfPlans, "planer", "plans"},
    Line{Text::KindOfSafety, "tryghed", "safety"},
    Line{Text::KindOfStaffAnswers, "personalets-svar", "staff-answers"},
    Line{Text::KindOfGroupRounds, "runder", "group-rounds"},
    Line{Text::KindOfProfile, "navne", "profile"},
    Line{Text::KindOfPeople, "personale", "people"},
    Line{Text::KindOfAudit, "opslag", "audit"},
    Line{Text::KindOfBackups, "kopier", "backups"},
};

constexpr bool everyTextHasItsPlace()
{
    for (std::size_t at = 0; at < kLines.size(); ++at) {
        if (static_cast<std::size_t>(kLines[at].text) != at) {
            return false;
        }
    }
    return true;
}
static_assert(everyTextHasItsPlace(), "the table and the enum stand in the same order");

struct Sentence
{
    Errc code;
    Text text;
};

constexpr std::array kSentences = {
    Sentence{Errc::StoreBusy, Text::StoreBusy},       Sentence{Errc::StoreCorrupt, Text::StoreCorrupt},
    Sentence{Errc::StoreForeign, Text::StoreForeign}, Sentence{Errc::StoreTooNew, Text::StoreTooNew},
    Sentence{Errc::StoreFull, Text::StoreFull},       Sentence{Errc::StoreReadOnly, Text::StoreReadOnly},
    Sentence{Errc::StoreMissing, Text::HomeMissing},  Sentence{Errc::StoreExists, Text::FileExists},
    Sentence{Errc::StoreFailed, Text::StoreFailed},   Sentence{Errc::KeyMissing, Text::WrapKeyMissing},
    Sentence{Errc::SealBroken, Text::WrapKeyWrong},   Sentence{Errc::AddressInUse, Text::AddressInUse},
    Sentence{Errc::Unreachable, Text::ListenFailed},  Sentence{Errc::OpenToOthers, Text::OpenToOthers},
};

struct SystemWords
{
    int number;
    Text text;
};
constexpr std::array kSystemWords = {
    SystemWords{EIO, Text::SystemIo},
    SystemWords{EISDIR, Text::SystemIsFolder},
    SystemWords{ENAMETOOLONG, Text::SystemNameTooLong},
    SystemWords{EMFILE, Text::SystemTooManyOpen},
    SystemWords{ENFILE, Text::SystemTooManyOpen},
    SystemWords{EBUSY, Text::SystemBusy},
    SystemWords{ETXTBSY, Text::SystemBusy},
    SystemWords{ENODEV, Text::SystemGone},
    SystemWords{ENXIO, Text::SystemGone},
    SystemWords{ESTALE, Text::SystemGone},
    SystemWords{ENOMEM, Text::SystemNoMemory},
    SystemWords{EADDRNOTAVAIL, Text::SystemNoSuchAddress},
    SystemWords{EACCES, Text::SystemNotAllowed},
    SystemWords{EPERM, Text::SystemNotAllowed},
};

/** The system's own words are English: in Danish its number stands with ours, and a detail for engineers is
 * told with --lang en. */
std::string detailFor(Lang lang, const Error &error)
{
    if (const auto number = journal::systemErrorOf(error)) {
        const auto *at = std::find_if(kSystemWords.begin(), kSystemWords.end(),
                                      [&](const SystemWords &one) { return one.number == *number; });
        return say(lang, at == kSystemWords.end() ? Text::SystemOther : at->text, {std::to_string(*number)});
    }
    const bool mend = error.code() == Errc::OpenToOthers; // a command to type
    return error.detail().empty() || (lang == Lang::Danish && !mend) ? nameOf(error.code()) : error.detail();
}

/** Where the brace that opens at `open` is closed; npos when it is not. */
std::size_t closing(std::string_view pattern, std::size_t open)
{
    int depth = 0;
    for (std::size_t at = open; at < pattern.size(); ++at) {
        depth += pattern[at] == '{' ? 1 : pattern[at] == '}' ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return std::string_view::npos;
}

/** {0} is the value; {0:ændring|ændringer} is the first of both where it is 1, else the second. */
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const std::size_t end = pattern[at] == '{' ? closing(pattern, at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += pattern[at];
            continue;
        }
        const std::string_view inside = pattern.substr(at + 1, end - at - 1);
        const auto number = static_cast<std::size_t>(inside.front() - '0');
        const std::string_view value = number < values.size() ? values.begin()[number] : std::string_view();
        const std::size_t bar = inside.find('|');
        out += bar == std::string_view::npos ? std::string(value)
               : value == "1"                ? filled(inside.substr(2, bar - 2), values)
                                             : filled(inside.substr(bar + 1), values);
        at = end;
    }
    return out;
}

/** What has no sentence of its own is our mistake, not the office's. */
Text textFor(Errc code)
{
    for (const Sentence &line : kSentences) {
        if (line.code == code) {
            return line.text;
        }
    }
    return Text::Unexpected;
}

} // namespace

std::optional<Lang> parseLang(std::string_view name)
{
    if (name == "da") {
        return Lang::Danish;
    }
    if (name == "en") {
        return Lang::English;
    }
    return std::nullopt;
}

std::string say(Lang lang, Text text, std::initializer_list<std::string_view> values)
{
    const Line &line = kLines.at(static_cast<std::size_t>(text));
    return filled(lang == Lang::Danish ? line.danish : line.english, values);
}

std::string sentence(Lang lang, const Error &error, std::string_view subject)
{
    return say(lang, textFor(error.code()), {subject, detailFor(lang, error)});
}

} // namespace trivsel::server

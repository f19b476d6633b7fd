#pragma once

#include "app/engine/own_types.h"
#include "app/engine/round_types.h"
#include "app/engine/sign_in_types.h"
#include "app/engine/snapshots.h"
#include "proto/catalogue/catalogue.h"
#include "proto/domain/access.h"
#include "proto/domain/audit_entry.h"
#include "proto/domain/choice.h"
#include "proto/domain/rounds.h"
#include "proto/seal/keys.h"
#include "proto/session/tablet_session.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace trivsel::engine {

struct EngineConfig
{
    std::filesystem::path dataDir;
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    seal::WrapKey wrapKey; // from the KeyStore port
    bool keyFromFile = false;
    Random random;
    Clock clock;
    std::string vfs; // empty = SQLite's own; the fault tests pass theirs
    std::string appVersion;
    SignInConfig signIn;
};

/** What has changed, so that screens ask again. Called on the core thread, after COMMIT. */
struct Changed
{
    bool home = false;
    bool sync = false;
    bool drafts = false;
    std::vector<PersonId> residents;
};
using Observer = std::function<void(const Changed &)>;
using SignInDone = std::function<void(const SignInAnswer &)>;

/**
 * The tablet without screen and network: journal, drafts, documents folded on demand. Core thread only. Every
 * call that writes is on disk when it returns without error. Knows no Asio and no Qt. Data in dataDir:
 * tablet.db (journal, drafts), keys.db, identity (sealed), lock (a second process is refused with StoreBusy).
 */
class Engine
{
public:
    /** First start: writes the sealed identity. BadFile; StoreExists when another tablet lives here. */
    static Status enrol(const EngineConfig &config, const TabletFile &file);
    [[nodiscard]] static bool isEnrolled(const std::filesystem::path &dataDir);
    /** A tablet that lived there was emptied, and what it could not hand in lies there for the office. */
    [[nodiscard]] static bool hasLeftFile(const std::filesystem::path &dataDir);
    /** Settles drafts that were sent before the last stop. StoreMissing when not enrolled, SealBroken when
     * the wrap key is another one, Store… errors. */
    static Result<std::unique_ptr<Engine>> open(EngineConfig config);
    ~Engine();

    void setObserver(Observer observer);
    /** In which the words stand on the screen; kept with every answer. Danish until it is said. */
    void setLanguage(catalogue::Language language);

    [[nodiscard]] HomeSnapshot home() const;
    [[nodiscard]] SyncSnapshot sync() const;
    [[nodiscard]] const catalogue::Catalogue &catalogue() const;
    /** The definition an answer was given under, also when the catalogue has a newer one. */
    [[nodiscard]] std::shared_ptr<const catalogue::Definition> definition(const DefinitionHash &hash) const;
    [[nodiscard]] const TabletFile &identity() const;
    /** identity() with the certificate that the next connection shows. */
    [[nodiscard]] TabletFile identityToShow() const;
    /** The certificate that was shown is refused, or can't be used. True: there is an older one to try. */
    [[nodiscard]] bool giveUpNewCertificate();

    // --- Who of the staff sits here. With SignInConfig::askForCodes every command of staff's is refused
    // (NotAllowed) while it is not they; after seven days without the office they write, and read nothing.
    // ---
    /** Six digits; deriving runs on the worker and `done` comes once, on the core thread, maybe at once. */
    void signIn(const PersonId &person, const std::string &code, SignInDone done);
    /** The *vagtkode*: safety plans only. Who is then {null person, ROLE_TEMP}. */
    void signInWithShiftCode(const std::string &code, SignInDone done);
    /** *Åbn i nødsituation*: safety plans only, any of the staff, written down first. Staff devices. */
    [[nodiscard]] SignInAnswer openInEmergency(const PersonId &person);
    /** Their own code, chosen by themselves: the one in use, and the new one. Holds here at once and on the
     * other devices once they have met the office after this one; until then the old one does there. */
    void changeOwnCode(const Who &who, const std::string &inUse, const std::string &chosen,
                       CodeChangeDone done);
    void signOut();
    void touch(); // the screen was touched: it does not lock yet
    /** Locks by itself when it is time: ask now and then. Documents are dropped then. */
    [[nodiscard]] SignInSnapshot signedIn();
    /** How long this account waits for its next try, ms; null person = the shift's code. */
    [[nodiscard]] std::int64_t signInWaitMs(const PersonId &person) const;

    // --- Who looked ---
    /** Before words about a resident leave the screen: Search, Print, PrintSafety or ExportTicked. Asks the
     * access table and writes it down. BadArgument for another action. */
    [[nodiscard]] Status takeOut(domain::Action action, const Who &who, const PersonId &resident);
    /** *Hvem har kigget*, for the resident alone: by day, kind of person, plain reason. From what is here, so
     * also without network; what other tablets wrote down is in it from the night after. */
    [[nodiscard]] Result<std::vector<domain::Look>> whoLooked(const PersonId &resident, const Who &viewer);
    /** What this tablet wrote down and the office does not safely have yet, oldest first. StoreCorrupt when
     * the chain is broken. */
    [[nodiscard]] Result<std::vector<domain::AuditEntry>> audit();

    // --- A resident's page. Folds that resident's streams; at most one resident is open. ---
    [[nodiscard]] Result<ResidentSnapshot> openResident(const PersonId &resident, const Who &viewer);
    void closeResident(); // folded documents are dropped from memory

    // --- *Kun mig*, behind *mine tre billeder*. On shared tablets, for the resident alone; what is open is
    // in memory only, until the page is left. ---
    [[nodiscard]] OwnSnapshot own(const PersonId &resident);
    /** The first time, or after a reset: three different pictures, by name and in order. Deriving runs on the
     * worker; `done` comes once, on the core thread, maybe at once. */
    void choosePictures(const PersonId &resident, const Who &who, const seal::OwnSecret &secret,
                        OwnDone done);
    /** Wrong ones make this resident wait on this tablet: longer each time, at most five minutes. */
    void openOwn(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done);
    /** While it is open. */
    void changePictures(const PersonId &resident, const Who &who, const seal::OwnSecret &secret,
                        OwnDone done);
    /** While it is open: whether that tablet may open it, too. Durable; Yes also hands over what it needs.
     * NotAllowed while it is closed; NotFound for a tablet that own().tablets does not name; KeyMissing when
     * this one's own box does not hold everything that is open (other pictures were chosen elsewhere). */
    [[nodiscard]] Status answerOwnTablet(const PersonId &resident, const Who &who, const DeviceId &tablet,
                                         bool yes);
    /** While it is open: *kun mig* is not offered any more, until the pictures open it again. */
    [[nodiscard]] Status turnOwnOff(const PersonId &resident, const Who &who);
    /** While it is open: whether the same three pictures open the tile, too. Then no call of the resident's
     * reads or writes anything (NotAllowed) before they were given or chosen anew, after each closing of the
     * page. Staff keep what their own code opens. */
    [[nodiscard]] Status setTileByPictures(const PersonId &resident, const Who &who, bool on);
    /** Also closes the page. */
    void closeOwn();
    /** Staff, when the pictures are forgotten: new ones may be chosen. What was saved as *kun mig* before
     * stays sealed; the pictures, if they come back to mind, still open it until new ones are chosen. Written
     * down. */
    [[nodiscard]] Status resetPictures(const PersonId &resident, const Who &who);

    // --- *Sådan vil jeg have det*: by the resident, in force on every device that has heard of it ---
    /** A picture of one's own choice for the tile: a name of assets/pictures. BadArgument when it is none,
     * NotAllowed when another tile of the house has it. */
    [[nodiscard]] Status chooseTilePicture(const PersonId &resident, const Who &who,
                                           const std::string &picture);
    /** BadArgument when the number is none of the wish's. */
    [[nodiscard]] Status setOwnWish(const PersonId &resident, const Who &who, OwnWish wish,
                                    std::int64_t value);
    /** *Skal vi spørge igen?* After NoMore nobody else can begin that form for the resident (NotAllowed). */
    [[nodiscard]] Status setAsking(const PersonId &resident, const Who &who, const std::string &url,
                                   domain::Asking asking);

    // --- On a walk ---
    /** *Tag med på tur*, on a person's own phone: their streams come with the next contact, if the office
     * agrees. NotAllowed by the access table, NotFound when nobody of that id lives here, TooLarge with
     * limits::kCarryMax along. */
    [[nodiscard]] Status takeAlong(const PersonId &resident, const Who &who);
    /** They are home again. Nothing of theirs is shown from now on; what was written and typed is handed in
     * at the next contact, then their keys are destroyed, and their rows when all of it is safe. An
     * unfinished sheet keeps the key, and is there again when they are taken along the next time. Anybody
     * may: it only takes away. */
    [[nodiscard]] Status endTrip(const PersonId &resident);
    /** Whom the owner of this phone may take along, who is along, and of whom something is still here. In the
     * order of the tiles. NotAllowed for anybody else. */
    [[nodiscard]] Result<std::vector<Traveller>> travellers(const Who &who);

    // --- Answer sheets ---
    /** The same person's unfinished sheet for the same definition and `about`, else a new one. */
    [[nodiscard]] Result<DraftSnapshot> beginForm(const PersonId &subject, const Who &who,
                                                  const std::string &url, const PersonId &about);
    [[nodiscard]] Result<DraftSnapshot> draft(const DraftId &id) const;
    /** `code` of one of the item's options. */
    [[nodiscard]] Status chooseAnswer(const DraftId &id, const std::string &linkId, const std::string &code);
    /** A number 0–10 for a question whose answers have weights of that scale. BadArgument for others. */
    [[nodiscard]] Status chooseNumber(const DraftId &id, const std::string &linkId, int number);
    [[nodiscard]] Status writeAnswer(const DraftId &id, const std::string &linkId, const std::string &text);
    [[nodiscard]] Status skipAnswer(const DraftId &id, const std::string &linkId, wire::v1::Absent why);
    [[nodiscard]] Status clearAnswer(const DraftId &id, const std::string &linkId); // untouched again
    [[nodiscard]] Status setStep(const DraftId &id, int step);
    [[nodiscard]] Status setReaders(const DraftId &id, StreamKind readers);
    [[nodiscard]] Status setWay(const DraftId &id, wire::v1::Way way);
    /** Outcome NOT_TODAY. HasAnswers when something was answered, which would not be saved with it. */
    [[nodiscard]] Status sayNotToday(const DraftId &id);
    [[nodiscard]] Status discardDraft(const DraftId &id);
    /** Gem: durable mark, not yet a change. BadArgument without readers or when nothing was answered and not
     * NOT_TODAY. */
    [[nodiscard]] Status sendDraft(const DraftId &id);
    /** The same, for `usual` when nobody was chosen: to whom it said on the page with Gem. Nothing of it
     * stays when it fails, or after undoSend. NotFound when there is no such stream here. */
    [[nodiscard]] Status sendDraft(const DraftId &id, std::optional<StreamKind> usual);
    /** Fortryd, while the thank-you page stands: as it was before Gem, and not *ikke i dag*. */
    [[nodiscard]] Status undoSend(const DraftId &id);
    /** The thank-you page was left: every sent draft becomes one sealed change each, in one transaction with
     * its removal. Also tried at every start; on a full disk (StoreFull) they stay sent and wait for the next
     * time. */
    [[nodiscard]] Status settleSent();
    /** Only the resident. The answer leaves every view; the bytes stay until lawful erasure. */
    [[nodiscard]] Status withdraw(const PersonId &resident, const Who &who, const EntityId &response);
    /** Lets more people read a saved answer: those of `readers` as well as those who may already. By its
     * resident alone. Durable when it returns; a change with settleSent() or the next start, and until then
     * undoWiden() takes it back without a trace. BadArgument when that is nobody, or they may read it
     * already; NotFound when the answer, or their stream, is not here. */
    [[nodiscard]] Status widenReaders(const PersonId &resident, const Who &who, const EntityId &response,
                                      StreamKind readers);
    [[nodiscard]] Status undoWiden(const PersonId &resident, const Who &who, const EntityId &response);

    // --- Plans ---
    [[nodiscard]] Result<PlanSnapshot> openPlan(const PersonId &resident, const Who &viewer,
                                                const std::string &url);
    /** The field's writing page was opened: what openPlan showed there last is what the person has seen,
     * until leavePlan, also when more comes in before the first key. BadArgument when the plan was not
     * opened. */
    [[nodiscard]] Status beginField(const PersonId &resident, const Who &who, const std::string &url,
                                    const FieldAt &at);
    /** The id of a new entry in a list, or in a group that repeats; `within`: the entries in which that
     * stands. Nothing is on disk before the first editField with it. TooLarge when limits::kListEntriesMax
     * entries hold there; NotAllowed when this person may not add to it. */
    [[nodiscard]] Result<EntityId> newEntry(const PersonId &resident, const Who &who, const std::string &url,
                                            const std::string &linkId,
                                            const std::vector<EntityId> &within = {});
    /** Every key: the field's draft is on disk. The first call remembers `seen` from what openPlan showed;
     * BadArgument when the plan was not opened, or for a date that is no day ("2026-11-23"); NotAllowed by
     * the access table, TooLarge past limits::kTextBytesMax. */
    [[nodiscard]] Status editField(const PersonId &resident, const Who &who, const std::string &url,
                                   const FieldAt &at, const std::string &text);
    /** As editField, for a choice: one of its codes, and the words that stood on the screen. Both empty: it
     * is taken back. BadArgument for a code that the definition does not have, Unsupported while several
     * answers stand. */
    [[nodiscard]] Status chooseInField(const PersonId &resident, const Who &who, const std::string &url,
                                       const FieldAt &at, const domain::Choice &choice);
    /** As editField, for a new entry: a suggestion that the person picked, as it stands in the definition in
     * either language; BadArgument for anything else. */
    [[nodiscard]] Status takeSuggestion(const PersonId &resident, const Who &who, const std::string &url,
                                        const FieldAt &at, const std::string &suggestion);
    /** *Gælder ikke mere*, of the entry as openPlan showed it last: what somebody else has written in it
     * since keeps it in sight. What is being written in the plan is saved first. NotAllowed by the access
     * table: nobody but the resident takes a resident's words out. */
    [[nodiscard]] Status withdrawEntry(const PersonId &resident, const Who &who, const std::string &url,
                                       const FieldAt &at);
    /** *Gælder igen*; also what settles an entry that one took out while another wrote in it. */
    [[nodiscard]] Status bringBackEntry(const PersonId &resident, const Who &who, const std::string &url,
                                        const FieldAt &at);
    /** By one place among the entries that hold: towards the beginning or the end. Nothing happens at the
     * end of the list. NotAllowed by the access table, Unsupported in a list without an order. */
    [[nodiscard]] Status moveEntry(const PersonId &resident, const Who &who, const std::string &url,
                                   const FieldAt &at, bool up);
    /** The form was left or the tablet covered itself: fields that differ become one change (one per author,
     * when staff wrote in both voices), all or nothing. Returns how many fields. What was typed where two
     * versions wait stays a draft: only resolve() settles those. */
    [[nodiscard]] Result<int> leavePlan(const PersonId &resident, const Who &who, const std::string &url);
    [[nodiscard]] Status discardPlanEdits(const PersonId &resident, const Who &who, const std::string &url);
    /** Settles a field with several versions, or says yes (CHOOSE) to the one that somebody else wrote down.
     * NotAllowed by the access table. `shownHeads` = view.heads that
     * the person saw. */
    [[nodiscard]] Status resolve(const PersonId &resident, const Who &who, const std::string &url,
                                 const FieldAt &at, wire::v1::Resolution how,
                                 const std::optional<Dot> &chosen, const std::string &text,
                                 const std::vector<merge::Head> &shownHeads);
    [[nodiscard]] Result<std::vector<merge::Version>> history(const PersonId &resident, const Who &viewer,
                                                              const std::string &url, const FieldAt &at);
    /** Two versions that wait, over all residents that this viewer may read. */
    [[nodiscard]] Result<std::vector<WaitingField>> waiting(const Who &viewer);

    // --- *Samtale*. What there is of them stands in ResidentSnapshot::conversations. ---
    /** *Sådan bruger vi FIT her*: must be there before the first one. BadArgument unless it is complete.
     * `shown` = agreedHeads that the person saw when the page opened; what came in since stands beside. */
    [[nodiscard]] Status agreeOnConversations(const PersonId &resident, const Who &who,
                                              const domain::TalkAgreement &agreement,
                                              const std::vector<merge::Head> &shown);
    /** Every tap while one is set up; `talk.id`, `heldBy`, times and answers are the engine's. TooLarge,
     * BadArgument when it has begun. */
    [[nodiscard]] Status keepConversation(const PersonId &resident, const Who &who,
                                          const domain::Conversation &talk);
    /** What was set up begins; or goes on, when it had begun on this tablet. Answered alone, the device is
     * lent to the resident: staff are signed out, and nobody but that resident may do anything until somebody
     * of the staff signs in, signOut(), or half an hour without a touch. BadArgument when something is not
     * chosen, or nothing was agreed on; NotWanted when the resident wants to be asked none of it any more
     * (ConversationsShown::leftOut). */
    [[nodiscard]] Status startConversation(const PersonId &resident, const Who &who);
    [[nodiscard]] Status endConversation(const PersonId &resident, const Who &who);
    /** What was set up and has not begun. */
    [[nodiscard]] Status dropConversation(const PersonId &resident, const Who &who);
    /** Lines that this member of staff has begun to write: to a conversation, or to a saved answer. NotFound
     * when that is not here, NotAllowed by the access table. */
    [[nodiscard]] Result<std::vector<domain::ReplyLine>> openReply(const PersonId &resident, const Who &who,
                                                                   const EntityId &to);
    /** All lines at once, in place of those that were kept; a line without an id gets one. At most 12. */
    [[nodiscard]] Status keepReply(const PersonId &resident, const Who &who, const EntityId &to,
                                   const std::vector<domain::ReplyLine> &lines);
    /** Every key on one line; the others stay as they are on disk. Without an id it is added behind them, and
     * the id that it got is returned: to be given with the next key (null when it has neither words nor a
     * day: nothing is kept). NotFound when a line of that id is not there any more; TooLarge past 12 lines.
     */
    [[nodiscard]] Result<EntityId> keepReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                                 const domain::ReplyLine &line);
    /** One line goes; also when it is not there any more. */
    [[nodiscard]] Status removeReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                         const EntityId &line);
    /** Lines with words become one change, and the draft goes. BadArgument when there are none. These three
     * and keepReply: WiderReaders when the lines were begun for the chosen, of whom the writer is none any
     * more (they can be taken out all the same); NotHereYet while what only the chosen read can't be read
     * here. */
    [[nodiscard]] Status sendReply(const PersonId &resident, const Who &who, const EntityId &to);
    /** *Jeg ser det anderledes*: the resident's own words beside a line of a reply or staff's words in a
     * plan, by the resident alone, where those stand. What was kept. NotFound when they are not here,
     * Unsupported for words of a plan that are not staff's. */
    [[nodiscard]] Result<OtherViewDraft> openOtherView(const PersonId &resident, const Who &who,
                                                       const StaffWords &beside);
    /** Every key; without text nothing is kept. The first one remembers what was shown: BadArgument for words
     * of a plan that were not. TooLarge past limits::kTextBytesMax. */
    [[nodiscard]] Status keepOtherView(const PersonId &resident, const Who &who, const StaffWords &beside,
                                       const std::string &text);
    /** It becomes a change; nothing when it says what stands there already. BadArgument when nothing was
     * written. */
    [[nodiscard]] Status sendOtherView(const PersonId &resident, const Who &who, const StaffWords &beside);
    /** Taken back, as it was shown: another version that came since stays. NotFound when it does not stand.
     */
    [[nodiscard]] Status withdrawOtherView(const PersonId &resident, const Who &who,
                                           const StaffWords &beside);
    /** What residents have said, and nobody has replied to; oldest first, over all that this viewer may reply
     * to. A conversation only when an answer in it stands that this viewer may read. */
    [[nodiscard]] Result<std::vector<OpenFeedback>> unansweredFeedback(const Who &viewer);

    // --- Rounds in the common room, on a shared tablet: answered without names ---
    /** A round whose seven days are over is closed by this. */
    [[nodiscard]] Result<RoundsSnapshot> rounds();
    /** Staff. Goes on with answers that were too few the last time. StoreExists while another one is open,
     * NotFound when the form makes no round. */
    [[nodiscard]] Status beginRound(const Who &who, const std::string &url);
    /** Before its time. NotFound when none is open, NotAllowed in its first 24 hours. */
    [[nodiscard]] Result<RoundEnd> closeRound(const Who &who);
    /** One person's whole answer, at once; on disk when it returns. NotFound when that round is closed,
     * BadArgument when it is not complete, TooLarge with domain::kRoundAnswersMax answers there. */
    [[nodiscard]] Status answerRound(const EntityId &round, const domain::RoundAnswers &answers);
    /** Staff and leaders: what the server worked out, newest first. */
    [[nodiscard]] Result<std::vector<domain::RoundResult>> roundResults(const Who &viewer);

    // --- For the network shell and the proofs ---
    [[nodiscard]] session::TabletPort &syncPort();
    void noteSync(SyncPhase phase, std::optional<Errc> problem, const session::TabletProgress &progress);
    [[nodiscard]] bool hasSomethingToSend() const;
    /** What found no place: changes that were skipped, and what stood under an id that was taken. Sealed, for
     * the office to take in; it stays here too. How many; NotFound when there is none, StoreExists. */
    [[nodiscard]] Result<std::size_t> writeRescue(const std::filesystem::path &file);
    /** Number of changes, end of log, set hash and canonical fold per stream: what two tablets and a server
     * compare. */
    struct StreamState
    {
        StreamId stream;
        std::uint64_t changes = 0;
        Hash256 setHash;
        Hash256 fold;
    };
    [[nodiscard]] Result<std::vector<StreamState>> state();

private:
    struct Impl;
    explicit Engine(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace trivsel::engine

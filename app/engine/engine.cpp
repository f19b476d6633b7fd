#include "app/engine/engine.h"

#include "app/engine/code_change.h"
#include "app/engine/conversations.h"
#include "app/engine/identity.h"
#include "app/engine/looks.h"
#include "app/engine/other_views.h"
#include "app/engine/own_door.h"
#include "app/engine/own_ways.h"
#include "app/engine/plan_briefs.h"
#include "app/engine/plans.h"
#include "app/engine/rescue_file.h"
#include "app/engine/responses.h"
#include "app/engine/rounds.h"
#include "app/engine/sheets.h"
#include "app/engine/sync_port.h"
#include "app/engine/travellers.h"
#include "app/engine/waiting.h"
#include "app/engine/widening.h"
#include "proto/seal/same_secret.h"

#include <algorithm>
#include <iterator>

namespace trivsel::engine {

struct Engine::Impl
{
    Impl(EngineConfig config, TabletFile who, std::unique_ptr<TabletStore> store)
        : parts(std::move(config), std::move(who), std::move(store)),
          port(parts),
          sheets(parts),
          plans(parts),
          responses(parts),
          widening(parts),
          otherViews(parts),
          planBriefs(parts),
          waiting(parts),
          conversations(parts),
          looks(parts),
          tile(parts),
          door(parts, tile),
          ways(parts),
          code(parts),
          rounds(parts),
          rescue(parts)
    {
        parts.notifier.addFollower([this](const auto &touched) { conversations.follow(touched); });
        parts.onLeave = [this] {
            sheets.forget();
            plans.forget();
        };
        parts.onForget = [this](const PersonId &resident) {
            sheets.forgetAbout(resident);
            plans.forgetAbout(resident);
            conversations.forget();
        };
        parts.settlePlans = [this](const StreamId &stream) -> Status {
            TRIVSEL_TRY(plans.settleAll(stream));
            return conversations.settleAll(stream);
        };
        parts.closeRounds = [this] { return rounds.closeAll(); };
        parts.settleSent = [this] { return sheets.settle(); };
        parts.settleSentOf = [this](const PersonId &subject) { return sheets.settle(subject); };
        parts.settleWidening = [this](const Draft &draft) { return widening.settle(draft); };
        parts.isFilled = [this](const StreamId &stream) { return port.isFilled(stream); };
        parts.access.isLocked = [this](const PersonId &resident) { return tile.isLocked(resident); };
        parts.notifier.addFollower([this](const std::set<StreamId> &touched) {
            waiting.follow(touched);
            tile.follow(touched);
        });
    }

    /** Own pages are nobody's business. */
    [[nodiscard]] Status noteRead(const Who &viewer, const PersonId &about, domain::AuditPurpose purpose,
                                  std::optional<StreamKind> stream)
    {
        return viewer.person == about && !about.isNull()
                   ? Status()
                   : parts.audit.note({viewer, wire::v1::AUDIT_READ, purpose, about, stream});
    }
    /** On a shared tablet staff sit beside the resident. */
    [[nodiscard]] domain::AuditPurpose pagePurpose() const
    {
        return parts.identity.kind == TabletKind::Shared ? wire::v1::PURPOSE_CONVERSATION
                                                         : wire::v1::PURPOSE_ANSWERS;
    }
    [[nodiscard]] domain::AuditPurpose planPurpose(StreamKind stream)
    {
        if (stream != StreamKind::Safety) {
            return wire::v1::PURPOSE_PLAN;
        }
        const SignInKind kind = parts.signIn.now().kind;
        return kind == SignInKind::Shift       ? wire::v1::PURPOSE_SHIFT
               : kind == SignInKind::Emergency ? wire::v1::PURPOSE_EMERGENCY
                                               : wire::v1::PURPOSE_SAFETY;
    }

    Parts parts;
    SyncPort port;
    Sheets sheets;
    Plans plans;
    Responses responses;
    Widening widening;
    OtherViews otherViews;
    PlanBriefs planBriefs;
    Waiting waiting;
    Conversations conversations;
    Looks looks;
    TileLock tile;
    OwnDoor door;
    OwnWays ways;
    CodeChange code;
    Rounds rounds;
    RescueFile rescue;
    SyncSnapshot sync;
};

Engine::Engine(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}
Engine::~Engine() = default;

bool Engine::isEnrolled(const std::filesystem::path &dataDir)
{
    std::error_code ignored;
    return std::filesystem::exists(DataDir::identityIn(dataDir), ignored);
}

bool Engine::hasLeftFile(const std::filesystem::path &dataDir)
{
    return DataDir::hasLeftFile(dataDir);
}

Status Engine::enrol(const EngineConfig &config, const TabletFile &file)
{
    TRIVSEL_TRY(seal::initialise());
    std::error_code failed;
    if (std::filesystem::create_directories(config.dataDir, failed)) {
        // For its owner alone, whatever the program's umask is.
        std::filesystem::permissions(config.dataDir, std::filesystem::perms::owner_all, failed);
    }
    if (failed) {
        return tl::unexpected(journal::fileError(failed.value(), "data directory"));
    }
    auto dir = DataDir::hold(config.dataDir);
    if (!dir) {
        return tl::unexpected(dir.error());
    }
    if (isEnrolled(config.dataDir)) {
        const auto known = readIdentity(*dir, config.wrapKey);
        if (!known) {
            return tl::unexpected(
                known.error()); // another key, or damaged: not for us to call another tablet
        }
        const bool same = known->home == file.home && known->device == file.device &&
                          seal::sameSecret(known->sign.view(), file.sign.view());
        return same ? Status() : fail(Errc::StoreExists, "another tablet lives in the data directory");
    }
    const auto store = TabletStore::open(std::move(*dir), config.wrapKey, true, config.vfs, config.random);
    if (!store) {
        return tl::unexpected(store.error());
    }
    return writeIdentity((*store)->dir(), file, config.wrapKey, config.random);
}

Result<std::unique_ptr<Engine>> Engine::open(EngineConfig config)
{
    TRIVSEL_TRY(seal::initialise());
    if (!config.catalogue || !config.random || !config.clock) {
        return fail(Errc::BadArgument, "an engine needs a catalogue, randomness and a clock");
    }
    if (!isEnrolled(config.dataDir)) {
        return fail(Errc::StoreMissing, "no tablet lives in the data directory yet");
    }
    auto dir = DataDir::hold(config.dataDir);
    if (!dir) {
        return tl::unexpected(dir.error());
    }
    if (dir->isMarkedEmptied()) {
        TRIVSEL_TRY(dir->removeAll());
        return fail(Errc::Emptied, "the office has told this tablet to empty itself");
    }
    auto identity = readIdentity(*dir, config.wrapKey);
    if (!identity) {
        return tl::unexpected(identity.error());
    }
    auto store = TabletStore::open(std::move(*dir), config.wrapKey, false, config.vfs, config.random);
    if (!store) {
        return tl::unexpected(store.error());
    }
    auto impl = std::make_unique<Impl>(std::move(config), std::move(*identity), std::move(*store));
    TRIVSEL_TRY(impl->port.load());
    TRIVSEL_TRY(impl->parts.load());
    // On a full disk the sheets stay sent, sealed as they are; settleSent() tries again. A tablet that does
    // not start would help nobody to make room.
    const Status settled = impl->sheets.settle();
    if (!settled && settled.error().code() != Errc::StoreFull) {
        return tl::unexpected(settled.error());
    }
    TRIVSEL_TRY(impl->rounds.load());
    if (impl->parts.clock.lastContactMs() != 0) {
        impl->sync.phase = SyncPhase::Waiting;
    }
    return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

void Engine::signIn(const PersonId &person, const std::string &code, SignInDone done)
{
    m->parts.signIn.withCode(person, code, std::move(done));
}

void Engine::signInWithShiftCode(const std::string &code, SignInDone done)
{
    m->parts.signIn.withShiftCode(code, std::move(done));
}

SignInAnswer Engine::openInEmergency(const PersonId &person)
{
    return m->parts.signIn.inEmergency(person);
}

void Engine::changeOwnCode(const Who &who, const std::string &inUse, const std::string &chosen,
                           CodeChangeDone done)
{
    m->code.change(who, inUse, chosen, std::move(done));
}

void Engine::signOut()
{
    m->parts.signIn.leave();
}

void Engine::touch()
{
    m->parts.signIn.touch();
}

SignInSnapshot Engine::signedIn()
{
    return m->parts.signIn.now();
}

std::int64_t Engine::signInWaitMs(const PersonId &person) const
{
    return m->parts.signIn.waitMs(person);
}

Status Engine::takeOut(domain::Action action, const Who &who, const PersonId &resident)
{
    using enum domain::Action;
    if (action != Search && action != Print && action != PrintSafety && action != ExportTicked) {
        return fail(Errc::BadArgument, "not an action that takes words out");
    }
    TRIVSEL_TRY(m->parts.access.takeOut(action, who, resident));
    const auto what = action == Search         ? wire::v1::AUDIT_SEARCH
                      : action == ExportTicked ? wire::v1::AUDIT_EXPORT
                                               : wire::v1::AUDIT_PRINT;
    const auto purpose = action == PrintSafety ? wire::v1::PURPOSE_SAFETY : m->pagePurpose();
    return m->parts.audit.note({who, what, purpose, resident, {}});
}

Result<std::vector<domain::AuditEntry>> Engine::audit()
{
    return m->parts.audit.entries();
}

Result<std::vector<domain::Look>> Engine::whoLooked(const PersonId &resident, const Who &viewer)
{
    return m->looks.of(resident, viewer);
}

void Engine::setObserver(Observer observer)
{
    m->parts.notifier.setObserver(std::move(observer));
}

void Engine::setLanguage(catalogue::Language language)
{
    m->parts.language = language;
}

HomeSnapshot Engine::home() const
{
    const Parts &parts = m->parts;
    const domain::HomeModel &model = parts.home.model();
    HomeSnapshot snapshot;
    snapshot.id = parts.identity.home;
    snapshot.name = model.name.empty() ? parts.identity.homeName : model.name;
    snapshot.demo = model.demo;
    snapshot.tabletName = parts.identity.name;
    snapshot.kind = parts.identity.kind;
    snapshot.keyFile = parts.config.keyFromFile;
    for (const PersonId &resident : parts.home.residents()) {
        snapshot.residents.push_back(parts.home.tileOf(resident));
    }
    snapshot.staff = parts.home.staff();
    snapshot.help = model.help;
    snapshot.fit = model.fit;
    snapshot.along = parts.trips.along();
    snapshot.owner = ownerOf(parts);
    return snapshot;
}

SyncSnapshot Engine::sync() const
{
    const Outbox &outbox = m->parts.outbox;
    SyncSnapshot snapshot = m->sync;
    snapshot.lastContactMs = m->parts.clock.lastContactMs();
    snapshot.onlyHere = outbox.count(Outbox::State::Pending) + outbox.count(Outbox::State::Aside);
    snapshot.atOffice = outbox.count(Outbox::State::Durable) + outbox.count(Outbox::State::Safe);
    snapshot.heldAtOffice = outbox.count(Outbox::State::Held);
    // What the office holds lies on its one disk, and it is not told here when a backup has it.
    snapshot.notSafe = outbox.count(Outbox::State::Durable) + outbox.count(Outbox::State::Held);
    snapshot.givenUp = outbox.count(Outbox::State::Aside) + m->port.givenUp();
    snapshot.copied = m->port.isCopied();
    snapshot.emptied = m->port.isEmptied();
    snapshot.fileLeft = snapshot.emptied && hasLeftFile(m->parts.config.dataDir);
    snapshot.diskFull = m->parts.store->isShortOfRoom();
    return snapshot;
}

const catalogue::Catalogue &Engine::catalogue() const
{
    return m->parts.definitions.catalogue();
}

std::shared_ptr<const catalogue::Definition> Engine::definition(const DefinitionHash &hash) const
{
    return m->parts.definitions.byHash(hash);
}

const TabletFile &Engine::identity() const
{
    return m->parts.identity;
}

Result<ResidentSnapshot> Engine::openResident(const PersonId &resident, const Who &viewer)
{
    TRIVSEL_TRY(m->parts.access.isHere(viewer));
    if (viewer.person != resident) {
        const bool team = m->parts.access.read(viewer, resident, StreamKind::Team).has_value();
        const bool chosen = m->parts.access.read(viewer, resident, StreamKind::Chosen).has_value();
        if (!m->parts.home.isResident(resident) || (!team && !chosen)) {
            return fail(Errc::NotAllowed, "not among those who may read that page");
        }
        TRIVSEL_TRY(
            m->noteRead(viewer, resident, m->pagePurpose(), team ? StreamKind::Team : StreamKind::Chosen));
    }
    m->parts.enter(resident);
    ResidentSnapshot snapshot;
    snapshot.tile = m->parts.home.tileOf(resident);
    snapshot.chosen = m->parts.home.staff(m->parts.home.profile(resident).chosen);
    snapshot.team = m->parts.home.staff(m->parts.home.profile(resident).team);
    if (viewer.person == resident) {
        (void)m->responses.finishWithdrawals(resident, viewer); // on a full disk the next time
    }
    auto drafts = m->sheets.of(resident, viewer);
    auto responses = m->responses.of(resident, viewer);
    auto waiting = m->waiting.of(resident, viewer);
    auto conversations = m->conversations.of(resident, viewer);
    if (!drafts || !responses || !waiting || !conversations) {
        return tl::unexpected(!drafts      ? drafts.error()
                              : !responses ? responses.error()
                              : !waiting   ? waiting.error()
                                           : conversations.error());
    }
    snapshot.conversations = std::move(*conversations);
    snapshot.drafts = std::move(*drafts);
    if (viewer.person !=
        resident) { // what staff have begun about this resident is theirs, not the resident's
        auto own = m->sheets.of(viewer.person, viewer);
        if (!own) {
            return tl::unexpected(own.error());
        }
        std::copy_if(std::make_move_iterator(own->begin()), std::make_move_iterator(own->end()),
                     std::back_inserter(snapshot.drafts),
                     [&](const DraftSnapshot &draft) { return draft.about == resident; });
    }
    snapshot.responses = std::move(*responses);
    snapshot.waiting = std::move(*waiting);
    if (viewer.person == resident) {
        auto plans = m->planBriefs.of(resident, viewer);
        if (!plans) {
            return tl::unexpected(plans.error());
        }
        snapshot.plans = std::move(*plans);
    }
    return snapshot;
}

void Engine::closeResident()
{
    if (m->parts.keys.openStream()) {
        // What was saved as *kun mig* can become a change only while it is open. On a full disk it waits,
        // sealed, until it is opened again.
        (void)m->sheets.settle();
    }
    m->parts.leave();
}

Result<DraftSnapshot> Engine::beginForm(const PersonId &subject, const Who &who, const std::string &url,
                                        const PersonId &about)
{
    return m->sheets.begin(subject, who, url, about);
}

Result<DraftSnapshot> Engine::draft(const DraftId &id) const
{
    return m->sheets.get(id);
}

Status Engine::chooseAnswer(const DraftId &id, const std::string &linkId, const std::string &code)
{
    return m->sheets.choose(id, linkId, code);
}

Status Engine::chooseNumber(const DraftId &id, const std::string &linkId, int number)
{
    return m->sheets.chooseNumber(id, linkId, number);
}

Status Engine::writeAnswer(const DraftId &id, const std::string &linkId, const std::string &text)
{
    return m->sheets.write(id, linkId, text);
}

Status Engine::skipAnswer(const DraftId &id, const std::string &linkId, wire::v1::Absent why)
{
    return m->sheets.skip(id, linkId, why);
}

Status Engine::clearAnswer(const DraftId &id, const std::string &linkId)
{
    return m->sheets.clear(id, linkId);
}

Status Engine::setStep(const DraftId &id, int step)
{
    return m->sheets.setStep(id, step);
}

Status Engine::setReaders(const DraftId &id, StreamKind readers)
{
    return m->sheets.setReaders(id, readers);
}

Status Engine::setWay(const DraftId &id, wire::v1::Way way)
{
    return m->sheets.setWay(id, way);
}

Status Engine::sayNotToday(const DraftId &id)
{
    return m->sheets.sayNotToday(id);
}

Status Engine::discardDraft(const DraftId &id)
{
    return m->sheets.discard(id);
}

Status Engine::sendDraft(const DraftId &id)
{
    return m->sheets.send(id, {});
}

Status Engine::sendDraft(const DraftId &id, std::optional<StreamKind> usual)
{
    return m->sheets.send(id, usual);
}

Status Engine::undoSend(const DraftId &id)
{
    return m->sheets.undoSend(id);
}

Status Engine::takeAlong(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m->parts.access.takeAlong(who, resident));
    return m->port.takeAlong(resident);
}

Status Engine::endTrip(const PersonId &resident)
{
    return m->port.endTrip(resident);
}

Result<std::vector<Traveller>> Engine::travellers(const Who &who)
{
    return engine::travellers(m->parts, who);
}

OwnSnapshot Engine::own(const PersonId &resident)
{
    return m->door.snapshot(resident);
}

void Engine::choosePictures(const PersonId &resident, const Who &who, const seal::OwnSecret &secret,
                            OwnDone done)
{
    m->door.choose(resident, who, secret, std::move(done));
}

void Engine::openOwn(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done)
{
    m->door.open(resident, who, secret, std::move(done));
}

void Engine::changePictures(const PersonId &resident, const Who &who, const seal::OwnSecret &secret,
                            OwnDone done)
{
    m->door.change(resident, who, secret, std::move(done));
}

Status Engine::turnOwnOff(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(settleSent()); // what was saved while it was open becomes a change while it still is
    return m->door.turnOff(resident, who);
}

Status Engine::answerOwnTablet(const PersonId &resident, const Who &who, const DeviceId &tablet, bool yes)
{
    return m->door.answerTablet(resident, who, tablet, yes);
}

Status Engine::setTileByPictures(const PersonId &resident, const Who &who, bool on)
{
    return m->tile.set(resident, who, on);
}

Status Engine::chooseTilePicture(const PersonId &resident, const Who &who, const std::string &picture)
{
    return m->ways.choosePicture(resident, who, picture);
}

Status Engine::setOwnWish(const PersonId &resident, const Who &who, OwnWish wish, std::int64_t value)
{
    return m->ways.set(resident, who, wish, value);
}

Status Engine::setAsking(const PersonId &resident, const Who &who, const std::string &url,
                         domain::Asking asking)
{
    return m->ways.setAsking(resident, who, url, asking);
}

void Engine::closeOwn()
{
    closeResident();
}

Status Engine::resetPictures(const PersonId &resident, const Who &who)
{
    return m->door.reset(resident, who);
}

Status Engine::settleSent()
{
    return m->sheets.settle();
}

Status Engine::widenReaders(const PersonId &resident, const Who &who, const EntityId &response,
                            StreamKind readers)
{
    return m->widening.widen(resident, who, response, readers);
}

Status Engine::undoWiden(const PersonId &resident, const Who &who, const EntityId &response)
{
    return m->widening.undo(resident, who, response);
}

Result<OtherViewDraft> Engine::openOtherView(const PersonId &resident, const Who &who,
                                             const StaffWords &beside)
{
    return m->otherViews.open(resident, who, beside);
}

Status Engine::keepOtherView(const PersonId &resident, const Who &who, const StaffWords &beside,
                             const std::string &text)
{
    return m->otherViews.keep(resident, who, beside, text);
}

Status Engine::sendOtherView(const PersonId &resident, const Who &who, const StaffWords &beside)
{
    return m->otherViews.send(resident, who, beside);
}

Status Engine::withdrawOtherView(const PersonId &resident, const Who &who, const StaffWords &beside)
{
    return m->otherViews.withdraw(resident, who, beside);
}

Status Engine::withdraw(const PersonId &resident, const Who &who, const EntityId &response)
{
    return m->responses.withdraw(resident, who, response);
}

Result<PlanSnapshot> Engine::openPlan(const PersonId &resident, const Who &viewer, const std::string &url)
{
    auto plan = m->plans.open(resident, viewer, url);
    if (plan) {
        TRIVSEL_TRY(m->noteRead(viewer, resident, m->planPurpose(plan->stream.kind), plan->stream.kind));
    }
    return plan;
}

Status Engine::beginField(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at)
{
    return m->plans.beginField(resident, who, url, at);
}

Result<EntityId> Engine::newEntry(const PersonId &resident, const Who &who, const std::string &url,
                                  const std::string &linkId, const std::vector<EntityId> &within)
{
    return m->plans.newEntry(resident, who, url, linkId, within);
}

Status Engine::chooseInField(const PersonId &resident, const Who &who, const std::string &url,
                             const FieldAt &at, const domain::Choice &choice)
{
    return m->plans.choose(resident, who, url, at, choice);
}

Status Engine::takeSuggestion(const PersonId &resident, const Who &who, const std::string &url,
                              const FieldAt &at, const std::string &suggestion)
{
    return m->plans.takeSuggestion(resident, who, url, at, suggestion);
}

Status Engine::withdrawEntry(const PersonId &resident, const Who &who, const std::string &url,
                             const FieldAt &at)
{
    return m->plans.withdrawEntry(resident, who, url, at);
}

Status Engine::bringBackEntry(const PersonId &resident, const Who &who, const std::string &url,
                              const FieldAt &at)
{
    return m->plans.bringBackEntry(resident, who, url, at);
}

Status Engine::moveEntry(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                         bool up)
{
    return m->plans.moveEntry(resident, who, url, at, up);
}

Status Engine::editField(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                         const std::string &text)
{
    return m->plans.edit(resident, who, url, at, text);
}

Result<int> Engine::leavePlan(const PersonId &resident, const Who &who, const std::string &url)
{
    return m->plans.leave(resident, who, url);
}

Status Engine::discardPlanEdits(const PersonId &resident, const Who &who, const std::string &url)
{
    return m->plans.discard(resident, who, url);
}

Status Engine::resolve(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                       wire::v1::Resolution how, const std::optional<Dot> &chosen, const std::string &text,
                       const std::vector<merge::Head> &shownHeads)
{
    return m->plans.resolve(resident, who, url, at, {how, chosen, text, shownHeads});
}

Result<std::vector<merge::Version>> Engine::history(const PersonId &resident, const Who &viewer,
                                                    const std::string &url, const FieldAt &at)
{
    auto versions = m->plans.history(resident, viewer, url, at);
    if (versions) {
        TRIVSEL_TRY(m->noteRead(viewer, resident, wire::v1::PURPOSE_PLAN, {}));
    }
    return versions;
}

Result<std::vector<WaitingField>> Engine::waiting(const Who &viewer)
{
    TRIVSEL_TRY(m->parts.access.isHere(viewer));
    auto fields = m->waiting.all(viewer);
    if (fields && viewer.role != Role::ROLE_RESIDENT) {
        TRIVSEL_TRY(m->noteRead(viewer, {}, wire::v1::PURPOSE_TODAY, {}));
    }
    return fields;
}

Status Engine::agreeOnConversations(const PersonId &resident, const Who &who,
                                    const domain::TalkAgreement &agreement,
                                    const std::vector<merge::Head> &shown)
{
    return m->conversations.agree(resident, who, agreement, shown);
}

Status Engine::keepConversation(const PersonId &resident, const Who &who, const domain::Conversation &talk)
{
    return m->conversations.keep(resident, who, talk);
}

Status Engine::startConversation(const PersonId &resident, const Who &who)
{
    return m->conversations.start(resident, who);
}

Status Engine::endConversation(const PersonId &resident, const Who &who)
{
    return m->conversations.end(resident, who);
}

Status Engine::dropConversation(const PersonId &resident, const Who &who)
{
    return m->conversations.drop(resident, who);
}

Result<std::vector<domain::ReplyLine>> Engine::openReply(const PersonId &resident, const Who &who,
                                                         const EntityId &to)
{
    return m->conversations.openReply(resident, who, to);
}

Status Engine::keepReply(const PersonId &resident, const Who &who, const EntityId &to,
                         const std::vector<domain::ReplyLine> &lines)
{
    return m->conversations.keepReply(resident, who, to, lines);
}

Result<EntityId> Engine::keepReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                       const domain::ReplyLine &line)
{
    return m->conversations.keepReplyLine(resident, who, to, line);
}

Status Engine::removeReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                               const EntityId &line)
{
    return m->conversations.removeReplyLine(resident, who, to, line);
}

Status Engine::sendReply(const PersonId &resident, const Who &who, const EntityId &to)
{
    return m->conversations.sendReply(resident, who, to);
}

Result<std::vector<OpenFeedback>> Engine::unansweredFeedback(const Who &viewer)
{
    TRIVSEL_TRY(m->parts.access.isHere(viewer));
    auto open = m->conversations.unanswered(viewer);
    if (open && viewer.role != Role::ROLE_RESIDENT) {
        TRIVSEL_TRY(m->noteRead(viewer, {}, wire::v1::PURPOSE_TODAY, {}));
    }
    return open;
}

session::TabletPort &Engine::syncPort()
{
    return m->port;
}

TabletFile Engine::identityToShow() const
{
    TabletFile file = m->parts.identity;
    file.certificatePem = m->parts.certificate.toShow();
    return file;
}

bool Engine::giveUpNewCertificate()
{
    return m->parts.certificate.isOnTrial() && m->parts.certificate.refused();
}

void Engine::noteSync(SyncPhase phase, std::optional<Errc> problem, const session::TabletProgress &progress)
{
    m->sync.phase = phase;
    m->sync.problem = problem;
    m->sync.expired = progress.expired;
    m->sync.pulledInRun = progress.pulled;
    m->sync.pushedInRun = progress.pushed;
    if (phase != SyncPhase::Syncing) {
        m->parts.store->lookForRoom();
    }
    m->parts.notifier.tellSync();
}

Result<RoundsSnapshot> Engine::rounds()
{
    return m->rounds.now();
}

Status Engine::beginRound(const Who &who, const std::string &url)
{
    return m->rounds.begin(who, url);
}

Result<RoundEnd> Engine::closeRound(const Who &who)
{
    return m->rounds.close(who);
}

Status Engine::answerRound(const EntityId &round, const domain::RoundAnswers &answers)
{
    return m->rounds.answer(round, answers);
}

Result<std::vector<domain::RoundResult>> Engine::roundResults(const Who &viewer)
{
    return m->rounds.results(viewer);
}

bool Engine::hasSomethingToSend() const
{
    return m->parts.outbox.count(Outbox::State::Pending) > 0;
}

Result<std::size_t> Engine::writeRescue(const std::filesystem::path &file)
{
    return m->rescue.write(file);
}

Result<std::vector<Engine::StreamState>> Engine::state()
{
    const auto streams = m->parts.store->journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    std::vector<StreamState> states;
    for (const StreamId &stream : *streams) {
        if (AuditBoxes::isBoxed(stream)) {
            continue; // each tablet has its own alone
        }
        const auto hash = m->parts.store->journal().setHash(stream);
        const auto fold = m->parts.folds.lookAt(stream);
        if (!hash || !fold) {
            return tl::unexpected(hash ? fold.error() : hash.error());
        }
        states.push_back({stream, (*fold)->changeCount(), *hash, seal::hash256((*fold)->canonical())});
    }
    return states;
}

} // namespace trivsel::engine

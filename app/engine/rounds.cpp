#include "app/engine/rounds.h"

#include "proto/base/time_units.h"

#include <algorithm>

namespace trivsel::engine {

using domain::Lease;
using State = RoundRecord::State;

std::optional<domain::RoundForm> roundFormOf(const catalogue::Definition &definition)
{
    if (definition.kind != catalogue::Kind::Form || definition.audience != catalogue::Audience::Resident ||
        definition.secrecy != catalogue::Secrecy::SelfEvaluation) {
        return std::nullopt;
    }
    domain::RoundForm form{definition.url, definition.version, definition.hash, {}};
    for (const catalogue::Item *item : definition.questions()) {
        if (item->type == catalogue::ItemType::Choice) { // words would tell whose they are
            form.items.push_back({item->linkId, static_cast<int>(item->options.size())});
        }
    }
    return domain::isRoundForm(form) ? std::optional(std::move(form)) : std::nullopt;
}

Result<std::optional<RoundRecord>> Rounds::open()
{
    auto records = m.rounds.all();
    if (!records) {
        return tl::unexpected(records.error());
    }
    const auto found = std::find_if(records->begin(), records->end(),
                                    [](const RoundRecord &record) { return record.state == State::Open; });
    return found == records->end() ? std::nullopt : std::optional(std::move(*found));
}

Lease &Rounds::lease(const RoundRecord &record)
{
    if (!m_lease || m_lease->first != record.id) {
        const std::int64_t uptime = m.config.signIn.uptime();
        const std::int64_t wall = m.config.clock();
        // Bytes that are none: its time begins anew, and ends.
        m_lease = {record.id, Lease::load(record.lease, uptime, wall).value_or(Lease(uptime, wall))};
        m_keptMs = uptime;
    }
    return m_lease->second;
}

/** False: its seven days are over. */
bool Rounds::pass(const RoundRecord &record)
{
    Lease &time = lease(record);
    time.pass(m.config.signIn.uptime(), m.config.clock());
    return !time.hasExpired();
}

Status Rounds::keep(RoundRecord record)
{
    record.lease = lease(record).save();
    TRIVSEL_TRY(m.store->write([&] { return m.rounds.put(record); }));
    m_keptMs = m.config.signIn.uptime();
    return {};
}

Status Rounds::load()
{
    const auto shown = now();
    return shown || shown.error().code() == Errc::StoreFull ? Status() : tl::unexpected(shown.error());
}

Result<RoundsSnapshot> Rounds::now()
{
    const auto before = open();
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (*before && !pass(**before)) {
        const auto ended = end(**before);
        if (!ended) {
            return tl::unexpected(ended.error());
        }
    } else if (*before && m.config.signIn.uptime() - m_keptMs >= kKeepEveryMs) {
        // Not kept: what has passed is counted again, at the latest over the next stop by the clock.
        static_cast<void>(keep(**before));
    }
    const auto records = m.rounds.all();
    if (!records) {
        return tl::unexpected(records.error());
    }
    RoundsSnapshot out;
    for (const RoundRecord &record : *records) {
        switch (record.state) {
        case State::Open:
            out.open = {EntityId{record.id.data}, record.form.url, record.form.definition,
                        std::max<std::int64_t>(0, kByHandMs - lease(record).usedMs())};
            break;
        case State::Resting:
            out.tooFew.push_back(record.form.url);
            break;
        case State::Closed:
            out.leaving.push_back(record.form.url);
            break;
        }
    }
    return out;
}

Status Rounds::begin(const Who &who, const std::string &url)
{
    TRIVSEL_TRY(m.access.holdRound(who));
    const auto definition = m.definitions.byUrl(url);
    const auto form = definition ? roundFormOf(*definition) : std::nullopt;
    if (!form) {
        return fail(Errc::NotFound, "no form that makes a round");
    }
    const auto shown = now();
    const auto records = m.rounds.all();
    if (!shown || !records) {
        return tl::unexpected(shown ? records.error() : shown.error());
    }
    if (shown->open) {
        return fail(Errc::StoreExists, "another round is open on this tablet");
    }
    RoundRecord record;
    const auto resting = std::find_if(records->begin(), records->end(), [&](const RoundRecord &one) {
        return one.state == State::Resting && one.form.url == url;
    });
    if (resting != records->end()) {
        record = *resting; // under the definition that its answers were given under
    } else {
        record.id = randomBytes<DraftId>(m.config.random);
        record.form = *form;
    }
    record.state = State::Open;
    record.lease = Lease(m.config.signIn.uptime(), m.config.clock()).save();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.definitions.keep(*definition));
        return m.rounds.put(record);
    }));
    m_lease.reset();
    static_cast<void>(lease(record));
    return {};
}

Result<RoundEnd> Rounds::end(RoundRecord record)
{
    const bool enough = record.answers.size() >= domain::kRoundAnswersMin;
    const auto stamp = m.clock.now();
    constexpr std::uint32_t kClockWrong = 2;
    const std::int64_t day = (stamp.wallMs + stamp.offsetMs) / kDayMs;
    record.state = enough ? State::Closed : State::Resting;
    record.lease.clear();
    if (enough && stamp.quality != kClockWrong && day > 0) {
        record.day = day;
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.rounds.put(record));
        // So that whoever reads the result has the questions, also after an upgrade. Where the home can't be
        // written yet its catalogue does.
        const Status published = enough ? m.definitions.publish(record.form.definition) : Status();
        const bool later = !published && (published.error().code() == Errc::KeyMissing ||
                                          published.error().code() == Errc::NotFound);
        return later ? Status() : published;
    }));
    m_lease.reset();
    if (enough) {
        TRIVSEL_TRY(m.rounds.handOver());
    }
    return enough ? RoundEnd::Leaving : RoundEnd::TooFew;
}

Result<RoundEnd> Rounds::close(const Who &who)
{
    TRIVSEL_TRY(m.access.holdRound(who));
    auto record = open();
    if (!record) {
        return tl::unexpected(record.error());
    }
    if (!*record) {
        return fail(Errc::NotFound, "no round is open");
    }
    if (pass(**record) && lease(**record).usedMs() < kByHandMs) {
        return fail(Errc::NotAllowed, "a round is open for a day at least");
    }
    return end(std::move(**record));
}

Status Rounds::closeAll()
{
    auto record = open();
    if (!record || !*record) {
        return record ? Status() : tl::unexpected(record.error());
    }
    const auto ended = end(std::move(**record));
    return ended ? Status() : tl::unexpected(ended.error());
}

Status Rounds::answer(const EntityId &round, const domain::RoundAnswers &answers)
{
    TRIVSEL_TRY(m.access.answerUnnamed());
    auto record = open();
    if (!record) {
        return tl::unexpected(record.error());
    }
    if (!*record || (*record)->id.data != round.data) {
        return fail(Errc::NotFound, "the round is closed");
    }
    if (!pass(**record)) {
        const auto ended = end(std::move(**record));
        return ended ? fail(Errc::NotFound, "the round is closed") : Status(tl::unexpected(ended.error()));
    }
    if (!domain::isCompleteAnswer((*record)->form, answers)) {
        return fail(Errc::BadArgument, "not a complete answer");
    }
    if ((*record)->answers.size() >= domain::kRoundAnswersMax) {
        return fail(Errc::TooLarge, "more answers than a round takes");
    }
    (*record)->answers.push_back(answers);
    return keep(std::move(**record));
}

Result<std::vector<domain::RoundResult>> Rounds::results(const Who &viewer)
{
    TRIVSEL_TRY(m.access.readInsight(viewer));
    const auto stream = m.home.model().stream(StreamKind::Insight);
    if (!stream || !m.home.isHeld(*stream)) {
        return std::vector<domain::RoundResult>();
    }
    const auto fold = m.folds.lookAt(*stream);
    return fold ? Result<std::vector<domain::RoundResult>>(domain::readRoundResults(**fold))
                : tl::unexpected(fold.error());
}

} // namespace trivsel::engine

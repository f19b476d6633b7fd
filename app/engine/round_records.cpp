#include "app/engine/round_records.h"

#include "proto/seal/boxed_change.h"

#include <algorithm>

namespace trivsel::engine {
namespace {

const StreamId kOwnKey{StreamKind::Group, {}}; // the tablet's
constexpr char kNobody = '\xff';
constexpr int kAnswerShift = -static_cast<int>(domain::kRoundNotApplicable);

/** A place for each answer that there can be, so that the row's size tells nothing. */
std::string placesOf(const std::vector<domain::RoundAnswers> &answers, std::size_t items)
{
    std::string out;
    for (const domain::RoundAnswers &one : answers) {
        for (const int said : one) {
            out.push_back(static_cast<char>(said + kAnswerShift));
        }
    }
    out.resize(static_cast<std::size_t>(domain::kRoundAnswersMax) * items, kNobody);
    return out;
}

std::vector<domain::RoundAnswers> answersIn(std::string_view places, std::size_t items)
{
    std::vector<domain::RoundAnswers> out;
    for (std::size_t at = 0; at + items <= places.size() && places[at] != kNobody; at += items) {
        domain::RoundAnswers one;
        for (const char place : places.substr(at, items)) {
            one.push_back(static_cast<unsigned char>(place) - kAnswerShift);
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::optional<RoundRecord> recordOf(const Draft &draft)
{
    const local::v1::Round &round = draft.content.round();
    const auto definition = DefinitionHash::from(draft.content.def());
    if (!draft.content.has_round() || !definition ||
        round.state() > static_cast<std::uint32_t>(RoundRecord::State::Closed)) {
        return std::nullopt;
    }
    RoundRecord record;
    record.id = draft.id;
    record.form = {draft.content.url(), round.version(), *definition, {}};
    for (const local::v1::Round::Item &item : round.items()) {
        record.form.items.push_back({item.link_id(), static_cast<int>(item.options())});
    }
    if (!domain::isRoundForm(record.form)) {
        return std::nullopt;
    }
    record.answers = answersIn(round.places(), record.form.items.size());
    record.state = static_cast<RoundRecord::State>(round.state());
    record.lease = round.lease();
    if (round.day() > 0) {
        record.day = round.day();
    }
    if (const auto stream = StreamId::from(round.stream())) {
        record.sent = ChangeId{*stream, {Incarnation{round.inc()}, round.ctr()}};
    }
    return record;
}

Draft draftOf(const RoundRecord &record)
{
    Draft draft{record.id, kOwnKey, {}}; // no time of its own: each answer would show in it
    draft.content.set_url(record.form.url);
    draft.content.set_def(record.form.definition.str());
    local::v1::Round &round = *draft.content.mutable_round();
    round.set_version(record.form.version);
    for (const domain::RoundForm::Item &item : record.form.items) {
        local::v1::Round::Item *added = round.add_items();
        added->set_link_id(item.linkId);
        added->set_options(static_cast<std::uint32_t>(item.options));
    }
    auto answers = record.answers;
    std::sort(answers.begin(), answers.end());
    round.set_places(placesOf(answers, record.form.items.size()));
    round.set_state(static_cast<std::uint32_t>(record.state));
    round.set_lease(record.lease);
    round.set_day(record.day.value_or(0));
    if (record.sent) {
        round.set_stream(record.sent->stream.str());
        round.set_inc(static_cast<std::uint64_t>(record.sent->dot.inc));
        round.set_ctr(record.sent->dot.ctr);
    }
    return draft;
}

} // namespace

Result<std::vector<RoundRecord>> RoundRecords::all()
{
    const auto drafts = m_drafts.inStreams({kOwnKey});
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    std::vector<RoundRecord> out;
    for (const Draft &draft : *drafts) {
        if (auto record = recordOf(draft)) {
            out.push_back(std::move(*record));
        }
    }
    return out;
}

Status RoundRecords::put(const RoundRecord &record)
{
    return m_drafts.put(draftOf(record));
}

Status RoundRecords::box(RoundRecord record, const StreamId &stream, const seal::BoxPublic &to)
{
    const auto round = domain::tallied(EntityId{record.id.data}, record.form, record.answers, record.day);
    return m_store.write([&]() -> Status {
        const auto dot = m_writer.writeBoxed(stream, {domain::writeRoundBox(round)}, to);
        if (!dot) {
            return tl::unexpected(dot.error());
        }
        record.sent = ChangeId{stream, static_cast<const Dot &>(*dot)};
        return put(record);
    });
}

Status RoundRecords::handOver()
{
    const auto key = m_authority.key();
    const auto stream = m_home.model().stream(StreamKind::Audit);
    const auto records = all();
    if (!records || !key || !stream) {
        return records ? Status() : tl::unexpected(records.error());
    }
    for (const RoundRecord &record : *records) {
        if (record.state != RoundRecord::State::Closed || record.sent) {
            continue;
        }
        const auto to = seal::boxKeyOf(*key);
        const Status done = to ? box(record, *stream, *to) : Status();
        if (!done && done.error().code() != Errc::StoreFull) {
            return done;
        }
    }
    return {};
}

Status RoundRecords::markUnsent(const ChangeId &by)
{
    const auto records = all();
    if (!records) {
        return tl::unexpected(records.error());
    }
    for (RoundRecord record : *records) {
        if (record.sent == by) {
            record.sent.reset();
            TRIVSEL_TRY(put(record));
        }
    }
    return {};
}

Status RoundRecords::dropSafe()
{
    const auto records = all();
    if (!records) {
        return tl::unexpected(records.error());
    }
    for (const RoundRecord &record : *records) {
        const auto state =
            record.sent ? m_outbox.stateOf(*record.sent) : Result<std::optional<Outbox::State>>(std::nullopt);
        if (!state) {
            return tl::unexpected(state.error());
        }
        if (*state == Outbox::State::Safe) {
            TRIVSEL_TRY(m_drafts.remove(record.id));
        }
    }
    return {};
}

} // namespace trivsel::engine

#include "sync-server/rounds.h"

#include "proto/domain/home_fields.h"
#include "proto/domain/rounds.h"
#include "proto/seal/boxed_change.h"

#include <algorithm>
#include <charconv>

namespace trivsel::server {
namespace {

constexpr std::string_view kRefusedMeta = "rounds.refused";

struct Boxes
{
    std::vector<domain::ClosedRound> rounds; // in the order in which they came
    std::size_t refused = 0;
};

/** Where people answer without names. A tablet that was blocked since was one, too. */
Result<bool> isFromSharedTablet(HomeStore &store, const seal::SealedChange &change)
{
    const auto proofs =
        store.journal().proofsFor(change.stream, {change.dot.inc, change.dot.ctr, change.dot.ctr});
    if (!proofs) {
        return tl::unexpected(proofs.error());
    }
    return std::any_of(proofs->begin(), proofs->end(), [&](const wire::v1::Proof &proof) {
        const auto id = DeviceId::from(proof.device());
        const domain::Device *device = id ? store.model().device(*id) : nullptr;
        return device != nullptr && device->kind == domain::DeviceKind::Shared;
    });
}

Status addRounds(HomeStore &store, const seal::SealedChange &change, const seal::BoxSecret &secret,
                 Boxes &out)
{
    const auto content = seal::readBoxed(change, secret);
    if (!content) {
        return {}; // the audit tells of it
    }
    for (const wire::v1::Op &op : content->ops()) {
        if (!domain::isRoundBox(op)) {
            continue;
        }
        auto round = domain::readRoundBox(op);
        const auto shared = isFromSharedTablet(store, change);
        if (!shared) {
            return tl::unexpected(shared.error());
        }
        if (round && *shared) {
            out.rounds.push_back(std::move(*round));
        } else {
            ++out.refused;
        }
    }
    return {};
}

Result<Boxes> readBoxes(HomeStore &store, const StreamId &stream)
{
    const seal::BoxSecret secret = seal::boxKeyOf(store.server().identity);
    Boxes out;
    Status added;
    TRIVSEL_TRY(store.journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
        if (!stored.change.gone && stored.change.key == seal::kBoxedKey) {
            added = addRounds(store, stored.change, secret, out);
        }
        return added.has_value();
    }));
    return added ? Result<Boxes>(std::move(out)) : tl::unexpected(added.error());
}

std::optional<StreamId> houses(const domain::HomeModel &home, StreamKind kind)
{
    const auto stream = home.stream(kind);
    return stream && !home.isErased(*stream) ? stream : std::nullopt;
}

/** True: it was new. One Office for each, so that each is a change of its own. */
Result<bool> writeOne(HomeStore &store, const Office::Ports &ports, const domain::ClosedRound &round)
{
    auto office = Office::begin(store, ports);
    if (!office) {
        return tl::unexpected(office.error());
    }
    const auto group = houses(office->home(), StreamKind::Group);
    const auto insight = houses(office->home(), StreamKind::Insight);
    if (!group || !insight) {
        return false;
    }
    const auto known = office->now(*group);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (!(*known)->view(round.id, domain::field::kRound).versions.empty()) {
        return false; // a box that came twice, or the job ran before
    }
    auto ops = domain::writeClosedRound(round, **known);
    const auto results = office->now(*insight);
    if (!results) {
        return tl::unexpected(results.error());
    }
    office->write(*group, std::move(ops));
    office->write(*insight, domain::writeRoundResult(domain::resultOf(round), **results));
    const Status done = office->commit();
    return done ? Result<bool>(true) : tl::unexpected(done.error());
}

Status keepRefused(HomeStore &store, std::size_t refused)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(store.journal().setMeta(kRefusedMeta, std::to_string(refused)));
    return transaction->commit();
}

} // namespace

Result<RoundsSettled> settleRounds(HomeStore &store, const Office::Ports &ports)
{
    const auto stream = houses(store.model(), StreamKind::Audit);
    const auto boxes = stream ? readBoxes(store, *stream) : Result<Boxes>(Boxes());
    if (!boxes) {
        return tl::unexpected(boxes.error());
    }
    RoundsSettled out;
    out.refused = boxes->refused;
    for (const domain::ClosedRound &round : boxes->rounds) {
        const auto written = writeOne(store, ports, round);
        if (!written) {
            return tl::unexpected(written.error());
        }
        out.written += *written ? 1 : 0;
    }
    const Status kept = out.refused == roundsRefused(store) ? Status() : keepRefused(store, out.refused);
    return kept ? Result<RoundsSettled>(out) : tl::unexpected(kept.error());
}

std::size_t roundsRefused(HomeStore &store)
{
    const auto text = store.journal().meta(kRefusedMeta);
    std::size_t refused = 0;
    if (text && *text) {
        std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), refused);
    }
    return refused;
}

} // namespace trivsel::server

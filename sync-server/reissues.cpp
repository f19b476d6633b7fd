#include "sync-server/reissues.h"

#include <algorithm>
#include <charconv>

namespace trivsel::server {
namespace {

std::string keyOf(const seal::SealedChange &change)
{
    return "reissued." + toHex(change.hash.view());
}

std::string signerKey(std::string_view hash)
{
    return "held-signer." + toHex(viewOf(hash));
}

std::string placeKey(const ChangeId &id)
{
    return "reissued-place." + toHex(viewOf(id.stream.str())) + "." +
           std::to_string(static_cast<std::uint64_t>(id.dot.inc)) + "." + std::to_string(id.dot.ctr);
}

std::optional<Dot> dotOf(std::string_view text)
{
    std::uint64_t inc = 0;
    std::uint64_t ctr = 0;
    const char *const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, inc);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '.') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, end, ctr);
    return second.ec == std::errc() && second.ptr == end ? std::optional(Dot{Incarnation{inc}, ctr})
                                                         : std::nullopt;
}

} // namespace

Status decideReissue(journal::Journal &journal, const seal::SealedChange &change)
{
    return journal.setMeta(keyOf(change), "1");
}

Status noteSigner(journal::Journal &journal, const seal::SealedChange &change, const DeviceId &signer)
{
    const auto known = journal.meta(signerKey(change.hash.str()));
    if (!known || *known) { // the first: who offers it after that has it from there
        return known ? Status() : tl::unexpected(known.error());
    }
    return journal.setMeta(signerKey(change.hash.str()), toHex(signer.view()));
}

Result<std::optional<DeviceId>> signerOfReissued(journal::Journal &journal, const wire::v1::Change &anew)
{
    const auto known = anew.has_reissued() ? journal.meta(signerKey(anew.reissued().hash()))
                                           : Result<std::optional<std::string>>(std::nullopt);
    if (!known) {
        return tl::unexpected(known.error());
    }
    const auto raw = *known ? fromHex(**known) : std::nullopt;
    return raw ? DeviceId::from(*raw) : std::nullopt;
}

Status noteReissue(journal::Journal &journal, const ChangeId &id, const Dot &anew)
{
    return journal.setMeta(placeKey(id), std::to_string(static_cast<std::uint64_t>(anew.inc)) + "." +
                                             std::to_string(anew.ctr));
}

Result<bool> isReissued(journal::Journal &journal, const seal::SealedChange &change)
{
    const auto known = journal.meta(keyOf(change));
    return known ? Result<bool>(known->has_value()) : tl::unexpected(known.error());
}

Result<std::vector<std::pair<Dot, Dot>>> reissuesOf(journal::Journal &journal, const StreamId &stream,
                                                    const std::vector<journal::Range> &ranges)
{
    std::vector<std::pair<Dot, Dot>> out;
    std::uint64_t left = kReissuesLookedAt;
    for (const journal::Range &range : ranges) {
        for (std::uint64_t ctr = range.first; left > 0 && ctr <= range.last; ++ctr, --left) {
            const Dot dot{range.inc, ctr};
            const auto anew = journal.meta(placeKey({stream, dot}));
            if (!anew) {
                return tl::unexpected(anew.error());
            }
            const auto where = *anew ? dotOf(**anew) : std::nullopt;
            if (where) {
                out.emplace_back(dot, *where);
            }
        }
    }
    return out;
}

} // namespace trivsel::server

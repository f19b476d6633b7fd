#include "proto/seal/reissue.h"

namespace trivsel::seal {

wire::v1::Change saidAnew(wire::v1::Change content, const SealedChange &of)
{
    wire::v1::Reissued was;
    was.set_inc(static_cast<std::uint64_t>(of.dot.inc));
    was.set_ctr(of.dot.ctr);
    was.set_hash(of.hash.str());
    *content.mutable_reissued() = was; // one place: the last
    if (!encodeChange(content)) {
        content.clear_reissued(); // as long as a change may be: the words count, not where they stood
    }
    return content;
}

wire::v1::Change reissueOf(wire::v1::Change content, const SealedChange &of, const HomeId &home)
{
    if (content.enterer() == home.str()) {
        content.clear_enterer();
    }
    return saidAnew(std::move(content), of);
}

bool isReissueOf(const wire::v1::Change &anew, const SealedChange &original, const wire::v1::Change &content,
                 const HomeId &home)
{
    return anew.has_reissued() && !original.gone && anew.reissued().hash() == original.hash.str() &&
           anew.SerializeAsString() == reissueOf(content, original, home).SerializeAsString();
}

std::optional<Dot> reissuedDot(const wire::v1::Change &anew)
{
    const wire::v1::Reissued &was = anew.reissued();
    return anew.has_reissued() && was.inc() != 0 && was.ctr() != 0
               ? std::optional(Dot{Incarnation{was.inc()}, was.ctr()})
               : std::nullopt;
}

} // namespace trivsel::seal

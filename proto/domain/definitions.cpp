#include "proto/base/limits.h"
#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/home_model.h"
#include "proto/seal/keys.h"

namespace trivsel::domain {
namespace {

/** A definition may be larger than a change may: each op holds a piece, and the caller may split the ops. */
constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

std::string pieceField(std::size_t index)
{
    std::string number = std::to_string(index);
    number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
    return std::string(field::kDefinition) + '/' + number;
}

} // namespace

Ops writeDefinition(const DefinitionHash &hash, std::string_view bytes, const merge::Fold &now)
{
    if (bytes.empty() || bytes.size() > limits::kCatalogueFileBytesMax || readDefinition(hash, now)) {
        return {};
    }
    RecordWriter writer(EntityId{hash.data}, now);
    for (std::size_t at = 0; at < bytes.size(); at += kPieceBytes) {
        writer.ref(pieceField(at / kPieceBytes), bytes.substr(at, kPieceBytes));
    }
    writer.num(field::kDefinition, static_cast<std::int64_t>(bytes.size()));
    return writer.take();
}

std::optional<std::string> readDefinition(const DefinitionHash &hash, const merge::Fold &fold)
{
    const EntityId entity{hash.data};
    const std::int64_t size = numOf(fold.view(entity, field::kDefinition));
    if (size <= 0 || static_cast<std::uint64_t>(size) > limits::kCatalogueFileBytesMax) {
        return std::nullopt;
    }
    const auto bytes = static_cast<std::size_t>(size);
    std::string out;
    for (std::size_t at = 0; at < bytes; at += kPieceBytes) {
        out += refOf(fold.view(entity, pieceField(at / kPieceBytes)));
    }
    return out.size() == bytes && seal::hashDefinition(out) == hash ? std::optional(out) : std::nullopt;
}

} // namespace trivsel::domain

#include "proto/domain/given.h"

#include "proto/domain/forms.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/remove_item.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

using wire::v1::Parts;

bool isShown(StreamKind kind)
{
    return kind == StreamKind::Own || kind == StreamKind::Chosen || kind == StreamKind::Team;
}

/** What the copies say, oldest first; only those that the answer's author made. */
std::vector<Parts> copiesOf(const EntityId &answer, const merge::Fold &fold, const PersonId &author)
{
    std::vector<Parts> copies;
    for (const merge::Version &version : fold.view(answer, field::kGiven).versions) {
        if (version.author == author && version.enteredByAuthor()) {
            copies.push_back(version.op.parts());
        }
    }
    return copies;
}

} // namespace

std::optional<Given> readGiven(const EntityId &answer, const merge::Fold &fold)
{
    const auto view = fold.view(answer, kResponseField);
    if (view.versions.empty() || !view.versions.back().op.has_response() || isWithdrawn(answer, fold)) {
        return std::nullopt;
    }
    const merge::Version &newest = view.versions.back();
    Given given{newest,         newest.enterer, correctedMs(newest), clockDoubtful(newest),
                newest.lamport, newest.dot};
    const auto copies = copiesOf(answer, fold, newest.author);
    for (const Parts &copy : copies) {
        const auto from = static_cast<StreamKind>(numPart(copy, "from"));
        if (isShown(from) &&
            std::find(given.copiedFrom.begin(), given.copiedFrom.end(), from) == given.copiedFrom.end()) {
            given.copiedFrom.push_back(from);
        }
    }
    if (!copies.empty()) {
        const Parts &copy = copies.front(); // all were made of the same answer
        given.enterer = PersonId::from(refPart(copy, "enterer")).value_or(given.enterer);
        given.atMs = numPart(copy, "at");
        given.clockDoubtful = numPart(copy, "doubtful") != 0;
        given.lamport = static_cast<std::uint64_t>(numPart(copy, "lamport"));
        given.dot = {Incarnation{static_cast<std::uint64_t>(numPart(copy, "inc"))},
                     static_cast<std::uint64_t>(numPart(copy, "ctr"))};
    }
    return given;
}

Ops writeCopy(const EntityId &answer, const Given &given, StreamKind from)
{
    wire::v1::Op words;
    words.set_entity(answer.str());
    words.set_field(kResponseField);
    words.set_policy(wire::v1::KEEP_BOTH);
    words.set_voice(wire::v1::VOICE_RESIDENT);
    *words.mutable_response() = given.version.op.response();

    wire::v1::Op when;
    when.set_entity(answer.str());
    when.set_field(field::kGiven);
    when.set_policy(wire::v1::KEEP_BOTH);
    when.set_voice(wire::v1::VOICE_RESIDENT);
    Parts &parts = *when.mutable_parts();
    addRef(parts, "enterer", given.enterer.str());
    addNum(parts, "at", given.atMs);
    addNum(parts, "doubtful", given.clockDoubtful ? 1 : 0);
    addNum(parts, "lamport", static_cast<std::int64_t>(given.lamport));
    addNum(parts, "inc", static_cast<std::int64_t>(static_cast<std::uint64_t>(given.dot.inc)));
    addNum(parts, "ctr", static_cast<std::int64_t>(given.dot.ctr));
    addNum(parts, "from", static_cast<std::int64_t>(from));
    return {std::move(words), std::move(when)};
}

} // namespace trivsel::domain

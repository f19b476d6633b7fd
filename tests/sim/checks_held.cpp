// What may lie on a device at the end, and what of the other resident must.
#include "proto/journal/key_store.h"
#include "tests/sim/checks.h"
#include "tests/support/must.h"

#include <algorithm>

namespace trivsel::sim {

using test::must;

void Checks::holdsNoMore(SimTablet &tablet, const std::string &name, const domain::Device &device,
                         bool drafts) const
{
    journal::OpenOptions options;
    options.vfs = home.disk.name();
    const auto keys = must(journal::KeyDb::open(tablet.dir() / "keys.db", home.wrapKey, options, {}));
    for (const server::StreamState &theirs : streams) {
        const StreamId &stream = theirs.stream;
        if (stream.kind == StreamKind::Home || server.mayHoldNow(device, stream)) {
            continue;
        }
        const auto newest = server.keyVersion(stream);
        const auto right = server.model().streamInfo(stream);
        const bool lost = right != nullptr && !server.hasRight(device, *right);
        if (lost && newest != 0 && keys.key(stream, newest)) {
            fail(name + " has the newest key of " + nameOf(stream.kind) + ", to which it has no right");
        }
        if (!device.blocked && !drafts && keys.newest(stream) != 0) {
            fail(name + " still has a key of " + nameOf(stream.kind) + ", which was taken off it");
        }
    }
    if (device.blocked) {
        return; // it was told nothing
    }
    const bool mayRead = server.mayHoldNow(device, home.team);
    const Who reader = tablet.seat().where == Where::Phone ? home.bo : home.mette;
    if (!mayRead && tablet->openPlan(home.sofie.person, reader, kPlan)) {
        fail(name + " shows what it may not hold");
    }
    const auto waits = tablet->sync();
    const bool kept = drafts || waits.notSafe > 0 || waits.heldAtOffice > 0 || waits.onlyHere > 0;
    for (const auto &state : must(tablet->state())) {
        const bool may = state.stream.kind == StreamKind::Audit || server.isErased(state.stream) ||
                         server.mayHoldNow(device, state.stream);
        if (!may && state.changes > 0 && !kept) {
            fail(name + " still has the sealed rows of " + nameOf(state.stream.kind) +
                 ", which was taken off it");
        }
    }
}

void Checks::neighbours(bool erased) const
{
    if (erased) {
        return; // World::checkErased
    }
    const merge::Fold &documents = fold(home.karlsTeam);
    for (const Neighbour &one : story.neighbours) {
        const auto history = documents.history(EntityId{one.id.data}, "response");
        const bool there = std::any_of(history.begin(), history.end(), [&](const merge::Version &version) {
            const auto &answers = version.op.response().answers();
            return std::any_of(answers.begin(), answers.end(),
                               [&](const auto &answer) { return answer.text() == one.text; });
        });
        if (!one.text.empty() && !there && !one.saved.mayBeGone) {
            fail("the neighbour's answer was saved on tablet " + std::to_string(one.saved.tablet) +
                 " and is lost");
        }
    }
}

} // namespace trivsel::sim

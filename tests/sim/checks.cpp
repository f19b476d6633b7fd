#include "tests/sim/checks.h"

#include "app/engine/sheet.h"
#include "proto/journal/key_store.h"
#include "proto/seal/reissue.h"
#include "sync-server/erase_home.h"
#include "tests/sim/later_program.h"
#include "tests/sim/people.h"
#include "tests/support/must.h"

#include <algorithm>

namespace trivsel::sim {

using merge::RegisterState;
using test::must;

namespace {

std::string describe(const ChangeId &id)
{
    return std::string(nameOf(id.stream.kind)) + " " +
           toHex(viewOf(std::string(reinterpret_cast<const char *>(&id.dot.inc), sizeof id.dot.inc))) + "/" +
           std::to_string(id.dot.ctr);
}

std::map<Dot, Hash256> contents(journal::Journal &journal, const StreamId &stream)
{
    std::map<Dot, Hash256> out;
    must(journal.readStream(stream, 0, [&](journal::StoredChange &&stored) {
        out[stored.change.dot] = stored.change.hash;
        return true;
    }));
    return out;
}

std::set<std::pair<ChangeId, Hash256>> aside(journal::Journal &journal)
{
    std::set<std::pair<ChangeId, Hash256>> out;
    for (const journal::Quarantined &each : must(journal.quarantined())) {
        out.emplace(each.change.id(), each.change.hash);
    }
    return out;
}

} // namespace

const merge::Fold &Checks::fold(const StreamId &stream) const
{
    return *must(server.folds().upToDate(stream));
}

// --- The same everywhere ---

void Checks::sameAs(engine::Engine &tablet, const std::string &name, const std::filesystem::path &dir,
                    const domain::Device &device) const
{
    const auto own = tablet.state();
    if (!own) {
        fail(name + ": its state can't be read: " + own.error().detail());
        return;
    }
    std::map<StreamId, engine::Engine::StreamState> here;
    for (const auto &state : *own) {
        here[state.stream] = state;
    }
    for (const server::StreamState &theirs : streams) {
        const auto mine = here.find(theirs.stream);
        if (!server.mayHoldNow(device, theirs.stream)) {
            here.erase(theirs.stream); // holdsNoMore() looks at it
            continue;
        }
        if (mine == here.end()) {
            if (theirs.changes > 0) {
                fail(name + " lacks the stream " + nameOf(theirs.stream.kind));
            }
            continue;
        }
        if (mine->second.setHash != theirs.setHash) {
            explain(theirs.stream, name, dir);
        } else if (mine->second.fold != theirs.fold || mine->second.changes != theirs.changes) {
            fail(name + " shows something else than the server in " + nameOf(theirs.stream.kind) +
                 " with the same changes");
            noteKeys(theirs.stream, dir);
        }
        here.erase(mine);
    }
    for (const auto &[stream, state] : here) {
        if (stream.kind == StreamKind::Audit || server.isErased(stream)) {
            continue; // boxes that it can't open itself; empty places of what was held when it was erased
        }
        fail(name + " holds the stream " + nameOf(stream.kind) + " and the server does not");
    }
    if (tablet.hasSomethingToSend()) {
        fail(name + " still has something to send");
    }
    const bool everything = device.kind == domain::DeviceKind::Shared || !device.owner;
    // What a blocked tablet handed in of an erased stream is not kept, and it is not told so.
    const bool erased = std::any_of(streams.begin(), streams.end(), [this](const server::StreamState &state) {
        return server.isErased(state.stream);
    });
    if (!shared && everything && !erased && tablet.sync().heldAtOffice > 0) {
        fail(name + " has something that waits at the office");
    }
}

/** Which versions of a key are here and there, for --trace. */
void Checks::noteKeys(const StreamId &stream, const std::filesystem::path &dir) const
{
    journal::OpenOptions options;
    options.vfs = home.disk.name();
    const auto keys = must(journal::KeyDb::open(dir / "keys.db", home.wrapKey, options, {}));
    const auto say = [&](const std::string &where, const journal::KeyDb &db) {
        std::string line = "  keys " + where + ":";
        for (const std::uint32_t version : db.versions(stream, db.newest(stream))) {
            line += " " + std::to_string(version);
        }
        note(line);
    };
    say("there", keys);
    say("at the server", server.keys());
}

/** The sets differ: lawful only where one id names two contents, and then both are kept at both places. */
void Checks::explain(const StreamId &stream, const std::string &name, const std::filesystem::path &dir) const
{
    journal::OpenOptions options;
    options.vfs = home.disk.name();
    auto journal = must(journal::Journal::open(dir / "tablet.db", options));
    const auto here = contents(journal, stream);
    const auto there = contents(server.journal(), stream);
    const auto asideHere = aside(journal);
    const auto asideThere = aside(server.journal());
    std::size_t twice = 0;
    for (const auto &[dot, hash] : here) {
        const ChangeId id{stream, dot};
        const auto other = there.find(dot);
        if (other == there.end() && shared && (setBack || asideThere.contains({id, hash}))) {
            ++twice; // behind such an id: the server holds it, and it is written again
        } else if (other == there.end()) {
            fail(name + " has " + describe(id) + " and the server does not");
        } else if (other->second != hash) {
            ++twice;
            onCollision();
            if (!shared) {
                fail("one id names two contents: " + describe(id) + " on " + name + " and on the server");
            }
            if (!setBack && !asideThere.contains({id, hash})) {
                fail("one id names two contents and the server did not keep both: " + describe(id));
            }
            if (!asideHere.contains({id, other->second})) {
                fail("one id names two contents and " + name + " did not keep both: " + describe(id));
            }
        }
    }
    for (const auto &[dot, hash] : there) {
        if (!here.contains(dot)) {
            fail("the server has " + describe({stream, dot}) + " and " + name + " does not");
        }
    }
    if (twice == 0) {
        fail(name + ": the set hash of " + nameOf(stream.kind) + " is not that of its changes");
    }
}

void Checks::quarantine() const
{
    for (const journal::Quarantined &each : must(server.journal().quarantined())) {
        if (shared) {
            if (each.reason == wire::v1::ID_COLLISION) {
                onCollision();
            }
            continue;
        }
        fail("put into quarantine without a reason (" + std::to_string(each.reason) +
             "): " + describe(each.change.id()));
    }
}

void Checks::promises(unsigned generation) const
{
    const auto kept = aside(server.journal());
    // A copy that ran beside may have handed in its own under the same id since the office was set back; that
    // the words are there all the same is seen in the field and in the answers.
    const auto look = [&](const Promise &promise, const std::string &what, bool byWords) {
        const auto stored = must(server.journal().find(promise.id));
        const bool other = stored && promise.hash && stored->change.hash != *promise.hash;
        const bool both = other && kept.contains({promise.id, *promise.hash});
        const bool ordered = server::isGoneByOrder(server, promise.id) || story.skipped.contains(promise.id);
        const bool emptied = stored && stored->change.gone && !ordered;
        if (!stored || emptied || (other && !both && !byWords)) {
            fail("tablet " + std::to_string(promise.tablet) + " was told that " + describe(promise.id) +
                 " is " + what + (stored ? ", and the server has something else there" : ", and it is gone"));
        }
    };
    for (const Promise &promise : ledger.allDurable()) {
        if (promise.generation == generation) {
            look(promise, "durable", false);
        }
    }
    for (const Promise &promise : ledger.allSafe()) {
        if (pastSafety(promise.tablet)) {
            continue;
        }
        look(promise, "safe", shared);
    }
}

// --- What people wrote ---

/** Everything that was ever written in the field, as it is in the office now. */
void Checks::noteHistory(const std::string &name) const
{
    const auto nameOfDot = [](std::uint64_t inc, std::uint64_t ctr) {
        return toHex(viewOf(std::string(reinterpret_cast<const char *>(&inc), sizeof inc))) + "/" +
               std::to_string(ctr);
    };
    for (const merge::Version &version : fold(home.team).history(story.plan, name)) {
        std::string line = "  " + nameOfDot(static_cast<std::uint64_t>(version.dot.inc), version.dot.ctr) +
                           " lamport " + std::to_string(version.lamport) + " \"" + version.op.text() +
                           "\" resolution " + std::to_string(version.op.resolution()) + " saw";
        for (const wire::v1::Dot &seen : version.op.seen()) {
            line += " " + nameOfDot(seen.inc(), seen.ctr()) +
                    (seen.hash() == 0 ? "" : "=" + std::to_string(seen.hash() % 1000));
        }
        note(line);
    }
}

void Checks::plan() const
{
    for (const std::string &name : kFields) {
        field(name);
    }
}

void Checks::field(const std::string &name) const
{
    const merge::Fold &documents = fold(home.team);
    const auto history = documents.history(story.plan, name);
    for (const Edit &edit : story.edits) {
        // Under its own id, or under one that nobody was told: then it was written again. The same words
        // under an id that somebody else was told are theirs: a draft that is saved once more after a tablet
        // was set back, or on a copy of it.
        const bool found = edit.field == name &&
                           std::any_of(history.begin(), history.end(), [&](const merge::Version &version) {
                               const auto writers = story.writersOf(name, version);
                               return std::any_of(writers.begin(), writers.end(), [&](std::size_t writer) {
                                   return &story.edits[writer] == &edit;
                               });
                           });
        if (edit.field == name && !found && !edit.saved.mayBeGone) {
            fail("saved on tablet " + std::to_string(edit.saved.tablet) + " and lost: " + name + " \"" +
                 edit.text + "\"");
        }
    }
    // Which versions stand, by what was on the screens of those whose words are here now: a version is
    // replaced only by somebody who was shown these words under this id, or where they stood before.
    const auto formerDot = [&](const merge::Version &version) -> std::optional<Dot> {
        const auto stored = must(server.journal().find({home.team, version.dot}));
        const auto key = stored ? server.keys().key(home.team, stored->change.key) : std::nullopt;
        if (!key) {
            return std::nullopt;
        }
        const auto content = seal::readChange(stored->change, *key);
        return content ? seal::reissuedDot(*content) : std::nullopt;
    };
    const auto replaced = [&](const merge::Version &version, const Edit &earlier) {
        const ShownVersion itself{version.dot, version.op.resolution(), version.op.text()};
        ShownVersion before = itself;
        before.dot = formerDot(version).value_or(version.dot);
        const bool own = isInside(name) && earlier.author == earlier.enterer;
        return std::any_of(history.begin(), history.end(), [&](const merge::Version &by) {
            const auto writers = story.writersOf(name, by);
            return std::any_of(writers.begin(), writers.end(), [&](std::size_t writer) {
                const Edit &later = story.edits[writer];
                const bool saw = later.seen.contains(itself) || later.seen.contains(before);
                return saw && !later.isMarker() && (!own || later.enterer == earlier.author);
            });
        });
    };
    std::set<std::string> expected;
    std::vector<const Edit *> standing;
    for (const merge::Version &version : history) {
        const auto writers = story.writersOf(name, version);
        if (writers.empty()) {
            fail("a version of " + name + " that nobody wrote: " + version.op.text());
            continue;
        }
        const Edit &written = story.edits[writers.front()]; // they differ in what they saw at most
        if (!written.isMarker() && !replaced(version, written)) {
            expected.insert(written.text);
            standing.push_back(&written);
        }
    }
    const merge::RegisterView view = documents.view(story.plan, name);
    std::set<std::string> shown;
    for (const merge::Version &version : view.versions) {
        shown.insert(version.op.text());
    }
    for (const std::string &text : expected) {
        if (!shown.contains(text)) {
            fail("nobody who saw it replaced it, and it is not shown: " + name + " \"" + text + "\"");
            noteHistory(name);
        }
    }
    for (const std::string &text : shown) {
        if (!shared && !expected.contains(text)) {
            fail("was replaced by somebody who saw it, and is still shown: " + name + " \"" + text + "\"");
        }
    }
    if (view.state == RegisterState::Merged) {
        if (isInside(name)) {
            fail("a resident's words were merged in " + name);
        }
        for (const Edit *edit : standing) {
            if (view.mergedText.find(edit->addedWord) == std::string::npos) {
                fail("a word was lost in merging " + name + ": " + edit->addedWord);
            }
        }
    }
}

void Checks::answers() const
{
    // A copy of a tablet has the same sheets: it saves them under the same id once more.
    std::map<DraftId, std::vector<const Answer *>> byId;
    for (const Answer &answer : story.answers) {
        byId[answer.id].push_back(&answer);
    }
    for (const auto &[id, given] : byId) {
        for (const Answer *answer : given) {
            this->answer(*answer, given.size() == 1);
        }
    }
}

void Checks::answer(const Answer &answer, bool once) const
{
    const auto definition = home.catalogue->byUrl(kForm);
    const merge::Fold &documents = fold(answer.readers == StreamKind::Team ? home.team : home.chosen);
    const EntityId entity{answer.id.data};
    bool found = false;
    for (const merge::Version &version : documents.history(entity, "response")) {
        std::map<std::string, engine::Shown> given;
        for (const wire::v1::Answer &one : version.op.response().answers()) {
            given[one.link_id()] = engine::shownOf(one, definition->find(one.link_id()));
        }
        found = found || plain(given) == answer.answers;
    }
    if (!found && !answer.saved.mayBeGone) {
        fail("an answer was saved on tablet " + std::to_string(answer.saved.tablet) +
             " and is lost, or not as it was given");
    }
    if (!found || !once || shared) { // what is written again under a new id only stands beside
        return;
    }
    bool withdrawn = false;
    bool mayBeWithdrawn = false;
    for (const Withdrawal &withdrawal : story.withdrawals) {
        const bool its = withdrawal.answer == answer.id;
        withdrawn = withdrawn || (its && !withdrawal.saved.mayBeGone);
        mayBeWithdrawn = mayBeWithdrawn || its;
    }
    const bool removed = documents.itemState(entity) == merge::ItemState::Removed;
    if (removed ? !mayBeWithdrawn : withdrawn) {
        fail(removed ? "an answer is withdrawn that nobody withdrew"
                     : "an answer was withdrawn and is still shown");
    }
}

void Checks::foreign() const
{
    for (const Foreign &each : story.foreign) {
        const auto stored = must(server.journal().find(each.id));
        if (!stored && each.saved.mayBeGone) {
            continue;
        }
        if (!stored || (stored->change.hash != each.hash && !shared)) {
            fail("a later program's change is lost: " + describe(each.id));
        }
    }
}

// --- Lists, as a later program edits them ---

void Checks::items() const
{
    const merge::Fold &documents = fold(home.team);
    std::map<EntityId, std::vector<const ItemOp *>> ops; // that are here
    std::map<Dot, std::uint64_t> lamport;
    for (const ItemOp &op : story.itemOps) {
        const auto stored = must(server.journal().find({home.team, op.dot}));
        if (!stored) {
            if (!op.saved.mayBeGone) {
                fail("an edit of a list's item is lost: " + op.text);
            }
            continue;
        }
        lamport[op.dot] = stored->change.lamport;
        ops[op.item].push_back(&op);
    }
    if (shared) {
        return; // ids of items may have changed; that nothing is lost was looked at above
    }
    for (const auto &[item, own] : ops) {
        const auto replaced = [&own = own](const ItemOp &earlier) {
            return std::any_of(own.begin(), own.end(), [&](const ItemOp *later) {
                return later->kind == earlier.kind && later->seen.contains(earlier.dot);
            });
        };
        std::vector<const ItemOp *> removes;
        std::vector<const ItemOp *> texts;
        const ItemOp *rank = nullptr;
        for (const ItemOp *op : own) {
            if (replaced(*op)) {
                continue;
            }
            if (op->kind == ItemOp::Kind::Remove) {
                removes.push_back(op);
            } else if (op->kind == ItemOp::Kind::Text) {
                texts.push_back(op);
            } else if (!rank ||
                       std::pair(lamport[rank->dot], rank->dot) < std::pair(lamport[op->dot], op->dot)) {
                rank = op;
            }
        }
        const bool unseen = std::any_of(texts.begin(), texts.end(), [&](const ItemOp *text) {
            return std::none_of(removes.begin(), removes.end(),
                                [&](const ItemOp *remove) { return remove->seen.contains(text->dot); });
        });
        const auto expected = removes.empty() ? merge::ItemState::Live
                              : unseen        ? merge::ItemState::RemovedButEdited
                                              : merge::ItemState::Removed;
        if (documents.itemState(item) != expected) {
            fail("an item of a list is in state " +
                 std::to_string(static_cast<int>(documents.itemState(item))) + ", expected " +
                 std::to_string(static_cast<int>(expected)));
        }
        const auto place = documents.view(item, kItemRank);
        if (rank && (place.versions.size() != 1 || place.versions.front().op.rank() != rank->text)) {
            fail("an item of a list stands at another place than the newest said");
        }
    }
}

} // namespace trivsel::sim

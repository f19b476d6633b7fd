#pragma once

#include "proto/merge/fold.h"
#include "proto/merge/seen.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace trivsel::merge::test {

using wire::v1::KEEP_BOTH;
using wire::v1::MERGE_TEXT;
using wire::v1::ORDER;
using wire::v1::RESOLUTION_CHOOSE;
using wire::v1::RESOLUTION_KEEP_BOTH;
using wire::v1::RESOLUTION_REWRITE;
using wire::v1::RESOLUTION_TALK;
using wire::v1::ROLE_RESIDENT;
using wire::v1::ROLE_STAFF;
using wire::v1::SET;
using wire::v1::VOICE_RESIDENT;
using wire::v1::VOICE_STAFF;
using wire::v1::VOICE_UNSPECIFIED;

inline PersonId person(std::uint8_t n)
{
    PersonId id;
    id.data[0] = n;
    return id;
}
inline EntityId item(std::uint8_t n)
{
    EntityId id;
    id.data[15] = n;
    return id;
}

inline const PersonId kAnna = person(1); // the resident
inline const PersonId kMette = person(2);
inline const PersonId kAli = person(3);
inline const EntityId kItem = item(1);
inline const std::string kField = "det-hjaelper";

/** Writes one change, op by op: Note(tablet, counter, lamport).by(kMette).text("…").seen({…}). */
class Note
{
public:
    Note(std::uint64_t tablet, std::uint64_t counter, std::uint64_t lamport)
    {
        m_change.dot = {Incarnation{tablet}, counter};
        m_change.lamport = lamport;
        by(kMette);
    }

    Note &by(const PersonId &who) { return said(who, who); }
    /** `author`'s words, put in by `enterer`. */
    Note &said(const PersonId &author, const PersonId &enterer)
    {
        m_change.change.set_author(author.str());
        m_change.change.set_enterer(enterer.str());
        return *this;
    }
    Note &text(std::string value) { return start().set_text(std::move(value)), *this; }
    Note &num(std::int64_t value) { return start().set_num(value), *this; }
    Note &rank(std::string value) { return start().set_rank(std::move(value)), *this; }
    Note &remove(bool gone = true) { return start().set_remove(gone), *this; }
    Note &ext() { return start().set_ext("x"), *this; }
    Note &nothing() { return start(), *this; }

    // These say more of the op that was started last.
    Note &at(const EntityId &entity, std::string field)
    {
        last().set_entity(entity.str());
        last().set_field(std::move(field));
        return *this;
    }
    Note &field(std::string field) { return last().set_field(std::move(field)), *this; }
    Note &policy(Policy policy) { return last().set_policy(policy), *this; }
    Note &voice(Voice voice) { return last().set_voice(voice), *this; }
    Note &parent(const EntityId &entity) { return last().set_parent(entity.str()), *this; }
    Note &resolution(Resolution r) { return last().set_resolution(r), *this; }
    Note &seen(const std::vector<Dot> &dots)
    {
        for (const Dot &dot : dots) {
            *last().add_seen() = toWire({dot});
        }
        return *this;
    }
    Note &seenAs(const std::vector<Head> &heads) { return addSeen(last(), heads), *this; }
    /** Which change stands under the dot: Applied::hash. */
    Note &hash(std::uint64_t hash) { return m_change.hash = hash, *this; }

    [[nodiscard]] const Dot &dot() const { return m_change.dot; }
    operator const Applied &() const { return m_change; } // NOLINT: a note is a change
    Applied &change() { return m_change; }

private:
    wire::v1::Op &start()
    {
        wire::v1::Op *op = m_change.change.add_ops();
        op->set_entity(kItem.str());
        op->set_field(kField);
        op->set_policy(wire::v1::KEEP_BOTH);
        op->set_voice(wire::v1::VOICE_STAFF);
        return *op;
    }
    wire::v1::Op &last() { return *m_change.change.mutable_ops(m_change.change.ops_size() - 1); }

    Applied m_change;
};

inline Fold foldOf(const std::vector<Applied> &changes)
{
    Fold fold;
    for (const Applied &change : changes) {
        fold.add(change);
    }
    return fold;
}

inline std::vector<Dot> dots(const RegisterView &view)
{
    return {view.heads.begin(), view.heads.end()};
}

/** The shown versions' texts, oldest first. */
inline std::vector<std::string> texts(const RegisterView &view)
{
    std::vector<std::string> out;
    for (const Version &version : view.versions) {
        out.push_back(version.op.text());
    }
    return out;
}

using Texts = std::vector<std::string>;

} // namespace trivsel::merge::test

#pragma once

#include "change.pb.h"
#include "proto/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trivsel::merge {

using wire::v1::Policy;
using wire::v1::Resolution;
using wire::v1::Role;
using wire::v1::Voice;

/** A dot and which change stood under it: a copied tablet can write another one under the same dot. */
struct Head : Dot
{
    std::uint64_t hash = 0; // Applied::hash; 0 = not known

    /** False when both are known and it is not the same change. */
    [[nodiscard]] bool fits(const Head &other) const
    {
        return static_cast<const Dot &>(*this) == other &&
               (hash == 0 || other.hash == 0 || hash == other.hash);
    }
};

/** One op on one field, with what is known of who wrote it. `op` holds the value. */
struct Version
{
    Dot dot;
    std::uint64_t lamport = 0;
    PersonId author;
    PersonId enterer;
    Role role = Role::ROLE_UNSPECIFIED;
    std::int64_t wallMs = 0;
    std::int64_t offsetMs = 0;
    std::uint32_t clockQuality = 0;
    DefinitionHash def{};
    wire::v1::Op op;

    [[nodiscard]] bool enteredByAuthor() const { return author == enterer; }
};

enum class RegisterState {
    Empty,    // no readable head
    One,      // one value (heads that say the same are one)
    Merged,   // two values, put together by text merge; both originals are there
    Two,      // two or more values wait for a person
    Talk,     // … and people have said that they will take it up together
    KeptBoth, // a person decided that both stand
    Members,  // SET: every head is a member
};

/** What a field shows now. A value: valid until the fold changes. */
struct RegisterView
{
    RegisterState state = RegisterState::Empty;
    Policy policy = Policy::KEEP_BOTH; // the safest of the heads'
    Voice voice = Voice::VOICE_UNSPECIFIED;
    /** One per distinct value, oldest first by (lamport, inc, ctr). ORDER: exactly the winner. SET: the
     * members. */
    std::vector<Version> versions;
    /** Only when Merged. */
    std::string mergedText;
    /** Every head: what a form that is opened now must remember as `seen`. */
    std::vector<Head> heads;
    /** True when a head can't be read here: read-only, no resolve, no remove. */
    bool opaque = false;

    [[nodiscard]] bool waitsForPerson() const
    {
        return state == RegisterState::Two || state == RegisterState::Talk;
    }
};

} // namespace trivsel::merge

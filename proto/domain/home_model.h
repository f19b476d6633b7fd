#pragma once

#include "proto/base/bytes.h"
#include "proto/base/ids.h"
#include "proto/domain/conversation.h"
#include "proto/domain/shift_code.h"
#include "proto/merge/fold.h"
#include "proto/merge/register.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::domain {

using merge::Role;

enum class DeviceKind : std::uint8_t { Shared = 1, Staff = 2, Leader = 3 };

/** What the `home` stream says. Server tables are folds of it; a tablet reads the same. */
struct Device
{
    DeviceId id;
    std::string name;
    DeviceKind kind = DeviceKind::Shared;
    std::string signKey; // Ed25519 public key, 32 bytes
    std::string boxKey;  // X25519 public key, 32 bytes
    bool blocked = false;
    std::int64_t wipeMs = 0; // when the office told it to empty itself; 0 = never. Then it is blocked, too
    std::optional<PersonId> owner{}; // whose own device it is; nullopt: the house's
    std::int64_t goodUntilMs =
        0; // the office's word that it may read, whatever its certificate says; 0 = none
};

enum class CloseReason : std::uint8_t { Moved = 1, Died = 2, Ended = 3 };

/** They have left the home. Their words stay until they are erased. */
struct Closed
{
    CloseReason reason = CloseReason::Ended;
    std::int64_t atMs = 0;
};

struct Person
{
    PersonId id;
    Role role = Role::ROLE_UNSPECIFIED;
    std::string name; // staff only: a resident's name is in their profile stream
    bool active = true;
    std::string code = {};          // seal::PasscodeVerifier as bytes; empty: the office has given no code
    std::optional<Closed> closed{}; // a resident who does not live here any more
};

/** An order to erase a stream: final. The basis names the law, never the person: everybody's devices read it.
 */
struct Erasure
{
    Bytes<16, struct ErasureOrderTag> order{}; // the same for every stream of one order
    std::string basis;
    PersonId first;  // who ordered it
    PersonId second; // who agreed: somebody else
    std::int64_t atMs = 0;
    std::vector<Dot>
        escrow; // changes of `home` that held its keys and nothing else: their content is gone too
};

/** Nothing of the stream may be erased for now. */
struct Hold
{
    std::string why; // as Erasure::basis: no words about the person
    PersonId by;
    std::int64_t sinceMs = 0;
};

struct StreamInfo
{
    StreamId id;
    std::optional<PersonId> about; // the resident or staff member it belongs to
    std::optional<Erasure> erased{};
    std::optional<Hold> hold{};
    std::uint32_t key = 1; // newest version of its key that the home names: those in escrow
};

struct HelpLine
{
    EntityId id;
    std::string label; // "Vagten i huset"
    std::string phone; // may be empty
    std::string note;  // "hele døgnet"
    std::string rank;
};

struct HomeModel
{
    std::string name;
    bool demo = false;
    std::vector<Device> devices;
    std::vector<Person> people;         // sorted by id
    std::vector<StreamInfo> streams;    // sorted by id
    std::vector<HelpLine> help;         // in order
    HomeTalk fit;
    std::vector<ShiftCode> shiftCodes;  // newest last
    std::vector<EntityId> refusedCodes; // wishes for a code that the office did not take; sorted

    [[nodiscard]] const Device *device(const DeviceId &id) const;
    [[nodiscard]] const Person *person(const PersonId &id) const;
    [[nodiscard]] const StreamInfo *streamInfo(const StreamId &id) const;
    [[nodiscard]] bool isErased(const StreamId &id) const;
    [[nodiscard]] std::optional<StreamId> streamOf(const PersonId &person, StreamKind kind) const;
    [[nodiscard]] std::optional<StreamId> stream(StreamKind kind) const; // home, group, insight
};

[[nodiscard]] HomeModel readHome(const HomeId &home, const merge::Fold &fold);

/** *Skal vi spørge igen?*, for one form. Stands in logs as a number. */
enum class Asking { Yes = 1, SaysSo = 2 /* jeg siger selv til */, NoMore = 3 };

/** *Læs op*: whether it is offered, and how fast. Stands in logs as a number; what is unknown is Usual. */
enum class Aloud { Off = 0, Usual = 1, Slow = 2, Fast = 3 };

/** *Sådan vil jeg have det*: what a resident has said of how things are done with them. */
struct Ways
{
    static constexpr int kLettersMin = 85; // per cent of the usual size
    static constexpr int kLettersMax = 200;
    static constexpr int kCoverMinS = 60;
    static constexpr int kCoverMaxS = 600;
    static constexpr std::int64_t kAwayOpen = -1;

    wire::v1::Way answer = wire::v1::WAY_FACES; // WAY_FACES, WAY_WORDS or WAY_NUMBERS
    Aloud aloud = Aloud::Usual;
    int letters = 100;
    int coverAfterS = 120;                             // question pages, without touch; kCoverMinS–kCoverMaxS
    bool withoutTablet = false;                        // would rather talk, or write on paper
    std::int64_t awayUntilMs = 0;                      // 0 = here; kAwayOpen = nobody knows until when
    std::map<std::string, Asking, std::less<>> asking; // by formKey(); what is not named may be asked
    /** Who may read answers about well-being, unless the resident says otherwise of one: Own, Chosen or Team.
     * nullopt: asked each time. Never for anything else. */
    std::optional<StreamKind> readers{};

    [[nodiscard]] Asking askingFor(std::string_view url) const;
    [[nodiscard]] bool isAway(std::int64_t nowMs) const
    {
        return awayUntilMs == kAwayOpen || nowMs < awayUntilMs;
    }
    bool operator==(const Ways &) const = default;
};
/** The last part of a definition's url: what a form is called in Ways::asking. */
[[nodiscard]] std::string formKey(std::string_view url);

/** What a resident's `profile` stream says. */
struct Profile
{
    std::string name;             // first name; may be empty: a tile without a name
    std::string picture;          // id of a tile picture in assets/pictures
    int tint = 1;                 // 1–6
    std::vector<PersonId> chosen; // "dem jeg har valgt"
    std::vector<PersonId> team;   // "mit team"
    Ways ways{};
};
[[nodiscard]] Profile readProfile(const PersonId &resident, const merge::Fold &fold);

/**
 * Ops that write these records; the caller puts them into a Change, or into several. `seen` is filled from
 * the fold that is passed, and only what differs from it is written: read the record from the same fold,
 * change it, write it.
 */
[[nodiscard]] Ops writeHomeName(const HomeId &home, std::string_view name, bool demo, const merge::Fold &now);
[[nodiscard]] Ops writeDevice(const Device &device, const merge::Fold &now);
[[nodiscard]] Ops writePerson(const Person &person, const merge::Fold &now);
[[nodiscard]] Ops writeStream(const StreamInfo &stream, const merge::Fold &now);
/** What erases a stream; nothing takes it back. */
[[nodiscard]] Ops writeErasure(const StreamId &stream, const Erasure &erasure, const merge::Fold &now);
/** nullopt lifts it. */
[[nodiscard]] Ops writeHold(const StreamId &stream, const std::optional<Hold> &hold, const merge::Fold &now);
[[nodiscard]] Ops writeHelpLine(const HomeId &home, const HelpLine &line, const merge::Fold &now);
[[nodiscard]] Ops writeProfile(const PersonId &resident, const Profile &profile, const merge::Fold &now);
/**
 * A definition's bytes, kept for ever under their hash, in pieces of 64 KiB: one op each, so that a large one
 * can be spread over several changes. Empty when they are there already, or are none or more than a catalogue
 * file may have.
 */
[[nodiscard]] Ops writeDefinition(const DefinitionHash &hash, std::string_view bytes, const merge::Fold &now);
/** nullopt until every piece has arrived, and when they are not what the hash says. */
[[nodiscard]] std::optional<std::string> readDefinition(const DefinitionHash &hash, const merge::Fold &fold);

/** Streams that a device of this kind may hold at all; device_rights.h says which of them it may. */
[[nodiscard]] bool mayHold(DeviceKind device, StreamKind stream);

} // namespace trivsel::domain

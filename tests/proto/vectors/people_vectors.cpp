#include "tests/proto/vectors/people_vectors.h"

#include "proto/domain/code_wish.h"
#include "proto/seal/own_consent.h"

#include <boost/json.hpp>

namespace trivsel::vectors {

namespace {

namespace json = boost::json;
using namespace seal;

template <class B> B counting(unsigned from)
{
    B out;
    for (auto &b : out.data) {
        b = static_cast<std::uint8_t>(from++);
    }
    return out;
}

template <std::size_t N, class Tag> json::string hex(const Bytes<N, Tag> &bytes)
{
    return json::string(toHex(bytes.view()));
}

/** The box around it is `crypto_box_seal`, which draws a key of its own: `box_keys` and `boxed` show those.
 */
json::array codeWishes()
{
    json::array out;
    for (const char *digits : {"246810", "000007"}) {
        PasscodeVerifier chosen{{}, counting<PasscodeSalt>(0x51), {}};
        chosen.hash.data = counting<Hash256>(0x61).data;
        const domain::CodeWish wish{counting<HomeId>(0x01), counting<PersonId>(0x21),
                                    counting<EntityId>(0x31), digits, chosen};
        const std::string plain = domain::encodeCodeWish(wish);
        out.push_back({{"home", hex(wish.home)},
                       {"person", hex(wish.person)},
                       {"wish", hex(wish.id)},
                       {"in_use", digits},
                       {"passes", chosen.cost.passes},
                       {"kib", chosen.cost.memoryKib},
                       {"salt", hex(chosen.salt)},
                       {"hash", hex(Bytes<32, struct HashTag>{chosen.hash.data})},
                       {"plain", json::string(toHex(viewOf(plain)))}});
    }
    return out;
}

json::array ownTablets()
{
    const OwnPlace place{
        counting<HomeId>(0x01), counting<PersonId>(0x21), {StreamKind::Own, counting<EntityId>(0x41)}};
    const OwnKey key{kOwnKeyBit + 5, counting<StreamKey>(0x71)};
    json::array out;
    for (const bool yes : {true, false}) {
        const OwnConsent said{counting<DeviceId>(0x81), counting<BoxPublic>(0x91), yes, yes ? 1U : 300U};
        out.push_back({{"home", hex(place.home)},
                       {"person", hex(place.person)},
                       {"stream", json::string(toHex(viewOf(place.stream.str())))},
                       {"version", key.version},
                       {"key", hex(key.key)},
                       {"device", hex(said.device)},
                       {"box", hex(said.box)},
                       {"answer", yes ? 1 : 2},
                       {"number", said.number},
                       {"mac", hex(consentMac(key, place, said))}});
    }
    return out;
}

} // namespace

void addPeopleVectors(json::object &out)
{
    out["own_tablets"] = ownTablets();
    out["code_wishes"] = codeWishes();
}

} // namespace trivsel::vectors

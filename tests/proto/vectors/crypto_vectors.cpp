#include "tests/proto/vectors/crypto_vectors.h"

#include "proto/framing/frame.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/chain.h"
#include "proto/seal/own_key.h"
#include "session.pb.h"

#include <boost/json.hpp>
#include <vector>

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

Random fixed(const Nonce &nonce)
{
    return [nonce](std::span<std::uint8_t> out) {
        std::copy(nonce.data.begin(), nonce.data.end(), out.begin());
    };
}

json::string hex(std::string_view bytes)
{
    return json::string(toHex(viewOf(bytes)));
}
template <std::size_t N, class Tag> json::string hex(const Bytes<N, Tag> &bytes)
{
    return json::string(toHex(bytes.view()));
}
json::string decimal(std::uint64_t value)
{
    return json::string(std::to_string(value));
}

const StreamId kTeam{StreamKind::Team, counting<EntityId>(0x10)};
const StreamId kHome{StreamKind::Home, counting<EntityId>(0xA0)};

json::array ids()
{
    json::array out;
    for (std::uint8_t kind = 1; kind <= 10; ++kind) {
        const StreamId stream{static_cast<StreamKind>(kind), counting<EntityId>(kind)};
        out.push_back({{"kind", nameOf(stream.kind)},
                       {"number", kind},
                       {"bits", hex(stream.bits)},
                       {"stream", hex(stream.str())}});
    }
    return out;
}

json::array hashes()
{
    json::array out;
    for (const std::string_view bytes : {"", "trivsel", "æøå"}) {
        out.push_back({{"bytes", hex(bytes)},
                       {"hash256", hex(hash256(bytes))},
                       {"definition", hex(hashDefinition(bytes))}});
    }
    return out;
}

json::array singletons()
{
    json::array out;
    for (const std::string_view kind : {"trivselsplan", "tryghedsplan"}) {
        const auto person = counting<PersonId>(0x40);
        out.push_back({{"person", hex(person)}, {"kind", kind}, {"entity", hex(singleton(person, kind))}});
    }
    return out;
}

wire::v1::Header header(std::uint64_t inc, std::uint64_t ctr, std::uint64_t lamport)
{
    wire::v1::Header out;
    out.set_inc(inc);
    out.set_ctr(ctr);
    out.set_lamport(lamport);
    out.set_key(1);
    out.set_op_schema(1);
    return out;
}

std::string content(const std::string &text)
{
    wire::v1::Change change;
    change.set_author(counting<PersonId>(0x40).str());
    change.set_enterer(counting<PersonId>(0x50).str());
    change.set_role(wire::v1::ROLE_STAFF);
    change.set_wall_ms(1'760'000'000'000);
    change.set_offset_ms(-1500);
    wire::v1::Op *op = change.add_ops();
    op->set_entity(singleton(counting<PersonId>(0x40), "trivselsplan").str());
    op->set_field("udefra.gode-dage");
    op->set_policy(wire::v1::MERGE_TEXT);
    op->set_voice(wire::v1::VOICE_STAFF);
    op->set_text(text);
    return change.SerializeAsString();
}

SealedChange sealedAt(const StreamId &stream, std::uint64_t inc, std::uint64_t ctr, const std::string &text)
{
    const auto nonce = counting<Nonce>(static_cast<unsigned>(0x60 + ctr));
    return sealChange(stream, header(inc, ctr, ctr + 6), content(text), counting<StreamKey>(0x80),
                      fixed(nonce));
}

json::object sealVector(const SealedChange &change)
{
    const StreamKey key = counting<StreamKey>(0x80);
    wire::v1::Sealed message;
    toWire(change, &message);
    SealedChange gone = change;
    gone.gone = true;
    wire::v1::Sealed without;
    toWire(gone, &without);
    return {{"stream", hex(change.stream.str())},
            {"inc", decimal(static_cast<std::uint64_t>(change.dot.inc))},
            {"ctr", decimal(change.dot.ctr)},
            {"lamport", decimal(change.lamport)},
            {"key_version", change.key},
            {"op_schema", change.opSchema},
            {"key", hex(key)},
            {"header", hex(change.header)},
            {"nonce", hex(change.nonce)},
            {"plain", hex(openChange(change, key).value())},
            {"ct", hex(change.ct)},
            {"change_hash", hex(change.hash)},
            {"sealed", hex(message.SerializeAsString())},
            {"sealed_gone", hex(without.SerializeAsString())}};
}

std::vector<SealedChange> run()
{
    return {sealedAt(kTeam, 0x1122334455667788ULL, 1, "En god dag begynder med ro."),
            sealedAt(kTeam, 0x1122334455667788ULL, 2, "En god dag begynder med kaffe og ro."),
            sealedAt(kTeam, 0x1122334455667788ULL, 3, "")};
}

json::array seals()
{
    json::array out;
    for (const SealedChange &change : run()) {
        out.push_back(sealVector(change));
    }
    out.push_back(sealVector(sealedAt(kHome, 0xFFFFFFFFFFFFFFFFULL, 1, "Største tal")));
    return out;
}

json::array chain()
{
    json::array out;
    Hash256 head;
    for (const SealedChange &change : run()) {
        const Hash256 next = chainNext(head, change.hash);
        out.push_back({{"head", hex(head)}, {"change_hash", hex(change.hash)}, {"next", hex(next)}});
        head = next;
    }
    return out;
}

json::array log()
{
    json::array out;
    std::uint64_t position = 0;
    for (const SealedChange &change : run()) {
        const std::uint64_t next = logNext(position, change.stream, change.hash);
        out.push_back({{"log", decimal(position)},
                       {"stream", hex(change.stream.str())},
                       {"change_hash", hex(change.hash)},
                       {"next", decimal(next)}});
        position = next;
    }
    return out;
}

json::array sets()
{
    json::array out;
    SetHash sum;
    json::array members;
    const auto snapshot = [&] { out.push_back({{"members", members}, {"set_hash", hex(sum.value())}}); };
    snapshot();
    for (const SealedChange &change : run()) {
        sum.add(change.id(), change.hash);
        members.push_back({{"stream", hex(change.stream.str())},
                           {"inc", decimal(static_cast<std::uint64_t>(change.dot.inc))},
                           {"ctr", decimal(change.dot.ctr)},
                           {"change_hash", hex(change.hash)}});
        snapshot();
    }
    return out;
}

json::object proofVector(const Hash256 &prevHead, std::span<const SealedChange> changes)
{
    const auto secret = counting<SignSecret>(0x20);
    const wire::v1::Proof proof = prove(counting<DeviceId>(0x30), secret, prevHead, changes);
    json::array hashes;
    for (const SealedChange &change : changes) {
        hashes.push_back(hex(change.hash));
    }
    return {{"secret", hex(secret)},
            {"public", hex(publicOf(secret))},
            {"stream", hex(proof.stream())},
            {"inc", decimal(proof.inc())},
            {"first", decimal(proof.first())},
            {"last", decimal(proof.last())},
            {"change_hashes", hashes},
            {"prev_head", hex(proof.prev_head())},
            {"head", hex(proof.head())},
            {"device", hex(proof.device())},
            {"message", hex(proofMessage(proof))},
            {"signature", hex(proof.signature())},
            {"proof", hex(proof.SerializeAsString())}};
}

json::array proofs()
{
    const std::vector<SealedChange> changes = run();
    const Hash256 first = chainNext({}, changes[0].hash);
    return {proofVector({}, changes), proofVector(first, std::span(changes).subspan(1))};
}

json::array kdf()
{
    json::array out;
    for (const auto name : {label::kServerIdentity, label::kHomeCa, label::kHomeId, label::kHomeStream,
                            label::kHomeKey, label::kRecoveryBox}) {
        const auto seed = counting<RecoverySeed>(0x01);
        out.push_back({{"seed", hex(seed)}, {"label", name}, {"key", hex(derive(seed, name))}});
    }
    return out;
}

json::array boxKeys()
{
    const auto secret = counting<BoxSecret>(0x70);
    return {{{"secret", hex(secret)}, {"public", hex(publicOf(secret))}}};
}

/** What a tablet writes and only the server opens. The draws come one after the other from `random`. */
json::array boxed()
{
    const auto server = counting<SignSecret>(0x33);
    auto open = header(0x1122334455667788ULL, 1, 7);
    open.set_key(kBoxedKey);
    std::uint8_t next = 0x20;
    const Random random = [&next](std::span<std::uint8_t> out) {
        std::generate(out.begin(), out.end(), [&next] { return next++; });
    };
    const StreamId audit{StreamKind::Audit, counting<EntityId>(0x30)};
    const SealedChange change =
        sealBoxed(audit, open, content("hvem har kigget"), boxKeyOf(publicOf(server)).value(), random);
    return {{{"server_seed", hex(server)},
             {"server_public", hex(publicOf(server))},
             {"box_public", hex(boxKeyOf(publicOf(server)).value())},
             {"stream", hex(change.stream.str())},
             {"header", hex(change.header)},
             {"nonce", hex(change.nonce)},
             {"plain", hex(content("hvem har kigget"))},
             {"ct", hex(change.ct)},
             {"change_hash", hex(change.hash)}}};
}

/** *Kun mig*: from three pictures to the keys; with little work, so that plain Python can do it. */
json::array ownRings()
{
    const OwnPlace place{
        counting<HomeId>(0x01), counting<PersonId>(0x21), {StreamKind::Own, counting<EntityId>(0x41)}};
    const Pictures pictures{"baad", "kop", "hus"};
    json::array out;
    for (const KdfCost cost : {KdfCost{1, 8}, KdfCost{3, 16}}) {
        const auto key = deriveKey(pictures, counting<PasscodeSalt>(0x61), cost, systemPasscodeKdf()).value();
        OwnRing ring{{kOwnKeyBit + 5, counting<StreamKey>(0x71)}, {0xFFFF'FFFF, counting<StreamKey>(0x91)}};
        json::array keys;
        for (const OwnKey &one : ring) {
            keys.push_back({{"version", one.version}, {"key", hex(one.key)}});
        }
        const auto back = publicOf(returnBoxOf(ring.back(), place.stream));
        out.push_back({{"home", hex(place.home)},
                       {"person", hex(place.person)},
                       {"stream", hex(place.stream.str())},
                       {"pictures", json::array{"baad", "kop", "hus"}},
                       {"salt", hex(counting<PasscodeSalt>(0x61))},
                       {"passes", cost.passes},
                       {"kib", cost.memoryKib},
                       {"derived", hex(Bytes<32, struct DerivedHashTag>{key.hash.data})},
                       {"nonce", hex(counting<Nonce>(0xB1))},
                       {"keys", keys},
                       {"locked", hex(lock(ring, key, place, fixed(counting<Nonce>(0xB1))))},
                       {"return_public", hex(back)}});
    }
    return out;
}

json::array wraps()
{
    const auto key = counting<WrapKey>(0x90);
    const auto nonce = counting<Nonce>(0xC0);
    json::array out;
    for (const std::string_view plain : {"", "en hemmelighed"}) {
        out.push_back({{"key", hex(key)},
                       {"context", hex("stream-key")},
                       {"nonce", hex(nonce)},
                       {"plain", hex(plain)},
                       {"wrapped", hex(wrap(key, "stream-key", plain, fixed(nonce)))}});
    }
    return out;
}

json::array words()
{
    json::array out;
    for (const unsigned from : {0U, 1U, 0xE0U}) {
        const auto seed = counting<RecoverySeed>(from);
        out.push_back({{"seed", hex(seed)}, {"words", toWords(seed)}});
    }
    out.push_back({{"seed", hex(RecoverySeed{})}, {"words", toWords(RecoverySeed{})}});
    return out;
}

json::array frames()
{
    json::array out;
    for (const std::string_view payload : {"", "abc"}) {
        out.push_back({{"type", static_cast<int>(framing::FrameType::Push)},
                       {"payload", hex(payload)},
                       {"frame", hex(framing::encode(framing::FrameType::Push, payload))}});
    }
    const std::string longer(300, 'x');
    out.push_back({{"type", static_cast<int>(framing::FrameType::Bye)},
                   {"payload", hex(longer)},
                   {"frame", hex(framing::encode(framing::FrameType::Bye, longer))}});
    return out;
}

/** A phone's first Hello, whose owner takes two residents along. */
json::array hellos()
{
    wire::v1::Hello hello;
    hello.set_version_min(1);
    hello.set_version_max(1);
    hello.set_home(std::string(16, 'h'));
    hello.set_device(std::string(16, 'd'));
    hello.set_app("1.0");
    hello.add_carry(std::string(16, 'a'));
    hello.add_carry(std::string(16, 'b'));
    const std::string payload = hello.SerializeAsString();
    return {{{"home", hex(hello.home())},
             {"device", hex(hello.device())},
             {"carry", json::array{hex(hello.carry(0)), hex(hello.carry(1))}},
             {"frame", hex(framing::encode(framing::FrameType::Hello, payload))}}};
}

} // namespace

void addCryptoVectors(json::object &out)
{
    out["streams"] = ids();
    out["hashes"] = hashes();
    out["singletons"] = singletons();
    out["seals"] = seals();
    out["chain"] = chain();
    out["log"] = log();
    out["sets"] = sets();
    out["proofs"] = proofs();
    out["kdf"] = kdf();
    out["box_keys"] = boxKeys();
    out["boxed"] = boxed();
    out["own_rings"] = ownRings();
    out["wraps"] = wraps();
    out["words"] = words();
    out["frames"] = frames();
    out["hellos"] = hellos();
}

} // namespace trivsel::vectors

#include "proto/domain/code_wish.h"
#include "proto/framing/frame.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/chain.h"
#include "proto/seal/own_consent.h"
#include "tests/proto/vectors/vectors_file.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::seal;
using namespace trivsel::vectors;

namespace {

Random fixed(const std::string &bytes)
{
    return [bytes](std::span<std::uint8_t> out) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = static_cast<std::uint8_t>(bytes.at(i));
        }
    };
}

wire::v1::Header headerAt(const boost::json::value &row)
{
    wire::v1::Header out;
    out.set_inc(numberAt(row, "inc"));
    out.set_ctr(numberAt(row, "ctr"));
    out.set_lamport(numberAt(row, "lamport"));
    out.set_key(row.at("key_version").to_number<std::uint32_t>());
    out.set_op_schema(row.at("op_schema").to_number<std::uint32_t>());
    return out;
}

} // namespace

/** The vectors of another day are still what this program makes and reads. */
class TestVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void streams();
    void hashes();
    void singletons();
    void seals();
    void chain();
    void log();
    void sets();
    void proofs();
    void kdf();
    void boxKeys();
    void boxed();
    void ownRings();
    void ownTablets();
    void codeWishes();
    void wraps();
    void words();
    void frames();

private:
    [[nodiscard]] const boost::json::array &rows(const char *section) const;

    boost::json::object m_file;
};

void TestVectors::initTestCase()
{
    QVERIFY(initialise());
    m_file = readVectors();
    QCOMPARE(m_file.at("version").as_int64(), 1);
}

const boost::json::array &TestVectors::rows(const char *section) const
{
    const boost::json::array &out = m_file.at(section).as_array();
    TRIVSEL_ASSERT(!out.empty());
    return out;
}

void TestVectors::streams()
{
    for (const auto &row : rows("streams")) {
        const auto stream = StreamId::from(bytesAt(row, "stream")).value();
        QCOMPARE(std::string(nameOf(stream.kind)), textAt(row, "kind"));
        QCOMPARE(toHex(stream.bits.view()), textAt(row, "bits"));
        QCOMPARE(static_cast<std::int64_t>(stream.kind), row.at("number").as_int64());
        QCOMPARE(stream.str(), bytesAt(row, "stream"));
    }
}

void TestVectors::hashes()
{
    for (const auto &row : rows("hashes")) {
        QCOMPARE(hash256(bytesAt(row, "bytes")), as<Hash256>(row, "hash256"));
        QCOMPARE(hashDefinition(bytesAt(row, "bytes")), as<DefinitionHash>(row, "definition"));
    }
}

void TestVectors::singletons()
{
    for (const auto &row : rows("singletons")) {
        QCOMPARE(singleton(as<PersonId>(row, "person"), textAt(row, "kind")), as<EntityId>(row, "entity"));
    }
}

void TestVectors::seals()
{
    for (const auto &row : rows("seals")) {
        const auto stream = StreamId::from(bytesAt(row, "stream")).value();
        const auto key = as<StreamKey>(row, "key");
        wire::v1::Sealed message;
        QVERIFY(message.ParseFromString(bytesAt(row, "sealed")));
        const auto change = fromWire(stream, message).value();
        QCOMPARE(change.hash, as<Hash256>(row, "change_hash"));
        QCOMPARE(change.header, headerAt(row).SerializeAsString());
        QCOMPARE(openChange(change, key).value(), bytesAt(row, "plain"));
        QVERIFY(readChange(change, key).has_value());
        const auto again =
            sealChange(stream, headerAt(row), bytesAt(row, "plain"), key, fixed(bytesAt(row, "nonce")));
        QCOMPARE(again.ct, bytesAt(row, "ct"));
        QCOMPARE(again.hash, change.hash);
        QVERIFY(message.ParseFromString(bytesAt(row, "sealed_gone")));
        QCOMPARE(fromWire(stream, message).value().hash, change.hash);
        QVERIFY(fromWire(stream, message).value().gone);
    }
}

void TestVectors::chain()
{
    for (const auto &row : rows("chain")) {
        QCOMPARE(chainNext(as<Hash256>(row, "head"), as<Hash256>(row, "change_hash")),
                 as<Hash256>(row, "next"));
    }
}

void TestVectors::log()
{
    for (const auto &row : rows("log")) {
        const auto stream = StreamId::from(bytesAt(row, "stream")).value();
        QCOMPARE(logNext(numberAt(row, "log"), stream, as<Hash256>(row, "change_hash")),
                 numberAt(row, "next"));
    }
}

void TestVectors::sets()
{
    for (const auto &row : rows("sets")) {
        SetHash sum;
        for (const auto &member : row.at("members").as_array()) {
            const ChangeId id{StreamId::from(bytesAt(member, "stream")).value(),
                              {Incarnation{numberAt(member, "inc")}, numberAt(member, "ctr")}};
            sum.add(id, as<Hash256>(member, "change_hash"));
        }
        QCOMPARE(sum.value(), as<Hash256>(row, "set_hash"));
    }
}

void TestVectors::proofs()
{
    for (const auto &row : rows("proofs")) {
        wire::v1::Proof proof;
        QVERIFY(proof.ParseFromString(bytesAt(row, "proof")));
        QCOMPARE(proofMessage(proof), bytesAt(row, "message"));
        const auto secret = as<SignSecret>(row, "secret");
        QCOMPARE(publicOf(secret), as<SignPublic>(row, "public"));
        QCOMPARE(sign(secret, proofMessage(proof)), as<Signature>(row, "signature"));
        std::vector<SealedChange> changes;
        for (const auto &hash : row.at("change_hashes").as_array()) {
            SealedChange change;
            change.stream = StreamId::from(proof.stream()).value();
            change.dot = {Incarnation{proof.inc()}, proof.first() + changes.size()};
            change.hash = Hash256::from(fromHex(std::string_view(hash.as_string())).value()).value();
            changes.push_back(change);
        }
        QVERIFY(check(proof, publicOf(secret), changes).has_value());
    }
}

void TestVectors::kdf()
{
    for (const auto &row : rows("kdf")) {
        QCOMPARE(derive(as<RecoverySeed>(row, "seed"), textAt(row, "label")).str(), bytesAt(row, "key"));
    }
}

void TestVectors::boxKeys()
{
    for (const auto &row : rows("box_keys")) {
        const auto secret = as<BoxSecret>(row, "secret");
        QCOMPARE(publicOf(secret), as<BoxPublic>(row, "public"));
        QCOMPARE(openBox(secret, sealBox(publicOf(secret), "nøgle")).value(), std::string("nøgle"));
    }
}

void TestVectors::boxed()
{
    for (const auto &row : rows("boxed")) {
        const auto server = as<SignSecret>(row, "server_seed");
        QCOMPARE(boxKeyOf(publicOf(server)).value(), as<BoxPublic>(row, "box_public"));
        QCOMPARE(publicOf(boxKeyOf(server)), as<BoxPublic>(row, "box_public"));
        const auto change = fromParts(StreamId::from(bytesAt(row, "stream")).value(), bytesAt(row, "header"),
                                      bytesAt(row, "nonce"), bytesAt(row, "ct"), false)
                                .value();
        QCOMPARE(change.hash, as<Hash256>(row, "change_hash"));
        QCOMPARE(readBoxed(change, boxKeyOf(server)).value().SerializeAsString(), bytesAt(row, "plain"));
    }
}

void TestVectors::ownRings()
{
    for (const auto &row : rows("own_rings")) {
        const OwnPlace place{as<HomeId>(row, "home"), as<PersonId>(row, "person"),
                             StreamId::from(bytesAt(row, "stream")).value()};
        Pictures pictures;
        for (std::size_t at = 0; at < pictures.size(); ++at) {
            pictures[at] = std::string(row.at("pictures").as_array().at(at).as_string());
        }
        const auto locked = LockedRing::from(bytesAt(row, "locked"));
        QVERIFY(locked);
        QCOMPARE(locked->salt, as<PasscodeSalt>(row, "salt"));
        const auto key = deriveKey(pictures, locked->salt, locked->cost, systemPasscodeKdf()).value();
        const auto ring = unlock(*locked, key, place).value();
        const auto &keys = row.at("keys").as_array();
        QCOMPARE(ring.size(), keys.size());
        for (std::size_t at = 0; at < ring.size(); ++at) {
            QCOMPARE(ring[at].version, keys[at].at("version").to_number<std::uint32_t>());
            QCOMPARE(ring[at].key, as<StreamKey>(keys[at], "key"));
        }
        QCOMPARE(lock(ring, key, place, fixed(bytesAt(row, "nonce"))), bytesAt(row, "locked"));
        QCOMPARE(publicOf(returnBoxOf(ring.back(), place.stream)), as<BoxPublic>(row, "return_public"));
    }
}

void TestVectors::ownTablets()
{
    for (const auto &row : rows("own_tablets")) {
        const OwnPlace place{as<HomeId>(row, "home"), as<PersonId>(row, "person"),
                             StreamId::from(bytesAt(row, "stream")).value()};
        const OwnKey key{row.at("version").to_number<std::uint32_t>(), as<StreamKey>(row, "key")};
        OwnConsent said{as<DeviceId>(row, "device"), as<BoxPublic>(row, "box"),
                        row.at("answer").as_int64() == 1, row.at("number").to_number<std::uint64_t>()};
        QVERIFY(isConsent(bytesAt(row, "mac"), key, place, said));
        said.yes = !said.yes;
        QVERIFY(!isConsent(bytesAt(row, "mac"), key, place, said));
    }
}

void TestVectors::codeWishes()
{
    for (const auto &row : rows("code_wishes")) {
        const std::string plain = bytesAt(row, "plain");
        const auto wish = domain::decodeCodeWish(plain).value();
        QCOMPARE(wish.home, as<HomeId>(row, "home"));
        QCOMPARE(wish.person, as<PersonId>(row, "person"));
        QCOMPARE(wish.id, as<EntityId>(row, "wish"));
        QCOMPARE(wish.inUse, std::string(row.at("in_use").as_string()));
        QCOMPARE(wish.chosen.salt, as<PasscodeSalt>(row, "salt"));
        QCOMPARE(domain::encodeCodeWish(wish), plain);
        QVERIFY(!domain::decodeCodeWish(plain.substr(1)) && !domain::decodeCodeWish(plain + "x"));
        for (std::size_t at = 0; at < plain.size(); ++at) { // wherever it is cut, it is none
            QVERIFY(!domain::decodeCodeWish(plain.substr(0, at)));
        }
        std::string letters = plain;
        letters[1 + 3 * 16] = 'x';
        QVERIFY(!domain::decodeCodeWish(letters));
    }
}

void TestVectors::wraps()
{
    for (const auto &row : rows("wraps")) {
        const auto key = as<WrapKey>(row, "key");
        const std::string context = bytesAt(row, "context");
        QCOMPARE(unwrap(key, context, bytesAt(row, "wrapped")).value(), bytesAt(row, "plain"));
        QCOMPARE(wrap(key, context, bytesAt(row, "plain"), fixed(bytesAt(row, "nonce"))),
                 bytesAt(row, "wrapped"));
    }
}

void TestVectors::words()
{
    for (const auto &row : rows("words")) {
        QCOMPARE(toWords(as<RecoverySeed>(row, "seed")), textAt(row, "words"));
        QCOMPARE(fromWords(textAt(row, "words")).value(), as<RecoverySeed>(row, "seed"));
    }
}

void TestVectors::frames()
{
    for (const auto &row : rows("frames")) {
        const auto type = row.at("type").to_number<std::uint8_t>();
        QCOMPARE(framing::encode(static_cast<framing::FrameType>(type), bytesAt(row, "payload")),
                 bytesAt(row, "frame"));
        framing::Decoder decoder;
        decoder.feed(bytesAt(row, "frame"));
        const auto frame = decoder.next().value().value();
        QCOMPARE(frame.type, type);
        QCOMPARE(frame.payload, bytesAt(row, "payload"));
    }
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"

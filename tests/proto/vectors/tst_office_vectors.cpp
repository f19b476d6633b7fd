#include "proto/framing/frame.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"
#include "proto/pairing/messages.h"
#include "proto/pairing/transcript.h"
#include "proto/seal/erasure_order.h"
#include "proto/seal/wipe.h"
#include "tests/proto/vectors/vectors_file.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::vectors;

namespace {

framing::Frame frameOf(const std::string &bytes)
{
    framing::Decoder decoder;
    decoder.feed(bytes);
    return decoder.next().value().value();
}

template <class Message> Message read(const std::string &bytes, framing::FrameType type)
{
    const framing::Frame frame = frameOf(bytes);
    Message message;
    const bool fits = frame.type == static_cast<std::uint8_t>(type) && message.ParseFromString(frame.payload);
    TRIVSEL_ASSERT(fits);
    return message;
}

} // namespace

/** Orders, certificates and pairings of another day are still what this program makes and reads. */
class TestOfficeVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(seal::initialise());
        m_file = readVectors();
    }

    void wipes()
    {
        for (const auto &row : rows("wipes")) {
            const auto wipe = read<wire::v1::Wipe>(bytesAt(row, "frame"), framing::FrameType::Wipe);
            const auto home = as<HomeId>(row, "home");
            const auto device = as<DeviceId>(row, "device");
            const auto server = as<seal::SignPublic>(row, "server_public");
            QCOMPARE(wipe.issued_ms(), std::stoll(textAt(row, "issued_ms")));
            QVERIFY(seal::checkWipe(wipe, home, device, server));
            QCOMPARE(seal::orderWipe(home, device, wipe.issued_ms(), as<seal::SignSecret>(row, "server_seed"))
                         .signature(),
                     bytesAt(row, "signature"));
            auto later = wipe;
            later.set_issued_ms(wipe.issued_ms() + 1);
            QVERIFY(!seal::checkWipe(later, home, device, server));
        }
    }

    void erasures()
    {
        for (const auto &row : rows("erasures")) {
            const auto order =
                read<wire::v1::StreamErased>(bytesAt(row, "frame"), framing::FrameType::StreamErased);
            const auto home = as<HomeId>(row, "home");
            const auto server = as<seal::SignPublic>(row, "server_public");
            QVERIFY(seal::checkErasure(order, home, server));
            const auto &escrow = row.at("escrow").as_array();
            QCOMPARE(static_cast<std::size_t>(order.escrow_size()), escrow.size());
            for (int at = 0; at < order.escrow_size(); ++at) {
                const auto &named = escrow[static_cast<std::size_t>(at)].as_string();
                const Dot dot = dotOf({named.data(), named.size()});
                QCOMPARE(order.escrow(at).inc(), static_cast<std::uint64_t>(dot.inc));
                QCOMPARE(order.escrow(at).ctr(), dot.ctr);
            }
            auto more = order;
            more.add_escrow()->set_ctr(9);
            QVERIFY(!seal::checkErasure(more, home, server));
            const auto done =
                read<wire::v1::StreamErased>(bytesAt(row, "done"), framing::FrameType::StreamErased);
            QCOMPARE(done.stream(), order.stream());
            QVERIFY(done.signature().empty());
        }
    }

    void renewals()
    {
        for (const auto &row : rows("renewals")) {
            const auto ack = read<wire::v1::HelloAck>(bytesAt(row, "frame"), framing::FrameType::HelloAck);
            QCOMPARE(ack.may_read(), row.at("may_read").as_bool());
            QCOMPARE(ack.expired(), row.at("expired").as_bool());
            QCOMPARE(ack.certificate(), textAt(row, "certificate"));
        }
    }

    void pairings()
    {
        using namespace pairing;
        for (const auto &row : rows("pairings")) {
            const auto typed = readCode(textAt(row, "code")).value();
            const auto pasted = readLink(textAt(row, "link")).value();
            const auto secret = as<Secret>(row, "secret");
            for (const Invitation &one : {typed, pasted}) {
                QCOMPARE(one.host, textAt(row, "host"));
                QCOMPARE(one.port, row.at("port").to_number<std::uint16_t>());
                QVERIFY(one.secret == secret);
            }
            QVERIFY(!typed.pin && pasted.pin == as<Hash256>(row, "pin"));
            QCOMPARE(writeCode(typed), textAt(row, "code"));
            QCOMPARE(writeLink(pasted), textAt(row, "link"));

            const auto tabletNonce = as<pairing::Nonce>(row, "tablet_nonce");
            const auto serverNonce = as<pairing::Nonce>(row, "server_nonce");
            const Hash256 commitment = commitmentTo(tabletNonce);
            QCOMPARE(commitment, as<Hash256>(row, "commitment"));
            const Channel channel{as<Hash256>(row, "exporter"), as<Hash256>(row, "pin")};
            const TabletKeys keys{as<seal::SignPublic>(row, "sign_key"), as<seal::BoxPublic>(row, "box_key")};
            const Transcript transcript(secret, channel, keys, commitment);
            QCOMPARE(transcript.tabletProof().str(), bytesAt(row, "tablet_proof"));
            QCOMPARE(transcript.serverProof(serverNonce).str(), bytesAt(row, "server_proof"));
            QCOMPARE(transcript.digits(tabletNonce, serverNonce), textAt(row, "digits"));

            const auto &frames = row.at("frames").as_array();
            QCOMPARE(frames.size(), std::size_t{6});
            for (std::size_t at = 0; at < frames.size(); ++at) {
                const auto &bytes = frames[at].as_string();
                QCOMPARE(frameOf(fromHex({bytes.data(), bytes.size()}).value()).type, at + 1);
            }
            const auto frame = [&](std::size_t at) {
                const auto &bytes = frames[at].as_string();
                return frameOf(fromHex({bytes.data(), bytes.size()}).value());
            };
            const auto hello = pairing::read<wire::v1::PairHello>(frame(0)).value();
            QCOMPARE(hello.sign_key() + hello.box_key(), keys.sign.str() + keys.box.str());
            QCOMPARE(hello.commitment() + hello.proof(), commitment.str() + bytesAt(row, "tablet_proof"));
            const auto proof = pairing::read<wire::v1::PairProof>(frame(1)).value();
            QCOMPARE(proof.proof() + proof.nonce(), bytesAt(row, "server_proof") + serverNonce.str());
            QVERIFY(tabletKindOf(proof.kind()) == TabletKind::Shared);
            QCOMPARE(pairing::read<wire::v1::PairReveal>(frame(2)).value().nonce(), tabletNonce.str());
            QCOMPARE(pairing::read<wire::v1::PairGrant>(frame(3)).value().home().size(), HomeId::size);
            QVERIFY(pairing::read<wire::v1::PairDone>(frame(4)));
            const auto refused = pairing::read<wire::v1::PairRefused>(frame(5)).value();
            QVERIFY(refused.reason() == wire::v1::PairRefused::WRONG_CODE && refused.tries_left() == 4);
        }
    }

private:
    [[nodiscard]] const boost::json::array &rows(const char *section) const
    {
        const boost::json::array &out = m_file.at(section).as_array();
        TRIVSEL_ASSERT(!out.empty());
        return out;
    }
    boost::json::object m_file;
};

QTEST_GUILESS_MAIN(TestOfficeVectors)
#include "tst_office_vectors.moc"

// The file around a backup: whole, or not at all.
#include "proto/archive/container.h"
#include "proto/archive/key_boxes.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
namespace v1 = trivsel::archive::v1;

namespace {

const auto kKey = filled<archive::ArchiveKey>(1);
const auto kSigner = filled<seal::SignSecret>(2);

v1::Records withText(const std::string &text)
{
    v1::Records records;
    records.add_contacts()->set_app(text);
    return records;
}

std::string write(const std::vector<std::string> &texts, v1::Header header = {},
                  const archive::ArchiveKey &key = kKey)
{
    std::string out;
    auto writer =
        must(archive::Writer::begin(std::move(header), key, kSigner, [&out](std::string_view bytes) {
            out += bytes;
            return Status();
        }));
    for (const std::string &text : texts) {
        must(writer.add(withText(text)));
    }
    must(writer.finish());
    return out;
}

archive::Source from(std::string bytes)
{
    auto shared = std::make_shared<std::string>(std::move(bytes));
    return [shared](std::size_t wanted) -> Result<std::string> {
        std::string out = shared->substr(0, wanted);
        shared->erase(0, out.size());
        return out;
    };
}

/** Every text in order, or why not. */
Result<std::vector<std::string>> read(const std::string &bytes, bool withKey = true,
                                      const archive::ArchiveKey &key = kKey)
{
    auto reader = archive::Reader::begin(from(bytes));
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    if (withKey) {
        TRIVSEL_TRY(reader->useKey(key));
    }
    std::vector<std::string> out;
    for (;;) {
        const auto records = reader->next();
        if (!records) {
            return tl::unexpected(records.error());
        }
        if (!*records) {
            return out;
        }
        for (const v1::Contact &contact : (*records)->contacts()) {
            out.push_back(contact.app());
        }
    }
}

std::uint32_t lengthAt(const std::string &bytes, std::size_t at)
{
    std::uint32_t out = 0;
    std::memcpy(&out, bytes.data() + at, sizeof out);
    return out;
}

/** Where the pieces begin, and how long each is with its length. */
std::vector<std::pair<std::size_t, std::size_t>> piecesOf(const std::string &bytes)
{
    std::size_t at = 18;
    at += 4 + lengthAt(bytes, at);
    std::vector<std::pair<std::size_t, std::size_t>> out;
    while (lengthAt(bytes, at) != 0) {
        out.emplace_back(at, 4 + lengthAt(bytes, at));
        at += out.back().second;
    }
    return out;
}

} // namespace

class TestContainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { must(seal::initialise()); }

    void whatWasWrittenIsRead()
    {
        QCOMPARE(must(read(write({"a", "b"}))), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(must(read(write({}))), std::vector<std::string>());
        const std::string large(archive::kPieceBytes, 'x');
        const std::string bytes = write({large, "b", large, "c"});
        QCOMPARE(piecesOf(bytes).size(), std::size_t(4)); // and the last, which is empty
        QCOMPARE(must(read(bytes)), (std::vector<std::string>{large, "b", large, "c"}));
        QCOMPARE(must(read(bytes, false)), std::vector<std::string>()); // whole, and nothing to see
    }

    void aPieceHasALimit()
    {
        const auto overhead = withText(std::string(archive::kPieceBytesMax - 100, 'x')).ByteSizeLong() -
                              (archive::kPieceBytesMax - 100);
        const std::string most(archive::kPieceBytesMax - overhead, 'x');
        QCOMPARE(withText(most).ByteSizeLong(), archive::kPieceBytesMax);
        QCOMPARE(must(read(write({most}))).front().size(), most.size());
        std::string out;
        auto writer = must(archive::Writer::begin({}, kKey, kSigner, [&out](std::string_view bytes) {
            out += bytes;
            return Status();
        }));
        QCOMPARE(writer.add(withText(most + "x")).error().code(), Errc::TooLarge);
    }

    void lengthsThatCantBe_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::addColumn<int>("place"); // 0: header, 1: first piece
        QTest::newRow("header, 2^32-1") << 0xffffffffU << 0;
        QTest::newRow("header, one too long") << quint32(archive::kHeaderBytesMax + 1) << 0;
        QTest::newRow("header, longer than the file") << quint32(archive::kHeaderBytesMax) << 0;
        QTest::newRow("piece, 2^32-1") << 0xffffffffU << 1;
        QTest::newRow("piece, one too long")
            << quint32(archive::kPieceBytesMax + seal::kPieceOverhead + 1) << 1;
        QTest::newRow("piece, longer than the file") << quint32(archive::kPieceBytesMax) << 1;
        QTest::newRow("piece, shorter than any") << 3U << 1;
        QTest::newRow("the end, too early") << 0U << 1;
    }
    void lengthsThatCantBe()
    {
        QFETCH(quint32, length);
        QFETCH(int, place);
        std::string bytes = write({"a"});
        const std::size_t at = place == 0 ? 18 : piecesOf(bytes).front().first;
        std::memcpy(bytes.data() + at, &length, sizeof length);
        QVERIFY(!read(bytes));
        QVERIFY(!read(bytes, false));
    }

    void everyCutAndEveryFlippedBitIsFound()
    {
        const std::string whole = write({"a", "b"});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            QVERIFY(!read(whole.substr(0, size)));
            QVERIFY(!read(whole.substr(0, size), false));
        }
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = whole;
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
                QVERIFY2(!read(flipped), qPrintable(QString::number(at)));
                QVERIFY2(!read(flipped, false), qPrintable(QString::number(at)));
            }
        }
        QVERIFY(!read(whole + "x"));
        QVERIFY(read(whole));
    }

    /** With the digest made good again, as somebody would who knows the format: the seal still holds. */
    void piecesCantBeMovedOrTakenFromAnotherFile()
    {
        const std::string large(archive::kPieceBytes, 'x');
        const std::string whole = write({large, large});
        const auto pieces = piecesOf(whole);
        const auto remade = [&](const std::string &body) {
            std::string bytes = whole.substr(0, pieces.front().first) + body + std::string(4, '\0');
            const auto digest = seal::Hasher<32>().add(bytes).finish<Hash256>();
            return bytes + digest.str() + seal::sign(kSigner, "trivsel.archive.1" + digest.str()).str();
        };
        const auto piece = [&](std::size_t number) {
            return whole.substr(pieces.at(number).first, pieces.at(number).second);
        };
        QVERIFY(read(remade(piece(0) + piece(1) + piece(2))));
        QVERIFY(!read(remade(piece(1) + piece(0) + piece(2))));
        QVERIFY(!read(remade(piece(0) + piece(2))));
        QVERIFY(!read(remade(piece(0) + piece(1)))); // the end is marked inside, too
        QVERIFY(!read(remade(piece(0) + piece(1) + piece(2) + piece(2))));
        v1::Header other;
        other.set_made_ms(1);
        const std::string stranger = write({large, large}, other);
        const auto theirs = piecesOf(stranger);
        QVERIFY(!read(
            remade(stranger.substr(theirs.front().first, theirs.front().second) + piece(1) + piece(2))));
    }

    void aSignatureOfAnotherKeyIsSeen()
    {
        std::string whole = write({"a"});
        const std::string digest = whole.substr(whole.size() - 96, 32);
        whole.replace(whole.size() - 64, 64,
                      seal::sign(filled<seal::SignSecret>(3), "trivsel.archive.1" + digest).str());
        QVERIFY(!read(whole));
    }

    void onlyWhoHoldsAKeyOpensIt()
    {
        QCOMPARE(read(write({"a"}), true, filled<archive::ArchiveKey>(9)).error().code(), Errc::SealBroken);
        const Random random = seal::systemRandom();
        v1::Header header;
        const auto wrap = filled<seal::WrapKey>(4);
        const auto box = filled<seal::BoxSecret>(5);
        const auto home = filled<seal::StreamKey>(6);
        QCOMPARE(archive::openWrapKeyBox(header, wrap).error().code(), Errc::KeyMissing);
        archive::addWrapKeyBox(header, wrap, kKey, random);
        archive::addRecoveryBox(header, seal::publicOf(box), kKey);
        archive::addHomeKeyBox(header, home, 3, kKey, random);
        QVERIFY(must(archive::openWrapKeyBox(header, wrap)) == kKey);
        QVERIFY(must(archive::openRecoveryBox(header, box)) == kKey);
        QVERIFY(must(archive::openHomeKeyBox(header, home, 3)) == kKey);
        QVERIFY(!archive::openHomeKeyBox(header, home, 2));
        QCOMPARE(archive::openWrapKeyBox(header, filled<seal::WrapKey>(9)).error().code(), Errc::SealBroken);
        QCOMPARE(archive::openRecoveryBox(header, filled<seal::BoxSecret>(9)).error().code(),
                 Errc::SealBroken);
        QCOMPARE(archive::openHomeKeyBox(header, filled<seal::StreamKey>(9), 3).error().code(),
                 Errc::SealBroken);
    }

    void formatsOfAnotherTime()
    {
        std::string whole = write({"a"});
        whole.replace(0, 18, archive::firstLine(2));
        QCOMPARE(read(whole).error().code(), Errc::StoreTooNew);
        whole.replace(0, 18, archive::firstLine(0));
        QCOMPARE(read(whole).error().code(), Errc::StoreCorrupt);
        QCOMPARE(read(std::string(200, 'x')).error().code(), Errc::StoreForeign);
        QCOMPARE(read("").error().code(), Errc::StoreCorrupt);
    }

    void aSinkThatFailsIsHeard()
    {
        int left = 3;
        const auto tight = [&left](std::string_view) {
            return --left > 0 ? Status() : Status(fail(Errc::StoreFull));
        };
        auto writer = must(archive::Writer::begin({}, kKey, kSigner, tight));
        QCOMPARE(writer.finish().error().code(), Errc::StoreFull);
    }
};

QTEST_GUILESS_MAIN(TestContainer)
#include "tst_container.moc"

// *Kun mig* at the office: what is given back with the recovery words, and in which stream.
#include "sync-server/own_streams.h"

#include "proto/domain/own_record.h"
#include "proto/seal/own_key.h"
#include "sync-server/escrow.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

struct House
{
    BuiltHome home;
    PersonId sofie = home.addResident("Sofie");
    StreamId own = addStream();

    [[nodiscard]] Office office() { return Office::begin(home.store(), {home.random(), kNowMs}).value(); }
    StreamId addStream()
    {
        auto pen = office();
        const StreamId made = pen.makeStream(StreamKind::Own, sofie).value();
        if (!pen.commit()) {
            qFatal("not committed");
        }
        return made;
    }
    [[nodiscard]] seal::OwnKey key(std::uint32_t version) const
    {
        return {version, randomBytes<seal::StreamKey>(home.random())};
    }
    /** As a tablet writes it: a key is in escrow. */
    void keep(const StreamId &stream, const seal::OwnKey &key)
    {
        write(stream, [&](const merge::Fold &fold) {
            const auto box = seal::escrowOwn(home.store().server().recovery, stream, key);
            return domain::writeOwnEscrow(sofie, key.version, box, fold);
        });
    }
    /** Where what is older may be sealed to: the pictures that stand. `beside`: on a tablet that had not
     * heard of the others. */
    void stands(const StreamId &stream, const seal::OwnKey &key, bool beside = false)
    {
        const merge::Fold unseen;
        write(stream, [&](const merge::Fold &fold) {
            const domain::OwnReturn where{key.version, seal::publicOf(seal::returnBoxOf(key, stream))};
            return domain::writeOwnReturn(sofie, where, beside ? unseen : fold);
        });
    }
    void choose(const StreamId &stream)
    {
        write(stream, [&](const merge::Fold &fold) {
            const std::map<DeviceId, domain::OwnBox> boxes{{DeviceId{}, {"box", {1}, {}}}};
            return domain::writeOwnBoxes(sofie, boxes, fold);
        });
    }
    OwnGivenBack give()
    {
        auto pen = office();
        const auto how = giveOwnBack(home.store(), pen, sofie, recoverySecret(home.seed())).value();
        if (!pen.commit()) {
            qFatal("not committed");
        }
        return how;
    }
    [[nodiscard]] domain::OwnRecord record(const StreamId &stream)
    {
        auto pen = office();
        return domain::readOwn(sofie, **pen.now(stream));
    }
    /** Versions that `key` opens of what the office gave back. */
    [[nodiscard]] std::vector<std::uint32_t> given(const StreamId &stream, const seal::OwnKey &key)
    {
        const auto returned = record(stream).returned;
        const auto found = returned.find(key.version);
        const auto ring = found == returned.end() ? Result<seal::OwnRing>(fail(Errc::NotFound))
                                                  : seal::openReturned(seal::returnBoxOf(key, stream), stream,
                                                                       found->second.front());
        return ring ? seal::versionsOf(*ring) : std::vector<std::uint32_t>();
    }

private:
    void write(const StreamId &stream, const std::function<domain::Ops(const merge::Fold &)> &ops)
    {
        auto pen = office();
        pen.write(stream, ops(**pen.now(stream)));
        if (!pen.commit()) {
            qFatal("not committed");
        }
    }
};

constexpr std::uint32_t kFirst = 0x80000001; // a tablet draws them there

} // namespace

class TestOwnStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToGiveBack()
    {
        House m;
        QCOMPARE(m.give(), OwnGivenBack::NotSet);
        const auto only = m.key(kFirst);
        m.keep(m.own, only);
        m.stands(m.own, only);
        QCOMPARE(m.give(), OwnGivenBack::Nothing);
    }

    void everythingBehindTheNewPictures()
    {
        House m;
        const std::vector<seal::OwnKey> keys{m.key(kFirst), m.key(kFirst + 4), m.key(kFirst + 9)};
        for (const seal::OwnKey &key : keys) {
            m.keep(m.own, key);
        }
        m.stands(m.own, keys.back());
        QCOMPARE(m.give(), OwnGivenBack::Done);
        QCOMPARE(m.given(m.own, keys.back()), (std::vector<std::uint32_t>{kFirst, kFirst + 4}));
    }

    /** Two tablets on which the same person chose pictures before they met: no tablet takes a newer key from
     * here than its own. */
    void notAllIsNotSaidToBeAll()
    {
        House m;
        const auto older = m.key(kFirst);
        const auto newer = m.key(kFirst + 4);
        m.keep(m.own, older);
        m.keep(m.own, newer);
        m.stands(m.own, older);
        QCOMPARE(m.give(), OwnGivenBack::NotAll);
        QVERIFY(m.given(m.own, older).empty());
        m.stands(m.own, newer, true);
        QCOMPARE(m.give(), OwnGivenBack::NotAll); // the other way round it goes, and is given
        QCOMPARE(m.given(m.own, newer), (std::vector<std::uint32_t>{kFirst}));
        const auto after = m.key(kFirst + 8); // a reset, and new pictures
        m.keep(m.own, after);
        m.stands(m.own, after);
        QCOMPARE(m.give(), OwnGivenBack::Done);
        QCOMPARE(m.given(m.own, after), (std::vector<std::uint32_t>{kFirst, kFirst + 4}));
    }

    void aKeyThatTheWordsDoNotOpenIsMissed()
    {
        House m;
        const auto now = m.key(kFirst + 4);
        m.keep(m.own, now);
        m.stands(m.own, now);
        auto pen = m.office();
        pen.write(m.own, domain::writeOwnEscrow(m.sofie, kFirst, "to another seed", **pen.now(m.own)));
        QVERIFY(pen.commit());
        QCOMPARE(m.give(), OwnGivenBack::NotAll);
    }

    /** After a backup that is older than *kun mig* was restored and served, tablets bring the first one back.
     */
    void ofTwoStreamsTheOneThatWasUsedCounts()
    {
        House m;
        const StreamId used = m.own;
        while (!(m.addStream() < used)) {
        }
        const std::vector<seal::OwnKey> keys{m.key(kFirst), m.key(kFirst + 4)};
        for (const seal::OwnKey &key : keys) {
            m.keep(used, key);
        }
        m.stands(used, keys.back());
        m.choose(used);
        QCOMPARE(m.give(), OwnGivenBack::Done);
        QCOMPARE(m.given(used, keys.back()), (std::vector<std::uint32_t>{kFirst}));
    }
};

QTEST_GUILESS_MAIN(TestOwnStreams)
#include "tst_own_streams.moc"

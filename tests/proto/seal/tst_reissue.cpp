// What the office writes anew of somebody's words: the same content, and which change it was.
#include "proto/base/limits.h"
#include "proto/seal/reissue.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::seal;
using namespace trivsel::test;

namespace {

const HomeId kHome = filled<HomeId>(9);
const PersonId kSofie = filled<PersonId>(1);

SealedChange original()
{
    SealedChange change;
    change.dot = {Incarnation{7}, 3};
    change.hash = filled<Hash256>(5);
    return change;
}

/** Of ops with texts, so that it is as long as `bytes`. */
wire::v1::Change content(std::size_t bytes = 100)
{
    wire::v1::Change out;
    out.set_author(kSofie.str());
    out.set_enterer(kSofie.str());
    const auto add = [&out](std::size_t text) {
        wire::v1::Op *op = out.add_ops();
        op->set_entity(std::string(16, 'e'));
        op->set_field("felt");
        op->set_text(std::string(text, 'a'));
        return op;
    };
    while (out.ByteSizeLong() + 40'000 < bytes) {
        add(30'000);
    }
    wire::v1::Op *last = add(300);
    while (out.ByteSizeLong() != bytes && bytes > 500) {
        last->set_text(std::string(last->text().size() + bytes - out.ByteSizeLong(), 'a'));
    }
    return out;
}

} // namespace

class TestReissue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhichChangeItWas()
    {
        const auto anew = reissueOf(content(), original(), kHome);
        QVERIFY(reissuedDot(anew) == original().dot);
        QCOMPARE(anew.reissued().hash(), original().hash.str());
        QCOMPARE(anew.ops(0).SerializeAsString(), content().ops(0).SerializeAsString());
        QVERIFY(isReissueOf(anew, original(), content(), kHome));
    }
    void whatSomebodyElseSaidOfItIsNotKept()
    {
        auto lying = content();
        lying.mutable_reissued()->set_inc(99);
        lying.mutable_reissued()->set_ctr(1);
        QVERIFY(reissuedDot(reissueOf(lying, original(), kHome)) == original().dot);
    }
    void nobodyIsSaidToBeTheOffice()
    {
        auto asOffice = content();
        asOffice.set_enterer(kHome.str());
        QVERIFY(reissueOf(asOffice, original(), kHome).enterer().empty());
        QCOMPARE(reissueOf(content(), original(), kHome).enterer(), kSofie.str());
    }
    void otherWordsOrAnEmptyPlaceAreNotIt()
    {
        const auto anew = reissueOf(content(), original(), kHome);
        auto gone = original();
        gone.gone = true;
        QVERIFY(!isReissueOf(anew, gone, content(), kHome));
        auto other = original();
        other.hash = filled<Hash256>(6);
        QVERIFY(!isReissueOf(anew, other, content(), kHome));
        QVERIFY(!isReissueOf(anew, original(), content(600), kHome));
        QVERIFY(!reissuedDot(content()));
    }
    /** The words count, not where they stood. */
    void whereItStoodIsLeftOutWhereAChangeWouldBeTooLong()
    {
        const std::size_t place =
            reissueOf(content(200'000), original(), kHome).ByteSizeLong() - content(200'000).ByteSizeLong();
        const auto fits = reissueOf(content(limits::kPlainBytesMax - place), original(), kHome);
        QCOMPARE(fits.ByteSizeLong(), limits::kPlainBytesMax);
        QVERIFY(fits.has_reissued());
        const auto tooLong = reissueOf(content(limits::kPlainBytesMax - place + 1), original(), kHome);
        QVERIFY(!tooLong.has_reissued());
        QCOMPARE(tooLong.SerializeAsString(),
                 content(limits::kPlainBytesMax - place + 1).SerializeAsString());
        must(encodeChange(tooLong));
    }
};

QTEST_GUILESS_MAIN(TestReissue)
#include "tst_reissue.moc"

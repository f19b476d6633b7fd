// *Jeg ser det anderledes*: the resident's own words beside what staff replied.
#include "proto/base/limits.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;

class TestOtherViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKeyIsThereAfterAStop();
    void itStandsBesideTheLineForWhoeverSeesIt();
    void besideALineForTheChosenItIsForTheChosen();
    void nobodyElseWritesIt();
    void nothingWrittenIsNothingSaved();
    void aTextAtTheLimitIsTakenAndOneByteMoreIsNot();
    void besideNothingNothingIsWritten();

private:
    /** Sofie answers, Mette replies with one line; its id. */
    EntityId replied(StreamKind readers);
    [[nodiscard]] std::vector<domain::OtherView> seenBy(const Who &viewer) const
    {
        return must((*m_tablet)->openResident(sofie.person, viewer)).conversations.otherViews;
    }
    Status keep(const EntityId &line, const std::string &text)
    {
        return (*m_tablet)->keepOtherView(sofie.person, sofie, line, text);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
    Who sofie, mette, ali;
};

void TestOtherViews::init()
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    sofie = m_home->sofie;
    mette = m_home->mette;
    ali = m_home->ali;
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString());
    m_home->meet(**m_tablet);
}

EntityId TestOtherViews::replied(StreamKind readers)
{
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    const EntityId to{draft.id.data};
    [&] {
        QVERIFY((*m_tablet)->chooseAnswer(draft.id, "selv", "ret-svaert"));
        QVERIFY((*m_tablet)->setReaders(draft.id, readers));
        QVERIFY((*m_tablet)->sendDraft(draft.id));
        QVERIFY((*m_tablet)->settleSent());
        domain::ReplyLine line;
        line.to = to;
        line.text = "Vi går en tur hver dag.";
        QVERIFY((*m_tablet)->keepReplyLine(sofie.person, mette, to, line));
        QVERIFY((*m_tablet)->sendReply(sofie.person, mette, to));
    }();
    return must((*m_tablet)->openResident(sofie.person, mette)).conversations.replies.at(0).id;
}

void TestOtherViews::everyKeyIsThereAfterAStop()
{
    const EntityId line = replied(StreamKind::Team);
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).text, std::string());
    QVERIFY(keep(line, "Jeg vil hellere"));
    m_tablet->reopen();
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).text,
             std::string("Jeg vil hellere"));
    QVERIFY(seenBy(mette).empty()); // not saved yet
    const auto begun = must((*m_tablet)->openResident(sofie.person, sofie)).conversations.begunViews;
    QCOMPARE(begun.size(), std::size_t{1});
    QCOMPARE(begun[0].to, line);
    QCOMPARE(begun[0].text, std::string("Jeg vil hellere"));
    QVERIFY(must((*m_tablet)->openResident(sofie.person, mette)).conversations.begunViews.empty());
    QVERIFY(keep(line, ""));
    m_tablet->reopen();
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).text, std::string());
}

void TestOtherViews::itStandsBesideTheLineForWhoeverSeesIt()
{
    const EntityId line = replied(StreamKind::Team);
    QVERIFY(keep(line, "Jeg vil hellere cykle."));
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).readers, StreamKind::Team);
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, line));
    for (const Who &viewer : {sofie, mette, ali}) {
        const auto seen = seenBy(viewer);
        QCOMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen[0].to, line);
        QCOMPARE(seen[0].text, std::string("Jeg vil hellere cykle."));
        QCOMPARE(seen[0].author, sofie.person);
        QCOMPARE(seen[0].enterer, sofie.person);
    }
    // The line itself stands as it did.
    QCOMPARE(must((*m_tablet)->openResident(sofie.person, mette)).conversations.replies.at(0).text,
             std::string("Vi går en tur hver dag."));
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).text, std::string());
    QVERIFY(keep(line, "Og om mandagen slet ikke."));
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, line));
    QCOMPARE(seenBy(mette).size(), std::size_t{2});
}

void TestOtherViews::besideALineForTheChosenItIsForTheChosen()
{
    const EntityId line = replied(StreamKind::Chosen);
    QVERIFY(keep(line, "Det var ikke det, jeg mente."));
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, line)).readers, StreamKind::Chosen);
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, line));
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QVERIFY(seenBy(ali).empty());
}

void TestOtherViews::nobodyElseWritesIt()
{
    const EntityId line = replied(StreamKind::Team);
    QVERIFY(keep(line, "Mit."));
    for (const Who &who : {mette, ali, m_home->lone, m_home->karim}) {
        QCOMPARE((*m_tablet)->openOtherView(sofie.person, who, line).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->keepOtherView(sofie.person, who, line, "Dit.").error().code(),
                 Errc::NotAllowed);
        QCOMPARE((*m_tablet)->sendOtherView(sofie.person, who, line).error().code(), Errc::NotAllowed);
    }
    QVERIFY(seenBy(mette).empty());
}

void TestOtherViews::nothingWrittenIsNothingSaved()
{
    const EntityId line = replied(StreamKind::Team);
    QCOMPARE((*m_tablet)->sendOtherView(sofie.person, sofie, line).error().code(), Errc::BadArgument);
    QVERIFY(keep(line, ""));
    QCOMPARE((*m_tablet)->sendOtherView(sofie.person, sofie, line).error().code(), Errc::BadArgument);
}

void TestOtherViews::aTextAtTheLimitIsTakenAndOneByteMoreIsNot()
{
    const EntityId line = replied(StreamKind::Team);
    QVERIFY(keep(line, std::string(limits::kTextBytesMax, 'x')));
    QCOMPARE(keep(line, std::string(limits::kTextBytesMax + 1, 'x')).error().code(), Errc::TooLarge);
    QCOMPARE(keep(line, "\xff").error().code(), Errc::BadArgument);
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, line));
    QCOMPARE(seenBy(mette).at(0).text.size(), limits::kTextBytesMax);
}

void TestOtherViews::besideNothingNothingIsWritten()
{
    EntityId nobody;
    nobody.data.fill(7);
    QCOMPARE(keep(nobody, "Hej").error().code(), Errc::NotFound);
    QCOMPARE((*m_tablet)->openOtherView(sofie.person, sofie, nobody).error().code(), Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestOtherViews)
#include "tst_other_views.moc"

// What waits for the office: listed without a word of it, accepted by a person, taken out and taken in.
#include "proto/seal/reissue.h"
#include "sync-server/inbox.h"
#include "sync-server/own_streams.h"
#include "sync-server/quarantine.h"
#include "tests/server/home_builder.h"
#include "tests/server/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::Ran;
using trivsel::testing::runSync;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;
const char *const kSecret = "Det her må ingen liste vise.";

struct Place
{
    BuiltHome home;
    Tablet tablet = home.addTablet("Stuen", domain::DeviceKind::Shared);
    PersonId sofie = home.addResident("Sofie");
    StreamId team = home.streamOf(sofie, StreamKind::Team);

    seal::SealedChange change(const StreamId &stream, std::uint64_t inc, const std::string &text,
                              std::uint64_t lamport = 1, std::uint64_t ctr = 1, std::uint32_t key = 1)
    {
        wire::v1::Change content;
        content.set_author(sofie.str());
        content.set_enterer(sofie.str());
        content.set_wall_ms(kNowMs);
        wire::v1::Op *op = content.add_ops();
        op->set_entity(std::string(16, 'e'));
        op->set_field("felt");
        op->set_policy(wire::v1::KEEP_BOTH);
        op->set_text(text);
        wire::v1::Header header;
        header.set_inc(inc);
        header.set_ctr(ctr);
        header.set_lamport(lamport);
        header.set_key(key);
        header.set_op_schema(kOpSchema);
        return seal::sealChange(stream, header, seal::encodeChange(content).value(),
                                home.store().keys().key(stream, 1).value_or(seal::StreamKey{}),
                                home.random());
    }
    void hold(const seal::SealedChange &one, wire::v1::QuarantineReason reason)
    {
        auto transaction = journal::Transaction::begin(home.store().journal().database()).value();
        QVERIFY(home.store().journal().quarantine(tablet.device.id, one, reason, kNowMs));
        QVERIFY(transaction.commit());
    }
    Accepting acceptFirst()
    {
        auto office = Office::begin(home.store(), {home.random(), kNowMs}).value();
        const auto held = home.store().journal().quarantined().value();
        const auto how = Acceptor(home.store(), office, kNowMs, home.random()).accept(held.front()).value();
        if (!office.commit()) {
            qFatal("not committed");
        }
        return how;
    }
    [[nodiscard]] std::size_t held() { return home.store().journal().quarantined()->size(); }
    [[nodiscard]] Ran run(const char *line, const QStringList &more = {}) const
    {
        return runSync(
            QString::fromUtf8(line).split(QLatin1Char(' ')) + more +
            QStringList{QStringLiteral("--data"), QString::fromStdString(home.paths().dir.string())});
    }
};

} // namespace

class TestQuarantine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAcceptedStandsInTheLog()
    {
        Place m;
        const auto one = m.change(m.team, 5, kSecret);
        m.hold(one, wire::v1::NO_GRANT);
        const std::uint64_t before = m.home.store().journal().count().value();
        QCOMPARE(m.acceptFirst(), Accepting::Appended);
        QCOMPARE(m.held(), std::size_t(0));
        const auto stored = m.home.store().journal().find(one.id()).value();
        QVERIFY(stored && stored->change.ct == one.ct && stored->seq == before + 1);
    }

    void anAuditLineSaysSo()
    {
        Place m;
        m.hold(m.change(m.team, 5, kSecret), wire::v1::NO_GRANT);
        QCOMPARE(m.acceptFirst(), Accepting::Appended);
        m.hold(m.change(m.team, 8, "fire"), wire::v1::NO_GRANT);
        m.hold(m.change(m.team, 9, "fem"), wire::v1::NO_GRANT);
        QVERIFY(m.run("quarantine accept all").out.contains("Godkendt: 2."));
        QVERIFY(m.home.store().refresh());
        const auto streams = m.home.store().model().streams; // a copy: accepting reads the model anew
        QCOMPARE(
            std::count_if(streams.begin(), streams.end(),
                          [](const domain::StreamInfo &info) { return info.id.kind == StreamKind::Audit; }),
            1);
        const auto audit = std::find_if(streams.begin(), streams.end(), [](const domain::StreamInfo &info) {
            return info.id.kind == StreamKind::Audit;
        });
        QVERIFY(audit != streams.end());
        const auto count = [&] { return m.home.store().journal().ranges(audit->id)->size(); };
        QCOMPARE(count(), std::size_t(2)); // one for each of the office's sittings
        m.hold(m.change(m.team, 6, "to"), wire::v1::NO_GRANT);
        QCOMPARE(m.acceptFirst(), Accepting::Appended);
        QCOMPARE(count(), std::size_t(3)); // in the same stream
        std::string line;
        QVERIFY(m.home.store().journal().readStream(audit->id, 0, [&](journal::StoredChange &&stored) {
            line = seal::readChange(stored.change, *m.home.store().keys().key(audit->id, 1))
                       ->SerializeAsString();
            return true;
        }));
        QVERIFY(line.find("quarantine.accepted") != std::string::npos);
        QVERIFY(line.find(m.tablet.device.id.str()) != std::string::npos);
        QVERIFY(line.find(kSecret) == std::string::npos);
    }

    /** Who comes next in the stream is not thrown up by a number that somebody made up. */
    void aLamportThatJumpsIsWrittenUnderOneOfTheOffice_data()
    {
        QTest::addColumn<quint64>("above");
        QTest::addColumn<bool>("jumps");
        QTest::newRow("as far as it may") << quint64(limits::kLamportJumpMax) << false;
        QTest::newRow("one further") << quint64(limits::kLamportJumpMax) + 1 << true;
    }
    void aLamportThatJumpsIsWrittenUnderOneOfTheOffice()
    {
        QFETCH(quint64, above);
        QFETCH(bool, jumps);
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const std::uint64_t before = m.home.store().journal().lamport(m.team).value();
        const auto one = m.change(m.team, 5, kSecret, before + above);
        m.hold(one, wire::v1::UNREADABLE);
        QCOMPARE(m.acceptFirst(), jumps ? Accepting::Reissued : Accepting::Appended);
        QCOMPARE(m.held(), std::size_t(0));
        QCOMPARE(m.home.store().journal().find(one.id()).value().has_value(), !jumps);
        QCOMPARE(m.home.store().journal().lamport(m.team).value(), jumps ? before + 1 : before + above);
        bool found = false;
        QVERIFY(m.home.store().journal().readStream(m.team, 0, [&](journal::StoredChange &&stored) {
            const auto content = seal::readChange(stored.change, *m.home.store().keys().key(m.team, 1));
            found = found || (content && content->ops(0).text() == kSecret);
            return true;
        }));
        QVERIFY(found);
    }

    void aTakenIdIsWrittenUnderOneOfTheOffice()
    {
        Place m;
        const auto one = m.change(m.team, 5, kSecret);
        m.home.append({m.change(m.team, 5, "tvillingens")});
        m.hold(one, wire::v1::ID_COLLISION);
        QCOMPARE(m.acceptFirst(), Accepting::Reissued);
        bool found = false;
        QVERIFY(m.home.store().journal().readStream(m.team, 0, [&](journal::StoredChange &&stored) {
            const auto content = seal::readChange(stored.change, *m.home.store().keys().key(m.team, 1));
            found = found ||
                    (content && content->ops(0).text() == kSecret && content->author() == m.sofie.str() &&
                     m.home.store().authority().isOwn(stored.change.dot.inc));
            return true;
        }));
        QVERIFY(found);
    }

    /** What a tablet skipped comes back although its empty place is in the log. */
    void itsWordsTakeThePlaceOfItsEmptyPlace()
    {
        Place m;
        const auto one = m.change(m.team, 5, "hej");
        m.hold(seal::goneOf(one), wire::v1::UNREADABLE); // skipped on its tablet, and held without its words
        m.hold(one, wire::v1::FAILED_TOO_OFTEN);         // and then the rescue file
        QCOMPARE(m.acceptFirst(), Accepting::Appended);
        const auto stored = m.home.store().journal().find(one.id()).value();
        QVERIFY(stored && !stored->change.gone);
    }

    void whatWasSkippedComesBack()
    {
        Place m;
        const auto one = m.change(m.team, 5, kSecret);
        m.home.append({seal::goneOf(one)});
        m.hold(one, wire::v1::FAILED_TOO_OFTEN);
        QCOMPARE(m.acceptFirst(), Accepting::Reissued);
        QCOMPARE(m.held(), std::size_t(0));
        m.hold(seal::goneOf(one), wire::v1::NO_GRANT);
        QCOMPARE(m.acceptFirst(), Accepting::Known);
    }

    void nobodyBecomesTheOfficeByBeingAccepted()
    {
        Place m;
        const Incarnation own = *m.home.store().authority().own().begin();
        auto header = wire::v1::Header();
        header.set_inc(static_cast<std::uint64_t>(own));
        header.set_ctr(99);
        header.set_lamport(1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const StreamId home = m.home.store().server().homeStream;
        wire::v1::Change content;
        content.set_role(wire::v1::ROLE_OFFICE);
        m.hold(seal::sealChange(home, header, seal::encodeChange(content).value(),
                                *m.home.store().keys().key(home, 1), m.home.random()),
               wire::v1::BAD_PROOF);
        QCOMPARE(m.acceptFirst(), Accepting::Usurping);
        QCOMPARE(m.held(), std::size_t(1));
    }

    void inHomeNothingIsWrittenInTheOfficesName()
    {
        Place m;
        const StreamId home = m.home.store().server().homeStream;
        m.home.append({m.change(home, 5, "en definition")});
        m.hold(m.change(home, 5, "en anden"), wire::v1::ID_COLLISION);
        QCOMPARE(m.acceptFirst(), Accepting::Unreadable);
        QCOMPARE(m.held(), std::size_t(1));
    }

    /** Its tablet offers it again, day by day, and has not seen whose words those of the office are. */
    void whatTheOfficeWroteAnewIsNotHeldTwice()
    {
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const std::uint64_t far =
            m.home.store().journal().lamport(m.team).value() + limits::kLamportJumpMax + 1;
        const auto one = m.change(m.team, 5, kSecret, far);
        session::StorePush push = m.home.push(m.tablet, m.team, {one});
        const auto offer = [&]() -> wire::v1::QuarantineReason {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            const auto stored = Inbox(m.home.store()).store(push, kNowMs).value();
            if (!transaction.commit() || stored.answer.held.size() != 1) {
                qFatal("not stored");
            }
            return stored.answer.held.front().second;
        };
        QCOMPARE(offer(), wire::v1::UNREADABLE);
        QCOMPARE(m.held(), std::size_t(1));
        QCOMPARE(m.acceptFirst(), Accepting::Reissued);
        QCOMPARE(offer(), wire::v1::REISSUED); // it waits no more
        QCOMPARE(m.held(), std::size_t(0));
        push.held.emplace_back(one, wire::v1::NO_GRANT); // held by the session
        push.accepted.clear();
        QCOMPARE(offer(), wire::v1::REISSUED);
        QCOMPARE(m.held(), std::size_t(0));
    }

    /** Its tablet goes by this: which change it was, and nothing left out. */
    void whatTheOfficeWroteAnewSaysWhichItWas()
    {
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const auto one = m.change(m.team, 5, kSecret, limits::kLamportJumpMax + 1'000);
        m.hold(one, wire::v1::UNREADABLE);
        QCOMPARE(m.acceptFirst(), Accepting::Reissued);
        const seal::StreamKey key = *m.home.store().keys().key(m.team, 1);
        std::optional<seal::SealedChange> anew;
        QVERIFY(m.home.store().journal().readStream(m.team, 0, [&](journal::StoredChange &&stored) {
            anew = std::move(stored.change);
            return true;
        }));
        const auto content = seal::readChange(*anew, key).value();
        const HomeId home = m.home.store().server().home;
        QVERIFY(seal::isReissueOf(content, one, seal::readChange(one, key).value(), home));
        QCOMPARE(seal::reissuedDot(content).value_or(Dot{}), one.dot);
        const auto proofs =
            m.home.store().journal().proofsFor(m.team, {anew->dot.inc, anew->dot.ctr, anew->dot.ctr}).value();
        QCOMPARE(proofs.size(), std::size_t(1));
        QVERIFY(
            seal::check(proofs.front(), *m.home.store().signKey(DeviceId{home.data}), std::span(&*anew, 1)));
    }

    /** Two tablets have handed it in: its words come in once. */
    void whatTwoTabletsHandedInIsWrittenAnewOnce()
    {
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const auto one = m.change(m.team, 5, kSecret, limits::kLamportJumpMax + 1'000);
        m.hold(one, wire::v1::UNREADABLE);
        m.tablet = m.home.addTablet("Køkkenet", domain::DeviceKind::Shared);
        m.hold(one, wire::v1::UNREADABLE);
        QVERIFY(m.run("quarantine accept all").out.contains("Godkendt: 2."));
        QVERIFY(m.home.store().refresh());
        QCOMPARE(m.held(), std::size_t(0));
        const auto ranges = m.home.store().journal().ranges(m.team).value();
        QCOMPARE(ranges.size(), std::size_t(2)); // what was, and the office's
        QCOMPARE(ranges.front().last + ranges.back().last, std::uint64_t(2));
    }

    void anEmptyPlaceOfHomeWaitsForItsWords()
    {
        Place m;
        const StreamId home = m.home.store().server().homeStream;
        const auto one = m.change(home, 5, kSecret);
        m.hold(seal::goneOf(one), wire::v1::UNREADABLE);
        QCOMPARE(m.acceptFirst(), Accepting::Unreadable);
        QCOMPARE(m.held(), std::size_t(1));
        QVERIFY(!m.home.store().journal().find(one.id())->has_value());
    }

    /** As with a person's yes: nobody's next change is thrown up by a number that somebody made up. */
    void aLamportThatJumpsWaitsForAPersonWhenItsKeyHasCome_data()
    {
        aLamportThatJumpsIsWrittenUnderOneOfTheOffice_data();
    }
    void aLamportThatJumpsWaitsForAPersonWhenItsKeyHasCome()
    {
        QFETCH(quint64, above);
        QFETCH(bool, jumps);
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const std::uint64_t before = m.home.store().journal().lamport(m.team).value();
        m.hold(m.change(m.team, 5, kSecret, before + above), wire::v1::UNKNOWN_KEY);
        QCOMPARE(admitOpened(m.home.store()).value(), std::size_t(jumps ? 0 : 1));
        QCOMPARE(m.held(), std::size_t(jumps ? 1 : 0));
        QCOMPARE(m.home.store().journal().lamport(m.team).value(), jumps ? before : before + above);
    }

    /** A profile that came with its key says whom the resident lets read: from then on. */
    void whatIsAdmittedCountsAtOnce()
    {
        Place m;
        const PersonId mette = m.home.addStaff("Mette");
        const Tablet phone = m.home.addTablet("Mettes", domain::DeviceKind::Staff, false, mette);
        const StreamId profile = m.home.streamOf(m.sofie, StreamKind::Profile);
        domain::Profile said;
        said.team = {mette};
        wire::v1::Change content;
        content.set_author(m.sofie.str());
        content.set_enterer(m.sofie.str());
        content.set_wall_ms(kNowMs);
        for (const wire::v1::Op &op : domain::writeProfile(m.sofie, said, merge::Fold())) {
            *content.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(5);
        header.set_ctr(1);
        header.set_lamport(m.home.store().journal().lamport(profile).value() + 1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const auto change = seal::sealChange(profile, header, seal::encodeChange(content).value(),
                                             *m.home.store().keys().key(profile, 1), m.home.random());
        {
            const auto push = m.home.push(m.tablet, profile, {change});
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            QVERIFY(m.home.store().journal().keepProof(*push.proof));
            QVERIFY(transaction.commit());
        }
        m.hold(change, wire::v1::UNKNOWN_KEY);
        const auto has = [&] {
            return m.home.store().hasRight(*m.home.store().model().device(phone.device.id),
                                           *m.home.store().model().streamInfo(m.team));
        };
        QVERIFY(!has());
        QCOMPARE(admitOpened(m.home.store()).value(), std::size_t(1));
        QVERIFY(has());
    }

    void aStreamThatNobodyKnowsIsNotAccepted()
    {
        Place m;
        const StreamId nobodys{StreamKind::Team, randomBytes<EntityId>(m.home.random())};
        m.hold(m.change(nobodys, 5, "x"), wire::v1::NO_GRANT);
        QCOMPARE(m.acceptFirst(), Accepting::NoStream);
        QCOMPARE(m.held(), std::size_t(1));
    }

    void theListNeverSaysWhatStandsThere()
    {
        Place m;
        m.hold(m.change(m.team, 5, kSecret), wire::v1::NO_GRANT);
        const Ran list = m.run("quarantine list");
        QCOMPARE(list.exit, 0);
        QVERIFY2(list.out.contains("fra Stuen, mit team (Sofie), "), list.out.constData());
        QVERIFY2(m.run("quarantine list --lang en").out.contains("from Stuen, team (Sofie), "),
                 list.out.constData());
        const Ran show = m.run("quarantine show 1");
        QVERIFY2(show.out.contains("Skrevet af Sofie, indtastet af Sofie, "), show.out.constData());
        QVERIFY(show.out.contains("Felter: 1."));
        for (const Ran &ran :
             {list, show, m.run("quarantine list --json"), m.run("quarantine show 1 --json")}) {
            QVERIFY(!ran.out.contains("Det her"));
            QVERIFY(!ran.out.contains("felt\""));
        }
        const QJsonObject row = QJsonDocument::fromJson(m.run("quarantine list --json").out)
                                    .object()[QStringLiteral("held")][0]
                                    .toObject();
        QCOMPARE(row[QStringLiteral("reason")].toString(), QStringLiteral("NO_GRANT"));
        QVERIFY(row[QStringLiteral("bytes")].toInt() > 0);
    }

    void aPersonAcceptsOnTheLine()
    {
        Place m;
        m.hold(m.change(m.team, 5, kSecret), wire::v1::NO_GRANT);
        m.hold(m.change(m.team, 6, kSecret), wire::v1::NO_GRANT);
        for (const char *line : {"quarantine accept 99", "quarantine show 99", "quarantine accept x",
                                 "quarantine rescue 99 --out /nowhere"}) {
            const Ran ran = m.run(line);
            QVERIFY2(ran.exit == 1 && ran.err.count('\n') == 1 && ran.out.isEmpty(), ran.err.constData());
        }
        QVERIFY(m.run("quarantine accept 2").out.contains("Godkendt: 1."));
        QVERIFY(m.run("quarantine accept all").out.contains("Godkendt: 1."));
        QVERIFY(m.run("quarantine list").out.contains("Der venter ikke noget."));
        for (const char *line :
             {"quarantine accept all", "quarantine accept alle", "quarantine rescue alle --out /nowhere"}) {
            const Ran none = m.run(line);
            QVERIFY2(none.exit == 1 && none.err.contains("Der venter ikke noget, så") && none.out.isEmpty(),
                     none.err.constData());
        }
    }

    void whatIsMissingBeforeWhatWasAcceptedIsNamed()
    {
        Place m;
        for (const std::uint64_t ctr : {3U, 6U, 7U}) {
            m.hold(m.change(m.team, 5, "ord", 1, ctr), wire::v1::NO_GRANT);
        }
        const Ran last = m.run("quarantine accept 3");
        QCOMPARE(last.exit, 0);
        QVERIFY2(last.out.contains("fra Stuen, mit team (Sofie), mangler ændring 1–2, 4–5, der"),
                 last.out.constData());
        QVERIFY2(last.out.contains("venter nr. 1, 2 stadig her"), last.out.constData());
        const Ran all = m.run("quarantine accept alle");
        QVERIFY2(all.out.contains("mangler ændring 1–2, 4–5, der") && !all.out.contains("stadig her"),
                 all.out.constData());
        m.hold(m.change(m.team, 6, "hel", 1, 1), wire::v1::NO_GRANT);
        const Ran whole = m.run("quarantine accept alle");
        QVERIFY2(whole.exit == 0 && !whole.out.contains("OBS"), whole.out.constData());
    }

    /** Not "the tablet does not have that section", whatever the truth is. */
    void whyIsSaidAsItIs()
    {
        Place m;
        m.hold(m.change(m.team, 5, kSecret),
               wire::v1::NO_GRANT); // a shared tablet has that: it came too early
        const Ran early = m.run("quarantine list");
        QVERIFY2(early.out.contains("vidste endnu ikke") && early.out.contains("quarantine accept NR"),
                 early.out.constData());
        QVERIFY(m.run("quarantine show 1").out.contains("quarantine accept NR"));
        QCOMPARE(m.run("quarantine accept 1").exit, 0);

        const StreamId nobodys{StreamKind::Own, randomBytes<EntityId>(m.home.random())};
        m.hold(m.change(nobodys, 5, "x"), wire::v1::NO_GRANT);
        const Ran unknown = m.run("quarantine list");
        QVERIFY2(unknown.out.contains("fra Stuen, kun mig, ") &&
                     unknown.out.contains("hjemmet her kender ikke det afsnit endnu") &&
                     unknown.out.contains("Lad alle tabletter komme i kontakt"),
                 unknown.out.constData());
        {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            QVERIFY(m.home.store().journal().release(m.home.store().journal().quarantined()->front().id));
            QVERIFY(transaction.commit());
        }
        QVERIFY(m.home.store().refresh());
        QVERIFY(makeOwnStreams(m.home.store(), {m.home.random(), kNowMs}));
        const Tablet phone = m.home.addTablet("Vagten", domain::DeviceKind::Staff);
        m.tablet = phone;
        const StreamId own = m.home.streamOf(m.sofie, StreamKind::Own);
        m.hold(m.change(own, 5, "x"), wire::v1::NO_GRANT);
        const Ran elsewhere = m.run("quarantine list");
        QVERIFY2(elsewhere.out.contains("fra Vagten, kun mig (Sofie), ") &&
                     elsewhere.out.contains("kun mig ligger kun på fælles tabletter"),
                 elsewhere.out.constData());
    }

    /** recover is named only where it helps: else it names this list, which names it again. */
    void theWordsAreNamedOnlyWhenTheyHaveTheKey()
    {
        Place m;
        const auto strange = [&](std::uint32_t version) {
            m.hold(m.change(m.team, 4 + version, "x", 1, 1, version), wire::v1::UNKNOWN_KEY);
        };
        strange(7);
        const Ran nowhere = m.run("quarantine list");
        QVERIFY2(!nowhere.out.contains("recover") && nowhere.out.contains("slet ikke i hjemmet"),
                 nowhere.out.constData());
        strange(1); // its box is in `home` since the stream was made
        const Ran came = m.run("quarantine list");
        QVERIFY2(!came.out.contains("recover") && came.out.contains("nøglen er kommet siden"),
                 came.out.constData());
        QVERIFY(m.home.store().keys().destroy(m.team));
        QVERIFY(m.run("quarantine list").out.contains("recover --words"));
    }

    void timesAreWrittenInOneWay()
    {
        Place m;
        m.hold(m.change(m.team, 5, kSecret), wire::v1::NO_GRANT);
        for (const char *line : {"quarantine list", "quarantine show 1"}) {
            const QByteArray danish = m.run(line).out;
            QVERIFY2(danish.contains("21-09-2026 kl. "), danish.constData());
            QByteArray words = line;
            const QByteArray english = m.run((words + " --lang en").constData()).out;
            QVERIFY2(english.contains("2026-09-21 ") && !english.contains("kl."), english.constData());
        }
    }

    /** A tablet whose key is gone: all that is in its folder and nowhere else, past what is damaged there. */
    void theFolderOfATabletIsReadIn()
    {
        Place m;
        m.home.append({m.change(m.team, 4, "det, der var")});
        const StreamId home = m.home.store().server().homeStream;
        const auto far = m.change(m.team, 5, "langt oppe", limits::kLamportJumpMax + 1'000);
        const auto first = m.change(m.team, 6, "den første", 2, 1);
        const auto broken = m.change(m.team, 6, "i stykker", 3, 2);
        const auto last = m.change(m.team, 6, "den sidste", 4, 3);
        const auto aside = m.change(m.team, 7, "lagt til side", 5, 1);
        const auto brokenAside = m.change(m.team, 7, "også i stykker", 6, 2);
        const auto lastAside = m.change(m.team, 7, "også til side", 7, 3);
        m.hold(far, wire::v1::UNREADABLE);
        QCOMPARE(m.acceptFirst(), Accepting::Reissued);
        const QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath(QStringLiteral("tablet.db")).toStdString();
        {
            journal::OpenOptions options;
            options.create = true;
            auto journal = journal::Journal::open(file, options).value();
            auto transaction = journal::Transaction::begin(journal.database()).value();
            for (const auto &one : {m.change(home, 3, "en definition"), far, first, broken, last}) {
                QVERIFY(journal.append(one));
            }
            for (const auto &one : {aside, brokenAside, lastAside, first}) {
                QVERIFY(journal.quarantine(m.tablet.device.id, one, wire::v1::FAILED_TOO_OFTEN, kNowMs));
            }
            QVERIFY(journal.database().execute("UPDATE change SET body = x'00' WHERE seq = 4"));
            QVERIFY(journal.database().execute(
                "INSERT INTO stream(stream, set_hash, lamport) VALUES(x'00', zeroblob(32), 0)")); // no id
            QVERIFY(journal.database().execute("UPDATE quarantine SET header = x'00' WHERE id = 2"));
            QVERIFY(transaction.commit());
        }
        const Ran taken = m.run("quarantine take --tablet Stuen", {dir.path()});
        QVERIFY2(taken.exit == 0 && taken.out.contains("Læst ind: 4."), taken.out + taken.err);
        QVERIFY2(taken.out.contains("ikke kunne læses: 2."), taken.out.constData());
        std::map<Dot, wire::v1::QuarantineReason> held;
        for (const journal::Quarantined &one : m.home.store().journal().quarantined().value()) {
            held[one.change.dot] = one.reason;
        }
        const std::map<Dot, wire::v1::QuarantineReason> expected{{first.dot, wire::v1::BAD_PROOF},
                                                                 {last.dot, wire::v1::BAD_PROOF},
                                                                 {aside.dot, wire::v1::FAILED_TOO_OFTEN},
                                                                 {lastAside.dot, wire::v1::FAILED_TOO_OFTEN}};
        QVERIFY(held == expected); // the far one is in the log, under the office's id
        const Ran again = m.run("quarantine take --tablet Stuen", {dir.path()});
        QVERIFY2(again.out.contains("Læst ind: 0."), again.out.constData());
    }

    void takenOutAndTakenIn()
    {
        Place m;
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("redning"));
        const auto one = m.change(m.team, 5, kSecret);
        m.hold(one, wire::v1::FAILED_TOO_OFTEN);
        QCOMPARE(m.run("quarantine rescue all --out", {file}).exit, 0);
        QCOMPARE(m.run("quarantine rescue all --out", {file}).exit, 1); // never over another file
        QVERIFY(!trivsel::testing::bytesOf(file).contains("Det her"));
        {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            QVERIFY(m.home.store().journal().release(1));
            QVERIFY(transaction.commit());
        }
        const Ran taken = m.run("quarantine take", {file});
        QVERIFY2(taken.exit == 0 && taken.out.contains("Læst ind: 1."), taken.err.constData());
        const auto held = m.home.store().journal().quarantined().value();
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(held.front().change.ct, one.ct);
        QCOMPARE(held.front().device, m.tablet.device.id);
        QCOMPARE(held.front().reason, wire::v1::FAILED_TOO_OFTEN);
        // Of another home, of a tablet nobody knows, damaged.
        Place other;
        QVERIFY(other.run("quarantine take", {file}).err.contains("et andet hjem"));
        archive::Rescue strange{
            m.home.store().server().home, randomBytes<DeviceId>(m.home.random()), kNowMs, {}, {}};
        const auto bytes = archive::writeRescue(
            strange, randomBytes<seal::SignSecret>(m.home.random()),
            *m.home.store().keys().key(m.home.store().server().homeStream, 1), 1, m.home.random());
        QCOMPARE(takeRescue(m.home.store(), *bytes).error().code(), Errc::NotAllowed);
        const QByteArray whole = trivsel::testing::bytesOf(file);
        QCOMPARE(takeRescue(m.home.store(), whole.left(whole.size() - 1).toStdString()).error().code(),
                 Errc::StoreCorrupt);
        QVERIFY(
            m.run("quarantine take", {dir.filePath(QStringLiteral("nothing"))}).err.contains("findes ikke"));
    }
};

QTEST_GUILESS_MAIN(TestQuarantine)
#include "tst_quarantine.moc"

// Backups: what a segment holds, that damage is found and named, and that a home comes back from them whole.
#include "sync-server/backup_check.h"
#include "sync-server/backup_keys.h"
#include "sync-server/backup_record.h"
#include "sync-server/backup_write.h"
#include "sync-server/restore.h"
#include "sync-server/status.h"
#include "tests/server/home_builder.h"
#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>
#include <filesystem>
#include <limits>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::syncProgram;
using trivsel::testing::Tablet;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

/** On another disk than QDir::tempPath() where the system has one. */
QString memoryTemplate()
{
    return QDir(QStringLiteral("/dev/shm")).exists()
               ? QStringLiteral("/dev/shm/trivsel-backup-XXXXXX")
               : QDir::tempPath() + QStringLiteral("/trivsel-backup-XXXXXX");
}

struct Place
{
    QTemporaryDir dir{memoryTemplate()};
    BuiltHome home;
    Tablet tablet = home.addTablet("Stuen", domain::DeviceKind::Shared);
    PersonId sofie = home.addResident("Sofie");
    StreamId team = home.streamOf(sofie, StreamKind::Team);
    std::uint64_t written = 0;

    [[nodiscard]] fs::path at(const char *name) const { return fs::path(dir.path().toStdString()) / name; }
    void write(std::size_t count, std::size_t textBytes = 10)
    {
        home.append(home.write(team, Incarnation{77}, written + 1, count, textBytes));
        written += count;
    }
    [[nodiscard]] BackupWish wish(std::int64_t nowMs = kNowMs) const
    {
        BackupWish wish;
        wish.to = at("copy");
        wish.data = home.paths().dir;
        wish.wrapKey = readWrapKey(home.paths().wrapKey).value();
        wish.nowMs = nowMs;
        wish.random = home.random();
        return wish;
    }
    BackupResult copy(std::int64_t nowMs = kNowMs)
    {
        auto done = server::backup(home.store(), wish(nowMs));
        if (!done) {
            qFatal("no backup: %s %s", nameOf(done.error().code()), done.error().detail().c_str());
        }
        return *done;
    }
    [[nodiscard]] RestoreWish restore(const char *to) const
    {
        RestoreWish wish;
        wish.from = at("copy");
        wish.to.dir = at(to);
        wish.to.wrapKey = wish.to.dir / "wrap.key";
        wish.secret = home.seed();
        wish.random = home.random();
        wish.nowMs = kNowMs + kKeysMaxAgeMs;
        return wish;
    }
    [[nodiscard]] OpenArchive key() const { return openWith(readWrapKey(home.paths().wrapKey).value()); }
    [[nodiscard]] CheckedBackup check() const { return checkBackup(at("copy"), key()).value(); }
    [[nodiscard]] std::vector<fs::path> files(const char *begin) const
    {
        std::vector<fs::path> found;
        for (const auto &entry : fs::directory_iterator(at("copy"))) {
            if (entry.path().filename().string().starts_with(begin)) {
                found.push_back(entry.path());
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

QByteArray bytesOf(const fs::path &file)
{
    QFile in(QString::fromStdString(file.string()));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void overwrite(const fs::path &file, const QByteArray &bytes)
{
    QFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(bytes) != bytes.size()) {
        qFatal("can't write");
    }
}

/** Every stream with its set and what it folds to. */
std::vector<std::tuple<StreamId, std::uint64_t, Hash256, Hash256>> stateOf(HomeStore &store)
{
    std::vector<std::tuple<StreamId, std::uint64_t, Hash256, Hash256>> out;
    const auto states = readState(store).value();
    for (const StreamState &one : states) {
        out.emplace_back(one.stream, one.changes, one.setHash, one.fold);
    }
    return out;
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNewIsWritten()
    {
        Place m;
        m.write(3);
        const auto end = m.home.store().journal().end().value();
        const BackupResult first = m.copy();
        QCOMPARE(first.changes, end.seq);
        QCOMPARE(first.number, 1U);
        QVERIFY(first.newSeries);
        QVERIFY(first.upto == end);
        QVERIFY(m.copy().file.empty());
        m.write(2);
        const BackupResult second = m.copy();
        QCOMPARE(second.changes, std::uint64_t(2));
        QCOMPARE(second.number, 2U);
        QVERIFY(!second.newSeries);
        const CheckedBackup checked = m.check();
        QVERIFY(checked.whole());
        QCOMPARE(checked.series.size(), std::size_t(1));
        QCOMPARE(checked.series.front().segments.size(), std::size_t(2));
        QCOMPARE(checked.series.front().segments.at(1).changes, std::uint64_t(2));
    }

    void aHomeComesBackWhole_data()
    {
        QTest::addColumn<bool>("words");
        QTest::newRow("with the recovery words") << true;
        QTest::newRow("with the old key") << false;
    }
    void aHomeComesBackWhole()
    {
        QFETCH(bool, words);
        Place m;
        m.write(40);
        m.copy();
        m.write(7);
        auto held = m.home.write(m.team, Incarnation{99}, 1, 2);
        {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            for (const auto &change : held) {
                QVERIFY(
                    m.home.store().journal().quarantine(m.tablet.device.id, change, wire::v1::NO_GRANT, 5));
            }
            QVERIFY(m.home.store().contacts().noteIncarnation(m.tablet.device.id, Incarnation{77}));
            QVERIFY(m.home.store().contacts().noteCursor(m.tablet.device.id, {3, 4}));
            QVERIFY(transaction.commit());
        }
        m.copy();
        RestoreWish wish = m.restore("new");
        if (!words) {
            wish.secret = m.wish().wrapKey;
        }
        const auto report = restoreHome(wish);
        QVERIFY2(report, report ? "" : report.error().trouble.error.detail().c_str());
        QCOMPARE(report->held, std::uint64_t(2));
        QCOMPARE(report->streamsWithoutKey, std::size_t(0));
        auto again = openHome(wish.to, m.home.random());
        QVERIFY(again);
        HomeStore &store = **again;
        QVERIFY(stateOf(store) == stateOf(m.home.store()));
        QVERIFY(store.epoch() != m.home.store().epoch());
        QVERIFY(store.journal().end().value() == m.home.store().journal().end().value());
        QCOMPARE(store.keys().all().size(), m.home.store().keys().all().size());
        QCOMPARE(store.journal().quarantined()->size(), std::size_t(2));
        QCOMPARE(store.journal().quarantined()->at(1).change.ct, held.at(1).ct);
        QCOMPARE(store.journal().quarantined()->at(1).receivedMs, std::int64_t(5));
        QVERIFY(store.authority().own() == m.home.store().authority().own());
        const Contact contact = store.contacts().of(m.tablet.device.id).value();
        QCOMPARE(contact.lastIncarnation, Incarnation{77});
        QCOMPARE(contact.cursor.seq, std::uint64_t(0)); // nobody stands in the new epoch yet
        QVERIFY(store.server().identity == m.home.store().server().identity);
        QVERIFY(store.server().ca == m.home.store().server().ca);
    }

    void proofsComeBackToo()
    {
        Place m;
        const auto changes = m.home.write(m.team, Incarnation{5}, 1, 3);
        const auto push = m.home.push(m.tablet, m.team, changes);
        {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            QVERIFY(m.home.store().journal().append(changes));
            QVERIFY(m.home.store().journal().keepProof(*push.proof));
            QVERIFY(transaction.commit());
        }
        m.copy();
        QVERIFY(restoreHome(m.restore("new")));
        auto again = openHome(m.restore("new").to, m.home.random());
        const auto proofs = (*again)->journal().proofsFor(m.team, {Incarnation{5}, 1, 3}).value();
        QCOMPARE(proofs.size(), std::size_t(1));
        QCOMPARE(proofs.front().signature(), push.proof->signature());
    }

    void theWordsAloneOpenWhatTheKeysCopyWouldHave()
    {
        Place m;
        m.write(4);
        m.copy();
        for (const fs::path &file : m.files("keys-")) {
            fs::remove(file);
        }
        RestoreWish wish = m.restore("new");
        wish.secret = m.wish().wrapKey;
        QCOMPARE(restoreHome(wish).error().why, RestoreRefusal::NoKeys);
        QVERIFY(!fs::exists(wish.to.dir));
        const auto report = restoreHome(m.restore("new"));
        QVERIFY(report);
        QCOMPARE(report->streamsWithoutKey, std::size_t(0));
        auto again = openHome(m.restore("new").to, m.home.random());
        QVERIFY(stateOf(**again) == stateOf(m.home.store()));
    }

    /** A backup that lost a byte anywhere says so, and names the file. */
    void aTruncatedSegmentIsFound()
    {
        Place m;
        m.write(3);
        m.copy();
        const fs::path file = m.files("changes-").front();
        const QByteArray whole = bytesOf(file);
        for (qsizetype size = 0; size < whole.size();
             size += size < 200 || whole.size() - size < 200 ? 1 : 37) {
            overwrite(file, whole.left(size));
            const CheckedFile checked = checkFile(file, m.key());
            QVERIFY2(checked.fault, qPrintable(QString::number(size)));
            QCOMPARE(checked.fault->code(), Errc::StoreCorrupt);
        }
        overwrite(file, whole + 'x');
        QVERIFY(checkFile(file, m.key()).fault);
        overwrite(file, whole);
        QVERIFY(!checkFile(file, m.key()).fault);
    }

    void aFlippedByteIsFoundWithAndWithoutAKey()
    {
        Place m;
        m.write(3);
        m.copy();
        const fs::path file = m.files("changes-").front();
        const QByteArray whole = bytesOf(file);
        for (qsizetype at = 0; at < whole.size(); at += at < 300 ? 1 : 23) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
            overwrite(file, flipped);
            QVERIFY2(checkFile(file, m.key()).fault, qPrintable(QString::number(at)));
            QVERIFY2(checkFile(file, {}).fault, qPrintable(QString::number(at)));
        }
        overwrite(file, whole);
        QVERIFY(!checkFile(file, {}).fault);
    }

    void aNewerFormatIsNotGuessedAt()
    {
        Place m;
        m.write(1);
        m.copy();
        const fs::path file = m.files("changes-").front();
        QByteArray bytes = bytesOf(file);
        bytes.replace(0, 18, "trivsel-archive 2\n");
        overwrite(file, bytes);
        QCOMPARE(checkFile(file, m.key()).fault->code(), Errc::StoreTooNew);
        overwrite(file, "not an archive of anybody, but long enough");
        QCOMPARE(checkFile(file, m.key()).fault->code(), Errc::StoreForeign);
    }

    void aMissingSegmentIsNamedAndTheRestIsStillThere()
    {
        Place m;
        m.write(3);
        m.copy();
        m.write(3);
        m.copy();
        m.write(3);
        m.copy();
        const auto all = m.files("changes-");
        fs::remove(all.at(1));
        const CheckedBackup checked = m.check();
        QVERIFY(!checked.whole());
        QVERIFY(checked.series.front().missing == (std::vector<SegmentGap>{{2, 2}}));
        QVERIFY(checked.series.front().wrongChain.empty());
        QCOMPARE(restoreHome(m.restore("new")).error().why, RestoreRefusal::BrokenSeries);
        QVERIFY(!fs::exists(m.at("new")));
        RestoreWish wish = m.restore("new");
        wish.acceptBroken = true;
        const auto report = restoreHome(wish);
        QVERIFY(report);
        QCOMPARE(report->changes, m.home.store().journal().count().value() - 3);
    }

    /** Anybody may name a file so: it costs neither memory nor time. */
    void aNumberFarAheadIsOneGap()
    {
        Place m;
        m.write(3);
        m.copy();
        const fs::path first = m.files("changes-").front();
        auto far = SegmentName::from(first.filename().string()).value();
        far.number = std::numeric_limits<std::uint32_t>::max();
        fs::copy_file(first, first.parent_path() / far.str());
        const CheckedSeries checked = m.check().series.front();
        QVERIFY(checked.missing == (std::vector<SegmentGap>{{2, far.number - 1}}));
        QCOMPARE(checked.wrongChain, std::vector<std::string>{far.str()}); // its header says another number
    }

    void aDamagedSegmentCostsOnlyItself()
    {
        Place m;
        m.write(3);
        m.copy();
        m.write(4);
        m.copy();
        const auto all = m.files("changes-");
        overwrite(all.at(0), bytesOf(all.at(0)).left(500));
        RestoreWish wish = m.restore("new");
        wish.acceptBroken = true;
        const auto report = restoreHome(wish);
        QVERIFY(report);
        QCOMPARE(report->changes, std::uint64_t(4));
        QCOMPARE(report->unread, std::vector<std::string>{all.at(0).filename().string()});
    }

    void segmentsOfAnotherHistoryDoNotFollow()
    {
        Place m;
        m.write(3);
        m.copy();
        m.write(3);
        m.copy();
        const auto all = m.files("changes-");
        const QByteArray second = bytesOf(all.at(1));
        overwrite(all.at(1), bytesOf(all.at(0))); // the same file twice
        QCOMPARE(m.check().series.front().wrongChain.size(), std::size_t(1));
        overwrite(all.at(1), second);
        QVERIFY(m.check().whole());
    }

    void nobodyElsesSecretsOpenIt()
    {
        Place m;
        m.write(3);
        m.copy();
        RestoreWish wish = m.restore("new");
        wish.secret = randomBytes<seal::WrapKey>(m.home.random());
        QCOMPARE(restoreHome(wish).error().why, RestoreRefusal::WrongSecret);
        wish.secret = randomBytes<seal::RecoverySeed>(m.home.random());
        QCOMPARE(restoreHome(wish).error().why, RestoreRefusal::WrongSecret);
        QVERIFY(!fs::exists(wish.to.dir));
        fs::create_directory(wish.to.dir);
        overwrite(wish.to.dir / "something", "of somebody's");
        QCOMPARE(restoreHome(m.restore("new")).error().why, RestoreRefusal::NotEmpty);
        QCOMPARE(bytesOf(wish.to.dir / "something"), QByteArray("of somebody's"));
    }

    /** Without the server's signature anybody who knows the public recovery key could write a history. */
    void aFileThatTheServerDidNotSignIsNotRestored()
    {
        Place m;
        m.write(3);
        m.copy();
        BuiltHome other;
        const auto file = m.files("changes-").front();
        auto reader = openArchive(file).value();
        archive::v1::Header header = reader.header();
        const auto key = openWith(m.wish().wrapKey)(header).value();
        QVERIFY(reader.useKey(key));
        std::string bytes;
        auto writer =
            archive::Writer::begin(header, key, other.store().server().identity, [&](std::string_view part) {
                bytes += part;
                return Status();
            }).value();
        for (auto records = reader.next().value(); records; records = reader.next().value()) {
            QVERIFY(writer.add(std::move(*records)));
        }
        QVERIFY(writer.finish());
        overwrite(file, QByteArray::fromStdString(bytes));
        QCOMPARE(restoreHome(m.restore("new")).error().why, RestoreRefusal::BrokenSeries);
    }

    void anotherLogBeginsAnotherSeries()
    {
        Place m;
        m.write(3);
        m.copy();
        QVERIFY(restoreHome(m.restore("new")));
        auto again = openHome(m.restore("new").to, m.home.random());
        BackupWish wish = m.wish();
        wish.data = m.at("new");
        wish.wrapKey = readWrapKey(m.at("new") / "wrap.key").value();
        const auto copied = server::backup(**again, wish);
        QVERIFY(copied);
        QVERIFY(copied->newSeries);                           // words: another key file
        QCOMPARE(m.files("changes-").size(), std::size_t(2)); // and the old one is left alone
        QVERIFY(m.check().whole());
        m.write(1); // the old home goes on in its own
        QVERIFY(!m.copy().newSeries);
    }

    /** A clock that was ahead decides nothing: a person does, who sees what there is. */
    void aDateInTheFutureIsAskedAbout_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<bool>("future");
        QTest::newRow("a day") << qint64(kAheadMs) << false;
        QTest::newRow("more") << qint64(kAheadMs + 1) << true;
        QTest::newRow("no more") << qint64(1) << false; // it was ahead then, and is not now
    }
    void aDateInTheFutureIsAskedAbout()
    {
        QFETCH(qint64, ahead);
        QFETCH(bool, future);
        Place m;
        RestoreWish wish = m.restore("new");
        m.write(3);
        m.copy(wish.nowMs + ahead); // the clock was ahead
        const std::string first = m.check().series.front().id;
        QVERIFY(restoreHome(wish)); // one series alone: nothing to choose
        fs::remove_all(wish.to.dir);
        fs::rename(m.at("copy"), m.at("stick"));
        m.write(2);
        m.copy(kNowMs);
        const std::string second = m.check().series.front().id;
        for (const auto &entry : fs::directory_iterator(m.at("stick"))) {
            fs::copy(entry, m.at("copy") / entry.path().filename(), fs::copy_options::skip_existing);
        }
        const auto report = restoreHome(wish);
        QVERIFY(!report);
        const auto &series = report.error().series;
        QCOMPARE(series.size(), std::size_t(2));
        QCOMPARE(series.at(0).id, second);
        QVERIFY(series.at(0).opened && series.at(0).whole && !series.at(0).ahead);
        QCOMPARE(series.at(1).ahead, future);
        QCOMPARE(series.at(1).lastMs, wish.nowMs + ahead);
        QVERIFY(series.at(0).changes == series.at(1).changes + 2);
        QCOMPARE(report.error().why, future ? RestoreRefusal::WhichSeries : RestoreRefusal::NoneHoldsAll);
        QCOMPARE(report.error().trouble.subject, future ? first : second);
        QVERIFY(!fs::exists(wish.to.dir));
        wish.series = second;
        const auto chosen = restoreHome(wish);
        QVERIFY(chosen);
        QCOMPARE(chosen->taken, second);
        QCOMPARE(chosen->changes, series.at(0).changes);
    }

    /** The log says which goes on from which: nobody need be asked. */
    void theOneThatGoesOnFromTheOthersIsTaken()
    {
        Place m;
        const RestoreWish wish = m.restore("new");
        m.write(3);
        m.copy(kNowMs);
        fs::rename(m.at("copy"), m.at("stick"));
        m.write(2);
        m.copy(kNowMs + 1);
        const std::string second = m.check().series.front().id;
        for (const auto &entry : fs::directory_iterator(m.at("stick"))) {
            fs::copy(entry, m.at("copy") / entry.path().filename(), fs::copy_options::skip_existing);
        }
        const auto report = restoreHome(wish);
        QVERIFY(report);
        QCOMPARE(report->taken, second);
    }

    void aSegmentThatWasTakenAwayBeginsAnotherSeries()
    {
        Place m;
        m.write(3);
        m.copy();
        m.write(1);
        m.copy();
        fs::remove(m.files("changes-").front());
        m.write(1);
        const BackupResult all = m.copy();
        QVERIFY(all.newSeries);
        QCOMPARE(all.changes, m.home.store().journal().count().value());
    }

    /** What can't be restored is not gone on from: everything is copied anew, and the old files stay. */
    void aDamagedSeriesIsLeftAndAnotherBegun_data()
    {
        QTest::addColumn<int>("segment");
        QTest::addColumn<QString>("how");
        for (const int segment : {0, 1, 2}) {
            for (const char *how : {"flipped", "cut", "longer", "gone"}) {
                if (segment == 2 && qstrcmp(how, "gone") == 0) {
                    continue; // nothing behind it: what is there is whole
                }
                QTest::addRow("%s, no. %d", how, segment + 1) << segment << QString::fromUtf8(how);
            }
        }
    }
    void aDamagedSeriesIsLeftAndAnotherBegun()
    {
        QFETCH(int, segment);
        QFETCH(QString, how);
        Place m;
        for (int at = 0; at < 3; ++at) {
            m.write(2);
            m.copy(kNowMs + at);
        }
        const fs::path file = m.files("changes-").at(static_cast<std::size_t>(segment));
        QByteArray bytes = bytesOf(file);
        if (how == QLatin1String("gone")) {
            fs::remove(file);
        } else if (how == QLatin1String("cut")) {
            bytes.chop(bytes.size() / 2);
            overwrite(file, bytes);
        } else if (how == QLatin1String("longer")) {
            overwrite(file, bytes += 'x');
        } else {
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
            overwrite(file, bytes);
        }
        const std::size_t left = m.files("changes-").size();
        const BackupResult anew = m.copy(kNowMs + 10); // nothing is new, and yet
        QVERIFY(anew.newSeries);
        QCOMPARE(anew.number, 1U);
        QCOMPARE(anew.changes, m.home.store().journal().count().value());
        QCOMPARE(anew.broken, std::vector<std::string>{file.filename().string()});
        QCOMPARE(m.files("changes-").size(), left + 1);
        const CheckedSeries newest = m.check().series.back();
        QVERIFY(newest.whole());
        QCOMPARE(newest.uptoSeq, anew.upto.seq);
        m.write(1);
        const BackupResult next = m.copy(kNowMs + 20); // and from there it goes on
        QVERIFY(!next.newSeries);
        QCOMPARE(next.number, 2U);
        QVERIFY(restoreHome(m.restore("new")));
    }

    /** The disk may be full when the new series is begun: until it is there, nothing counts as safe. */
    void damageThatCantBeMadeGoodMakesNothingSafe()
    {
        Place m;
        m.write(2);
        const std::uint64_t end = m.copy().upto.seq;
        const fs::path file = m.files("changes-").front();
        overwrite(file, bytesOf(file).chopped(1));
        BackupWish wish = m.wish(kNowMs + 1);
        wish.random = [](std::span<std::uint8_t> out) { std::fill(out.begin(), out.end(), 0xab); };
        const fs::path inTheWay = m.at("copy") / SegmentName{"abababababababab", 1}.str();
        fs::create_directory(inTheWay);
        QVERIFY(!server::backup(m.home.store(), wish));
        BackupRecord record = readBackupRecord(m.home.store().journal()).value();
        QVERIFY(!record.problem.empty());
        QCOMPARE(record.upto.seq, std::uint64_t(0));
        QCOMPARE(record.doneMs, kNowMs);
        fs::remove(inTheWay);
        QVERIFY(m.copy(kNowMs + 2).newSeries);
        record = readBackupRecord(m.home.store().journal()).value();
        QCOMPARE(record.upto.seq, end);
        QVERIFY(record.problem.empty());
    }

    /** A header that reads like another home's, another key's or a newer program's: it is named as damaged.
     */
    void aDamagedHeaderIsNamedToo()
    {
        Place m;
        m.write(2);
        m.copy();
        const fs::path file = m.files("changes-").front();
        const QByteArray whole = bytesOf(file);
        for (qsizetype at = 0; at < 300; at += 3) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            overwrite(file, bytes);
            const BackupResult anew = m.copy();
            QVERIFY2(anew.newSeries, qPrintable(QString::number(at)));
            QVERIFY2(anew.broken == std::vector<std::string>{file.filename().string()},
                     qPrintable(QString::number(at)));
            fs::remove(m.at("copy") / anew.file);
            overwrite(file, whole);
            QVERIFY(!m.copy().newSeries); // and the home knows it again
        }
    }

    /** Every hour both ends of each file; once a day what is between them. */
    void hourlyBackupsReadAllOnceADay()
    {
        Place m;
        for (int at = 0; at < 3; ++at) {
            m.write(2);
            m.copy(kNowMs);
        }
        const fs::path file = m.files("changes-").front();
        QByteArray bytes = bytesOf(file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        overwrite(file, bytes);
        const auto hourly = [&m](std::int64_t nowMs) {
            BackupWish wish = m.wish(nowMs);
            wish.readAll = false;
            return server::backup(m.home.store(), wish).value();
        };
        const BackupResult soon = hourly(kNowMs + kReadAllEveryMs - 1);
        QVERIFY(!soon.newSeries && !soon.readAll);
        QVERIFY(hourly(kNowMs + kReadAllEveryMs).newSeries);
        // A cut is seen at once.
        m.write(1);
        QVERIFY(!hourly(kNowMs + kReadAllEveryMs + 1).newSeries);
        const fs::path last = m.at("copy") / readBackupRecord(m.home.store().journal())->last;
        overwrite(last, bytesOf(last).chopped(1));
        QVERIFY(hourly(kNowMs + kReadAllEveryMs + 2).newSeries);
    }

    /** What died with its key must die in the copies too. */
    void copiesOfKeysAgeOut()
    {
        Place m;
        for (int hour = 0; hour < 24 * 40; hour += 6) {
            m.copy(kNowMs + hour * kDayMs / 24);
        }
        const std::int64_t last = kNowMs + (24 * 40 - 6) * kDayMs / 24;
        const auto copies = m.check().keys;
        QVERIFY(copies.size() >= 25);
        QVERIFY(copies.size() <= 31);
        for (const CheckedFile &copy : copies) {
            QVERIFY(last - copy.header.made_ms() <= kKeysMaxAgeMs);
        }
        // Exactly 30 days is lawful, a moment more is not.
        Place n;
        n.copy(kNowMs);
        n.copy(kNowMs + kKeysMaxAgeMs);
        QCOMPARE(n.files("keys-").size(), std::size_t(2));
        n.copy(kNowMs + kKeysMaxAgeMs + 1);
        QCOMPARE(n.files("keys-").size(), std::size_t(1));
    }

    /** A clock that was years ahead once, and is right again. */
    void aDateYearsAheadIsNoNewerCopy_data()
    {
        QTest::addColumn<bool>("words");
        QTest::newRow("with the recovery words") << true;
        QTest::newRow("with the old key") << false;
    }
    void aDateYearsAheadIsNoNewerCopy()
    {
        QFETCH(bool, words);
        Place m;
        m.copy(kNowMs + 9 * 365 * kDayMs);
        const fs::path ahead = m.files("keys-").front();
        fs::copy_file(ahead, m.at("stick")); // on the other stick, which is in again some day
        m.home.addResident("Karim");
        m.copy();
        QCOMPARE(m.files("keys-").size(), std::size_t(1)); // as any copy that is more than 30 days off
        QVERIFY(!fs::exists(ahead));
        fs::copy_file(m.at("stick"), ahead);
        m.home.addResident("Noor"); // it is told that there is a newer one
        const std::size_t keys = m.home.store().keys().all().size();
        m.copy();
        QVERIFY(!fs::exists(ahead));
        fs::copy_file(m.at("stick"), ahead);
        RestoreWish wish = m.restore("new");
        if (!words) {
            wish.secret = m.wish().wrapKey;
        }
        QCOMPARE(readKeysCopy(m.check().keys.back().file, m.key())->keys.size(), keys);
        const auto report = restoreHome(wish);
        QVERIFY(report);
        QCOMPARE(report->keys, keys);
        QCOMPARE(report->streamsWithoutKey, std::size_t(0));
    }

    /** It went on from a snapshot of its disk: two copies of one number, and each has a key of its own. */
    void aServerThatWentOnTwiceLosesNoKey()
    {
        Place m;
        m.copy();
        const auto setBack = [&m](std::uint64_t generation) {
            auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
            QVERIFY(rememberGeneration(m.home.store(), generation));
            QVERIFY(transaction.commit());
        };
        const StreamId other{StreamKind::Team, randomBytes<EntityId>(m.home.random())};
        const seal::StreamKey key = randomBytes<seal::StreamKey>(m.home.random());
        QVERIFY(m.home.store().keys().put(other, 1, key));
        m.copy(kNowMs + kDayMs);
        const fs::path one = m.files("keys-").back();
        for (const fs::path &file : m.files("keys-")) {
            const bool twice = openArchive(file).value().header().generation() == 2;
            fs::rename(file, m.at(twice ? "twin" : "first"));
        }
        QVERIFY(m.home.store().keys().destroy(other));
        setBack(1);
        m.home.addResident("Karim");
        const std::size_t keys = m.home.store().keys().all().size();
        m.copy(kNowMs + kDayMs);
        QCOMPARE(m.check().keys.size(), std::size_t(1));
        QVERIFY(m.check().keysThatDisagree().empty());
        fs::copy_file(m.at("twin"), one);
        QCOMPARE(m.check().keysThatDisagree().size(), std::size_t(1));
        RestoreWish wish = m.restore("new");
        wish.secret = m.wish().wrapKey;
        const auto report = restoreHome(wish);
        QVERIFY(report);
        QCOMPARE(report->keys, keys + 1);
        QCOMPARE(report->keysThatDisagree.size(), std::size_t(1));
        // What the restored home copies is newer than both.
        auto again = openHome(wish.to, m.home.random());
        BackupWish next = m.wish(kNowMs + kDayMs);
        next.data = wish.to.dir;
        next.to = m.at("another folder");
        QVERIFY(server::backup(**again, next));
        const auto copies = checkBackup(next.to, m.key()).value().keys;
        QCOMPARE(copies.back().header.generation(), std::uint64_t(3));
    }

    void aNewKeyIsCopiedAtOnce()
    {
        Place m;
        m.copy();
        m.home.addResident("Karim");
        m.copy();
        const auto copies = m.check().keys;
        QCOMPARE(copies.size(), std::size_t(1)); // of one day, the newest
        QCOMPARE(readKeysCopy(copies.front().file, m.key())->keys.size(), m.home.store().keys().all().size());
    }

    void aCopyOnTheSameDiskDoesNotCount()
    {
        Place m;
        m.write(2);
        BackupWish near = m.wish();
        near.to = m.home.paths().dir.parent_path() / "near";
        const auto done = server::backup(m.home.store(), near);
        QVERIFY(done && !done->otherDisk);
        QCOMPARE(m.home.store().safeUpto({}, m.team).value(), std::uint64_t(0));
        const StatusReport report = readStatus(m.home.store()).value();
        QCOMPARE(report.notSafe, report.changes);
        if (onSameDisk(m.dir.path().toStdString(), m.home.paths().dir)) {
            QSKIP("there is one disk only");
        }
        QVERIFY(m.copy().otherDisk);
        QCOMPARE(m.home.store().safeUpto({}, m.team).value(), report.changes);
        QCOMPARE(readStatus(m.home.store())->notSafe, std::uint64_t(0));
        m.write(1);
        QCOMPARE(readStatus(m.home.store())->notSafe, std::uint64_t(1));
    }

    /** It lies on one disk until a backup has it. */
    void whatIsHeldIsSafeWithTheNextBackup()
    {
        Place m;
        const auto hold = [&m](const seal::SealedChange &change) {
            auto &journal = m.home.store().journal();
            auto transaction = journal::Transaction::begin(journal.database()).value();
            QVERIFY(journal.quarantine(m.tablet.device.id, change, wire::v1::NO_GRANT, kNowMs));
            QVERIFY(transaction.commit());
        };
        const auto notSafe = [&m] { return readStatus(m.home.store())->notSafe; };
        if (onSameDisk(m.dir.path().toStdString(), m.home.paths().dir)) {
            QSKIP("there is one disk only");
        }
        const auto changes = m.home.write(m.team, Incarnation{71}, 1, 4);
        hold(changes[0]);
        m.copy();
        QCOMPARE(notSafe(), std::uint64_t(0));
        hold(changes[1]);
        QCOMPARE(notSafe(), std::uint64_t(1));
        m.copy();
        QCOMPARE(notSafe(), std::uint64_t(0));
        // The place alone was copied; its words come later, from a rescue file.
        hold(seal::goneOf(changes[2]));
        hold(changes[3]);
        m.copy();
        QCOMPARE(notSafe(), std::uint64_t(0));
        hold(changes[2]);
        QCOMPARE(notSafe(), std::uint64_t(1));
        m.copy();
        QCOMPARE(notSafe(), std::uint64_t(0));
        QVERIFY(restoreHome(m.restore("new")));
        const auto again = openHome(m.restore("new").to, m.home.random());
        for (const journal::Quarantined &held : (*again)->journal().quarantined().value()) {
            QVERIFY(!held.change.gone);
        }
    }

    void aFailureIsRememberedAndNothingIsLeft()
    {
        Place m;
        m.write(2);
        m.copy();
        BackupWish wish = m.wish(kNowMs + 1);
        wish.to = m.at("not there") / "at all";
        QCOMPARE(server::backup(m.home.store(), wish).error().code(), Errc::StoreMissing);
        wish.to = m.at("not plugged in");
        wish.makeFolder = false;
        QCOMPARE(server::backup(m.home.store(), wish).error().code(), Errc::StoreMissing);
        QVERIFY(!fs::exists(wish.to));
        const BackupRecord record = readBackupRecord(m.home.store().journal()).value();
        QCOMPARE(record.problem, std::string("StoreMissing"));
        QCOMPARE(record.triedMs, kNowMs + 1);
        QCOMPARE(record.doneMs, kNowMs); // the last good one still counts
        QVERIFY(record.upto.seq > 0);
    }

    /** Another process copies while this one writes: what it copies is one moment. */
    void aBackupDuringWritesIsOneMoment()
    {
        Place m;
        m.write(200, 2000);
        QProcess process;
        const QString copy = QString::fromStdString(m.at("copy").string());
        for (int round = 0; round < 3; ++round) {
            const std::uint64_t before = m.home.store().journal().count().value();
            process.start(syncProgram(),
                          {QStringLiteral("backup"), QStringLiteral("--to"), copy, QStringLiteral("--data"),
                           QString::fromStdString(m.home.paths().dir.string())});
            int writes = 0;
            while (!process.waitForFinished(1) && process.state() != QProcess::NotRunning) {
                m.write(1, 500);
                ++writes;
            }
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(writes > 0);
            const CheckedBackup checked = m.check();
            QVERIFY(checked.whole());
            QVERIFY(checked.series.front().uptoSeq >= before);
            QVERIFY(checked.series.front().uptoSeq <= m.home.store().journal().count().value());
        }
        m.copy();
        QVERIFY(restoreHome(m.restore("new")));
        auto again = openHome(m.restore("new").to, m.home.random());
        QVERIFY(stateOf(**again) == stateOf(m.home.store()));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"

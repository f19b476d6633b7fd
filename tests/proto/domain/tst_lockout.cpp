#include "proto/domain/lockout.h"

#include "proto/seal/keys.h"
#include "proto/seal/passcode.h"

#include <QtTest>

#include <limits>

using namespace trivsel;
using domain::Lockout;

namespace {

/** A million guesses through the same road as the product's, with a derivation that costs nothing. */
Result<seal::PasscodeHash> quickKdf(std::string_view code, const seal::PasscodeSalt & /*salt*/,
                                    seal::KdfCost /*cost*/)
{
    seal::PasscodeHash hash;
    std::copy(code.begin(), code.end(), hash.data.begin());
    return hash;
}

std::string digits(int number)
{
    const std::string text = std::to_string(number);
    return std::string(seal::kPasscodeDigits - text.size(), '0') + text;
}

seal::PasscodeVerifier verifierOf(std::string_view code)
{
    return *seal::makeVerifier(code, {1, 8}, quickKdf, seal::systemRandom());
}

} // namespace

class TestLockout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void theWaitGrowsToFiveMinutesAndNoFurther()
    {
        const std::vector<std::int64_t> waits{0,      0,      0,       5'000,   15'000,
                                              30'000, 60'000, 120'000, 240'000, 300'000};
        for (std::uint32_t wrong = 0; wrong < waits.size(); ++wrong) {
            QCOMPARE(Lockout::waitAfter(wrong), waits[wrong]);
        }
        QCOMPARE(Lockout::waitAfter(1'000'000), Lockout::kWaitMaxMs);
        QCOMPARE(Lockout::waitAfter(std::numeric_limits<std::uint32_t>::max()), Lockout::kWaitMaxMs);
    }

    void aTryIsRefusedUntilTheLastMillisecond()
    {
        Lockout lockout;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(lockout.beginTry(1'000));
        }
        QCOMPARE(lockout.waitMs(1'000), 5'000);
        QVERIFY(!lockout.beginTry(5'999));
        QCOMPARE(lockout.wrongTries(), 3U); // what was refused does not count
        QCOMPARE(lockout.waitMs(5'999), 1);
        QCOMPARE(lockout.waitMs(6'000), 0);
        QVERIFY(lockout.beginTry(6'000));
        QCOMPARE(lockout.waitMs(6'000), 15'000);
    }

    void aRightCodeAfterAWaitBeginsAnew()
    {
        Lockout lockout;
        std::int64_t now = 0;
        for (int i = 0; i < 20; ++i) {
            now += lockout.waitMs(now);
            QVERIFY(lockout.beginTry(now));
        }
        QCOMPARE(lockout.waitMs(now), Lockout::kWaitMaxMs);
        now += Lockout::kWaitMaxMs;
        QVERIFY(lockout.beginTry(now));
        lockout.succeed();
        QCOMPARE(lockout.waitMs(now), 0);
        QCOMPARE(lockout.wrongTries(), 0U);
    }

    void aRestartNeverShortensAWait()
    {
        Lockout lockout;
        std::int64_t now = 0;
        for (int i = 0; i < 9; ++i) {
            now += lockout.waitMs(now);
            QVERIFY(lockout.beginTry(now));
        }
        auto after = Lockout::load(lockout.save(), 12); // the device's uptime is small again
        QVERIFY(after);
        QCOMPARE(after->wrongTries(), 9U);
        QCOMPARE(after->waitMs(12), Lockout::kWaitMaxMs);
        QCOMPARE(after->waitMs(12 + Lockout::kWaitMaxMs), 0); // and never for good
        // Without a restart of the program an uptime that goes back counts as nothing waited.
        QCOMPARE(lockout.waitMs(now - 1), Lockout::kWaitMaxMs);
        QVERIFY(!lockout.beginTry(5));
        QCOMPARE(lockout.waitMs(5 + Lockout::kWaitMaxMs), 0);
    }

    void aTryCountsBeforeItIsChecked()
    {
        Lockout lockout;
        for (int i = 0; i < 4; ++i) {
            lockout = *Lockout::load(lockout.save(), 0);
            const std::int64_t wait = lockout.waitMs(0);
            QVERIFY(lockout.beginTry(wait));
        } // the plug was pulled each time before an answer came
        QCOMPARE(lockout.wrongTries(), 4U);
    }

    void aTryThatCouldNotBeCheckedIsTakenBack()
    {
        Lockout lockout;
        QVERIFY(lockout.beginTry(0));
        lockout.takeBack();
        QCOMPARE(lockout.wrongTries(), 0U);
        lockout.takeBack();
        QCOMPARE(lockout.wrongTries(), 0U);
    }

    void whatIsSavedIsReadAgain()
    {
        Lockout lockout;
        std::int64_t now = 0;
        for (int i = 0; i < 300; ++i) {
            now += lockout.waitMs(now);
            QVERIFY(lockout.beginTry(now));
        }
        QCOMPARE(Lockout::load(lockout.save(), now)->wrongTries(), 300U);
        QVERIFY(!Lockout::load("", 0));
        QVERIFY(!Lockout::load(lockout.save() + "x", 0));
        QVERIFY(!Lockout::load(lockout.save().substr(1), 0));
        std::string other = lockout.save();
        other[0] = 2;
        QVERIFY(!Lockout::load(other, 0));
        const auto most = Lockout::load(std::string("\x01\xFF\xFF\xFF\xFF", 5), 0);
        QVERIFY(most);
        Lockout full = *most;
        QVERIFY(full.beginTry(Lockout::kWaitMaxMs));
        QCOMPARE(full.wrongTries(), std::numeric_limits<std::uint32_t>::max()); // does not run over
    }

    /** All million codes in turn: found at the last one, and it took more than nine years of uptime. */
    void aMillionGuesses()
    {
        const auto verifier = verifierOf("999999");
        Lockout lockout;
        std::int64_t now = 0;
        std::int64_t refused = 0;
        int found = -1;
        for (int guess = 0; guess < 1'000'000 && found < 0; ++guess) {
            while (!lockout.beginTry(now)) {
                ++refused;
                now += lockout.waitMs(now);
            }
            const auto right = seal::matches(digits(guess), verifier, quickKdf);
            if (!right) {
                QFAIL("the derivation failed");
            }
            if (*right) {
                lockout.succeed();
                found = guess;
            }
        }
        QCOMPARE(found, 999'999);
        QVERIFY(refused > 999'900);
        const std::int64_t years = now / (365LL * 24 * 60 * 60 * 1000);
        QCOMPARE(years, 9);
    }

    /** A million tries without patience: only those that the waits let through are ever checked. */
    void aMillionGuessesInADay()
    {
        constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
        Lockout lockout;
        int checked = 0;
        for (std::int64_t guess = 0; guess < 1'000'000; ++guess) {
            checked += lockout.beginTry(guess * kDayMs / 1'000'000) ? 1 : 0;
        }
        QVERIFY2(checked <= 2 + 7 + 288, qPrintable(QString::number(checked)));
        QVERIFY(checked >= 280);
    }

    void twentyGuessesThroughTheRealDerivation()
    {
        const auto kdf = seal::systemPasscodeKdf();
        const auto verifier = seal::makeVerifier("000019", {}, kdf, seal::systemRandom());
        QVERIFY(verifier);
        Lockout lockout;
        std::int64_t now = 0;
        for (int guess = 0; guess < 20; ++guess) {
            now += lockout.waitMs(now);
            QVERIFY(lockout.beginTry(now));
            const auto right = seal::matches(digits(guess), *verifier, kdf);
            QVERIFY(right);
            QCOMPARE(*right, guess == 19);
        }
        QCOMPARE(lockout.wrongTries(), 20U);
    }
};

QTEST_GUILESS_MAIN(TestLockout)
#include "tst_lockout.moc"

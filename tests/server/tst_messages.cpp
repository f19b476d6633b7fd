#include "sync-server/messages.h"

#include "proto/journal/files.h"

#include <QRegularExpression>
#include <QtTest>
#include <cerrno>
#include <set>

using namespace trivsel;
using namespace trivsel::server;

namespace {

constexpr auto kCount = static_cast<int>(Text::Count);

std::string marked(Lang lang, int text)
{
    return say(lang, static_cast<Text>(text), {"<0>", "<1>", "<2>", "<3>"});
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLanguagesSayEverythingWithTheSameValues()
    {
        for (int text = 0; text < kCount; ++text) {
            const std::string danish = marked(Lang::Danish, text);
            const std::string english = marked(Lang::English, text);
            QVERIFY2(!danish.empty() && !english.empty(), qPrintable(QString::number(text)));
            QVERIFY2(danish.find('{') == std::string::npos, danish.c_str());
            QVERIFY2(english.find('{') == std::string::npos, english.c_str());
            for (const char *value : {"<0>", "<1>", "<2>", "<3>"}) {
                QCOMPARE(danish.find(value) == std::string::npos, english.find(value) == std::string::npos);
            }
        }
    }

    /** "1 ændringer" is how a machine talks. */
    void oneIsNotSeveral()
    {
        static const QRegularExpression several(QStringLiteral(
            "\\b1 (ændringer|nøgler|tabletter|beboere|linjer|tekster|sletninger|filer|forsøger|underskrifter|"
            "changes|keys|tablets|residents|lines|texts|erasures|files|tries|bytes)\\b"));
        for (int text = 0; text < kCount; ++text) {
            for (const Lang lang : {Lang::Danish, Lang::English}) {
                const auto one = QString::fromStdString(
                    say(lang, static_cast<Text>(text), {"1", "1", "1", "1", "1", "1"}));
                QVERIFY2(!several.match(one).hasMatch(), qPrintable(one));
            }
        }
        QCOMPARE(say(Lang::Danish, Text::RecoverGone, {"Alt", "1"}), "Alt: 1 ændring er uden indhold.");
        QCOMPARE(say(Lang::Danish, Text::RecoverGone, {"Alt", "21"}), "Alt: 21 ændringer er uden indhold.");
        QCOMPARE(say(Lang::English, Text::RecoverGone, {"All", "1"}), "All: 1 change is without content.");
        QCOMPARE(say(Lang::English, Text::RecoverGone, {"All", "0"}), "All: 0 changes are without content.");
        // One sentence within the other.
        QCOMPARE(say(Lang::Danish, Text::AuditWhole, {"1"}),
                 "Den ene linje er hel: den mangler ikke, og den er ikke ændret.");
        QCOMPARE(say(Lang::Danish, Text::AuditWhole, {"12"}),
                 "Alle 12 linjer hænger sammen: ingen mangler, og ingen er ændret.");
    }

    void aMissingValueIsLeftOut() { QCOMPARE(say(Lang::Danish, Text::Listening, {}), "lytter på "); }

    void everyStoreErrorHasASentenceOfItsOwn()
    {
        std::set<std::string> sentences;
        const auto codes = {Errc::StoreBusy,   Errc::StoreCorrupt,  Errc::StoreForeign, Errc::StoreTooNew,
                            Errc::StoreFull,   Errc::StoreReadOnly, Errc::StoreMissing, Errc::StoreExists,
                            Errc::StoreFailed, Errc::KeyMissing,    Errc::SealBroken,   Errc::AddressInUse,
                            Errc::Unreachable, Errc::OpenToOthers,  Errc::Internal};
        for (const Errc code : codes) {
            const std::string text = sentence(Lang::Danish, Error(code), "/data/x");
            QVERIFY2(text.find("/data/x") != std::string::npos, text.c_str());
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), codes.size());
    }

    void theSystemsOwnWordsAreNotShown()
    {
        const Error io = journal::fileError(EIO, "read");
        QCOMPARE(sentence(Lang::Danish, io, "/data"),
                 "Disken svarede med en fejl (den kan ikke læse eller skrive, fejl nr. 5) ved /data.");
        QVERIFY(sentence(Lang::English, io, "/data").find("error no. 5") != std::string::npos);
        const Error rare = journal::fileError(EOVERFLOW, "read");
        QVERIFY(sentence(Lang::Danish, rare, "/data").find("(fejl nr. 75)") != std::string::npos);
        // What is for engineers is told in English alone.
        const Error ours(Errc::Internal, "no profile");
        QVERIFY(sentence(Lang::Danish, ours, "/data").find("profile") == std::string::npos);
        QVERIFY(sentence(Lang::English, ours, "/data").find("no profile") != std::string::npos);
        // A command to type is the same in both.
        const Error open(Errc::OpenToOthers, "chmod 700 /data");
        QVERIFY(sentence(Lang::Danish, open, "/data").find("chmod 700 /data") != std::string::npos);
    }

    void onlyTwoLanguages()
    {
        QVERIFY(parseLang("da") == Lang::Danish);
        QVERIFY(parseLang("en") == Lang::English);
        QVERIFY(!parseLang("de"));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"

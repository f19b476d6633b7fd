#include "sync-server/messages.h"

#include <QtTest>
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

    void onlyTwoLanguages()
    {
        QVERIFY(parseLang("da") == Lang::Danish);
        QVERIFY(parseLang("en") == Lang::English);
        QVERIFY(!parseLang("de"));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"

// The demo's words: whole, for the right voice, and written like Danish.
#include "app/demo/texts.h"
#include "tests/app/engine/test_home.h"

#include <QRegularExpression>
#include <QtTest>

using namespace trivsel;
using namespace trivsel::demo;

class TestTexts : public QObject
{
    Q_OBJECT

private:
    Texts m_texts;
    catalogue::DefinitionPtr m_plan;

    /** Every sentence that may come on a screen. */
    [[nodiscard]] std::vector<std::string> everything() const
    {
        std::vector<std::string> all;
        const auto add = [&](const std::vector<std::string> &some) {
            all.insert(all.end(), some.begin(), some.end());
        };
        const auto addRemarks = [&](const Remarks &remarks) {
            for (const auto *of : {&remarks.wellbeing, &remarks.cooperation}) {
                for (const auto &mood : *of) {
                    add(mood);
                }
            }
        };
        for (const Persona &persona : m_texts.personas) {
            for (const PlanSitting &sitting : persona.sittings) {
                for (const auto &[linkId, words] : sitting.fields) {
                    all.push_back(words);
                }
            }
            add(persona.agreements);
            addRemarks(persona.remarks);
            if (persona.twoVersions) {
                add({persona.twoVersions->first.text, persona.twoVersions->second.text});
            }
        }
        for (const auto &[linkId, ways] : m_texts.pool.fields) {
            add(ways);
        }
        add({m_texts.pool.twoVersions.first.text, m_texts.pool.twoVersions.second.text});
        addRemarks(m_texts.pool.remarks);
        return all;
    }
    [[nodiscard]] std::set<std::string> planFields(catalogue::Voice voice) const
    {
        std::set<std::string> fields;
        for (const catalogue::Item *item : m_plan->questions()) {
            if (item->voice == voice && item->type != catalogue::ItemType::Date) {
                fields.insert(item->linkId);
            }
        }
        return fields;
    }
    void checkWriting(Speaker by, const std::string &linkId) const
    {
        const catalogue::Item *item = m_plan->find(linkId);
        QVERIFY2(item != nullptr && item->isQuestion(), linkId.c_str());
        QVERIFY2(by == Speaker::Staff || item->voice != catalogue::Voice::Staff, linkId.c_str());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto texts = readTexts();
        QVERIFY2(texts.has_value(), texts ? "" : texts.error().detail().c_str());
        m_texts = *texts;
        m_plan = test::shippedCatalogue()->byUrl(m_texts.pool.planUrl);
        QVERIFY(m_plan);
    }

    void fivePeopleHaveWordsOfTheirOwn()
    {
        std::set<std::string> names;
        for (const Persona &persona : m_texts.personas) {
            names.insert(persona.name);
        }
        QCOMPARE(names, (std::set<std::string>{"", "Birthe", "Jens", "Karim", "Sofie"}));
    }

    void everyFieldIsWrittenInItsVoice()
    {
        for (const Persona &persona : m_texts.personas) {
            std::set<std::string> left = planFields(catalogue::Voice::Resident);
            left.merge(planFields(catalogue::Voice::Staff));
            left.erase(m_texts.pool.agreementsField);
            for (const PlanSitting &sitting : persona.sittings) {
                QVERIFY(sitting.at > 0 && sitting.at < 1);
                for (const auto &[linkId, words] : sitting.fields) {
                    checkWriting(sitting.by, linkId);
                    left.erase(linkId);
                }
            }
            QVERIFY2(left.empty(), left.empty() ? "" : (persona.name + " " + *left.begin()).c_str());
            QVERIFY(persona.agreements.size() >= 2);
        }
    }

    void thePoolCanWriteAWholePlan()
    {
        std::set<std::string> left = planFields(catalogue::Voice::Resident);
        left.merge(planFields(catalogue::Voice::Staff));
        for (const Pool::Sitting &sitting : m_texts.pool.sittings) {
            for (const std::string &linkId : sitting.fields) {
                checkWriting(sitting.by, linkId);
                QVERIFY2(m_texts.pool.fields.contains(linkId), linkId.c_str());
                left.erase(linkId);
            }
        }
        left.erase(m_texts.pool.agreementsField);
        QVERIFY2(left.empty(), left.empty() ? "" : left.begin()->c_str());
        for (const auto &[linkId, ways] : m_texts.pool.fields) {
            QVERIFY2(ways.size() >= 3, linkId.c_str());
        }
        for (const std::string &date : {m_texts.pool.seenOnField, m_texts.pool.nextOnField}) {
            const catalogue::Item *item = m_plan->find(date);
            QVERIFY(item != nullptr && item->type == catalogue::ItemType::Date);
        }
    }

    void onlyJensHasWordsForTwoTablets()
    {
        for (const Persona &persona : m_texts.personas) {
            QCOMPARE(persona.twoVersions.has_value(), persona.name == "Jens");
        }
    }

    void thereIsSomethingToSayInEveryMood()
    {
        for (const std::size_t mood : {0U, 1U, 2U}) {
            QVERIFY(m_texts.pool.remarks.wellbeing[mood].size() >= 4);
            QVERIFY(m_texts.pool.remarks.cooperation[mood].size() >= 4);
        }
    }

    void allOfItIsWholeDanishSentences()
    {
        const QRegularExpression whole(QStringLiteral("^(\\p{Lu}|\\{navn\\}).*[.!?]$"));
        const QRegularExpression strange(QStringLiteral("  | [.,!?]|\"|aa|\\t|[^\\p{L}\\p{N} .,!?:”{}/-]"));
        const QRegularExpression variable(QStringLiteral("\\{(?!navn\\}|team1\\}|team2\\})"));
        for (const std::string &text : everything()) {
            const QString words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            QVERIFY2(whole.match(words).hasMatch(), text.c_str());
            QVERIFY2(!strange.match(words).hasMatch(), text.c_str());
            QVERIFY2(!variable.match(words).hasMatch(), text.c_str());
        }
        const std::vector<std::string> all = everything();
        for (const char *letter : {"æ", "ø", "å"}) {
            QVERIFY(std::any_of(all.begin(), all.end(),
                                [&](const auto &text) { return text.find(letter) != std::string::npos; }));
        }
        QVERIFY(std::set<std::string>(all.begin(), all.end()).size() + 12 >
                all.size()); // said once, but for revisions
    }

    void namesAreFilledIn()
    {
        QCOMPARE(fillIn("{navn} og {team1} med {team2}.", {"Jens", "Ali", "Mette"}),
                 std::string("Jens og Ali med Mette."));
        QCOMPARE(fillIn("{navn} går. {team2} ved {navn}.", {}),
                 std::string("Beboeren går. Personalet ved beboeren."));
        QCOMPARE(fillIn("Med {team2}.", {"", "Ali", ""}), std::string("Med Ali."));
        QCOMPARE(fillIn("{navn}.", {"{navn}", "", ""}),
                 std::string("{navn}.")); // somebody is called so: it ends
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"

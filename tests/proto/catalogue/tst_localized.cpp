#include "proto/catalogue/localized.h"

#include <QtTest/QtTest>

using namespace trivsel::catalogue;

class TstLocalized : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void englishFallsBackToDanish()
    {
        QCOMPARE((Localized{"Ja", "Yes"}.in(Language::En)), std::string("Yes"));
        QCOMPARE((Localized{"Ja", "Yes"}.in(Language::Da)), std::string("Ja"));
        QCOMPARE((Localized{"Ja", ""}.in(Language::En)), std::string("Ja"));
    }

    void languageTags()
    {
        QCOMPARE(languageOf("da_DK"), std::optional(Language::Da));
        QCOMPARE(languageOf("en-GB"), std::optional(Language::En));
        QCOMPARE(languageOf("dansk"), std::nullopt);
        QCOMPARE(languageOf(""), std::nullopt);
    }

    void fills_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << "Lytter {navn}?"
                              << "Mette"
                              << "Lytter Mette?";
        QTest::newRow("twice") << "{navn} og {navn}"
                               << "Ali"
                               << "Ali og Ali";
        QTest::newRow("genitive") << "{navn}s ønsker"
                                  << "Sofie"
                                  << "Sofies ønsker";
        QTest::newRow("genitive after s") << "{navn}s ønsker"
                                          << "Mads"
                                          << "Mads’ ønsker";
        QTest::newRow("genitive after x") << "{navn}s"
                                          << "Felix"
                                          << "Felix’";
        QTest::newRow("not a genitive") << "{navn}som"
                                        << "Mads"
                                        << "Madssom";
        QTest::newRow("not a genitive, ø") << "{navn}sø"
                                           << "Mads"
                                           << "Madssø";
        QTest::newRow("no value") << "Lytter {navn}s?"
                                  << ""
                                  << "Lytter {navn}s?";
        QTest::newRow("value with braces") << "Hej {navn}"
                                           << "{periode}"
                                           << "Hej {periode}";
        QTest::newRow("unknown") << "{andet} {navn}"
                                 << "Ali"
                                 << "{andet} Ali";
        QTest::newRow("unclosed") << "{navn} {"
                                  << "Ali"
                                  << "Ali {";
        QTest::newRow("period") << "Tænk på {periode}, {siden sidst}."
                                << "Ali"
                                << "Tænk på ugen, siden fredag.";
    }
    void fills()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const Variables variables{name.toStdString(), "ugen", "siden fredag"};
        QCOMPARE(QString::fromStdString(fill(text.toStdString(), variables)), expected);
    }

    void findsUnknownVariables()
    {
        QCOMPARE(unknownVariable("{navn} {periode} {siden sidst}"), std::nullopt);
        QCOMPARE(unknownVariable("Hej {name}"), std::optional(std::string("name")));
        QCOMPARE(unknownVariable("Hej {navn"), std::optional(std::string("{")));
        QCOMPARE(unknownVariable("Hej navn}"), std::optional(std::string("{")));
    }
};

QTEST_GUILESS_MAIN(TstLocalized)
#include "tst_localized.moc"

#include "documents.h"
#include "proto/base/limits.h"
#include "proto/catalogue/catalogue.h"

#include <QtTest/QtTest>

using namespace trivsel;
using namespace trivsel::catalogue;

namespace {

const char kBase[] = "https://trivsel.example/fhir/Questionnaire/";

std::string pair(const std::string &linkId, const std::string &kind)
{
    return "{\"url\":\"" + test::ours("pair") + R"(","extension":[{"url":"linkId","valueString":")" + linkId +
           R"("},{"url":"kind","valueCode":")" + kind + "\"}]}";
}

/** A form whose q1 pairs with `linkId` of the form `other`. */
std::string pairing(const std::string &id, const std::string &other, const std::string &linkId = "q1",
                    const std::string &kind = "same")
{
    const std::string bytes =
        test::edited(test::form(id), "/extension/-",
                     test::extension("pairs-with", "valueCanonical", "\"" + (kBase + other) + "\""));
    return test::edited(bytes, "/item/0/extension/-", pair(linkId, kind));
}

QString outcome(const Files &files)
{
    const Result<Catalogue> catalogue = loadCatalogue(files);
    return catalogue ? "loaded" : QString::fromStdString(catalogue.error().detail());
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

} // namespace

class TstReferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatItHolds()
    {
        const Result<Catalogue> catalogue = loadCatalogue(
            Files{{"b.json", test::form("b")}, {"a.json", pairing("a", "c")}, {"c.json", pairing("c", "a")}});
        QVERIFY(catalogue.has_value());
        QCOMPARE(catalogue->all().size(), std::size_t(3));
        QCOMPARE(catalogue->all()[0]->id, std::string("a"));
        const DefinitionPtr b = catalogue->byId("b");
        QVERIFY(b != nullptr);
        QCOMPARE(catalogue->byUrl(b->url), b);
        QCOMPARE(catalogue->byHash(b->hash), b);
        QVERIFY(catalogue->byId("z") == nullptr);
        QVERIFY(catalogue->byUrl("z") == nullptr);
        QVERIFY(catalogue->byHash(DefinitionHash{}) == nullptr);
        QCOMPARE(catalogue->byId("a")->items[0].pairKind, PairKind::Same);
    }

    void sortsByOrder()
    {
        const std::string last =
            test::edited(test::form("a"), "/extension/-", test::extension("order", "valueInteger", "7"));
        const Result<Catalogue> catalogue =
            loadCatalogue(Files{{"a.json", last}, {"b.json", test::form("b")}});
        QVERIFY(catalogue.has_value());
        QCOMPARE(catalogue->all()[0]->id, std::string("b"));
    }

    void oneBrokenFileRefusesAll()
    {
        QCOMPARE(outcome({{"a.json", test::form("a")}, {"b.json", "{"}}),
                 "b.json: (file): line 1: is not JSON");
    }

    void twoOfTheSameName()
    {
        QCOMPARE(outcome({{"a.json", test::form("x")}, {"b.json", test::form("x")}}),
                 "a.json: (file): has the url or id of b.json");
    }

    void pairsThatCanBeCompared()
    {
        QCOMPARE(outcome({{"a.json", pairing("a", "b")}, {"b.json", pairing("b", "a")}}), "loaded");
        QCOMPARE(outcome({{"a.json", pairing("a", "b")}}),
                 "a.json: (file): pairs with a definition that is not in the catalogue");
        QCOMPARE(outcome({{"a.json", pairing("a", "a")}}),
                 "a.json: (file): pairs with a definition that does not pair back");
        QCOMPARE(outcome({{"a.json", pairing("a", "b")}, {"b.json", test::form("b")}}),
                 "a.json: (file): pairs with a definition that does not pair back\n"
                 "a.json: /item/0: pairs with an item that does not pair back in the same way");
        QCOMPARE(outcome({{"a.json", pairing("a", "b", "zz")}, {"b.json", pairing("b", "a")}}),
                 "a.json: /item/0: pairs with an item that is not in the other form");
        QCOMPARE(outcome({{"a.json", pairing("a", "b")}, {"b.json", pairing("b", "a", "q1", "own-general")}}),
                 "a.json: /item/0: pairs with an item that does not pair back in the same way");
    }

    void pairsWithOtherAnswers()
    {
        const std::string other =
            test::edited(pairing("b", "a"), "/item/0/answerOption/2/extension/0/valueDecimal", "8");
        QCOMPARE(outcome({{"a.json", pairing("a", "b")}, {"b.json", other}}),
                 "a.json: /item/0: pairs with an item that has other answers");
    }

    void readsADirectory()
    {
        QTemporaryDir directory;
        write(directory.filePath("a.json"), QByteArray::fromStdString(test::form("a")));
        write(directory.filePath("README.md"), "not for us");
        const std::filesystem::path path = directory.path().toStdString();
        const Result<Catalogue> catalogue = loadCatalogue(path);
        QVERIFY(catalogue.has_value());
        QCOMPARE(catalogue->all().size(), std::size_t(1));
        QCOMPARE(catalogue->all()[0]->bytes, test::form("a"));

        write(directory.filePath("b.json"), QByteArray(qsizetype(limits::kCatalogueFileBytesMax) + 100, ' '));
        const Result<Catalogue> large = loadCatalogue(path);
        QVERIFY(!large.has_value());
        QCOMPARE(large.error().detail(), std::string("b.json: (file): is larger than 1048576 bytes"));
    }

    void aDirectoryThatIsNotThere()
    {
        QTemporaryDir directory;
        const Result<Catalogue> none =
            loadCatalogue(std::filesystem::path(directory.filePath("none").toStdString()));
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code(), Errc::NotFound);
    }

    void aFileThatCantBeRead()
    {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir("a.json")); // a directory: opens, but reads nothing
        const Result<Catalogue> broken = loadCatalogue(std::filesystem::path(directory.path().toStdString()));
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().code(), Errc::BadFile);
    }
};

QTEST_GUILESS_MAIN(TstReferences)
#include "tst_references.moc"

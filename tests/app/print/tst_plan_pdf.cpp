// A plan on paper, read back with poppler's tools: nothing of what was written is missing, and words are
// text.
#include "app/print/plan_pdf.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace trivsel::print;

namespace {

PlanPrint planNamed(const QString &title)
{
    PlanPrint plan;
    plan.title = title;
    plan.name = QStringLiteral("Sofie");
    plan.printed = QStringLiteral("Printet den 24. november 2026 kl. 10.30");
    plan.standing = QStringLiteral("Gælder det, der stod den 24. november 2026 kl. 10.30.");
    plan.pageOf = QStringLiteral("Side %1 af %2");
    plan.differing = QStringLiteral("Jeg ser det anderledes");
    plan.nothing = QStringLiteral("Her er ikke skrevet noget endnu.");
    return plan;
}

Block own(std::vector<Text> texts)
{
    return {Hand::Resident, QStringLiteral("Mine egne ord"), {}, false, std::move(texts)};
}
Block staffs(std::vector<Text> texts)
{
    return {Hand::Staff, QStringLiteral("Sådan ser personalet det"), {}, false, std::move(texts)};
}
Text text(const QString &words)
{
    return {words, QStringLiteral("Skrevet af Sofie, 2. oktober 2026")};
}
PlanPrint planWith(const QString &words)
{
    PlanPrint plan = planNamed(QStringLiteral("Min plan"));
    plan.sections = {{QStringLiteral("Om mig"), {{QStringLiteral("Punkt"), {own({text(words)})}}}}};
    return plan;
}

bool isThere(const QString &tool)
{
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

} // namespace

class TestPlanPdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anEmptyPlanIsOnePageThatSaysSo();
    void everythingStandsInItsOrder();
    void everyPageSaysWhichItIsAndFromWhen();
    void noHeadingIsTheLastLineOfAPage();
    void tenThousandLettersAreAllThere();
    void aWordWithoutASpaceIsBroken();
    void lettersOfAllKinds();
    void whatIsNoLetterIsLeftOut();
    void emptyLinesStandAsTheyWereWritten();
    void itIsA4WithItsFonts();

private:
    /** What poppler says; -: to the standard output. */
    QString ask(const QString &tool, const QStringList &options, const Pdf &pdf);
    /** Page by page, each line trimmed. */
    QStringList pagesOf(const Pdf &pdf)
    {
        QStringList pages = ask(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, pdf).split(u'\f');
        pages.removeLast(); // behind the last form feed
        return pages;
    }
    QString wordsOf(const Pdf &pdf) { return pagesOf(pdf).join(u' ').simplified(); }

    QTemporaryDir m_dir;
};

void TestPlanPdf::initTestCase()
{
    if (!isThere(QStringLiteral("pdftotext")) || !isThere(QStringLiteral("pdfinfo"))) {
        QSKIP("poppler-utils is not installed: nobody reads the PDFs");
    }
}

QString TestPlanPdf::ask(const QString &tool, const QStringList &options, const Pdf &pdf)
{
    const QString path = m_dir.filePath(QStringLiteral("plan.pdf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf.bytes) != pdf.bytes.size()) {
        return {};
    }
    file.close();
    if (const QString keep = qEnvironmentVariable("TRIVSEL_SCREENS"); !keep.isEmpty()) {
        const QString name =
            keep + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".pdf");
        QFile::remove(name);
        QFile::copy(path, name);
    }
    QProcess process;
    process.start(tool, tool == QStringLiteral("pdftotext") ? options + QStringList{path, QStringLiteral("-")}
                                                            : options + QStringList{path});
    return process.waitForFinished() && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

void TestPlanPdf::anEmptyPlanIsOnePageThatSaysSo()
{
    const Pdf pdf = pdfOf(planNamed(QStringLiteral("Min plan")));
    QCOMPARE(pdf.pages, 1);
    const QString words = wordsOf(pdf);
    QVERIFY2(words.contains(QStringLiteral("Her er ikke skrevet noget endnu.")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("Side 1 af 1")));
}

void TestPlanPdf::everythingStandsInItsOrder()
{
    PlanPrint plan = planNamed(QStringLiteral("Min trivselsplan"));
    Block staff =
        staffs({{QStringLiteral("Hun er træt."), QStringLiteral("Skrevet af Mette, 3. oktober 2026")},
                {QStringLiteral("Hun er frisk."), QStringLiteral("Skrevet af Ali, 4. oktober 2026")}});
    staff.note = QStringLiteral("To udgaver.");
    staff.texts[1].beside = {text(QStringLiteral("Jeg var bare sulten."))};
    Block list = own({text(QStringLiteral("Gå ud")), text(QStringLiteral("Ring til Ida"))});
    list.list = true;
    const Row inside{QStringLiteral("Hvad jeg vil"), {own({text(QStringLiteral("Spille i band"))})}};
    plan.sections = {{QStringLiteral("Om mig"),
                      {{QStringLiteral("Morgen"), {own({text(QStringLiteral("Jeg er glad."))}), staff}}}},
                     {QStringLiteral("Hjælper"), {{QStringLiteral("Det hjælper"), {list}}}},
                     {QStringLiteral("Mål"), {{QStringLiteral("Mål"), {}, {{{inside}}}}}}};
    const QString words = wordsOf(pdfOf(plan));
    qsizetype at = 0;
    for (const char *next : {"Min trivselsplan",
                             "Sofie",
                             "Printet den 24. november 2026",
                             "Om mig",
                             "Morgen",
                             "Mine egne ord",
                             "Jeg er glad.",
                             "Skrevet af Sofie, 2. oktober 2026",
                             "Sådan ser personalet det",
                             "To udgaver.",
                             "Hun er træt.",
                             "Skrevet af Mette",
                             "Hun er frisk.",
                             "Skrevet af Ali",
                             "Jeg ser det anderledes",
                             "Jeg var bare sulten.",
                             "Hjælper",
                             "Gå ud",
                             "Ring til Ida",
                             "Mål",
                             "Hvad jeg vil",
                             "Spille i band",
                             "Sofie · Min trivselsplan"}) {
        const qsizetype found = words.indexOf(QString::fromUtf8(next), at);
        QVERIFY2(found >= at,
                 qPrintable(QString::fromUtf8(next) + QStringLiteral(" is not next in: ") + words));
        at = found;
    }
    QCOMPARE(words.count(QRegularExpression(QStringLiteral("\\bMål\\b"))), 1); // a group's name, not twice
}

void TestPlanPdf::everyPageSaysWhichItIsAndFromWhen()
{
    PlanPrint plan = planNamed(QStringLiteral("Min plan"));
    for (int i = 0; i < 200; ++i) {
        plan.sections.push_back(
            {QString(),
             {{QStringLiteral("Punkt%1x").arg(i), {own({text(QStringLiteral("Ord nummer %1.").arg(i))})}}}});
    }
    const Pdf pdf = pdfOf(plan);
    const QStringList pages = pagesOf(pdf);
    QVERIFY(pdf.pages > 5);
    QCOMPARE(pages.size(), pdf.pages);
    for (int i = 0; i < pages.size(); ++i) {
        const QString words = pages[i].simplified();
        QVERIFY2(words.contains(QStringLiteral("Side %1 af %2").arg(i + 1).arg(pdf.pages)),
                 qPrintable(words));
        QVERIFY2(words.contains(plan.standing), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Sofie · Min plan")));
    }
    const QString all = pages.join(u' ');
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(all.count(QStringLiteral("Punkt%1x").arg(i)), 1);
        QCOMPARE(all.count(QStringLiteral("Ord nummer %1.").arg(i)), 1);
    }
}

void TestPlanPdf::noHeadingIsTheLastLineOfAPage()
{
    const QRegularExpression heading(QStringLiteral("^(Afsnit|Punkt|Mine egne ord|Ord) ?\\d*$"));
    for (int filler = 0; filler < 24; ++filler) { // wherever the page happens to end
        PlanPrint plan = planNamed(QStringLiteral("Min plan"));
        plan.sections = {
            {QStringLiteral("Først"),
             {{QStringLiteral("Fyld"), {own({text(QStringLiteral("linje\n").repeated(filler) + u'.')})}}}}};
        for (int i = 0; i < 12; ++i) {
            plan.sections.push_back(
                {QStringLiteral("Afsnit %1").arg(i),
                 {{QStringLiteral("Punkt %1").arg(i), {own({text(QStringLiteral("Ord %1").arg(i))})}}}});
        }
        for (const QString &page : pagesOf(pdfOf(plan))) {
            QStringList lines = page.split(u'\n', Qt::SkipEmptyParts);
            const auto footer = lines.indexOf(QRegularExpression(QStringLiteral(".*Sofie · Min plan.*")));
            QVERIFY(footer > 0);
            const QString last = lines[footer - 1].trimmed();
            QVERIFY2(!heading.match(last).hasMatch(),
                     qPrintable(QStringLiteral("%1: %2").arg(filler).arg(last)));
        }
    }
}

void TestPlanPdf::tenThousandLettersAreAllThere()
{
    QStringList written;
    while (written.join(u' ').size() < 10'000) {
        written.append(QStringLiteral("ord%1").arg(written.size()));
    }
    const Pdf pdf = pdfOf(planWith(written.join(u' ')));
    QVERIFY(pdf.pages > 2);
    QStringList read;
    static const QRegularExpression word(QStringLiteral("\\bord\\d+\\b"));
    for (auto it = word.globalMatch(wordsOf(pdf)); it.hasNext();) {
        read.append(it.next().captured());
    }
    QCOMPARE(read, written);
}

void TestPlanPdf::aWordWithoutASpaceIsBroken()
{
    const Pdf pdf = pdfOf(planWith(QStringLiteral("æ").repeated(10'000)));
    // One æ in each page's foot.
    QCOMPARE(wordsOf(pdf).count(u'æ'), 10'000 + pdf.pages);
}

void TestPlanPdf::lettersOfAllKinds()
{
    const QString words = QStringLiteral("Blåbærgrød på Ærø. שלום עולם. Godt ☺ nok 😀 her.");
    const QString read = wordsOf(pdfOf(planWith(words)));
    QVERIFY2(read.contains(QStringLiteral("Blåbærgrød på Ærø.")), qPrintable(read));
    QVERIFY2(read.contains(QStringLiteral("שלום")) && read.contains(QStringLiteral("עולם")),
             qPrintable(read));
    QVERIFY2(read.contains(QStringLiteral("Godt")) && read.contains(QStringLiteral("her.")),
             qPrintable(read));
}

void TestPlanPdf::whatIsNoLetterIsLeftOut()
{
    QString words = QStringLiteral("en@to@tre@fire@fem");
    const QList<char16_t> bad{u'\x01', u'\x1b', u'\xfffc', u'\xfdd0'};
    for (const char16_t letter : bad) {
        words.replace(words.indexOf(u'@'), 1, QChar(letter));
    }
    const QString read = wordsOf(pdfOf(planWith(words)));
    QVERIFY2(read.contains(QStringLiteral("entotrefirefem")), qPrintable(read));
}

void TestPlanPdf::emptyLinesStandAsTheyWereWritten()
{
    const Pdf pdf = pdfOf(planWith(QStringLiteral("først\n\nsidst\r\nog så\u2028mere\rend\u2029det\n\n")));
    const QString page = pagesOf(pdf).first();
    static const QRegularExpression lines(
        QStringLiteral("først\\n\\s*\\n\\s*sidst\\n\\s*og så\\n\\s*mere\\n\\s*end\\n\\s*det\\n"));
    QVERIFY2(page.contains(lines), qPrintable(page));
}

void TestPlanPdf::itIsA4WithItsFonts()
{
    const Pdf pdf = pdfOf(planWith(QStringLiteral("Hej")));
    const QString info = ask(QStringLiteral("pdfinfo"), {}, pdf);
    QVERIFY2(info.contains(QStringLiteral("(A4)")), qPrintable(info));
    QVERIFY2(info.contains(QStringLiteral("Min plan")), qPrintable(info)); // its title, without a name
    QVERIFY(!info.contains(QStringLiteral("Sofie")));
    const QString fonts = ask(QStringLiteral("pdffonts"), {}, pdf);
    QVERIFY2(fonts.contains(QStringLiteral("NotoSans")), qPrintable(fonts));
    static const QRegularExpression notEmbedded(QStringLiteral("Identity-H +no "));
    QVERIFY2(!fonts.contains(notEmbedded), qPrintable(fonts));
}

QTEST_MAIN(TestPlanPdf)
#include "tst_plan_pdf.moc"

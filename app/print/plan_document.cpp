#include "app/print/plan_document.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextOption>

#include <map>
#include <utility>

namespace trivsel::print {

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
// Points: large, for tired eyes and for whoever reads it over a shoulder.
constexpr double kTitle = 24;
constexpr double kName = 15;
constexpr double kSection = 18;
constexpr double kLabel = 14;
constexpr double kHeading = 10;
constexpr double kResidents = 13;
constexpr double kOthers = 12;
constexpr double kMark = 9;
// mm
constexpr double kIndent = 6;
constexpr double kBar = 1;
constexpr double kNoSpace = 0;
constexpr double kSmallSpace = 1;
constexpr double kSpace = 2.5;
constexpr double kRowSpace = 6;
constexpr double kSectionSpace = 9;
/** As long as three lines: stays whole, and with its signature. */
constexpr int kShort = 240;

constexpr int kKeep = QTextFormat::UserProperty + 1; // with what comes next, on one page
constexpr int kRun = QTextFormat::UserProperty + 2;  // blocks with the same number have one bar

// Told apart in grey as well; the headings say the same in words.
const QColor kInk(0x1A, 0x1A, 0x1A);
const QColor kSoft(0x55, 0x55, 0x55);
const QColor kResidentsBar(0x1F, 0x4E, 0x4A);
const QColor kStaffsBar(0xB4, 0xB4, 0xB4);

/** What no page can show, or what Qt takes for the bones of a document. */
bool isNoLetter(QChar letter)
{
    const char16_t code = letter.unicode();
    return (letter.category() == QChar::Other_Control && code != u'\t') ||
           code == QChar::ObjectReplacementCharacter || (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xFFFE;
}

QStringList paragraphsOf(QString words)
{
    words.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t end : {u'\r', u'\v', u'\f', u'\u2028', u'\u2029', u'\u0085'}) {
        words.replace(QChar(end), u'\n');
    }
    QStringList paragraphs = words.split(u'\n');
    for (QString &paragraph : paragraphs) {
        paragraph.removeIf([](QChar letter) { return isNoLetter(letter); });
    }
    while (paragraphs.size() > 1 && paragraphs.back().trimmed().isEmpty()) {
        paragraphs.removeLast();
    }
    return paragraphs;
}

class Builder
{
public:
    Builder(QTextDocument &document, double perMm) : m_cursor(&document), m_perMm(perMm) {}

    struct Style
    {
        double points = kOthers;
        bool bold = false;
        bool soft = false;
        bool keep = false;
        double before = kNoSpace; // mm
        double level = 0;         // indents
        int run = 0;              // 0: no bar
        bool point = false;       // an entry of a list
    };

    void add(const QString &words, Style style)
    {
        const QStringList paragraphs = paragraphsOf(words);
        const bool isShort = words.size() <= kShort && paragraphs.size() <= 3;
        for (qsizetype i = 0; i < paragraphs.size(); ++i) {
            QTextBlockFormat block;
            block.setTopMargin(mm(i == 0 ? style.before : kNoSpace));
            block.setLeftMargin(mm(style.level * kIndent));
            block.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
            block.setNonBreakableLines(isShort);
            block.setProperty(kKeep, style.keep || (isShort && i + 1 < paragraphs.size()));
            block.setProperty(kRun, style.run);
            QTextCharFormat letters;
            letters.setFont(printFont(style.points, m_perMm, style.bold));
            letters.setForeground(style.soft ? kSoft : kInk);
            if (m_first) {
                m_cursor.setBlockFormat(block);
                m_cursor.setBlockCharFormat(letters);
                m_first = false;
            } else {
                m_cursor.insertBlock(block, letters);
            }
            const QString point = style.point && i == 0 ? QStringLiteral("•\u00a0\u00a0") : QString();
            m_cursor.insertText(point + paragraphs[i], letters);
        }
    }

    void add(const Section &section)
    {
        double before = kSectionSpace;
        if (!section.title.isEmpty()) {
            add(section.title, {.points = kSection, .bold = true, .keep = true, .before = before});
            before = kSpace;
        }
        for (const Row &row : section.rows) {
            add(row, 0, std::exchange(before, kRowSpace), section.title);
        }
    }

    /** Whose bar a run has, and at which level. */
    [[nodiscard]] const std::map<int, std::pair<Hand, double>> &runs() const { return m_runs; }

private:
    void add(const Row &row, double level, double before, const QString &above)
    {
        if (!row.label.isEmpty() && row.label != above) {
            add(row.label, {.points = kLabel, .bold = true, .keep = true, .before = before, .level = level});
            before = kSpace;
        }
        for (const Block &block : row.blocks) {
            add(block, level, before);
            before = kSpace;
        }
        for (const Entry &entry : row.entries) {
            double entryBefore = before;
            for (const Row &part : entry.rows) {
                add(part, level + 1, entryBefore, {});
                entryBefore = kSpace;
            }
            before = kRowSpace;
        }
    }

    void add(const Block &block, double level, double before)
    {
        const int run = block.hand == Hand::Nobody ? 0 : begin(block.hand, level);
        const double inside = level + (run != 0 ? 1 : 0);
        for (const QString *line : {&block.heading, &block.note}) {
            if (!line->isEmpty()) {
                add(*line, {.points = kHeading,
                            .bold = line == &block.heading,
                            .soft = true,
                            .keep = true,
                            .before = std::exchange(before, kSmallSpace),
                            .level = inside,
                            .run = run});
            }
        }
        for (const Text &text : block.texts) {
            add(text, block.hand, block.list, std::exchange(before, kSpace), inside, run);
        }
    }

    void add(const Text &text, Hand hand, bool list, double before, double level, int run)
    {
        const bool there = !text.words.trimmed().isEmpty();
        if (there) {
            add(text.words, {.points = hand == Hand::Resident ? kResidents : kOthers,
                             .keep = text.words.size() <= kShort && !text.mark.isEmpty(),
                             .before = before,
                             .level = level,
                             .run = run,
                             .point = list});
        }
        if (there && !text.mark.isEmpty()) {
            add(text.mark,
                {.points = kMark, .soft = true, .before = kSmallSpace, .level = level, .run = run});
        }
        for (const Text &beside : text.beside) {
            const int own = begin(Hand::Resident, level);
            add(differing, {.points = kHeading,
                            .bold = true,
                            .soft = true,
                            .keep = true,
                            .before = kSpace,
                            .level = level + 1,
                            .run = own});
            add(beside, Hand::Resident, false, kSmallSpace, level + 1, own);
        }
    }

    int begin(Hand hand, double level)
    {
        m_runs[++m_run] = {hand, level};
        return m_run;
    }
    [[nodiscard]] double mm(double millimetres) const { return millimetres * m_perMm; }

public:
    QString differing;

private:
    QTextCursor m_cursor;
    double m_perMm;
    bool m_first = true;
    int m_run = 0;
    std::map<int, std::pair<Hand, double>> m_runs;
};

bool keeps(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(kKeep);
}

/** The page on which a block's first line stands; by its middle, since its top may lie a rounding before the
 * page. */
int pageOf(const QTextBlock &block, double pageHeight)
{
    const auto *layout = block.layout();
    const QTextLine line = layout->lineAt(0); // without any, nothing is there to be parted
    const double middle = line.isValid() ? line.y() + line.height() / 2 : 0;
    return static_cast<int>((layout->position().y() + middle) / pageHeight);
}

/** Headings go over to the page of what they stand over. */
void keepTogether(QTextDocument &document, double pageHeight)
{
    bool before = false; // the block before keeps with this one
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (keeps(block) && !before) {
            QTextBlock last = block;
            while (keeps(last) && last.next().isValid()) {
                last = last.next();
            }
            static_cast<void>(document.documentLayout()->documentSize()); // laid out up to the end
            if (pageOf(last, pageHeight) != pageOf(block, pageHeight) && block != document.begin()) {
                QTextCursor cursor(block);
                QTextBlockFormat format = block.blockFormat();
                format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
                cursor.setBlockFormat(format);
            }
        }
        before = keeps(block);
    }
}

std::vector<Bar> barsOf(const QTextDocument &document, const Builder &builder, double perMm)
{
    std::map<int, QRectF> rects;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (const int run = block.blockFormat().intProperty(kRun); run != 0) {
            rects[run] |= document.documentLayout()->blockBoundingRect(block);
        }
    }
    std::vector<Bar> bars;
    for (const auto &[run, rect] : rects) {
        const auto &[hand, level] = builder.runs().at(run);
        bars.push_back({QRectF(level * kIndent * perMm, rect.top(), kBar * perMm, rect.height()),
                        hand == Hand::Resident ? kResidentsBar : kStaffsBar});
    }
    return bars;
}

} // namespace

QFont printFont(double points, double perMm, bool bold)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(qRound(points * kMmPerPoint * perMm));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing keeps Qt from joining f and i to one sign, which nobody finds who looks for "Sofie".
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.1);
    return font;
}

PlanDocument layOut(const PlanPrint &plan, const QSizeF &page, double perMm)
{
    PlanDocument laid;
    laid.text = std::make_unique<QTextDocument>();
    QTextDocument &document = *laid.text;
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    document.setDefaultFont(printFont(kOthers, perMm));

    Builder builder(document, perMm);
    builder.differing = plan.differing;
    builder.add(plan.title, {.points = kTitle, .bold = true, .keep = true});
    if (!plan.name.isEmpty()) {
        builder.add(plan.name, {.points = kName, .keep = true, .before = kSmallSpace});
    }
    builder.add(plan.printed, {.points = kHeading, .soft = true, .before = kSmallSpace});
    if (plan.sections.empty()) {
        builder.add(plan.nothing, {.before = kRowSpace});
    }
    for (const Section &section : plan.sections) {
        builder.add(section);
    }
    document.setPageSize(page);
    keepTogether(document, page.height());
    laid.bars = barsOf(document, builder, perMm);
    return laid;
}

} // namespace trivsel::print

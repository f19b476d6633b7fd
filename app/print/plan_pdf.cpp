#include "app/print/plan_pdf.h"

#include "app/print/plan_document.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextLayout>

namespace trivsel::print {

namespace {

constexpr int kResolution = 1200; // units to the inch
constexpr double kPerMm = kResolution / 25.4;
// mm
constexpr double kSide = 20;
constexpr double kTop = 18;
constexpr double kBottom = 12;
constexpr double kFooter = 13; // of it 4 above the line
constexpr double kFooterGap = 4;
constexpr double kFooterPoints = 9;
constexpr double kHairline = 0.2;

void drawFooter(QPainter &painter, const PlanPrint &plan, const QRectF &room, int page, int pages)
{
    const QColor soft(0x55, 0x55, 0x55);
    painter.fillRect(QRectF(room.left(), room.top(), room.width(), kHairline * kPerMm), soft);
    painter.setPen(soft);
    painter.setFont(printFont(kFooterPoints, kPerMm));
    const QFontMetricsF metrics(painter.font());
    const QString number = plan.pageOf.arg(page).arg(pages);
    const double line = metrics.height();
    const double numberWidth = metrics.horizontalAdvance(number);
    const QString whose = plan.name.isEmpty() ? plan.title : plan.name + QStringLiteral(" · ") + plan.title;
    const QRectF first(room.left(), room.top() + kPerMm, room.width() - numberWidth - 4 * kPerMm, line);
    painter.drawText(first, Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(whose, Qt::ElideRight, first.width()));
    painter.drawText(QRectF(room.right() - numberWidth, first.top(), numberWidth + kPerMm, line),
                     Qt::AlignLeft | Qt::TextSingleLine, number);
    painter.drawText(QRectF(room.left(), first.bottom(), room.width(), line),
                     Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(plan.standing, Qt::ElideRight, room.width()));
}

/** Line by line: what QTextDocument draws of a page has a line of its neighbours in it, out of sight, but not
 * of a search. */
void drawLines(QPainter &painter, const QTextDocument &document, int page, double pageHeight)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout &layout = *block.layout();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const double middle = layout.position().y() + line.y() + line.height() / 2;
            if (static_cast<int>(middle / pageHeight) == page) {
                line.draw(&painter, layout.position());
            }
        }
    }
}

} // namespace

Pdf pdfOf(const PlanPrint &plan)
{
    Pdf pdf;
    QBuffer buffer(&pdf.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b); // what archives and case systems take
    writer.setResolution(kResolution);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(kSide, kTop, kSide, kBottom), QPageLayout::Millimeter));
    writer.setTitle(plan.title);
    writer.setCreator(QStringLiteral("Trivsel"));
    const double width = writer.width();
    const double height = writer.height() - kFooter * kPerMm;

    const PlanDocument laid = layOut(plan, QSizeF(width, height), kPerMm);
    pdf.pages = laid.text->pageCount();
    QPainter painter(&writer);
    for (int page = 0; page < pdf.pages; ++page) {
        if (page > 0) {
            writer.newPage();
        }
        const QRectF here(0, page * height, width, height);
        painter.save();
        painter.translate(0, -here.top());
        for (const Bar &bar : laid.bars) {
            if (const QRectF part = bar.rect.intersected(here); !part.isEmpty()) {
                painter.fillRect(part, bar.color);
            }
        }
        drawLines(painter, *laid.text, page, height);
        painter.restore();
        drawFooter(painter, plan,
                   QRectF(0, height + kFooterGap * kPerMm, width, (kFooter - kFooterGap) * kPerMm), page + 1,
                   pdf.pages);
    }
    painter.end();
    return pdf;
}

} // namespace trivsel::print

#pragma once

#include "app/print/plan_print.h"

#include <QColor>
#include <QRectF>
#include <QTextDocument>

#include <memory>
#include <vector>

namespace trivsel::print {

/** A bar beside words, by which one sees whose they are. */
struct Bar
{
    QRectF rect; // in the document, over pages
    QColor color;
};

/** A plan laid out on pages of one size. */
struct PlanDocument
{
    std::unique_ptr<QTextDocument> text;
    std::vector<Bar> bars;
};

/** `perMm`: device units in a millimetre; `page` in device units. No heading is the last line of a page. */
[[nodiscard]] PlanDocument layOut(const PlanPrint &plan, const QSizeF &page, double perMm);

/** The font of prints, `points` large, in device units. */
[[nodiscard]] QFont printFont(double points, double perMm, bool bold = false);

} // namespace trivsel::print

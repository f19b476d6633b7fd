#pragma once

#include "app/print/plan_print.h"

#include <QByteArray>

namespace trivsel::print {

struct Pdf
{
    QByteArray bytes;
    int pages = 0;
};

/** A4, upright; words are text in it. Needs a QGuiApplication, for its fonts. */
[[nodiscard]] Pdf pdfOf(const PlanPrint &plan);

} // namespace trivsel::print

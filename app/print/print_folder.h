#pragma once

#include "app/print/plan_print.h"

#include <QString>

namespace trivsel::print {

enum class Outcome {
    Written,
    FolderMissing,
    FolderClosed, // nothing may be written there
    NotComplete,  // the disk did not take all of it, most likely for want of room; nothing is left of it
};
struct Written
{
    Outcome outcome = Outcome::Written;
    QString file; // its whole path
    int pages = 0;
};

/** Where prints are put. */
struct PrintFolder
{
    QString path;
    bool make = false; // when it is missing

    /** A new file "stem.pdf", or "stem (2).pdf" …: what is there already is never written over. The owner of
     * the program alone may read it. */
    [[nodiscard]] Written put(const QString &stem, const QByteArray &bytes) const;
    /** The plan as a PDF, put here. */
    [[nodiscard]] Written print(const PlanPrint &plan) const;
};

} // namespace trivsel::print

#pragma once

#include <QDir>
#include <QImage>
#include <QString>

namespace trivsel::test {

/** A page as it is kept: an eighth as wide and high, so that letters are grey and another version of a font
 * is the same. */
[[nodiscard]] QImage keptPicture(const QImage &page);

/** What differs between a page and the picture `name` that is kept in `folder`; empty when a person sees
 * none. */
[[nodiscard]] QString differs(const QImage &page, const QDir &folder, const QString &name);

} // namespace trivsel::test

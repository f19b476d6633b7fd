#pragma once

#include "proto/base/text.h"

#include <QString>

#include <string>
#include <string_view>

namespace trivsel::app {

[[nodiscard]] inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** As the contract wants it from the input side: UTF-8, NFC, LF. */
[[nodiscard]] inline std::string fromQt(const QString &text)
{
    return normaliseLines(text.normalized(QString::NormalizationForm_C).toStdString());
}

} // namespace trivsel::app

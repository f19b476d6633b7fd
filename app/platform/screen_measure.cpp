#include "app/platform/screen_measure.h"

#include "app/platform/screen_metrics.h"

#include <QFile>
#include <QSaveFile>

namespace trivsel::platform {

namespace {

constexpr qint64 kBytesMax = 32; // a number

QString fileIn(const std::filesystem::path &dataDir)
{
    return QString::fromStdString((dataDir / "screen").string());
}

} // namespace

std::optional<double> readMeasuredPxPerMm(const std::filesystem::path &dataDir)
{
    QFile file(fileIn(dataDir));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kBytesMax) {
        return std::nullopt;
    }
    return parsePxPerMm(file.readAll().trimmed().toStdString());
}

bool keepMeasuredPxPerMm(const std::filesystem::path &dataDir, double pxPerMm)
{
    if (!isCredible(pxPerMm)) {
        return false;
    }
    QSaveFile file(fileIn(dataDir)); // the old one stands until the new one is on disk
    const QByteArray number = QByteArray::number(pxPerMm, 'f', 4);
    return file.open(QIODevice::WriteOnly) && file.write(number) == number.size() && file.commit();
}

} // namespace trivsel::platform

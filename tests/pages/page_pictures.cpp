#include "tests/pages/page_pictures.h"

#include <algorithm>
#include <cstdlib>

namespace trivsel::test {
namespace {

constexpr int kSmaller = 8;
constexpr int kStep = 4;       // kept pixels on the side of a patch
constexpr int kPatchMax = 28;  // of 255: other words in the same place are less
constexpr int kPatchesMax = 6; // a date may be longer or shorter

/** The mean of a patch, one colour. */
int mean(const QImage &image, int left, int top, int shift)
{
    int sum = 0;
    int count = 0;
    for (int y = top; y < std::min(top + kStep, image.height()); ++y) {
        for (int x = left; x < std::min(left + kStep, image.width()); ++x) {
            sum += static_cast<int>(image.pixel(x, y) >> static_cast<unsigned>(shift) & 0xFFU);
            ++count;
        }
    }
    return sum / count;
}

} // namespace

QImage keptPicture(const QImage &page)
{
    return page.convertToFormat(QImage::Format_RGB32)
        .scaled(page.width() / kSmaller, page.height() / kSmaller, Qt::IgnoreAspectRatio,
                Qt::SmoothTransformation);
}

QString differs(const QImage &page, const QDir &folder, const QString &name)
{
    const QImage kept =
        QImage(folder.filePath(name + QStringLiteral(".png"))).convertToFormat(QImage::Format_RGB32);
    if (kept.isNull()) {
        return QStringLiteral("there is no picture of it to compare with");
    }
    const QImage now = keptPicture(page);
    if (kept.size() != now.size()) {
        return QStringLiteral("its picture is of another size");
    }
    int patches = 0;
    QPoint first;
    for (int y = 0; y < kept.height(); y += kStep) {
        for (int x = 0; x < kept.width(); x += kStep) {
            const bool other = std::max({std::abs(mean(kept, x, y, 0) - mean(now, x, y, 0)),
                                         std::abs(mean(kept, x, y, 8) - mean(now, x, y, 8)),
                                         std::abs(mean(kept, x, y, 16) - mean(now, x, y, 16))}) > kPatchMax;
            if (other && patches++ == 0) {
                first = QPoint(x, y) * kSmaller;
            }
        }
    }
    return patches > kPatchesMax
               ? QStringLiteral("it looks otherwise than its picture in %1 places, the first near %2, %3")
                     .arg(patches)
                     .arg(first.x())
                     .arg(first.y())
               : QString();
}

} // namespace trivsel::test

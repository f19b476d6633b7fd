#include "app/print/print_folder.h"

#include "app/print/plan_pdf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace trivsel::print {

namespace {

constexpr int kNamesMax = 999;

/** What every disk takes as a name, also one that was made for another system. */
QString plainName(const QString &stem)
{
    QString name;
    for (const QChar letter : stem) {
        const bool plain = letter.isLetterOrNumber() || letter == u' ' || letter == u'-' || letter == u'.';
        name.append(plain ? letter : QChar(u'-'));
    }
    name = name.trimmed();
    return name.isEmpty() || name.startsWith(u'.') ? QStringLiteral("plan") + name : name;
}

} // namespace

Written PrintFolder::put(const QString &stem, const QByteArray &bytes) const
{
    Written written;
    if (make) {
        static_cast<void>(QDir().mkpath(path)); // whether it is there is asked next
    }
    const QDir dir(path);
    if (path.isEmpty() || !dir.exists()) {
        // What we can't make in a folder that is there is closed to us, not missing.
        const bool closed = make && QFileInfo(QFileInfo(path).path()).isDir();
        written.outcome = closed ? Outcome::FolderClosed : Outcome::FolderMissing;
        return written;
    }
    const QString name = plainName(stem);
    for (int i = 1; i <= kNamesMax; ++i) {
        const QString suffix = i == 1 ? QString() : QStringLiteral(" (%1)").arg(i);
        const QString there = dir.absoluteFilePath(name + suffix + QStringLiteral(".pdf"));
        QFile file(there);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
            const QFileInfo taken(there);
            if (taken.exists() || taken.isSymLink()) {
                continue;
            }
            break;
        }
        if (file.write(bytes) != bytes.size() || !file.flush()) {
            static_cast<void>(file.remove());
            written.outcome = Outcome::NotComplete;
            return written;
        }
        written.file = there;
        return written;
    }
    written.outcome = Outcome::FolderClosed;
    return written;
}

Written PrintFolder::print(const PlanPrint &plan) const
{
    const Pdf pdf = pdfOf(plan);
    Written written = put(plan.fileStem, pdf.bytes);
    written.pages = pdf.pages;
    return written;
}

} // namespace trivsel::print

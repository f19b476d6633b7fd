#pragma once

#include <QObject>
#include <QString>

#include <qqmlregistration.h>

namespace trivsel::app {

/** The sentences of a printed plan: QML's, as all sentences are. On paper nobody is "dig". */
class PrintWords : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString mine MEMBER mine FINAL)
    Q_PROPERTY(QString staffs MEMBER staffs FINAL)
    Q_PROPERTY(QString differing MEMBER differing FINAL)
    Q_PROPERTY(QString nobody MEMBER nobody FINAL)
    Q_PROPERTY(QString writtenBy MEMBER writtenBy FINAL)
    Q_PROPERTY(QString saidBy MEMBER saidBy FINAL)
    Q_PROPERTY(QString doubtful MEMBER doubtful FINAL)
    Q_PROPERTY(QString toOlder MEMBER toOlder FINAL)
    Q_PROPERTY(QString toOlderOf MEMBER toOlderOf FINAL)
    Q_PROPERTY(QString suggested MEMBER suggested FINAL)
    Q_PROPERTY(QString waitsForYes MEMBER waitsForYes FINAL)
    Q_PROPERTY(QString struck MEMBER struck FINAL)
    Q_PROPERTY(QString merged MEMBER merged FINAL)
    Q_PROPERTY(QString two MEMBER two FINAL)
    Q_PROPERTY(QString talk MEMBER talk FINAL)
    Q_PROPERTY(QString keptBoth MEMBER keptBoth FINAL)
    Q_PROPERTY(QString unreadable MEMBER unreadable FINAL)
    Q_PROPERTY(QString printed MEMBER printed FINAL)
    Q_PROPERTY(QString standing MEMBER standing FINAL)
    Q_PROPERTY(QString pageOf MEMBER pageOf FINAL)
    Q_PROPERTY(QString nothing MEMBER nothing FINAL)

public:
    explicit PrintWords(QObject *parent = nullptr) : QObject(parent) {}

    QString mine;   // over the resident's words
    QString staffs; // over the staff's
    QString differing;
    QString nobody; // in place of a name
    // Without QML's sentences only what they are about.
    QString writtenBy = QStringLiteral("%1 %2"); // %1 who, %2 the day
    QString saidBy = QStringLiteral("%1 %2 %3"); // %1 who, %2 by whose hand, %3 the day
    // %1: one of those two
    QString doubtful = QStringLiteral("%1");
    QString toOlder = QStringLiteral("%1");
    QString toOlderOf = QStringLiteral("%1 %2"); // %2: the day of staff's words that it is about
    QString suggested = QStringLiteral("%1");
    QString waitsForYes = QStringLiteral("%1");
    // Of a field or an entry
    QString struck;
    QString merged;
    QString two;
    QString talk;
    QString keptBoth;
    QString unreadable;
    // Of the whole
    QString printed = QStringLiteral("%1");   // %1: when
    QString standing = QStringLiteral("%1");  // %1: when
    QString pageOf = QStringLiteral("%1 %2"); // %1 of %2
    QString nothing;
};

} // namespace trivsel::app

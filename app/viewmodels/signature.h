#pragma once

#include <QMetaType>
#include <QString>

#include <qqmlregistration.h>

namespace trivsel::app {

/** Whose words, by whose hand, and when. QML makes the line "Sagt af …, skrevet af …, dato" of it. */
class Signature
{
    Q_GADGET
    QML_VALUE_TYPE(signature)
    Q_PROPERTY(bool known MEMBER known FINAL)
    Q_PROPERTY(bool said MEMBER said FINAL)
    Q_PROPERTY(bool byYou MEMBER byYou FINAL)
    Q_PROPERTY(QString author MEMBER author FINAL)
    Q_PROPERTY(bool enteredByYou MEMBER enteredByYou FINAL)
    Q_PROPERTY(QString enterer MEMBER enterer FINAL)
    Q_PROPERTY(QString day MEMBER day FINAL)
    Q_PROPERTY(QString moment MEMBER moment FINAL)
    Q_PROPERTY(bool doubtful MEMBER doubtful FINAL)

public:
    bool known = false;
    bool said = false;         // somebody else wrote it down
    bool byYou = false;        // the author is the one who reads
    QString author;            // may be empty: a tile without a name
    bool enteredByYou = false; // the writer is the one who reads
    QString enterer;
    QString day;           // "2. oktober"; empty while it is being written
    QString moment;        // "Søndag 12. oktober kl. 14.30"
    bool doubtful = false; // the clock of that tablet could not be trusted

    bool operator==(const Signature &) const = default;
};

} // namespace trivsel::app

#pragma once

#include "app/engine/snapshots.h"
#include "app/viewmodels/signature.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <qqmlregistration.h>

namespace trivsel::app {

class Formatters;
class Session;

/** *Jeg ser det anderledes*, as it stands beside staff's words. */
class OtherViewCell
{
    Q_GADGET
    QML_VALUE_TYPE(otherViewCell)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(trivsel::app::Signature signature MEMBER signature FINAL)
    Q_PROPERTY(bool older MEMBER older FINAL)
    Q_PROPERTY(QString wordsDay MEMBER wordsDay FINAL)
    Q_PROPERTY(bool unfinished MEMBER unfinished FINAL)
    Q_PROPERTY(bool begun MEMBER begun FINAL)

public:
    QString text;
    Signature signature;
    bool older = false; // staff have written other words since
    QString wordsDay;   // … on which day it had those that it is about: "2. oktober"; empty when not known
    bool unfinished = false; // begun, and for nobody else yet; without a signature
    bool begun = false;      // other words in its place are: they come next

    bool operator==(const OtherViewCell &) const = default;
};

/** One, and what it is in the engine. */
struct OtherViewRow
{
    OtherViewCell cell;
    std::optional<domain::OtherView> view; // that stands, or is being changed; without: a new one is begun

    /** A name for it that no other row beside the same words has. */
    [[nodiscard]] QByteArray key() const;
};
/** Those beside one text of staff's: what stands, each with what was begun in its place, then what is new. */
[[nodiscard]] std::vector<OtherViewRow> otherViewRows(const std::vector<domain::OtherView> &views,
                                                      const std::vector<engine::BegunOtherView> &begun,
                                                      const Session &session, const Formatters &format);
/** Among them is a new one that was begun. */
[[nodiscard]] bool isNewBegun(const std::vector<OtherViewRow> &rows);

} // namespace trivsel::app

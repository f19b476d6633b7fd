#pragma once

#include "app/viewmodels/signature.h"
#include "proto/domain/other_view.h"

#include <QMetaType>
#include <QString>

#include <qqmlregistration.h>

namespace trivsel::app {

class Formatters;
class Session;

/** *Jeg ser det anderledes*, as it stands beside staff's words in a plan. */
class OtherViewCell
{
    Q_GADGET
    QML_VALUE_TYPE(otherViewCell)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(trivsel::app::Signature signature MEMBER signature FINAL)
    Q_PROPERTY(bool older MEMBER older FINAL)
    Q_PROPERTY(QString wordsDay MEMBER wordsDay FINAL)

public:
    QString text;
    Signature signature;
    bool older = false; // staff have written other words since
    QString wordsDay;   // … on which day it had those that it is about: "2. oktober"; empty when not known

    bool operator==(const OtherViewCell &) const = default;
};

[[nodiscard]] OtherViewCell otherViewCellOf(const domain::OtherView &view, const Session &session,
                                            const Formatters &format);

} // namespace trivsel::app

#pragma once

#include "app/engine/snapshots.h"
#include "app/viewmodels/other_view_cell.h"
#include "app/viewmodels/signature.h"
#include "proto/catalogue/item.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QVariant>

#include <qqmlregistration.h>

/** What stands in a field. */
namespace trivsel::app::FieldStateSpace {
Q_NAMESPACE
QML_NAMED_ELEMENT(FieldState)

enum class Code { Empty, One, Merged, Two, Talk, KeptBoth, Unreadable };
Q_ENUM_NS(Code)

} // namespace trivsel::app::FieldStateSpace

namespace trivsel::app {

using FieldState = FieldStateSpace::Code;

class Formatters;
class Session;

/** One field of a plan in one voice, as it stands now. */
class PlanCell
{
    Q_GADGET
    QML_VALUE_TYPE(planCell)
    Q_PROPERTY(bool there MEMBER there FINAL)
    Q_PROPERTY(trivsel::app::FieldStateSpace::Code state MEMBER state FINAL)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(trivsel::app::Signature signature MEMBER signature FINAL)
    Q_PROPERTY(bool unfinished MEMBER unfinished FINAL)
    Q_PROPERTY(bool waitsForYes MEMBER waitsForYes FINAL)
    Q_PROPERTY(bool mayConfirm MEMBER mayConfirm FINAL)
    Q_PROPERTY(bool mayWrite MEMBER mayWrite FINAL)
    Q_PROPERTY(int versions MEMBER versions FINAL)
    Q_PROPERTY(bool list MEMBER list FINAL)
    Q_PROPERTY(QList<QString> lines MEMBER lines FINAL)
    Q_PROPERTY(int more MEMBER more FINAL)
    Q_PROPERTY(bool asks MEMBER asks FINAL)
    Q_PROPERTY(bool choice MEMBER choice FINAL)
    Q_PROPERTY(bool mayDiffer MEMBER mayDiffer FINAL)
    Q_PROPERTY(bool opensOtherView READ opensOtherView FINAL)
    Q_PROPERTY(QVariantList otherViews READ otherViewList FINAL)

public:
    bool there = false; // the plan has such a field
    FieldState state = FieldState::Empty;
    QString text;
    Signature signature;
    bool unfinished = false;  // a text of one's own that is not part of the plan yet
    bool waitsForYes = false; // somebody else wrote down what the resident said
    bool mayConfirm = false;  // … and the one who reads is that resident
    bool mayWrite = false;
    bool choice = false; // of answers, not of words
    int versions = 0;
    bool list = false;    // of entries, which have a page of their own
    QList<QString> lines; // the first of them that hold
    int more = 0;         // … and so many others
    bool asks =
        false; // an entry waits for a person: two versions, or taken out by one and changed by another
    bool mayDiffer =
        false; // words of staff's, and the one who reads may write *Jeg ser det anderledes* beside them
    bool mayChangeViews = false;     // … or has done so: they may change it, and take it back
    QList<OtherViewCell> otherViews; // as the resident has; what is begun is there for the resident alone

    [[nodiscard]] QVariantList otherViewList() const;
    /** *Jeg ser det anderledes* has a page for the one who reads. */
    [[nodiscard]] bool opensOtherView() const { return mayDiffer || mayChangeViews; }
    /** Something of the one who reads is begun here and not saved: the text, or words beside it. */
    [[nodiscard]] bool hasUnfinished() const;
    bool operator==(const PlanCell &) const = default;
};

/** Who signs a version, as the one who reads sees it. */
[[nodiscard]] Signature signatureOf(const merge::Version &version, const Session &session,
                                    const Formatters &format);
/** How `who` would sign a text of `author` that is being written now. */
[[nodiscard]] Signature signatureOfNow(const PersonId &author, const Session &session);
/** What stands in a field: the merged text, or every version with an empty line between. */
[[nodiscard]] QString textOf(const merge::RegisterView &view);
/** A version's words; of a choice those of the answer, as they stood on the screen. */
[[nodiscard]] QString wordsOf(const merge::Version &version);
[[nodiscard]] PlanCell planCellOf(const engine::FieldShown &field, const catalogue::Item &item,
                                  const Session &session, const Formatters &format);
/** What is shown of a field before all else: one's own draft, what stands there, or, while versions wait,
 * what its author wrote last. */
[[nodiscard]] QString shownWordsOf(const engine::FieldShown &field, const catalogue::Item &item,
                                   const Formatters &format);
/** May the one who sits here write in the open resident's plan in that voice? */
[[nodiscard]] bool mayWriteIn(merge::Voice voice, const Session &session);

} // namespace trivsel::app

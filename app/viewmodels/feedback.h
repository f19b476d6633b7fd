#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** kind (Feedback.Kind), words, forms (names of what was answered), who, until (day in words), day, by */
class FeedbackModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit FeedbackModel(QObject *parent = nullptr)
        : ListModel({"kind", "words", "forms", "who", "until", "day", "by"}, parent)
    {
    }
};

/** "Du sagde … Det gør vi": what the open resident said last and staff have replied to. Follows the session.
 */
class Feedback : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::FeedbackModel *rows READ rows CONSTANT FINAL)

public:
    /** Newest replies that are shown. */
    static constexpr std::size_t kShown = 3;
    enum class Kind { Said, Does, Cannot };
    Q_ENUM(Kind)

    explicit Feedback(const Context &context, QObject *parent = nullptr);
    [[nodiscard]] FeedbackModel *rows() { return &m_rows; }

private:
    void update();
    void addSaid(std::vector<ListRow> &rows, const EntityId &to) const;

    Context m;
    FeedbackModel m_rows;
};

} // namespace trivsel::app

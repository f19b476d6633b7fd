#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/other_view_cell.h"

namespace trivsel::app {

/** kind (Feedback.Kind), words, forms (names of what was answered), who, until (day in words), day, by,
 * canDiffer (a line of staff's, shown to its resident, who has begun on nothing new beside it), view
 * (OtherViewCell, of a row that Differs) */
class FeedbackModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit FeedbackModel(QObject *parent = nullptr)
        : ListModel({"kind", "words", "forms", "who", "until", "day", "by", "canDiffer", "view"}, parent)
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
    enum class Kind { Said, Does, Cannot, Differs }; // Differs: how the resident sees the line before it
    Q_ENUM(Kind)

    explicit Feedback(const Context &context, QObject *parent = nullptr);
    [[nodiscard]] FeedbackModel *rows() { return &m_rows; }

    /** A line of staff's by its row: what it says, and its id; of a row that Differs with that row. nullopt
     * for others. */
    struct Line
    {
        EntityId id;
        QString words;
        std::optional<OtherViewRow> view{};
    };
    [[nodiscard]] std::optional<Line> lineAt(int row) const;

private:
    void update();
    void addDiffers(std::vector<ListRow> &rows, const Line &line, const std::vector<OtherViewRow> &views);
    [[nodiscard]] std::vector<OtherViewRow> viewsBeside(const EntityId &line) const;
    void addSaid(std::vector<ListRow> &rows, const EntityId &to) const;

    Context m;
    FeedbackModel m_rows;
    std::vector<std::optional<Line>> m_lines; // by row
};

} // namespace trivsel::app

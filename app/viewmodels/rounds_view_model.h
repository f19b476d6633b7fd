#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

/** title (of the theme), state (RoundsViewModel.Theme) */
class RoundThemeModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit RoundThemeModel(QObject *parent = nullptr) : ListModel({"title", "state"}, parent) {}
};

/** title (of the theme; empty: the tablet does not know it), day (empty: not known) */
class RoundModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit RoundModel(QObject *parent = nullptr) : ListModel({"title", "day"}, parent) {}
};

/** question (empty: the tablet does not know it), shown (there were answers enough), low and high (the
 * middle, in words; the same when it is one, empty when the tablet does not know them), close (tæt, else
 * spredt), steps (words), counts (for each step; -1 few or none) */
class RoundItemModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit RoundItemModel(QObject *parent = nullptr)
        : ListModel({"question", "shown", "low", "high", "close", "steps", "counts"}, parent)
    {
    }
};

/**
 * *Runder*, for staff who are signed in. On the shared tablet they begin and close them; on the staff's
 * devices they see what came of the closed ones, and nothing of any one person. UI thread.
 */
class RoundsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.rounds")
    Q_PROPERTY(bool holds READ holds NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::RoundThemeModel *themes READ themes CONSTANT FINAL)
    Q_PROPERTY(bool anyOpen READ anyOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString openTheme READ openTheme NOTIFY changed FINAL)
    Q_PROPERTY(QString closesFrom READ closesFrom NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::RoundModel *closed READ closed CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::RoundItemModel *items READ items CONSTANT FINAL)
    Q_PROPERTY(bool showsOne READ showsOne NOTIFY changed FINAL)
    Q_PROPERTY(QString shownTheme READ shownTheme NOTIFY changed FINAL)
    Q_PROPERTY(QString shownDay READ shownDay NOTIFY changed FINAL)
    Q_PROPERTY(Asks asks READ asks NOTIFY changed FINAL)
    Q_PROPERTY(QString askedTheme READ askedTheme NOTIFY changed FINAL)
    Q_PROPERTY(End ended READ ended NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Theme {
        New,
        TooFew, // answers of the last round lie here: the next one goes on with them
        Leaving // answers are on their way to the office
    };
    Q_ENUM(Theme)
    enum class Asks { Nothing, Begin, Close };
    Q_ENUM(Asks)
    /** What became of the round that was closed on this page. */
    enum class End { None, TooFewAnswers, OnTheirWay };
    Q_ENUM(End)

    explicit RoundsViewModel(const Context &context, QObject *parent = nullptr);

    /** This is the shared tablet. */
    [[nodiscard]] bool holds() const { return m.session.home().kind == TabletKind::Shared; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] RoundThemeModel *themes() { return &m_themes; }
    [[nodiscard]] bool anyOpen() const { return m_here.open.has_value(); }
    /** Of the round that is open; empty: the tablet does not know it. */
    [[nodiscard]] QString openTheme() const;
    /** From when staff may close it: "den 2. oktober kl. 14.30"; empty: now. */
    [[nodiscard]] QString closesFrom() const;
    [[nodiscard]] RoundModel *closed() { return &m_closed; }
    [[nodiscard]] RoundItemModel *items() { return &m_items; }
    /** One closed round is looked at; else the list of them stands there. */
    [[nodiscard]] bool showsOne() const { return m_shown.has_value(); }
    /** Of that one; empty: the tablet does not know it. */
    [[nodiscard]] QString shownTheme() const;
    [[nodiscard]] QString shownDay() const;
    [[nodiscard]] Asks asks() const { return m_asks; }
    [[nodiscard]] QString askedTheme() const;
    [[nodiscard]] End ended() const { return m_ended; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void choose(int row); // of themes: asks
    Q_INVOKABLE void askClose();
    Q_INVOKABLE void agree();
    Q_INVOKABLE void refuse();
    Q_INVOKABLE void show(int row); // of closed
    /** From the question, from the closed round, then from the page. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void clear();
    void read();
    void readHere();
    void readResults();
    void showThemes();
    void begin();
    void close();
    void done(const Status &status);
    /** What it is called where its form is not here: never an address. */
    [[nodiscard]] QString titleOf(const catalogue::DefinitionPtr &definition) const;
    [[nodiscard]] QString titleOf(const domain::RoundResult &result) const;
    [[nodiscard]] catalogue::DefinitionPtr definitionOf(const domain::RoundResult &result) const;
    [[nodiscard]] ListRow itemRow(const domain::RoundResult::Item &item,
                                  const catalogue::Definition &definition) const;

    Context m;
    RoundThemeModel m_themes;
    RoundModel m_closed;
    RoundItemModel m_items;
    std::vector<catalogue::DefinitionPtr> m_offered;
    engine::RoundsSnapshot m_here;
    std::int64_t m_readMs = 0; // … as it was then
    std::vector<domain::RoundResult> m_results;
    std::map<DefinitionHash, catalogue::DefinitionPtr> m_definitions; // of the results
    std::optional<std::size_t> m_shown;
    std::optional<std::size_t> m_chosen;
    Asks m_asks = Asks::Nothing;
    End m_ended = End::None;
    Problem m_problem = Problem::None;
    bool m_ready = false;
    int m_visit = 0;
};

} // namespace trivsel::app

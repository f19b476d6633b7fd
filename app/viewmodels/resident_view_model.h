#pragma once

#include "app/viewmodels/begin_view_model.h"
#include "app/viewmodels/list_model.h"

#include <vector>

namespace trivsel::app {

class AboutViewModel;
class PlanViewModel;

/** title, look (ResidentViewModel.Look), waiting (a draft of one's own lies there) */
class EntryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit EntryModel(QObject *parent = nullptr) : ListModel({"title", "look", "waiting"}, parent) {}
};

/**
 * The page that a tile opens: what one can do here, and which answers wait. What was answered earlier is one
 * step further in. Self-evaluations stand together behind one entry. What is offered follows from the
 * definitions.
 */
class ResidentViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.resident")
    Q_PROPERTY(bool talkWaits READ talkWaits NOTIFY changed FINAL)
    Q_PROPERTY(Phase phase READ phase NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY changed FINAL)
    Q_PROPERTY(int tint READ tint NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::EntryModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::EntryModel *themes READ themes CONSTANT FINAL)
    Q_PROPERTY(bool hasPlans READ hasPlans CONSTANT FINAL)
    Q_PROPERTY(bool hasAnswers READ hasAnswers NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPictures READ hasPictures NOTIFY changed FINAL)
    Q_PROPERTY(int triedBefore READ triedBefore NOTIFY changed FINAL)
    Q_PROPERTY(bool ownOpen READ ownOpen NOTIFY changed FINAL)

public:
    enum class Phase { Loading, Ready, Failed };
    Q_ENUM(Phase)
    enum class Look { Faces, Talk, Steps, Words, Plan, Themes };
    Q_ENUM(Look)

    ResidentViewModel(const Context &context, BeginViewModel &begin, AboutViewModel &about,
                      PlanViewModel &plan, QObject *parent = nullptr);

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] Problem problem() const { return m.session.problem(); }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] QString picture() const;
    [[nodiscard]] int tint() const { return m.session.resident() ? m.session.resident()->tint : 1; }
    [[nodiscard]] EntryModel *entries() { return &m_entries; }
    [[nodiscard]] EntryModel *themes() { return &m_themes; }
    /** There are plans among the entries. */
    [[nodiscard]] bool hasPlans() const;
    [[nodiscard]] bool hasAnswers() const;
    /** A samtale is under way on this tablet. */
    [[nodiscard]] bool talkWaits() const
    {
        return m.session.snapshot() && m.session.isResident() && m.session.snapshot()->conversations.underWay;
    }
    /** *Kun mig* is there on this tablet. */
    [[nodiscard]] bool hasPictures() const;
    /** Wrong pictures before the tile was opened this time. */
    [[nodiscard]] int triedBefore() const { return m.session.triedBefore(); }
    [[nodiscard]] bool ownOpen() const { return m.session.own().open; }

    Q_INVOKABLE void openEntry(int row);
    Q_INVOKABLE void openTheme(int row);
    Q_INVOKABLE void openOwnPage();
    Q_INVOKABLE void openPictures();
    Q_INVOKABLE void openWays();
    /** Back to the tiles; nobody sits here any more. */
    Q_INVOKABLE void leave();
    Q_INVOKABLE void backFromThemes();

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        Look look;
        catalogue::DefinitionPtr definition; // null for the themes together
    };
    void update();
    void open(const Entry &entry);
    [[nodiscard]] bool waiting(const Entry &entry) const;
    [[nodiscard]] ListRow rowOf(const Entry &entry) const;

    Context m;
    BeginViewModel &m_begin;
    AboutViewModel &m_about;
    PlanViewModel &m_plan;
    std::vector<Entry> m_entryList;
    std::vector<Entry> m_themeList;
    EntryModel m_entries;
    EntryModel m_themes;
};

/** It opens on a resident's own page. */
[[nodiscard]] bool isForResidents(const catalogue::Definition &definition);
/** How an instrument shows itself in a list; from the definition. */
[[nodiscard]] ResidentViewModel::Look lookOf(const catalogue::Definition &definition);

} // namespace trivsel::app

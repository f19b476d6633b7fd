#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

/** name (may be empty), state (TripsViewModel.State), onlyHere (changes that only this phone has), oneCopy
 * (there is one copy of at the office), unfinished, mayTake */
class TravellerModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit TravellerModel(QObject *parent = nullptr)
        : ListModel({"name", "state", "onlyHere", "oneCopy", "unfinished", "mayTake"}, parent)
    {
    }
};

/**
 * "Tag med på tur", on a person's own phone: whom they may take along, who is along, and of whom something is
 * still here after they came home. UI thread.
 */
class TripsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.trips")
    Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(int alongCount READ alongCount NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::TravellerModel *along READ along CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::TravellerModel *atHome READ atHome CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::TravellerModel *goingHome READ goingHome CONSTANT FINAL)
    Q_PROPERTY(bool asks READ asks NOTIFY changed FINAL)
    Q_PROPERTY(QString askedName READ askedName NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class State { Home, Asked, Along, GoingHome };
    Q_ENUM(State)

    explicit TripsViewModel(const Context &context, QObject *parent = nullptr);

    /** Whoever is signed in sits at their own phone. */
    [[nodiscard]] bool offered() const;
    [[nodiscard]] bool ready() const { return m_ready; }
    /** How many are along, as the start page of staff says it; also when the lists were not read. */
    [[nodiscard]] int alongCount() const;
    [[nodiscard]] TravellerModel *along() { return &m_along.rows; }
    [[nodiscard]] TravellerModel *atHome() { return &m_atHome.rows; }
    [[nodiscard]] TravellerModel *goingHome() { return &m_goingHome.rows; }
    /** Before somebody is home again. */
    [[nodiscard]] bool asks() const { return m_asked.has_value(); }
    [[nodiscard]] QString askedName() const;
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void take(int row);      // of atHome
    Q_INVOKABLE void takeAgain(int row); // of goingHome
    Q_INVOKABLE void askHome(int row);   // of along
    Q_INVOKABLE void bringHome();
    Q_INVOKABLE void keepAlong();
    /** While it asks: not home. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    struct List
    {
        std::vector<PersonId> residents;
        TravellerModel rows;
    };
    void read();
    void show(const std::vector<engine::Traveller> &travellers);
    void takeAlong(const List &list, int row);
    void clear();
    [[nodiscard]] QString nameOf(const PersonId &resident) const { return m.session.nameOf(resident); }

    Context m;
    List m_along;
    List m_atHome;
    List m_goingHome;
    std::optional<PersonId> m_asked;
    bool m_ready = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app

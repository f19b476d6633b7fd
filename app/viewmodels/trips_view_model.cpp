#include "app/viewmodels/trips_view_model.h"

#include "app/viewmodels/staff_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>
#include <array>

namespace trivsel::app {

using engine::Traveller;
using Page = Navigator::Page;

namespace {

TripsViewModel::State stateOf(Traveller::State state)
{
    switch (state) {
    case Traveller::State::Home:
        return TripsViewModel::State::Home;
    case Traveller::State::Asked:
        return TripsViewModel::State::Asked;
    case Traveller::State::Along:
        return TripsViewModel::State::Along;
    case Traveller::State::GoingHome:
        return TripsViewModel::State::GoingHome;
    }
    return TripsViewModel::State::Home;
}

} // namespace

TripsViewModel::TripsViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::homeChanged, this, &TripsViewModel::changed);
    connect(&m.session, &Session::personChanged, this, &TripsViewModel::clear);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() != Page::Trips) {
            m_asked.reset();
        }
    });
    connect(&m.core, &CoreLink::changed, this, [this](const engine::Changed &) {
        if (m.pages.page() == Page::Trips) {
            read(); // what was sent, what has come, who lives here
        }
    });
}

bool TripsViewModel::offered() const
{
    return m.session.isStaff() && m.session.signedIn() == engine::SignInKind::Code &&
           m.session.home().owner == m.session.who().person;
}

int TripsViewModel::alongCount() const
{
    return static_cast<int>(m.session.home().along.size());
}

QString TripsViewModel::askedName() const
{
    return m_asked ? nameOf(*m_asked) : QString();
}

void TripsViewModel::open()
{
    if (offered()) {
        m.pages.push(Page::Trips);
        read();
    }
}

void TripsViewModel::clear()
{
    ++m_visit;
    m_ready = false;
    m_asked.reset();
    m_problem = Problem::None;
    for (List *list : {&m_along, &m_atHome, &m_goingHome}) {
        list->residents.clear();
        list->rows.setRows({});
    }
    Q_EMIT changed();
}

void TripsViewModel::read()
{
    m.core.run(
        this, [who = m.session.who()](engine::Engine &engine) { return engine.travellers(who); },
        [this, visit = ++m_visit](const Result<std::vector<Traveller>> &travellers) {
            if (visit != m_visit) {
                return;
            }
            m_ready = travellers.has_value();
            if (travellers) {
                show(*travellers);
            } else {
                m_problem = problemOf(travellers);
            }
            Q_EMIT changed();
        });
}

void TripsViewModel::show(const std::vector<Traveller> &travellers)
{
    std::vector<std::pair<engine::Tile, const Traveller *>> sorted;
    for (const engine::Tile &tile : m.session.home().residents) {
        const auto one = std::find_if(travellers.begin(), travellers.end(),
                                      [&](const Traveller &known) { return known.resident == tile.id; });
        if (one != travellers.end()) {
            sorted.emplace_back(tile, &*one);
        }
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return byName(a.first, b.first); });
    std::array<std::vector<ListRow>, 3> rows;
    const std::array<List *, 3> lists{&m_along, &m_atHome, &m_goingHome};
    for (List *list : lists) {
        list->residents.clear();
    }
    for (const auto &[tile, one] : sorted) {
        const std::size_t at = one->state == Traveller::State::Home        ? 1
                               : one->state == Traveller::State::GoingHome ? 2
                                                                           : 0;
        lists[at]->residents.push_back(tile.id);
        rows[at].push_back(
            {QByteArray::fromStdString(tile.id.str()),
             {toQt(tile.name), QVariant::fromValue(stateOf(one->state)), static_cast<int>(one->onlyHere),
              static_cast<int>(one->oneCopy), one->unfinished, one->mayTake}});
    }
    for (std::size_t at = 0; at < lists.size(); ++at) {
        lists[at]->rows.setRows(std::move(rows[at]));
    }
    if (m_asked &&
        std::find(m_along.residents.begin(), m_along.residents.end(), *m_asked) == m_along.residents.end()) {
        m_asked.reset();
    }
}

void TripsViewModel::takeAlong(const List &list, int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= list.residents.size()) {
        return;
    }
    m.core.run(
        this,
        [resident = list.residents[static_cast<std::size_t>(row)],
         who = m.session.who()](engine::Engine &engine) { return engine.takeAlong(resident, who); },
        [this](const Status &taken) {
            m_problem = problemOf(taken);
            m.session.readHome();
            read();
            if (taken) {
                m.core.syncNow(); // perhaps there is network right now
            }
        });
}

void TripsViewModel::take(int row)
{
    takeAlong(m_atHome, row);
}

void TripsViewModel::takeAgain(int row)
{
    takeAlong(m_goingHome, row);
}

void TripsViewModel::askHome(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_along.residents.size()) {
        m_asked = m_along.residents[static_cast<std::size_t>(row)];
        Q_EMIT changed();
    }
}

void TripsViewModel::keepAlong()
{
    m_asked.reset();
    Q_EMIT changed();
}

void TripsViewModel::bringHome()
{
    if (!m_asked) {
        return;
    }
    m.core.run(
        this, [resident = *m_asked](engine::Engine &engine) { return engine.endTrip(resident); },
        [this](const Status &done) {
            m_problem = problemOf(done);
            m.session.readHome();
            read();
            if (done) {
                m.core.syncNow();
            }
        });
    keepAlong();
}

void TripsViewModel::back()
{
    if (m_asked) {
        keepAlong();
    } else {
        m.pages.pop();
    }
}

} // namespace trivsel::app

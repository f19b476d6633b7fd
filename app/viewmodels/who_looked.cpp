#include "app/viewmodels/who_looked.h"

#include <QDate>

#include <algorithm>

namespace trivsel::app {

namespace {

template <class To, class From> QVariant as(From value)
{
    return QVariant::fromValue(static_cast<To>(value));
}
// The same in the same order, so that a number means what it says.
static_assert(static_cast<int>(WhoLooked::Looker::Unknown) == static_cast<int>(domain::Looker::Unknown));
static_assert(static_cast<int>(WhoLooked::Reason::Safety) == static_cast<int>(domain::LookReason::Safety));
static_assert(static_cast<int>(WhoLooked::Reason::Other) == static_cast<int>(domain::LookReason::Other));
static_assert(static_cast<int>(WhoLooked::What::ChangedAccess) ==
              static_cast<int>(domain::LookWhat::ChangedAccess));

} // namespace

WhoLooked::WhoLooked(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) {
            forget();
        }
    });
}

void WhoLooked::read()
{
    forget();
    if (!m.session.isResident() || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who()](engine::Engine &engine) {
            return engine.whoLooked(resident, who);
        },
        [this, visit = m_visit](Result<std::vector<domain::Look>> looks) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(looks);
            m_ready = looks.has_value();
            m_all = looks ? std::move(*looks) : std::vector<domain::Look>();
            fill();
        });
}

void WhoLooked::forget()
{
    ++m_visit;
    m_all.clear();
    m_limit = kRows;
    m_ready = false;
    m_problem = Problem::None;
    fill();
}

void WhoLooked::fill()
{
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < std::min(m_limit, m_all.size()); ++i) {
        const domain::Look &look = m_all[i];
        QString day;
        if (look.day) {
            day = m.format.day(
                QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + *look.day).startOfDay().toMSecsSinceEpoch());
        }
        rows.push_back({QByteArray::number(static_cast<qulonglong>(i)),
                        {day, as<Looker>(look.looker), as<Reason>(look.reason), as<What>(look.what), look.times,
                         look.clockDoubtful}});
    }
    m_looks.setRows(std::move(rows));
    Q_EMIT changed();
}

void WhoLooked::showOlder()
{
    m_limit += kRows;
    fill();
}

} // namespace trivsel::app

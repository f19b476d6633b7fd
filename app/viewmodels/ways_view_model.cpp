#include "app/viewmodels/ways_view_model.h"

#include "app/viewmodels/pictures_view_model.h"
#include "app/viewmodels/text.h"

#include <QDateTime>

#include <algorithm>

namespace trivsel::app {

using domain::Ways;
using engine::OwnWish;
using Page = Navigator::Page;

namespace {

constexpr int kAwayUntil = 1; // a day is known

using ReadBy = WaysViewModel::ReadBy;
static_assert(static_cast<int>(ReadBy::OnlyMe) == static_cast<int>(StreamKind::Own) &&
              static_cast<int>(ReadBy::Chosen) == static_cast<int>(StreamKind::Chosen) &&
              static_cast<int>(ReadBy::Team) == static_cast<int>(StreamKind::Team));

bool mayBeAsked(const catalogue::Definition &definition)
{
    const bool theirs = definition.audience == catalogue::Audience::Resident ||
                        definition.audience == catalogue::Audience::Both;
    return theirs && definition.kind == catalogue::Kind::Form &&
           definition.secrecy != catalogue::Secrecy::Safety &&
           definition.secrecy != catalogue::Secrecy::SelfEvaluation; // those are rounds
}

/** The beginning of that day, local time. */
std::int64_t startOfDay(std::int64_t nowMs, int days)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs).date().addDays(days).startOfDay().toMSecsSinceEpoch();
}

} // namespace

WaysViewModel::WaysViewModel(const Context &context, PicturesViewModel &pictures, QObject *parent)
    : QObject(parent), m(context), m_pictures(pictures)
{
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() == Page::Ways) {
            ++m_visit;
            update();
        } else if (!m.pages.contains(Page::Ways)) {
            close();
        }
    });
    connect(&m.session, &Session::snapshotChanged, this, &WaysViewModel::update);
    connect(&m.session, &Session::homeChanged, this, &WaysViewModel::update);
}

const Ways &WaysViewModel::ways() const
{
    static const Ways kUsual;
    return m.session.resident() ? m.session.resident()->ways : kUsual;
}

QString WaysViewModel::form() const
{
    return m_open.definition ? toQt(m_open.definition->title.in(m.language())) : QString();
}

QString WaysViewModel::picture() const
{
    return m.session.resident() ? toQt(m.session.resident()->picture) : QString();
}

QStringList WaysViewModel::taken() const
{
    QStringList names;
    for (const engine::Tile &tile : m.session.home().residents) {
        if (m.session.resident() && tile.id != m.session.resident()->id) {
            names.append(toQt(tile.picture));
        }
    }
    return names;
}

int WaysViewModel::valueNow(const Row &row) const
{
    const Ways &now = ways();
    switch (row.kind) {
    case Kind::List:
    case Kind::Picture:
        break;
    case Kind::Pictures:
        return static_cast<int>(m.session.own().tile ? TileBy::ByPictures : TileBy::ByTap);
    case Kind::Answering:
        return static_cast<int>(now.answer);
    case Kind::Letters:
        return now.letters;
    case Kind::Aloud:
        return static_cast<int>(now.aloud);
    case Kind::Cover:
        return now.coverAfterS;
    case Kind::Asking:
        return static_cast<int>(now.askingFor(row.definition->url));
    case Kind::Readers:
        return now.readers ? static_cast<int>(*now.readers) : static_cast<int>(ReadBy::AskMe);
    case Kind::NoTablet:
        return now.withoutTablet ? 1 : 0;
    case Kind::Away:
        return !now.isAway(m.format.now()) ? 0 : now.awayUntilMs == Ways::kAwayOpen ? -1 : kAwayUntil;
    }
    return 0;
}

std::vector<int> WaysViewModel::offered(Kind kind) const
{
    switch (kind) {
    case Kind::List:
    case Kind::Picture:
        return {};
    case Kind::Pictures:
    case Kind::NoTablet:
        return {1, 0};
    case Kind::Aloud:
        return {static_cast<int>(Reading::Usual), static_cast<int>(Reading::Slow), static_cast<int>(Reading::Fast),
                static_cast<int>(Reading::Off)};
    case Kind::Answering:
        return {wire::v1::WAY_FACES, wire::v1::WAY_WORDS, wire::v1::WAY_NUMBERS};
    case Kind::Letters:
        return {Ways::kLettersMin, 100, 130, 160, Ways::kLettersMax};
    case Kind::Cover:
        return {Ways::kCoverMinS, 120, 300, Ways::kCoverMaxS};
    case Kind::Asking:
        return {static_cast<int>(Asked::Yes), static_cast<int>(Asked::SaysSo),
                static_cast<int>(Asked::NoMore)};
    case Kind::Readers:
        return readers();
    case Kind::Away:
        return {0, 1, 7, 30, -1};
    }
    return {};
}

/** Those who could be chosen on the review page, with *kun mig* also while it is closed. */
std::vector<int> WaysViewModel::readers() const
{
    std::vector<int> values;
    const auto &snapshot = m.session.snapshot();
    if (m.session.own().open || m.session.own().state == engine::OwnState::Set) {
        values.push_back(static_cast<int>(ReadBy::OnlyMe));
    }
    if (snapshot && !snapshot->chosen.empty()) {
        values.push_back(static_cast<int>(ReadBy::Chosen));
    }
    if (snapshot && !snapshot->team.empty()) {
        values.push_back(static_cast<int>(ReadBy::Team));
    }
    values.push_back(static_cast<int>(ReadBy::AskMe));
    return values;
}

QString WaysViewModel::namesFor(Kind kind, int value) const
{
    const auto &snapshot = m.session.snapshot();
    if (kind != Kind::Readers || !snapshot) {
        return {};
    }
    switch (static_cast<ReadBy>(value)) {
    case ReadBy::Chosen:
        return m.format.names(m.session.namesOf(snapshot->chosen));
    case ReadBy::Team:
        return m.format.names(m.session.namesOf(snapshot->team));
    case ReadBy::AskMe:
    case ReadBy::OnlyMe:
        break;
    }
    return {};
}

void WaysViewModel::update()
{
    m_list.clear();
    std::vector<ListRow> rows;
    const auto add = [&](Row row) {
        QByteArray key = QByteArray::number(static_cast<int>(row.kind));
        QString title;
        QString text;
        if (row.definition) {
            key += row.definition->url.c_str();
            title = toQt(row.definition->title.in(m.language()));
        }
        if (row.kind == Kind::Picture) {
            text = picture();
        } else if (row.kind == Kind::Away && valueNow(row) == kAwayUntil) {
            text = m.format.day(ways().awayUntilMs);
        }
        rows.push_back({key, {QVariant::fromValue(row.kind), title, valueNow(row), text}});
        m_list.push_back(std::move(row));
    };
    if (m.session.isResident() && m.session.snapshot()) {
        add({Kind::Picture, nullptr});
        if (m.session.own().state != engine::OwnState::Unavailable) {
            add({Kind::Pictures, nullptr});
        }
        for (const Kind kind : {Kind::Answering, Kind::Letters, Kind::Aloud, Kind::Cover}) {
            add({kind, nullptr});
        }
        for (const auto &definition : m.catalogue->all()) {
            // A round is not offered here, but what was said of one can be taken back.
            if (mayBeAsked(*definition) || ways().asking.contains(domain::formKey(definition->url))) {
                add({Kind::Asking, definition});
            }
        }
        add({Kind::Readers, nullptr});
        add({Kind::NoTablet, nullptr});
        add({Kind::Away, nullptr});
    }
    m_rows.setRows(std::move(rows));

    std::vector<ListRow> choices;
    const int now = valueNow(m_open);
    for (const int value : offered(m_open.kind)) {
        const bool chosen = value == now && !(m_open.kind == Kind::Away && value == kAwayUntil);
        choices.push_back({QByteArray::number(value), {value, chosen, namesFor(m_open.kind, value)}});
    }
    m_choices.setRows(std::move(choices));
    Q_EMIT changed();
}

void WaysViewModel::open(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_list.size() && m_open.kind == Kind::List) {
        m_open = m_list[static_cast<std::size_t>(row)];
        m_undo = nullptr;
        m_problem = Problem::None;
        update();
    }
}

WaysViewModel::Command WaysViewModel::commandFor(const Row &row, int value) const
{
    const auto wish = [](OwnWish what, std::int64_t number) -> Command {
        return [what, number](engine::Engine &engine, const PersonId &resident, const engine::Who &who) {
            return engine.setOwnWish(resident, who, what, number);
        };
    };
    switch (row.kind) {
    case Kind::List:
    case Kind::Picture:
        break;
    case Kind::Pictures:
        return [value](engine::Engine &engine, const PersonId &resident, const engine::Who &who) {
            return engine.setTileByPictures(resident, who, value != 0);
        };
    case Kind::Answering:
        return wish(OwnWish::AnswerWay, value);
    case Kind::Letters:
        return wish(OwnWish::Letters, value);
    case Kind::Aloud:
        return wish(OwnWish::Aloud, value);
    case Kind::Cover:
        return wish(OwnWish::CoverAfter, value);
    case Kind::Asking:
        return [url = row.definition->url, value](engine::Engine &engine, const PersonId &resident,
                                                  const engine::Who &who) {
            return engine.setAsking(resident, who, url, static_cast<domain::Asking>(value));
        };
    case Kind::Readers:
        return wish(OwnWish::Readers, value);
    case Kind::NoTablet:
        return wish(OwnWish::WithoutTablet, value);
    case Kind::Away:
        return wish(OwnWish::AwayUntil, value > 0 ? startOfDay(m.format.now(), value) : value);
    }
    return nullptr;
}

/** What stands now, said again. */
WaysViewModel::Command WaysViewModel::restoring(const Row &row) const
{
    if (row.kind == Kind::Away) {
        return [until = ways().awayUntilMs](engine::Engine &engine, const PersonId &resident,
                                            const engine::Who &who) {
            return engine.setOwnWish(resident, who, OwnWish::AwayUntil, until);
        };
    }
    return commandFor(row, valueNow(row));
}

void WaysViewModel::choose(int row)
{
    const std::vector<int> values = offered(m_open.kind);
    if (row < 0 || static_cast<std::size_t>(row) >= values.size() || !m.session.snapshot()) {
        return;
    }
    const int value = values[static_cast<std::size_t>(row)];
    if (m_open.kind == Kind::Pictures) {
        if ((value != 0) == m.session.own().tile) {
            return;
        }
        if (!m.session.own().open) { // by the pictures alone: they are given, or chosen, first
            return m_pictures.openForTile(value != 0);
        }
    }
    tell(commandFor(m_open, value), restoring(m_open));
}

void WaysViewModel::choosePicture(const QString &name)
{
    if (m_open.kind != Kind::Picture || name == picture()) {
        return;
    }
    const auto choosing = [](std::string which) -> Command {
        return [which](engine::Engine &engine, const PersonId &resident, const engine::Who &who) {
            return engine.chooseTilePicture(resident, who, which);
        };
    };
    const std::string before = picture().toStdString();
    tell(choosing(name.toStdString()), before.empty() ? Command() : choosing(before));
}

void WaysViewModel::openPictures()
{
    m.pages.push(Page::Pictures);
}

void WaysViewModel::tell(Command command, Command undo)
{
    if (!m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [command = std::move(command), resident = m.session.resident()->id,
         who = m.session.residentWho()](engine::Engine &engine) { return command(engine, resident, who); },
        [this, undo = std::move(undo), visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(status);
            if (status) {
                m_undo = undo;
                m.session.refresh();
            }
            Q_EMIT changed();
        });
}

void WaysViewModel::undo()
{
    if (m_undo) {
        tell(std::exchange(m_undo, nullptr), nullptr);
    }
}

void WaysViewModel::close()
{
    ++m_visit;
    m_open = {};
    m_undo = nullptr;
    m_problem = Problem::None;
}

void WaysViewModel::back()
{
    if (m_open.kind == Kind::List) {
        return m.pages.pop();
    }
    close();
    update();
}

} // namespace trivsel::app

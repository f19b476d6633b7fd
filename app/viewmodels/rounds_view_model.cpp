#include "app/viewmodels/rounds_view_model.h"

#include "app/engine/round_form.h"
#include "app/viewmodels/text.h"
#include "proto/base/time_units.h"

#include <algorithm>

namespace trivsel::app {

using Page = Navigator::Page;
using Shown = domain::RoundResult::Shown;

namespace {
constexpr std::int64_t kMinuteMs = 60 * 1000;
}

RoundsViewModel::RoundsViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::personChanged, this, &RoundsViewModel::clear);
    connect(&m.core, &CoreLink::changed, this, [this](const engine::Changed &) {
        if (m.pages.page() == Page::Rounds) {
            read(); // what was sent, what has come
        }
    });
}

void RoundsViewModel::clear()
{
    ++m_visit;
    m_here = {};
    m_results.clear();
    m_definitions.clear();
    m_shown.reset();
    m_chosen.reset();
    m_asks = Asks::Nothing;
    m_ended = End::None;
    m_problem = Problem::None;
    m_ready = false;
    m_closed.setRows({});
    m_items.setRows({});
    m_themes.setRows({});
    Q_EMIT changed();
}

void RoundsViewModel::open()
{
    if (m.session.isStaff()) {
        clear();
        m.pages.push(Page::Rounds);
        read();
    }
}

void RoundsViewModel::read()
{
    holds() ? readHere() : readResults();
}

void RoundsViewModel::readHere()
{
    m.core.run(
        this, [](engine::Engine &engine) { return engine.rounds(); },
        [this, visit = m_visit](const Result<engine::RoundsSnapshot> &rounds) {
            if (visit != m_visit) {
                return;
            }
            m_ready = rounds.has_value();
            if (rounds) {
                m_here = *rounds;
                m_readMs = m.format.now();
                showThemes();
            } else {
                m_problem = problemOf(rounds);
            }
            Q_EMIT changed();
        });
}

void RoundsViewModel::showThemes()
{
    m_offered.clear();
    std::vector<ListRow> rows;
    const auto has = [](const std::vector<std::string> &urls, const std::string &url) {
        return std::find(urls.begin(), urls.end(), url) != urls.end();
    };
    for (const auto &definition : m.catalogue->all()) {
        if (!engine::roundFormOf(*definition)) {
            continue;
        }
        const Theme state = has(m_here.tooFew, definition->url)    ? Theme::TooFew
                            : has(m_here.leaving, definition->url) ? Theme::Leaving
                                                                   : Theme::New;
        m_offered.push_back(definition);
        rows.push_back({QByteArray::fromStdString(definition->url),
                        {toQt(definition->shortTitle.in(m.language())), QVariant::fromValue(state)}});
    }
    m_themes.setRows(std::move(rows));
}

void RoundsViewModel::readResults()
{
    struct Read
    {
        Result<std::vector<domain::RoundResult>> results;
        std::map<DefinitionHash, catalogue::DefinitionPtr> definitions;
    };
    m.core.run(
        this,
        [who = m.session.who()](engine::Engine &engine) {
            Read read{engine.roundResults(who), {}};
            if (read.results) {
                for (const domain::RoundResult &result : *read.results) {
                    read.definitions[result.definition] = engine.definition(result.definition);
                }
            }
            return read;
        },
        [this, visit = m_visit](const Read &read) {
            if (visit != m_visit) {
                return;
            }
            m_ready = read.results.has_value();
            m_problem = problemOf(read.results);
            m_results = read.results ? *read.results : std::vector<domain::RoundResult>();
            m_definitions = read.definitions;
            std::vector<ListRow> rows;
            for (const domain::RoundResult &result : m_results) {
                rows.push_back(
                    {QByteArray::fromStdString(result.id.str()),
                     {titleOf(result), result.day ? m.format.day(*result.day * kDayMs) : QString()}});
            }
            m_closed.setRows(std::move(rows));
            Q_EMIT changed();
        });
}

catalogue::DefinitionPtr RoundsViewModel::definitionOf(const domain::RoundResult &result) const
{
    const auto known = m_definitions.find(result.definition);
    return known != m_definitions.end() && known->second ? known->second : m.catalogue->byUrl(result.url);
}

QString RoundsViewModel::titleOf(const catalogue::DefinitionPtr &definition) const
{
    return definition ? toQt(definition->shortTitle.in(m.language())) : QString();
}

QString RoundsViewModel::titleOf(const domain::RoundResult &result) const
{
    return titleOf(definitionOf(result));
}

QString RoundsViewModel::openTheme() const
{
    return m_here.open ? titleOf(m.catalogue->byUrl(m_here.open->url)) : QString();
}

QString RoundsViewModel::closesFrom() const
{
    const std::int64_t waits = m_here.open ? m_here.open->closesByHandInMs : 0;
    if (waits <= 0) {
        return {};
    }
    // The minute that is shown is not before it.
    return m.format.momentAfterWord((m_readMs + waits + kMinuteMs - 1) / kMinuteMs * kMinuteMs);
}

QString RoundsViewModel::shownTheme() const
{
    return m_shown ? titleOf(m_results[*m_shown]) : QString();
}

QString RoundsViewModel::shownDay() const
{
    const auto day = m_shown ? m_results[*m_shown].day : std::nullopt;
    return day ? m.format.day(*day * kDayMs) : QString();
}

QString RoundsViewModel::askedTheme() const
{
    if (m_asks == Asks::Close) {
        return openTheme();
    }
    return m_chosen ? toQt(m_offered[*m_chosen]->shortTitle.in(m.language())) : QString();
}

ListRow RoundsViewModel::itemRow(const domain::RoundResult::Item &item,
                                 const catalogue::Definition &definition) const
{
    const catalogue::Item *asked = definition.find(item.linkId);
    const auto word = [&](int option) {
        const bool known = asked != nullptr && static_cast<std::size_t>(option) < asked->options.size();
        return known ? toQt(asked->options[static_cast<std::size_t>(option)].text.in(m.language()))
                     : QString();
    };
    QStringList steps;
    QList<int> counts;
    for (std::size_t at = 0; at < item.steps.size(); ++at) {
        steps.append(word(static_cast<int>(at)));
        counts.append(item.steps[at].value_or(-1));
    }
    const bool shown = item.shown != Shown::Nothing;
    return {QByteArray::fromStdString(item.linkId),
            {asked != nullptr ? toQt(asked->text.in(m.language())) : QString(), shown,
             shown ? word(item.middleLow) : QString(), shown ? word(item.middleHigh) : QString(), item.close,
             steps, QVariant::fromValue(counts)}};
}

void RoundsViewModel::show(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_results.size()) {
        return;
    }
    m_shown = static_cast<std::size_t>(row);
    std::vector<ListRow> rows;
    if (const auto definition = definitionOf(m_results[*m_shown])) {
        for (const auto &item : m_results[*m_shown].items) {
            rows.push_back(itemRow(item, *definition));
        }
    }
    m_items.setRows(std::move(rows));
    Q_EMIT changed();
}

void RoundsViewModel::choose(int row)
{
    if (m_here.open || row < 0 || static_cast<std::size_t>(row) >= m_offered.size()) {
        return;
    }
    m_chosen = static_cast<std::size_t>(row);
    m_asks = Asks::Begin;
    Q_EMIT changed();
}

void RoundsViewModel::askClose()
{
    if (m_here.open && closesFrom().isEmpty()) {
        m_asks = Asks::Close;
        Q_EMIT changed();
    }
}

void RoundsViewModel::refuse()
{
    m_asks = Asks::Nothing;
    m_chosen.reset();
    Q_EMIT changed();
}

void RoundsViewModel::agree()
{
    const Asks asked = m_asks;
    if (asked == Asks::Begin && m_chosen) {
        begin();
    } else if (asked == Asks::Close) {
        close();
    }
    refuse();
}

void RoundsViewModel::begin()
{
    m_ended = End::None;
    m.core.run(
        this,
        [who = m.session.who(), url = m_offered[*m_chosen]->url](engine::Engine &engine) {
            return engine.beginRound(who, url);
        },
        [this](const Status &begun) { done(begun); });
}

void RoundsViewModel::close()
{
    m.core.run(
        this, [who = m.session.who()](engine::Engine &engine) { return engine.closeRound(who); },
        [this](const Result<engine::RoundEnd> &end) {
            if (end) {
                m_ended = *end == engine::RoundEnd::TooFew ? End::TooFewAnswers : End::OnTheirWay;
                m.core.syncNow(); // perhaps there is network right now
            }
            done(end ? Status() : tl::unexpected(end.error()));
        });
}

void RoundsViewModel::done(const Status &status)
{
    m_problem = problemOf(status);
    Q_EMIT changed();
    read();
}

void RoundsViewModel::back()
{
    if (m_asks != Asks::Nothing) {
        refuse();
    } else if (m_shown) {
        m_shown.reset();
        m_items.setRows({});
        Q_EMIT changed();
    } else if (m.pages.page() == Page::Rounds) {
        m.pages.pop();
    }
}

} // namespace trivsel::app

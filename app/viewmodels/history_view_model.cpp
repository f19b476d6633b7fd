#include "app/viewmodels/history_view_model.h"

#include "app/viewmodels/text.h"

namespace trivsel::app {

namespace {

HistoryViewModel::Mark markOf(const merge::Version &version)
{
    using Mark = HistoryViewModel::Mark;
    if (version.op.has_remove()) {
        return version.op.remove() ? Mark::Withdrawn : Mark::BroughtBack;
    }
    switch (version.op.resolution()) {
    case wire::v1::RESOLUTION_CHOOSE:
        return version.op.seen_size() > 1 ? Mark::Chosen : Mark::Approved; // of one: a yes
    case wire::v1::RESOLUTION_REWRITE:
        return Mark::Rewritten;
    case wire::v1::RESOLUTION_KEEP_BOTH:
        return Mark::KeptBoth;
    case wire::v1::RESOLUTION_TALK:
        return Mark::Talk;
    default:
        return Mark::Written;
    }
}

} // namespace

HistoryViewModel::HistoryViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) {
            ++m_visit;
            m_ready = false;
            show({});
        } else if (m.pages.contains(Navigator::Page::History)) {
            read();
        }
    });
}

void HistoryViewModel::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                            const engine::FieldAt &at)
{
    m_url = definition->url;
    m_at = at;
    m_title = toQt(item.label.in(m.language()));
    m_ready = false;
    show({});
    read();
    m.pages.push(Navigator::Page::History);
}

void HistoryViewModel::read()
{
    const int visit = ++m_visit;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), url = m_url,
         at = m_at](engine::Engine &engine) { return engine.history(resident, who, url, at); },
        [this, visit](const Result<std::vector<merge::Version>> &versions) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(versions);
            m_ready = versions.has_value();
            show(versions ? *versions : std::vector<merge::Version>{});
        });
}

void HistoryViewModel::show(const std::vector<merge::Version> &versions)
{
    std::vector<ListRow> rows;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        const auto &dot = version->dot;
        rows.push_back(
            {QByteArray::number(static_cast<quint64>(dot.inc)) + ':' + QByteArray::number(dot.ctr),
             {wordsOf(*version), QVariant::fromValue(signatureOf(*version, m.session, m.format)),
              QVariant::fromValue(markOf(*version)), version->op.voice() == wire::v1::VOICE_RESIDENT}});
    }
    m_versions.setRows(std::move(rows));
    Q_EMIT changed();
}

void HistoryViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app

#include "app/viewmodels/round_view_model.h"

#include "app/engine/round_form.h"
#include "app/viewmodels/text.h"

namespace trivsel::app {

using Page = Navigator::Page;

RoundViewModel::RoundViewModel(const Context &context, FormSession &form, QObject *parent)
    : QObject(parent), m(context), m_form(form)
{
    connect(&m.voice, &Reading::changed, this, &RoundViewModel::readingChanged);
    connect(&m_form, &FormSession::given, this, [this] { show(Step::Thanks); });
    connect(&m_form, &FormSession::notTaken, this,
            [this](Problem why) { show(why == Problem::TooLong ? Step::Full : Step::Closed); });
    connect(&m.session, &Session::homeChanged, this, &RoundViewModel::look);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() == Page::Start) {
            look();
        }
    });
    m_again.setInterval(kLookEveryMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m.pages.page() == Page::Start) {
            look();
        }
    });
    m_again.start();
}

void RoundViewModel::look()
{
    if (!m.session.homeKnown() || m.session.home().kind != TabletKind::Shared) {
        return; // rounds are on shared tablets
    }
    struct Here
    {
        EntityId id;
        catalogue::DefinitionPtr definition;
    };
    m.core.run(
        this,
        [](engine::Engine &engine) -> Here {
            const auto rounds = engine.rounds();
            if (!rounds || !rounds->open) {
                return {};
            }
            return {rounds->open->id, engine.definition(rounds->open->definition)};
        },
        [this](const Here &here) {
            const bool same = here.id == m_id && (here.definition != nullptr) == open();
            m_id = here.id;
            m_definition = here.definition;
            if (!same) {
                Q_EMIT changed();
            }
        });
}

QString RoundViewModel::theme() const
{
    return m_definition ? m_form.words(m_definition->shortTitle) : QString();
}

int RoundViewModel::questionCount() const
{
    const auto form = m_definition ? engine::roundFormOf(*m_definition) : std::nullopt;
    return form ? static_cast<int>(form->items.size()) : 0;
}

void RoundViewModel::enter()
{
    if (open() && m.pages.page() == Page::Start) {
        m_step = Step::Before;
        Q_EMIT changed();
        m.pages.push(Page::Round);
    }
}

void RoundViewModel::begin()
{
    if (open() && m_step == Step::Before && m.pages.page() == Page::Round) {
        m_form.beginUnnamed(m_definition, m_id);
    }
}

/** Whatever page of the sheet stands there: it is over. */
void RoundViewModel::show(Step step)
{
    m_step = step;
    Q_EMIT changed();
    m.pages.popTo(Page::Round);
}

void RoundViewModel::leave()
{
    if (m.pages.page() == Page::Round) {
        m_form.close();
        m.pages.reset(Page::Start);
    }
}

} // namespace trivsel::app

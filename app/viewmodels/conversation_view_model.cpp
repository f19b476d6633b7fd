#include "app/viewmodels/conversation_view_model.h"

#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"
#include "proto/domain/forms.h"

#include <algorithm>

namespace trivsel::app {

using catalogue::About;
using domain::TalkAbout;
using domain::TalkWay;
using Page = Navigator::Page;

ConversationViewModel::ConversationViewModel(const Context &context, const Others &others, QObject *parent)
    : QObject(parent), m(context), m_others(others), m_choice(context, others.writer)
{
    for (const auto &definition : m.catalogue->all()) {
        if (domain::isForConversation(*definition)) {
            m_forms.push_back(definition);
        }
    }
    std::stable_partition(m_forms.begin(), m_forms.end(),
                          [](const auto &form) { return form->about != About::Helper; });
    m_choice.onPicked = [this](const domain::TalkTopic &topic, domain::TalkPeriod period) {
        domain::Conversation next = m_next;
        next.topic = topic;
        next.period = period;
        change(next);
    };
    m_choice.keeping = [this] {
        domain::Conversation next = m_next;
        next.topic = {TalkAbout::Method, {}, {}};
        return [resident = m.session.resident()->id, who = m.session.who(),
                next](engine::Engine &engine, const std::string &text) mutable {
            next.topic.method = text;
            return engine.keepConversation(resident, who, next);
        };
    };
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        m_atDoor = m_atDoor && !m.session.snapshot();
        update();
    });
    connect(&m.session, &Session::personChanged, this, &ConversationViewModel::update);
}

QString ConversationViewModel::toQtText(const std::string &text)
{
    return toQt(text);
}

ConversationViewModel::Standing ConversationViewModel::standing() const
{
    if (m_underWay || m_planned) {
        return m_underWay ? Standing::UnderWay : Standing::SettingUp;
    }
    const bool any = m.session.snapshot() && !m.session.snapshot()->conversations.held.empty();
    return any ? Standing::Held : Standing::None;
}

QString ConversationViewModel::lastDay() const
{
    const bool any = m.session.snapshot() && !m.session.snapshot()->conversations.held.empty();
    return any ? m.format.day(m.session.snapshot()->conversations.held.front().begunMs) : QString();
}

bool ConversationViewModel::canBegin() const
{
    return m_plan.topic.complete() && m_plan.period != domain::TalkPeriod::Unset &&
           m_plan.way != TalkWay::Unset && m_writing == 0 && !m_busy && asksAnything();
}

bool ConversationViewModel::isAsked(const catalogue::Definition &definition) const
{
    return m.session.resident() &&
           m.session.resident()->ways.askingFor(definition.url) != domain::Asking::NoMore;
}

QString ConversationViewModel::notAsked() const
{
    QStringList titles;
    for (const auto &form : m.session.resident() ? m_forms : std::vector<catalogue::DefinitionPtr>()) {
        if (!isAsked(*form)) {
            titles.append(toQt(form->title.in(m.language())));
        }
    }
    return m.format.names(titles);
}

bool ConversationViewModel::asksAnything() const
{
    return std::any_of(m_forms.begin(), m_forms.end(), [this](const auto &form) { return isAsked(*form); });
}

void ConversationViewModel::update()
{
    if (!m.session.resident()) {
        m_plan = m_next = {};
        m_underWay = m_planned = false;
        m_heldBy.clear();
    } else if (m.session.snapshot() && m_writing == 0) {
        const auto &shown = m.session.snapshot()->conversations;
        m_underWay = shown.underWay;
        m_planned = shown.here.has_value();
        if (shown.here) {
            m_plan = m_next = *shown.here;
            m_heldBy = m.session.nameOf(m_plan.heldBy);
        }
        m_choice.show(m_plan.topic, m_plan.period);
    }
    fillPeople();
    fillSteps();
    Q_EMIT changed();
}

void ConversationViewModel::fillPeople()
{
    std::vector<ListRow> rows;
    m_rows.clear();
    if (m.session.snapshot() && m.session.isStaff()) {
        for (const auto &member : staffNearest(m.session)) {
            const domain::TalkGuest guest{member.id, {}};
            const bool here = std::find(m_plan.here.begin(), m_plan.here.end(), guest) != m_plan.here.end();
            m_rows.push_back(guest);
            rows.push_back({QByteArray::fromStdString(member.id.str()),
                            {toQt(member.name), static_cast<int>(member.role), here}});
        }
        for (const auto &guest : m_plan.here) {
            if (guest.person.isNull()) {
                m_rows.push_back(guest);
                rows.push_back({QByteArray("guest ") + QByteArray::fromStdString(guest.name),
                                {toQt(guest.name), 0, true}});
            }
        }
    }
    m_people.setRows(std::move(rows));
}

PersonId ConversationViewModel::aboutOf(const catalogue::Definition &definition) const
{
    if (definition.about != About::Helper || !m.session.resident()) {
        return {};
    }
    switch (m_plan.topic.what) {
    case TalkAbout::Person:
        return m_plan.topic.person;
    case TalkAbout::Team:
        return domain::teamOf(m.session.resident()->id);
    default:
        return m_plan.heldBy; // a method is tried with somebody
    }
}

ConversationViewModel::Step ConversationViewModel::stateOf(const catalogue::Definition &definition,
                                                           const PersonId &about) const
{
    const auto &snapshot = *m.session.snapshot();
    for (const auto &held : snapshot.conversations.held) {
        const bool answered = std::any_of(held.answers.begin(), held.answers.end(), [&](const auto &answer) {
            return answer.second.url == definition.url; // "ikke i dag" is a full answer
        });
        if (held.id == m_plan.id && answered) {
            return Step::Done;
        }
    }
    return m.session.draftWaits(definition.url, about) ? Step::Waiting : Step::Next;
}

void ConversationViewModel::fillSteps()
{
    if (m_stage == Stage::GiveBack && m.session.snapshot()) {
        return; // rows that go from a layout that is hidden bring it down when the device is turned
    }
    std::vector<ListRow> rows;
    m_shown.clear();
    if (m.session.snapshot() && m.session.isResident() && m_underWay) {
        bool before = true;
        for (const auto &form : m_forms) {
            const PersonId about = aboutOf(*form);
            const Step state = stateOf(*form, about);
            if (!isAsked(*form) && state != Step::Done) {
                continue;
            }
            m_shown.push_back(form);
            rows.push_back({QByteArray::fromStdString(form->url),
                            {toQt(form->title.in(m.language())), m.session.nameOf(about),
                             QVariant::fromValue(before || state == Step::Done ? state : Step::Later)}});
            before = before && state == Step::Done;
        }
    }
    m_steps.setRows(std::move(rows));
}

bool ConversationViewModel::allAnswered() const
{
    const int state = m_steps.roleNames().key("step");
    for (int row = 0; row < m_steps.count(); ++row) {
        if (m_steps.data(m_steps.index(row), state).value<Step>() != Step::Done) {
            return false;
        }
    }
    return m_steps.count() > 0;
}

void ConversationViewModel::open()
{
    if (!offered() || !m.session.snapshot()) {
        return;
    }
    m_problem = Problem::None;
    if (m.session.snapshot()->conversations.agreed.empty()) {
        m_others.agreement.open([this] { openPlan(); });
    } else {
        openPlan();
    }
}

void ConversationViewModel::openPlan()
{
    const auto &snapshot = m.session.snapshot();
    if (!snapshot) {
        return;
    }
    if (snapshot->conversations.here) {
        m_plan = m_next = *snapshot->conversations.here;
    } else {
        m_plan = {};
        m_plan.here = {{m.session.who().person, {}}};
        m_plan.heldBy = m.session.who().person;
        m.core.run( // what was agreed may have been saved a moment ago
            this,
            [resident = m.session.resident()->id, who = m.session.who()](engine::Engine &engine) {
                return engine.openResident(resident, who);
            },
            [this](const Result<engine::ResidentSnapshot> &read) {
                if (read && !read->conversations.agreed.empty() && !m_underWay && m_writing == 0 &&
                    m_plan.topic == domain::TalkTopic{}) {
                    const auto &agreed = read->conversations.agreed.back().agreement;
                    m_plan.topic = agreed.topic;
                    m_plan.period = agreed.period;
                    m_next = m_plan;
                    m_choice.show(m_plan.topic, m_plan.period);
                    Q_EMIT changed();
                }
            });
        m_next = m_plan;
    }
    m_choice.show(m_plan.topic, m_plan.period);
    fillPeople();
    Q_EMIT changed();
    m.pages.push(Page::Conversation);
}

void ConversationViewModel::openAgreement()
{
    m_others.agreement.open(nullptr);
}

void ConversationViewModel::change(const domain::Conversation &next)
{
    if (!m.session.resident() || m_underWay) {
        return;
    }
    m_next = next;
    ++m_writing;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), next](engine::Engine &engine) {
            return engine.keepConversation(resident, who, next);
        },
        [this, next](const Status &status) {
            --m_writing;
            m_problem = problemOf(status);
            if (status) {
                m_plan = next;
                m_planned = true;
            } else {
                m_next = m_plan;
            }
            m_choice.show(m_plan.topic, m_plan.period);
            fillPeople();
            Q_EMIT changed();
        });
}

void ConversationViewModel::togglePerson(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size()) {
        return;
    }
    const domain::TalkGuest guest = m_rows[static_cast<std::size_t>(row)];
    domain::Conversation next = m_next;
    if (std::erase(next.here, guest) == 0) {
        next.here.push_back(guest);
    }
    change(next);
}

void ConversationViewModel::addGuest(const QString &title)
{
    if (!m.session.resident()) {
        return;
    }
    WriteViewModel::Task task;
    task.title = title;
    task.longText = false;
    task.save = [resident = m.session.resident()->id, who = m.session.who(),
                 plan = m_next](engine::Engine &engine, const std::string &text) -> Status {
        domain::Conversation next = plan;
        if (!text.empty()) {
            next.here.push_back({{}, text});
        }
        return engine.keepConversation(resident, who, next);
    };
    // To the plan as it was before the first key: what is on disk holds the name as far as it was typed.
    task.done = [this, next = m_next](const QString &text) mutable {
        if (const QString name = text.trimmed(); !name.isEmpty()) {
            next.here.push_back({{}, fromQt(name)});
        }
        change(next);
    };
    m_others.writer.open(std::move(task));
}

void ConversationViewModel::chooseWay(Way way)
{
    domain::Conversation next = m_next;
    next.way = static_cast<TalkWay>(way);
    change(next);
}

void ConversationViewModel::begin()
{
    if (m_busy || !m.session.resident() || (!m_underWay && !canBegin())) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), plan = m_plan,
         underWay = m_underWay](engine::Engine &engine) -> Result<engine::SignInSnapshot> {
            if (!underWay) {
                TRIVSEL_TRY(engine.keepConversation(resident, who, plan));
            }
            TRIVSEL_TRY(engine.startConversation(resident, who));
            return engine.signedIn();
        },
        [this, resident = m.session.resident()->id](const Result<engine::SignInSnapshot> &stay) {
            m_busy = false;
            m_problem = problemOf(stay);
            // Not when they have gone to somebody else's page meanwhile.
            if (stay && m.session.isStaff() && m.session.resident() && m.session.resident()->id == resident) {
                onBegun(*stay);
            }
            Q_EMIT changed();
        });
}

void ConversationViewModel::onBegun(const engine::SignInSnapshot &stay)
{
    m_heldBy = m.session.nameOf(m_plan.heldBy.isNull() ? m.session.who().person : m_plan.heldBy);
    const engine::Tile tile = *m.session.resident();
    m_atDoor = true;
    if (stay.kind == engine::SignInKind::Lent) {
        m_stage = Stage::HandOver;
        m.session.enterLent(stay, tile);
        m.pages.reset(Page::Start);
    } else {
        m_stage = Stage::Steps;
        m.session.enterResident(tile);
    }
    m.pages.push(Page::Talk);
}

void ConversationViewModel::throwAway()
{
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who()](engine::Engine &engine) {
            return engine.dropConversation(resident, who);
        },
        [this](const Status &status) {
            m_problem = problemOf(status);
            Q_EMIT changed();
            if (status && m.pages.page() == Page::Conversation) {
                m.session.refresh();
                m.pages.pop();
            }
        });
}

void ConversationViewModel::backFromPlan()
{
    m.session.refresh();
    m.pages.pop();
}

void ConversationViewModel::resume()
{
    if (m_underWay) {
        m_stage = Stage::Steps;
        fillSteps();
        Q_EMIT changed();
        m.pages.push(Page::Talk);
    }
}

void ConversationViewModel::take()
{
    m_stage = Stage::Steps;
    m.session.takeOver();
    Q_EMIT changed();
}

bool ConversationViewModel::leaveDoor()
{
    const bool began = m_atDoor && m.pages.page() == Page::Door && sitsWithStaff();
    if (began) {
        back();
    }
    return began;
}

void ConversationViewModel::openStep(int row)
{
    const int state = m_steps.roleNames().key("step");
    if (row < 0 || row >= m_steps.count() || m_stage != Stage::Steps || m_busy) {
        return;
    }
    const auto step = m_steps.data(m_steps.index(row), state).value<Step>();
    if (step == Step::Next || step == Step::Waiting) {
        const auto &form = m_shown[static_cast<std::size_t>(row)];
        m_others.begin.open(form, aboutOf(*form));
    }
}

/** Staff have stayed signed in, and come back when it ends. */
bool ConversationViewModel::sitsWithStaff() const
{
    return m.session.signedIn() == engine::SignInKind::Code && m.pages.contains(Page::StaffResident);
}

void ConversationViewModel::end()
{
    if (m_busy || !m.session.resident()) {
        return;
    }
    m_busy = true;
    m_others.form.close(); // a step that is on its way must not open over what comes
    Asked asked;
    for (const auto &form : m_forms) {
        asked.emplace_back(form->url, aboutOf(*form));
    }
    const PersonId resident = m.session.resident()->id;
    m.core.run(
        this,
        [resident, who = m.session.who(), talk = m_plan.id,
         asked = std::move(asked)](engine::Engine &engine) -> Result<Ending> {
            TRIVSEL_TRY(engine.endConversation(resident, who));
            const auto page = engine.openResident(resident, who);
            return page ? endingOf(*page, talk, asked) : Ending();
        },
        [this, resident, talk = m_plan.id](const Result<Ending> &ending) {
            m_busy = false;
            m_problem = problemOf(ending);
            if (ending && m.session.resident() && m.session.resident()->id == resident) {
                onEnded(*ending, talk);
            }
            Q_EMIT changed();
        });
}

ConversationViewModel::Ending ConversationViewModel::endingOf(const engine::ResidentSnapshot &page,
                                                              const EntityId &talk, const Asked &asked)
{
    Ending ending;
    for (const auto &held : page.conversations.held) {
        ending.said = ending.said ||
                      (held.id == talk && std::any_of(held.answers.begin(), held.answers.end(),
                                                      [](const auto &one) { return !one.second.notToday; }));
    }
    bool waits = false;
    bool saved = ending.said;
    for (const auto &draft : page.drafts) {
        if (std::find(asked.begin(), asked.end(), std::pair(draft.url, draft.about)) != asked.end()) {
            waits = waits || !draft.sent;
            // A disk that was full: saved, and not yet given.
            saved = saved || (draft.sent && draft.outcome != wire::v1::NOT_TODAY);
        }
    }
    ending.given = waits ? Given::Waits : saved ? Given::Saved : Given::Nothing;
    return ending;
}

void ConversationViewModel::onEnded(const Ending &ending, const EntityId &talk)
{
    if (m.session.isStaff() || !m.pages.contains(Page::Talk)) { // they were back before it had ended
        m.session.refresh();
        return;
    }
    m_given = ending.given;
    if (!sitsWithStaff()) {
        m_stage = Stage::GiveBack;
        return;
    }
    giveBackToStaff();
    if (ending.said) {
        m_others.reply.open(talk);
    }
}

void ConversationViewModel::giveBackToStaff()
{
    m_others.form.close();
    m.session.backToStaff();
    m.pages.popTo(Page::StaffResident);
}

void ConversationViewModel::back()
{
    m_others.form.close(); // also a step that is on its way
    if (sitsWithStaff()) {
        giveBackToStaff();
    } else if (m.pages.contains(Page::Resident)) {
        m.pages.pop();
    } else if (!lent()) {
        leave(); // covered since: nobody's page lies below
    }
}

void ConversationViewModel::leave()
{
    m.session.leave();
    m.pages.reset(Page::Start);
}

} // namespace trivsel::app

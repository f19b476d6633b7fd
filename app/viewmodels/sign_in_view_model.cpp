#include "app/viewmodels/sign_in_view_model.h"

#include "app/viewmodels/text.h"
#include "proto/seal/keys.h"
#include "proto/seal/passcode.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace trivsel::app {

using Outcome = engine::SignInAnswer::Outcome;
using engine::SignInKind;

namespace {
constexpr std::int64_t kBusyMs = 1'000; // a code that was left behind is still being checked
}

SignInViewModel::SignInViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_wait(this)
{
    m_code.reserve(seal::kPasscodeDigits);
    m_wait.setSingleShot(true);
    m_wait.setObjectName(QStringLiteral("wait"));
    connect(&m_wait, &QTimer::timeout, this, &SignInViewModel::readWait);
    connect(&m.session, &Session::homeChanged, this, &SignInViewModel::changed);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() != Navigator::Page::StaffCode) {
            forget();
        }
        if (m.pages.page() == Navigator::Page::Start && m_beside) {
            m_beside.reset();
            Q_EMIT changed();
        }
    });
}

SignInViewModel::~SignInViewModel()
{
    seal::wipe(m_code);
}

QString SignInViewModel::name() const
{
    return toQt(m_member.name);
}

QString SignInViewModel::besideName() const
{
    return m_beside ? toQt(m_beside->name) : QString();
}

int SignInViewModel::needed() const
{
    return static_cast<int>(seal::kPasscodeDigits);
}

void SignInViewModel::askFor(const engine::StaffMember &member)
{
    open(member);
}

void SignInViewModel::askForShiftCode()
{
    open({});
}

void SignInViewModel::askBeside(const engine::Tile &tile)
{
    m_beside = tile;
    Q_EMIT changed();
    m.pages.push(Navigator::Page::StaffChooser);
}

void SignInViewModel::open(engine::StaffMember member)
{
    forget();
    m_member = std::move(member);
    set(State::Ready);
    m.pages.push(Navigator::Page::StaffCode);
    readWait(); // of earlier tries, also from before a restart
}

/** What was typed, and what is still under way: it must not let anybody in any more. */
void SignInViewModel::forget()
{
    ++m_visit;
    seal::wipe(m_code);
    m_code.clear();
    m_wait.stop();
    m_asksEmergency = false;
    m_state = State::Ready;
}

void SignInViewModel::set(State state, Problem problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void SignInViewModel::wait(State state, std::int64_t ms)
{
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    m_wait.start(static_cast<int>(std::clamp<std::int64_t>(ms, 1, kMost)));
    set(state);
}

void SignInViewModel::readWait()
{
    m.core.run(
        this, [person = m_member.id](engine::Engine &engine) { return engine.signInWaitMs(person); },
        [this, visit = m_visit](std::int64_t ms) {
            if (visit != m_visit || m_state == State::Checking) {
                return;
            }
            if (ms > 0) {
                wait(waiting() ? m_state : State::Waiting, ms);
            } else if (waiting()) {
                set(State::TryAgain);
            }
        });
}

void SignInViewModel::addDigit(int digit)
{
    if (digit < 0 || digit > 9 || m_state == State::Checking || waiting() || m_asksEmergency) {
        return;
    }
    m_code.push_back(static_cast<char>('0' + digit));
    if (m_code.size() == seal::kPasscodeDigits) {
        submit();
    } else {
        set(State::Ready);
    }
}

void SignInViewModel::erase()
{
    if (!m_code.empty()) {
        m_code.back() = 0;
        m_code.pop_back();
        Q_EMIT changed();
    }
}

void SignInViewModel::submit()
{
    const auto code = std::make_shared<std::string>(m_code); // one place to wipe
    m.core.ask<engine::SignInAnswer>(
        this,
        [person = m_member.id, code](engine::Engine &engine, auto deliver) {
            if (person.isNull()) {
                engine.signInWithShiftCode(*code, deliver);
            } else {
                engine.signIn(person, *code, deliver);
            }
            seal::wipe(*code);
        },
        [this, visit = m_visit](const engine::SignInAnswer &answer) { onAnswer(visit, answer); });
    seal::wipe(m_code);
    m_code.clear();
    set(State::Checking);
}

void SignInViewModel::onAnswer(int visit, const engine::SignInAnswer &answer)
{
    if (visit != m_visit) {
        if (answer.outcome == Outcome::Ok) { // whoever typed it has left
            m.core.post([token = answer.session.token](engine::Engine &engine) {
                if (engine.signedIn().token == token) {
                    engine.signOut();
                }
            });
        }
        return;
    }
    switch (answer.outcome) {
    case Outcome::Ok:
        return enter(answer.session);
    case Outcome::WrongCode:
        return answer.waitMs > 0 ? wait(State::WrongWaiting, answer.waitMs) : set(State::Wrong);
    case Outcome::Wait:
        return wait(State::Waiting, answer.waitMs);
    case Outcome::Busy:
        return wait(State::Waiting, kBusyMs);
    case Outcome::NoCode:
        return set(State::NoCode);
    case Outcome::NotHere:
        return set(State::NotHere);
    case Outcome::Failed:
        return set(State::Failed, answer.problem ? problemOf(*answer.problem) : Problem::Other);
    }
}

void SignInViewModel::enter(const engine::SignInSnapshot &stay)
{
    const auto beside = std::exchange(m_beside, std::nullopt);
    m.session.enterStaff(stay);
    if (stay.kind != SignInKind::Code) {
        m.pages.reset(Navigator::Page::Safety);
    } else if (beside) {
        m.session.enterResident(*beside);
        m.pages.reset(Navigator::Page::Start);
        m.pages.push(Navigator::Page::Resident);
    } else {
        m.pages.reset(Navigator::Page::Staff);
    }
}

void SignInViewModel::askEmergency()
{
    if (mayOpenInEmergency() && m_state != State::Checking) {
        m_asksEmergency = true;
        Q_EMIT changed();
    }
}

void SignInViewModel::openInEmergency()
{
    if (!m_asksEmergency) {
        return;
    }
    m.core.run(
        this, [person = m_member.id](engine::Engine &engine) { return engine.openInEmergency(person); },
        [this, visit = m_visit](const engine::SignInAnswer &answer) { onAnswer(visit, answer); });
}

void SignInViewModel::back()
{
    if (m_asksEmergency) {
        m_asksEmergency = false;
        Q_EMIT changed();
        return;
    }
    m.pages.pop();
}

} // namespace trivsel::app

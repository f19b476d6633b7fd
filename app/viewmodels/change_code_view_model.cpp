#include "app/viewmodels/change_code_view_model.h"

#include "proto/domain/code_choice.h"
#include "proto/seal/keys.h"
#include "proto/seal/passcode.h"
#include "proto/seal/same_secret.h"

#include <algorithm>
#include <limits>

namespace trivsel::app {

using Outcome = engine::CodeChangeAnswer::Outcome;

namespace {

constexpr std::int64_t kBusyMs = 1'000; // another code is still being checked

bool isSame(const std::string &a, const std::string &b)
{
    return seal::sameSecret(viewOf(a), viewOf(b));
}

void take(std::string &to, std::string &from)
{
    seal::wipe(to);
    to = from;
    seal::wipe(from);
    from.clear();
}

} // namespace

ChangeCodeViewModel::ChangeCodeViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_wait(this)
{
    for (std::string *each : {&m_code, &m_inUse, &m_chosen}) {
        each->reserve(seal::kPasscodeDigits);
    }
    m_wait.setSingleShot(true);
    m_wait.setObjectName(QStringLiteral("wait"));
    connect(&m_wait, &QTimer::timeout, this, &ChangeCodeViewModel::readWait);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        forget();
        set(Step::InUse);
        if (m.pages.page() == Navigator::Page::ChangeCode) {
            readWait(); // of earlier tries
        }
    });
}

ChangeCodeViewModel::~ChangeCodeViewModel()
{
    forget();
}

int ChangeCodeViewModel::needed() const
{
    return static_cast<int>(seal::kPasscodeDigits);
}

void ChangeCodeViewModel::forget()
{
    ++m_visit;
    for (std::string *each : {&m_code, &m_inUse, &m_chosen}) {
        seal::wipe(*each);
        each->clear();
    }
    m_wait.stop();
}

void ChangeCodeViewModel::set(Step step, Note note, Problem problem)
{
    m_step = step;
    m_note = note;
    m_problem = problem;
    Q_EMIT changed();
}

void ChangeCodeViewModel::wait(Note note, std::int64_t ms)
{
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    m_wait.start(static_cast<int>(std::clamp<std::int64_t>(ms, 1, kMost)));
    set(Step::InUse, note);
}

void ChangeCodeViewModel::readWait()
{
    m.core.run(
        this,
        [person = m.session.who().person](engine::Engine &engine) { return engine.signInWaitMs(person); },
        [this, visit = m_visit](std::int64_t ms) {
            if (visit != m_visit || m_step != Step::InUse || m_note == Note::Checking) {
                return;
            }
            if (ms > 0) {
                wait(waiting() ? m_note : Note::Waiting, ms);
            } else if (waiting()) {
                set(Step::InUse, Note::TryAgain);
            }
        });
}

void ChangeCodeViewModel::addDigit(int digit)
{
    if (digit < 0 || digit > 9 || m_step == Step::Done || m_note == Note::Checking || waiting()) {
        return;
    }
    m_code.push_back(static_cast<char>('0' + digit));
    m_code.size() == seal::kPasscodeDigits ? next() : set(m_step);
}

void ChangeCodeViewModel::erase()
{
    if (!m_code.empty()) {
        m_code.back() = 0;
        m_code.pop_back();
        Q_EMIT changed();
    }
}

void ChangeCodeViewModel::next()
{
    if (m_step == Step::InUse) {
        take(m_inUse, m_code);
        return set(Step::Chosen);
    }
    if (m_step == Step::Chosen) {
        return takeChosen();
    }
    const bool same = isSame(m_code, m_chosen);
    seal::wipe(m_code);
    m_code.clear();
    same ? submit() : set(Step::Chosen, Note::Differs);
}

/** What needs no engine is said at once. */
void ChangeCodeViewModel::takeChosen()
{
    take(m_chosen, m_code);
    if (isSame(m_chosen, m_inUse)) {
        return set(Step::Chosen, Note::Same);
    }
    domain::isObviousCode(m_chosen) ? set(Step::Chosen, Note::Obvious) : set(Step::Again);
}

void ChangeCodeViewModel::submit()
{
    struct Codes // one place to wipe
    {
        std::string inUse;
        std::string chosen;
    };
    const auto codes = std::make_shared<Codes>(Codes{m_inUse, m_chosen});
    m.core.ask<engine::CodeChangeAnswer>(
        this,
        [who = m.session.who(), codes](engine::Engine &engine, auto deliver) {
            engine.changeOwnCode(who, codes->inUse, codes->chosen, deliver);
            seal::wipe(codes->inUse);
            seal::wipe(codes->chosen);
        },
        [this, visit = m_visit](const engine::CodeChangeAnswer &answer) { onAnswer(visit, answer); });
    seal::wipe(m_chosen);
    m_chosen.clear();
    set(Step::Again, Note::Checking);
}

void ChangeCodeViewModel::onAnswer(int visit, const engine::CodeChangeAnswer &answer)
{
    if (answer.outcome == Outcome::Ok) {
        m.session.noteTouch(); // what stands about the code is read anew, also when the page was left
    }
    if (visit != m_visit) {
        return;
    }
    switch (answer.outcome) {
    case Outcome::Ok:
        forget();
        return set(Step::Done);
    case Outcome::WrongCode:
        return answer.waitMs > 0 ? wait(Note::WrongWaiting, answer.waitMs) : set(Step::InUse, Note::Wrong);
    case Outcome::Wait:
        return wait(Note::Waiting, answer.waitMs);
    case Outcome::Busy:
        return wait(Note::Waiting, kBusyMs);
    case Outcome::Same:
        return set(Step::Chosen, Note::Same);
    case Outcome::Obvious:
        return set(Step::Chosen, Note::Obvious);
    case Outcome::ShiftCode:
        return set(Step::Chosen, Note::ShiftCode);
    case Outcome::NotNow:
        return set(Step::InUse, Note::NotNow);
    case Outcome::Failed:
        return set(Step::InUse, Note::Failed, answer.problem ? problemOf(*answer.problem) : Problem::Other);
    }
}

void ChangeCodeViewModel::back()
{
    if (m_note == Note::Checking || m_step == Step::InUse || m_step == Step::Done) {
        return m.pages.pop();
    }
    seal::wipe(m_code);
    m_code.clear();
    set(m_step == Step::Again ? Step::Chosen : Step::InUse);
}

} // namespace trivsel::app

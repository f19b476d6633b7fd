#include "app/viewmodels/pictures_view_model.h"

#include "app/viewmodels/text.h"
#include "proto/seal/keys.h"

#include <algorithm>
#include <limits>

namespace trivsel::app {

using engine::OwnAnswer;
using engine::OwnState;
using Outcome = OwnAnswer::Outcome;
using Page = Navigator::Page;

namespace {

constexpr std::size_t kPictures = 3;
constexpr std::int64_t kBusyMs = 1'000; // others that were left behind are still being tried

void wipe(std::vector<std::string> &names)
{
    for (std::string &name : names) {
        seal::wipe(name);
    }
    names.clear();
}

} // namespace

PicturesViewModel::PicturesViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_wait(this)
{
    m_wait.setSingleShot(true);
    m_wait.setObjectName(QStringLiteral("wait"));
    connect(&m_wait, &QTimer::timeout, this, &PicturesViewModel::readWait);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        forget();
        if (isHere()) {
            read();
        } else if (m.pages.page() == Page::ResetPictures) {
            set(Step::AskReset);
        }
    });
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        const bool here = isHere();
        showAnswers();
        if (here && !m.session.snapshot() && !m.session.isTileLocked()) {
            forget(); // covered, or another page: nothing of it stays
            set(Step::Reading);
        } else if (here && (m_step == Step::Reading || m_step == Step::Fetching || (opened() && !m.session.own().open))) {
            set(stepFor(m.session.own()));
            readWait();
        } else {
            Q_EMIT changed();
        }
    });
}

PicturesViewModel::~PicturesViewModel()
{
    forget();
}

PicturesViewModel::Step PicturesViewModel::stepFor(const engine::OwnSnapshot &own)
{
    if (own.open) {
        return Step::Opened;
    }
    switch (own.state) {
    case OwnState::Fetching:
        return Step::Fetching;
    case OwnState::Unavailable:
        return Step::Unavailable;
    case OwnState::NotSet:
        return Step::Intro;
    case OwnState::Set:
    case OwnState::Off:
        return Step::Open;
    case OwnState::Reset:
        return Step::Forgotten;
    case OwnState::NotHere:
        return Step::NotHere;
    }
    return Step::Unavailable;
}

void PicturesViewModel::forget()
{
    ++m_visit;
    wipe(m_picked);
    wipe(m_first);
    seal::wipe(m_card);
    m_card.clear();
    m_wait.stop();
    m_changing = false;
    m_tileWish.reset();
    m_triedBefore = 0;
    m_note = Note::None;
}

void PicturesViewModel::set(Step step, Note note, Problem problem)
{
    m_step = step;
    m_note = note;
    m_problem = problem;
    Q_EMIT changed();
}

bool PicturesViewModel::isHere() const
{
    return m.pages.page() == Page::Pictures || atDoor();
}

void PicturesViewModel::openForTile(bool on)
{
    m.pages.push(Page::Pictures);
    m_tileWish = on;
}

void PicturesViewModel::setTile(bool on)
{
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.residentWho(), on](engine::Engine &engine) {
            return engine.setTileByPictures(resident, who, on);
        },
        [this, on, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m.session.refresh();
            if (!status) {
                return set(Step::Opened, Note::Failed, problemOf(status));
            }
            m_tileWish.reset();
            if (on && asked() != nullptr) { // on a tablet that got no yes the tile would not open at all
                return askNext(Note::None);
            }
            m.pages.pop();
        });
}

void PicturesViewModel::read()
{
    set(m.session.snapshot() || m.session.isTileLocked() ? stepFor(m.session.own()) : Step::Reading);
    readWait(); // of earlier tries, also from before a restart
}

void PicturesViewModel::wait(Note note, std::int64_t ms)
{
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    m_wait.start(static_cast<int>(std::clamp<std::int64_t>(ms, 1, kMost)));
    set(m_step, note);
}

void PicturesViewModel::readWait()
{
    if (!m.session.resident()) {
        return;
    }
    m.core.run(
        this, [id = m.session.resident()->id](engine::Engine &engine) { return engine.own(id).waitMs; },
        [this, visit = m_visit](std::int64_t ms) {
            if (visit != m_visit || m_step != Step::Open || m_note == Note::Checking) {
                return;
            }
            if (ms > 0) {
                wait(resting() ? m_note : Note::Waiting, ms);
            } else if (resting()) {
                set(m_step, Note::TryAgain);
            }
        });
}

void PicturesViewModel::pick(const QString &picture)
{
    const std::string name = picture.toStdString();
    if (!picking() || m_note == Note::Checking || resting() || m_picked.size() >= kPictures ||
        std::find(m_picked.begin(), m_picked.end(), name) != m_picked.end()) {
        return;
    }
    m_picked.push_back(name);
    if (m_picked.size() < kPictures) {
        return set(m_step);
    }
    if (m_step == Step::Choose) {
        m_first = std::move(m_picked);
        m_picked.clear();
        return set(Step::Repeat);
    }
    if (m_step == Step::Repeat && m_picked != m_first) {
        wipe(m_picked);
        wipe(m_first);
        return set(Step::Choose, Note::Differs);
    }
    submit(seal::Pictures{m_picked.at(0), m_picked.at(1), m_picked.at(2)});
    wipe(m_picked);
    wipe(m_first);
}

bool PicturesViewModel::takesCard() const
{
    const bool waits = m_step == Step::ChooseCard || m_step == Step::RepeatCard || (m_step == Step::Open && byCard());
    return waits && m_note != Note::Checking && !resting();
}

void PicturesViewModel::readCard(std::string text)
{
    if (!takesCard()) {
        return seal::wipe(text);
    }
    if (m_step == Step::ChooseCard) {
        if (seal::OwnSecret::ofCard(text).isEmpty()) {
            seal::wipe(text);
            return set(m_step, Note::Unreadable);
        }
        m_card = std::move(text);
        return set(Step::RepeatCard);
    }
    const bool same = m_step == Step::Open || text == m_card;
    if (same) {
        submit(seal::OwnSecret::ofCard(text));
    } else {
        set(Step::ChooseCard, Note::Differs);
    }
    seal::wipe(text);
    seal::wipe(m_card);
    m_card.clear();
}

void PicturesViewModel::chooseCard()
{
    if (m_step == Step::Intro || m_step == Step::Forgotten || (m_step == Step::Choose && m_picked.empty())) {
        m_beforeCard = m_step;
        set(Step::ChooseCard);
    }
}

void PicturesViewModel::undo()
{
    if (!m_picked.empty() && m_note != Note::Checking) {
        seal::wipe(m_picked.back());
        m_picked.pop_back();
        set(m_step);
    }
}

void PicturesViewModel::submit(const seal::OwnSecret &secret)
{
    const auto call = m_step == Step::Open ? &engine::Engine::openOwn
                      : m_changing         ? &engine::Engine::changePictures
                                           : &engine::Engine::choosePictures;
    m.core.ask<OwnAnswer>(
        this,
        [resident = m.session.resident()->id, who = m.session.residentWho(), secret,
         call](engine::Engine &engine, auto deliver) { (engine.*call)(resident, who, secret, deliver); },
        [this, visit = m_visit](const OwnAnswer &answer) { onAnswer(visit, answer); });
    set(m_step, Note::Checking);
}

void PicturesViewModel::onAnswer(int visit, const OwnAnswer &answer)
{
    if (visit != m_visit) {
        if (answer.outcome == Outcome::Ok && m.session.resident()) { // whoever picked them has left this page
            m.core.post([](engine::Engine &engine) { engine.closeOwn(); });
            m.session.refresh();
        }
        return;
    }
    const Step from = m_step == Step::Repeat       ? Step::Choose
                      : m_step == Step::RepeatCard ? Step::ChooseCard
                                                   : m_step;
    switch (answer.outcome) {
    case Outcome::Ok: {
        const bool changed = m_changing;
        m_changing = false;
        m_triedBefore = static_cast<int>(answer.triedBefore);
        m_later.clear();
        m.session.noteOwn(answer.own);
        m.session.refresh(); // what is behind the pictures can be read now
        if (atDoor()) {      // which goes once that was read
            m.session.noteTried(m_triedBefore);
            return set(Step::Reading);
        }
        if (m_tileWish) {
            set(Step::Reading);
            return setTile(*m_tileWish);
        }
        return askNext(changed ? Note::Changed : Note::None);
    }
    case Outcome::WrongPictures:
        return answer.own.waitMs > 0 ? wait(Note::WrongWaiting, answer.own.waitMs) : set(from, Note::Wrong);
    case Outcome::Wait:
        return wait(Note::Waiting, answer.own.waitMs);
    case Outcome::Busy:
        return wait(Note::Waiting, kBusyMs);
    case Outcome::NotNow:
    case Outcome::Left:
        m.session.noteOwn(answer.own);
        return set(stepFor(answer.own));
    case Outcome::Failed:
        return set(from, Note::Failed, answer.problem ? problemOf(*answer.problem) : Problem::Other);
    }
}

void PicturesViewModel::choose()
{
    if (m_step == Step::Intro || m_step == Step::Forgotten) {
        set(Step::Choose);
    }
}

void PicturesViewModel::remember()
{
    if (m_step == Step::Forgotten) {
        set(Step::Open);
        readWait();
    }
}

void PicturesViewModel::change()
{
    if (m_step == Step::Opened) {
        m_changing = true;
        set(Step::Choose);
    }
}

void PicturesViewModel::openOthers()
{
    if (m_step == Step::Opened && otherPictures()) {
        set(Step::Open);
        readWait();
    }
}

const engine::OwnTablet *PicturesViewModel::asked() const
{
    const auto &own = m.session.own();
    const auto at =
        std::find_if(own.tablets.begin(), own.tablets.end(), [this](const engine::OwnTablet &one) {
            return one.answer == engine::OwnTablet::Answer::Unasked && !m_later.contains(one.id);
        });
    return own.open && !own.otherPictures && at != own.tablets.end() ? &*at : nullptr;
}

QString PicturesViewModel::tabletName() const
{
    const engine::OwnTablet *tablet = asked();
    return tablet != nullptr ? toQt(tablet->name) : QString();
}

bool PicturesViewModel::hasTablets() const
{
    const auto &own = m.session.own();
    return own.open && !own.otherPictures && !own.tablets.empty();
}

/** The next tablet that nobody has asked about; else what is open. */
void PicturesViewModel::askNext(Note note)
{
    set(asked() != nullptr ? Step::AskTablet : Step::Opened, note);
}

void PicturesViewModel::answerTablet(bool yes)
{
    const engine::OwnTablet *tablet = asked();
    if (m_step == Step::AskTablet && tablet != nullptr && m_note != Note::Checking) {
        sayOf(tablet->id, yes);
    }
}

void PicturesViewModel::notNow()
{
    const engine::OwnTablet *tablet = asked();
    if (m_step == Step::AskTablet && tablet != nullptr && m_note != Note::Checking) {
        m_later.insert(tablet->id);
        askNext(Note::None);
    }
}

void PicturesViewModel::showTablets()
{
    if (m_step == Step::Opened && hasTablets()) {
        set(Step::Tablets);
    }
}

void PicturesViewModel::setTablet(int row, bool yes)
{
    const auto &tablets = m.session.own().tablets;
    if (m_step == Step::Tablets && row >= 0 && row < static_cast<int>(tablets.size()) &&
        m_note != Note::Checking) {
        sayOf(tablets[static_cast<std::size_t>(row)].id, yes);
    }
}

/** It shows as said when the engine has it on disk. */
void PicturesViewModel::sayOf(const DeviceId &tablet, bool yes)
{
    const PersonId resident = m.session.resident()->id;
    set(m_step, Note::Checking);
    m.core.run(
        this,
        [resident, who = m.session.residentWho(), tablet, yes](engine::Engine &engine) {
            const Status said = engine.answerOwnTablet(resident, who, tablet, yes);
            return std::pair(said, engine.own(resident));
        },
        [this, visit = m_visit](const std::pair<Status, engine::OwnSnapshot> &said) {
            if (visit != m_visit) {
                return;
            }
            m.session.noteOwn(said.second);
            showAnswers();
            if (!said.first) {
                return set(m_step, Note::Failed, problemOf(said.first));
            }
            m_step == Step::AskTablet ? askNext(Note::None) : set(m_step);
        });
}

void PicturesViewModel::showAnswers()
{
    std::vector<ListRow> rows;
    for (const engine::OwnTablet &one : m.session.own().tablets) {
        rows.push_back(
            {QByteArray::fromStdString(one.id.str()), {toQt(one.name), static_cast<int>(one.answer)}});
    }
    m_tablets.setRows(std::move(rows));
}

void PicturesViewModel::askOff()
{
    if (m_step == Step::Opened) {
        set(Step::AskOff);
    }
}

void PicturesViewModel::keepOn()
{
    set(Step::Opened);
}

void PicturesViewModel::turnOff()
{
    if (m_step != Step::AskOff || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.residentWho()](engine::Engine &engine) {
            return engine.turnOwnOff(resident, who);
        },
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            if (!status) {
                return set(Step::Opened, Note::Failed, problemOf(status));
            }
            m.session.refresh();
            m.pages.pop();
        });
}

void PicturesViewModel::close()
{
    m.core.post([](engine::Engine &engine) { engine.closeOwn(); });
    m.session.refresh();
    m.pages.pop();
}

void PicturesViewModel::reset()
{
    if (m_step != Step::AskReset || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who()](engine::Engine &engine) {
            return engine.resetPictures(resident, who);
        },
        [this, visit = m_visit](const Status &status) {
            if (visit == m_visit) {
                status ? set(Step::ResetDone) : set(Step::AskReset, Note::Failed, problemOf(status));
            }
        });
}

/** From a question to where it was asked; else to the page before. */
void PicturesViewModel::back()
{
    if ((m_step == Step::ChooseCard || m_step == Step::RepeatCard) && m_note != Note::Checking) {
        seal::wipe(m_card);
        m_card.clear();
        return set(m_beforeCard); // pictures are the other way
    }
    if (atDoor()) {
        if (picking() && m_step != Step::Open && m_note != Note::Checking) { // from choosing anew
            forget();
            return set(stepFor(m.session.own()));
        }
        forget();
        Q_EMIT leaving();
        return;
    }
    const bool isOpen = m.session.own().open;
    if (m_step == Step::AskTablet) {
        return notNow();
    }
    if (m_step == Step::AskOff || m_step == Step::Tablets ||
        (picking() && isOpen && m_note != Note::Checking)) {
        forget();
        return set(Step::Opened);
    }
    m.pages.pop();
}

} // namespace trivsel::app

#include "app/viewmodels/form_session.h"

#include "app/engine/round_form.h"
#include "app/engine/sheet.h"
#include "app/viewmodels/text.h"
#include "proto/domain/forms.h"

#include <algorithm>

namespace trivsel::app {

FormSession::FormSession(CoreLink &core, Session &session, const Formatters &format, QObject *parent)
    : QObject(parent), m_core(core), m_session(session), m_format(format)
{
}

void FormSession::prepare(catalogue::DefinitionPtr definition, const PersonId &about)
{
    close();
    adopt(std::move(definition));
    m_about = about;
    m_lastMs.reset();
    if (m_session.snapshot()) {
        for (const auto &response : m_session.snapshot()->responses) {
            if (response.url == m_definition->url && response.about == about) {
                m_lastMs = response.atMs;
                break;
            }
        }
    }
    Q_EMIT prepared();
}

void FormSession::adopt(catalogue::DefinitionPtr definition)
{
    m_definition = std::move(definition);
    m_questions = m_definition->questions();
    m_reviewQuestions = m_definition->reviewQuestions();
}

void FormSession::close()
{
    ++m_sheet;
    m_draft.reset();
    m_round.reset();
    m_suspended = false;
    m_writing = 0;
    m_problem = Problem::None;
    Q_EMIT changed(); // the pages let go of it, too
}

void FormSession::suspend()
{
    const bool open = m_draft.has_value() && !unnamed();
    m_inOwn = open && readers() == StreamKind::Own;
    close(); // also when a sheet is only on its way: it must not arrive under the cover
    m_suspended = open;
    Q_EMIT changed();
}

void FormSession::resume()
{
    if (!m_suspended) {
        return;
    }
    m_suspended = false;
    ++m_writing;
    const int sheet = m_sheet;
    // Opened anew and not by its id: a sheet that nothing was tapped on is not on disk.
    m_core.run(this, opening(), [this, sheet](Result<Opened> opened) {
        if (sheet != m_sheet) {
            return;
        }
        if (opened) {
            adopt(std::move(opened->definition));
            take(std::move(opened->draft), nullptr);
        } else {
            take(tl::unexpected(opened.error()), nullptr);
        }
    });
}

PersonId FormSession::subject() const
{
    return m_definition->audience == catalogue::Audience::Staff ? m_session.who().person
                                                                : m_session.resident()->id;
}

std::function<Result<FormSession::Opened>(engine::Engine &)> FormSession::opening() const
{
    return [subject = subject(), who = m_session.who(), url = m_definition->url,
            about = m_about](engine::Engine &engine) -> Result<Opened> {
        auto draft = engine.beginForm(subject, who, url, about);
        if (!draft) {
            return tl::unexpected(draft.error());
        }
        auto definition = engine.definition(draft->definition);
        if (!definition) {
            return fail(Errc::NotFound, "the sheet's definition is not here");
        }
        return Opened{std::move(*draft), std::move(definition)};
    };
}

std::optional<StreamKind> FormSession::readers() const
{
    return !m_draft ? std::nullopt : m_draft->readers ? m_draft->readers : m_draft->usualReaders;
}

bool FormSession::byUsual() const
{
    return m_draft && !m_draft->readers && m_draft->usualReaders;
}

bool FormSession::everyone() const
{
    return m_definition && m_definition->about == catalogue::About::ResidentOrEveryone && m_about.isNull();
}

const engine::Shown *FormSession::answer(const catalogue::Item &item) const
{
    if (!m_draft) {
        return nullptr;
    }
    const auto found = m_draft->answers.find(item.linkId);
    return found == m_draft->answers.end() ? nullptr : &found->second;
}

/** Of what is answered in a samtale the time that was chosen for it. */
QString FormSession::sinceLast() const
{
    using domain::TalkPeriod;
    const auto &snapshot = m_session.snapshot();
    const bool inTalk = snapshot && snapshot->conversations.underWay && snapshot->conversations.here &&
                        m_definition && domain::isForConversation(*m_definition);
    const auto period = inTalk ? snapshot->conversations.here->period : TalkPeriod::SinceLast;
    switch (period) {
    case TalkPeriod::Week:
        return m_format.lately(7);
    case TalkPeriod::TwoWeeks:
        return m_format.lately(14);
    case TalkPeriod::Month:
        return m_format.lately(30);
    default:
        return m_format.sinceLast(m_lastMs);
    }
}

catalogue::Variables FormSession::variables() const
{
    catalogue::Variables variables;
    const QString name = m_about.isNull() ? m_session.residentName() : aboutName();
    variables.name = m_format.residentCalled(name).toStdString();
    variables.period = m_format.period(m_definition ? m_definition->cadenceDays : 0).toStdString();
    variables.sinceLast = sinceLast().toStdString();
    return variables;
}

QString FormSession::words(const catalogue::Localized &text) const
{
    return toQt(catalogue::fill(text.in(m_format.language()), variables()));
}

void FormSession::beginUnnamed(catalogue::DefinitionPtr definition, const EntityId &round)
{
    prepare(std::move(definition), {});
    std::erase_if(m_questions, [](const catalogue::Item *item) { // as the round asks them
        return item->type != catalogue::ItemType::Choice;
    });
    m_reviewQuestions.clear();
    m_round = round;
    m_draft.emplace();
    m_draft->definition = m_definition->hash;
    m_draft->url = m_definition->url;
    m_draft->way = engine::usualWay(*m_definition);
    Q_EMIT changed();
    Q_EMIT ready();
}

/** Of an unnamed sheet; none: untouched again. */
void FormSession::tap(const catalogue::Item &item, std::optional<engine::Shown> answer)
{
    if (answer) {
        m_draft->answers[item.linkId] = std::move(*answer);
    } else {
        m_draft->answers.erase(item.linkId);
    }
    Q_EMIT changed();
}

/** The whole answer, in the form's order. */
void FormSession::give()
{
    const auto form = engine::roundFormOf(*m_definition);
    if (!form || m_writing > 0) {
        return;
    }
    domain::RoundAnswers answers;
    for (const catalogue::Item *item : m_questions) {
        const engine::Shown *said = answer(*item);
        const auto absent = said != nullptr ? said->absent : wire::v1::SKIPPED;
        const auto at = std::find_if(item->options.begin(), item->options.end(), [&](const auto &option) {
            return said != nullptr && option.code == said->code;
        });
        answers.push_back(absent == wire::v1::DONT_KNOW        ? domain::kRoundDontKnow
                          : absent == wire::v1::NOT_APPLICABLE ? domain::kRoundNotApplicable
                          : at != item->options.end()          ? static_cast<int>(at - item->options.begin())
                                                               : domain::kRoundSkipped);
    }
    ++m_writing;
    const int sheet = m_sheet;
    m_core.run(
        this,
        [round = *m_round, answers](engine::Engine &engine) { return engine.answerRound(round, answers); },
        [this, sheet](const Status &done) {
            if (sheet != m_sheet) {
                return;
            }
            --m_writing;
            m_problem = problemOf(done);
            const Errc code = done ? Errc{} : done.error().code();
            if (done) {
                close();
                Q_EMIT given();
            } else if (code == Errc::NotFound || code == Errc::TooLarge || code == Errc::NotAllowed) {
                const Problem why = m_problem;
                close();
                Q_EMIT notTaken(why);
            } else {
                Q_EMIT changed(); // no room on the disk, for instance: they can try again
            }
        });
    Q_EMIT changed();
}

void FormSession::begin()
{
    open(false);
}

void FormSession::sayNotToday()
{
    open(true);
}

void FormSession::open(bool notToday)
{
    if (!m_definition || !m_session.resident() || m_writing > 0) {
        return;
    }
    ++m_writing;
    const int sheet = m_sheet;
    m_core.run(
        this,
        [opening = opening(), notToday](engine::Engine &engine) -> Result<Opened> {
            auto opened = opening(engine);
            if (!opened || !notToday || !opened->draft.answers.empty()) {
                return opened; // what was answered on a sheet that waits is not thrown away by that
            }
            const engine::DraftId id = opened->draft.id;
            TRIVSEL_TRY(engine.sayNotToday(id));
            // Says nothing about the person; the team must know not to ask again.
            TRIVSEL_TRY(engine.sendDraft(id, StreamKind::Team));
            auto said = engine.draft(id);
            if (!said) {
                return tl::unexpected(said.error());
            }
            opened->draft = std::move(*said);
            return opened;
        },
        [this, sheet, notToday](Result<Opened> opened) {
            if (sheet != m_sheet) {
                return;
            }
            if (!opened) {
                take(tl::unexpected(opened.error()), nullptr);
                return;
            }
            adopt(std::move(opened->definition));
            const bool answered = !opened->draft.answers.empty();
            take(std::move(opened->draft), !notToday  ? &FormSession::ready
                                           : answered ? &FormSession::halfWay
                                                      : &FormSession::sent);
        });
}

void FormSession::apply(Command command, void (FormSession::*after)())
{
    if (!m_draft || unnamed()) {
        return;
    }
    ++m_writing;
    const int sheet = m_sheet;
    m_core.run(
        this,
        [id = m_draft->id,
         command = std::move(command)](engine::Engine &engine) -> Result<engine::DraftSnapshot> {
            TRIVSEL_TRY(command(engine, id));
            return engine.draft(id);
        },
        [this, sheet, after](Result<engine::DraftSnapshot> draft) {
            if (sheet == m_sheet) {
                take(std::move(draft), after);
            }
        });
    Q_EMIT changed();
}

void FormSession::take(Result<engine::DraftSnapshot> draft, void (FormSession::*after)())
{
    --m_writing;
    m_problem = problemOf(draft);
    if (draft) {
        m_draft = std::move(*draft);
    } else if (draft.error().code() == Errc::NotFound && m_draft && m_draft->sent) {
        m_problem = Problem::TooLate; // it is an answer by now
    } else if (m_problem == Problem::NotAllowed) {
        m_session.refresh(); // the tile may wait for its pictures
    }
    Q_EMIT changed();
    if (m_problem == Problem::None && after != nullptr) {
        Q_EMIT(this->*after)();
    }
}

void FormSession::choose(const catalogue::Item &item, const std::string &code)
{
    if (unnamed()) {
        const catalogue::Option *option = item.option(code);
        return option == nullptr
                   ? void()
                   : tap(item, engine::shownOf(engine::answerFor(item, *option, m_format.language()), &item));
    }
    apply([link = item.linkId, code](engine::Engine &engine, const engine::DraftId &id) {
        return engine.chooseAnswer(id, link, code);
    });
}

void FormSession::chooseNumber(const catalogue::Item &item, int number)
{
    apply([link = item.linkId, number](engine::Engine &engine, const engine::DraftId &id) {
        return engine.chooseNumber(id, link, number);
    });
}

void FormSession::clear(const catalogue::Item &item)
{
    if (unnamed()) {
        return tap(item, std::nullopt);
    }
    apply([link = item.linkId](engine::Engine &engine, const engine::DraftId &id) {
        return engine.clearAnswer(id, link);
    });
}

void FormSession::skip(const catalogue::Item &item, wire::v1::Absent why)
{
    if (unnamed()) {
        engine::Shown said;
        said.linkId = item.linkId;
        said.absent = why;
        return tap(item, std::move(said));
    }
    apply([link = item.linkId, why](engine::Engine &engine, const engine::DraftId &id) {
        return engine.skipAnswer(id, link, why);
    });
}

void FormSession::write(const catalogue::Item &item, const std::string &text)
{
    apply([link = item.linkId, text](engine::Engine &engine, const engine::DraftId &id) {
        return text.empty() ? engine.clearAnswer(id, link) : engine.writeAnswer(id, link, text);
    });
}

void FormSession::setStep(int step)
{
    if (unnamed()) {
        m_draft->step = step;
        return;
    }
    apply([step](engine::Engine &engine, const engine::DraftId &id) { return engine.setStep(id, step); });
}

void FormSession::setReaders(StreamKind readers)
{
    apply([readers](engine::Engine &engine, const engine::DraftId &id) {
        return engine.setReaders(id, readers);
    });
}

void FormSession::send()
{
    if (unnamed()) {
        return give();
    }
    // To whom it says on the page: said outright, so that nothing that comes in meanwhile changes it.
    const auto usual = byUsual() ? readers() : std::nullopt;
    apply([usual](engine::Engine &engine, const engine::DraftId &id) { return engine.sendDraft(id, usual); },
          &FormSession::sent);
}

void FormSession::undoSend()
{
    apply([](engine::Engine &engine, const engine::DraftId &id) { return engine.undoSend(id); },
          &FormSession::undone);
}

void FormSession::settle()
{
    m_core.post([](engine::Engine &engine) { static_cast<void>(engine.settleSent()); });
    close();
}

void FormSession::throwAway()
{
    if (!m_draft) {
        return;
    }
    if (unnamed()) {
        close();
        Q_EMIT thrownAway();
        return;
    }
    ++m_writing;
    const int sheet = m_sheet;
    m_core.run(
        this, [id = m_draft->id](engine::Engine &engine) { return engine.discardDraft(id); },
        [this, sheet](const Status &status) {
            if (sheet != m_sheet) {
                return;
            }
            --m_writing;
            m_problem = problemOf(status);
            if (status) {
                close();
                Q_EMIT thrownAway();
            } else {
                Q_EMIT changed();
            }
        });
}

} // namespace trivsel::app

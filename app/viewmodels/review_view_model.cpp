#include "app/viewmodels/review_view_model.h"

#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

#include <algorithm>

namespace trivsel::app {

ReviewViewModel::State answerState(const engine::Shown *answer)
{
    using State = ReviewViewModel::State;
    if (answer == nullptr) {
        return State::Untouched;
    }
    switch (answer->absent) {
    case wire::v1::SKIPPED:
        return State::Skipped;
    case wire::v1::DONT_KNOW:
        return State::DontKnow;
    case wire::v1::NOT_APPLICABLE:
        return State::NotApplicable;
    default:
        return State::Answered;
    }
}

ReviewViewModel::ReviewViewModel(const Context &context, FormSession &form, QuestionViewModel &question,
                                 WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_form(form), m_question(question), m_writer(writer)
{
    connect(&m_form, &FormSession::prepared, this, [this] {
        m_asking = false;
        m_showsIt = false;
    });
    connect(&m_form, &FormSession::changed, this, &ReviewViewModel::update);
    connect(&m_form, &FormSession::thrownAway, this, &ReviewViewModel::leave);
    connect(&m.session, &Session::snapshotChanged, this, &ReviewViewModel::update);
}

std::vector<ReviewViewModel::Reader> ReviewViewModel::offered() const
{
    std::vector<Reader> offered;
    const auto &snapshot = m.session.snapshot();
    if (!m_form.definition() || !snapshot) {
        return offered;
    }
    if (m.session.isStaff()) {
        return {{Readers::Self, StreamKind::Staff, {m.session.staffName()}}};
    }
    // Its key is only there while the resident's pictures have opened it.
    if (m.session.own().open) {
        offered.push_back({Readers::OnlyMe, StreamKind::Own, {}});
    }
    if (!snapshot->chosen.empty()) {
        offered.push_back({Readers::Chosen, StreamKind::Chosen, m.session.namesOf(snapshot->chosen)});
    }
    if (!snapshot->team.empty()) {
        offered.push_back({Readers::Team, StreamKind::Team, m.session.namesOf(snapshot->team)});
    }
    // Also about those who could read it else.
    if (m.session.own().open && m_form.definition()->secrecy == catalogue::Secrecy::Cooperation) {
        offered.push_back({Readers::WhomIShow, StreamKind::Own, {}});
    }
    return offered;
}

const ReviewViewModel::Reader *ReviewViewModel::current(const std::vector<Reader> &offered) const
{
    const auto readers = m_form.readers();
    const auto found = std::find_if(offered.begin(), offered.end(),
                                    [&](const Reader &reader) {
                                        const bool other = reader.stream == StreamKind::Own &&
                                                           (reader.who == Readers::WhomIShow) != m_showsIt;
                                        return reader.stream == readers && !other;
                                    });
    return found == offered.end() ? nullptr : &*found;
}

ReviewViewModel::Readers ReviewViewModel::chosen() const
{
    const auto all = offered();
    const Reader *reader = current(all);
    return reader != nullptr ? reader->who : Readers::Nobody;
}

ReviewViewModel::Usual ReviewViewModel::usual() const
{
    if (!m_form.draft() || !m.session.isResident() || !m.session.resident()) {
        return Usual::None;
    }
    if (m_form.byUsual()) {
        return chosen() == Readers::Nobody ? Usual::None : Usual::AsSaid;
    }
    const bool wellbeing = m_form.definition()->secrecy == catalogue::Secrecy::Wellbeing;
    const bool closed =
        m.session.resident()->ways.readers == StreamKind::Own && !m.session.own().open && !m_form.readers();
    return wellbeing && closed ? Usual::Closed : Usual::None;
}

QString ReviewViewModel::chosenNames() const
{
    const auto all = offered();
    const Reader *reader = current(all);
    return reader != nullptr ? m.format.names(reader->names) : QString();
}

int ReviewViewModel::chosenCount() const
{
    const auto all = offered();
    const Reader *reader = current(all);
    return reader != nullptr ? static_cast<int>(reader->names.size()) : 0;
}

bool ReviewViewModel::answered() const
{
    if (!m_form.draft()) {
        return false;
    }
    const auto &answers = m_form.draft()->answers;
    return std::any_of(answers.begin(), answers.end(),
                       [](const auto &entry) { return entry.second.absent != wire::v1::SKIPPED; });
}

bool ReviewViewModel::canSave() const
{
    return answered() && (unnamed() || chosen() != Readers::Nobody);
}

ListRow ReviewViewModel::answerRow(const catalogue::Item &item, bool note) const
{
    const engine::Shown *answer = m_form.answer(item);
    const State state = answerState(answer);
    QString words;
    int face = 0;
    if (state == State::Answered) {
        words = toQt(answer->text.empty() ? answer->words : answer->text);
        const auto *option = item.option(answer->code);
        const bool asFaces = m_form.draft()->way == wire::v1::WAY_FACES; // answered in words or numbers: none
        face = option != nullptr && asFaces ? option->face : 0;
    } else if (state == State::DontKnow) {
        words = m_form.words(item.dontKnowText);
    } else if (state == State::NotApplicable) {
        words = m_form.words(item.notApplicableText);
    }
    return {QByteArray::fromStdString(item.linkId),
            {m_form.words(item.label), words, face, QVariant::fromValue(state), note}};
}

void ReviewViewModel::update()
{
    std::vector<ListRow> answers;
    if (m_form.draft()) {
        for (const auto *item : m_form.questions()) {
            answers.push_back(answerRow(*item, false));
        }
        for (const auto *item : m_form.reviewQuestions()) {
            answers.push_back(answerRow(*item, true));
        }
    }
    m_answers.setRows(std::move(answers));
    std::vector<ListRow> readers;
    const auto all = offered();
    const Reader *now = current(all);
    for (const auto &reader : all) {
        readers.push_back({QByteArray::number(static_cast<int>(reader.who)),
                           {QVariant::fromValue(reader.who), m.format.names(reader.names), &reader == now}});
    }
    m_readers.setRows(std::move(readers));
    Q_EMIT changed();
}

void ReviewViewModel::change(int row)
{
    const auto &questions = m_form.questions();
    const auto &notes = m_form.reviewQuestions();
    if (row < 0 || static_cast<std::size_t>(row) >= questions.size() + notes.size()) {
        return;
    }
    const auto at = static_cast<std::size_t>(row);
    if (at < questions.size()) {
        m_question.change(row);
    } else {
        const auto &item = *notes[at - questions.size()];
        m_writer.openAnswer(item, m_form.words(item.text), m_form.words(item.help));
    }
}

void ReviewViewModel::chooseReaders(int row)
{
    const auto all = offered();
    if (row >= 0 && static_cast<std::size_t>(row) < all.size()) {
        const Reader &reader = all[static_cast<std::size_t>(row)];
        m_showsIt = reader.who == Readers::WhomIShow;
        m_form.setReaders(reader.stream);
    }
}

void ReviewViewModel::save()
{
    if (canSave() && !m_form.writing()) {
        m_form.send();
    }
}

void ReviewViewModel::askThrowAway()
{
    m_asking = true;
    Q_EMIT changed();
}

void ReviewViewModel::keep()
{
    m_asking = false;
    Q_EMIT changed();
}

void ReviewViewModel::throwAway()
{
    m_form.throwAway();
}

void ReviewViewModel::back()
{
    const int last = static_cast<int>(m_form.questions().size()) - 1;
    m_form.setStep(last);
    m_question.show(last);
}

void ReviewViewModel::leave()
{
    m.session.refresh();
    m.pages.popToHome();
    m.pages.popTo(Navigator::Page::Round); // nothing where none is
}

} // namespace trivsel::app

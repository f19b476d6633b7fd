#include "app/viewmodels/question_view_model.h"

#include "app/engine/sheet.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"
#include "proto/catalogue/read_aloud.h"

#include <algorithm>

namespace trivsel::app {

using engine::kNumberMax;

QuestionViewModel::QuestionViewModel(const Context &context, FormSession &form, WriteViewModel &writer,
                                     QObject *parent)
    : QObject(parent), m(context), m_form(form), m_writer(writer)
{
    connect(&m_form, &FormSession::prepared, this, [this] {
        m_at = 0;
        m_answersReadOut = false;
    });
    connect(&m_form, &FormSession::ready, this, [this] {
        m_fromReview = false;
        show(m_form.draft()->step);
    });
    connect(&m_form, &FormSession::halfWay, this, [this] { show(total()); });
    connect(&m_form, &FormSession::changed, this, &QuestionViewModel::update);
    connect(&m.voice, &Reading::changed, this, &QuestionViewModel::readingChanged);
    connect(&m.voice, &Reading::changed, this, &QuestionViewModel::canReadAloudChanged); // a file can be bad
    connect(this, &QuestionViewModel::changed, this, &QuestionViewModel::canReadAloudChanged);
}

const catalogue::Item *QuestionViewModel::item() const
{
    const auto &questions = m_form.questions();
    return static_cast<std::size_t>(m_at) < questions.size() ? questions[static_cast<std::size_t>(m_at)]
                                                             : nullptr;
}

QuestionViewModel::Style QuestionViewModel::style() const
{
    if (item() == nullptr || item()->type != catalogue::ItemType::Choice) {
        return Style::Words;
    }
    switch (item()->style) {
    case catalogue::AnswerStyle::Faces: {
        const auto way = m_form.draft() ? m_form.draft()->way : wire::v1::WAY_FACES;
        return way == wire::v1::WAY_NUMBERS ? Style::Numbers
               : way == wire::v1::WAY_WORDS ? Style::OnlyWords
                                            : Style::Faces;
    }
    case catalogue::AnswerStyle::Steps:
        return Style::Steps;
    case catalogue::AnswerStyle::List:
        break;
    }
    return Style::List;
}

QString QuestionViewModel::title() const
{
    return m_form.definition() ? m_form.words(m_form.definition()->shortTitle) : QString();
}

QString QuestionViewModel::question() const
{
    if (item() == nullptr) {
        return {};
    }
    const bool everyone = m_form.everyone() && !item()->textEveryone.empty();
    return m_form.words(everyone ? item()->textEveryone : item()->text);
}

QString QuestionViewModel::help() const
{
    return item() != nullptr ? m_form.words(item()->help) : QString();
}

QString QuestionViewModel::lowest() const
{
    return style() == Style::Numbers && !item()->options.empty() ? m_form.words(item()->options.front().text)
                                                                 : QString();
}

QString QuestionViewModel::highest() const
{
    return style() == Style::Numbers && !item()->options.empty() ? m_form.words(item()->options.back().text)
                                                                 : QString();
}

QString QuestionViewModel::written() const
{
    const auto *answer = item() != nullptr ? m_form.answer(*item()) : nullptr;
    return answer != nullptr ? toQt(answer->text) : QString();
}

QString QuestionViewModel::dontKnowText() const
{
    return item() != nullptr ? m_form.words(item()->dontKnowText) : QString();
}

QString QuestionViewModel::notApplicableText() const
{
    return item() != nullptr ? m_form.words(item()->notApplicableText) : QString();
}

wire::v1::Absent QuestionViewModel::absent() const
{
    const auto *answer = item() != nullptr ? m_form.answer(*item()) : nullptr;
    return answer != nullptr ? answer->absent : wire::v1::ABSENT_UNSPECIFIED;
}

bool QuestionViewModel::answered() const
{
    return item() != nullptr && m_form.answer(*item()) != nullptr && absent() != wire::v1::SKIPPED;
}

bool QuestionViewModel::saved() const
{
    return answered() && !unnamed() && !m_form.writing() && m_form.problem() == Problem::None;
}

bool QuestionViewModel::canReadAloud() const
{
    return item() != nullptr && m.canReadAloud(aloud());
}

void QuestionViewModel::show(int at)
{
    m.voice.stop();
    m_at = std::clamp(at, 0, total());
    if (m_at >= total() && total() > 0) {
        m_at = total() - 1;
        m_fromReview = false;
        turnTo(Navigator::Page::Review);
    } else {
        turnTo(Navigator::Page::Question);
    }
    update();
}

void QuestionViewModel::turnTo(Navigator::Page page)
{
    using Page = Navigator::Page;
    const Page top = m.pages.page();
    const bool withinForm = top == Page::Begin || top == Page::Question || top == Page::Review;
    if (withinForm) {
        m.pages.replace(page);
    } else {
        m.pages.push(page); // an answer that waited: the page it was opened from stays below
    }
}

void QuestionViewModel::change(int at)
{
    m_fromReview = true;
    show(at);
}

void QuestionViewModel::update()
{
    std::vector<ListRow> rows;
    const catalogue::Item *here = item();
    const auto *answer = here != nullptr ? m_form.answer(*here) : nullptr;
    if (style() == Style::Numbers) {
        for (int number = 0; number <= kNumberMax; ++number) {
            const bool chosen = answer != nullptr && answer->tenths == 10LL * number;
            rows.push_back({QByteArray::fromStdString(here->linkId + '#' + std::to_string(number)),
                            {QString::number(number), 0, number + 1, chosen}});
        }
    } else if (here != nullptr) {
        int level = 0;
        for (const auto &option : here->options) {
            const bool chosen = answer != nullptr && answer->code == option.code;
            rows.push_back({QByteArray::fromStdString(here->linkId + '|' + option.code),
                            {m_form.words(option.text), option.face, ++level, chosen}});
        }
    }
    m_options.setRows(std::move(rows));
    Q_EMIT changed();
}

void QuestionViewModel::choose(int row)
{
    const catalogue::Item *here = item();
    if (style() == Style::Numbers && row >= 0 && row <= kNumberMax) {
        const auto *given = m_form.answer(*here);
        return given != nullptr && given->tenths == 10LL * row ? m_form.clear(*here)
                                                               : m_form.chooseNumber(*here, row);
    }
    if (here == nullptr || row < 0 || static_cast<std::size_t>(row) >= here->options.size()) {
        return;
    }
    const std::string &code = here->options[static_cast<std::size_t>(row)].code;
    const auto *answer = m_form.answer(*here);
    if (answer != nullptr && answer->code == code) {
        m_form.clear(*here);
    } else {
        m_form.choose(*here, code);
    }
}

void QuestionViewModel::chooseAbsent(wire::v1::Absent why)
{
    if (item() == nullptr) {
        return;
    }
    if (absent() == why) {
        m_form.clear(*item());
    } else {
        m_form.skip(*item(), why);
    }
}

void QuestionViewModel::chooseDontKnow()
{
    chooseAbsent(wire::v1::DONT_KNOW);
}

void QuestionViewModel::chooseNotApplicable()
{
    chooseAbsent(wire::v1::NOT_APPLICABLE);
}

void QuestionViewModel::write()
{
    if (item() != nullptr) {
        m_writer.openAnswer(*item(), question(), help());
    }
}

void QuestionViewModel::next()
{
    if (item() == nullptr) {
        return;
    }
    if (!answered() && !m_form.writing()) {
        m_form.skip(*item(), wire::v1::SKIPPED);
    }
    const int to = m_fromReview ? total() : m_at + 1;
    m_form.setStep(to);
    show(to);
}

void QuestionViewModel::back()
{
    if (m_fromReview) {
        m_form.setStep(total());
        show(total());
    } else if (m_at > 0) {
        m_form.setStep(m_at - 1);
        show(m_at - 1);
    } else {
        pause();
    }
}

void QuestionViewModel::pause()
{
    m.voice.stop();
    const bool inRound = unnamed();
    m_form.close();
    if (inRound) { // forgotten, as the page before the first question says
        m.pages.popTo(Navigator::Page::Round);
        return;
    }
    m.session.refresh();
    m.pages.popToHome();
}

platform::Utterance QuestionViewModel::aloud() const
{
    using catalogue::AnswersAloud;
    const auto said = [this](AnswersAloud answers) {
        return catalogue::readAloud(*item(), m.language(), m_form.variables(), answers, m_form.everyone());
    };
    // A person's voice says the answers as sentences each time: it is one recording, and nobody minds hearing
    // it.
    const bool numbers = style() == Style::Numbers;
    const std::string full = said(numbers ? AnswersAloud::None : AnswersAloud::Sentences);
    return m.utterance(m_answersReadOut && !numbers ? said(AnswersAloud::Words) : full,
                       catalogue::recordingFile(m_form.definition()->id, item()->linkId, m.language(), full));
}

void QuestionViewModel::readAloud()
{
    if (item() == nullptr) {
        return;
    }
    const platform::Utterance words = aloud();
    m_answersReadOut = m_answersReadOut || !m.voice.speaking();
    m.readAloud(words);
}

} // namespace trivsel::app

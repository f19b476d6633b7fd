#include "app/viewmodels/begin_view_model.h"

#include "app/viewmodels/text.h"

namespace trivsel::app {

BeginViewModel::BeginViewModel(const Context &context, FormSession &form, QObject *parent)
    : QObject(parent), m(context), m_form(form)
{
    connect(&m_form, &FormSession::prepared, this, &BeginViewModel::changed);
    connect(&m_form, &FormSession::changed, this, &BeginViewModel::changed);
    connect(&m.voice, &Reading::changed, this, &BeginViewModel::readingChanged);
}

void BeginViewModel::open(const catalogue::DefinitionPtr &definition, const PersonId &about)
{
    m_form.prepare(definition, about);
    if (m.session.draftWaits(definition->url, about)) {
        m_form.begin();
    } else {
        m.pages.push(Navigator::Page::Begin);
    }
}

QString BeginViewModel::title() const
{
    return m_form.definition() ? m_form.words(m_form.definition()->title) : QString();
}

QString BeginViewModel::intro() const
{
    return m_form.definition() ? m_form.words(m_form.definition()->intro) : QString();
}

void BeginViewModel::back()
{
    m.voice.stop();
    m_form.close();
    m.pages.pop();
}

void BeginViewModel::readAloud()
{
    m.readAloud(m.utterance(fromQt(title() + QStringLiteral(". ") + intro())));
}

} // namespace trivsel::app

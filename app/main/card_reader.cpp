#include "app/main/card_reader.h"

#include "proto/seal/keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

namespace trivsel::app {
namespace {

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

CardReader::CardReader(App &app) : m_app(app)
{
    m_read.reserve(seal::kCardTextMax + 1); // growing leaves no copies
    QCoreApplication::instance()->installEventFilter(this);
}

CardReader::~CardReader()
{
    forget();
}

void CardReader::forget()
{
    seal::wipe(m_read);
    m_read.clear();
}

bool CardReader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || qobject_cast<QWindow *>(watched) == nullptr) {
        return false;
    }
    if (!m_app.pictures()->takesCard()) {
        forget();
        return false;
    }
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool goesOn = key.timestamp() - m_lastMs <= kGapMs;
    m_lastMs = key.timestamp();
    if (!goesOn) {
        forget();
    }
    if (isEnter(key)) {
        const bool read = m_read.size() > 1; // a hand's Enter presses the button that has the focus
        if (read) {
            m_app.cover()->noteTouch();
            m_app.pictures()->readCard(m_read);
        }
        forget();
        return read;
    }
    const QString text = key.text();
    if (text.size() != 1 || text.at(0).unicode() <= ' ' || text.at(0).unicode() > '~') {
        return false; // Tab and the like go where they always go
    }
    if (m_read.size() <= seal::kCardTextMax) { // one too many is kept, so that it is refused and not cut
        m_read += text.at(0).toLatin1();
    }
    return true;
}

} // namespace trivsel::app

#include "app/main/copied_words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace trivsel::app {

CopiedWords::CopiedWords(App &app) : m_app(app)
{
    connect(m_app.cover(), &CoverViewModel::coveredChanged, this, &CopiedWords::forget);
    connect(&m_app.session(), &Session::personChanged, this, &CopiedWords::forget);
    connect(m_app.navigator(), &Navigator::pageChanged, this, [this] {
        if (m_app.navigator()->page() == Navigator::Page::Start) {
            forget();
        }
    });
}

CopiedWords::~CopiedWords()
{
    forget();
}

void CopiedWords::forget() const
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (clipboard.ownsClipboard() || m_app.kiosk()) {
        clipboard.clear();
    }
    if (clipboard.supportsSelection() && (clipboard.ownsSelection() || m_app.kiosk())) {
        clipboard.clear(QClipboard::Selection);
    }
}

} // namespace trivsel::app

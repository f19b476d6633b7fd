#pragma once

#include "app/viewmodels/app.h"

#include <QObject>

namespace trivsel::app {

/**
 * What somebody has copied does not stay for the next person: it goes when the page covers itself, when the
 * start page stands, and when the tablet goes from one to the other in a samtale. Elsewhere than in the kiosk
 * only what comes from this program goes. UI thread.
 */
class CopiedWords : public QObject
{
    Q_OBJECT

public:
    explicit CopiedWords(App &app);
    /** Also at its end: a practice takes its words with it. */
    ~CopiedWords() override;

private:
    void forget() const;

    App &m_app;
};

} // namespace trivsel::app

#pragma once

#include "app/viewmodels/app.h"

#include <QObject>

#include <string>

namespace trivsel::app {

/**
 * A card reader that types: it sends what stands on a card or a key tag as keys, much faster than any hand, and then Enter.
 * While a page waits for a card these keys reach nothing else, so that no Enter presses a button. UI thread.
 */
class CardReader : public QObject
{
    Q_OBJECT

public:
    /** ms between two keys; a hand is slower, every reader faster. */
    static constexpr std::uint64_t kGapMs = 100;

    /** Watches the keys of the application until it goes away. */
    explicit CardReader(App &app);
    ~CardReader() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void forget();

    App &m_app;
    std::string m_read;
    std::uint64_t m_lastMs = 0;
};

} // namespace trivsel::app

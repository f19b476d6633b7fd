#pragma once

#include <QtGlobal>

#include <string>

namespace trivsel::app {

/**
 * While the windowing system is being opened: where there is no display, Qt ends the program with an abort
 * and a list of plug-ins. In place of that stands one sentence on stderr, and an exit code. What Qt says
 * meanwhile goes to the log once it is open. One at a time.
 */
class DisplayWatch
{
public:
    /** `sentence`: without full stop; Qt's first words follow in brackets. */
    DisplayWatch(std::string sentence, int exitCode);
    ~DisplayWatch();
    DisplayWatch(const DisplayWatch &) = delete;
    DisplayWatch &operator=(const DisplayWatch &) = delete;

private:
    QtMessageHandler m_log;
};

} // namespace trivsel::app

#include "app/main/display_watch.h"

#include <QString>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

namespace trivsel::app {

namespace {

struct Heard
{
    std::mutex lock; // Qt may warn from any thread
    std::string sentence;
    int exitCode = 0;
    std::vector<std::pair<QtMsgType, QString>> messages;
};

Heard &heard()
{
    static Heard one;
    return one;
}

void onMessage(QtMsgType type, const QMessageLogContext & /*where*/, const QString &text)
{
    const std::lock_guard guard(heard().lock);
    heard().messages.emplace_back(type, text);
    if (type != QtFatalMsg) {
        return;
    }
    const std::string why = heard().messages.front().second.simplified().toStdString();
    std::fprintf(stderr, "trivsel: %s (%s).\n", heard().sentence.c_str(), why.c_str());
    std::fflush(stderr);
    std::_Exit(heard().exitCode); // Qt would abort
}

} // namespace

DisplayWatch::DisplayWatch(std::string sentence, int exitCode)
{
    heard().sentence = std::move(sentence);
    heard().exitCode = exitCode;
    heard().messages.clear();
    m_log = qInstallMessageHandler(onMessage);
}

DisplayWatch::~DisplayWatch()
{
    qInstallMessageHandler(m_log);
    for (const auto &[type, text] : std::exchange(heard().messages, {})) {
        if (m_log != nullptr) {
            m_log(type, {}, text);
        }
    }
}

} // namespace trivsel::app

#include "app/platform/log.h"

#include <QString>
#include <QtGlobal>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace trivsel::platform {

namespace {

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    return spdlog::level::warn;
}

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    spdlog::log(levelOf(type), "{}", text.toStdString());
}

} // namespace

void installLog()
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("trivsel"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S %l %v");
    qInstallMessageHandler(onMessage);
}

} // namespace trivsel::platform

#include "sync-server/commands/server_process.h"

#include <csignal>
#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace trivsel::server {

void prepareServerProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
}

bool startLog(const std::string &file)
{
    try {
        const auto logger =
            file.empty() ? spdlog::stderr_logger_st("trivsel") : spdlog::basic_logger_st("trivsel", file);
        logger->set_pattern("%Y-%m-%dT%H:%M:%S %l %v");
        logger->flush_on(spdlog::level::info);
        spdlog::set_default_logger(logger);
        google::protobuf::SetLogHandler(
            nullptr); // it has a line of its own for every string that is no UTF-8
        return true;
    } catch (const spdlog::spdlog_ex &) {
        return false;
    }
}

void noLog()
{
    spdlog::set_level(spdlog::level::off);
    google::protobuf::SetLogHandler(nullptr);
}

} // namespace trivsel::server

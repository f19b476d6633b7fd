#pragma once

#include "app/viewmodels/app.h"
#include "proto/base/error.h"

#include <filesystem>
#include <optional>
#include <string>

namespace trivsel::app {

/** What the command line says, checked. */
struct Options
{
    std::filesystem::path data;
    std::optional<std::filesystem::path> keyFile;
    std::optional<std::filesystem::path> tabletFile;
    std::optional<std::filesystem::path> catalogueDir; // default: the one in the program
    std::optional<std::filesystem::path> voicesDir;    // default: voicesDirectory() in files.h
    std::optional<std::filesystem::path> printsDir;    // default: printFolder() in files.h
    bool listRecordings = false;
    catalogue::Language said = catalogue::Language::Da; // of the sentences on stderr: the user's
    catalogue::Language language = catalogue::Language::Da;
    App::Look look;
    int widthPx = 1280;
    int heightPx = 800;
    int syncEverySeconds = 0; // 0 = the nightly window only
    bool selfTest = false;
    std::optional<std::filesystem::path> screensDir;
    std::string tourCode; // what the tour of the pages types; anybody on the machine can read it
    bool exitAfterFirstFrame = false;
    bool help = false;
    bool version = false;
};

/** BadArgument with one sentence for the person who typed it, in their language. */
[[nodiscard]] Result<Options> parseOptions(const std::vector<std::string> &arguments);
[[nodiscard]] std::string optionsHelp(catalogue::Language language);

} // namespace trivsel::app

#include "app/main/options.h"

#include "app/platform/screen_metrics.h"
#include "proto/seal/passcode.h"

#include <boost/program_options.hpp>

#include <charconv>
#include <sstream>

namespace trivsel::app {

namespace po = boost::program_options;

namespace {

constexpr int kSidePxMin = 320;
constexpr int kSidePxMax = 10'000;
constexpr int kSyncEverySecondsMax = 86'400;
constexpr double kTabletInches = 10.1; // what --size stands for

po::options_description description()
{
    po::options_description all("trivsel, the tablet");
    auto add = all.add_options();
    add("data", po::value<std::string>(), "directory of this tablet's data");
    add("keyfile", po::value<std::string>(), "key in a file of one's own (demo, tests), not in the keychain");
    add("tablet-file", po::value<std::string>(), "the tablet's file from the office, needed once");
    add("catalogue", po::value<std::string>(), "directory of definitions in place of the built-in ones");
    add("lang", po::value<std::string>()->default_value("da"), "da or en");
    add("theme", po::value<std::string>()->default_value("light"), "light, dark or contrast");
    add("scale", po::value<double>()->default_value(1), "size of letters, 0.85 to 2");
    add("px-per-mm", po::value<std::string>(), "pixels per mm, measured on this screen");
    add("size", po::value<std::string>(), "window as WxH pixels on a screen of 10.1 inches");
    add("kiosk", "full screen; covers itself when another window comes in front");
    add("sync-every", po::value<int>()->default_value(0),
        "seconds between sync runs; 0: every 15 minutes, at night, and when there is something to send");
    add("self-test", "open every page once and end");
    add("screens", po::value<std::string>(), "write a picture of every page into this directory and end");
    add("tour-code", po::value<std::string>()->default_value(""),
        "Mette's code in a made-up home, with --self-test and --screens");
    add("exit-after-first-frame", "print the ms from process start to the usable start page and end");
    add("help", "this list");
    add("version", "the program's version");
    return all;
}

tl::unexpected<Error> bad(const std::string &sentence)
{
    return fail(Errc::BadArgument, sentence);
}

Result<std::pair<int, int>> sizeOf(const std::string &text)
{
    int width = 0;
    int height = 0;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    const bool crossed = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const auto second = crossed ? std::from_chars(first.ptr + 1, end, height) : first;
    const auto fits = [](int side) { return side >= kSidePxMin && side <= kSidePxMax; };
    if (!crossed || second.ec != std::errc() || second.ptr != end || !fits(width) || !fits(height)) {
        return bad("--size must be two numbers like 1280x800.");
    }
    return std::pair(width, height);
}

Status readLook(const po::variables_map &given, Options &options)
{
    const auto theme = given["theme"].as<std::string>();
    if (theme != "light" && theme != "dark" && theme != "contrast") {
        return bad("--theme must be light, dark or contrast.");
    }
    options.look.scheme = theme == "dark"       ? App::Scheme::Dark
                          : theme == "contrast" ? App::Scheme::Contrast
                                                : App::Scheme::Light;
    options.look.typeScale = given["scale"].as<double>();
    if (!(options.look.typeScale >= 0.85 && options.look.typeScale <= 2)) {
        return bad("--scale must be from 0.85 to 2.");
    }
    if (given.count("size") > 0) {
        const auto size = sizeOf(given["size"].as<std::string>());
        if (!size) {
            return tl::unexpected(size.error());
        }
        std::tie(options.widthPx, options.heightPx) = *size;
        options.look.pxPerMm = platform::pxPerMmOf(options.widthPx, options.heightPx, kTabletInches);
    }
    if (given.count("px-per-mm") > 0) {
        const auto pxPerMm = platform::parsePxPerMm(given["px-per-mm"].as<std::string>());
        if (!pxPerMm) {
            return bad("--px-per-mm must be a number between 2.4 and 15.7.");
        }
        options.look.pxPerMm = *pxPerMm;
    }
    options.look.kiosk = given.count("kiosk") > 0;
    return {};
}

std::optional<std::filesystem::path> pathOf(const po::variables_map &given, const char *name)
{
    return given.count(name) > 0 ? std::optional<std::filesystem::path>(given[name].as<std::string>())
                                 : std::nullopt;
}

Result<Options> optionsOf(const po::variables_map &given)
{
    Options options;
    options.help = given.count("help") > 0;
    options.version = given.count("version") > 0;
    if (options.help || options.version) {
        return options;
    }
    if (given.count("data") == 0) {
        return bad("--data is needed: the directory of this tablet's data.");
    }
    options.data = given["data"].as<std::string>();
    options.keyFile = pathOf(given, "keyfile");
    options.tabletFile = pathOf(given, "tablet-file");
    options.catalogueDir = pathOf(given, "catalogue");
    options.screensDir = pathOf(given, "screens");
    options.selfTest = given.count("self-test") > 0;
    options.tourCode = given["tour-code"].as<std::string>();
    const bool tours = options.selfTest || options.screensDir;
    if (!options.tourCode.empty() && (!tours || seal::readPasscode(options.tourCode).empty())) {
        return bad("--tour-code is six digits, and goes with --self-test or --screens.");
    }
    options.exitAfterFirstFrame = given.count("exit-after-first-frame") > 0;
    options.syncEverySeconds = given["sync-every"].as<int>();
    if (options.syncEverySeconds < 0 || options.syncEverySeconds > kSyncEverySecondsMax) {
        return bad("--sync-every must be from 0 to 86400 seconds.");
    }
    const auto language = catalogue::languageOf(given["lang"].as<std::string>());
    if (!language) {
        return bad("--lang must be da or en.");
    }
    options.language = *language;
    TRIVSEL_TRY(readLook(given, options));
    return options;
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string> &arguments)
{
    try {
        po::variables_map given;
        const auto all = description();
        po::store(po::command_line_parser(arguments)
                      .options(all)
                      .positional({})
                      .style(po::command_line_style::unix_style ^ po::command_line_style::allow_guessing)
                      .run(),
                  given);
        return optionsOf(given);
    } catch (const po::error_with_option_name &error) {
        // With "%canonical_option%" on the line the library's own sentence never comes to an end.
        return bad("The option " + error.get_option_name() +
                   " is unknown, or its value is missing or wrong. See trivsel --help.");
    } catch (const po::error &error) {
        return bad(std::string(error.what()) + ". See trivsel --help.");
    }
}

std::string optionsHelp()
{
    std::ostringstream out;
    out << description();
    return out.str();
}

} // namespace trivsel::app

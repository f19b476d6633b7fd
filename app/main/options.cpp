#include "app/main/options.h"

#include "app/main/user_language.h"
#include "app/platform/screen_metrics.h"
#include "proto/seal/passcode.h"

#include <boost/program_options.hpp>

#include <charconv>
#include <sstream>

namespace trivsel::app {

namespace po = boost::program_options;
using catalogue::Language;

namespace {

constexpr int kSidePxMin = 320;
constexpr int kSidePxMax = 10'000;
constexpr int kSyncEverySecondsMax = 86'400;
constexpr double kTabletInches = 10.1; // what --size stands for

/** What stands for the value in the help. */
const char *valueName(std::string_view option, Language language)
{
    const bool danish = language == Language::Da;
    if (option == "data" || option == "catalogue" || option == "voices" || option == "prints" ||
        option == "screens") {
        return danish ? "MAPPE" : "DIR";
    }
    if (option == "keyfile" || option == "tablet-file") {
        return danish ? "FIL" : "FILE";
    }
    if (option == "size") {
        return danish ? "BxH" : "WxH";
    }
    return option == "lang" ? "da|en" : option == "theme" ? "light|dark|contrast" : danish ? "TAL" : "NUMBER";
}

po::options_description description(Language language)
{
    const auto in = [language](const char *danish, const char *english) {
        return language == Language::Da ? danish : english;
    };
    po::options_description all(in("trivsel, tabletten", "trivsel, the tablet"));
    auto add = all.add_options();
    add("data", po::value<std::string>()->value_name(valueName("data", language)),
        in("mappen med tablettens data", "directory of this tablet's data"));
    add("keyfile", po::value<std::string>()->value_name(valueName("keyfile", language)),
        in("nøglen i en fil for sig (prøvehjem, test), ikke i nøgleringen",
           "key in a file of one's own (demo, tests), not in the keychain"));
    add("tablet-file", po::value<std::string>()->value_name(valueName("tablet-file", language)),
        in("tablettens fil fra kontoret, bruges én gang", "the tablet's file from the office, needed once"));
    add("catalogue", po::value<std::string>()->value_name(valueName("catalogue", language)),
        in("mappe med skemaer i stedet for de indbyggede",
           "directory of definitions in place of the built-in ones"));
    add("voices", po::value<std::string>()->value_name(valueName("voices", language)),
        in("mappe med indtalte spørgsmål; ellers voices i datamappen",
           "directory of recorded questions; else voices in the data directory"));
    add("prints", po::value<std::string>()->value_name(valueName("prints", language)),
        in("mappe til planer på papir (PDF); ellers Trivsel blandt dokumenterne, med --kiosk ingen",
           "directory for plans on paper (PDF); else Trivsel among the documents, with --kiosk none"));
    add("list-recordings", in("skriv, hvad der kan indtales, og hvad filerne skal hedde, og slut",
                              "print what can be recorded, and what the files must be called, and end"));
    add("lang", po::value<std::string>()->value_name(valueName("lang", language))->default_value("da"),
        in("da (dansk) eller en (engelsk)", "da or en"));
    add("theme", po::value<std::string>()->value_name(valueName("theme", language))->default_value("light"),
        in("farverne: light (lyse), dark (mørke) eller contrast (kontrast)", "light, dark or contrast"));
    add("scale", po::value<double>()->value_name(valueName("scale", language))->default_value(1),
        in("bogstavernes størrelse, 0.85 til 2", "size of letters, 0.85 to 2"));
    add("px-per-mm", po::value<std::string>()->value_name(valueName("px-per-mm", language)),
        in("pixels pr. mm, målt på denne skærm", "pixels per mm, measured on this screen"));
    add("size", po::value<std::string>()->value_name(valueName("size", language)),
        in("vinduet som BxH pixels på en skærm på 10,1 tommer",
           "window as WxH pixels on a screen of 10.1 inches"));
    add("kiosk", in("hele skærmen; dækker sig, når et andet vindue kommer foran",
                    "full screen; covers itself when another window comes in front"));
    add("sync-every", po::value<int>()->value_name(valueName("sync-every", language))->default_value(0),
        in("sekunder mellem hver kontakt; 0: hvert kvarter, om natten, og når der er noget at sende",
           "seconds between sync runs; 0: every 15 minutes, at night, and when there is something to send"));
    add("self-test", in("åbn hver side én gang, og slut", "open every page once and end"));
    add("screens", po::value<std::string>()->value_name(valueName("screens", language)),
        in("læg et billede af hver side i denne mappe, og slut",
           "write a picture of every page into this directory and end"));
    add("tour-code",
        po::value<std::string>()->value_name(valueName("tour-code", language))->default_value(""),
        in("Mettes kode i et prøvehjem, med --self-test og --screens",
           "Mette's code in a made-up home, with --self-test and --screens"));
    add("exit-after-first-frame", in("skriv, hvor mange ms der gik til den første side, og slut",
                                     "print the ms from process start to the usable start page and end"));
    add("help", in("denne liste", "this list"));
    add("version", in("programmets udgave", "the program's version"));
    return all;
}

tl::unexpected<Error> bad(Language said, const std::string &danish, const std::string &english)
{
    return fail(Errc::BadArgument, said == Language::Da ? danish : english);
}

/** The parser's own sentences are English and no more than the option is known of what was wrong. */
tl::unexpected<Error> badLine(Language said, const std::string &option)
{
    return option.empty() ? bad(said, "Linjen kan ikke læses. Se trivsel --help.",
                                "The line can't be read. See trivsel --help.")
                          : bad(said, option + " kan ikke læses her. Se trivsel --help.",
                                option + " can't be read here. See trivsel --help.");
}

Result<std::pair<int, int>> sizeOf(const std::string &text, Language said)
{
    int width = 0;
    int height = 0;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    const bool crossed = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const auto second = crossed ? std::from_chars(first.ptr + 1, end, height) : first;
    const auto fits = [](int side) { return side >= kSidePxMin && side <= kSidePxMax; };
    if (!crossed || second.ec != std::errc() || second.ptr != end || !fits(width) || !fits(height)) {
        return bad(said, "--size er to tal som 1280x800.", "--size must be two numbers like 1280x800.");
    }
    return std::pair(width, height);
}

Status readLook(const po::variables_map &given, Language said, Options &options)
{
    const auto theme = given["theme"].as<std::string>();
    if (theme != "light" && theme != "dark" && theme != "contrast") {
        return bad(said, "--theme er light, dark eller contrast.",
                   "--theme must be light, dark or contrast.");
    }
    options.look.scheme = theme == "dark"       ? App::Scheme::Dark
                          : theme == "contrast" ? App::Scheme::Contrast
                                                : App::Scheme::Light;
    options.look.typeScale = given["scale"].as<double>();
    if (!(options.look.typeScale >= 0.85 && options.look.typeScale <= 2)) {
        return bad(said, "--scale er fra 0.85 til 2.", "--scale must be from 0.85 to 2.");
    }
    if (given.count("size") > 0) {
        const auto size = sizeOf(given["size"].as<std::string>(), said);
        if (!size) {
            return tl::unexpected(size.error());
        }
        std::tie(options.widthPx, options.heightPx) = *size;
        options.look.pxPerMm = platform::pxPerMmOf(options.widthPx, options.heightPx, kTabletInches);
    }
    if (given.count("px-per-mm") > 0) {
        const auto pxPerMm = platform::parsePxPerMm(given["px-per-mm"].as<std::string>());
        if (!pxPerMm) {
            return bad(said, "--px-per-mm er et tal mellem 2.4 og 15.7.",
                       "--px-per-mm must be a number between 2.4 and 15.7.");
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

Result<Options> optionsOf(const po::variables_map &given, Language said)
{
    Options options;
    options.said = said;
    options.help = given.count("help") > 0;
    options.version = given.count("version") > 0;
    if (options.help || options.version) {
        return options;
    }
    options.listRecordings = given.count("list-recordings") > 0;
    if (given.count("data") == 0 && !options.listRecordings) {
        return bad(said, "--data mangler: mappen med tablettens data.",
                   "--data is needed: the directory of this tablet's data.");
    }
    options.data = pathOf(given, "data").value_or(std::filesystem::path());
    options.keyFile = pathOf(given, "keyfile");
    options.tabletFile = pathOf(given, "tablet-file");
    options.catalogueDir = pathOf(given, "catalogue");
    options.voicesDir = pathOf(given, "voices");
    options.printsDir = pathOf(given, "prints");
    options.screensDir = pathOf(given, "screens");
    options.selfTest = given.count("self-test") > 0;
    options.tourCode = given["tour-code"].as<std::string>();
    const bool tours = options.selfTest || options.screensDir;
    if (!options.tourCode.empty() && (!tours || seal::readPasscode(options.tourCode).empty())) {
        return bad(said, "--tour-code er seks cifre og hører til --self-test eller --screens.",
                   "--tour-code is six digits, and goes with --self-test or --screens.");
    }
    options.exitAfterFirstFrame = given.count("exit-after-first-frame") > 0;
    options.syncEverySeconds = given["sync-every"].as<int>();
    if (options.syncEverySeconds < 0 || options.syncEverySeconds > kSyncEverySecondsMax) {
        return bad(said, "--sync-every er fra 0 til 86400 sekunder.",
                   "--sync-every must be from 0 to 86400 seconds.");
    }
    const auto language = catalogue::languageOf(given["lang"].as<std::string>());
    if (!language) {
        return bad(said, "--lang er da eller en.", "--lang must be da or en.");
    }
    options.language = *language;
    TRIVSEL_TRY(readLook(given, said, options));
    return options;
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string> &arguments)
{
    const Language said = userLanguage(arguments);
    try {
        po::variables_map given;
        const auto all = description(said);
        po::store(po::command_line_parser(arguments)
                      .options(all)
                      .positional({})
                      .style(po::command_line_style::unix_style ^ po::command_line_style::allow_guessing)
                      .run(),
                  given);
        return optionsOf(given, said);
    } catch (const po::error_with_option_name &error) {
        return badLine(said, error.get_option_name());
    } catch (const po::error &) {
        return badLine(said, {});
    }
}

std::string optionsHelp(Language language)
{
    std::ostringstream out;
    out << description(language);
    return out.str();
}

} // namespace trivsel::app

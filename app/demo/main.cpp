// trivsel-demo: fills the data of enrolled tablets with a plausible demo home. See README.md.
#include "app/demo/demo_home.h"
#include "proto/seal/keys.h"

#include <boost/json.hpp>
#include <boost/program_options.hpp>

#include <chrono>
#include <cmath>
#include <iostream>

namespace {

namespace options = boost::program_options;
using namespace trivsel;
using Seconds = std::chrono::duration<double>;

constexpr double kDaysInMonth = 30.4375;
constexpr int kMonthsMax = 50 * 12;
constexpr std::int64_t kEarliestMs = 1'577'836'800'000; // 2020: an earlier clock is known to be wrong
constexpr std::int64_t kLatestMs = 4'102'444'800'000;   // 2100

struct Faulty : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

options::options_description described()
{
    options::options_description all("trivsel-demo --tablet DIR [--tablet DIR2] --catalogue DIR");
    auto add = all.add_options();
    add("help", "show this");
    add("tablet", options::value<std::vector<std::string>>(), "holds data/ (enrolled, synced once) and key");
    add("catalogue", options::value<std::string>(), "folder with the instruments");
    add("months", options::value<int>(), "how far back; 6 when nothing is said");
    add("years", options::value<int>(), "the same in years");
    add("seed", options::value<std::uint64_t>()->default_value(1), "another number, another home");
    add("until", options::value<std::int64_t>(), "where it ends, ms since 1970; now when nothing is said");
    return all;
}

demo::DemoOptions read(const options::variables_map &given)
{
    if (given.count("tablet") == 0 || given.count("catalogue") == 0) {
        throw Faulty("--tablet and --catalogue are needed");
    }
    if (given.count("months") != 0 && given.count("years") != 0) {
        throw Faulty("--months or --years, not both");
    }
    const int months = given.count("years") != 0    ? 12 * std::clamp(given["years"].as<int>(), 0, kMonthsMax)
                       : given.count("months") != 0 ? given["months"].as<int>()
                                                    : 6;
    if (months < 1 || months > kMonthsMax) {
        throw Faulty("the time must be at least a month and at most 50 years");
    }
    demo::DemoOptions read;
    for (const std::string &dir : given["tablet"].as<std::vector<std::string>>()) {
        read.tablets.emplace_back(dir);
    }
    read.catalogue = given["catalogue"].as<std::string>();
    read.seed = given["seed"].as<std::uint64_t>();
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    read.window.untilMs = given.count("until") != 0
                              ? given["until"].as<std::int64_t>()
                              : std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    read.window.fromMs =
        read.window.untilMs - std::llround(months * kDaysInMonth * static_cast<double>(demo::kDayMs));
    if (read.window.untilMs < kEarliestMs || read.window.untilMs > kLatestMs) {
        throw Faulty("--until is not a time between 2020 and 2100 in ms");
    }
    return read;
}

int run(demo::DemoOptions what)
{
    const auto begun = std::chrono::steady_clock::now();
    int told = 0;
    what.random = seal::systemRandom();
    what.progress = [&](std::size_t done, std::size_t of) {
        const int tenth = static_cast<int>(done * 10 / of);
        if (tenth > told && Seconds(std::chrono::steady_clock::now() - begun).count() > 3) {
            std::cerr << "trivsel-demo: " << tenth * 10 << " %" << std::endl;
        }
        told = std::max(told, tenth);
    };
    const auto filled = demo::fillHome(what);
    if (!filled) {
        std::cerr << "trivsel-demo: " << filled.error().sentence << std::endl;
        return 1;
    }
    const double seconds = Seconds(std::chrono::steady_clock::now() - begun).count();
    const demo::Counts &counts = filled->counts;
    const double perSecond = static_cast<double>(counts.answers) / std::max(seconds, 1e-6);
    std::cout << boost::json::value{{"tablets", filled->tablets},
                                    {"residents", filled->residents},
                                    {"staff", filled->staff},
                                    {"answers", counts.answers},
                                    {"not_today", counts.notToday},
                                    {"remarks", counts.remarks},
                                    {"plan_sittings", counts.planSittings},
                                    {"plan_fields", counts.planFields},
                                    {"from_ms", what.window.fromMs},
                                    {"until_ms", what.window.untilMs},
                                    {"seconds", std::round(seconds * 1000) / 1000},
                                    {"answers_per_second", std::llround(perSecond)}}
              << std::endl;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        options::variables_map given;
        options::store(options::command_line_parser(argc, argv).options(described()).positional({}).run(),
                       given);
        if (given.count("help") != 0) {
            std::cout << described();
            return 0;
        }
        if (const Status ready = seal::initialise(); !ready) {
            throw Faulty("libsodium can't start");
        }
        return run(read(given));
    } catch (const options::error &fault) {
        std::cerr << "trivsel-demo: " << fault.what() << "; see --help" << std::endl;
    } catch (const Faulty &fault) {
        std::cerr << "trivsel-demo: " << fault.what() << "; see --help" << std::endl;
    }
    return 2;
}

#pragma once

#include "proto/base/bytes.h"
#include "sync-server/config.h"
#include "sync-server/messages.h"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::server {

namespace po = boost::program_options;

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;

/** What a command is given. Streams, randomness and the clock are arguments, so that tests can pass their
 * own. */
struct Context
{
    std::ostream &out;
    std::ostream &err;
    Random random;
    std::function<std::int64_t()> clockMs;
    Lang lang = Lang::Danish;
    HomePaths paths;
    Config config;
    bool json = false;

    [[nodiscard]] std::string say(Text text, std::initializer_list<std::string_view> values = {}) const
    {
        return server::say(lang, text, values);
    }
    /** Prints one sentence to `err`; returns the exit code. */
    int usage(Text text, std::initializer_list<std::string_view> values = {}) const;
    /** What sync.conf says there can't be used: file, line and why. */
    int badSetting(std::string_view setting, std::string_view why) const;
    int failed(Text text, std::initializer_list<std::string_view> values = {}) const;
    int failed(const Error &error, std::string_view subject) const;
    int failed(const Error &error) const { return failed(error, paths.dir.string()); }
};

using Values = po::variables_map;

/** For a command without options of its own. */
void declareNothing(po::options_description &options, po::positional_options_description &places, Lang lang);

struct Command
{
    std::string_view name; // one or two words
    std::string_view usage;
    Text about;
    void (*declare)(po::options_description &options, po::positional_options_description &places, Lang lang);
    int (*run)(Context &context, const Values &values);
    bool needsData = true; // --data must be said
};

/** Every command, in the order of the help. */
[[nodiscard]] std::span<const Command> commands();

/** The whole program but main(): parses `arguments` (without the program's name) and runs the command. */
int runProgram(const std::vector<std::string> &arguments, std::ostream &out, std::ostream &err);

extern const Command kInit;
extern const Command kTabletAdd;
extern const Command kPair;
extern const Command kTabletList;
extern const Command kTabletRename;
extern const Command kTabletOwner;
extern const Command kTabletBlock;
extern const Command kTabletUnblock;
extern const Command kTabletRenew;
extern const Command kTabletWipe;
extern const Command kIncident;
extern const Command kResidentAdd;
extern const Command kResidentList;
extern const Command kResidentClose;
extern const Command kOwnReturn;
extern const Command kHoldSet;
extern const Command kHoldLift;
extern const Command kErase;
extern const Command kStaffAdd;
extern const Command kStaffChosenCodes;
extern const Command kStaffCode;
extern const Command kStaffList;
extern const Command kStaffRemove;
extern const Command kStaffRole;
extern const Command kShiftCodeNew;
extern const Command kTeamSet;
extern const Command kFitSet;
extern const Command kHelpLineAdd;
extern const Command kServe;
extern const Command kStatus;
extern const Command kVerifyState;
extern const Command kBackup;
extern const Command kVerify;
extern const Command kRestore;
extern const Command kRecover;
extern const Command kQuarantineList;
extern const Command kQuarantineShow;
extern const Command kQuarantineAccept;
extern const Command kQuarantineRescue;
extern const Command kQuarantineTake;
extern const Command kAuditSample;
extern const Command kAuditShow;
extern const Command kAuditTell;
extern const Command kRetentionList;
extern const Command kRetentionSet;

} // namespace trivsel::server

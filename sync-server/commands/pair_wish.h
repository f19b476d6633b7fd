#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/commands/tablet_kind.h"
#include "sync-server/commands/terminal.h"

#include <filesystem>
#include <optional>
#include <string>

namespace trivsel::server {

/** Which tablet the office wants to set up. */
struct PairWish
{
    std::string name;
    TabletKind kind{};
    std::optional<Endpoint> address;
    std::filesystem::path out;
    std::optional<PersonId> owner; // nullopt: the house's
};

void declarePairWish(po::options_description &options, po::positional_options_description &places, Lang lang);

/** From the options; what they leave open is asked. A sentence and the exit code when it can't be. */
[[nodiscard]] std::optional<int> readPairWish(const Context &context, const Values &values,
                                              Terminal &terminal, PairWish &wish);

} // namespace trivsel::server

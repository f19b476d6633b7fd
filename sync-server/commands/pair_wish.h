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

/** What the line says is looked at before anything else happens: who typed something wrong hears it at once.
 * A sentence and the exit code when it can't be. */
[[nodiscard]] std::optional<int> readPairWish(const Context &context, const Values &values, PairWish &wish);
/** Asks for what the line has left open; a sentence and the exit code when there is no answer to use. */
[[nodiscard]] std::optional<int> askPairWish(const Context &context, const Values &values, Terminal &terminal,
                                             PairWish &wish);

} // namespace trivsel::server

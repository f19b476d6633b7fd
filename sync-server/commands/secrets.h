#pragma once

#include "proto/seal/keys.h"
#include "sync-server/commands/command.h"

#include <optional>
#include <variant>

namespace trivsel::server {

/** Adds `--words FILE|-`: never on the line itself, where other programs could read them. */
void declareWords(po::options_description &options, Lang lang);

/** The words of the file, or of standard input. An exit code with its sentence when they can't be read. */
[[nodiscard]] std::variant<seal::RecoverySeed, int> readWords(const Context &context,
                                                              const std::string &from);

} // namespace trivsel::server

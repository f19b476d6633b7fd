#pragma once

#include "app/main/core_adapter.h"
#include "app/main/options.h"

#include <functional>
#include <string>

namespace trivsel::app {

/** Milliseconds since 1970, UTC. */
using WallClock = std::function<std::int64_t()>;
[[nodiscard]] std::int64_t wallMs();

/**
 * Everything between the command line and a running core: key, first enrolment, engine, core thread. On error
 * nothing on the disk is changed. Needs a QCoreApplication for the keychain.
 */
[[nodiscard]] Status startCore(CoreAdapter &core, const Options &options,
                               std::shared_ptr<const catalogue::Catalogue> catalogue,
                               const WallClock &clock = wallMs);

/** No tablet lives there, and no tablet file says which is to: pairing makes one. */
[[nodiscard]] bool waitsForPairing(const Options &options);
/** What enrolment needs: the folder and the key, made at the first time. */
[[nodiscard]] Result<engine::EngineConfig> prepareData(const Options &options,
                                                       std::shared_ptr<const catalogue::Catalogue> catalogue);

/** One sentence for whoever started the program; the error's own English words stand in brackets. */
[[nodiscard]] std::string sentenceOf(const Error &error, catalogue::Language said);

} // namespace trivsel::app

#pragma once

#include "app/engine/engine.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace trivsel::practice {

/** Six digits that let every made-up member of staff in; the page for codes says them. */
inline constexpr std::string_view kCode = "123456";

struct PracticeConfig
{
    std::filesystem::path folder; // empty, of its owner alone
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    Random random;
    engine::Clock clock;
    std::string appVersion;
    engine::SignInConfig signIn; // as on the real tablet: what is practised asks for codes, too
};

/**
 * A shared tablet in a made-up home of its own: one resident, two of the staff, nothing answered yet. All its
 * keys are drawn here and live in memory only, also the one that wraps the files: without this process they
 * are noise. Its office does not exist, and nothing is ever handed in. Errors of Engine::enrol and
 * Engine::open.
 */
[[nodiscard]] Result<std::unique_ptr<engine::Engine>> openPractice(const PracticeConfig &config);

} // namespace trivsel::practice

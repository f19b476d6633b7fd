#pragma once

#include "app/demo/tablet.h"

#include <functional>

namespace trivsel::demo {

struct DemoOptions
{
    std::vector<std::filesystem::path> tablets; // one or two; each holds data/ and key
    std::filesystem::path catalogue;
    std::uint64_t seed = 1;
    Window window;
    Random random; // ids and nonces: the system's in the program
    std::function<void(std::size_t done, std::size_t of)> progress; // may be empty
};

struct DemoResult
{
    std::size_t tablets = 0;
    std::size_t residents = 0;
    std::size_t staff = 0;
    Counts counts;
};

/** Why it can't be done, as one sentence in English for the person who started the program. */
struct Refusal
{
    std::string sentence;
};

/**
 * Fills a demo home that has people and nothing else: the same seed, people and window give the same content.
 * Refuses a home that is not marked as demo, and one where anything was answered or written.
 */
[[nodiscard]] tl::expected<DemoResult, Refusal> fillHome(const DemoOptions &options);

} // namespace trivsel::demo

#pragma once

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/scratch_dir.h"
#include "tests/support/must.h"
#include "tests/support/session_halves.h"

#include <array>
#include <memory>
#include <string>

namespace trivsel::fuzz {

/** Several recorded sessions, each with one half to be told anything; on disk in memory while the fuzzer
 * runs. */
template <class Half> class RecordedHomes
{
public:
    /** Which recordings: one of each kind of run. The inputs' first byte chooses. */
    static constexpr std::size_t kHomes = 8;

    RecordedHomes()
    {
        getReady();
        for (std::size_t k = 0; k < kHomes; ++k) {
            m_recorded[k] =
                test::recordSession(m_dir.path() / std::to_string(k), static_cast<std::uint32_t>(k));
            m_halves[k] = std::make_unique<Half>(m_recorded[k]);
        }
    }
    ~RecordedHomes()
    {
        for (auto &half : m_halves) {
            half.reset();
        }
    }
    RecordedHomes(const RecordedHomes &) = delete;
    RecordedHomes &operator=(const RecordedHomes &) = delete;

    void tell(std::string_view bytes)
    {
        Input input(bytes);
        Half &half = *m_halves[input.number() % kHomes];
        const std::size_t piece = std::size_t{1} + input.number() * std::size_t{64};
        const std::string wrong = half.tell(input.rest(), piece);
        mustHold(wrong.empty(), wrong.c_str());
    }

private:
    ScratchDir m_dir;
    std::array<test::RecordedSession, kHomes> m_recorded;
    std::array<std::unique_ptr<Half>, kHomes> m_halves;
};

} // namespace trivsel::fuzz

#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/** What libFuzzer calls, and replay.cpp. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace trivsel::fuzz {

[[nodiscard]] inline std::string_view viewOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/** Ends the run, as a crash would: the input is kept. */
inline void mustHold(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "fuzz: does not hold: %s\n", what);
        std::abort();
    }
}

/** Takes bytes and numbers off the front of an input; zeros and nothing when it is used up. */
class Input
{
public:
    explicit Input(std::string_view bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    std::uint8_t number()
    {
        const std::string_view one = take(1);
        return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
    }
    std::string_view take(std::size_t size)
    {
        const std::string_view out = m_bytes.substr(0, size);
        m_bytes.remove_prefix(out.size());
        return out;
    }
    /** Up to 65,535 bytes after their length, low byte first. */
    std::string_view sized()
    {
        const std::size_t low = number();
        return take(low | static_cast<std::size_t>(number()) << 8U);
    }
    std::string_view rest() { return take(m_bytes.size()); }

private:
    std::string_view m_bytes;
};

} // namespace trivsel::fuzz

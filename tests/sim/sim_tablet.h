#pragma once

#include "tests/sim/dice.h"
#include "tests/sim/home.h"

namespace trivsel::sim {

/** A tablet of the home: the real engine over its disk, with a clock of its own. */
class SimTablet
{
public:
    SimTablet(Home &home, const Seat &seat, std::filesystem::path dir, std::function<std::int64_t()> now)
        : m_home(home), m_seat(seat), m_dir(std::move(dir)), m_now(std::move(now))
    {
    }

    /** Before each start of a program here: the reserve lies aside, as Home::reserve() says. */
    void keepReserve() const;
    [[nodiscard]] engine::EngineConfig config(Random random) const;
    /** `sharedIncarnation`: the copy of a running program goes on under that one. */
    [[nodiscard]] Status start(Dice &dice, std::optional<Incarnation> sharedIncarnation = std::nullopt);
    void stop() { m_engine.reset(); }
    [[nodiscard]] bool running() const { return m_engine != nullptr; }
    [[nodiscard]] engine::Engine &operator*() { return *m_engine; }
    [[nodiscard]] engine::Engine *operator->() { return m_engine.get(); }

    [[nodiscard]] const Seat &seat() const { return m_seat; }
    [[nodiscard]] const TabletFile &file() const { return m_seat.file; }
    [[nodiscard]] const std::filesystem::path &dir() const { return m_dir; }
    [[nodiscard]] std::int64_t clockMs() const { return m_now() + clockOffsetMs; }
    /** The incarnation of this start; nullopt when nothing was written in it. */
    [[nodiscard]] std::optional<Incarnation> incarnation();

    std::int64_t clockOffsetMs = 0;
    bool destroyed = false;

private:
    Home &m_home;
    const Seat &m_seat;
    std::filesystem::path m_dir;
    std::function<std::int64_t()> m_now;
    std::unique_ptr<engine::Engine> m_engine;
    Incarnation m_lastBefore{};
    bool m_shares = false;
};

} // namespace trivsel::sim

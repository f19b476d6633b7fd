#include "tests/sim/sim_tablet.h"

#include "app/engine/data_dir.h"

namespace trivsel::sim {

namespace {

/** The first eight bytes that are asked for are an incarnation: nothing else of that size is drawn. */
Random drawingFirst(Incarnation incarnation, Random rest)
{
    auto given = std::make_shared<bool>(false);
    return [incarnation, rest = std::move(rest), given](std::span<std::uint8_t> out) {
        if (out.size() == sizeof incarnation && !*given) {
            *given = true;
            std::memcpy(out.data(), &incarnation, sizeof incarnation);
            return;
        }
        rest(out);
    };
}

} // namespace

engine::EngineConfig SimTablet::config(Random random) const
{
    engine::EngineConfig config;
    config.dataDir = m_dir;
    config.catalogue = m_home.catalogue;
    config.wrapKey = m_home.wrapKey;
    config.keyFromFile = true;
    config.random = std::move(random);
    config.clock = [this] { return clockMs(); };
    config.vfs = m_home.disk.name();
    config.appVersion = "sim";
    config.signIn.askForCodes = false;
    config.signIn.uptime = m_now; // what no clock on the wall can turn back
    return config;
}

void SimTablet::keepReserve() const
{
    std::error_code thereAlready;
    std::filesystem::create_hard_link(m_home.reserve(), m_dir / "reserve", thereAlready);
}

Status SimTablet::start(Dice &dice, std::optional<Incarnation> sharedIncarnation)
{
    Random random = dice.random();
    m_shares = sharedIncarnation.has_value();
    if (sharedIncarnation) {
        random = drawingFirst(*sharedIncarnation, std::move(random));
    }
    keepReserve();
    auto engine = engine::Engine::open(config(std::move(random)));
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    m_engine = std::move(*engine);
    const auto state = m_engine->syncPort().state();
    if (!state) {
        return tl::unexpected(state.error());
    }
    m_lastBefore = state->lastInc;
    return {};
}

std::optional<Incarnation> SimTablet::incarnation()
{
    const auto state = m_engine->syncPort().state();
    const bool wrote = state && (m_shares || state->lastInc != m_lastBefore);
    return wrote ? std::optional(state->lastInc) : std::nullopt;
}

} // namespace trivsel::sim

#pragma once

#include "app/demo/demo_home.h"
#include "tests/app/engine/test_home.h"

#include <QTemporaryDir>

namespace trivsel::test {

/** A folder as the program gets it: data/ of a tablet that has met its home, and its key. */
class DemoPlace
{
public:
    DemoPlace(TestHome &home, std::uint64_t seed, TabletKind kind = TabletKind::Shared);

    [[nodiscard]] std::filesystem::path dir() const { return m_dir.path().toStdString(); }
    /** Closed until it is opened: the program wants the data for itself. */
    [[nodiscard]] engine::Engine &opened();
    void close();
    [[nodiscard]] std::int64_t nowMs() const { return m_tablet.nowMs; }

private:
    QTemporaryDir m_dir;
    EngineTablet m_tablet;
    bool m_open = false;
};

/** The five of ./dev run, with three staff. */
struct FivePeople
{
    /** Another seed, other ids. */
    explicit FivePeople(std::uint64_t seed = 1);
    TestHome home;
    std::vector<Who> staff;
    std::vector<Who> residents; // Sofie, Karim, Birthe, Jens, and one without a name
};

/** `days` that end when the places' clock stands. */
[[nodiscard]] demo::DemoOptions optionsFor(const std::vector<DemoPlace *> &places, int days,
                                           std::uint64_t seed = 1);

} // namespace trivsel::test

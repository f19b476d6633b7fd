#include "tests/app/demo/demo_place.h"

#include "proto/journal/files.h"
#include "tests/support/changes.h"

#include <QDir>
#include <QFileInfo>

namespace trivsel::test {

namespace {

/** In memory where there is such a place: thousands of commits, and none of these tests is about the disk. */
QString placeForData()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) +
           QStringLiteral("/trivsel-demo-XXXXXX");
}

} // namespace

DemoPlace::DemoPlace(TestHome &home, std::uint64_t seed, TabletKind kind)
    : m_dir(placeForData()), m_tablet(home, dir() / "data", "Tablet " + std::to_string(seed), seed, kind)
{
    const auto key = m_tablet.config().wrapKey;
    const Status kept =
        journal::writeFileAtomically(dir() / "key", "trivsel-wrap-key-1 " + toHex(key.view()) + "\n", 0400);
    TRIVSEL_ASSERT(kept.has_value());
    home.introduce(*m_tablet);
    home.give(*m_tablet);
    m_tablet.close();
}

engine::Engine &DemoPlace::opened()
{
    if (!m_open) {
        m_tablet.reopen();
        m_open = true;
    }
    return *m_tablet;
}

void DemoPlace::close()
{
    m_tablet.close();
    m_open = false;
}

FivePeople::FivePeople(std::uint64_t seed) : home(TestHome::empty(seed))
{
    for (const char *name : {"Mette", "Ali", "Lone"}) {
        staff.push_back(home.addStaff(name));
    }
    for (const char *name : {"Sofie", "Karim", "Birthe", "Jens", ""}) {
        residents.push_back(home.addResident(name, {staff[0]}, staff));
    }
}

demo::DemoOptions optionsFor(const std::vector<DemoPlace *> &places, int days, std::uint64_t seed)
{
    demo::DemoOptions options;
    for (const DemoPlace *place : places) {
        options.tablets.push_back(place->dir());
    }
    options.catalogue = TRIVSEL_SOURCE_DIR "/assets/catalogue";
    options.seed = seed;
    options.window.untilMs = places.front()->nowMs();
    options.window.fromMs = options.window.untilMs - days * demo::kDayMs;
    options.random = seededRandom(seed + 77);
    return options;
}

} // namespace trivsel::test

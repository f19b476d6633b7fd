// A resident is erased: the order, and that nothing of them is left.
#include "proto/journal/journal.h"
#include "tests/sim/world.h"
#include "tests/support/must.h"

#include <algorithm>

namespace trivsel::sim {

namespace {

constexpr std::size_t kEnoughToKnow = 32; // bytes of what is random

/** What of these stands anywhere in the files. */
std::size_t countIn(const MemoryDisk::Image &files, const std::vector<std::string> &bytes)
{
    std::size_t found = 0;
    for (const auto &[name, content] : files) {
        found += static_cast<std::size_t>(
            std::count_if(bytes.begin(), bytes.end(), [&content = content](const std::string &one) {
                return content.find(std::string_view(one).substr(0, kEnoughToKnow)) != std::string::npos;
            }));
    }
    return found;
}

} // namespace

void World::eraseResident()
{
    if (m_erased) {
        return;
    }
    for (const Place &place : m_places) {
        if (place.tablet->running() && m_dice.chance(60)) {
            place.people->neighbour(m_dice);
            settleDisk();
        }
    }
    if (m_dice.chance(50)) {
        syncTogether();
    }
    if (m_dice.chance(40)) { // what does not know of it
        backUp();
        m_troubles.insert(m_troubles.end(), {18, 18});
    }
    std::vector<std::string> sealed;
    for (const Place &place : m_places) {
        if (place.tablet->running() && !place.people->inDoubt()) {
            journal::OpenOptions options;
            options.vfs = m_home.disk.name();
            auto journal = journal::Journal::open(place.tablet->dir() / "tablet.db", options);
            const Status read = journal ? journal->readStream(m_home.karlsTeam, 0,
                                                              [&](journal::StoredChange &&stored) {
                                                                  sealed.push_back(stored.change.ct);
                                                                  return true;
                                                              })
                                        : Status(tl::unexpected(journal.error()));
            settleDisk();
            if (!read) {
                return; // its disk has failed just now
            }
        }
    }
    const Status done = m_desk.erase(m_dice, m_erased);
    if (m_erased) {
        m_erasedElsewhere = std::move(sealed);
        m_erasedSinceBackup = m_backups > 0;
        m_seen.counters.add(Fault::ResidentErased);
    }
    settleOffice("erases a resident", done);
}

void World::checkErased()
{
    if (!m_erased) {
        return;
    }
    for (const StreamId &stream : m_erased->streams) {
        const bool empty = test::must(m_server.store().journal().isErased(stream));
        if (!empty || m_server.store().keys().newest(stream) != 0 || !m_server.store().isErased(stream)) {
            failed(std::string("the server still has something of the erased ") + nameOf(stream.kind));
        }
    }
    std::vector<std::string> bytes = m_erased->evidence.ciphertexts;
    bytes.insert(bytes.end(), m_erased->evidence.keys.begin(), m_erased->evidence.keys.end());
    bytes.insert(bytes.end(), m_erasedElsewhere.begin(), m_erasedElsewhere.end());
    std::erase(bytes, std::string());
    if (const std::size_t found = countIn(m_home.disk.image(m_server.dir()), bytes); found > 0) {
        failed("the server's files hold " + std::to_string(found) + " pieces of what was erased");
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        SimTablet &tablet = *m_places[at].tablet;
        if (tablet.destroyed) {
            continue;
        }
        if (const std::size_t found = countIn(m_home.disk.image(tablet.dir()), bytes); found > 0) {
            failed("the files of tablet " + std::to_string(at) + " hold " + std::to_string(found) +
                   " pieces of what was erased");
        }
        for (const Neighbour &one : m_story.neighbours) {
            if (tablet->draft(one.id)) {
                failed("a sheet of the erased resident lies on tablet " + std::to_string(at));
            }
        }
    }
}

} // namespace trivsel::sim

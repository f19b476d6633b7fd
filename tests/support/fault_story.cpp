#include "tests/support/fault_story.h"

#include "tests/support/failing_malloc.h"
#include "tests/support/must.h"

#include <algorithm>
#include <memory>
#include <random>
#include <sqlite3.h>

namespace trivsel::test {

namespace {

using Call = MemoryDisk::Call;

int codeOf(Call call)
{
    switch (call) {
    case Call::Open:
        return SQLITE_CANTOPEN;
    case Call::Read:
        return SQLITE_IOERR_READ;
    case Call::Write:
        return SQLITE_IOERR_WRITE;
    case Call::Sync:
        return SQLITE_IOERR_FSYNC;
    case Call::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case Call::Delete:
        return SQLITE_IOERR_DELETE;
    case Call::Size:
        return SQLITE_IOERR_FSTAT;
    case Call::Lock:
        return SQLITE_IOERR_LOCK;
    case Call::Access:
        return SQLITE_IOERR_ACCESS;
    case Call::SharedMemory:
        return SQLITE_IOERR_SHMMAP;
    }
    return SQLITE_IOERR;
}

bool writes(Call call)
{
    return call == Call::Write || call == Call::Sync || call == Call::Truncate || call == Call::Delete;
}

MemoryDisk::Dice diceOf(int number)
{
    if (number < 2) {
        return [reached = number == 1] { return reached; };
    }
    return [random = std::make_shared<std::mt19937>(static_cast<std::uint32_t>(number))] {
        return ((*random)() & 1U) != 0;
    };
}

} // namespace

FaultRuns::FaultRuns(MemoryDisk &disk, std::filesystem::path folder, Story &story)
    : m_disk(disk), m_folder(std::move(folder)), m_story(story), m_steps(story.steps())
{
    for (std::size_t count = 0; count <= m_steps.size(); ++count) {
        m_story.begin();
        for (std::size_t at = 0; at < count; ++at) {
            must(m_steps[at]());
        }
        m_disk.kill(m_folder);
        m_story.drop();
        m_after.push_back(m_story.describe());
    }
}

FaultRuns::Told FaultRuns::tell(AfterError afterError, std::size_t from)
{
    Told told;
    told.done = from;
    for (; told.done < m_steps.size(); ++told.done) {
        if (m_steps[told.done]()) {
            continue;
        }
        const bool stops = afterError == AfterError::MustStop && m_story.stopsWith(told.done);
        if (stops) {
            told.trouble = whoGoesOn(told.done);
        }
        if (stops || !m_steps[told.done]()) {
            break;
        }
    }
    return told;
}

std::string FaultRuns::whoGoesOn(std::size_t failed)
{
    // Starting the program again is allowed: it reads what is there.
    for (std::size_t later = std::max<std::size_t>(failed, 1); later < m_steps.size(); ++later) {
        if (m_steps[later]()) {
            return "step " + std::to_string(later) + " was reported as saved after a failed fsync in step " +
                   std::to_string(failed);
        }
    }
    return {};
}

std::string FaultRuns::look(const Told &told, const std::string &fault)
{
    ++m_runs;
    m_story.drop();
    if (!told.trouble.empty()) {
        return fault + ": " + told.trouble;
    }
    const std::string found = m_story.describe();
    const bool next = told.done < m_steps.size() && found == m_after[told.done + 1];
    if (found == m_after[told.done] || next) {
        return {};
    }
    return fault + ": after " + std::to_string(told.done) + " saved steps\n--- found\n" + found +
           "--- expected\n" + m_after[told.done];
}

std::string FaultRuns::everyCallOf(const std::function<bool(Call)> &picks, bool forEver,
                                   AfterError afterError, bool cut)
{
    for (std::uint64_t i = 1;; ++i) {
        m_story.begin();
        std::uint64_t seen = 0;
        m_disk.setFault([&](Call call, const std::string &) -> std::optional<int> {
            seen += picks(call) ? 1 : 0;
            const bool now = picks(call) && (seen == i || (forEver && seen > i));
            return now ? std::optional(codeOf(call)) : std::nullopt;
        });
        const Told told = tell(afterError);
        m_disk.setFault({});
        if (cut) {
            m_disk.cutPower(m_folder, diceOf(0));
        } else {
            m_disk.kill(m_folder);
        }
        const std::string wrong = look(told, "call " + std::to_string(i));
        if (seen < i || !wrong.empty()) {
            return wrong;
        }
    }
}

std::string FaultRuns::everyCall(bool forEver)
{
    return everyCallOf([](Call) { return true; }, forEver, AfterError::TryAgain, false);
}

std::string FaultRuns::everySync()
{
    return everyCallOf([](Call call) { return call == Call::Sync; }, false, AfterError::MustStop, true);
}

std::string FaultRuns::everyMalloc(bool forEver)
{
    for (std::uint64_t i = 1;; ++i) {
        m_story.begin();
        FailingMalloc::arm(i, forEver);
        const Told told = tell(AfterError::TryAgain);
        FailingMalloc::disarm();
        const bool hit = FailingMalloc::hit();
        m_disk.kill(m_folder);
        const std::string wrong = look(told, "request for memory " + std::to_string(i));
        if (!hit || !wrong.empty()) {
            return wrong;
        }
    }
}

std::string FaultRuns::powerCutAtEveryWrite(int dice)
{
    for (std::uint64_t i = 1;; ++i) {
        bool met = false;
        for (int number = 0; number < dice; ++number) {
            m_story.begin();
            std::uint64_t seen = 0;
            m_disk.setFault([&](Call call, const std::string &) -> std::optional<int> {
                seen += writes(call) ? 1 : 0;
                return seen >= i ? std::optional(codeOf(call)) : std::nullopt; // the machine is off
            });
            const Told told = tell(AfterError::TryAgain);
            m_disk.setFault({});
            met = seen >= i;
            m_disk.cutPower(m_folder, diceOf(number));
            const std::string wrong =
                look(told, "power cut at write " + std::to_string(i) + ", dice " + std::to_string(number));
            if (!wrong.empty()) {
                return wrong;
            }
        }
        if (!met) {
            return {};
        }
    }
}

std::string FaultRuns::fullAtEveryWrite()
{
    for (std::uint64_t i = 1;; ++i) {
        m_story.begin();
        std::uint64_t seen = 0;
        m_disk.setFault([&](Call call, const std::string &) -> std::optional<int> {
            seen += call == Call::Write ? 1 : 0;
            return call == Call::Write && seen >= i ? std::optional(SQLITE_FULL) : std::nullopt;
        });
        Told told = tell(AfterError::TryAgain);
        m_disk.setFault({});
        told = tell(AfterError::TryAgain, told.done);
        if (told.done < m_steps.size()) {
            told.trouble = "step " + std::to_string(told.done) + " did not go on when there was room again";
        }
        m_disk.kill(m_folder);
        const std::string wrong = look(told, "full from write " + std::to_string(i));
        if (seen < i || !wrong.empty()) {
            return wrong;
        }
    }
}

} // namespace trivsel::test

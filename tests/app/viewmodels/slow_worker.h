#pragma once

#include "app/engine/sign_in_types.h"

#include <deque>
#include <utility>

namespace trivsel::test {

/** The worker that derives codes: at once, or when the test says so. */
class SlowWorker
{
public:
    using Job = std::function<std::function<void()>()>;

    [[nodiscard]] engine::Worker port()
    {
        return [this](Job job) {
            if (m_held) {
                m_jobs.push_back(std::move(job));
            } else {
                job()();
            }
        };
    }
    void hold() { m_held = true; }
    /** Everything that waits is derived, and its answers come. */
    void release()
    {
        m_held = false;
        for (const Job &job : std::exchange(m_jobs, {})) {
            job()();
        }
    }
    [[nodiscard]] std::size_t waiting() const { return m_jobs.size(); }

private:
    std::deque<Job> m_jobs;
    bool m_held = false;
};

} // namespace trivsel::test

#pragma once

#include "tests/app/engine/test_home.h"
#include "tests/support/sync_run.h"

#include <QTemporaryDir>
#include <memory>

namespace trivsel::test {

/** The text field that these tests write in: the first of the plan. */
inline const std::string kInside = "mig.indefra";

/** Two tablets of a home and the smallest honest server, each with files of its own; all streams granted to
 * both. Tests inherit from it. */
class TwoTablets
{
protected:
    /** Everything anew; nobody has synced yet. */
    void makeAnew();
    void grantAll(const EngineTablet &tablet);
    Run run(engine::Engine &tablet, const RunOptions &options = {});
    Run run(EngineTablet &tablet, const RunOptions &options = {}) { return run(*tablet, options); }
    /** Sofie's own words in her plan, saved. */
    void write(engine::Engine &tablet, const std::string &text, const std::string &linkId = kInside) const;
    void write(EngineTablet &tablet, const std::string &text, const std::string &linkId = kInside) const
    {
        write(*tablet, text, linkId);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
};

} // namespace trivsel::test

#pragma once

#include "sync-server/status.h"
#include "tests/sim/home.h"
#include "tests/sim/ledger.h"
#include "tests/sim/sim_tablet.h"
#include "tests/sim/story.h"

#include <functional>

namespace trivsel::sim {

/**
 * What must be true when everybody has met. Each check reads the stores itself and tells what differs as a
 * sentence. `shared`: two programs wrote under one incarnation, so an id may name two contents (both kept).
 */
struct Checks
{
    Home &home;
    server::HomeStore &server;
    const Story &story;
    const Ledger &ledger;
    bool shared = false;
    bool setBack =
        false; // the server's files were, with what lay in quarantine; its content has another id too
    std::function<void(const std::string &)> fail;
    std::function<void()> onCollision;
    std::function<void(const std::string &)> note; // for --trace
    std::vector<server::StreamState> streams;      // the server's
    /** Two of the three copies that SAFE stands for are gone, and the third was given back. */
    std::function<bool(std::size_t tablet)> pastSafety;

    /** The tablet and the server hold the same sets and the same documents. */
    void sameAs(engine::Engine &tablet, const std::string &name, const std::filesystem::path &dir,
                const domain::Device &device) const;
    /** Nothing lies on it that it may not hold, and no key that was made after it lost its right. `drafts`:
     * sheets that were begun there keep their key. */
    void holdsNoMore(SimTablet &tablet, const std::string &name, const domain::Device &device,
                     bool drafts) const;
    /** What the other resident answered is there, or all of it is gone. */
    void neighbours(bool erased) const;
    /** Nothing was put aside without a reason. */
    void quarantine() const;
    /** What was told to be durable on this server, or safe anywhere, is here. */
    void promises(unsigned generation) const;
    /** What people wrote in the plan: nothing lost, and shown as the rules of the house say. */
    void plan() const;
    void answers() const;
    void items() const;
    void foreign() const;

private:
    void explain(const StreamId &stream, const std::string &name, const std::filesystem::path &dir) const;
    void noteKeys(const StreamId &stream, const std::filesystem::path &dir) const;
    void field(const std::string &field) const;
    void noteHistory(const std::string &field) const;
    void answer(const Answer &answer, bool once) const;
    [[nodiscard]] const merge::Fold &fold(const StreamId &stream) const;
};

} // namespace trivsel::sim

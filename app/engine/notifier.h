#pragma once

#include "app/engine/engine.h"
#include "app/engine/home_view.h"

namespace trivsel::engine {

/** After each COMMIT: the home is read anew where it changed, then the screens are told. Last of the
 * listeners. */
class Notifier final : public CommitListener
{
public:
    using Follower = std::function<void(const std::set<StreamId> &)>;

    Notifier(StreamFolds &folds, HomeView &home) : m_folds(folds), m_home(home) {}
    void setObserver(Observer observer) { m_observer = std::move(observer); }
    /** For parts that keep something made from streams. */
    void addFollower(Follower follower) { m_followers.push_back(std::move(follower)); }

    /** The write that comes is about drafts. */
    void expectDrafts() { m_drafts = true; }
    /** What the calm line says has changed; told at once. */
    void tellSync();

    void committed() override;
    void rolledBack() override { m_drafts = false; }

private:
    StreamFolds &m_folds;
    HomeView &m_home;
    Observer m_observer;
    std::vector<Follower> m_followers;
    std::set<StreamId> m_touched; // not yet followed, because reading failed
    bool m_drafts = false;
};

} // namespace trivsel::engine

#include "app/engine/notifier.h"

#include <algorithm>

namespace trivsel::engine {

void Notifier::tellSync()
{
    if (m_observer) {
        Changed changed;
        changed.sync = true;
        m_observer(changed);
    }
}

void Notifier::committed()
{
    m_touched.merge(m_folds.takeTouched());
    Changed changed;
    changed.drafts = std::exchange(m_drafts, false);
    changed.sync = !m_touched.empty();
    if (!m_home.follow(m_touched)) {
        return; // reading failed after the write was done: tried again with the next
    }
    for (const Follower &follower : m_followers) {
        follower(m_touched);
    }
    for (const StreamId &stream : std::exchange(m_touched, {})) {
        changed.home = changed.home || stream.kind == StreamKind::Home || stream.kind == StreamKind::Profile;
        const auto owner = m_home.ownerOf(stream);
        if (owner && std::find(changed.residents.begin(), changed.residents.end(), *owner) ==
                         changed.residents.end()) {
            changed.residents.push_back(*owner);
        }
    }
    if (m_observer && (changed.home || changed.sync || changed.drafts)) {
        m_observer(changed);
    }
}

} // namespace trivsel::engine

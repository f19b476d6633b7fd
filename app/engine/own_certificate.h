#pragma once

#include "app/engine/tablet_store.h"
#include "sync_state.pb.h"

#include <string>

namespace trivsel::engine {

/**
 * The certificate that this tablet shows to its server. The one it was paired with holds until the server
 * gives it another, at a sync; that one is on trial, with the old one beside it, until a server has answered
 * under it. So no power cut and no bad certificate leaves the tablet without one that holds. The key stays
 * the same. Core thread.
 */
class OwnCertificate final : public CommitListener
{
public:
    static constexpr std::size_t kBytesMax = 8192; // ours have about 700

    /** `paired`: PEM, from the tablet file. */
    OwnCertificate(TabletStore &store, std::string paired) : m_store(store), m_paired(std::move(paired)) {}
    [[nodiscard]] Status load();

    /** PEM: what the next connection is to show. */
    [[nodiscard]] const std::string &toShow() const;
    /** What toShow() gives was never accepted so far; the older one is still here. */
    [[nodiscard]] bool isOnTrial() const { return !m_state.on_trial().empty(); }
    /** The server has answered under toShow(). `next` = PEM of another one; empty: none. On a full disk
     * nothing changes: the server will offer it again. */
    [[nodiscard]] Status accepted(const std::string &next);
    /** The one on trial can't be used: the older one is shown again. */
    [[nodiscard]] Status refused();

    void committed() override { m_state = m_next; }
    void rolledBack() override { m_next = m_state; }

private:
    [[nodiscard]] Status keep(local::v1::CertificateState next);

    TabletStore &m_store;
    std::string m_paired;
    local::v1::CertificateState m_state;
    local::v1::CertificateState m_next;
};

} // namespace trivsel::engine

#include "app/engine/own_certificate.h"

namespace trivsel::engine {

namespace {

constexpr std::string_view kStateKey = "engine.certificate";
constexpr std::string_view kPemBegin = "-----BEGIN CERTIFICATE-----\n";

/** Whether it is a good one shows when it is used. */
bool looksLikeOne(const std::string &pem)
{
    return pem.size() <= OwnCertificate::kBytesMax && pem.starts_with(kPemBegin);
}

} // namespace

Status OwnCertificate::load()
{
    const auto stored = m_store.journal().meta(kStateKey);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (*stored && !m_state.ParseFromString(**stored)) {
        m_state.Clear(); // the one from the pairing is still here, and the server renews it
    }
    m_next = m_state;
    m_store.addListener(this);
    return {};
}

const std::string &OwnCertificate::toShow() const
{
    if (!m_state.on_trial().empty()) {
        return m_state.on_trial();
    }
    return m_state.in_use().empty() ? m_paired : m_state.in_use();
}

Status OwnCertificate::accepted(const std::string &next)
{
    local::v1::CertificateState state = m_state;
    if (!state.on_trial().empty()) {
        state.set_in_use(state.on_trial());
        state.clear_on_trial();
    }
    if (looksLikeOne(next) && next != toShow()) {
        state.set_on_trial(next);
    }
    return keep(std::move(state));
}

Status OwnCertificate::refused()
{
    local::v1::CertificateState state = m_state;
    state.clear_on_trial();
    return keep(std::move(state));
}

Status OwnCertificate::keep(local::v1::CertificateState next)
{
    std::string bytes = next.SerializeAsString();
    if (bytes == m_state.SerializeAsString()) {
        return {};
    }
    const Status kept = m_store.write([&]() -> Status {
        m_next = next;
        return m_store.journal().setMeta(kStateKey, bytes);
    });
    // Nobody's words wait for a certificate: the old one goes on until there is room.
    return !kept && kept.error().code() == Errc::StoreFull ? Status() : kept;
}

} // namespace trivsel::engine

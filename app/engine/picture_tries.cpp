#include "app/engine/picture_tries.h"

namespace trivsel::engine {
namespace {

constexpr std::string_view kMeta = "engine.pictures";
constexpr std::string_view kContext = "trivsel.pictures.1";
constexpr std::size_t kLockoutBytes = 5; // domain::Lockout::save()
constexpr std::size_t kRowBytes = PersonId::size + kLockoutBytes;

} // namespace

Status PictureTries::load()
{
    const auto damaged = [] { return fail(Errc::StoreCorrupt, "what is kept about pictures is damaged"); };
    const auto stored = m_store.journal().meta(kMeta);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    m_kept.clear();
    if (*stored) {
        const auto plain = seal::unwrap(m_ports.wrapKey, kContext, **stored);
        if (!plain || plain->size() % kRowBytes != 0) {
            return damaged();
        }
        for (std::string_view rest = *plain; !rest.empty(); rest.remove_prefix(kRowBytes)) {
            const auto lockout =
                domain::Lockout::load(rest.substr(PersonId::size, kLockoutBytes), m_ports.uptime());
            if (!lockout) {
                return damaged();
            }
            m_kept[*PersonId::from(rest.substr(0, PersonId::size))] = *lockout;
        }
    }
    m_next = m_kept;
    return {};
}

Status PictureTries::keep()
{
    std::string plain;
    for (const auto &[resident, lockout] : m_next) {
        if (lockout.wrongTries() > 0) {
            plain += resident.str() + lockout.save();
        }
    }
    return m_store.journal().setMeta(kMeta, seal::wrap(m_ports.wrapKey, kContext, plain, m_ports.random));
}

std::int64_t PictureTries::waitMs(const PersonId &resident) const
{
    const auto known = m_kept.find(resident);
    return known == m_kept.end() ? 0 : known->second.waitMs(m_ports.uptime());
}

std::uint32_t PictureTries::wrong(const PersonId &resident) const
{
    const auto known = m_kept.find(resident);
    return known == m_kept.end() ? 0 : known->second.wrongTries();
}

Status PictureTries::begin(const PersonId &resident)
{
    m_next = m_kept; // a write may be tried twice
    return m_next[resident].beginTry(m_ports.uptime()) ? keep() : fail(Errc::NotAllowed, "it must wait");
}

Status PictureTries::succeed(const PersonId &resident)
{
    m_next = m_kept;
    m_next[resident].succeed();
    return keep();
}

Status PictureTries::takeBack(const PersonId &resident)
{
    m_next = m_kept;
    m_next[resident].takeBack();
    return keep();
}

} // namespace trivsel::engine

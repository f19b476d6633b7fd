#pragma once

#include "sync-server/office.h"
#include "sync-server/open_home.h"

#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace trivsel::testing {

/** A tablet as the tests play it: its secrets, and the changes it writes. */
struct Tablet
{
    domain::Device device;
    seal::SignSecret sign;
    seal::BoxSecret box;
};

/** A home on disk, opened in this process, with the office's pen at hand. */
class BuiltHome
{
public:
    /** `vfs` for its databases; empty = the system's. */
    explicit BuiltHome(std::string vfs = {});
    [[nodiscard]] server::HomeStore &store() { return *m_store; }
    [[nodiscard]] const server::HomePaths &paths() const { return m_paths; }
    [[nodiscard]] const seal::RecoverySeed &seed() const { return m_seed; }
    [[nodiscard]] const Random &random() const { return m_random; }

    Tablet addTablet(const std::string &name, domain::DeviceKind kind, bool blocked = false,
                     const std::optional<PersonId> &owner = std::nullopt);
    PersonId addStaff(const std::string &name, domain::Role role = domain::Role::ROLE_STAFF);
    /** As the office: whom the resident lets read. */
    void setReaders(const PersonId &resident, const std::vector<PersonId> &chosen,
                    const std::vector<PersonId> &team);
    /** As the office. */
    void change(const Tablet &tablet, const std::function<void(domain::Device &)> &how);
    void change(const PersonId &person, const std::function<void(domain::Person &)> &how);
    /** A resident with profile, chosen, team and safety streams. */
    PersonId addResident(const std::string &name);
    StreamId streamOf(const PersonId &person, StreamKind kind);

    /** `count` sealed changes of one incarnation, one text op each, counters from `first`. `lamport` 0 = as
     * the counter. */
    std::vector<seal::SealedChange> write(const StreamId &stream, Incarnation inc, std::uint64_t first,
                                          std::size_t count, std::size_t textBytes = 10,
                                          std::uint64_t lamport = 0);
    /** As a session would hand it to the hub: accepted, with a proof over all. `prev` = chain head before the
     * first. */
    session::StorePush push(const Tablet &tablet, const StreamId &stream,
                            std::vector<seal::SealedChange> changes, std::uint64_t id = 1,
                            const Hash256 &prev = {});
    /** Straight into the journal. */
    void append(const std::vector<seal::SealedChange> &changes);
    /** Nobody holds the files any more. */
    void close() { m_store.reset(); }

private:
    void asOffice(const std::function<void(server::Office &)> &work);
    QTemporaryDir m_dir;
    Random m_random;
    seal::RecoverySeed m_seed;
    server::HomePaths m_paths;
    std::unique_ptr<server::HomeStore> m_store;
};

} // namespace trivsel::testing

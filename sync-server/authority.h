#pragma once

#include "proto/domain/code_wish.h"
#include "proto/domain/home_model.h"
#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"
#include "sync-server/server_keys.h"

#include <set>

namespace trivsel::server {

/**
 * What the server goes by: devices, people and streams as the office wrote them. Tablets write in `home` too
 * (definitions), so only changes of the server's own incarnations count here: no tablet can grant itself a
 * stream. One thread.
 */
class Authority
{
public:
    Authority(journal::Journal &journal, const journal::KeyDb &keys, const ServerKeys &server)
        : m_journal(journal), m_keys(keys), m_server(server)
    {
    }

    /** Makes the table of own incarnations where it is missing. Inside a transaction of the caller. */
    [[nodiscard]] Status prepare();
    /** Remembers an incarnation of the server. Inside a transaction of the caller. */
    [[nodiscard]] Status addOwn(Incarnation inc);
    [[nodiscard]] bool isOwn(Incarnation inc) const { return m_own.contains(inc); }
    [[nodiscard]] const std::set<Incarnation> &own() const { return m_own; }

    /** Reads what was committed since, here or by another process. */
    [[nodiscard]] Status refresh();
    /** What was read was rolled back: everything is read anew at the next refresh(). */
    void forget();
    [[nodiscard]] const domain::HomeModel &model() const { return m_model; }
    /** Of a wish for a code of one's own; nullopt: none yet. */
    [[nodiscard]] std::optional<domain::CodeAnswer> codeAnswer(const EntityId &wish) const
    {
        return domain::readCodeAnswer(wish, m_fold);
    }

private:
    [[nodiscard]] Status readOwn();

    journal::Journal &m_journal;
    const journal::KeyDb &m_keys;
    const ServerKeys &m_server;
    std::set<Incarnation> m_own;
    merge::Fold m_fold;
    std::uint64_t m_seq = 0;
    domain::HomeModel m_model;
};

} // namespace trivsel::server

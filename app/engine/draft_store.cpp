#include "app/engine/draft_store.h"

namespace trivsel::engine {

namespace {

/** Authenticated with the draft, so that a row can't be put in another's place. */
std::string contextOf(const DraftId &id, const StreamId &stream, std::uint32_t version)
{
    return "trivsel.draft.1" + stream.str() + id.str() + std::to_string(version);
}

} // namespace

bool Draft::belongsTo(const PersonId &subject, const Who &who, const std::string &url) const
{
    return content.subject() == subject.str() && content.person() == who.person.str() && content.url() == url;
}

std::optional<seal::WrapKey> DraftStore::keyFor(const StreamId &stream, std::uint32_t version) const
{
    if (stream.kind == StreamKind::Group) {
        return m_wrapKey;
    }
    const auto key = m_keys.key(stream, version);
    return key ? std::optional(seal::WrapKey{key->data}) : std::nullopt;
}

Result<Draft> DraftStore::read(journal::Statement &row)
{
    const auto id = DraftId::from(row.blob(0));
    const auto stream = StreamId::from(row.blob(1));
    const auto version = static_cast<std::uint32_t>(row.integer(2));
    if (!id || !stream) {
        return fail(Errc::StoreCorrupt, "a draft's row is damaged");
    }
    const auto key = keyFor(*stream, version);
    if (!key) {
        return fail(Errc::KeyMissing, "no key for a draft");
    }
    const auto plain = seal::unwrap(*key, contextOf(*id, *stream, version), row.blob(3));
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    Draft draft{*id, *stream, {}};
    if (!draft.content.ParseFromString(*plain)) {
        return fail(Errc::Malformed, "a draft can't be read");
    }
    return draft;
}

Result<Draft> DraftStore::find(const DraftId &id)
{
    auto row = m_store.database().prepare("SELECT id, stream, key, sealed FROM draft WHERE id = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bindBlob(1, textOf(id.view()));
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (!*there) {
        return fail(Errc::NotFound, "no such draft");
    }
    return read(*row);
}

Status DraftStore::collect(journal::Statement &rows, std::vector<Draft> &into)
{
    for (;;) {
        const auto there = rows.step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return {};
        }
        if (auto draft = read(rows)) {
            into.push_back(std::move(*draft));
        }
    }
}

Result<std::vector<Draft>> DraftStore::inStreams(const std::vector<StreamId> &streams)
{
    std::vector<Draft> drafts;
    for (const StreamId &stream : streams) {
        auto rows = m_store.database().prepare(
            "SELECT id, stream, key, sealed FROM draft WHERE stream = ?1 ORDER BY rowid");
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        const std::string raw = stream.str();
        rows->bindBlob(1, raw);
        TRIVSEL_TRY(collect(*rows, drafts));
    }
    return drafts;
}

Result<std::vector<Draft>> DraftStore::sent()
{
    std::vector<Draft> drafts;
    auto rows =
        m_store.database().prepare("SELECT id, stream, key, sealed FROM draft WHERE sent = 1 ORDER BY rowid");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    TRIVSEL_TRY(collect(*rows, drafts));
    return drafts;
}

Status DraftStore::put(const Draft &draft)
{
    const std::uint32_t version = draft.stream.kind == StreamKind::Group ? 0 : m_keys.forWords(draft.stream);
    const auto key = keyFor(draft.stream, version);
    if (!key) {
        return fail(Errc::KeyMissing, "no key to seal a draft with");
    }
    const std::string sealed = seal::wrap(*key, contextOf(draft.id, draft.stream, version),
                                          draft.content.SerializeAsString(), m_random);
    auto row = m_store.database().prepare(
        "INSERT INTO draft(id, stream, key, sent, sealed) VALUES(?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT(id) DO UPDATE SET stream = ?2, key = ?3, sent = ?4, sealed = ?5");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string stream = draft.stream.str();
    row->bindBlob(1, textOf(draft.id.view())).bindBlob(2, stream).bind(3, version);
    row->bind(4, draft.content.sheet().sent() || draft.content.has_widen() ? 1 : 0).bindBlob(5, sealed);
    return row->run();
}

Result<bool> DraftStore::waitsIn(const StreamId &stream)
{
    auto row = m_store.database().prepare("SELECT 1 FROM draft WHERE stream = ?1 LIMIT 1");
    return row ? row->bindBlob(1, stream.str()).step() : tl::unexpected(row.error());
}

Status DraftStore::dropOf(const StreamId &stream)
{
    auto rows = m_store.database().prepare("DELETE FROM draft WHERE stream = ?1");
    return rows ? rows->bindBlob(1, stream.str()).run() : Status(tl::unexpected(rows.error()));
}

Status DraftStore::remove(const DraftId &id)
{
    auto row = m_store.database().prepare("DELETE FROM draft WHERE id = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, textOf(id.view())).run();
}

} // namespace trivsel::engine

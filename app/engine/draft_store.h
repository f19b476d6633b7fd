#pragma once

#include "app/engine/snapshots.h"
#include "app/engine/stream_keys.h"
#include "draft.pb.h"

#include <map>

namespace trivsel::engine {

struct Draft
{
    DraftId id;
    StreamId stream; // whose key seals it; kind Group = the tablet's own key
    local::v1::Draft content;

    [[nodiscard]] bool isSheet() const { return content.has_sheet(); }
    [[nodiscard]] bool belongsTo(const PersonId &subject, const Who &who, const std::string &url) const;
};

/** The table `draft`: one sealed row per sheet and per plan field. Writing calls belong inside
 * TabletStore::write. */
class DraftStore
{
public:
    DraftStore(TabletStore &store, const StreamKeys &keys, const seal::WrapKey &wrapKey, const Random &random)
        : m_store(store), m_keys(keys), m_wrapKey(wrapKey), m_random(random)
    {
    }

    /** NotFound; KeyMissing or SealBroken when it can't be read here. */
    [[nodiscard]] Result<Draft> find(const DraftId &id);
    /** Drafts sealed for one of these streams. One that can't be read stays where it is and is left out. */
    [[nodiscard]] Result<std::vector<Draft>> inStreams(const std::vector<StreamId> &streams);
    /** Something that is not finished lies there, whether it can be read or not. */
    [[nodiscard]] Result<bool> waitsIn(const StreamId &stream);
    /** What becomes a change by itself: sheets whose Gem was pressed, and answers for more readers. */
    [[nodiscard]] Result<std::vector<Draft>> sent();

    [[nodiscard]] Status put(const Draft &draft);
    [[nodiscard]] Status remove(const DraftId &id);
    /** The stream is erased: every draft that its key sealed. */
    [[nodiscard]] Status dropOf(const StreamId &stream);

private:
    [[nodiscard]] std::optional<seal::WrapKey> keyFor(const StreamId &stream, std::uint32_t version) const;
    [[nodiscard]] Result<Draft> read(journal::Statement &row);
    Status collect(journal::Statement &rows, std::vector<Draft> &into);

    TabletStore &m_store;
    const StreamKeys &m_keys;
    const seal::WrapKey &m_wrapKey;
    const Random &m_random;
};

} // namespace trivsel::engine

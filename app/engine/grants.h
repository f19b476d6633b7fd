#pragma once

#include "app/engine/tablet_store.h"

namespace trivsel::engine {

/** Streams this tablet may hold, and how far each has been filled from its beginning. Writing: inside
 * TabletStore::write. */
class Grants
{
public:
    explicit Grants(TabletStore &store) : m_store(store) {}

    /** `filled`: new ones need no back-fill, since everything is still to be pulled. Streams not listed are
     * let go. */
    [[nodiscard]] Status replace(std::span<const wire::v1::StreamGrant> grants, bool filled);
    [[nodiscard]] Result<std::vector<std::pair<StreamId, std::uint64_t>>> unfilled();
    /** It needs no back-fill, and its newest key is here; also of what is not granted. */
    [[nodiscard]] Result<bool> isFilled(const StreamId &stream);
    [[nodiscard]] Result<std::vector<StreamId>> streams();
    [[nodiscard]] Status moveTo(const StreamId &stream, std::uint64_t seq, bool complete);
    /** Everything will be pulled anew. */
    [[nodiscard]] Status restart();

private:
    [[nodiscard]] Status put(const StreamId &stream, std::uint32_t key, bool filled);

    TabletStore &m_store;
};

} // namespace trivsel::engine

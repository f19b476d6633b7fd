#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** *Jeg ser det anderledes*: the resident's own words beside a line of a reply. A sealed draft with every key,
 * then one change in the stream where the line stands, so that whoever sees the line sees them. */
class OtherViews
{
public:
    explicit OtherViews(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<OtherViewDraft> open(const PersonId &resident, const Who &who, const EntityId &line);
    [[nodiscard]] Status keep(const PersonId &resident, const Who &who, const EntityId &line,
                              const std::string &text);
    [[nodiscard]] Status send(const PersonId &resident, const Who &who, const EntityId &line);

private:
    /** Of the line; NotAllowed by the access table. */
    [[nodiscard]] Result<StreamId> streamOf(const PersonId &resident, const Who &who, const EntityId &line);
    [[nodiscard]] Result<std::optional<Draft>> draftOf(const StreamId &stream, const Who &who,
                                                       const EntityId &line);

    Parts &m;
};

} // namespace trivsel::engine

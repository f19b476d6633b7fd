#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** What that resident has begun and not saved, beside words in this stream. Of several new ones beside the
 * same words the one that openOtherView gives. */
[[nodiscard]] Result<std::vector<BegunOtherView>>
begunOtherViews(Parts &parts, const merge::Fold &fold, const StreamId &stream, const PersonId &resident);

/** *Jeg ser det anderledes*: the resident's own words beside a line of a reply, or beside staff's words in a
 * plan. A sealed draft with every key, then one change in the stream where staff's words stand, so that
 * whoever sees those sees it. */
class OtherViews
{
public:
    explicit OtherViews(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<OtherViewDraft> open(const PersonId &resident, const Who &who,
                                              const StaffWords &beside);
    [[nodiscard]] Status keep(const PersonId &resident, const Who &who, const StaffWords &beside,
                              const std::string &text);
    [[nodiscard]] Status send(const PersonId &resident, const Who &who, const StaffWords &beside);
    [[nodiscard]] Status withdraw(const PersonId &resident, const Who &who, const StaffWords &beside);

private:
    /** Where staff's words stand. */
    struct Place
    {
        StreamId stream;
        EntityId to;
        std::string field; // empty: a line of a reply
    };
    /** NotAllowed by the access table. */
    [[nodiscard]] Result<Place> placeOf(const PersonId &resident, const Who &who, const StaffWords &beside);
    [[nodiscard]] Result<Place> lineOf(const PersonId &resident, const Who &who, const EntityId &line);
    [[nodiscard]] Result<Place> fieldOf(const PersonId &resident, const Who &who, const StaffWords &beside);
    /** A draft whose words were taken back elsewhere is one of a new one. */
    [[nodiscard]] Result<std::optional<Draft>> draftOf(const Place &place, const PersonId &resident,
                                                       const StaffWords &beside);
    /** What the first key remembers. */
    [[nodiscard]] Status begin(const Place &place, const StaffWords &beside, local::v1::OtherView &draft);

    Parts &m;
};

} // namespace trivsel::engine

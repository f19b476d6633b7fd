#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/home_model.h"

#include <algorithm>

namespace trivsel::domain {

using merge::Fold;

Profile readProfile(const PersonId &resident, const Fold &fold)
{
    const EntityId entity = entityOf(resident);
    Profile profile;
    profile.name = textOf(fold.view(entity, field::kProfileName));
    profile.picture = textOf(fold.view(entity, field::kProfilePicture));
    profile.tint =
        static_cast<int>(std::clamp<std::int64_t>(numOf(fold.view(entity, field::kProfileTint), 1), 1, 6));
    profile.chosen = readSet(fold, entity, field::kProfileChosen);
    profile.team = readSet(fold, entity, field::kProfileTeam);
    return profile;
}

Ops writeProfile(const PersonId &resident, const Profile &profile, const Fold &now)
{
    return RecordWriter(entityOf(resident), now)
        .text(field::kProfileName, profile.name)
        .text(field::kProfilePicture, profile.picture)
        .num(field::kProfileTint, profile.tint)
        .set(field::kProfileChosen, profile.chosen)
        .set(field::kProfileTeam, profile.team)
        .take();
}

} // namespace trivsel::domain

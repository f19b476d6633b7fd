#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** The samtaler of a resident on this tablet: being set up, or under way. */
[[nodiscard]] Result<std::vector<Draft>> talkDrafts(Parts &parts, const PersonId &resident);
/** The one that is under way here. */
[[nodiscard]] Result<std::optional<Draft>> talkUnderWay(Parts &parts, const PersonId &resident);

[[nodiscard]] domain::Conversation talkOf(const Draft &draft);
/** All but the id, and whether it has begun. */
void setTalk(local::v1::Talk &into, const domain::Conversation &talk);

} // namespace trivsel::engine

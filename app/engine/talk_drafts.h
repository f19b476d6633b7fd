#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** A samtale that was left without an end is over then, by this tablet's clock. Not the end of a day: one
 * that is held late goes on past midnight. And not a few hours: it may be taken up again after dinner. */
inline constexpr std::int64_t kTalkLastsMs = 12LL * 60 * 60 * 1000;

/** The samtaler of a resident on this tablet: being set up, under way, or left. */
[[nodiscard]] Result<std::vector<Draft>> talkDrafts(Parts &parts, const PersonId &resident);
/** It had begun, and nobody ended it in time; or the clock says now that it begins later. */
[[nodiscard]] bool wasLeft(const Draft &draft, std::int64_t nowMs);
/** The one that is under way here. */
[[nodiscard]] Result<std::optional<Draft>> talkUnderWay(Parts &parts, const PersonId &resident);

/** What is asked in this resident's samtaler: all but what they want nobody to ask about any more. */
[[nodiscard]] bool isAskedIn(Parts &parts, const PersonId &resident, const catalogue::Definition &definition);
/** Urls of what is left out of them for that. */
[[nodiscard]] std::vector<std::string> leftOutOf(Parts &parts, const PersonId &resident);
/** Something is left to ask. */
[[nodiscard]] bool asksAnything(Parts &parts, const PersonId &resident);

[[nodiscard]] domain::Conversation talkOf(const Draft &draft);
/** All but the id, and whether it has begun. */
void setTalk(local::v1::Talk &into, const domain::Conversation &talk);

} // namespace trivsel::engine

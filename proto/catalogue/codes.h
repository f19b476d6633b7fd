#pragma once

#include "proto/catalogue/definition.h"

#include <array>
#include <string_view>
#include <utility>

/** The codes of our extensions, and of FHIR's item types as far as we carry them out. */
namespace trivsel::catalogue {

inline constexpr std::array<std::pair<std::string_view, ItemType>, 6> kTypes{{{"group", ItemType::Group},
                                                                              {"display", ItemType::Display},
                                                                              {"choice", ItemType::Choice},
                                                                              {"string", ItemType::Text},
                                                                              {"text", ItemType::LongText},
                                                                              {"date", ItemType::Date}}};
inline constexpr std::array<std::pair<std::string_view, Voice>, 3> kVoices{
    {{"resident", Voice::Resident}, {"staff", Voice::Staff}, {"nobody", Voice::None}}};
inline constexpr std::array<std::pair<std::string_view, Policy>, 4> kPolicies{
    {{"keep-both", Policy::KeepBoth},
     {"merge-text", Policy::MergeText},
     {"set", Policy::Set},
     {"order", Policy::Order}}};
inline constexpr std::array<std::pair<std::string_view, AnswerStyle>, 3> kStyles{
    {{"list", AnswerStyle::List}, {"faces", AnswerStyle::Faces}, {"steps", AnswerStyle::Steps}}};
inline constexpr std::array<std::pair<std::string_view, PairKind>, 4> kPairKinds{
    {{"none", PairKind::None},
     {"same", PairKind::Same},
     {"intent-experience", PairKind::IntentExperience},
     {"own-general", PairKind::OwnGeneral}}};
inline constexpr std::array<std::pair<std::string_view, DateRole>, 4> kDateRoles{
    {{"reviewed", DateRole::Reviewed},
     {"next-review", DateRole::NextReview},
     {"valid-from", DateRole::ValidFrom},
     {"valid-until", DateRole::ValidUntil}}};
inline constexpr std::array<std::pair<std::string_view, bool>, 2> kAskedAt{
    {{"question", false}, {"review", true}}};
inline constexpr std::array<std::pair<std::string_view, Kind>, 2> kKinds{
    {{"form", Kind::Form}, {"plan", Kind::Plan}}};
inline constexpr std::array<std::pair<std::string_view, Audience>, 4> kAudiences{
    {{"resident", Audience::Resident},
     {"staff", Audience::Staff},
     {"both", Audience::Both},
     {"meeting", Audience::Meeting}}};
inline constexpr std::array<std::pair<std::string_view, Secrecy>, 6> kSecrecies{
    {{"wellbeing", Secrecy::Wellbeing},
     {"cooperation", Secrecy::Cooperation},
     {"self-evaluation", Secrecy::SelfEvaluation},
     {"plan", Secrecy::Plan},
     {"safety", Secrecy::Safety},
     {"practice", Secrecy::Practice}}};
inline constexpr std::array<std::pair<std::string_view, About>, 4> kAbouts{
    {{"nobody", About::Nobody},
     {"helper", About::Helper},
     {"resident", About::Resident},
     {"resident-or-everyone", About::ResidentOrEveryone}}};
inline constexpr std::array<std::string_view, 4> kStatuses{"draft", "active", "retired", "unknown"};

} // namespace trivsel::catalogue

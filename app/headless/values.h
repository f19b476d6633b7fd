#pragma once

#include "app/engine/snapshots.h"

#include <boost/json.hpp>
#include <optional>
#include <string>

/** JSON in, engine values out, and back. A field that is missing or of another kind is BadArgument with its
 * name. */
namespace trivsel::headless {

namespace json = boost::json;

[[nodiscard]] Result<std::string> text(const json::object &in, const char *name);
[[nodiscard]] std::string textOr(const json::object &in, const char *name, std::string otherwise);
[[nodiscard]] Result<std::int64_t> number(const json::object &in, const char *name);
[[nodiscard]] Result<PersonId> person(const json::object &in, const char *name);
/** A null id when the text is empty. */
[[nodiscard]] Result<PersonId> personOrNobody(const json::object &in, const char *name);
[[nodiscard]] Result<engine::DraftId> draft(const json::object &in);
[[nodiscard]] Result<EntityId> entity(const json::object &in, const char *name);
[[nodiscard]] Result<engine::Who> who(const json::object &in);
[[nodiscard]] Result<StreamKind> readers(const json::object &in);
[[nodiscard]] Result<wire::v1::Absent> absent(const json::object &in);
[[nodiscard]] Result<wire::v1::Resolution> resolution(const json::object &in);
[[nodiscard]] Result<std::optional<Dot>> chosen(const json::object &in);
/** "inc:ctr:hash", as they were given out. */
[[nodiscard]] Result<std::vector<merge::Head>> heads(const json::object &in);

[[nodiscard]] json::object toJson(const engine::HomeSnapshot &home);
[[nodiscard]] json::object toJson(const engine::SyncSnapshot &sync);
[[nodiscard]] json::object toJson(const engine::DraftSnapshot &draft);
[[nodiscard]] json::object toJson(const engine::ResidentSnapshot &resident);
[[nodiscard]] json::object toJson(const engine::PlanSnapshot &plan);
[[nodiscard]] json::array toJson(const std::vector<merge::Version> &versions);
[[nodiscard]] json::array toJson(const std::vector<engine::WaitingField> &waiting);

} // namespace trivsel::headless

#pragma once

#include "app/engine/draft_store.h"
#include "proto/catalogue/item.h"
#include "proto/domain/choice.h"
#include "proto/merge/register.h"

namespace trivsel::engine {

/** What stands in a field as its form opens: words, a day, a choice's code. Empty when several versions do.
 */
[[nodiscard]] std::string standingValue(const merge::RegisterView &view, bool choice);
/** What the draft says, as the op's value. */
void setValue(wire::v1::Op &op, const local::v1::Field &draft);
/** The same the other way, as a draft says it. */
[[nodiscard]] std::string valueOf(const wire::v1::Op &op);
/** An empty text, or a choice that was taken back. */
[[nodiscard]] bool saysNothing(const wire::v1::Op &op);
/** "2026-11-23", a day there is. */
[[nodiscard]] bool isDay(std::string_view text);
/** BadArgument for what can't stand in such a field: a day that is none, an answer that is not offered. */
[[nodiscard]] Status checkValue(const catalogue::Item &item, const std::string &value);

} // namespace trivsel::engine

#pragma once

#include "app/engine/draft_store.h"
#include "proto/catalogue/definition.h"

namespace trivsel::engine {

/** Pure reading and writing of one answer sheet's content. */

[[nodiscard]] Shown shownOf(const wire::v1::Answer &answer, const catalogue::Item *item);
/** `definition` may be nullptr: then codes of weighted answers are not known. */
[[nodiscard]] DraftSnapshot snapshotOf(const Draft &draft, const catalogue::Definition *definition);

/** Replaces the item's answer, or adds it. */
void setAnswer(local::v1::Sheet &sheet, wire::v1::Answer answer);
void dropAnswer(local::v1::Sheet &sheet, const std::string &linkId);
/** Nothing was answered and not "ikke i dag": nothing that would be missed. */
[[nodiscard]] bool isUntouched(const local::v1::Sheet &sheet);

[[nodiscard]] wire::v1::Answer answerFor(const catalogue::Item &item, const catalogue::Option &option,
                                         catalogue::Language language);

/** Numbers 0–10 mean the same as its faces: every answer has a weight of that scale. */
[[nodiscard]] bool takesNumbers(const catalogue::Item &item);
inline constexpr int kNumberMax = 10;

/** As the answers look when the sheet is opened, from the definition's first choice. */
[[nodiscard]] wire::v1::Way usualWay(const catalogue::Definition &definition);

/** What is saved: the answers in the definition's order; none with NOT_TODAY. */
[[nodiscard]] wire::v1::Response responseOf(const local::v1::Sheet &sheet,
                                            const catalogue::Definition *definition);

} // namespace trivsel::engine

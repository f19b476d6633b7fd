#include "app/headless/rounds.h"

#include "app/headless/values.h"

namespace trivsel::headless {
namespace {

json::array toJson(const std::vector<std::string> &words)
{
    json::array out;
    for (const std::string &word : words) {
        out.emplace_back(word);
    }
    return out;
}

json::object toJson(const domain::RoundResult::Item &item)
{
    json::array steps;
    for (const std::optional<int> &step : item.steps) {
        steps.push_back(step ? json::value(*step) : json::value());
    }
    const bool shown = item.shown != domain::RoundResult::Shown::Nothing;
    return {{"link_id", item.linkId},
            {"shown", shown},
            {"middle", json::array{item.middleLow, item.middleHigh}},
            {"close", item.close},
            {"steps", std::move(steps)}};
}

} // namespace

Result<json::object> rounds(engine::Engine &tablet, const json::object & /*in*/)
{
    const auto here = tablet.rounds();
    if (!here) {
        return tl::unexpected(here.error());
    }
    json::object out{{"too_few", toJson(here->tooFew)}, {"leaving", toJson(here->leaving)}};
    if (here->open) {
        out["round"] = toHex(here->open->id.view());
        out["url"] = here->open->url;
    }
    return out;
}

Result<json::object> beginRound(engine::Engine &tablet, const json::object &in)
{
    const auto by = who(in);
    const auto url = text(in, "url");
    if (!by || !url) {
        return tl::unexpected(by ? url.error() : by.error());
    }
    const Status begun = tablet.beginRound(*by, *url);
    return begun ? Result<json::object>(json::object()) : tl::unexpected(begun.error());
}

Result<json::object> answerRound(engine::Engine &tablet, const json::object &in)
{
    const auto round = entity(in, "round");
    const json::value *answers = in.if_contains("answers");
    if (!round || answers == nullptr || !answers->is_array()) {
        return round ? fail(Errc::BadArgument, "answers") : tl::unexpected(round.error());
    }
    domain::RoundAnswers said;
    for (const json::value &one : answers->get_array()) {
        if (!one.is_int64() || one.get_int64() < domain::kRoundNotApplicable ||
            one.get_int64() > domain::kRoundOptionsMax) {
            return fail(Errc::BadArgument, "answers");
        }
        said.push_back(static_cast<int>(one.get_int64()));
    }
    const Status done = tablet.answerRound(*round, said);
    return done ? Result<json::object>(json::object()) : tl::unexpected(done.error());
}

Result<json::object> closeRound(engine::Engine &tablet, const json::object &in)
{
    const auto by = who(in);
    const auto end = by ? tablet.closeRound(*by) : Result<engine::RoundEnd>(tl::unexpected(by.error()));
    return end ? Result<json::object>(json::object{{"leave", *end == engine::RoundEnd::Leaving}})
               : tl::unexpected(end.error());
}

Result<json::object> roundResults(engine::Engine &tablet, const json::object &in)
{
    const auto by = who(in);
    const auto results =
        by ? tablet.roundResults(*by) : Result<std::vector<domain::RoundResult>>(tl::unexpected(by.error()));
    if (!results) {
        return tl::unexpected(results.error());
    }
    json::array out;
    for (const domain::RoundResult &result : *results) {
        json::array items;
        for (const domain::RoundResult::Item &item : result.items) {
            items.push_back(toJson(item));
        }
        out.push_back(json::object{{"id", toHex(result.id.view())},
                                   {"url", result.url},
                                   {"day", result.day ? json::value(*result.day) : json::value()},
                                   {"items", std::move(items)}});
    }
    return json::object{{"rounds", std::move(out)}};
}

} // namespace trivsel::headless

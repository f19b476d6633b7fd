#include "app/headless/own.h"

#include "app/headless/values.h"

#include <future>

namespace trivsel::headless {
namespace {

using engine::Engine;
using engine::OwnAnswer;
using engine::OwnState;
using Call = void (Engine::*)(const PersonId &, const engine::Who &, const seal::OwnSecret &, engine::OwnDone);

const char *nameOf(OwnState state)
{
    switch (state) {
    case OwnState::Fetching:
        return "fetching";
    case OwnState::Unavailable:
        return "unavailable";
    case OwnState::NotSet:
        return "not-set";
    case OwnState::Set:
        return "set";
    case OwnState::Off:
        return "off";
    case OwnState::Reset:
        return "reset";
    case OwnState::NotHere:
        return "not-here";
    }
    return "";
}

const char *nameOf(OwnAnswer::Outcome outcome)
{
    using enum OwnAnswer::Outcome;
    switch (outcome) {
    case Ok:
        return "ok";
    case WrongPictures:
        return "wrong-pictures";
    case Wait:
        return "wait";
    case NotNow:
        return "not-now";
    case Busy:
        return "busy";
    case Left:
        return "left";
    case Failed:
        return "failed";
    }
    return "";
}

Result<seal::Pictures> pictures(const json::object &in)
{
    const json::value *value = in.if_contains("pictures");
    const json::array *names = value ? value->if_array() : nullptr;
    seal::Pictures out;
    if (names == nullptr || names->size() != out.size()) {
        return fail(Errc::BadArgument, "pictures");
    }
    for (std::size_t at = 0; at < out.size(); ++at) {
        const json::string *name = (*names)[at].if_string();
        if (name == nullptr) {
            return fail(Errc::BadArgument, "pictures");
        }
        out[at] = std::string(*name);
    }
    return out;
}

Call callOf(std::string_view name)
{
    return name == "own-choose"   ? &Engine::choosePictures
           : name == "own-open"   ? &Engine::openOwn
           : name == "own-change" ? &Engine::changePictures
                                  : nullptr;
}

} // namespace

json::object toJson(const engine::OwnSnapshot &own)
{
    using Answer = engine::OwnTablet::Answer;
    json::array tablets;
    for (const engine::OwnTablet &one : own.tablets) {
        tablets.push_back(json::object{{"tablet", toHex(one.id.view())},
                                       {"name", one.name},
                                       {"answer", one.answer == Answer::Unasked ? "unasked"
                                                  : one.answer == Answer::Yes   ? "yes"
                                                                                : "no"}});
    }
    return {{"state", nameOf(own.state)},
            {"open", own.open},
            {"wait_ms", own.waitMs},
            {"earlier_sealed", own.earlierSealed},
            {"other_pictures", own.otherPictures},
            {"tablets", std::move(tablets)}};
}

std::optional<Result<json::object>> tryPictures(net::Core &core, std::string_view name,
                                                const json::object &in)
{
    const Call call = callOf(name);
    if (call == nullptr) {
        return std::nullopt;
    }
    const auto resident = person(in, "resident");
    const auto actor = who(in);
    const auto three = pictures(in);
    if (!resident || !actor || !three) {
        return tl::unexpected(!resident ? resident.error() : !actor ? actor.error() : three.error());
    }
    std::promise<json::object> answer;
    const auto tell = [&answer](const OwnAnswer &got) {
        json::object out = toJson(got.own);
        out["outcome"] = nameOf(got.outcome);
        out["tried_before"] = got.triedBefore;
        if (got.problem) {
            out["problem"] = trivsel::nameOf(*got.problem);
        }
        answer.set_value(std::move(out));
    };
    core.post([&](Engine &tablet) { (tablet.*call)(*resident, *actor, *three, tell); });
    return answer.get_future().get();
}

} // namespace trivsel::headless

#include "app/headless/commands.h"

#include "app/headless/own.h"
#include "app/headless/rounds.h"
#include "app/headless/values.h"
#include "proto/domain/audit_record.h"

#include <array>

namespace trivsel::headless {
namespace {

using engine::Engine;
using Answer = Result<json::object>;

/** The value of `expression`, or the command ends with its error. */
#define READ(name, expression)                                                                               \
    const auto name##Read_ = (expression);                                                                   \
    if (!name##Read_) {                                                                                      \
        return tl::unexpected(name##Read_.error());                                                          \
    }                                                                                                        \
    const auto &name = *name##Read_

Answer done(const Status &status)
{
    return status ? Answer(json::object{}) : tl::unexpected(status.error());
}

template <class T> Answer shown(const Result<T> &value)
{
    return value ? Answer(toJson(*value)) : tl::unexpected(value.error());
}

Answer home(Engine &tablet, const json::object & /*in*/)
{
    return toJson(tablet.home());
}
Answer syncState(Engine &tablet, const json::object & /*in*/)
{
    return toJson(tablet.sync());
}

Answer questions(Engine &tablet, const json::object &in)
{
    READ(url, text(in, "url"));
    const auto definition = tablet.catalogue().byUrl(url);
    if (!definition) {
        return fail(Errc::NotFound, "definition");
    }
    json::array out;
    for (const catalogue::Item *item : definition->questions()) {
        json::array codes;
        for (const catalogue::Option &option : item->options) {
            codes.push_back(json::string(option.code));
        }
        out.push_back(json::object{{"linkId", item->linkId}, {"codes", std::move(codes)}});
    }
    return json::object{{"questions", std::move(out)}};
}

Answer resident(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(viewer, who(in));
    return shown(tablet.openResident(id, viewer));
}

Answer begin(Engine &tablet, const json::object &in)
{
    READ(subject, person(in, "subject"));
    READ(actor, who(in));
    READ(url, text(in, "url"));
    READ(about, personOrNobody(in, "about"));
    return shown(tablet.beginForm(subject, actor, url, about));
}

Answer choose(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(linkId, text(in, "linkId"));
    READ(code, text(in, "code"));
    return done(tablet.chooseAnswer(id, linkId, code));
}

Answer write(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(linkId, text(in, "linkId"));
    READ(words, text(in, "text"));
    return done(tablet.writeAnswer(id, linkId, words));
}

Answer skip(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(linkId, text(in, "linkId"));
    READ(why, absent(in));
    return done(tablet.skipAnswer(id, linkId, why));
}

Answer clear(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(linkId, text(in, "linkId"));
    return done(tablet.clearAnswer(id, linkId));
}

Answer step(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(to, number(in, "step"));
    return done(tablet.setStep(id, static_cast<int>(to)));
}

Answer setReaders(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    READ(kind, readers(in));
    return done(tablet.setReaders(id, kind));
}

/** The commands that take a draft and nothing else. */
template <Status (Engine::*call)(const engine::DraftId &)>
Answer onDraft(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    return done((tablet.*call)(id));
}

Answer showDraft(Engine &tablet, const json::object &in)
{
    READ(id, draft(in));
    return shown(tablet.draft(id));
}

Answer settle(Engine &tablet, const json::object & /*in*/)
{
    return done(tablet.settleSent());
}

Answer withdraw(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    READ(response, entity(in, "response"));
    return done(tablet.withdraw(id, actor, response));
}

Answer takeAlong(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    return done(tablet.takeAlong(id, actor));
}

Answer endTrip(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    return done(tablet.endTrip(id));
}

Answer own(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    return toJson(tablet.own(id));
}

/** `tablet`: as `own` names it; `yes`: whether it may open *kun mig*, too. */
Answer answerOwnTablet(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    READ(other, text(in, "tablet"));
    const auto bytes = fromHex(other);
    const auto device = bytes ? DeviceId::from(*bytes) : std::nullopt;
    const json::value *yes = in.if_contains("yes");
    if (!device || yes == nullptr || !yes->is_bool()) {
        return fail(Errc::BadArgument, "tablet, yes");
    }
    return done(tablet.answerOwnTablet(id, actor, *device, yes->get_bool()));
}

Answer closeOwn(Engine &tablet, const json::object & /*in*/)
{
    tablet.closeOwn();
    return json::object{};
}

/** The commands that take a resident and somebody who acts. */
template <Status (Engine::*call)(const PersonId &, const engine::Who &)>
Answer onResident(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    return done((tablet.*call)(id, actor));
}

Answer openPlan(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(viewer, who(in));
    READ(url, text(in, "url"));
    return shown(tablet.openPlan(id, viewer, url));
}

Answer edit(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    READ(url, text(in, "url"));
    READ(linkId, text(in, "linkId"));
    READ(words, text(in, "text"));
    return done(tablet.editField(id, actor, url, linkId, words));
}

Answer leave(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    READ(url, text(in, "url"));
    READ(fields, tablet.leavePlan(id, actor, url));
    return json::object{{"fields", fields}};
}

Answer resolve(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(actor, who(in));
    READ(url, text(in, "url"));
    READ(linkId, text(in, "linkId"));
    READ(how, resolution(in));
    READ(which, chosen(in));
    READ(seen, heads(in));
    return done(tablet.resolve(id, actor, url, linkId, how, which, textOr(in, "text", {}), seen));
}

Answer history(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(viewer, who(in));
    READ(url, text(in, "url"));
    READ(linkId, text(in, "linkId"));
    READ(versions, tablet.history(id, viewer, url, linkId));
    return json::object{{"versions", toJson(versions)}};
}

Answer waiting(Engine &tablet, const json::object &in)
{
    READ(viewer, who(in));
    READ(fields, tablet.waiting(viewer));
    return json::object{{"waiting", toJson(fields)}};
}

Answer whoLooked(Engine &tablet, const json::object &in)
{
    READ(id, person(in, "resident"));
    READ(viewer, who(in));
    READ(looks, tablet.whoLooked(id, viewer));
    json::array out;
    for (const domain::Look &look : looks) {
        out.push_back(json::object{{"day", look.day ? json::value(*look.day) : json::value()},
                                   {"looker", domain::nameOf(look.looker)},
                                   {"reason", domain::nameOf(look.reason)},
                                   {"what", domain::nameOf(look.what)},
                                   {"times", look.times},
                                   {"doubtful", look.clockDoubtful}});
    }
    return json::object{{"looks", std::move(out)}};
}

/** What waits here for the office, in numbers only. */
Answer audit(Engine &tablet, const json::object & /*in*/)
{
    READ(entries, tablet.audit());
    return json::object{{"entries", entries.size()}};
}

Answer state(Engine &tablet, const json::object & /*in*/)
{
    READ(streams, tablet.state());
    json::array out;
    for (const Engine::StreamState &one : streams) {
        out.push_back(json::object{{"stream", toHex(viewOf(one.stream.str()))},
                                   {"kind", nameOf(one.stream.kind)},
                                   {"changes", one.changes},
                                   {"set_hash", toHex(one.setHash.view())},
                                   {"fold", toHex(one.fold.view())}});
    }
    return json::object{{"streams", std::move(out)}};
}

Answer rescue(Engine &tablet, const json::object &in)
{
    READ(file, text(in, "file"));
    READ(changes, tablet.writeRescue(file));
    return json::object{{"changes", changes}};
}

#undef READ

constexpr std::array<std::pair<std::string_view, Command>, 40> kCommands = {{
    {"home", home},
    {"sync-state", syncState},
    {"questions", questions},
    {"resident", resident},
    {"begin", begin},
    {"draft", showDraft},
    {"choose", choose},
    {"write", write},
    {"skip", skip},
    {"clear", clear},
    {"step", step},
    {"readers", setReaders},
    {"not-today", onDraft<&Engine::sayNotToday>},
    {"discard", onDraft<&Engine::discardDraft>},
    {"send", onDraft<&Engine::sendDraft>},
    {"undo", onDraft<&Engine::undoSend>},
    {"settle", settle},
    {"withdraw", withdraw},
    {"take-along", takeAlong},
    {"end-trip", endTrip},
    {"own", own},
    {"own-off", onResident<&Engine::turnOwnOff>},
    {"own-tablet", answerOwnTablet},
    {"own-close", closeOwn},
    {"own-reset", onResident<&Engine::resetPictures>},
    {"openPlan", openPlan},
    {"edit", edit},
    {"leave", leave},
    {"resolve", resolve},
    {"history", history},
    {"waiting", waiting},
    {"who-looked", whoLooked},
    {"audit", audit},
    {"state", state},
    {"rounds", rounds},
    {"round-begin", beginRound},
    {"round-answer", answerRound},
    {"round-close", closeRound},
    {"round-results", roundResults},
    {"rescue", rescue},
}};

} // namespace

Command findCommand(std::string_view name)
{
    for (const auto &[known, command] : kCommands) {
        if (known == name) {
            return command;
        }
    }
    return nullptr;
}

} // namespace trivsel::headless

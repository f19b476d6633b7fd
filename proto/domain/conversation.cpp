#include "proto/domain/conversation.h"

#include "proto/domain/forms.h"
#include "proto/domain/home_fields.h"
#include "proto/merge/seen.h"
#include "proto/seal/keys.h"

#include <algorithm>
#include <tuple>

namespace trivsel::domain {

using merge::Fold;
using merge::numOf;
using wire::v1::Parts;

namespace {

constexpr char kAgreementKind[] = "conversations";

template <class Enum> Enum choice(std::int64_t number, Enum last)
{
    return number < 0 || number > static_cast<std::int64_t>(last) ? Enum::Unset : static_cast<Enum>(number);
}

PersonId personPart(const Parts &parts, std::string_view name)
{
    return PersonId::from(refPart(parts, name)).value_or(PersonId());
}

void addTopic(Parts &parts, const TalkTopic &topic)
{
    addNum(parts, "what", static_cast<std::int64_t>(topic.what));
    addRef(parts, "person", topic.person.isNull() ? std::string() : topic.person.str());
    addText(parts, "method", topic.method);
}

TalkTopic topicOf(const Parts &parts)
{
    return {choice(numPart(parts, "what"), TalkAbout::Method), personPart(parts, "person"),
            textPart(parts, "method")};
}

void addGuests(Parts &parts, const std::vector<TalkGuest> &here)
{
    for (const TalkGuest &guest : here) {
        if (guest.person.isNull()) {
            addText(parts, "here", guest.name);
        } else {
            addRef(parts, "here", guest.person.str());
        }
    }
}

std::vector<TalkGuest> guestsOf(const Parts &parts)
{
    std::vector<TalkGuest> here;
    for (const auto &part : parts.parts()) {
        if (part.name() == "here") {
            here.push_back({PersonId::from(part.ref()).value_or(PersonId()), part.text()});
        }
    }
    return here;
}

std::map<EntityId, TalkAnswer> answersOf(const EntityId &talk, const Fold &fold)
{
    std::map<EntityId, TalkAnswer> answers;
    const std::string_view prefix = field::kTalkAnswer;
    for (const std::string &name : fold.fields(talk)) {
        const auto raw =
            name.starts_with(prefix) ? fromHex(std::string_view(name).substr(prefix.size())) : std::nullopt;
        const auto response = raw ? EntityId::from(*raw) : std::nullopt;
        if (response) {
            const auto view = fold.view(talk, name);
            const Parts parts = partsOf(view);
            std::int64_t atMs = 0;
            for (const merge::Version &version : view.versions) {
                atMs = std::max(atMs, correctedMs(version));
            }
            answers.emplace(*response,
                            TalkAnswer{textPart(parts, "url"), numPart(parts, "not_today") != 0, atMs});
        }
    }
    return answers;
}

} // namespace

bool TalkTopic::complete() const
{
    switch (what) {
    case TalkAbout::Person:
        return !person.isNull();
    case TalkAbout::Team:
        return true;
    case TalkAbout::Method:
        return !method.empty();
    case TalkAbout::Unset:
        break;
    }
    return false;
}

bool TalkAgreement::complete() const
{
    return topic.complete() && period != TalkPeriod::Unset && rhythm != TalkRhythm::Unset &&
           asking != TalkAsking::Unset;
}

std::vector<Conversation> readConversations(const Fold &fold)
{
    std::vector<Conversation> talks;
    for (const EntityId &entity : fold.entities()) {
        const auto view = fold.view(entity, field::kTalk);
        if (view.versions.empty() || !stands(fold, entity)) {
            continue;
        }
        const Parts parts = partsOf(view);
        Conversation talk{entity, personPart(parts, "held"), guestsOf(parts), topicOf(parts)};
        talk.period = choice(numPart(parts, "period"), TalkPeriod::Month);
        talk.way = choice(numPart(parts, "way"), TalkWay::Alone);
        talk.begunMs = numPart(parts, "begun");
        talk.endedMs = numOf(fold.view(entity, field::kTalkEnded));
        talk.answers = answersOf(entity, fold);
        talks.push_back(std::move(talk));
    }
    return talks;
}

Ops writeConversation(const Conversation &talk, const Fold &now)
{
    Parts parts;
    addRef(parts, "held", talk.heldBy.str());
    addGuests(parts, talk.here);
    addTopic(parts, talk.topic);
    addNum(parts, "period", static_cast<std::int64_t>(talk.period));
    addNum(parts, "way", static_cast<std::int64_t>(talk.way));
    addNum(parts, "begun", talk.begunMs);
    return RecordWriter(talk.id, now).parts(field::kTalk, std::move(parts)).take();
}

Ops writeConversationEnd(const EntityId &talk, std::int64_t endedMs, const Fold &now)
{
    return RecordWriter(talk, now).num(field::kTalkEnded, endedMs).take();
}

wire::v1::Op writeConversationAnswer(const EntityId &talk, const EntityId &response, const TalkAnswer &answer)
{
    wire::v1::Op op;
    op.set_entity(talk.str());
    op.set_field(field::kTalkAnswer + toHex(response.view()));
    op.set_policy(wire::v1::KEEP_BOTH);
    addText(*op.mutable_parts(), "url", answer.url);
    addNum(*op.mutable_parts(), "not_today", answer.notToday ? 1 : 0);
    return op;
}

std::vector<TalkAgreed> readAgreements(const PersonId &resident, const Fold &fold)
{
    std::vector<TalkAgreed> agreed;
    const auto view = fold.view(seal::singleton(resident, kAgreementKind), field::kTalkAgreed);
    for (const merge::Version &version : view.versions) {
        const Parts &parts = version.op.parts();
        agreed.push_back({{topicOf(parts), choice(numPart(parts, "period"), TalkPeriod::Month),
                           choice(numPart(parts, "rhythm"), TalkRhythm::WhenAsked),
                           choice(numPart(parts, "asking"), TalkAsking::ResidentSays)},
                          version.enterer,
                          correctedMs(version)});
    }
    return agreed;
}

std::vector<merge::Head> agreementHeads(const PersonId &resident, const Fold &fold)
{
    return fold.view(seal::singleton(resident, kAgreementKind), field::kTalkAgreed).heads;
}

Ops writeAgreement(const PersonId &resident, const TalkAgreement &agreement,
                   std::span<const merge::Head> shown, const Fold &now)
{
    wire::v1::Op op;
    Parts &parts = *op.mutable_parts();
    addTopic(parts, agreement.topic);
    addNum(parts, "period", static_cast<std::int64_t>(agreement.period));
    addNum(parts, "rhythm", static_cast<std::int64_t>(agreement.rhythm));
    addNum(parts, "asking", static_cast<std::int64_t>(agreement.asking));
    const auto agreed = readAgreements(resident, now);
    if (agreed.size() == 1 && agreed.front().agreement == agreement) {
        return {};
    }
    op.set_entity(seal::singleton(resident, kAgreementKind).str());
    op.set_field(field::kTalkAgreed);
    op.set_policy(wire::v1::KEEP_BOTH);
    merge::addSeen(op, shown);
    return {std::move(op)};
}

HomeTalk readHomeTalk(const HomeId &home, const Fold &fold)
{
    const Parts parts = partsOf(fold.view(EntityId{home.data}, field::kHomeFit));
    return {choice(numPart(parts, "period"), TalkPeriod::Month),
            choice(numPart(parts, "rhythm"), TalkRhythm::WhenAsked),
            choice(numPart(parts, "asking"), TalkAsking::ResidentSays)};
}

Ops writeHomeTalk(const HomeId &home, const HomeTalk &talk, const Fold &now)
{
    Parts parts;
    addNum(parts, "period", static_cast<std::int64_t>(talk.period));
    addNum(parts, "rhythm", static_cast<std::int64_t>(talk.rhythm));
    addNum(parts, "asking", static_cast<std::int64_t>(talk.asking));
    return RecordWriter(EntityId{home.data}, now).parts(field::kHomeFit, std::move(parts)).take();
}

std::vector<ReplyLine> readReplies(const Fold &fold)
{
    std::vector<ReplyLine> lines;
    for (const EntityId &entity : fold.entities()) {
        if (!stands(fold, entity)) {
            continue;
        }
        for (const merge::Version &version : fold.view(entity, field::kReply).versions) {
            const Parts &parts = version.op.parts();
            const auto to = EntityId::from(refPart(parts, "to"));
            if (!to || textPart(parts, "text").empty()) {
                continue;
            }
            lines.push_back({entity, *to, numPart(parts, "cannot") != 0, textPart(parts, "text"),
                             personPart(parts, "who"), textPart(parts, "until"),
                             static_cast<int>(std::clamp<std::int64_t>(numPart(parts, "place"), 0, 999)),
                             version.author, correctedMs(version)});
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ReplyLine &a, const ReplyLine &b) {
        return std::tie(a.atMs, a.place) < std::tie(b.atMs, b.place);
    });
    return lines;
}

Ops writeReply(const ReplyLine &line, const Fold &now)
{
    Parts parts;
    addRef(parts, "to", line.to.str());
    addNum(parts, "cannot", line.cannot ? 1 : 0);
    addText(parts, "text", line.text);
    addRef(parts, "who", line.who.isNull() ? std::string() : line.who.str());
    addText(parts, "until", line.until);
    addNum(parts, "place", line.place);
    auto ops = RecordWriter(line.id, now).parts(field::kReply, std::move(parts)).take();
    for (wire::v1::Op &op : ops) {
        op.set_voice(wire::v1::VOICE_STAFF);
    }
    return ops;
}

PersonId teamOf(const PersonId &resident)
{
    return PersonId{seal::singleton(resident, "team").data};
}

} // namespace trivsel::domain

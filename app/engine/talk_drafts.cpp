#include "app/engine/talk_drafts.h"

#include "proto/domain/forms.h"

#include <algorithm>

namespace trivsel::engine {

Result<std::vector<Draft>> talkDrafts(Parts &parts, const PersonId &resident)
{
    const auto stream = parts.home.streamOf(resident, StreamKind::Team);
    if (!stream) {
        return std::vector<Draft>();
    }
    auto drafts = parts.drafts.inStreams({*stream});
    if (drafts) {
        std::erase_if(*drafts, [&](const Draft &draft) {
            return !draft.content.has_talk() || draft.content.subject() != resident.str();
        });
    }
    return drafts;
}

bool wasLeft(const Draft &draft, std::int64_t nowMs)
{
    const local::v1::Talk &talk = draft.content.talk();
    const std::int64_t lasted = nowMs - talk.begun_ms();
    return talk.begun() && (lasted > kTalkLastsMs || lasted < -kTalkLastsMs);
}

Result<std::optional<Draft>> talkUnderWay(Parts &parts, const PersonId &resident)
{
    auto drafts = talkDrafts(parts, resident);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (Draft &draft : *drafts) {
        if (draft.content.talk().begun() && !wasLeft(draft, parts.config.clock())) {
            return std::optional(std::move(draft));
        }
    }
    return std::optional<Draft>();
}

bool isAskedIn(Parts &parts, const PersonId &resident, const catalogue::Definition &definition)
{
    return domain::isForConversation(definition) &&
           parts.home.profile(resident).ways.askingFor(definition.url) != domain::Asking::NoMore;
}

std::vector<std::string> leftOutOf(Parts &parts, const PersonId &resident)
{
    std::vector<std::string> urls;
    for (const auto &definition : parts.definitions.catalogue().all()) {
        if (domain::isForConversation(*definition) && !isAskedIn(parts, resident, *definition)) {
            urls.push_back(definition->url);
        }
    }
    return urls;
}

bool asksAnything(Parts &parts, const PersonId &resident)
{
    const auto &all = parts.definitions.catalogue().all();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto &definition) { return isAskedIn(parts, resident, *definition); });
}

domain::Conversation talkOf(const Draft &draft)
{
    const local::v1::Talk &kept = draft.content.talk();
    const auto person = [](const std::string &raw) { return PersonId::from(raw).value_or(PersonId()); };
    domain::Conversation talk{EntityId{draft.id.data}, person(kept.held_by()), {}, {}};
    for (const auto &guest : kept.here()) {
        talk.here.push_back({person(guest.person()), guest.name()});
    }
    talk.topic = {static_cast<domain::TalkAbout>(kept.what()), person(kept.about()), kept.method()};
    talk.period = static_cast<domain::TalkPeriod>(kept.period());
    talk.way = static_cast<domain::TalkWay>(kept.way());
    talk.begunMs = kept.begun_ms();
    return talk;
}

void setTalk(local::v1::Talk &into, const domain::Conversation &talk)
{
    into.set_held_by(talk.heldBy.str());
    into.clear_here();
    for (const domain::TalkGuest &guest : talk.here) {
        auto &kept = *into.add_here();
        kept.set_person(guest.person.isNull() ? std::string() : guest.person.str());
        kept.set_name(guest.name);
    }
    into.set_what(static_cast<std::uint32_t>(talk.topic.what));
    into.set_about(talk.topic.person.isNull() ? std::string() : talk.topic.person.str());
    into.set_method(talk.topic.method);
    into.set_period(static_cast<std::uint32_t>(talk.period));
    into.set_way(static_cast<std::uint32_t>(talk.way));
}

} // namespace trivsel::engine

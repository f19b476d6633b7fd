#include "app/engine/conversations.h"

#include "app/engine/other_views.h"

#include "proto/base/text.h"

#include <algorithm>
#include <iterator>

namespace trivsel::engine {

using domain::Conversation;
using domain::TalkWay;

namespace {

bool isShortText(const std::string &text)
{
    return text.size() <= Conversations::kNameBytesMax && isValidUtf8(text);
}

Status checkTopic(const domain::TalkTopic &topic)
{
    if (topic.what > domain::TalkAbout::Method) {
        return fail(Errc::BadArgument, "nothing one can talk about");
    }
    if (topic.method.size() > Conversations::kNameBytesMax) {
        return fail(Errc::TooLarge, "the method's name is longer than it may be");
    }
    return isValidUtf8(topic.method) ? Status() : fail(Errc::BadArgument, "not text");
}

Status checkTalk(const Conversation &talk)
{
    TRIVSEL_TRY(checkTopic(talk.topic));
    if (talk.here.size() > Conversations::kHereMax) {
        return fail(Errc::TooLarge, "more people than there may be");
    }
    for (const domain::TalkGuest &guest : talk.here) {
        if (guest.name.size() > Conversations::kNameBytesMax) {
            return fail(Errc::TooLarge, "the name is longer than it may be");
        }
        if (!isShortText(guest.name) || (guest.person.isNull() && guest.name.empty())) {
            return fail(Errc::BadArgument, "somebody without a name");
        }
    }
    const bool known = talk.way <= TalkWay::Alone && talk.period <= domain::TalkPeriod::Month;
    return known ? Status() : fail(Errc::BadArgument, "no such choice");
}

std::vector<DefinedOp> defined(domain::Ops ops)
{
    std::vector<DefinedOp> out;
    for (wire::v1::Op &op : ops) {
        out.push_back({std::move(op)});
    }
    return out;
}

} // namespace

Result<StreamId> Conversations::teamStream(const PersonId &resident) const
{
    const auto stream = m.home.streamOf(resident, StreamKind::Team);
    return stream && m.home.isResident(resident)
               ? Result<StreamId>(*stream)
               : fail(Errc::NotFound, "the resident's stream is not on this tablet");
}

Result<std::optional<Draft>> Conversations::planOf(const PersonId &resident, const Who &who)
{
    auto drafts = talkDrafts(m, resident);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    std::erase_if(*drafts, [this](const Draft &draft) { return wasLeft(draft, m.config.clock()); });
    // One that is under way comes before what somebody is setting up.
    for (const bool begun : {true, false}) {
        for (Draft &draft : *drafts) {
            if (draft.content.talk().begun() == begun &&
                (begun || draft.content.person() == who.person.str())) {
                return std::optional(std::move(draft));
            }
        }
    }
    return std::optional<Draft>();
}

Result<ConversationsShown> Conversations::of(const PersonId &resident, const Who &viewer)
{
    ConversationsShown shown;
    for (const StreamKind kind : {StreamKind::Team, StreamKind::Chosen}) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream || !m.access.read(viewer, resident, kind)) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto replies = domain::readReplies(**fold);
        shown.replies.insert(shown.replies.end(), replies.begin(), replies.end());
        const auto views = domain::readOtherViews(**fold, resident);
        shown.otherViews.insert(shown.otherViews.end(), views.begin(), views.end());
        if (viewer.person == resident) {
            auto begun = begunOtherViews(m, **fold, *stream, resident);
            if (!begun) {
                return tl::unexpected(begun.error());
            }
            std::copy_if(begun->begin(), begun->end(), std::back_inserter(shown.begunViews),
                         [](const BegunOtherView &one) { return one.field.empty(); });
        }
        if (kind == StreamKind::Team) {
            shown.held = domain::readConversations(**fold);
            shown.agreed = domain::readAgreements(resident, **fold);
            shown.agreedHeads = domain::agreementHeads(resident, **fold);
        }
    }
    std::stable_sort(shown.held.begin(), shown.held.end(),
                     [](const Conversation &a, const Conversation &b) { return a.begunMs > b.begunMs; });
    std::stable_sort(shown.replies.begin(), shown.replies.end(),
                     [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    if (m.access.holdConversation(viewer, resident)) {
        shown.leftOut = leftOutOf(m, resident);
        const auto plan = planOf(resident, viewer);
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        if (*plan) {
            shown.here = talkOf(**plan);
            shown.underWay = (*plan)->content.talk().begun();
        }
    }
    return shown;
}

Status Conversations::agree(const PersonId &resident, const Who &who, const domain::TalkAgreement &agreement,
                            const std::vector<merge::Head> &shown)
{
    TRIVSEL_TRY(m.access.agreeOnConversations(who, resident));
    TRIVSEL_TRY(checkTopic(agreement.topic));
    if (!agreement.complete() || agreement.period > domain::TalkPeriod::Month ||
        agreement.rhythm > domain::TalkRhythm::WhenAsked ||
        agreement.asking > domain::TalkAsking::ResidentSays) {
        return fail(Errc::BadArgument, "something is not agreed on yet");
    }
    const auto stream = teamStream(resident);
    const auto fold = stream ? m.folds.of(*stream) : tl::unexpected(stream.error());
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const auto ops = defined(domain::writeAgreement(resident, agreement, shown, **fold));
    if (ops.empty()) {
        return {};
    }
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write(*stream, {who.person, who.person, who.role}, ops);
        return written ? Status() : tl::unexpected(written.error());
    });
}

Status Conversations::keep(const PersonId &resident, const Who &who, const Conversation &talk)
{
    TRIVSEL_TRY(m.access.holdConversation(who, resident));
    TRIVSEL_TRY(checkTalk(talk));
    const auto stream = teamStream(resident);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    auto plan = planOf(resident, who);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    if (*plan && (*plan)->content.talk().begun()) {
        return fail(Errc::BadArgument, "it has begun");
    }
    Draft draft;
    if (*plan) {
        draft = std::move(**plan);
    } else {
        draft.id = randomBytes<DraftId>(m.config.random);
        draft.stream = *stream;
        draft.content.set_subject(resident.str());
        draft.content.set_person(who.person.str());
        draft.content.set_role(static_cast<std::uint32_t>(who.role));
        draft.content.set_started_ms(m.config.clock());
    }
    draft.content.set_changed_ms(m.config.clock());
    setTalk(*draft.content.mutable_talk(), talk);
    draft.content.mutable_talk()->set_held_by(who.person.str());
    m.notifier.expectDrafts();
    return m.store->write([&] { return m.drafts.put(draft); });
}

Status Conversations::start(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.holdConversation(who, resident));
    auto plan = planOf(resident, who);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    if (!*plan) {
        return fail(Errc::NotFound, "no conversation was set up");
    }
    Draft draft = std::move(**plan);
    if (!draft.content.talk().begun()) {
        Conversation talk = talkOf(draft);
        const auto stream = teamStream(resident);
        const auto fold = stream ? m.folds.of(*stream) : tl::unexpected(stream.error());
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        if (domain::readAgreements(resident, **fold).empty()) {
            return fail(Errc::BadArgument, "nothing was agreed on yet");
        }
        if (!talk.topic.complete() || talk.period == domain::TalkPeriod::Unset ||
            talk.way == TalkWay::Unset) {
            return fail(Errc::BadArgument, "something is not chosen yet");
        }
        if (!asksAnything(m, resident)) {
            return fail(Errc::NotWanted, "the resident wants nobody to ask about any of it any more");
        }
        TRIVSEL_TRY(finishLeft(resident, who));
        talk.begunMs = m.config.clock();
        draft.content.mutable_talk()->set_begun(true);
        draft.content.mutable_talk()->set_begun_ms(talk.begunMs);
        const auto ops = defined(domain::writeConversation(talk, **fold));
        m.notifier.expectDrafts();
        TRIVSEL_TRY(m.store->write([&]() -> Status {
            const auto written = m.writer.write(*stream, {who.person, who.person, who.role}, ops);
            return written ? m.drafts.put(draft) : tl::unexpected(written.error());
        }));
    }
    if (talkOf(draft).way == TalkWay::Alone && who.person != resident) {
        m.signIn.lend(resident);
    }
    return {};
}

Status Conversations::finishLeft(const PersonId &resident, const Who &who)
{
    const auto drafts = talkDrafts(m, resident);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (const Draft &draft : *drafts) {
        if (wasLeft(draft, m.config.clock())) {
            TRIVSEL_TRY(finish(draft, resident, who));
        }
    }
    return {};
}

Status Conversations::finish(const Draft &draft, const PersonId &resident, const Who &who)
{
    const auto stream = teamStream(resident);
    const auto fold = stream ? m.folds.lookAt(*stream) : tl::unexpected(stream.error());
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const std::int64_t begunMs = draft.content.talk().begun_ms();
    const std::int64_t endedMs = std::clamp(m.config.clock(), begunMs, begunMs + kTalkLastsMs);
    const auto ops = defined(domain::writeConversationEnd(EntityId{draft.id.data}, endedMs, **fold));
    m.notifier.expectDrafts();
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write(*stream, {who.person, who.person, who.role}, ops);
        return written ? m.drafts.remove(draft.id) : tl::unexpected(written.error());
    });
}

Status Conversations::end(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.holdConversation(who, resident));
    const auto drafts = talkDrafts(m, resident);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    bool any = false;
    for (const Draft &draft : *drafts) { // also one that was left: its page may have stood open all night
        if (draft.content.talk().begun()) {
            TRIVSEL_TRY(finish(draft, resident, who));
            any = true;
        }
    }
    return any ? Status() : fail(Errc::NotFound, "no conversation is under way");
}

Status Conversations::drop(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.holdConversation(who, resident));
    const auto plan = planOf(resident, who);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    if (!*plan || (*plan)->content.talk().begun()) {
        return *plan ? fail(Errc::BadArgument, "it has begun") : Status();
    }
    m.notifier.expectDrafts();
    return m.store->write([&] { return m.drafts.remove((*plan)->id); });
}

Status Conversations::settleAll(const StreamId &stream)
{
    const auto owner = m.home.ownerOf(stream);
    if (!owner || stream.kind != StreamKind::Team) {
        return {};
    }
    const auto drafts = talkDrafts(m, *owner);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (const Draft &draft : *drafts) {
        const Who by{PersonId::from(draft.content.person()).value_or(PersonId()),
                     static_cast<Role>(draft.content.role())};
        TRIVSEL_TRY(draft.content.talk().begun() ? finish(draft, *owner, by)
                                                 : m.store->write([&] { return m.drafts.remove(draft.id); }));
    }
    return {};
}

} // namespace trivsel::engine

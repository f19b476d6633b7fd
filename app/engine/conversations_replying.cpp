// What staff reply, and what nobody has replied to yet.
#include "app/engine/conversations.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"
#include "proto/domain/given.h"
#include "proto/domain/remove_item.h"

#include <algorithm>

namespace trivsel::engine {

using domain::ReplyLine;

namespace {

bool holds(const merge::Fold &fold, const EntityId &entity, const char *field)
{
    return !fold.view(entity, field).versions.empty();
}

/** Also when it was taken back or removed since. */
bool stood(const merge::Fold &fold, const EntityId &response)
{
    return holds(fold, response, "response") || fold.itemState(response) == merge::ItemState::Removed;
}

ReplyLine lineOf(const local::v1::Reply &reply, const local::v1::Reply::Line &kept)
{
    return {EntityId::from(kept.id()).value_or(EntityId()),
            EntityId::from(reply.to()).value_or(EntityId()),
            kept.cannot(),
            kept.text(),
            PersonId::from(kept.who()).value_or(PersonId()),
            kept.until()};
}

Status checkLine(const ReplyLine &line)
{
    if (line.text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    const bool isText = isValidUtf8(line.text) && isValidUtf8(line.until) &&
                        line.until.size() <= Conversations::kNameBytesMax;
    return isText ? Status() : fail(Errc::BadArgument, "not text");
}

void setLine(local::v1::Reply::Line &kept, const EntityId &id, const ReplyLine &line)
{
    kept.set_id(id.str());
    kept.set_cannot(line.cannot);
    kept.set_text(normaliseLines(line.text));
    kept.set_who(line.who.isNull() ? std::string() : line.who.str());
    kept.set_until(line.until);
}

local::v1::Reply::Line *findLine(local::v1::Reply &reply, const EntityId &id)
{
    const std::string raw = id.str();
    for (auto &line : *reply.mutable_lines()) {
        if (line.id() == raw) {
            return &line;
        }
    }
    return nullptr;
}

} // namespace

Result<StreamId> Conversations::replyStream(const PersonId &resident, const Who &who, const EntityId &to)
{
    const auto chosen = m.home.streamOf(resident, StreamKind::Chosen);
    const auto team = m.home.streamOf(resident, StreamKind::Team);
    const bool isChosen = m.access.reply(who, resident, StreamKind::Chosen).has_value();
    const Status mayTeam = m.access.reply(who, resident, StreamKind::Team);
    if (!isChosen && !mayTeam) {
        return tl::unexpected(mayTeam.error());
    }
    if (team && mayTeam) {
        const auto fold = m.folds.of(*team);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto talks = domain::readConversations(**fold);
        const auto talk = std::find_if(talks.begin(), talks.end(),
                                       [&](const domain::Conversation &held) { return held.id == to; });
        if (talk != talks.end()) {
            // An answer that does not stand here is for the chosen, or *kun mig*, or has not come yet.
            const bool allForTeam =
                std::all_of(talk->answers.begin(), talk->answers.end(), [&](const auto &answer) {
                    return answer.second.notToday || stood(**fold, answer.first);
                });
            if (allForTeam || !isChosen) {
                return *team;
            }
            return chosen ? Result<StreamId>(*chosen)
                          : fail(Errc::NotHereYet, "an answer in it may be for the chosen, who are not here");
        }
        if (holds(**fold, to, "response")) {
            return *team;
        }
    }
    if (chosen && isChosen) {
        const auto fold = m.folds.of(*chosen);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        if (holds(**fold, to, "response")) {
            return *chosen;
        }
    }
    return fail(Errc::NotFound, "nothing that could be replied to");
}

Result<std::optional<Draft>> Conversations::replyDraft(const PersonId &resident, const Who &who,
                                                       const EntityId &to)
{
    std::vector<StreamId> streams;
    for (const StreamKind kind : {StreamKind::Team, StreamKind::Chosen}) {
        if (const auto stream = m.home.streamOf(resident, kind)) {
            streams.push_back(*stream);
        }
    }
    auto drafts = m.drafts.inStreams(streams);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (Draft &draft : *drafts) {
        if (draft.content.has_reply() && draft.content.reply().to() == to.str() &&
            draft.content.person() == who.person.str()) {
            return std::optional(std::move(draft));
        }
    }
    return std::optional<Draft>();
}

Result<std::vector<ReplyLine>> Conversations::openReply(const PersonId &resident, const Who &who,
                                                        const EntityId &to)
{
    const auto stream = replyStream(resident, who, to);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const auto draft = replyDraft(resident, who, to);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    std::vector<ReplyLine> lines;
    if (*draft) {
        for (const auto &line : (*draft)->content.reply().lines()) {
            lines.push_back(lineOf((*draft)->content.reply(), line));
        }
    }
    return lines;
}

Result<StreamId> Conversations::sealFor(const Draft &draft, const StreamId &stream, const PersonId &resident,
                                        const Who &who) const
{
    if (draft.stream.kind != StreamKind::Chosen || stream.kind != StreamKind::Team) {
        return stream;
    }
    return m.access.reply(who, resident, StreamKind::Chosen)
               ? Result<StreamId>(draft.stream)
               : fail(Errc::WiderReaders, "it was written for the chosen, and would be read by the team");
}

Status Conversations::editReply(const PersonId &resident, const Who &who, const EntityId &to, Taking taking,
                                const std::function<Status(local::v1::Reply &)> &change)
{
    auto stream = replyStream(resident, who, to);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    auto known = replyDraft(resident, who, to);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (*known) {
        const auto narrow = sealFor(**known, *stream, resident, who);
        if (!narrow && taking == Taking::In) {
            return tl::unexpected(narrow.error());
        }
        stream = narrow.value_or((*known)->stream);
    }
    Draft draft;
    if (*known) {
        draft = std::move(**known);
    } else {
        draft.id = randomBytes<DraftId>(m.config.random);
        draft.content.set_subject(resident.str());
        draft.content.set_person(who.person.str());
        draft.content.set_role(static_cast<std::uint32_t>(who.role));
        draft.content.set_started_ms(m.config.clock());
    }
    draft.stream = *stream;
    draft.content.set_changed_ms(m.config.clock());
    local::v1::Reply &reply = *draft.content.mutable_reply();
    reply.set_to(to.str());
    TRIVSEL_TRY(change(reply));
    const bool empty = reply.lines_size() == 0;
    if (empty && !*known) {
        return {};
    }
    if (static_cast<std::size_t>(reply.lines_size()) > kLinesMax) {
        return fail(Errc::TooLarge, "more lines than a reply may have");
    }
    if (draft.content.ByteSizeLong() > ChangeWriter::kPlainBytesMax - 1024) {
        return fail(Errc::TooLarge, "the reply holds more than it may");
    }
    m.notifier.expectDrafts();
    return m.store->write([&] { return empty ? m.drafts.remove(draft.id) : m.drafts.put(draft); });
}

Status Conversations::keepReply(const PersonId &resident, const Who &who, const EntityId &to,
                                const std::vector<ReplyLine> &lines)
{
    const Taking taking = lines.empty() ? Taking::Out : Taking::In;
    return editReply(resident, who, to, taking, [&](local::v1::Reply &reply) -> Status {
        reply.clear_lines();
        for (const ReplyLine &line : lines) {
            TRIVSEL_TRY(checkLine(line));
            const EntityId id = line.id.isNull() ? randomBytes<EntityId>(m.config.random) : line.id;
            setLine(*reply.add_lines(), id, line);
        }
        return {};
    });
}

Result<EntityId> Conversations::keepReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                              const ReplyLine &line)
{
    EntityId id = line.id;
    const Status kept = editReply(resident, who, to, Taking::In, [&](local::v1::Reply &reply) -> Status {
        TRIVSEL_TRY(checkLine(line));
        if (!id.isNull()) {
            auto *there = findLine(reply, id);
            if (there == nullptr) {
                return fail(Errc::NotFound, "that line is not there any more");
            }
            setLine(*there, id, line);
        } else if (!line.text.empty() || !line.until.empty()) { // else nothing is written yet
            id = randomBytes<EntityId>(m.config.random);
            setLine(*reply.add_lines(), id, line);
        }
        return {};
    });
    return kept ? Result<EntityId>(id) : tl::unexpected(kept.error());
}

Status Conversations::removeReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                      const EntityId &line)
{
    return editReply(resident, who, to, Taking::Out, [&](local::v1::Reply &reply) -> Status {
        const std::string raw = line.str();
        auto &lines = *reply.mutable_lines();
        lines.erase(
            std::remove_if(lines.begin(), lines.end(), [&](const auto &each) { return each.id() == raw; }),
            lines.end());
        return {};
    });
}

Status Conversations::sendReply(const PersonId &resident, const Who &who, const EntityId &to)
{
    auto stream = replyStream(resident, who, to);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const auto draft = replyDraft(resident, who, to);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (*draft) {
        stream = sealFor(**draft, *stream, resident, who);
    }
    const auto fold = stream ? m.folds.of(*stream) : tl::unexpected(stream.error());
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<DefinedOp> ops;
    if (*draft) {
        for (const auto &kept : (*draft)->content.reply().lines()) {
            ReplyLine line = lineOf((*draft)->content.reply(), kept);
            line.place = static_cast<int>(ops.size());
            for (wire::v1::Op &op : line.text.empty() ? domain::Ops() : domain::writeReply(line, **fold)) {
                ops.push_back({std::move(op)});
            }
        }
    }
    if (ops.empty()) {
        return fail(Errc::BadArgument, "nothing was written");
    }
    m.notifier.expectDrafts();
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write(*stream, {who.person, who.person, who.role}, ops);
        return written ? m.drafts.remove((*draft)->id) : tl::unexpected(written.error());
    });
}

void Conversations::follow(const std::set<StreamId> &touched)
{
    for (const StreamId &stream : touched) {
        m_heard.erase(stream);
    }
}

Result<Conversations::Heard> Conversations::hear(const StreamId &stream)
{
    const auto fold = m.folds.lookAt(stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    Heard heard;
    for (const domain::Conversation &talk : domain::readConversations(**fold)) {
        Heard::Talk &kept = heard.talks.emplace_back();
        kept.id = talk.id;
        kept.atMs = std::max(talk.begunMs, talk.endedMs);
        for (const auto &[answer, given] : talk.answers) {
            kept.answers.emplace_back(answer, given.atMs);
        }
    }
    for (const ReplyLine &line : domain::readReplies(**fold)) {
        auto &atMs = heard.repliedTo[line.to];
        atMs = std::max(atMs, line.atMs);
    }
    for (const EntityId &entity : (*fold)->entities()) {
        const auto given = domain::readGiven(entity, **fold);
        if (given && given->version.op.response().outcome() == wire::v1::ANSWERED) {
            const wire::v1::Response &response = given->version.op.response();
            heard.answers.push_back({entity, given->version.def,
                                     PersonId::from(response.about()).value_or(PersonId()), given->atMs});
        }
    }
    return heard;
}

Result<const Conversations::Heard *> Conversations::in(const StreamId &stream)
{
    const auto known = m_heard.find(stream);
    if (known != m_heard.end()) {
        return &known->second;
    }
    auto heard = hear(stream);
    if (!heard) {
        return tl::unexpected(heard.error());
    }
    return &m_heard.emplace(stream, std::move(*heard)).first->second;
}

Result<std::vector<OpenFeedback>> Conversations::openOf(const PersonId &resident, const Who &viewer)
{
    std::map<EntityId, std::int64_t> replied; // when last; also where this viewer may not read it
    std::set<EntityId> settled;
    std::set<EntityId> readable; // by this viewer
    std::vector<Heard::Talk> talks;
    std::vector<OpenFeedback> open;
    const std::string name = m.home.profile(resident).name;
    for (const StreamKind kind : {StreamKind::Team, StreamKind::Chosen}) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream) {
            continue;
        }
        const auto heard = in(*stream);
        if (!heard) {
            return tl::unexpected(heard.error());
        }
        for (const auto &[to, atMs] : (*heard)->repliedTo) {
            auto &last = replied[to];
            last = std::max(last, atMs);
        }
        talks.insert(talks.end(), (*heard)->talks.begin(), (*heard)->talks.end());
        if (!m.access.read(viewer, resident, kind)) {
            continue;
        }
        for (const Heard::Answer &answer : (*heard)->answers) {
            if (!readable.insert(answer.id).second) {
                continue; // a copy for more readers is the same answer
            }
            const auto definition = m.definitions.byHash(answer.definition);
            if (definition && definition->about == catalogue::About::Helper &&
                answer.atMs > m.config.clock() - kAskedForMs) {
                open.push_back({resident, name, answer.id, definition->url, answer.about, answer.atMs});
            }
        }
    }
    // Of answers to the same questions about the same person the newest stands for them all.
    std::map<std::pair<std::string, PersonId>, std::int64_t> newest;
    for (const OpenFeedback &one : open) {
        auto &at = newest[{one.url, one.about}];
        at = std::max(at, one.atMs);
    }
    std::erase_if(open, [&](const OpenFeedback &one) { return one.atMs < newest[{one.url, one.about}]; });
    const bool readsTalks = m.access.read(viewer, resident, StreamKind::Team).has_value();
    for (const Heard::Talk &talk : talks) {
        const auto reply = replied.find(talk.id);
        const auto isReplied = [&](std::int64_t atMs) {
            return reply != replied.end() && atMs <= reply->second;
        };
        const bool waits = std::any_of(talk.answers.begin(), talk.answers.end(), [&](const auto &answer) {
            return readable.contains(answer.first) && !isReplied(answer.second);
        });
        if (readsTalks && waits) {
            open.push_back({resident, name, talk.id, {}, {}, talk.atMs});
        }
        for (const auto &[answer, atMs] : talk.answers) {
            if (readsTalks || isReplied(atMs)) {
                settled.insert(answer); // the conversation stands for it
            }
        }
    }
    std::erase_if(open, [&](const OpenFeedback &one) {
        return settled.contains(one.to) || (!one.url.empty() && replied.contains(one.to));
    });
    return open;
}

Result<std::vector<OpenFeedback>> Conversations::unanswered(const Who &viewer)
{
    std::vector<OpenFeedback> all;
    for (const PersonId &resident : m.home.residents()) {
        if (!m.access.reply(viewer, resident, StreamKind::Team) &&
            !m.access.reply(viewer, resident, StreamKind::Chosen)) {
            continue;
        }
        auto some = openOf(resident, viewer);
        if (!some) {
            return some;
        }
        all.insert(all.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    return all;
}

} // namespace trivsel::engine

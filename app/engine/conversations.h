#pragma once

#include "app/engine/talk_drafts.h"

namespace trivsel::engine {

/** *Samtale*: what was agreed, setting one up, beginning and ending it, and staff's reply. */
class Conversations
{
public:
    /** Who is there besides the resident, and lines of one reply. */
    static constexpr std::size_t kHereMax = 12;
    static constexpr std::size_t kLinesMax = 12;
    /** A name, or what a method is called; bytes. */
    static constexpr std::size_t kNameBytesMax = 200;
    /** Answers outside a samtale that are older than this are not asked about any more. */
    static constexpr std::int64_t kAskedForMs = 90LL * 24 * 60 * 60 * 1000;

    explicit Conversations(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<ConversationsShown> of(const PersonId &resident, const Who &viewer);
    [[nodiscard]] Status agree(const PersonId &resident, const Who &who,
                               const domain::TalkAgreement &agreement, const std::vector<merge::Head> &shown);
    [[nodiscard]] Status keep(const PersonId &resident, const Who &who, const domain::Conversation &talk);
    [[nodiscard]] Status start(const PersonId &resident, const Who &who);
    [[nodiscard]] Status end(const PersonId &resident, const Who &who);
    [[nodiscard]] Status drop(const PersonId &resident, const Who &who);
    /** The stream is about to be taken off this tablet: what is under way ends, what was set up goes. */
    [[nodiscard]] Status settleAll(const StreamId &stream);

    [[nodiscard]] Result<std::vector<domain::ReplyLine>> openReply(const PersonId &resident, const Who &who,
                                                                   const EntityId &to);
    [[nodiscard]] Status keepReply(const PersonId &resident, const Who &who, const EntityId &to,
                                   const std::vector<domain::ReplyLine> &lines);
    [[nodiscard]] Result<EntityId> keepReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                                 const domain::ReplyLine &line);
    [[nodiscard]] Status removeReplyLine(const PersonId &resident, const Who &who, const EntityId &to,
                                         const EntityId &line);
    [[nodiscard]] Status sendReply(const PersonId &resident, const Who &who, const EntityId &to);
    [[nodiscard]] Result<std::vector<OpenFeedback>> unanswered(const Who &viewer);
    void follow(const std::set<StreamId> &touched);
    /** Somebody's streams go from here: nothing of them stays in memory. */
    void forget() { m_heard.clear(); }

private:
    /** What one stream says about feedback: ids, times and flags. It stays when a page is left, so no word
     * and no name is in it. */
    struct Heard
    {
        struct Talk
        {
            EntityId id;
            std::int64_t atMs = 0;
            std::vector<std::pair<EntityId, std::int64_t>> answers; // noted, and when
        };
        struct Answer
        {
            EntityId id;
            DefinitionHash definition; // may come later than the answer
            PersonId about;
            std::int64_t atMs = 0;
        };
        std::vector<Talk> talks;
        std::vector<Answer> answers;                // that stand
        std::map<EntityId, std::int64_t> repliedTo; // when last
    };
    [[nodiscard]] Result<const Heard *> in(const StreamId &stream);
    [[nodiscard]] Result<Heard> hear(const StreamId &stream);
    [[nodiscard]] Result<std::vector<OpenFeedback>> openOf(const PersonId &resident, const Who &viewer);

    [[nodiscard]] Result<StreamId> teamStream(const PersonId &resident) const;
    [[nodiscard]] Result<std::optional<Draft>> planOf(const PersonId &resident, const Who &who);
    [[nodiscard]] Status finish(const Draft &draft, const PersonId &resident, const Who &who);
    /** Those that were left without an end. */
    [[nodiscard]] Status finishLeft(const PersonId &resident, const Who &who);
    /** Where a new reply to that stands; NotFound when it is not here, NotAllowed by the access table,
     * NotHereYet. */
    [[nodiscard]] Result<StreamId> replyStream(const PersonId &resident, const Who &who, const EntityId &to);
    [[nodiscard]] Result<std::optional<Draft>> replyDraft(const PersonId &resident, const Who &who,
                                                          const EntityId &to);
    /** Where that draft goes on and ends: never where more people read. WiderReaders when its writer is not
     * among the chosen any more. */
    [[nodiscard]] Result<StreamId> sealFor(const Draft &draft, const StreamId &stream,
                                           const PersonId &resident, const Who &who) const;
    enum class Taking { In, Out };
    /** From what lies on disk; without lines the draft goes. Lines can be taken out at any time. */
    [[nodiscard]] Status editReply(const PersonId &resident, const Who &who, const EntityId &to,
                                   Taking taking, const std::function<Status(local::v1::Reply &)> &change);

    Parts &m;
    std::map<StreamId, Heard> m_heard;
};

} // namespace trivsel::engine

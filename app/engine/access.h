#pragma once

#include "app/engine/sign_in.h"
#include "proto/domain/access.h"

#include <functional>

namespace trivsel::engine {

/** Asks the one access table with what is known of the people here. Every answer is Status: NotAllowed means
 * no. */
class Access
{
public:
    Access(const HomeView &home, SignIn &signIn, domain::DeviceKind device)
        : m_home(home), m_signIn(signIn), m_device(device)
    {
    }

    /** Whether a resident's tile waits for their three pictures. Set once, before anything is asked. */
    std::function<bool(const PersonId &)> isLocked;
    /** Nobody is who they say by a tap on a tile that opens by pictures: NotAllowed until they were given.
     * For anybody but residents always yes. Stands before every answer below but openOwn. */
    [[nodiscard]] Status isOpenTo(const Who &who) const;

    /** Known here, active, in the role that they say, and the one who sits here. */
    [[nodiscard]] Status isHere(const Who &who) const;
    /** `owner`: whose stream it is; for a resident's own, chosen and team streams, and a person's staff
     * stream. */
    [[nodiscard]] Status read(const Who &viewer, const PersonId &owner, StreamKind kind) const;
    [[nodiscard]] Status answer(const Who &who, const PersonId &subject) const;
    [[nodiscard]] Status writeField(const Who &who, const PersonId &resident, merge::Voice voice) const;
    [[nodiscard]] Status settleField(domain::Action action, const Who &who, const PersonId &resident,
                                     merge::Voice voice) const;
    /** Searching, printing, handing out. */
    [[nodiscard]] Status takeOut(domain::Action action, const Who &who, const PersonId &resident) const;
    /** *Mine tre billeder*: the resident, on a shared tablet. */
    [[nodiscard]] Status openOwn(const Who &who, const PersonId &resident) const;
    /** New pictures may be chosen. */
    [[nodiscard]] Status resetPictures(const Who &who, const PersonId &resident) const;
    /** Choosing a code of one's own, by whoever came in with the one in use. */
    [[nodiscard]] Status changeOwnCode(const Who &who) const;
    /** On a walk. */
    [[nodiscard]] Status takeAlong(const Who &who, const PersonId &resident) const;
    /** *Hvem har kigget*. */
    [[nodiscard]] Status readWhoLooked(const Who &viewer, const PersonId &resident) const;
    /** Setting up, beginning and ending a samtale; the resident is in it, too. */
    [[nodiscard]] Status holdConversation(const Who &who, const PersonId &resident) const;
    [[nodiscard]] Status agreeOnConversations(const Who &who, const PersonId &resident) const;
    /** *Jeg ser det anderledes*. */
    [[nodiscard]] Status seeOtherwise(const Who &who, const PersonId &resident) const;
    /** To what stands in that stream of the resident's. */
    [[nodiscard]] Status reply(const Who &who, const PersonId &resident, StreamKind kind) const;
    /** Letting more people read an answer of one's own. */
    [[nodiscard]] Status widenReaders(const Who &who, const PersonId &resident) const;
    /** Beginning and closing a round in the common room. */
    [[nodiscard]] Status holdRound(const Who &who) const;
    /** In a round; nobody has said who they are. */
    [[nodiscard]] Status answerUnnamed() const;
    /** What the server worked out for the whole house. */
    [[nodiscard]] Status readInsight(const Who &viewer) const;
    [[nodiscard]] Status withdraw(const Who &who, const PersonId &resident) const;
    /** *Sådan vil jeg have det*, and the picture of one's tile. */
    [[nodiscard]] Status chooseOwnWays(const Who &who, const PersonId &resident) const;

private:
    [[nodiscard]] Status ask(domain::Action action, const Who &who, merge::Voice voice, bool ownWords,
                             bool among) const;
    [[nodiscard]] Status askTable(domain::Action action, const Who &who, merge::Voice voice, bool ownWords,
                                  bool among) const;
    [[nodiscard]] Status readSafety(const Who &viewer, const PersonId &owner) const;
    [[nodiscard]] Status isKnown(const Who &who) const;
    [[nodiscard]] bool isChosen(const Who &who, const PersonId &resident) const;
    [[nodiscard]] bool isTeam(const Who &who, const PersonId &resident) const;

    const HomeView &m_home;
    SignIn &m_signIn;
    domain::DeviceKind m_device;
};

} // namespace trivsel::engine

#include "app/engine/access.h"

#include <algorithm>

namespace trivsel::engine {

using domain::Action;
using merge::Voice;

namespace {
bool contains(const std::vector<PersonId> &people, const PersonId &person)
{
    return std::find(people.begin(), people.end(), person) != people.end();
}
} // namespace

bool Access::isChosen(const Who &who, const PersonId &resident) const
{
    return contains(m_home.profile(resident).chosen, who.person);
}

bool Access::isTeam(const Who &who, const PersonId &resident) const
{
    return contains(m_home.profile(resident).team, who.person);
}

Status Access::isOpenTo(const Who &who) const
{
    const bool closed = who.role == Role::ROLE_RESIDENT && isLocked && isLocked(who.person);
    return closed ? fail(Errc::NotAllowed, "the tile opens by three pictures") : Status();
}

Status Access::isHere(const Who &who) const
{
    TRIVSEL_TRY(isOpenTo(who));
    TRIVSEL_TRY(isKnown(who));
    return m_signIn.gate(who, std::nullopt);
}

Status Access::isKnown(const Who &who) const
{
    return m_home.knows(who) ? Status() : fail(Errc::NotAllowed, "not a person of this home in that role");
}

Status Access::ask(Action action, const Who &who, Voice voice, bool ownWords, bool among) const
{
    TRIVSEL_TRY(isOpenTo(who));
    return askTable(action, who, voice, ownWords, among);
}

Status Access::askTable(Action action, const Who &who, Voice voice, bool ownWords, bool among) const
{
    TRIVSEL_TRY(isKnown(who));
    TRIVSEL_TRY(m_signIn.gate(who, action));
    const domain::Situation situation{who.role, ownWords, voice, among, m_device};
    return domain::allowed(action, situation) ? Status() : fail(Errc::NotAllowed, "the access table says no");
}

Status Access::read(const Who &viewer, const PersonId &owner, StreamKind kind) const
{
    const bool self = viewer.person == owner;
    switch (kind) {
    case StreamKind::Team:
        return ask(Action::ReadTeam, viewer, Voice::VOICE_RESIDENT, self, isTeam(viewer, owner));
    case StreamKind::Chosen:
        return ask(Action::ReadChosen, viewer, Voice::VOICE_RESIDENT, self, isChosen(viewer, owner));
    case StreamKind::Safety:
        return readSafety(viewer, owner);
    case StreamKind::Own:
        return ask(Action::ReadOwn, viewer, Voice::VOICE_RESIDENT, self, false);
    case StreamKind::Staff:
        TRIVSEL_TRY(isHere(viewer));
        return self ? Status() : fail(Errc::NotAllowed, "only the person themself");
    default:
        return fail(Errc::NotAllowed, "not a stream that is shown to people");
    }
}

Status Access::readSafety(const Who &viewer, const PersonId &owner) const
{
    const Action action = m_signIn.safetyAction(viewer);
    TRIVSEL_TRY(isOpenTo(viewer));
    if (action != Action::ReadSafetyByShiftCode) { // which names nobody
        TRIVSEL_TRY(isKnown(viewer));
    }
    TRIVSEL_TRY(m_signIn.gate(viewer, action));
    const domain::Situation situation{viewer.role, viewer.person == owner, Voice::VOICE_RESIDENT,
                                      isTeam(viewer, owner), m_device};
    return m_home.isResident(owner) && domain::allowed(action, situation)
               ? Status()
               : fail(Errc::NotAllowed, "the access table says no");
}

Status Access::takeOut(Action action, const Who &who, const PersonId &resident) const
{
    return ask(action, who, Voice::VOICE_RESIDENT, who.person == resident, isTeam(who, resident));
}

Status Access::openOwn(const Who &who, const PersonId &resident) const
{
    // While the tile is locked, too: this is what opens it.
    TRIVSEL_TRY(askTable(Action::OpenOwnTile, who, Voice::VOICE_RESIDENT, who.person == resident, false));
    return askTable(Action::ReadOwn, who, Voice::VOICE_RESIDENT, who.person == resident, false);
}

Status Access::resetPictures(const Who &who, const PersonId &resident) const
{
    if (!m_home.isResident(resident)) {
        return fail(Errc::NotFound, "nobody who lives here");
    }
    return ask(Action::ResetPictures, who, Voice::VOICE_RESIDENT, who.person == resident,
               isTeam(who, resident));
}

Status Access::changeOwnCode(const Who &who) const
{
    return ask(Action::ChangeOwnCode, who, Voice::VOICE_UNSPECIFIED, true, false);
}

Status Access::holdConversation(const Who &who, const PersonId &resident) const
{
    return ask(Action::HoldConversation, who, Voice::VOICE_UNSPECIFIED, who.person == resident,
               isTeam(who, resident));
}

Status Access::agreeOnConversations(const Who &who, const PersonId &resident) const
{
    return ask(Action::AgreeOnConversations, who, Voice::VOICE_UNSPECIFIED, who.person == resident,
               isTeam(who, resident));
}

Status Access::seeOtherwise(const Who &who, const PersonId &resident) const
{
    return ask(Action::SeeOtherwise, who, Voice::VOICE_RESIDENT, who.person == resident, false);
}

Status Access::reply(const Who &who, const PersonId &resident, StreamKind kind) const
{
    const bool among = kind == StreamKind::Chosen ? isChosen(who, resident)
                                                  : kind == StreamKind::Team && isTeam(who, resident);
    return ask(Action::ReplyToResident, who, Voice::VOICE_STAFF, who.person == resident, among);
}

Status Access::takeAlong(const Who &who, const PersonId &resident) const
{
    if (!m_home.isResident(resident)) {
        return fail(Errc::NotFound, "nobody who lives here");
    }
    return ask(Action::TakeOnWalk, who, Voice::VOICE_RESIDENT, false,
               isTeam(who, resident) || isChosen(who, resident));
}

Status Access::answer(const Who &who, const PersonId &subject) const
{
    if (subject.isNull()) {
        return isHere(who); // the house's own form: whoever is here
    }
    if (who.person == subject) {
        const Voice voice = who.role == Role::ROLE_RESIDENT ? Voice::VOICE_RESIDENT : Voice::VOICE_STAFF;
        return ask(Action::AnswerForSelf, who, voice, true, false);
    }
    if (!m_home.isResident(subject)) {
        return fail(Errc::NotAllowed, "staff answer for themselves");
    }
    const bool among = isTeam(who, subject) || isChosen(who, subject);
    return ask(Action::AnswerForAnother, who, Voice::VOICE_RESIDENT, false, among);
}

Status Access::writeField(const Who &who, const PersonId &resident, Voice voice) const
{
    const bool self = who.person == resident;
    const Action action = voice == Voice::VOICE_RESIDENT ||
                                  (voice == Voice::VOICE_UNSPECIFIED && who.role == Role::ROLE_RESIDENT)
                              ? Action::WriteResidentVoice
                              : Action::WriteStaffVoice;
    return ask(action, who, voice, self, isTeam(who, resident));
}

Status Access::settleField(Action action, const Who &who, const PersonId &resident, Voice voice) const
{
    return ask(action, who, voice, who.person == resident, isTeam(who, resident));
}

Status Access::readWhoLooked(const Who &viewer, const PersonId &resident) const
{
    return ask(Action::ReadWhoLooked, viewer, Voice::VOICE_RESIDENT, viewer.person == resident, false);
}

Status Access::chooseOwnWays(const Who &who, const PersonId &resident) const
{
    if (!m_home.isResident(resident)) {
        return fail(Errc::NotFound, "nobody who lives here");
    }
    return ask(Action::ChooseOwnWays, who, Voice::VOICE_RESIDENT, who.person == resident, false);
}

Status Access::widenReaders(const Who &who, const PersonId &resident) const
{
    return ask(Action::WidenReaders, who, Voice::VOICE_RESIDENT, who.person == resident, false);
}

Status Access::holdRound(const Who &who) const
{
    return ask(Action::HoldRound, who, Voice::VOICE_UNSPECIFIED, false, false);
}

Status Access::answerUnnamed() const
{
    if (m_signIn.now().kind == SignInKind::Lent) {
        return fail(Errc::NotAllowed, "the device is lent to a resident");
    }
    const domain::Situation situation{Role::ROLE_RESIDENT, true, Voice::VOICE_RESIDENT, false, m_device};
    const bool yes =
        m_device == domain::DeviceKind::Shared && domain::allowed(Action::AnswerUnnamed, situation);
    return yes ? Status() : fail(Errc::NotAllowed, "rounds are answered on the shared tablet");
}

Status Access::readInsight(const Who &viewer) const
{
    return ask(Action::ReadInsight, viewer, Voice::VOICE_UNSPECIFIED, false, false);
}

Status Access::withdraw(const Who &who, const PersonId &resident) const
{
    return ask(Action::WithdrawAnswer, who, Voice::VOICE_RESIDENT, who.person == resident, false);
}

} // namespace trivsel::engine

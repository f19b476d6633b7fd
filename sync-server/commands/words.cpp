#include "sync-server/commands/words.h"

#include "sync-server/commands/plain_name.h"

namespace trivsel::server {

Text textOf(domain::Role role)
{
    switch (role) {
    case domain::Role::ROLE_RESIDENT:
        return Text::RoleResident;
    case domain::Role::ROLE_STAFF:
        return Text::RoleStaff;
    case domain::Role::ROLE_PEER:
        return Text::RolePeer;
    case domain::Role::ROLE_COORDINATOR:
        return Text::RoleCoordinator;
    case domain::Role::ROLE_MEDICINE:
        return Text::RoleMedicine;
    case domain::Role::ROLE_NIGHT:
        return Text::RoleNight;
    case domain::Role::ROLE_TEMP:
        return Text::RoleTemp;
    case domain::Role::ROLE_LEADER:
        return Text::RoleLeader;
    case domain::Role::ROLE_OFFICE:
        return Text::RoleOffice;
    case domain::Role::ROLE_MENTOR:
        return Text::RoleMentor;
    case domain::Role::ROLE_MEETING_LEADER:
        return Text::RoleMeetingLeader;
    case domain::Role::ROLE_REFLECTANT:
        return Text::RoleReflectant;
    case domain::Role::ROLE_SUPERVISOR:
        return Text::RoleSupervisor;
    case domain::Role::ROLE_REPRESENTATIVE:
        return Text::RoleRepresentative;
    case domain::Role::ROLE_SERVER:
        return Text::RoleServer;
    default:
        return Text::RoleNone;
    }
}

Text textOf(StreamKind kind)
{
    switch (kind) {
    case StreamKind::Home:
        return Text::StreamHome;
    case StreamKind::Profile:
        return Text::StreamProfile;
    case StreamKind::Own:
        return Text::StreamOwn;
    case StreamKind::Chosen:
        return Text::StreamChosen;
    case StreamKind::Team:
        return Text::StreamTeam;
    case StreamKind::Safety:
        return Text::StreamSafety;
    case StreamKind::Staff:
        return Text::StreamStaff;
    case StreamKind::Group:
        return Text::StreamGroup;
    case StreamKind::Insight:
        return Text::StreamInsight;
    case StreamKind::Audit:
        return Text::StreamAudit;
    }
    return Text::StreamHome;
}

std::string sectionName(Lang lang, StreamKind kind, const std::string &about)
{
    return say(lang, textOf(kind)) + (about.empty() ? "" : " (" + about + ")");
}

bool means(std::string_view typed, Text word, std::string_view name)
{
    const std::string plain = typedName(typed);
    return plain == name || plain == typedName(say(Lang::Danish, word));
}

} // namespace trivsel::server

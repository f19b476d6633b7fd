#include "app/demo/people.h"

#include <algorithm>

namespace trivsel::demo {

namespace {

bool worksWithResidents(merge::Role role)
{
    switch (role) {
    case merge::Role::ROLE_STAFF:
    case merge::Role::ROLE_PEER:
    case merge::Role::ROLE_COORDINATOR:
    case merge::Role::ROLE_MEDICINE:
    case merge::Role::ROLE_NIGHT:
    case merge::Role::ROLE_TEMP:
        return true;
    default:
        return false;
    }
}

std::vector<Helper> helpersOf(const std::vector<engine::StaffMember> &members)
{
    std::vector<Helper> helpers;
    for (const engine::StaffMember &member : members) {
        if (worksWithResidents(member.role)) {
            helpers.push_back({{member.id, member.role}, member.name});
        }
    }
    std::sort(helpers.begin(), helpers.end(), [](const Helper &a, const Helper &b) {
        return std::tie(a.name, a.who) < std::tie(b.name, b.who); // ids are random: names first
    });
    return helpers;
}

/** A form that residents answer about themselves. */
std::string someForm(const engine::Engine &engine)
{
    for (const auto &definition : engine.catalogue().all()) {
        if (definition->kind == catalogue::Kind::Form &&
            definition->audience == catalogue::Audience::Resident &&
            definition->about == catalogue::About::Nobody) {
            return definition->url;
        }
    }
    return {};
}

} // namespace

Result<People> readPeople(engine::Engine &engine)
{
    const engine::HomeSnapshot home = engine.home();
    People people;
    people.staff = helpersOf(home.staff);
    for (const engine::Tile &tile : home.residents) {
        const Who who{tile.id, merge::Role::ROLE_RESIDENT};
        const auto page = engine.openResident(tile.id, who);
        if (!page) {
            return tl::unexpected(page.error());
        }
        people.residents.push_back({who, tile.name, {}, helpersOf(page->team)});
    }
    engine.closeResident();
    std::sort(people.residents.begin(), people.residents.end(), [](const Neighbour &a, const Neighbour &b) {
        return std::tie(a.name, a.who) < std::tie(b.name, b.who);
    });
    for (std::size_t i = 0; i < people.residents.size(); ++i) {
        people.residents[i].diceName = people.residents[i].name + "/" + std::to_string(i);
    }
    return people;
}

Result<std::set<StreamKind>> possibleReaders(engine::Engine &engine, const Neighbour &resident)
{
    std::set<StreamKind> kinds;
    const auto draft = engine.beginForm(resident.who.person, resident.who, someForm(engine), {});
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team}) {
        const Status set = engine.setReaders(draft->id, kind);
        if (set) {
            kinds.insert(kind);
        } else if (set.error().code() != Errc::NotFound) {
            return tl::unexpected(set.error());
        }
    }
    TRIVSEL_TRY(engine.discardDraft(draft->id));
    return kinds;
}

Result<bool> isFresh(engine::Engine &engine, const People &people, const std::string &planUrl)
{
    bool fresh = true;
    for (const Neighbour &resident : people.residents) {
        const auto page = engine.openResident(resident.who.person, resident.who);
        if (!page) {
            return tl::unexpected(page.error());
        }
        const auto plan = engine.openPlan(resident.who.person, resident.who, planUrl);
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        fresh = fresh && page->responses.empty() && page->drafts.empty();
        for (const engine::FieldShown &field : plan->fields) {
            fresh = fresh && field.view.heads.empty() && !field.draft;
        }
    }
    engine.closeResident();
    return fresh;
}

} // namespace trivsel::demo

#include "app/engine/home_view.h"

#include "proto/domain/access.h"
#include "proto/domain/own_record.h"

#include <algorithm>
#include <tuple>

namespace trivsel::engine {

namespace {
bool isStaff(Role role)
{
    return role != Role::ROLE_RESIDENT && role != Role::ROLE_UNSPECIFIED && role != Role::ROLE_SERVER;
}
} // namespace

Status HomeView::load()
{
    TRIVSEL_TRY(readModel());
    m_profiles.clear();
    for (const PersonId &resident : residents()) {
        TRIVSEL_TRY(readProfileOf(resident));
    }
    return {};
}

Status HomeView::follow(const std::set<StreamId> &touched)
{
    const bool home = std::any_of(touched.begin(), touched.end(),
                                  [](const StreamId &stream) { return stream.kind == StreamKind::Home; });
    if (home) {
        return load(); // people and streams may have come: small, and seldom
    }
    for (const StreamId &stream : touched) {
        const auto owner = ownerOf(stream);
        if (stream.kind == StreamKind::Profile && owner) {
            TRIVSEL_TRY(readProfileOf(*owner));
        }
    }
    return {};
}

void HomeView::clear()
{
    m_cleared = true;
    m_model = {};
    m_profiles.clear();
}

Status HomeView::readModel()
{
    if (m_cleared) {
        return {};
    }
    if (!m_homeStream) {
        const auto streams = m_store.journal().streams();
        if (!streams) {
            return tl::unexpected(streams.error());
        }
        for (const StreamId &stream : *streams) {
            if (stream.kind == StreamKind::Home) {
                m_homeStream = stream;
            }
        }
    }
    if (!m_homeStream) {
        return {}; // never met the server: nobody lives here yet
    }
    const auto fold = m_authority.fold(*m_homeStream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    m_model = domain::readHome(m_home, **fold);
    return {};
}

Status HomeView::readProfileOf(const PersonId &resident)
{
    const auto stream = m_model.streamOf(resident, StreamKind::Profile);
    if (!stream) {
        m_profiles.erase(resident);
        return {};
    }
    const auto fold = m_folds.lookAt(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    m_profiles[resident] = domain::readProfile(resident, **fold);
    return {};
}

const domain::Profile &HomeView::profile(const PersonId &resident) const
{
    static const domain::Profile kUnknown;
    const auto known = m_profiles.find(resident);
    return known == m_profiles.end() ? kUnknown : known->second;
}

std::optional<StreamId> HomeView::streamOf(const PersonId &person, StreamKind kind) const
{
    const auto stream = heldStreamOf(person, kind);
    const bool closed = stream && kind == StreamKind::Own && !m_keys.isOpen(*stream);
    return closed ? std::nullopt : stream;
}

std::optional<StreamId> HomeView::ownStreamOf(const PersonId &person) const
{
    return heldStreamOf(person, StreamKind::Own);
}

bool HomeView::isHeld(const StreamId &stream) const
{
    return m_store.keys().newest(stream) != 0 && !m_withdrawn.contains(stream);
}

std::optional<StreamId> HomeView::heldStreamOf(const PersonId &person, StreamKind kind) const
{
    if (kind == StreamKind::Own) {
        return usedOwnOf(person);
    }
    const auto stream = person.isNull() ? m_model.stream(kind) : m_model.streamOf(person, kind);
    return stream && isHeld(*stream) ? stream : std::nullopt;
}

std::optional<StreamId> HomeView::usedOwnOf(const PersonId &person) const
{
    std::vector<StreamId> held;
    for (const domain::StreamInfo &info : m_model.streams) {
        if (info.about == person && info.id.kind == StreamKind::Own && !info.erased && isHeld(info.id)) {
            held.push_back(info.id);
        }
    }
    const auto used = std::find_if(held.begin(), held.end(), [&](const StreamId &stream) {
        const auto fold = held.size() > 1 ? m_folds.lookAt(stream) : fail(Errc::NotFound);
        return fold && domain::readOwn(person, **fold).everSet();
    });
    return used != held.end() ? std::optional(*used)
           : held.empty()     ? std::nullopt
                              : std::optional(held.front());
}

std::optional<PersonId> HomeView::ownerOf(const StreamId &stream) const
{
    const auto known = std::find_if(m_model.streams.begin(), m_model.streams.end(),
                                    [&](const domain::StreamInfo &info) { return info.id == stream; });
    return known == m_model.streams.end() ? std::nullopt : known->about;
}

bool HomeView::knows(const Who &who) const
{
    const domain::Person *person = m_model.person(who.person);
    return person != nullptr && person->active && person->role == who.role;
}

bool HomeView::isResident(const PersonId &person) const
{
    const domain::Person *known = m_model.person(person);
    return known != nullptr && known->active && known->role == Role::ROLE_RESIDENT;
}

std::vector<PersonId> HomeView::residents() const
{
    std::vector<PersonId> ids;
    for (const domain::Person &person : m_model.people) {
        if (person.active && person.role == Role::ROLE_RESIDENT) {
            ids.push_back(person.id);
        }
    }
    return ids;
}

Tile HomeView::tileOf(const PersonId &resident) const
{
    const domain::Profile &known = profile(resident);
    return {resident, known.name, known.picture, known.tint, known.ways};
}

std::vector<StaffMember> HomeView::staff(const std::vector<PersonId> &among) const
{
    std::vector<StaffMember> members;
    for (const PersonId &id : among) {
        const domain::Person *person = m_model.person(id);
        if (person != nullptr && person->active && isStaff(person->role)) {
            members.push_back({person->id, person->name, person->role});
        }
    }
    // By name, so that people stand in the same place on every page and every tablet.
    std::sort(members.begin(), members.end(), [](const StaffMember &a, const StaffMember &b) {
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return members;
}

std::vector<StaffMember> HomeView::staff() const
{
    std::vector<PersonId> everyone;
    for (const domain::Person &person : m_model.people) {
        if (domain::hasCode(person.role)) { // guests and the office do not sign in
            everyone.push_back(person.id);
        }
    }
    return staff(everyone);
}

} // namespace trivsel::engine

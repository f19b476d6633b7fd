#pragma once

#include "app/engine/authority.h"
#include "app/engine/snapshots.h"
#include "app/engine/withdrawn.h"

#include <map>

namespace trivsel::engine {

/** What the home stream and the residents' profiles say, read from their folds and kept until they change. */
class HomeView
{
public:
    HomeView(TabletStore &store, const StreamKeys &keys, StreamFolds &folds, Authority &authority,
             const Withdrawn &withdrawn, HomeId home)
        : m_store(store),
          m_keys(keys),
          m_folds(folds),
          m_authority(authority),
          m_withdrawn(withdrawn),
          m_home(home)
    {
    }

    /** Reads the home and every profile, once at start: what the start page needs. */
    [[nodiscard]] Status load();
    /** This tablet was told to empty itself: nobody is known here any more. */
    void clear();
    /** Called after COMMIT with what changed. */
    [[nodiscard]] Status follow(const std::set<StreamId> &touched);

    [[nodiscard]] const domain::HomeModel &model() const { return m_model; }
    [[nodiscard]] const domain::Profile &profile(const PersonId &resident) const;
    [[nodiscard]] std::optional<StreamId> homeStream() const { return m_homeStream; }
    /** Only when its key is here too, and the office has not taken it off this tablet; `own` only while it is
     * open. */
    [[nodiscard]] std::optional<StreamId> streamOf(const PersonId &person, StreamKind kind) const;
    /** Also while it is closed: what tablets tell each other about its keys can be read all the same. */
    [[nodiscard]] std::optional<StreamId> ownStreamOf(const PersonId &person) const;
    /** Whose stream it is; nullopt for the house's and unknown ones. */
    [[nodiscard]] std::optional<PersonId> ownerOf(const StreamId &stream) const;
    /** Active, with exactly this role. */
    [[nodiscard]] bool knows(const Who &who) const;
    [[nodiscard]] bool isResident(const PersonId &person) const;
    [[nodiscard]] std::vector<PersonId> residents() const; // active, in a fixed order
    [[nodiscard]] Tile tileOf(const PersonId &resident) const;
    [[nodiscard]] std::vector<StaffMember> staff(const std::vector<PersonId> &among) const;
    [[nodiscard]] std::vector<StaffMember> staff() const;

    /** Its key is here, and the office has not taken it off this tablet. */
    [[nodiscard]] bool isHeld(const StreamId &stream) const;

private:
    [[nodiscard]] std::optional<StreamId> heldStreamOf(const PersonId &person, StreamKind kind) const;
    /** Of several the one in which pictures were chosen: the office makes a second one when it comes back
     * from a backup that is older than *kun mig*. */
    [[nodiscard]] std::optional<StreamId> usedOwnOf(const PersonId &person) const;
    [[nodiscard]] Status readModel();
    [[nodiscard]] Status readProfileOf(const PersonId &resident);

    TabletStore &m_store;
    const StreamKeys &m_keys;
    StreamFolds &m_folds;
    Authority &m_authority;
    const Withdrawn &m_withdrawn;
    HomeId m_home;
    std::optional<StreamId> m_homeStream;
    domain::HomeModel m_model;
    bool m_cleared = false;
    std::map<PersonId, domain::Profile> m_profiles;
};

} // namespace trivsel::engine

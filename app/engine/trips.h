#pragma once

#include "app/engine/tablet_store.h"

#include <map>

namespace trivsel::engine {

/**
 * *Tag med på tur*: whom the owner of this phone takes along. Only a wish: the office grants what the owner
 * may read. Who has come home stays here until the office has heard it, so that a grant which was on its way
 * brings nobody back. Core thread.
 */
class Trips final : public CommitListener
{
public:
    explicit Trips(TabletStore &store) : m_store(store) {}

    [[nodiscard]] Status load();
    [[nodiscard]] std::vector<PersonId> along() const;
    [[nodiscard]] bool isHome(const PersonId &resident) const;

    // Inside TabletStore::write.
    /** TooLarge with limits::kCarryMax along. */
    [[nodiscard]] Status take(const PersonId &resident);
    [[nodiscard]] Status bringHome(const PersonId &resident);
    /** The office was told of these and of nobody else: whoever is home and not among them is done with. */
    [[nodiscard]] Status told(const std::vector<PersonId> &carry);

    void committed() override { m_rows = m_next; }
    void rolledBack() override { m_next = m_rows; }

private:
    [[nodiscard]] Status put(const PersonId &resident, bool home);

    TabletStore &m_store;
    std::map<PersonId, bool> m_rows; // true: home again
    std::map<PersonId, bool> m_next;
};

} // namespace trivsel::engine

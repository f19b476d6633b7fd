#pragma once

#include "app/engine/access.h"
#include "app/engine/audit_boxes.h"
#include "app/engine/definitions.h"
#include "app/engine/draft_store.h"
#include "app/engine/notifier.h"
#include "app/engine/own_certificate.h"
#include "app/engine/picture_tries.h"
#include "app/engine/round_records.h"
#include "app/engine/trips.h"

namespace trivsel::engine {

/** The engine's parts, wired together once; each has one purpose and knows only the parts it was given. */
struct Parts
{
    Parts(EngineConfig configuration, TabletFile who, std::unique_ptr<TabletStore> opened);

    /** Reads what the start page needs. */
    [[nodiscard]] Status load();

    /** The one resident whose documents may be in memory from now on; the previous one's are dropped. */
    void enter(const PersonId &resident);
    void leave();
    /** A stream of theirs goes from here: nothing of them stays in memory, and who is on another page goes
     * on. */
    void leaveIfOpen(const std::optional<PersonId> &owner);
    [[nodiscard]] const std::optional<PersonId> &entered() const { return m_entered; }
    /** Another number: the page was left in between. */
    [[nodiscard]] std::uint64_t visit() const { return m_visit; }
    /** Called by leave(), for parts that keep something of the page. */
    std::function<void()> onLeave;
    /** … and of one resident, while another's page stays open. */
    std::function<void(const PersonId &)> onForget;
    /** All that the office had of it when this tablet last met it is here; false while a first sync or a
     * back-fill is under way, or its newest key has not come. */
    std::function<bool(const StreamId &)> isFilled;
    /** Sheets that were sent become changes, also before their page is left. */
    std::function<Status()> settleSent;
    /** … what was sent about this person alone: nobody else's page loses its *Fortryd*. */
    std::function<Status(const PersonId &)> settleSentOf;
    /** One answer for more readers becomes a change; inside TabletStore::write. */
    std::function<Status(const Draft &)> settleWidening;
    /** What was typed in the plans of a stream becomes changes. */
    std::function<Status(const StreamId &)> settlePlans;
    /** A round that is open is closed: this tablet is to be emptied. */
    std::function<Status()> closeRounds;

    EngineConfig config;
    TabletFile identity;
    catalogue::Language language = catalogue::Language::Da;
    std::unique_ptr<TabletStore> store;
    OwnCertificate certificate;
    ClockState clock;
    Incarnations incarnations;
    Outbox outbox;
    StreamKeys keys;
    StreamFolds folds;
    Authority authority;
    Withdrawn withdrawn;
    Trips trips;
    HomeView home;
    ChangeWriter writer;
    Definitions definitions;
    DraftStore drafts;
    AuditLog audit;
    AuditBoxes auditBoxes;
    RoundRecords rounds;
    SignIn signIn;
    PictureTries tries;
    Access access;
    Notifier notifier;

private:
    std::optional<PersonId> m_entered;
    std::uint64_t m_visit = 0;
};

} // namespace trivsel::engine

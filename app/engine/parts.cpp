#include "app/engine/parts.h"

namespace trivsel::engine {

namespace {
domain::DeviceKind kindOf(TabletKind kind)
{
    return kind == TabletKind::Shared ? domain::DeviceKind::Shared : domain::DeviceKind::Staff;
}
} // namespace

Parts::Parts(EngineConfig configuration, TabletFile who, std::unique_ptr<TabletStore> opened)
    : config(std::move(configuration)),
      identity(std::move(who)),
      store(std::move(opened)),
      certificate(*store, identity.certificatePem),
      clock(*store, config.clock),
      incarnations(*store, config.random),
      outbox(*store),
      keys(*store),
      folds(*store, keys),
      authority(*store, folds, identity.home, identity.pin),
      withdrawn(*store, folds, outbox),
      trips(*store),
      home(*store, keys, folds, authority, withdrawn, identity.home),
      writer(*store, keys, folds, outbox, incarnations, clock, config.random),
      definitions(*store, folds, home, writer, config.catalogue),
      drafts(*store, keys, config.wrapKey, config.random),
      audit(*store, clock, {identity.device, config.wrapKey, config.random, config.signIn.uptime}),
      auditBoxes(*store, audit, authority, home, writer, identity.device, config.random),
      rounds(*store, drafts, outbox, authority, home, writer),
      signIn(*store, home, clock, audit,
             {config.signIn, config.wrapKey, config.random, config.clock, kindOf(identity.kind)}),
      tries(*store, {config.wrapKey, config.random, config.signIn.uptime}),
      access(home, signIn, kindOf(identity.kind)),
      notifier(folds, home)
{
    store->addListener(&clock);
    store->addListener(&incarnations);
    store->addListener(&outbox);
    store->addListener(&authority); // before the folds: it asks what they are about to read anew
    store->addListener(&withdrawn);
    store->addListener(&trips);
    store->addListener(&folds);
    store->addListener(&definitions);
    store->addListener(&audit);
    store->addListener(&signIn);
    store->addListener(&tries);
    store->addListener(&notifier);
    signIn.onLeave = [this] { leave(); };
}

Status Parts::load()
{
    TRIVSEL_TRY(certificate.load());
    TRIVSEL_TRY(clock.load());
    TRIVSEL_TRY(outbox.load());
    TRIVSEL_TRY(authority.load());
    TRIVSEL_TRY(withdrawn.load());
    TRIVSEL_TRY(trips.load());
    TRIVSEL_TRY(home.load());
    TRIVSEL_TRY(audit.load());
    TRIVSEL_TRY(store->write([this] { return rounds.dropSafe(); })); // before their boxes go
    TRIVSEL_TRY(auditBoxes.letGo());
    TRIVSEL_TRY(tries.load());
    return signIn.load();
}

void Parts::enter(const PersonId &resident)
{
    if (m_entered == resident) {
        return;
    }
    leave();
    m_entered = resident;
}

void Parts::leaveIfOpen(const std::optional<PersonId> &owner)
{
    // Whoever writes on another page goes on: a page that is left closes *kun mig* and locks its tile.
    if (!owner || owner == m_entered || owner == signIn.now().who.person) {
        leave();
        return;
    }
    for (const domain::StreamInfo &info : home.model().streams) {
        if (info.about == owner) {
            folds.drop(info.id);
        }
    }
    if (onForget) {
        onForget(*owner);
    }
}

void Parts::leave()
{
    m_entered.reset();
    ++m_visit;
    keys.closeOwn();
    std::set<StreamId> kept;
    if (const auto stream = home.homeStream()) {
        kept.insert(*stream);
    }
    folds.dropAllBut(kept);
    if (onLeave) {
        onLeave();
    }
}

} // namespace trivsel::engine

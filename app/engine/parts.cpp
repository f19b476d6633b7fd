#include "app/engine/parts.h"

namespace trivsel::engine {

Parts::Parts(EngineConfig configuration, TabletFile who, std::unique_ptr<TabletStore> opened)
    : config(std::move(configuration)),
      identity(std::move(who)),
      store(std::move(opened)),
      clock(*store, config.clock),
      incarnations(*store, config.random),
      outbox(*store),
      folds(*store),
      authority(*store, folds, identity.home, identity.pin),
      withdrawn(*store, folds, outbox),
      home(*store, folds, authority, withdrawn, identity.home),
      writer(*store, folds, outbox, incarnations, clock, config.random),
      definitions(*store, folds, home, writer, config.catalogue),
      drafts(*store, config.wrapKey, config.random),
      access(home,
             identity.kind == TabletKind::Shared ? domain::DeviceKind::Shared : domain::DeviceKind::Staff),
      notifier(folds, home)
{
    store->addListener(&clock);
    store->addListener(&incarnations);
    store->addListener(&outbox);
    store->addListener(&authority); // before the folds: it asks what they are about to read anew
    store->addListener(&withdrawn);
    store->addListener(&folds);
    store->addListener(&definitions);
    store->addListener(&notifier);
}

Status Parts::load()
{
    TRIVSEL_TRY(clock.load());
    TRIVSEL_TRY(outbox.load());
    TRIVSEL_TRY(authority.load());
    TRIVSEL_TRY(withdrawn.load());
    return home.load();
}

void Parts::enter(const PersonId &resident)
{
    if (m_entered == resident) {
        return;
    }
    leave();
    m_entered = resident;
}

void Parts::leave()
{
    m_entered.reset();
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

#include "app/viewmodels/sync_view_model.h"

namespace trivsel::app {

using engine::SyncPhase;
using State = SyncViewModel::State;

namespace {

State refusedState(const engine::SyncSnapshot &sync)
{
    if (!sync.problem) {
        return State::Refused;
    }
    switch (*sync.problem) {
    case Errc::WrongPin:
        return State::WrongServer;
    case Errc::WrongHome:
        return State::WrongHome;
    case Errc::WrongDevice:
        return State::WrongTablet;
    case Errc::VersionUnsupported:
        return State::NewerServer;
    case Errc::NotAllowed:
        return sync.expired ? State::Expired : State::Blocked;
    default:
        return State::Refused;
    }
}

} // namespace

State syncStateOf(const engine::SyncSnapshot &sync)
{
    if (sync.diskFull) {
        return State::DiskFull;
    }
    if (sync.copied) {
        return State::Copied;
    }
    if (sync.phase == SyncPhase::Refused) {
        return refusedState(sync);
    }
    if (sync.givenUp > 0) {
        return State::GivenUp;
    }
    if (sync.phase == SyncPhase::Connecting || sync.phase == SyncPhase::Syncing) {
        return State::Working;
    }
    if (sync.heldAtOffice > 0) {
        return State::Held;
    }
    if (sync.onlyHere > 0) {
        return State::OnlyHere;
    }
    if (sync.lastContactMs == 0) {
        return State::NeverMet;
    }
    if (sync.notSafe > 0) {
        return State::OneCopy;
    }
    return sync.phase == SyncPhase::Unreachable ? State::Away : State::Saved;
}

SyncViewModel::SyncViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.core, &CoreLink::changed, this, [this](const engine::Changed &what) {
        if (what.sync) {
            read();
        }
    });
}

void SyncViewModel::read()
{
    m.core.run(
        this, [](engine::Engine &engine) { return engine.sync(); },
        [this](engine::SyncSnapshot sync) {
            m_sync = std::move(sync);
            m_known = true;
            Q_EMIT changed();
        });
}

State SyncViewModel::state() const
{
    return m_known ? syncStateOf(m_sync) : State::Unknown;
}

bool SyncViewModel::working() const
{
    return state() == State::Working;
}

bool SyncViewModel::needsPerson() const
{
    switch (state()) {
    case State::WrongServer:
    case State::WrongHome:
    case State::WrongTablet:
    case State::NewerServer:
    case State::Blocked:
    case State::Expired:
    case State::Refused:
    case State::GivenUp:
    case State::Copied:
    case State::DiskFull:
        return true;
    case State::Unknown:
    case State::NeverMet:
    case State::Saved:
    case State::OnlyHere:
    case State::OneCopy:
    case State::Away:
    case State::Working:
    case State::Held:
        return false;
    }
    return false;
}

} // namespace trivsel::app

#include "app/engine/travellers.h"

#include "proto/domain/device_rights.h"

#include <algorithm>

namespace trivsel::engine {

namespace {

/** What of the streams that come and go with a resident is here. */
struct Left
{
    bool readable = false;  // a key is here, and nobody has taken the stream off
    bool withdrawn = false; // it is on its way out
    bool unfinished = false;
    std::uint64_t onlyHere = 0;
    std::uint64_t oneCopy = 0;
};

Result<Left> leftOf(Parts &parts, const domain::Device &self, const PersonId &resident)
{
    Left left;
    for (const domain::StreamInfo &info : parts.home.model().streams) {
        if (info.about != resident || !domain::onlyAlong(self, info.id)) {
            continue;
        }
        const auto onlyHere = parts.outbox.countIn(info.id, Outbox::State::Pending);
        const auto durable = parts.outbox.countIn(info.id, Outbox::State::Durable);
        const auto aside = parts.outbox.countIn(info.id, Outbox::State::Aside);
        const auto held = parts.outbox.countIn(info.id, Outbox::State::Held);
        const auto drafts = parts.drafts.waitsIn(info.id);
        if (!onlyHere || !aside || !durable || !held || !drafts) {
            return tl::unexpected(!onlyHere  ? onlyHere.error()
                                  : !aside   ? aside.error()
                                  : !durable ? durable.error()
                                  : !held    ? held.error()
                                             : drafts.error());
        }
        const bool withdrawn = parts.withdrawn.contains(info.id);
        left.withdrawn = left.withdrawn || withdrawn;
        left.readable = left.readable || (!withdrawn && parts.store->keys().newest(info.id) != 0);
        left.unfinished = left.unfinished || *drafts;
        left.onlyHere += *onlyHere + *aside;
        left.oneCopy += *durable + *held;
    }
    return left;
}

} // namespace

std::optional<PersonId> ownerOf(const Parts &parts)
{
    const domain::Device *self = parts.home.model().device(parts.identity.device);
    return self != nullptr && self->kind == domain::DeviceKind::Staff ? self->owner : std::nullopt;
}

Result<std::vector<Traveller>> travellers(Parts &parts, const Who &who)
{
    TRIVSEL_TRY(parts.access.isHere(who));
    const domain::Device *self = parts.home.model().device(parts.identity.device);
    if (self == nullptr || ownerOf(parts) != who.person) {
        return fail(Errc::NotAllowed, "not this person's own device");
    }
    const auto along = parts.trips.along();
    std::vector<Traveller> out;
    for (const PersonId &resident : parts.home.residents()) {
        const auto left = leftOf(parts, *self, resident);
        if (!left) {
            return tl::unexpected(left.error());
        }
        Traveller one;
        one.resident = resident;
        one.onlyHere = left->onlyHere;
        one.oneCopy = left->oneCopy;
        one.unfinished = left->unfinished;
        one.mayTake = parts.access.takeAlong(who, resident).has_value();
        if (std::find(along.begin(), along.end(), resident) != along.end()) {
            one.state = left->readable ? Traveller::State::Along : Traveller::State::Asked;
        } else if (left->withdrawn) {
            one.state = Traveller::State::GoingHome;
        }
        if (one.state != Traveller::State::Home || one.mayTake) {
            out.push_back(one);
        }
    }
    return out;
}

} // namespace trivsel::engine

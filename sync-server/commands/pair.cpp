#include "proto/journal/files.h"
#include "sync-server/commands/lan_address.h"
#include "sync-server/commands/pair_screen.h"
#include "sync-server/commands/pair_wait.h"
#include "sync-server/commands/pair_wish.h"
#include "sync-server/commands/places.h"
#include "sync-server/commands/stop_signals.h"
#include "sync-server/open_home.h"

#include <algorithm>

// Sets a tablet up: pair_wish (which one), pair_screen (what the office sees), pair_wait (the rest).
namespace trivsel::server {
namespace {

/** What was said, else where `serve` listens, with this machine's address when it listens on all. */
std::optional<Endpoint> addressFor(const PairWish &wish, const Endpoint &serving)
{
    if (wish.address) {
        return wish.address;
    }
    const bool all = serving.host == "0.0.0.0" || serving.host == "::";
    if (!all) {
        return serving;
    }
    const auto lan = lanAddress();
    return lan ? std::optional(Endpoint{*lan, serving.port}) : std::nullopt;
}

bool serverRuns(const HomePaths &paths)
{
    const auto lock = journal::DirLock::take(paths.dir);
    return !lock && lock.error().code() == Errc::StoreBusy;
}

struct Ready
{
    Endpoint address;
    Hash256 pin;
};

/** What must be so before anything is shown. */
std::variant<Ready, int> prepare(const Context &context, PairingOffers &offers, const PairWish &wish)
{
    if (!serverRuns(context.paths)) {
        return context.failed(Text::PairNoServer, {context.paths.dir.string()});
    }
    const auto serving = offers.serving();
    if (!serving || !*serving) {
        return serving ? context.failed(Text::PairNoServer, {context.paths.dir.string()})
                       : context.failed(serving.error());
    }
    const auto address = addressFor(wish, **serving);
    if (!address) {
        return context.failed(Text::PairNoAddress);
    }
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto &devices = (*store)->model().devices;
    if (std::any_of(devices.begin(), devices.end(),
                    [&](const domain::Device &device) { return device.name == wish.name; })) {
        return context.failed(Text::NameTaken, {wish.name});
    }
    return Ready{*address, seal::pinOf(seal::publicOf((*store)->server().identity))};
}

int run(Context &context, const Values &values)
{
    PairWish wish;
    if (const auto exit = readPairWish(context, values, wish)) {
        return *exit;
    }
    watchStopSignals();
    const auto home = openHome(context.paths, context.random);
    if (!home) {
        return context.failed(home.error().error, home.error().subject);
    }
    if (!serverRuns(context.paths)) {
        return context.failed(Text::PairNoServer, {context.paths.dir.string()});
    }
    const auto wrapKey = readWrapKey(context.paths.wrapKey);
    auto offers = wrapKey ? PairingOffers::open(context.paths, *wrapKey, context.random, bootMs)
                          : Result<PairingOffers>(tl::unexpected<Error>(wrapKey.error()));
    if (!offers) {
        return context.failed(offers.error(), PairingOffers::folderIn(context.paths.dir).string());
    }
    const auto lock = journal::DirLock::take(PairingOffers::folderIn(context.paths.dir));
    if (!lock) {
        return lock.error().code() == Errc::StoreBusy ? context.failed(Text::PairGoingOn)
                                                      : context.failed(lock.error());
    }
    Terminal terminal;
    if (const auto exit = askPairWish(context, values, terminal, wish)) {
        return *exit;
    }
    const auto prepared = prepare(context, *offers, wish);
    if (const int *exit = std::get_if<int>(&prepared)) {
        return *exit;
    }
    const Ready &ready = std::get<Ready>(prepared);
    const NewOffer offer{randomBytes<pairing::Secret>(context.random), randomBytes<DeviceId>(context.random),
                         wish.name, wish.kind};
    const pairing::Invitation invitation{ready.address.host, ready.address.port, ready.pin, offer.secret};
    PairPicture picture;
    if (!wish.out.empty()) {
        if (const Status written = picture.write(wish.out, invitation); !written) {
            return written.error().code() == Errc::StoreMissing
                       ? noFolderFor(context, wish.out)
                       : context.failed(written.error(), wish.out.string());
        }
    }
    if (const Status put = offers->put(offer); !put) {
        return context.failed(put.error());
    }
    PairScreen(context).code(offer, invitation, wish.out);
    return PairWait(context, *offers, terminal, offer, wish.owner).run();
}

} // namespace

const Command kPair{"pair",
                    "--data DIR [--name NAVN] [--kind shared|staff|leader] [--owner NAVN] [--address "
                    "HOST:PORT] [--out FILE.svg]",
                    Text::AboutPair, declarePairWish, run};

} // namespace trivsel::server

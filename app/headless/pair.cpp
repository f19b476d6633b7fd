#include "app/headless/pair.h"

#include "app/net/pairing_run.h"
#include "proto/pairing/link.h"

#include <boost/json.hpp>
#include <ostream>

namespace trivsel::headless {
namespace {

namespace json = boost::json;
using pairing::Ending;

constexpr int kExitFailed = 1;

const char *nameOf(Ending ending)
{
    switch (ending) {
    case Ending::Done:
        return "Done";
    case Ending::WrongCode:
        return "WrongCode";
    case Ending::CodeDead:
        return "CodeDead";
    case Ending::OtherTablet:
        return "OtherTablet";
    case Ending::Declined:
        return "Declined";
    case Ending::NotTheServer:
        return "NotTheServer";
    case Ending::Unreachable:
        return "Unreachable";
    case Ending::Lost:
        return "Lost";
    case Ending::Cancelled:
        return "Cancelled";
    case Ending::NotSaved:
        return "NotSaved";
    case Ending::TooOld:
        return "TooOld";
    }
    return "";
}

void say(std::ostream &out, const json::object &line)
{
    out << json::serialize(line) << std::endl;
}

} // namespace

int pair(const engine::EngineConfig &config, const std::string &text, const std::string &address,
         std::ostream &out)
{
    auto invitation = pairing::readInvitation(text);
    if (!invitation) {
        say(out, {{"pair", "BadCode"}, {"detail", trivsel::nameOf(invitation.error().code())}});
        return kExitFailed;
    }
    if (!address.empty()) {
        invitation->host = address;
    }
    if (!pairing::isHost(invitation->host)) {
        say(out, {{"pair", "NoAddress"}});
        return kExitFailed;
    }
    net::PairingConfig pairingConfig;
    pairingConfig.invitation = *invitation;
    pairingConfig.app = config.appVersion;
    pairingConfig.random = config.random;
    net::PairingEvents events;
    events.onDigits = [&out](const pairing::ShowDigits &shown) {
        say(out, {{"pair", "Digits"},
                  {"digits", shown.digits},
                  {"home", shown.homeName},
                  {"name", shown.tabletName}});
    };
    events.enrol = [&config](const TabletFile &file) { return engine::Engine::enrol(config, file); };
    const pairing::Ended ended = net::pairBlocking(std::move(pairingConfig), std::move(events));
    json::object line{{"pair", nameOf(ended.ending)}};
    if (ended.ending != Ending::Done) {
        line["tries_left"] = ended.triesLeft;
        line["error"] = trivsel::nameOf(ended.why.code());
        line["detail"] = ended.why.detail();
    }
    say(out, line);
    return ended.ending == Ending::Done ? 0 : kExitFailed;
}

} // namespace trivsel::headless

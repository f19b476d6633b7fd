#include "proto/journal/files.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"
#include "sync-server/certificates.h"
#include "sync-server/commands/lan_address.h"
#include "sync-server/commands/tablet_kind.h"
#include "sync-server/commands/tablet_owner.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/files.h"
#include "sync-server/pairing_offers.h"
#include "sync-server/qr.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cerrno>
#include <csignal>
#include <ostream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trivsel::server {
namespace {

constexpr int kLookEveryMs = 250;
constexpr std::size_t kLineBytesMax = 1024;

volatile std::sig_atomic_t stopAsked = 0;

void askToStop(int /*signal*/)
{
    stopAsked = 1;
}

/** Ctrl-C takes the code back; without SA_RESTART it also ends a wait for the terminal. */
void watchSignals()
{
    struct sigaction action = {};
    action.sa_handler = askToStop;
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        ::sigaction(number, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN);
}

/** Lines from the terminal, without ever waiting longer than is asked. */
class Terminal
{
public:
    /** A whole line if one comes within the time. */
    std::optional<std::string> line(int waitMs)
    {
        if (const auto whole = take()) {
            return whole;
        }
        pollfd waiting{STDIN_FILENO, POLLIN, 0};
        if (m_ended) {
            ::poll(nullptr, 0, waitMs);
            return std::nullopt;
        }
        if (::poll(&waiting, 1, waitMs) <= 0) {
            return std::nullopt;
        }
        std::array<char, 256> bytes{};
        const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (size <= 0) {
            m_ended = size == 0 || errno != EINTR;
            return std::nullopt;
        }
        m_text.append(bytes.data(), static_cast<std::size_t>(size));
        if (m_text.size() > kLineBytesMax) {
            m_text.clear();
        }
        return take();
    }
    /** What was typed before a question is no answer to it. */
    void forget()
    {
        while (line(0)) {
        }
        m_text.clear();
    }
    [[nodiscard]] bool ended() const { return m_ended; }

private:
    std::optional<std::string> take()
    {
        const std::size_t end = m_text.find('\n');
        if (end == std::string::npos) {
            return std::nullopt;
        }
        std::string whole = m_text.substr(0, end);
        m_text.erase(0, end + 1);
        while (!whole.empty() && (whole.back() == '\r' || whole.back() == ' ')) {
            whole.pop_back();
        }
        return whole;
    }
    std::string m_text;
    bool m_ended = false;
};

struct Wish
{
    std::string name;
    TabletKind kind{};
    std::optional<Endpoint> address;
    std::filesystem::path out;
    std::optional<PersonId> owner; // nullopt: the house's
};

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("name", text("NAVN"), say(lang, Text::OptionName).c_str())(
        "kind", text(kTabletKinds), say(lang, Text::OptionTabletKind).c_str())(
        "address", text("HOST:PORT"), say(lang, Text::OptionAddress).c_str())(
        "out", text("FILE.svg"), say(lang, Text::OptionPairOut).c_str());
    declareOwner(options, lang);
}

/** The next line, however long it takes; nullopt at the end of input or when Ctrl-C was pressed. */
std::optional<std::string> ask(const Context &context, Terminal &terminal, Text question)
{
    context.out << context.say(question) << std::flush;
    while (stopAsked == 0 && !terminal.ended()) {
        if (auto line = terminal.line(kLookEveryMs)) {
            return line;
        }
    }
    return std::nullopt;
}

std::optional<int> readName(const Context &context, const Values &values, Terminal &terminal, Wish &wish)
{
    const bool given = values.count("name") != 0;
    wish.name = given ? values["name"].as<std::string>()
                      : ask(context, terminal, Text::PairAskName).value_or(std::string());
    if (isName(wish.name)) {
        return std::nullopt;
    }
    return wish.name.empty() && !given ? context.usage(Text::MissingOption, {"--name"})
                                       : context.usage(Text::BadName, {"--name"});
}

std::optional<int> readKind(const Context &context, const Values &values, Terminal &terminal, Wish &wish)
{
    std::string name;
    if (values.count("kind") != 0) {
        name = values["kind"].as<std::string>();
    } else {
        const auto answer = ask(context, terminal, Text::PairAskKind);
        if (!answer) {
            return context.usage(Text::MissingOption, {"--kind"});
        }
        name = *answer == "1" ? "shared" : *answer == "2" ? "staff" : *answer == "3" ? "leader" : *answer;
    }
    const auto kind = tabletKindNamed(name);
    if (!kind) {
        return context.usage(Text::BadKind);
    }
    wish.kind = *kind;
    return std::nullopt;
}

/** Before a code is shown: a name that nobody has is told at once. */
std::optional<int> readOwner(const Context &context, const Values &values, Wish &wish)
{
    const auto who = ownerOption(values);
    if (who.empty()) {
        return std::nullopt;
    }
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    domain::Device device;
    device.kind = deviceKindOf(wish.kind);
    const auto exit = setOwner(context, **store, who, device);
    wish.owner = device.owner;
    return exit;
}

std::optional<int> read(const Context &context, const Values &values, Terminal &terminal, Wish &wish)
{
    if (values.count("address") != 0) {
        wish.address = parseEndpoint(values["address"].as<std::string>(), false);
        if (!wish.address || !pairing::isHost(wish.address->host)) {
            return context.usage(Text::AddressBad, {values["address"].as<std::string>()});
        }
    }
    if (values.count("out") != 0) {
        wish.out = values["out"].as<std::string>();
        if (wish.out.extension() != ".svg") {
            return context.usage(Text::PairOutSvg);
        }
    }
    if (const auto exit = readName(context, values, terminal, wish)) {
        return exit;
    }
    return readKind(context, values, terminal, wish);
}

/** What was said, else where `serve` listens, with this machine's address when it listens on all. */
std::optional<Endpoint> addressFor(const Wish &wish, const Endpoint &serving)
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

/** The picture holds the secret: it is there only as long as the code is good. */
class Picture
{
public:
    Picture() = default;
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;
    ~Picture()
    {
        std::error_code ignored;
        if (!m_file.empty()) {
            std::filesystem::remove(m_file, ignored);
        }
    }
    [[nodiscard]] Status write(const std::filesystem::path &file, const std::string &link)
    {
        TRIVSEL_TRY(writeNewFile(file, qrAsSvg(link), S_IRUSR | S_IWUSR));
        m_file = file;
        return {};
    }

private:
    std::filesystem::path m_file;
};

/** One run of the command, from the code on. */
class Pairing
{
public:
    Pairing(Context &context, PairingOffers &offers, Terminal &terminal, NewOffer offer,
            std::optional<PersonId> owner)
        : m_context(context),
          m_offers(offers),
          m_terminal(terminal),
          m_offer(std::move(offer)),
          m_owner(owner)
    {
    }
    void show(const pairing::Invitation &invitation, const std::filesystem::path &picture);
    int wait();

private:
    std::optional<int> step();
    std::optional<int> onOver(const StoredOffer &offer);
    void onQuestion(const StoredOffer &offer);
    std::optional<int> onLine(const StoredOffer &offer, const std::string &line);
    std::optional<int> confirm(const StoredOffer &offer);
    int end(int exit, Text text, const std::string &name = {});
    void tell(const char *event, const boost::json::object &more = {});

    Context &m_context;
    PairingOffers &m_offers;
    Terminal &m_terminal;
    NewOffer m_offer;
    std::optional<PersonId> m_owner;
    std::uint32_t m_tries = 0;
    std::int64_t m_asked = 0;
    bool m_confirmed = false;
};

void Pairing::tell(const char *event, const boost::json::object &more)
{
    if (m_context.json) {
        boost::json::object line = more;
        line["event"] = event;
        m_context.out << boost::json::serialize(line) << std::endl;
    }
}

void Pairing::show(const pairing::Invitation &invitation, const std::filesystem::path &picture)
{
    const std::string code = pairing::writeCode(invitation);
    const std::string link = pairing::writeLink(invitation);
    const std::string address = Endpoint{invitation.host, invitation.port}.str();
    if (m_context.json) {
        tell("code", {{"code", code}, {"link", link}, {"address", address}});
        return;
    }
    std::ostream &out = m_context.out;
    const auto say = [this](Text text, std::initializer_list<std::string_view> values = {}) {
        return m_context.say(text, values);
    };
    out << say(Text::PairTitle, {m_offer.name, say(textOf(m_offer.kind))}) << "\n\n"
        << qrForTerminal(link, ::isatty(STDOUT_FILENO) == 1) << '\n'
        << say(Text::PairHow) << "\n\n"
        << say(Text::PairCode, {code}) << "\n\n";
    const bool known = pairing::ipv4Of(invitation.host).has_value();
    out << say(known ? Text::PairAddress : Text::PairWithout, {address}) << '\n';
    if (!picture.empty()) {
        out << say(Text::PairPicture, {picture.string()}) << '\n';
    }
    out << say(Text::PairLeft) << "\n\n" << say(Text::PairWaiting) << std::endl;
}

int Pairing::wait()
{
    for (;;) {
        if (stopAsked != 0) {
            return end(kExitFailed, m_confirmed ? Text::PairNotFetched : Text::PairTaken, m_offer.name);
        }
        if (const auto exit = step()) {
            return *exit;
        }
    }
}

int Pairing::end(int exit, Text text, const std::string &name)
{
    // What the office has said no to stands a moment longer: the tablet is told.
    const bool told = text == Text::PairDeclined;
    if (const Status removed = told ? Status() : m_offers.remove(); !removed) {
        return m_context.failed(removed.error());
    }
    if (exit == kExitOk) {
        tell("done", {{"device", toHex(m_offer.device.view())}});
        if (!m_context.json) {
            m_context.out << m_context.say(text, {name}) << std::endl;
        }
        return exit;
    }
    return m_context.failed(text, {name});
}

std::optional<int> Pairing::step()
{
    const auto line = m_terminal.line(kLookEveryMs);
    const auto looked = m_offers.look();
    if (!looked) {
        return looked.error().code() == Errc::StoreBusy ? std::nullopt
                                                        : std::optional(m_context.failed(looked.error()));
    }
    if (!*looked) {
        return end(kExitFailed, m_confirmed ? Text::PairNotFetched : Text::PairTooLate, m_offer.name);
    }
    const StoredOffer &offer = **looked;
    if (offer.over()) {
        return onOver(offer);
    }
    if (offer.tries != m_tries) {
        m_tries = offer.tries;
        const std::string left = std::to_string(pairing::kTriesMax - m_tries);
        tell("wrong-try", {{"left", pairing::kTriesMax - m_tries}});
        if (!m_context.json) {
            m_context.out << '\n' << m_context.say(Text::PairWrongTry, {left}) << std::endl;
        }
    }
    if (m_confirmed) {
        return std::nullopt;
    }
    if (offer.asked != m_asked) {
        onQuestion(offer); // a line that came before it is no answer to it
        return std::nullopt;
    }
    return line && m_asked != 0 ? onLine(offer, *line) : std::nullopt;
}

std::optional<int> Pairing::onOver(const StoredOffer &offer)
{
    switch (offer.state) {
    case OfferState::Done:
        return end(kExitOk, Text::PairDone, m_offer.name);
    case OfferState::Dead:
        return end(kExitFailed, Text::PairTooOften);
    default:
        return end(kExitFailed, Text::PairDeclined);
    }
}

void Pairing::onQuestion(const StoredOffer &offer)
{
    m_asked = offer.asked;
    m_terminal.forget();
    tell("digits", {{"digits", offer.digits}});
    if (!m_context.json) {
        const std::string digits = offer.digits.substr(0, 3) + " " + offer.digits.substr(3);
        m_context.out << '\n'
                      << m_context.say(Text::PairDigits, {digits}) << '\n'
                      << m_context.say(Text::PairAskSame) << std::flush;
    }
}

std::optional<int> Pairing::onLine(const StoredOffer &offer, const std::string &line)
{
    const auto isOne = [&line](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), line) != words.end();
    };
    if (isOne({"j", "J", "ja", "Ja", "y", "Y", "yes"})) {
        return confirm(offer);
    }
    if (isOne({"n", "N", "nej", "Nej", "no"})) {
        const Status declined = m_offers.answer(offer.asked, false);
        return declined ? std::optional(end(kExitFailed, Text::PairDeclined)) : std::nullopt;
    }
    if (!m_context.json) {
        m_context.out << m_context.say(Text::PairAnswerYesNo) << '\n'
                      << m_context.say(Text::PairAskSame) << std::flush;
    }
    return std::nullopt;
}

/** First into `home`, then yes: the server gives out certificates only for what stands there. */
std::optional<int> Pairing::confirm(const StoredOffer &offer)
{
    const auto exit = writeHome(m_context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto fold = office.now(store.server().homeStream);
        if (!fold) {
            return m_context.failed(fold.error());
        }
        domain::Device device;
        device.id = m_offer.device;
        device.name = m_offer.name;
        device.kind = deviceKindOf(m_offer.kind);
        device.owner = m_owner;
        device.signKey = offer.bound->sign.str();
        device.boxKey = offer.bound->box.str();
        office.write(store.server().homeStream, domain::writeDevice(device, **fold));
        return std::nullopt;
    });
    if (exit) {
        static_cast<void>(m_offers.remove());
        return exit;
    }
    const Status said = m_offers.answer(offer.asked, true);
    if (!said &&
        said.error().code() != Errc::NotAllowed) { // then it stands in `home` already, and was faster
        return m_context.failed(said.error());
    }
    m_confirmed = true;
    tell("confirmed");
    if (!m_context.json) {
        m_context.out << m_context.say(Text::PairFetching) << std::endl;
    }
    return std::nullopt;
}

struct Ready
{
    Endpoint address;
    Hash256 pin;
};

/** What must be so before anything is shown. */
std::variant<Ready, int> prepare(const Context &context, PairingOffers &offers, const Wish &wish)
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
    watchSignals();
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
    Wish wish;
    if (const auto exit = read(context, values, terminal, wish)) {
        return *exit;
    }
    if (const auto exit = readOwner(context, values, wish)) {
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
    Picture picture;
    if (!wish.out.empty()) {
        if (const Status written = picture.write(wish.out, pairing::writeLink(invitation)); !written) {
            return context.failed(written.error(), wish.out.string());
        }
    }
    if (const Status put = offers->put(offer); !put) {
        return context.failed(put.error());
    }
    Pairing pairing(context, *offers, terminal, offer, wish.owner);
    pairing.show(invitation, wish.out);
    return pairing.wait();
}

} // namespace

const Command kPair{"pair",
                    "--data DIR [--name NAVN] [--kind shared|staff|leader] [--owner NAVN] [--address "
                    "HOST:PORT] [--out FILE.svg]",
                    Text::AboutPair, declare, run};

} // namespace trivsel::server

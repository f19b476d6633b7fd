#include "sync-server/commands/pair_screen.h"

#include "proto/pairing/link.h"
#include "sync-server/commands/tablet_kind.h"
#include "sync-server/files.h"
#include "sync-server/qr.h"

#include <boost/json/serialize.hpp>
#include <ostream>
#include <sys/stat.h>
#include <unistd.h>

namespace trivsel::server {

void PairScreen::tell(const char *event, const boost::json::object &more) const
{
    boost::json::object line = more;
    line["event"] = event;
    m_context.out << boost::json::serialize(line) << std::endl;
}

void PairScreen::code(const NewOffer &offer, const pairing::Invitation &invitation,
                      const std::filesystem::path &picture) const
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
    out << say(Text::PairTitle, {offer.name, say(textOf(offer.kind))}) << "\n\n"
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

void PairScreen::wrongTry(std::uint32_t left) const
{
    if (m_context.json) {
        tell("wrong-try", {{"left", left}});
        return;
    }
    m_context.out << '\n' << m_context.say(Text::PairWrongTry, {std::to_string(left)}) << std::endl;
}

void PairScreen::question(const std::string &digits) const
{
    if (m_context.json) {
        tell("digits", {{"digits", digits}});
        return;
    }
    ask(digits);
}

void PairScreen::ask(const std::string &digits) const
{
    const std::string spaced = digits.substr(0, 3) + " " + digits.substr(3);
    m_context.out << '\n'
                  << m_context.say(Text::PairDigits, {spaced}) << '\n'
                  << m_context.say(Text::PairAskSame) << std::flush;
}

void PairScreen::askAgain() const
{
    if (!m_context.json) {
        m_context.out << m_context.say(Text::PairAnswerYesNo) << '\n'
                      << m_context.say(Text::PairAskSame) << std::flush;
    }
}

void PairScreen::stillAsking(const std::string &digits) const
{
    if (!m_context.json) {
        m_context.out << '\n' << m_context.say(Text::PairStillAsking);
        ask(digits);
    }
}

void PairScreen::tooEarly() const
{
    if (m_context.json) {
        tell("too-early");
    } else {
        m_context.out << m_context.say(Text::PairTooEarly) << std::endl;
    }
}

void PairScreen::lineLost() const
{
    if (m_context.json) {
        tell("line-lost");
    } else {
        m_context.out << '\n' << m_context.say(Text::PairLineLost) << std::endl;
    }
}

void PairScreen::confirmed() const
{
    if (m_context.json) {
        tell("confirmed");
    } else {
        m_context.out << m_context.say(Text::PairFetching) << std::endl;
    }
}

void PairScreen::done(const NewOffer &offer) const
{
    if (m_context.json) {
        tell("done", {{"device", toHex(offer.device.view())}});
    } else {
        m_context.out << m_context.say(Text::PairDone, {offer.name}) << std::endl;
    }
}

PairPicture::~PairPicture()
{
    std::error_code ignored;
    if (!m_file.empty()) {
        std::filesystem::remove(m_file, ignored);
    }
}

Status PairPicture::write(const std::filesystem::path &file, const pairing::Invitation &invitation)
{
    TRIVSEL_TRY(writeNewFile(file, qrAsSvg(pairing::writeLink(invitation)), S_IRUSR | S_IWUSR));
    m_file = file;
    return {};
}

} // namespace trivsel::server

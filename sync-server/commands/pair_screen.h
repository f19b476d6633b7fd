#pragma once

#include "proto/pairing/code.h"
#include "sync-server/commands/command.h"
#include "sync-server/pairing_offers.h"

#include <boost/json/object.hpp>
#include <filesystem>
#include <string>

namespace trivsel::server {

/** What the office sees of a pairing: sentences and a QR code, or with --json one line for each step. */
class PairScreen
{
public:
    explicit PairScreen(const Context &context) : m_context(context) {}

    void code(const NewOffer &offer, const pairing::Invitation &invitation,
              const std::filesystem::path &picture) const;
    void wrongTry(std::uint32_t left) const;
    /** Six digits, and the question whether the tablet shows the same. */
    void question(const std::string &digits) const;
    void askAgain() const;
    /** Nobody has answered for a while: the question once more. */
    void stillAsking(const std::string &digits) const;
    /** Something was typed that answers no question. */
    void tooEarly() const;
    /** The tablet has gone away while the question stands. */
    void lineLost() const;
    void confirmed() const;
    void done(const NewOffer &offer) const;

private:
    void ask(const std::string &digits) const;
    void tell(const char *event, const boost::json::object &more = {}) const;
    const Context &m_context;
};

/** The QR code as a picture. It holds the secret: the file is there only as long as this is. */
class PairPicture
{
public:
    PairPicture() = default;
    ~PairPicture();
    PairPicture(const PairPicture &) = delete;
    PairPicture &operator=(const PairPicture &) = delete;
    [[nodiscard]] Status write(const std::filesystem::path &file, const pairing::Invitation &invitation);

private:
    std::filesystem::path m_file;
};

} // namespace trivsel::server

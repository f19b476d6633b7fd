#include "app/engine/key_file_store.h"

#include "proto/journal/files.h"

#include <string_view>

namespace trivsel::engine {

namespace {
constexpr std::string_view kPrefix = "trivsel-wrap-key-1 ";
constexpr std::size_t kFileBytesMax = 256;
} // namespace

Result<seal::WrapKey> KeyFileStore::load()
{
    auto text = journal::readSmallFile(m_file, kFileBytesMax);
    if (!text) {
        return text.error().code() == Errc::StoreMissing
                   ? fail(Errc::KeyMissing, "no key file")
                   : fail(text.error().code(), "key file: " + text.error().detail());
    }
    std::error_code failed;
    const auto mode = std::filesystem::status(m_file, failed).permissions();
    using std::filesystem::perms;
    if (failed || (mode & (perms::group_all | perms::others_all)) != perms::none) {
        return fail(Errc::BadFile, "key file can be read by others than its owner");
    }
    std::string_view line = *text;
    if (!line.starts_with(kPrefix)) {
        return fail(Errc::BadFile, "not a key file");
    }
    line.remove_prefix(kPrefix.size());
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    const auto raw = fromHex(line);
    const auto key = raw ? seal::WrapKey::from(*raw) : std::nullopt;
    if (!key) {
        return fail(Errc::BadFile, "key file is damaged");
    }
    return *key;
}

Result<seal::WrapKey> KeyFileStore::create(const Random &random)
{
    std::error_code ignored;
    if (std::filesystem::exists(m_file, ignored)) {
        return fail(Errc::StoreExists, "there is a key file already");
    }
    const auto key = randomBytes<seal::WrapKey>(random);
    TRIVSEL_TRY(journal::writeFileAtomically(m_file, std::string(kPrefix) + toHex(key.view()) + "\n", 0400));
    return key;
}

} // namespace trivsel::engine

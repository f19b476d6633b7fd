#include "sync-server/erased_file.h"

#include "proto/base/bytes.h"
#include "proto/journal/files.h"
#include "proto/journal/stream_file.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trivsel::server {
namespace {

namespace json = boost::json;

constexpr std::size_t kFileBytesMax = 1UL << 20U; // some two thousand orders

template <class Id> std::optional<Id> idOf(const json::value *value)
{
    const auto *text = value != nullptr ? value->if_string() : nullptr;
    const auto bytes = text != nullptr ? fromHex(std::string_view(text->data(), text->size())) : std::nullopt;
    return bytes ? Id::from(*bytes) : std::nullopt;
}

std::optional<ErasureOrder> parseLine(std::string_view line)
{
    boost::system::error_code failed;
    const json::value value = json::parse({line.data(), line.size()}, failed);
    const json::object *object = failed ? nullptr : value.if_object();
    if (object == nullptr) {
        return std::nullopt;
    }
    const auto order = idOf<decltype(domain::Erasure::order)>(object->if_contains("order"));
    const auto resident = idOf<PersonId>(object->if_contains("resident"));
    const auto first = idOf<PersonId>(object->if_contains("first"));
    const auto second = idOf<PersonId>(object->if_contains("second"));
    const json::value *at = object->if_contains("at_ms");
    const json::value *basis = object->if_contains("basis");
    const json::value *streams = object->if_contains("streams");
    if (!order || !resident || !first || !second || at == nullptr || !at->is_int64() || basis == nullptr ||
        !basis->is_string() || streams == nullptr || !streams->is_array()) {
        return std::nullopt;
    }
    ErasureOrder out;
    out.what = {*order, std::string(basis->get_string()), *first, *second, at->get_int64(), {}};
    out.resident = *resident;
    for (const json::value &one : streams->get_array()) {
        const auto stream = idOf<StreamId>(&one);
        if (!stream) {
            return std::nullopt;
        }
        out.streams.push_back(*stream);
    }
    return out;
}

std::string lineOf(const ErasureOrder &order)
{
    json::array streams;
    for (const StreamId &stream : order.streams) {
        streams.push_back(json::string(toHex(viewOf(stream.str()))));
    }
    return json::serialize(json::object{{"order", toHex(order.what.order.view())},
                                        {"resident", toHex(order.resident.view())},
                                        {"basis", order.what.basis},
                                        {"first", toHex(order.what.first.view())},
                                        {"second", toHex(order.what.second.view())},
                                        {"at_ms", order.what.atMs},
                                        {"streams", streams}}) +
           "\n";
}

Status failedWith(int error, const std::filesystem::path &file)
{
    return tl::unexpected(journal::fileError(error, file.filename().string()));
}

/** Everything, then fsync. Closes the descriptor. */
Status writeAndClose(int descriptor, off_t from, std::string_view bytes, const std::filesystem::path &file)
{
    Status done = ::ftruncate(descriptor, from) == 0 && ::lseek(descriptor, 0, SEEK_END) >= 0
                      ? Status()
                      : failedWith(errno, file);
    while (done && !bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            done = failedWith(errno, file);
        }
    }
    if (done && ::fsync(descriptor) != 0) {
        done = failedWith(errno, file);
    }
    ::close(descriptor);
    return done;
}

} // namespace

Result<std::vector<ErasureOrder>> readErased(const std::filesystem::path &file)
{
    std::vector<ErasureOrder> orders;
    const auto bytes = journal::readSmallFile(file, kFileBytesMax);
    if (!bytes) {
        return bytes.error().code() == Errc::StoreMissing
                   ? Result<std::vector<ErasureOrder>>(std::move(orders))
                   : tl::unexpected(bytes.error());
    }
    std::string_view rest = *bytes;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        auto order = parseLine(rest.substr(0, end));
        if (!order) {
            return fail(Errc::StoreCorrupt, "a line of the erased file");
        }
        orders.push_back(std::move(*order));
        rest.remove_prefix(end + 1);
    }
    return orders;
}

std::set<StreamId> streamsOf(const std::vector<ErasureOrder> &orders)
{
    std::set<StreamId> streams;
    for (const ErasureOrder &order : orders) {
        streams.insert(order.streams.begin(), order.streams.end());
    }
    return streams;
}

std::string erasedCopyName(const HomeId &home)
{
    constexpr std::size_t kDigits = 16;
    return "erased-" + toHex(home.view()).substr(0, kDigits);
}

Status copyErased(const std::filesystem::path &file, const std::filesystem::path &folder, const HomeId &home)
{
    const auto bytes = journal::readSmallFile(file, kFileBytesMax);
    if (!bytes) {
        return bytes.error().code() == Errc::StoreMissing ? Status() : tl::unexpected(bytes.error());
    }
    return journal::writeFileAtomically(folder / erasedCopyName(home), *bytes, S_IRUSR | S_IWUSR);
}

Status appendErased(const std::filesystem::path &file, const ErasureOrder &order)
{
    const auto bytes = journal::readSmallFile(file, kFileBytesMax);
    if (!bytes && bytes.error().code() != Errc::StoreMissing) {
        return tl::unexpected(bytes.error());
    }
    const std::size_t end = bytes ? bytes->rfind('\n') : std::string::npos;
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return failedWith(errno, file);
    }
    const auto whole = static_cast<off_t>(end == std::string::npos ? 0 : end + 1);
    TRIVSEL_TRY(writeAndClose(descriptor, whole, lineOf(order), file));
    return journal::syncFolder(file.parent_path());
}

} // namespace trivsel::server

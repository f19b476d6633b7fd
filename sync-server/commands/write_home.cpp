#include "sync-server/commands/write_home.h"

#include "proto/base/text.h"

#include <algorithm>

namespace trivsel::server {

std::optional<int> writeHome(Context &context,
                             const std::function<std::optional<int>(HomeStore &, Office &)> &work)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    auto office = Office::begin(**store, {context.random, context.clockMs()});
    if (!office) {
        return context.failed(office.error());
    }
    if (const auto exit = work(**store, *office)) {
        return exit;
    }
    if (const Status committed = office->commit(); !committed) {
        return context.failed(committed.error());
    }
    return std::nullopt;
}

bool isName(std::string_view text)
{
    constexpr std::ptrdiff_t kCharactersMax = 60;
    const auto starts = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    const bool control = std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; });
    return isValidUtf8(text) && !control && starts >= 1 && starts <= kCharactersMax &&
           text.find_first_not_of(' ') != std::string_view::npos;
}

} // namespace trivsel::server

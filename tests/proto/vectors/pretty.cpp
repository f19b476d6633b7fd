#include "tests/proto/vectors/pretty.h"

#include <boost/json.hpp>

namespace trivsel::vectors {

namespace {

namespace json = boost::json;
constexpr std::size_t kLineMax = 120;

void append(std::string &out, const json::value &value, std::size_t indent);

template <class Items, class AppendItem>
void appendBroken(std::string &out, const Items &items, char open, char close, std::size_t indent,
                  AppendItem appendItem)
{
    out += open;
    const char *separator = "\n";
    for (const auto &item : items) {
        out += separator;
        out.append(indent + 1, ' ');
        appendItem(item);
        separator = ",\n";
    }
    out += '\n';
    out.append(indent, ' ') += close;
}

void append(std::string &out, const json::value &value, std::size_t indent)
{
    const std::string line = json::serialize(value);
    if (line.size() + indent <= kLineMax || !value.is_structured()) {
        out += line;
    } else if (const json::array *array = value.if_array()) {
        appendBroken(out, *array, '[', ']', indent,
                     [&](const json::value &item) { append(out, item, indent + 1); });
    } else {
        appendBroken(out, value.get_object(), '{', '}', indent, [&](const json::key_value_pair &item) {
            out += json::serialize(json::string(item.key())) + ": ";
            append(out, item.value(), indent + 1);
        });
    }
}

} // namespace

std::string pretty(const json::value &value)
{
    std::string out;
    append(out, value, 0);
    return out + "\n";
}

} // namespace trivsel::vectors

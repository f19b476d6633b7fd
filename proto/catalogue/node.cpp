#include "proto/catalogue/node.h"

#include <algorithm>
#include <cmath>

namespace trivsel::catalogue {

namespace {

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
}

/** RFC 6901, and short and printable, since the key may be anything. */
std::string pointerTo(const std::string &parent, std::string_view key)
{
    std::string out = parent + '/';
    for (const char c : key.substr(0, 60)) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += isControl(c) || c == '\n' ? '?' : c;
        }
    }
    return out;
}

} // namespace

std::string inQuotes(std::string_view raw)
{
    std::string out = "\"";
    for (const char c : raw.substr(0, 60)) {
        out += isControl(c) || c == '\n' ? '?' : c;
    }
    return out + (raw.size() > 60 ? "…\"" : "\"");
}

Node Node::at(std::string_view key) const
{
    const boost::json::object *object = m_value != nullptr ? m_value->if_object() : nullptr;
    return {object != nullptr ? object->if_contains(key) : nullptr, pointerTo(m_pointer, key), *m_faults};
}

std::vector<Node> Node::elements() const
{
    std::vector<Node> out;
    if (m_value == nullptr) {
        return out;
    }
    const boost::json::array *array = m_value->if_array();
    if (array == nullptr || array->empty()) {
        fault(array == nullptr ? "is not a list" : "is an empty list");
        return out;
    }
    out.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        out.emplace_back(&(*array)[i], m_pointer + '/' + std::to_string(i), *m_faults);
    }
    return out;
}

bool Node::isObject() const
{
    if (m_value == nullptr || m_value->if_object() == nullptr) {
        fault("is not an object");
        return false;
    }
    return true;
}

void Node::allowOnly(std::initializer_list<std::string_view> keys) const
{
    const boost::json::object *object = m_value != nullptr ? m_value->if_object() : nullptr;
    if (object == nullptr) {
        return;
    }
    for (const auto &member : *object) {
        const std::string_view key(member.key().data(), member.key().size());
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
            continue;
        }
        const bool modifies = key == "modifierExtension" || key == "implicitRules";
        at(key).fault(modifies ? "changes the meaning in a way this program does not know"
                               : "is not carried out");
    }
}

std::string Node::text() const
{
    if (m_value == nullptr) {
        return {};
    }
    const boost::json::string *string = m_value->if_string();
    if (string == nullptr) {
        fault("is not a text");
        return {};
    }
    const std::string_view view(string->data(), string->size());
    if (view.find_first_not_of(" \n") == std::string_view::npos) {
        fault("is empty");
        return {};
    }
    if (std::any_of(view.begin(), view.end(), isControl)) {
        fault("holds control characters");
        return {};
    }
    return std::string(view);
}

std::string Node::requiredText() const
{
    if (m_value == nullptr) {
        fault("is missing");
    }
    return text();
}

bool Node::boolean(bool otherwise) const
{
    if (m_value == nullptr) {
        return otherwise;
    }
    const bool *value = m_value->if_bool();
    if (value == nullptr) {
        fault("is not true or false");
        return otherwise;
    }
    return *value;
}

std::optional<double> Node::number() const
{
    if (m_value == nullptr) {
        return std::nullopt;
    }
    double value = 0;
    if (const std::int64_t *whole = m_value->if_int64()) {
        value = static_cast<double>(*whole);
    } else if (const std::uint64_t *large = m_value->if_uint64()) {
        value = static_cast<double>(*large);
    } else if (const double *decimal = m_value->if_double()) {
        value = *decimal;
    } else {
        fault("is not a number");
        return std::nullopt;
    }
    if (!std::isfinite(value)) {
        fault("is not a number");
        return std::nullopt;
    }
    return value;
}

} // namespace trivsel::catalogue

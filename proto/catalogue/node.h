#pragma once

#include "proto/catalogue/faults.h"
#include "proto/catalogue/localized.h"

#include <boost/json/value.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::catalogue {

/** In quotes, without control characters and cut after 60 bytes: for reasons that repeat something from the
 * file. */
[[nodiscard]] std::string inQuotes(std::string_view raw);

/**
 * A place in a JSON document: a value (or nothing) and its JSON pointer. Reading something of the wrong type
 * adds a fault and gives the empty value, so a parser reads on and finds the rest. Lives no longer than
 * document and faults.
 */
class Node
{
public:
    Node(const boost::json::value *value, std::string pointer, Faults &faults)
        : m_value(value), m_pointer(std::move(pointer)), m_faults(&faults)
    {
    }

    [[nodiscard]] bool exists() const { return m_value != nullptr; }
    [[nodiscard]] const std::string &pointer() const { return m_pointer; }
    void fault(std::string_view reason) const { m_faults->add(m_pointer, reason); }

    /** A member; nothing when this is no object or has no such member. */
    [[nodiscard]] Node at(std::string_view key) const;
    /** Empty when there is nothing here; a fault unless it is an array with something in it. */
    [[nodiscard]] std::vector<Node> elements() const;
    /** A fault when this is no object. */
    [[nodiscard]] bool isObject() const;
    /** A fault for each member that is not in the list, and for modifierExtension and implicitRules by name.
     */
    void allowOnly(std::initializer_list<std::string_view> keys) const;

    /** "" when there is nothing here; a fault for anything but a string with letters and no control
     * characters. */
    [[nodiscard]] std::string text() const;
    /** As text(), and a fault when there is nothing. */
    [[nodiscard]] std::string requiredText() const;
    [[nodiscard]] bool boolean(bool otherwise) const;
    [[nodiscard]] std::optional<double> number() const;

private:
    const boost::json::value *m_value;
    std::string m_pointer;
    Faults *m_faults;
};

} // namespace trivsel::catalogue

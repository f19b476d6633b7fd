#pragma once

#include "proto/base/ids.h"

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

/** Reading tests/data/wire/vectors.json. A missing field throws, and with it the test fails. */
namespace trivsel::vectors {

inline boost::json::object readVectors()
{
    std::ifstream file(TRIVSEL_SOURCE_DIR "/tests/data/wire/vectors.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return boost::json::parse(text).as_object();
}

inline std::string textAt(const boost::json::value &row, std::string_view name)
{
    return std::string(
        std::string_view(row.as_object().at(boost::json::string_view(name.data(), name.size())).as_string()));
}

inline std::string bytesAt(const boost::json::value &row, std::string_view name)
{
    return fromHex(textAt(row, name)).value();
}

template <class B> B as(const boost::json::value &row, std::string_view name)
{
    return B::from(bytesAt(row, name)).value();
}

inline std::uint64_t numberAt(const boost::json::value &row, std::string_view name)
{
    return std::stoull(textAt(row, name));
}

inline Dot dotOf(std::string_view text)
{
    const std::size_t colon = text.find(':');
    return {Incarnation{std::stoull(std::string(text.substr(0, colon)))},
            std::stoull(std::string(text.substr(colon + 1)))};
}

} // namespace trivsel::vectors

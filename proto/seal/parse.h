#pragma once

#include "proto/base/bytes.h"
#include "proto/base/limits.h"

#include <google/protobuf/io/coded_stream.h>
#include <limits>
#include <string_view>

namespace trivsel::seal {

/** Parses a message of ours with the recursion limit of the wire. False on anything but a whole message. */
template <class Message> [[nodiscard]] bool parse(std::string_view bytes, Message &message)
{
    if (bytes.size() > limits::kFrameBytesMax) {
        return false;
    }
    google::protobuf::io::CodedInputStream in(viewOf(bytes).data(), static_cast<int>(bytes.size()));
    in.SetRecursionLimit(limits::kRecursionMax);
    return message.ParseFromCodedStream(&in) && in.ConsumedEntireMessage();
}

} // namespace trivsel::seal

#pragma once

#include <string>
#include <string_view>

namespace trivsel::server {

/** A name as people hear it, to compare: small letters, one space between words, none at the ends. */
[[nodiscard]] std::string plainName(std::string_view name);
/** plainName() with the letters of any keyboard: "mødeleder" is "moedeleder". */
[[nodiscard]] std::string typedName(std::string_view name);
/** As in a Danish list: æ, ø and å last, whatever the size of the letters. */
[[nodiscard]] bool comesBefore(std::string_view one, std::string_view other);

} // namespace trivsel::server

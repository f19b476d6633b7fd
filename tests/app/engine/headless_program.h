#pragma once

#include <QString>

namespace trivsel::test {

/** Where the built trivsel-headless lies. */
[[nodiscard]] QString headlessProgram();

} // namespace trivsel::test

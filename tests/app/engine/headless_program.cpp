#include "tests/app/engine/headless_program.h"

namespace trivsel::test {

QString headlessProgram()
{
    return QStringLiteral(TRIVSEL_HEADLESS);
}

} // namespace trivsel::test

#pragma once

#include <QtTest>

#include <rapidcheck.h>

#include <string>

namespace trivsel::test {

/** How many cases a property is tried with: 1,000, or what TRIVSEL_RC_CASES says. RC_PARAMS stays what it is
 * for. */
inline void setPropertyCases()
{
    const QByteArray cases =
        qEnvironmentVariableIsSet("TRIVSEL_RC_CASES") ? qgetenv("TRIVSEL_RC_CASES") : "1000";
    qputenv("RC_PARAMS", qgetenv("RC_PARAMS") + " max_success=" + cases);
}

} // namespace trivsel::test

/** Fails the Qt test when the property does; RapidCheck prints the smallest case and how to see it again. */
#define PROPERTY(name, ...) QVERIFY2(rc::check(name, __VA_ARGS__), name)

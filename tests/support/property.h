#pragma once

#include <QtTest>

#include <rapidcheck.h>

/** Fails the Qt test when the property does; RapidCheck prints the smallest case and how to see it again. How
 * many cases are tried is in RC_PARAMS, which ctest sets. */
#define PROPERTY(name, ...) QVERIFY2(rc::check(name, __VA_ARGS__), name)

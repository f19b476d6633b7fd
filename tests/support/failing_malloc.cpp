#include "tests/support/failing_malloc.h"

#include <sqlite3.h>

namespace trivsel::test {

namespace {

sqlite3_mem_methods real;
std::uint64_t asked = 0;
std::uint64_t failAt = 0; // 0 = never
bool lasting = false;
bool wasHit = false;

bool refuse()
{
    ++asked;
    const bool now = failAt != 0 && (asked == failAt || (lasting && asked > failAt));
    wasHit = wasHit || now;
    return now;
}

void *allocate(int bytes)
{
    return refuse() ? nullptr : real.xMalloc(bytes);
}

void *reallocate(void *old, int bytes)
{
    return refuse() ? nullptr : real.xRealloc(old, bytes);
}

} // namespace

bool FailingMalloc::install()
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK) {
        return false;
    }
    sqlite3_mem_methods ours = real;
    ours.xMalloc = allocate;
    ours.xRealloc = reallocate;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK;
}

void FailingMalloc::arm(std::uint64_t i, bool forEver)
{
    asked = 0;
    failAt = i;
    lasting = forEver;
    wasHit = false;
}

void FailingMalloc::disarm()
{
    failAt = 0;
}

bool FailingMalloc::hit()
{
    return wasHit;
}

} // namespace trivsel::test

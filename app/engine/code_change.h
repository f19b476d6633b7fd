#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/**
 * Somebody of the staff chooses their own code. The one in use is checked here; the new one holds here at
 * once, and goes to the office as a wish that only the office can open, with the one in use in it: every
 * device knows the verifiers, so the digits alone show who asks. Core thread; deriving runs on the worker.
 */
class CodeChange
{
public:
    explicit CodeChange(Parts &parts) : m(parts) {}

    /** `inUse`, `chosen`: six digits each, spaces allowed. `done` is called once, maybe at once. */
    void change(const Who &who, std::string_view inUse, std::string_view chosen, CodeChangeDone done);

private:
    struct Wish;
    [[nodiscard]] std::optional<CodeChangeAnswer::Outcome> refusal(const Who &who, const Wish &wish);
    [[nodiscard]] Status write(const Who &who, const Wish &wish);

    Parts &m;
};

} // namespace trivsel::engine

#pragma once

#include "app/viewmodels/problem.h"

#include <functional>

namespace trivsel::app {

/** A second tablet with made-up people behind the same screens, which leaves nothing. UI thread, also what it
 * calls. */
class PracticePort
{
public:
    virtual ~PracticePort() = default;
    /** One at a time. `began` comes once, later: None, and the practice is in front; or why there is none. */
    virtual void begin(std::function<void(Problem)> began) = 0;
    /** Also one that is only on its way, whose `began` then never comes. What was done in it is gone. Done as
     * soon as nothing of it is running any more; nothing when there is none. */
    virtual void end() = 0;
};

} // namespace trivsel::app

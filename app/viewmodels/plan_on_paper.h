#pragma once

#include "app/engine/snapshots.h"
#include "app/print/plan_print.h"
#include "proto/catalogue/definition.h"

namespace trivsel::app {

class Formatters;
class PrintWords;
class Session;

struct PaperTask
{
    const catalogue::Definition &definition;
    const engine::PlanSnapshot &plan;
    bool mine = false;   // the resident's words go along
    bool staffs = false; // … and the staff's, with *Jeg ser det anderledes* beside them
    const Session &session;
    const Formatters &format;
    const PrintWords &words;
};

/** What of a plan goes on paper: everything that stands and holds, both where two versions do. No draft,
 * nothing that was taken out, no row without words. */
[[nodiscard]] print::PlanPrint planOnPaper(const PaperTask &task);

/** The one who reads has begun something in it that is not part of it yet. */
[[nodiscard]] bool hasDrafts(const engine::PlanSnapshot &plan);

} // namespace trivsel::app

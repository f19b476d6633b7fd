#include "sync-server/commands/tablet_lines.h"

#include "sync-server/certificate_life.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/tablet_kind.h"

namespace trivsel::server {

std::string tabletLine(const Context &context, const TabletStatus &tablet)
{
    std::string kind = context.say(textOf(tabletKindOf(tablet.kind)));
    if (tablet.wipeMs != 0) {
        kind += ", " + context.say(tablet.lastContactMs > tablet.wipeMs ? Text::Emptied : Text::ToBeEmptied);
    } else if (tablet.blocked) {
        kind += ", " + context.say(Text::Blocked);
    }
    if (tablet.readsUntilMs != 0 && !tablet.blocked) {
        const bool over = hasRunOut(tablet.readsUntilMs, context.clockMs());
        kind += ", " + context.say(over ? Text::RanOut : Text::ReadsUntil,
                                   {localDate(tablet.readsUntilMs, context.lang)});
    }
    const std::string seen = tablet.lastContactMs == 0
                                 ? context.say(Text::NeverSeen)
                                 : context.say(Text::SeenAt, {localTime(tablet.lastContactMs, context.lang)});
    if (tablet.lastContactMs == 0 || tablet.blocked) { // it has fetched nothing, or gets nothing more
        return context.say(Text::StatusTabletAway, {tablet.name, kind, seen});
    }
    const std::string behind = tablet.behind == 0
                                   ? context.say(Text::UpToDate)
                                   : context.say(Text::Behind, {std::to_string(tablet.behind)});
    return context.say(Text::StatusTablet, {tablet.name, kind, seen, behind});
}

boost::json::object tabletJson(const TabletStatus &tablet)
{
    return {{"id", toHex(tablet.id.view())},
            {"name", tablet.name},
            {"kind", nameOf(tabletKindOf(tablet.kind))},
            {"blocked", tablet.blocked},
            {"owner", tablet.owner ? toHex(tablet.owner->view()) : std::string()},
            {"wipe_ms", tablet.wipeMs},
            {"last_contact_ms", tablet.lastContactMs},
            {"reads_until_ms", tablet.readsUntilMs},
            {"app", tablet.app},
            {"clock_offset_ms", tablet.clockOffsetMs},
            {"behind", tablet.behind}};
}

} // namespace trivsel::server

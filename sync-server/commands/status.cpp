#include "sync-server/commands/local_time.h"
#include "sync-server/commands/plain_name.h"
#include "sync-server/commands/tablet_lines.h"
#include "sync-server/commands/words.h"
#include "sync-server/open_home.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

namespace json = boost::json;

json::object toJson(const WaitingStatus &waiting)
{
    return {{"resident", toHex(waiting.resident.view())},
            {"name", waiting.name},
            {"stream", nameOf(waiting.kind)},
            {"entity", toHex(waiting.entity.view())},
            {"link_id", waiting.linkId}};
}

json::object toJson(const StatusReport &report, const std::string &hourlyTo)
{
    json::object kinds;
    for (const auto &[kind, count] : report.changesByKind) {
        kinds[nameOf(kind)] = count;
    }
    json::array tablets;
    for (const TabletStatus &tablet : report.tablets) {
        tablets.push_back(tabletJson(tablet));
    }
    json::array everybody;
    for (const NamedPerson &one : report.people) {
        everybody.push_back({{"id", toHex(one.person.id.view())},
                             {"name", one.name},
                             {"resident", one.person.role == domain::Role::ROLE_RESIDENT}});
    }
    json::array waiting;
    for (const WaitingStatus &one : report.waiting) {
        waiting.push_back(toJson(one));
    }
    json::array erasures;
    for (const OpenErasure &one : report.erasures) {
        erasures.push_back({{"resident", toHex(one.resident.view())},
                            {"at_ms", one.atMs},
                            {"tablets", json::array(one.tablets.begin(), one.tablets.end())}});
    }
    return {{"home", toHex(report.home.view())},
            {"name", report.name},
            {"demo", report.demo},
            {"residents", report.residents},
            {"staff", report.staff},
            {"people", everybody},
            {"changes", report.changes},
            {"changes_by_kind", kinds},
            {"tablets", tablets},
            {"waiting", waiting},
            {"held", report.held},
            {"erasures_open", erasures},
            {"skipped", report.skipped},
            {"rounds_refused", report.roundsRefused},
            {"single_copy", report.singleCopy},
            {"not_safe", report.notSafe},
            {"backup",
             {{"hourly_to", hourlyTo},
              {"dir", report.backup.dir},
              {"tried_dir", report.backup.triedDir},
              {"tried_ms", report.backup.triedMs},
              {"done_ms", report.backup.doneMs},
              {"upto_seq", report.backup.upto.seq},
              {"other_disk", report.backup.otherDisk},
              {"problem", report.backup.problem}}}};
}

void printTablets(const Context &context, const StatusReport &report)
{
    if (report.tablets.empty()) {
        context.out << context.say(Text::StatusNoTablets) << '\n';
        return;
    }
    context.out << context.say(Text::StatusTablets) << '\n';
    for (const TabletStatus &tablet : report.tablets) {
        context.out << tabletLine(context, tablet) << '\n';
    }
}

void printWaiting(const Context &context, const StatusReport &report)
{
    if (report.waiting.empty()) {
        context.out << context.say(Text::StatusNothingWaiting) << '\n';
    } else {
        context.out << context.say(Text::StatusWaiting, {std::to_string(report.waiting.size())}) << '\n';
    }
    for (const WaitingStatus &waiting : report.waiting) {
        const std::string name = waiting.name.empty() ? context.say(Text::StatusNameless) : waiting.name;
        context.out << context.say(Text::StatusWaitingField, {name, waiting.linkId}) << '\n';
    }
    for (const OpenErasure &one : report.erasures) {
        std::string names;
        for (const std::string &name : one.tablets) {
            names += (names.empty() ? "" : ", ") + name;
        }
        context.out << context.say(Text::StatusErasure, {localTime(one.atMs, context.lang), names}) << '\n';
    }
    if (report.held != 0) {
        context.out << context.say(Text::StatusHeld, {std::to_string(report.held)}) << '\n';
    }
    if (report.roundsRefused != 0) {
        context.out << context.say(Text::RoundsRefused, {std::to_string(report.roundsRefused)}) << '\n';
    }
}

/** The code that a record keeps as its name. */
Error problemOf(const std::string &name)
{
    for (int code = 1; code <= static_cast<int>(Errc::Internal); ++code) {
        if (name == nameOf(static_cast<Errc>(code))) {
            return Error(static_cast<Errc>(code), name);
        }
    }
    return Error(Errc::Internal, name);
}

std::string whyNoBackup(const Context &context, const Error &problem, const std::string &dir)
{
    switch (problem.code()) {
    case Errc::StoreMissing:
        return context.say(Text::BackupNoFolder, {dir});
    case Errc::BadArgument:
        return context.say(Text::BackupInHome, {dir});
    case Errc::TimedOut:
        return context.say(Text::BackupTimedOut);
    default:
        return sentence(context.lang, problem, dir);
    }
}

/** `homeWhole`: all of its log was read just now. */
void printProblem(const Context &context, const BackupRecord &backup, bool homeWhole)
{
    const Error problem = problemOf(backup.problem);
    if (problem.code() == Errc::StoreCorrupt) {
        context.out << (homeWhole ? context.say(Text::BackupDamaged, {backup.triedDir})
                                  : sentence(context.lang, problem, context.paths.homeDb().string()))
                    << '\n';
        return;
    }
    context.out << context.say(Text::StatusBackupFailed, {localTime(backup.triedMs, context.lang),
                                                          whyNoBackup(context, problem, backup.triedDir)})
                << '\n';
}

void printBackup(const Context &context, const BackupRecord &backup, bool homeWhole)
{
    const bool nothingLeft = problemOf(backup.problem).code() == Errc::StoreCorrupt && backup.upto.seq == 0;
    if (backup.doneMs == 0) {
        context.out << context.say(Text::StatusNoBackup) << '\n';
    } else if (!nothingLeft) { // else what is said of the damage is all there is to say
        context.out << context.say(Text::StatusBackup, {localTime(backup.doneMs, context.lang), backup.dir,
                                                        std::to_string(backup.upto.seq)})
                    << '\n';
        if (!backup.otherDisk) {
            context.out << context.say(Text::BackupSameDisk, {backup.dir}) << '\n';
        }
    }
    if (!backup.problem.empty()) {
        printProblem(context, backup, homeWhole);
    }
}

/** sync.conf, else what the last `serve` was told on its line. */
std::string hourlyIn(const Context &context, const StatusReport &report)
{
    return context.config.backupTo.empty() ? report.hourlyTo : context.config.backupTo;
}

void printCopies(const Context &context, const StatusReport &report, bool homeWhole)
{
    if (report.skipped != 0) {
        context.out << context.say(Text::StatusSkipped, {std::to_string(report.skipped)}) << '\n';
    }
    if (report.singleCopy != 0) {
        context.out << context.say(Text::StatusSingleCopy, {std::to_string(report.singleCopy)}) << '\n';
    }
    printBackup(context, report.backup, homeWhole);
    const std::string hourly = hourlyIn(context, report);
    context.out << (hourly.empty() ? context.say(Text::HourlyMissing, {context.paths.config().string()})
                                   : context.say(Text::StatusHourly, {hourly}))
                << '\n';
    if (report.notSafe != 0) {
        context.out << context.say(Text::StatusNotSafe, {std::to_string(report.notSafe)}) << '\n';
    }
    context.out << std::flush;
}

/** Residents first, each by name. */
bool listedBefore(const NamedPerson &one, const NamedPerson &other)
{
    const bool resident = one.person.role == domain::Role::ROLE_RESIDENT;
    if (resident != (other.person.role == domain::Role::ROLE_RESIDENT)) {
        return resident;
    }
    return plainName(one.name) == plainName(other.name) ? one.person.id < other.person.id
                                                        : comesBefore(one.name, other.name);
}

void print(const Context &context, const StatusReport &report, bool homeWhole)
{
    const Text title = report.demo ? Text::StatusDemo : Text::StatusHome;
    context.out << context.say(title, {report.name, toHex(report.home.view()).substr(0, 8)}) << '\n'
                << context.say(Text::StatusPeople,
                               {std::to_string(report.residents), std::to_string(report.staff)})
                << '\n';
    std::vector<NamedPerson> everybody = report.people;
    std::sort(everybody.begin(), everybody.end(), listedBefore);
    for (const NamedPerson &one : everybody) {
        const bool resident = one.person.role == domain::Role::ROLE_RESIDENT;
        context.out << "  " << context.say(resident ? Text::PersonResident : Text::PersonStaff) << ' '
                    << (one.name.empty() ? "–" : one.name) << "  " << toHex(one.person.id.view()) << '\n';
    }
    std::string kinds;
    for (const auto &[kind, count] : report.changesByKind) {
        kinds += (kinds.empty() ? "" : ", ") + context.say(textOf(kind)) + " " + std::to_string(count);
    }
    context.out << context.say(Text::StatusChanges, {std::to_string(report.changes), kinds}) << '\n';
    printTablets(context, report);
    printWaiting(context, report);
    printCopies(context, report, homeWhole);
}

int run(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto report = readStatus(**store);
    if (!report) {
        return context.failed(report.error());
    }
    if (context.json) {
        context.out << json::serialize(toJson(*report, hourlyIn(context, *report))) << std::endl;
    } else {
        const bool damaged = problemOf(report->backup.problem).code() == Errc::StoreCorrupt;
        const Status read = damaged ? (*store)->journal().readLog(0, [](auto &&) { return true; }) : Status();
        print(context, *report, read.has_value());
    }
    return kExitOk;
}

} // namespace

const Command kStatus{"status", "--data DIR [--json]", Text::AboutStatus, declareNothing, run};

} // namespace trivsel::server

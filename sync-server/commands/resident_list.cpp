#include "sync-server/commands/find_person.h"
#include "sync-server/commands/plain_name.h"
#include "sync-server/open_home.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

struct Row
{
    NamedPerson person;
    domain::Profile profile;
};

/** Those who live here, by name. */
Result<std::vector<Row>> read(HomeStore &store)
{
    const auto all = people(store);
    if (!all) {
        return tl::unexpected(all.error());
    }
    std::vector<Row> rows;
    for (const NamedPerson &one : *all) {
        const auto stream = store.model().streamOf(one.person.id, StreamKind::Profile);
        if (one.person.role != domain::Role::ROLE_RESIDENT || !one.person.active || !stream) {
            continue;
        }
        const auto fold = store.folds().upToDate(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        rows.push_back({one, domain::readProfile(one.person.id, **fold)});
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        const bool same = plainName(a.person.name) == plainName(b.person.name);
        return same ? a.person.person.id < b.person.person.id : comesBefore(a.person.name, b.person.name);
    });
    return rows;
}

int run(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto rows = read(**store);
    if (!rows) {
        return context.failed(rows.error());
    }
    boost::json::array list;
    for (const auto &[one, profile] : *rows) {
        const std::string id = toHex(one.person.id.view());
        if (context.json) {
            list.push_back(boost::json::object{
                {"id", id}, {"name", one.name}, {"picture", profile.picture}, {"tint", profile.tint}});
            continue;
        }
        const std::string name = one.name.empty() ? context.say(Text::StatusNameless) : one.name;
        context.out << context.say(Text::ResidentLine,
                                   {name, profile.picture, std::to_string(profile.tint), id})
                    << '\n';
    }
    if (context.json) {
        context.out << boost::json::serialize(list) << '\n';
    } else if (rows->empty()) {
        context.out << context.say(Text::ResidentNone) << '\n';
    }
    context.out << std::flush;
    return kExitOk;
}

} // namespace

const Command kResidentList{"resident list", "--data DIR [--json]", Text::AboutResidentList, declareNothing,
                            run};

} // namespace trivsel::server

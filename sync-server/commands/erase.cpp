#include "sync-server/byte_search.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/words.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/erase_home.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>

// Everything of one resident goes, for good: two people, a legal basis, and the proof.
namespace trivsel::server {
namespace {

namespace json = boost::json;

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("resident", text("BEBOER"), say(lang, Text::OptionResident).c_str())(
        "basis", text("HJEMMEL"), say(lang, Text::OptionBasis).c_str())(
        "by", po::value<std::vector<std::string>>()->composing()->value_name("PERSON"),
        say(lang, Text::OptionByTwo).c_str())("yes", say(lang, Text::OptionYes).c_str());
    places.add("resident", 1);
}

struct Plan
{
    NamedPerson resident;
    ErasureOrder order;
    ErasureScope scope;
};

/** Two people, and not one of them twice. */
std::optional<int> readApprovers(const Context &context, const Values &values,
                                 const std::vector<NamedPerson> &all, domain::Erasure &what)
{
    const auto names =
        values.count("by") != 0 ? values["by"].as<std::vector<std::string>>() : std::vector<std::string>();
    if (names.size() != 2) {
        return context.usage(Text::EraseNeedsTwo);
    }
    NamedPerson first;
    NamedPerson second;
    if (const auto trouble = findOne(context, all, names[0], false, first)) {
        return trouble;
    }
    if (const auto trouble = findOne(context, all, names[1], false, second)) {
        return trouble;
    }
    if (first.person.id == second.person.id || !first.person.active || !second.person.active) {
        return context.usage(Text::EraseNeedsTwo);
    }
    what.first = first.person.id;
    what.second = second.person.id;
    return std::nullopt;
}

std::optional<int> plan(Context &context, const Values &values, HomeStore &store, Plan &out)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    if (const auto trouble =
            findOne(context, *all, values["resident"].as<std::string>(), true, out.resident)) {
        return trouble;
    }
    if (const auto trouble = readApprovers(context, values, *all, out.order.what)) {
        return trouble;
    }
    auto scope = scopeOf(store, out.resident.person.id);
    if (!scope) {
        return context.failed(scope.error());
    }
    out.scope = std::move(*scope);
    if (!out.scope.onHold.empty()) {
        return context.failed(Text::EraseHeld, {calledName(out.resident)});
    }
    if (out.scope.streams.empty()) {
        return context.failed(Text::EraseNothing, {calledName(out.resident)});
    }
    out.order.resident = out.resident.person.id;
    out.order.what.basis = values["basis"].as<std::string>();
    out.order.what.order = randomBytes<decltype(domain::Erasure::order)>(context.random);
    out.order.what.atMs = context.clockMs();
    for (const ErasureScope::Stream &stream : out.scope.streams) {
        out.order.streams.push_back(stream.id);
    }
    return std::nullopt;
}

/** What the proof looks for, of one stream or of all. */
std::uint64_t textsOf(const ErasureScope::Stream &stream)
{
    return stream.changes + stream.held + stream.boxes;
}

ErasureScope::Stream sumOf(const ErasureScope &scope)
{
    ErasureScope::Stream sum;
    for (const ErasureScope::Stream &stream : scope.streams) {
        sum.changes += stream.changes;
        sum.held += stream.held;
        sum.boxes += stream.boxes;
        sum.keys += stream.keys;
    }
    return sum;
}

void show(const Context &context, const Plan &plan)
{
    context.out << context.say(Text::EraseShows, {calledName(plan.resident)}) << '\n';
    context.out << context.say(Text::EraseColumns) << '\n';
    for (const ErasureScope::Stream &stream : plan.scope.streams) {
        context.out << context.say(Text::EraseStream,
                                   {context.say(textOf(stream.id.kind)), std::to_string(stream.changes),
                                    std::to_string(stream.held), std::to_string(stream.boxes),
                                    std::to_string(textsOf(stream)), std::to_string(stream.keys)})
                    << '\n';
    }
    const ErasureScope::Stream sum = sumOf(plan.scope);
    context.out << context.say(Text::EraseSum, {std::to_string(sum.changes), std::to_string(sum.held),
                                                std::to_string(sum.boxes), std::to_string(textsOf(sum)),
                                                std::to_string(sum.keys)})
                << '\n';
    context.out << context.say(Text::EraseForGood) << std::endl;
}

/** The name on the tile, typed as it stands. */
bool confirmed(const Context &context, const Plan &plan)
{
    context.out << context.say(Text::EraseConfirm, {calledName(plan.resident)}) << std::endl;
    std::string typed;
    std::getline(std::cin, typed);
    return typed == calledName(plan.resident);
}

struct Outcome
{
    Search search;
    std::size_t ciphertexts = 0;
    std::size_t keys = 0;
    std::vector<std::string> tablets; // have not confirmed
};

Result<std::vector<std::string>> notConfirmed(HomeStore &store, const std::vector<StreamId> &streams)
{
    std::vector<std::string> names;
    for (const domain::Device &device : store.model().devices) {
        const auto open = store.unconfirmed(device);
        if (!open) {
            return tl::unexpected(open.error());
        }
        if (std::any_of(open->begin(), open->end(), [&streams](const StreamId &stream) {
                return std::find(streams.begin(), streams.end(), stream) != streams.end();
            })) {
            names.push_back(device.name);
        }
    }
    return names;
}

void print(const Context &context, const Plan &plan, const Outcome &outcome)
{
    if (context.json) {
        json::array found;
        for (const Found &one : outcome.search.found) {
            found.push_back(json::string(one.file.filename().string()));
        }
        const json::object answer{
            {"person", toHex(plan.resident.person.id.view())},
            {"order", toHex(plan.order.what.order.view())},
            {"streams", plan.order.streams.size()},
            {"ciphertexts", outcome.ciphertexts},
            {"keys", outcome.keys},
            {"files_searched", outcome.search.files},
            {"bytes_searched", outcome.search.bytes},
            {"found_in", found},
            {"escrow_left", plan.scope.mixedEscrow},
            {"tablets_open", json::array(outcome.tablets.begin(), outcome.tablets.end())}};
        context.out << json::serialize(answer) << std::endl;
        return;
    }
    context.out << context.say(Text::EraseDone,
                               {calledName(plan.resident), toHex(plan.order.what.order.view())})
                << '\n';
    if (outcome.search.found.empty()) {
        context.out << context.say(Text::EraseProof,
                                   {std::to_string(outcome.search.files),
                                    std::to_string(outcome.search.bytes), std::to_string(outcome.ciphertexts),
                                    std::to_string(outcome.keys)})
                    << '\n';
    }
    for (const Found &one : outcome.search.found) {
        context.out << context.say(Text::EraseFound, {one.file.string()}) << '\n';
    }
    for (const std::string &name : outcome.tablets) {
        context.out << context.say(Text::EraseTablet, {name}) << '\n';
    }
    if (plan.scope.mixedEscrow > 0) {
        context.out << context.say(Text::EraseEscrowLeft) << '\n';
    }
    context.out << context.say(Text::EraseBackups) << std::endl;
}

int run(Context &context, const Values &values)
{
    for (const char *needed : {"resident", "basis"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption,
                                 {std::string_view(needed) == "resident" ? "BEBOER" : "--basis"});
        }
    }
    constexpr std::size_t kBasisBytesMax = 400;
    const auto basis = values["basis"].as<std::string>();
    if (basis.empty() || basis.size() > kBasisBytesMax || basis.find('\n') != std::string::npos) {
        return context.usage(Text::BadName, {"--basis"});
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    Plan wanted;
    if (const auto trouble = plan(context, values, **store, wanted)) {
        return *trouble;
    }
    if (!context.json) {
        show(context, wanted);
    }
    if (values.count("yes") == 0 && !confirmed(context, wanted)) {
        return context.failed(Text::EraseNotConfirmed);
    }
    const auto evidence = evidenceOf(**store, wanted.order.streams);
    if (!evidence) {
        return context.failed(evidence.error());
    }
    // The file first: from here on it is decided, and a power cut is made good at the next start.
    if (const Status written = appendErased(context.paths.erased(), wanted.order); !written) {
        return context.failed(written.error(), context.paths.erased().string());
    }
    if (const Status done = carryOut(**store, {context.random, context.clockMs()}, wanted.order); !done) {
        context.err << context.say(Text::EraseUnfinished) << '\n';
        return context.failed(done.error());
    }
    Outcome outcome;
    auto tablets = notConfirmed(**store, wanted.order.streams);
    if (!tablets) {
        return context.failed(tablets.error());
    }
    outcome.tablets = std::move(*tablets);
    outcome.ciphertexts = evidence->ciphertexts.size();
    outcome.keys = sumOf(wanted.scope).keys;
    store->reset(); // SQLite's locks would go with the files that the search closes
    std::vector<std::string> bytes = evidence->ciphertexts;
    bytes.insert(bytes.end(), evidence->keys.begin(), evidence->keys.end());
    auto search = searchFiles(context.paths.dir, bytes);
    if (!search) {
        return context.failed(search.error());
    }
    outcome.search = std::move(*search);
    print(context, wanted, outcome);
    return outcome.search.found.empty() ? kExitOk : kExitFailed;
}

} // namespace

const Command kErase{"erase", "BEBOER --basis HJEMMEL --by PERSON --by PERSON [--yes] --data DIR",
                     Text::AboutErase, declare, run};

} // namespace trivsel::server

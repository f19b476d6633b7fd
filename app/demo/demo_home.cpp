#include "app/demo/demo_home.h"

#include "app/demo/schedule.h"

namespace trivsel::demo {

namespace {

using Filled = tl::expected<DemoResult, Refusal>;
using Tablets = std::vector<std::unique_ptr<Tablet>>;

tl::unexpected<Refusal> refuse(std::string sentence)
{
    return tl::unexpected(Refusal{std::move(sentence)});
}

std::string sentenceFor(const Error &error, const std::string &dir)
{
    switch (error.code()) {
    case Errc::StoreMissing:
        return "No tablet lives in " + dir + "/data: enrol one there and sync it once.";
    case Errc::StoreBusy:
        return "Another program works with " + dir + "/data: stop it first.";
    case Errc::StoreFull:
        return "The disk of " + dir + " is full.";
    case Errc::StoreReadOnly:
        return dir + "/data can't be written to.";
    case Errc::StoreTooNew:
        return dir + "/data was written by a newer version of Trivsel.";
    case Errc::KeyMissing:
        return "There is no key in " + dir + "/key.";
    case Errc::BadFile:
        return "A file of " + dir + " can't be used: " + error.detail() + ".";
    case Errc::SealBroken:
        return "The key in " + dir + "/key does not belong to " + dir + "/data.";
    default:
        return std::string("Something went wrong at ") + dir + " (" + nameOf(error.code()) + ": " +
               error.detail() + ").";
    }
}

tl::expected<Tablets, Refusal> openAll(const DemoOptions &options,
                                       const std::shared_ptr<const catalogue::Catalogue> &catalogue)
{
    Tablets tablets;
    for (const std::filesystem::path &dir : options.tablets) {
        auto tablet = Tablet::open(dir, catalogue, options.random, options.window);
        if (!tablet) {
            return refuse(sentenceFor(tablet.error(), dir.string()));
        }
        tablets.push_back(std::move(*tablet));
    }
    for (std::size_t i = 1; i < tablets.size(); ++i) {
        if (tablets[i]->engine().identity().home != tablets[0]->engine().identity().home) {
            return refuse("The tablets belong to different homes.");
        }
    }
    return tablets;
}

/** One tablet as the schedule sees it; also the place where a home that must not be filled is refused. */
tl::expected<TabletView, Refusal> lookAt(Tablet &tablet, const People &people, const std::string &planUrl,
                                         const std::string &dir)
{
    engine::Engine &engine = tablet.engine();
    if (engine.home().residents.empty()) {
        return refuse("Nobody lives in the home of " + dir +
                      " yet: add residents at the office, and sync the tablet.");
    }
    if (!engine.home().demo) {
        return refuse("The home of " + dir + " is not marked as a demo: nothing made up is written into it.");
    }
    const auto fresh = isFresh(engine, people, planUrl);
    if (!fresh) {
        return refuse(sentenceFor(fresh.error(), dir));
    }
    if (!*fresh) {
        return refuse("Something was answered or written in the home of " + dir +
                      " already: take a fresh one.");
    }
    TabletView view{engine.identity().kind, {}};
    for (const Neighbour &resident : people.residents) {
        auto readers = possibleReaders(engine, resident);
        if (!readers) {
            return refuse(sentenceFor(readers.error(), dir));
        }
        view.readers.push_back(std::move(*readers));
    }
    return view;
}

Filled perform(const DemoOptions &options, Tablets &tablets, const std::vector<Event> &events)
{
    DemoResult result;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::size_t at = events[i].tablet;
        if (const Status done = tablets[at]->perform(events[i]); !done) {
            return refuse(sentenceFor(done.error(), options.tablets[at].string()));
        }
        if (options.progress) {
            options.progress(i + 1, events.size());
        }
    }
    for (const auto &tablet : tablets) {
        const Counts &counts = tablet->counts();
        result.counts.answers += counts.answers;
        result.counts.notToday += counts.notToday;
        result.counts.remarks += counts.remarks;
        result.counts.planSittings += counts.planSittings;
        result.counts.planFields += counts.planFields;
    }
    return result;
}

} // namespace

Filled fillHome(const DemoOptions &options)
{
    if (options.tablets.empty() || options.tablets.size() > 2) {
        return refuse("One tablet is needed, or two.");
    }
    auto loaded = catalogue::loadCatalogue(options.catalogue);
    if (!loaded) {
        return refuse("The catalogue in " + options.catalogue.string() +
                      " can't be used: " + loaded.error().detail());
    }
    const auto catalogue = std::make_shared<const catalogue::Catalogue>(std::move(*loaded));
    const auto texts = readTexts();
    if (!texts) {
        return refuse("The demo's own texts are damaged: " + texts.error().detail());
    }
    auto tablets = openAll(options, catalogue);
    if (!tablets) {
        return tl::unexpected(tablets.error());
    }
    const std::string first = options.tablets.front().string();
    const auto people = readPeople((*tablets)[0]->engine());
    if (!people) {
        return refuse(sentenceFor(people.error(), first));
    }
    Stage stage{*catalogue, *people, *texts, {}, options.window, options.seed};
    for (std::size_t i = 0; i < tablets->size(); ++i) {
        auto view = lookAt(*(*tablets)[i], *people, texts->pool.planUrl, options.tablets[i].string());
        if (!view) {
            return tl::unexpected(view.error());
        }
        stage.tablets.push_back(std::move(*view));
    }
    Filled result = perform(options, *tablets, schedule(stage));
    if (result) {
        result->tablets = tablets->size();
        result->residents = people->residents.size();
        result->staff = people->staff.size();
    }
    return result;
}

} // namespace trivsel::demo

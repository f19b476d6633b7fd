#include "tests/support/world.h"

#include "tests/support/must.h"

namespace trivsel::test {

World::World(const std::filesystem::path &where) : dir(where)
{
    must(seal::initialise());
    const auto home = filled<HomeId>(1);
    server = std::make_unique<TestServer>(dir / "home.db", home);
    a = std::make_unique<TestTablet>(dir / "a.db", home, 10);
    b = std::make_unique<TestTablet>(dir / "b.db", home, 11);
    for (TestTablet *tablet : {a.get(), b.get()}) {
        TestServer::Device &device = server->devices[tablet->device()];
        device.sign = seal::publicOf(tablet->signSecret());
        device.box = seal::publicOf(tablet->boxSecret());
    }
}

void World::addStream(const StreamId &stream)
{
    server->streams[stream] = 1;
    grant(*a, stream);
    grant(*b, stream);
}

Run World::run(TestTablet &tablet)
{
    Run out = sync(tablet, *server);
    must(out.outcome.value_or(fail(Errc::Internal, "the run stood still")));
    return out;
}

bool World::agree(const StreamId &stream)
{
    const auto here = must(server->journal().setHash(stream));
    return must(a->journal().setHash(stream)) == here && must(b->journal().setHash(stream)) == here &&
           must(a->journal().ranges(stream)) == must(server->journal().ranges(stream));
}

void copyWorld(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace trivsel::test

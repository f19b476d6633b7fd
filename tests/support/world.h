#pragma once

#include "tests/support/sync_run.h"

#include <memory>

namespace trivsel::test {

/** A server and two tablets of one home in a folder. A new World over the same folder = everybody was started
 * again. */
class World
{
public:
    explicit World(const std::filesystem::path &dir);

    /** The stream exists on the server, both tablets hold it. */
    void addStream(const StreamId &stream);
    void grant(TestTablet &tablet, const StreamId &stream)
    {
        server->devices.at(tablet.device()).grants.insert(stream);
    }
    void revoke(TestTablet &tablet, const StreamId &stream)
    {
        server->devices.at(tablet.device()).grants.erase(stream);
    }

    /** A run to its end in order, or the end of the test program. */
    Run run(TestTablet &tablet);
    /** True when both tablets and the server hold the same set of the stream. */
    [[nodiscard]] bool agree(const StreamId &stream);

    std::filesystem::path dir;
    std::unique_ptr<TestServer> server;
    std::unique_ptr<TestTablet> a;
    std::unique_ptr<TestTablet> b;
};

/** Copies a world that nobody has open. */
void copyWorld(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace trivsel::test

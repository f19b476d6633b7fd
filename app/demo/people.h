#pragma once

#include "app/engine/engine.h"

#include <set>
#include <string>
#include <vector>

namespace trivsel::demo {

using engine::Who;

struct Helper
{
    Who who;
    std::string name;
};

struct Neighbour
{
    Who who;
    std::string name;         // may be empty
    std::string diceName;     // the same in every home with the same names
    std::vector<Helper> team; // those who may write in the plan, by name
};

/** The people that were found, in an order that only depends on their names. */
struct People
{
    std::vector<Neighbour> residents;
    std::vector<Helper> staff; // those who work with residents
};

[[nodiscard]] Result<People> readPeople(engine::Engine &engine);

/** Who could be let read a resident's answers from this tablet: asks it, and leaves nothing behind. */
[[nodiscard]] Result<std::set<StreamKind>> possibleReaders(engine::Engine &engine, const Neighbour &resident);

/** True when nobody has answered or written anything yet. */
[[nodiscard]] Result<bool> isFresh(engine::Engine &engine, const People &people, const std::string &planUrl);

} // namespace trivsel::demo

#pragma once

#include <boost/json/object.hpp>

namespace trivsel::vectors {

/** What a member of staff's wish for a code is sealed as, and what a resident says of a tablet. */
void addPeopleVectors(boost::json::object &out);

} // namespace trivsel::vectors

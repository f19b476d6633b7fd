#pragma once

#include <boost/json/object.hpp>

namespace trivsel::vectors {

/** What the office orders (to empty, to erase), another certificate, and how a tablet is paired. */
void addOfficeVectors(boost::json::object &out);

} // namespace trivsel::vectors

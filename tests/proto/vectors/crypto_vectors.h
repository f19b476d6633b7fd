#pragma once

#include <boost/json/object.hpp>

namespace trivsel::vectors {

/** Everything of the wire but folding: ids, hashes, seals, chains, proofs, keys, words, frames. */
void addCryptoVectors(boost::json::object &out);

} // namespace trivsel::vectors

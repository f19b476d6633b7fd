#include "proto/seal/keys.h"
#include "tests/proto/vectors/crypto_vectors.h"
#include "tests/proto/vectors/fold_vectors.h"
#include "tests/proto/vectors/office_vectors.h"
#include "tests/proto/vectors/people_vectors.h"
#include "tests/proto/vectors/pretty.h"

#include <boost/json.hpp>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

// make_vectors: prints tests/data/wire/vectors.json. make_vectors --check FILE: fails when the file says
// something else.
int main(int argc, char **argv)
{
    if (!trivsel::seal::initialise()) {
        return 1;
    }
    boost::json::object out;
    out["about"] = "Trivsel wire vectors, see proto/README.md. Bytes in hex; 64-bit numbers as decimal text; "
                   "a dot is inc:ctr.";
    out["version"] = 1;
    trivsel::vectors::addCryptoVectors(out);
    trivsel::vectors::addPeopleVectors(out);
    trivsel::vectors::addOfficeVectors(out);
    out["folds"] = trivsel::vectors::foldVectors();
    const std::string text = trivsel::vectors::pretty(out);
    if (argc == 1) {
        std::cout << text;
        return std::cout.flush() ? 0 : 1;
    }
    if (argc != 3 || std::strcmp(argv[1], "--check") != 0) {
        std::cerr << "usage: make_vectors [--check FILE]\n";
        return 2;
    }
    std::ifstream file(argv[2], std::ios::binary);
    const std::string stored{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (stored == text) {
        return 0;
    }
    std::cerr
        << argv[2]
        << " differs from what this program writes. If the wire changed on purpose, that is a new version: "
           "write the file anew and say why in proto/README.md.\n";
    return 1;
}

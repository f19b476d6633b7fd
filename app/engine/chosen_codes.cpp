#include "app/engine/chosen_codes.h"

#include "proto/seal/same_secret.h"

#include <algorithm>

namespace trivsel::engine {
namespace {

bool isSame(const std::string &a, const std::string &b)
{
    return a.size() == b.size() && seal::sameSecret(viewOf(a), viewOf(b));
}

bool isRefused(const ChosenCode &code, const std::vector<EntityId> &refused)
{
    return std::binary_search(refused.begin(), refused.end(), code.wish);
}

} // namespace

ChosenCodes stillAhead(const ChosenCodes &codes, const std::string &office)
{
    const auto taken = std::find_if(codes.rbegin(), codes.rend(),
                                    [&](const ChosenCode &one) { return isSame(one.verifier, office); });
    if (taken != codes.rend()) {
        return {taken.base(), codes.end()};
    }
    return !codes.empty() && isSame(codes.front().before, office) ? codes : ChosenCodes{};
}

ChosenCodes notRefused(ChosenCodes codes, const std::vector<EntityId> &refused)
{
    const auto first = std::find_if(codes.begin(), codes.end(),
                                    [&](const ChosenCode &one) { return isRefused(one, refused); });
    codes.erase(first, codes.end());
    return codes;
}

std::string codeInForce(const ChosenCodes &codes, const std::string &office,
                        const std::vector<EntityId> &refused)
{
    const ChosenCodes hold = notRefused(stillAhead(codes, office), refused);
    return hold.empty() ? office : hold.back().verifier;
}

ChosenCodeState stateOf(const ChosenCodes &codes, const std::string &office,
                        const std::vector<EntityId> &refused)
{
    const ChosenCodes ahead = stillAhead(codes, office);
    if (ahead.empty()) {
        return ChosenCodeState::None;
    }
    const bool some = std::any_of(ahead.begin(), ahead.end(),
                                  [&](const ChosenCode &one) { return isRefused(one, refused); });
    return some ? ChosenCodeState::Refused : ChosenCodeState::Waiting;
}

} // namespace trivsel::engine

#pragma once

#include "change.pb.h"
#include "proto/base/ids.h"

#include <boost/json.hpp>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

/** A small language for folding cases: what was written, and what a person wrote down that must come of it.
 */
namespace trivsel::vectors {

/** Author and enterer of a change. */
struct Who
{
    std::uint8_t author;
    std::uint8_t enterer;
};
inline constexpr Who kAnna{1, 1};      // the resident, in her own hand
inline constexpr Who kBo{2, 2};        // a helper
inline constexpr Who kCai{3, 3};       // another helper
inline constexpr Who kBoForAnna{1, 2}; // Anna's words, entered by Bo
inline constexpr Who kCaiForAnna{1, 3};

using Dots = std::vector<Dot>;
using WireOp = wire::v1::Op;

[[nodiscard]] Dot dot(std::uint64_t inc, std::uint64_t ctr);

/** Ops on the one item of a case. Policy KEEP_BOTH, voice staff, unless said otherwise. */
[[nodiscard]] WireOp write(const std::string &field, const std::string &text, const Dots &seen = {});
[[nodiscard]] WireOp remove(const std::string &field, const Dots &seen);
[[nodiscard]] WireOp putBack(const Dots &seen);
[[nodiscard]] WireOp marker(const std::string &field, wire::v1::Resolution resolution, const Dots &seen);
[[nodiscard]] WireOp with(WireOp op, wire::v1::Policy policy);
/** Says which change it has seen under the dots it names. */
[[nodiscard]] WireOp seenAs(WireOp op, std::uint64_t hash);
[[nodiscard]] WireOp with(WireOp op, wire::v1::Voice voice);
[[nodiscard]] WireOp with(WireOp op, wire::v1::Resolution resolution, const Dots &chosen = {});

struct Expect
{
    std::string field;
    std::string state;
    std::vector<std::pair<Dot, std::string>> versions; // oldest first; value as "text:…"
    Dots heads;                                        // oldest first
    std::string policy = "KEEP_BOTH";
    std::string voice = "VOICE_STAFF";
    std::string merged = {};
    bool opaque = false;
};

class FoldCase
{
public:
    FoldCase(std::string name, std::string why);

    FoldCase &change(const Dot &id, std::uint64_t lamport, const Who &who, std::initializer_list<WireOp> ops);
    /** Which change stands under the last one's dot: first 8 bytes of its hash. */
    FoldCase &hash(std::uint64_t hash);
    /** The last one's words stood there before they were written anew; of the hash of that change, the first
     * 8 bytes. */
    FoldCase &reissued(const Dot &was, std::uint64_t hash);
    FoldCase &opaque(const Dot &id, std::uint64_t lamport);

    FoldCase &expect(const Expect &expected);
    FoldCase &item(const std::string &state);
    FoldCase &waits(std::initializer_list<std::string> fields);

    [[nodiscard]] boost::json::object json() const;

private:
    std::string m_name;
    std::string m_why;
    std::string m_item = "Live";
    std::uint64_t m_opaque = 0;
    boost::json::array m_changes;
    boost::json::array m_registers;
    boost::json::array m_waiting;
};

} // namespace trivsel::vectors

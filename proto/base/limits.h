#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/** Everything is bounded. Each of these has a test at the limit; the wire's limits stand in proto/README.md
 * too. */
namespace trivsel::limits {

inline constexpr std::size_t kFrameBytesMax = 1'048'576; // type + payload
inline constexpr std::size_t kFrameBytesMaxBeforeHello = std::size_t{16} * 1024;
inline constexpr std::size_t kChangeBytesMax = std::size_t{256} * 1024; // serialised Sealed
inline constexpr std::size_t kBatchChangesMax = 512;
inline constexpr std::size_t kBatchBytesMax = std::size_t{512} * 1024;
inline constexpr std::uint32_t kUnackedBatchesMax = 8;
inline constexpr std::size_t kConnectionsPerDeviceMax = 2;
inline constexpr std::size_t kConnectionsPerHomeMax = 64;
inline constexpr std::chrono::seconds kHandshakeTimeout{10};
inline constexpr std::chrono::seconds kIdleTimeout{60};
inline constexpr int kRecursionMax = 16;
inline constexpr std::size_t kPendingRangesMax = 512;      // in one Hello; more wait for the next
inline constexpr std::size_t kRangesPerFrameMax = 16'384;  // in one Have or Lack
inline constexpr std::size_t kStreamsPerDeviceMax = 8'192; // granted to one device
inline constexpr std::size_t kKeysPerHelloMax = 65'536;    // StreamKey frames after one HelloAck
inline constexpr std::size_t kCarryMax = 64;               // residents taken along, in one Hello
inline constexpr std::size_t kProofsPerFrameMax = 1'024;   // in one Changes
inline constexpr std::size_t kOpsPerChangeMax = 4096;      // also definitions named by one change
inline constexpr std::size_t kSeenPerOpMax = 1024;         // `chosen` too
inline constexpr std::uint64_t kCounterMax =
    0x7FFF'FFFF'FFFF'FFFF;                          // so that a store's signed integers order counters
inline constexpr std::size_t kHeaderBytesMax = 128; // serialised Header; today's are at most 43
inline constexpr std::size_t kPlainBytesMax =
    kChangeBytesMax - 256;                          // serialised Change, so that its Sealed is lawful
inline constexpr std::size_t kNameBytesMax = 255;   // field, linkId, code, rank, part name, language
inline constexpr std::size_t kItemsPerOpMax = 1024; // parts, answers
inline constexpr std::size_t kTextBytesMax = std::size_t{64} * 1024; // one text value, UTF-8
inline constexpr std::size_t kListEntriesMax =
    200; // that hold, in one list of a plan; tablets that had not met may pass it together
inline constexpr std::size_t kMergeTokensMax = 600;
inline constexpr std::size_t kCatalogueFileBytesMax = 1'048'576;
inline constexpr std::size_t kTabletFileBytesMax = std::size_t{64} * 1024;
inline constexpr std::uint64_t kLamportJumpMax = 1ULL << 40; // of a pushed change above what its stream has
inline constexpr std::uint64_t kQuarantineChangesPerDeviceMax = 10'000;
inline constexpr std::uint64_t kQuarantineBytesPerDeviceMax = 64ULL * 1024 * 1024;

} // namespace trivsel::limits

namespace trivsel {
/** The op vocabulary this program writes; a change with a newer one is opaque to it. */
inline constexpr std::uint32_t kOpSchema = 1;
/** Wire versions this program speaks. */
inline constexpr std::uint32_t kWireVersionMin = 1;
inline constexpr std::uint32_t kWireVersionMax = 1;
} // namespace trivsel

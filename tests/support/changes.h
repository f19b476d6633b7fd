#pragma once

#include "proto/seal/sealed_change.h"

#include <string>
#include <vector>

namespace trivsel::test {

/** The same numbers every time for the same seed. */
[[nodiscard]] Random seededRandom(std::uint64_t seed);

template <class T> [[nodiscard]] T filled(std::uint8_t with)
{
    T out;
    out.data.fill(with);
    return out;
}

[[nodiscard]] StreamId stream(std::uint8_t number = 1, StreamKind kind = StreamKind::Team);
/** The one key of every test stream, version 1. */
[[nodiscard]] seal::StreamKey streamKey();

/** A lawful change whose content says `text`; nonce drawn from its id, so that the same call gives the same
 * bytes. */
[[nodiscard]] seal::SealedChange change(const StreamId &stream, std::uint64_t inc, std::uint64_t ctr,
                                        const std::string &text = "sol", std::uint32_t keyVersion = 1);
/** Counters first … last. */
[[nodiscard]] std::vector<seal::SealedChange> run(const StreamId &stream, std::uint64_t inc,
                                                  std::uint64_t first, std::uint64_t last);
/** What change() was made with. */
[[nodiscard]] std::string textOf(const seal::SealedChange &change);

} // namespace trivsel::test

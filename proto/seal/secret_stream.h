#pragma once

#include "proto/base/bytes.h"
#include "proto/base/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace trivsel::seal {

using ArchiveKey = Bytes<32, struct ArchiveKeyTag>;

/** Bytes by which a sealed piece is longer than what it holds. */
inline constexpr std::size_t kPieceOverhead = 17;

/**
 * crypto_secretstream_xchacha20poly1305: a file's pieces, sealed in order. A piece that is missing, moved or
 * changed, and an end that was cut off, are found by the one who opens. One key, one stream.
 */
class StreamSealer
{
public:
    /** `header` goes in front of the pieces, openly. */
    static StreamSealer begin(const ArchiveKey &key, std::string &header);
    ~StreamSealer();
    StreamSealer(StreamSealer &&) noexcept;
    StreamSealer &operator=(StreamSealer &&) = delete;

    /** `bound` is authenticated with the piece and not part of it. Nothing after the last one. */
    [[nodiscard]] std::string seal(std::string_view piece, ByteView bound, bool last);

private:
    struct State;
    explicit StreamSealer(std::unique_ptr<State> state);
    std::unique_ptr<State> m;
};

class StreamOpener
{
public:
    /** SealBroken when the header is none. */
    static Result<StreamOpener> begin(const ArchiveKey &key, std::string_view header);
    ~StreamOpener();
    StreamOpener(StreamOpener &&) noexcept;
    StreamOpener &operator=(StreamOpener &&) = delete;

    struct Piece
    {
        std::string plain;
        bool last = false;
    };
    /** SealBroken on another key, another order, another `bound` or changed bytes. */
    [[nodiscard]] Result<Piece> open(std::string_view sealed, ByteView bound);

private:
    struct State;
    explicit StreamOpener(std::unique_ptr<State> state);
    std::unique_ptr<State> m;
};

} // namespace trivsel::seal

#include "proto/seal/secret_stream.h"

#include <sodium.h>

namespace trivsel::seal {

static_assert(ArchiveKey::size == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(kPieceOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

struct StreamSealer::State
{
    crypto_secretstream_xchacha20poly1305_state state{};
    ~State() { sodium_memzero(&state, sizeof state); }
};

StreamSealer::StreamSealer(std::unique_ptr<State> state) : m(std::move(state)) {}
StreamSealer::~StreamSealer() = default;
StreamSealer::StreamSealer(StreamSealer &&) noexcept = default;

StreamSealer StreamSealer::begin(const ArchiveKey &key, std::string &header)
{
    auto state = std::make_unique<State>();
    header.assign(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(
        &state->state, reinterpret_cast<unsigned char *>(header.data()), key.data.data());
    return StreamSealer(std::move(state));
}

std::string StreamSealer::seal(std::string_view piece, ByteView bound, bool last)
{
    std::string out(piece.size() + kPieceOverhead, '\0');
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                   : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&m->state, reinterpret_cast<unsigned char *>(out.data()),
                                               nullptr, viewOf(piece).data(), piece.size(), bound.data(),
                                               bound.size(), tag);
    return out;
}

struct StreamOpener::State
{
    crypto_secretstream_xchacha20poly1305_state state{};
    ~State() { sodium_memzero(&state, sizeof state); }
};

StreamOpener::StreamOpener(std::unique_ptr<State> state) : m(std::move(state)) {}
StreamOpener::~StreamOpener() = default;
StreamOpener::StreamOpener(StreamOpener &&) noexcept = default;

Result<StreamOpener> StreamOpener::begin(const ArchiveKey &key, std::string_view header)
{
    auto state = std::make_unique<State>();
    if (header.size() != crypto_secretstream_xchacha20poly1305_HEADERBYTES ||
        crypto_secretstream_xchacha20poly1305_init_pull(&state->state, viewOf(header).data(),
                                                        key.data.data()) != 0) {
        return fail(Errc::SealBroken, "header of a sealed stream");
    }
    return StreamOpener(std::move(state));
}

Result<StreamOpener::Piece> StreamOpener::open(std::string_view sealed, ByteView bound)
{
    if (sealed.size() < kPieceOverhead) {
        return fail(Errc::SealBroken, "a piece that is too short");
    }
    Piece out;
    out.plain.assign(sealed.size() - kPieceOverhead, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m->state, reinterpret_cast<unsigned char *>(out.plain.data()), nullptr, &tag,
            viewOf(sealed).data(), sealed.size(), bound.data(), bound.size()) != 0) {
        return fail(Errc::SealBroken, "a piece of a sealed stream");
    }
    out.last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return out;
}

} // namespace trivsel::seal

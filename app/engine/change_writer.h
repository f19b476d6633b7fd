#pragma once

#include "app/engine/clock_state.h"
#include "app/engine/incarnations.h"
#include "app/engine/outbox.h"
#include "app/engine/stream_folds.h"
#include "proto/merge/register.h"

namespace trivsel::engine {

/** Whose words, who typed them, and in which role. */
struct Authorship
{
    PersonId author;
    PersonId enterer;
    merge::Role role = merge::Role::ROLE_UNSPECIFIED;
};

/** An op and the definition it was written under; null = none. The writer fills Op::def. */
struct DefinedOp
{
    wire::v1::Op op;
    DefinitionHash definition{};
};

/** Makes sealed changes: incarnation, counter, Lamport clock, seal, journal, outbox. Inside
 * TabletStore::write. */
class ChangeWriter
{
public:
    /** Plain bytes after which a saved form becomes several changes; well under limits::kChangeBytesMax. */
    static constexpr std::size_t kPlainBytesMax = std::size_t{192} * 1024;

    ChangeWriter(TabletStore &store, const StreamKeys &keys, StreamFolds &folds, Outbox &outbox,
                 Incarnations &incarnations, const ClockState &clock, const Random &random)
        : m_store(store),
          m_keys(keys),
          m_folds(folds),
          m_outbox(outbox),
          m_incarnations(incarnations),
          m_clock(clock),
          m_random(random)
    {
    }

    /** One change, or a few when they are very long. What each op is named by. KeyMissing; TooLarge or
     * Malformed when no reader would take it: then nothing is written; Store… errors. */
    [[nodiscard]] Result<std::vector<merge::Head>> write(const StreamId &stream, const Authorship &by,
                                                         const std::vector<DefinedOp> &ops);

    /** Records of the house's, such as who holds which key: also where the words of the stream are closed. In
     * `own` they stand under the stream's own key. One change; nothing without ops. */
    [[nodiscard]] Status writeOps(const StreamId &stream, const Authorship &by,
                                  const std::vector<wire::v1::Op> &ops);

    /** One change that nobody here can open again: sealed to the server, in a stream of which no key is here.
     */
    [[nodiscard]] Result<merge::Head> writeBoxed(const StreamId &stream, const std::vector<wire::v1::Op> &ops,
                                                 const seal::BoxPublic &to);

    /** What was written in the stream is safe, and nothing of it is needed here. */
    [[nodiscard]] Status forget(const StreamId &stream) { return m_outbox.forget(stream); }

    /** The same content again under this start's incarnation: its id was taken by another change. Where it
     * does not say which change it had seen under an id of the incarnation that collided, that is left out,
     * since it may be other words elsewhere: so it only stands beside. It says where it stood, so that what
     * saw it there finds it. */
    [[nodiscard]] Result<merge::Head> reissue(const seal::SealedChange &of, wire::v1::Change change);

private:
    [[nodiscard]] Result<merge::Head> writeOne(const StreamId &stream, const wire::v1::Change &change,
                                               std::uint32_t version);
    using Sealing = std::function<seal::SealedChange(const wire::v1::Header &header, std::string_view plain)>;
    [[nodiscard]] Result<merge::Head> append(const StreamId &stream, const wire::v1::Change &change,
                                             std::uint32_t version, const Sealing &sealing);

    TabletStore &m_store;
    const StreamKeys &m_keys;
    StreamFolds &m_folds;
    Outbox &m_outbox;
    Incarnations &m_incarnations;
    const ClockState &m_clock;
    const Random &m_random;
};

} // namespace trivsel::engine

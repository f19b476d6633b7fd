#include "app/engine/change_writer.h"

#include "proto/base/limits.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/reissue.h"

#include <algorithm>
#include <limits>

namespace trivsel::engine {

namespace {

wire::v1::Change emptyChange(const Authorship &by, const ClockState::Stamp &now)
{
    wire::v1::Change change;
    if (!by.author.isNull()) {
        change.set_author(by.author.str());
    }
    if (!by.enterer.isNull()) {
        change.set_enterer(by.enterer.str());
    }
    change.set_role(static_cast<std::uint32_t>(by.role));
    change.set_wall_ms(now.wallMs);
    change.set_offset_ms(now.offsetMs);
    change.set_clock_quality(now.quality);
    return change;
}

void addOp(wire::v1::Change &change, const DefinedOp &defined)
{
    wire::v1::Op *op = change.add_ops();
    *op = defined.op;
    if (defined.definition.isNull()) {
        return;
    }
    const std::string hash = defined.definition.str();
    int index = 0;
    while (index < change.defs_size() && change.defs(index) != hash) {
        ++index;
    }
    if (index == change.defs_size()) {
        change.add_defs(hash);
    }
    op->set_def(static_cast<std::uint32_t>(index) + 1);
}

} // namespace

Result<std::vector<merge::Head>> ChangeWriter::write(const StreamId &stream, const Authorship &by,
                                                     const std::vector<DefinedOp> &ops)
{
    const auto now = m_clock.now();
    std::vector<merge::Head> heads;
    wire::v1::Change change = emptyChange(by, now);
    std::size_t bytes = 0;
    const auto flush = [&]() -> Status {
        const auto head = writeOne(stream, change, m_keys.forWords(stream));
        if (!head) {
            return tl::unexpected(head.error());
        }
        heads.insert(heads.end(), static_cast<std::size_t>(change.ops_size()), *head);
        return {};
    };
    for (const DefinedOp &defined : ops) {
        const std::size_t opBytes = defined.op.ByteSizeLong() + DefinitionHash::size;
        const bool full = bytes + opBytes > kPlainBytesMax ||
                          static_cast<std::size_t>(change.ops_size()) == limits::kOpsPerChangeMax;
        if (full && change.ops_size() > 0) {
            TRIVSEL_TRY(flush());
            change = emptyChange(by, now);
            bytes = 0;
        }
        addOp(change, defined);
        bytes += opBytes;
    }
    if (change.ops_size() > 0) {
        TRIVSEL_TRY(flush());
    }
    return heads;
}

Result<merge::Head> ChangeWriter::reissue(const seal::SealedChange &of, wire::v1::Change change)
{
    const StreamId &stream = of.stream;
    const bool ownRecord = stream.kind == StreamKind::Own && !seal::isOwnKey(stream, of.key);
    const std::uint32_t version = ownRecord ? m_store.keys().newest(stream) : m_keys.forWords(stream);
    for (wire::v1::Op &op : *change.mutable_ops()) {
        auto *seen = op.mutable_seen();
        const auto isOfCollided = [&](const wire::v1::Dot &dot) {
            return Incarnation{dot.inc()} == of.dot.inc && dot.hash() == 0;
        };
        seen->erase(std::remove_if(seen->begin(), seen->end(), isOfCollided), seen->end());
    }
    return writeOne(stream, seal::saidAnew(std::move(change), of), version);
}

Status ChangeWriter::writeOps(const StreamId &stream, const Authorship &by,
                              const std::vector<wire::v1::Op> &ops)
{
    if (ops.empty()) {
        return {};
    }
    wire::v1::Change change = emptyChange(by, m_clock.now());
    for (const wire::v1::Op &op : ops) {
        *change.add_ops() = op;
    }
    const auto written = writeOne(stream, change, m_store.keys().newest(stream));
    return written ? Status() : tl::unexpected(written.error());
}

Result<merge::Head> ChangeWriter::writeOne(const StreamId &stream, const wire::v1::Change &change,
                                           std::uint32_t version)
{
    const auto key = m_keys.key(stream, version);
    if (!key) {
        return fail(Errc::KeyMissing, "no key for the stream to be written");
    }
    return append(stream, change, version, [&](const wire::v1::Header &header, std::string_view plain) {
        return seal::sealChange(stream, header, plain, *key, m_random);
    });
}

Result<merge::Head> ChangeWriter::writeBoxed(const StreamId &stream, const std::vector<wire::v1::Op> &ops,
                                             const seal::BoxPublic &to)
{
    wire::v1::Change change; // who, and when, stands in each op
    for (const wire::v1::Op &op : ops) {
        *change.add_ops() = op;
    }
    return append(stream, change, seal::kBoxedKey,
                  [&](const wire::v1::Header &header, std::string_view plain) {
                      return seal::sealBoxed(stream, header, plain, to, m_random);
                  });
}

Result<merge::Head> ChangeWriter::append(const StreamId &stream, const wire::v1::Change &change,
                                         std::uint32_t version, const Sealing &sealing)
{
    const auto inc = m_incarnations.forWriting();
    const auto lamport = m_store.journal().lamport(stream);
    if (!inc || !lamport) {
        return tl::unexpected(inc ? lamport.error() : inc.error());
    }
    const auto tip = m_store.journal().tip(stream, *inc);
    if (!tip) {
        return tl::unexpected(tip.error());
    }
    // What readers would refuse is refused here, before anybody is told that it is saved.
    const auto plain = seal::encodeChange(change);
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    wire::v1::Header header;
    header.set_inc(static_cast<std::uint64_t>(*inc));
    header.set_ctr(tip->ctr + 1);
    header.set_lamport(*lamport == std::numeric_limits<std::uint64_t>::max() ? *lamport : *lamport + 1);
    header.set_key(version);
    header.set_op_schema(kOpSchema);
    const auto sealed = sealing(header, *plain);
    const auto appended = m_store.journal().append(sealed);
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    if (*appended != journal::Appended::New) {
        return fail(Errc::Internal, "a new change has an id that is taken");
    }
    TRIVSEL_TRY(m_outbox.add(sealed.id()));
    m_folds.queue(sealed);
    return merge::Head{sealed.dot, sealed.shortHash()};
}

} // namespace trivsel::engine

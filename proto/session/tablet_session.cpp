#include "proto/session/tablet_session.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/session/messages.h"
#include "proto/session/server_session.h"
#include "proto/session/tablet_pull.h"
#include "proto/session/tablet_push.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace trivsel::session {

using framing::FrameType;

namespace {

/** The line or the other side ended the run, not our own disk. */
bool blamesThePeer(Errc code)
{
    return code == Errc::Closed || code == Errc::TimedOut || code == Errc::Unreachable ||
           code == Errc::Malformed || code == Errc::TooLarge;
}

} // namespace

struct TabletSession::Impl
{
    enum class State { Idle, AwaitHelloAck, Running, Done };

    Impl(TabletPort &p, std::string version)
        : port(p), app(std::move(version)), push(p, progress), pull(p, progress)
    {
    }

    TabletPort &port;
    std::string app;
    TabletProgress progress;
    State state = State::Idle;
    std::deque<TabletAction> out;
    TabletPush push;
    TabletPull pull;
    std::size_t padded = 0; // bytes of the padding that a Pull has been sent after

    TabletPort::State own;
    std::vector<std::pair<StreamId, Range>> pending; // as told in Hello
    std::uint32_t keysLeft = 0;
    std::uint32_t safeLeft = 0;
    std::uint32_t ordersLeft = 0;
    bool wipeOrdered = false;
    bool inOrder = false; // the server said that it goes: nothing that was under way is to blame
    std::optional<std::uint64_t> grantsToComplete;
    // After a new epoch: what is held here is offered before the position starts anew.
    bool offering = false;
    std::uint64_t newEpoch = 0;
    std::deque<std::string> haves;
    std::uint64_t lacksLeft = 0;

    void finish(Status outcome, std::uint32_t retryS = 0)
    {
        if (state != State::Done) {
            const bool began = state == State::Running || state == State::AwaitHelloAck;
            if (!outcome && began && retryS == 0 && !inOrder && blamesThePeer(outcome.error().code())) {
                noteBroken();
            }
            state = State::Done;
            out.push_back(Finished{std::move(outcome), retryS});
        }
    }
    /** The run has failed already: what goes wrong here is not said. */
    void noteBroken()
    {
        const auto part = push.oldestUnderWay();
        (void)(part ? port.noteBroken(part->stream, part->range, push.provenUnderWay()) : port.noteBadLine());
    }
    void refuse(const Error &why)
    {
        if (why.code() != Errc::Closed) {
            out.push_back(SendFrame{errorFrame(wireCodeOf(why.code()))});
        }
        finish(tl::unexpected<Error>(why));
    }

    Status hello(std::int64_t nowMs);
    Status handle(const framing::Frame &frame, std::int64_t nowMs);
    Status onHelloAck(const wire::v1::HelloAck &ack, std::int64_t nowMs);
    Status takeKnown(const wire::v1::HelloAck &ack);
    Status takeGrants(const wire::v1::HelloAck &ack);
    Status beginOffer(std::uint64_t epoch);
    Status endOffer();
    Status onStreamKey(const wire::v1::StreamKey &key);
    Status onLack(const wire::v1::Lack &lack);
    Status onRevoked(const wire::v1::StreamRevoked &revoked);
    Status onErased(const wire::v1::StreamErased &order);
    Status onWipe(const wire::v1::Wipe &wipe);
    Status carryOut();
    Status onRunning(const framing::Frame &frame);
    Result<std::optional<std::string>> work();
    Result<std::optional<std::string>> suspect();
    Status advance();
};

namespace {

/** Hello must fit the 16 KiB that a stranger may send; what does not fit is pushed all the same. */
constexpr std::size_t kHelloBytesMax = limits::kFrameBytesMaxBeforeHello - 256;

/** So many of the ranges, in order, as fit. `add` makes another entry for a stream. */
void addRanges(wire::v1::Hello &hello, const std::vector<std::pair<StreamId, Range>> &pending,
               wire::v1::StreamRanges *(wire::v1::Hello::*add)())
{
    std::size_t bytes = hello.ByteSizeLong();
    wire::v1::StreamRanges *ranges = nullptr;
    for (std::size_t i = 0; i < pending.size() && i < limits::kPendingRangesMax; ++i) {
        const auto &[stream, range] = pending[i];
        wire::v1::Range message;
        toWire(range, &message);
        bytes += message.ByteSizeLong() + 2 * StreamId{}.str().size();
        if (bytes > kHelloBytesMax) {
            return;
        }
        if (ranges == nullptr || ranges->stream() != stream.str()) {
            ranges = (hello.*add)();
            ranges->set_stream(stream.str());
        }
        *ranges->add_ranges() = message;
    }
}

} // namespace

Status TabletSession::Impl::hello(std::int64_t nowMs)
{
    auto held = port.state();
    if (!held) {
        return tl::unexpected<Error>(held.error());
    }
    own = *held;
    pull.setCursor(own.cursor);
    auto waiting = port.pending();
    if (!waiting) {
        return tl::unexpected<Error>(waiting.error());
    }
    pending = std::move(*waiting);
    wire::v1::Hello message;
    message.set_version_min(kWireVersionMin);
    message.set_version_max(kWireVersionMax);
    message.set_home(own.home.str());
    message.set_device(own.device.str());
    message.set_epoch(own.epoch);
    toWire(own.cursor, message.mutable_cursor());
    toWire(own.acked, message.mutable_acked());
    message.set_wall_ms(nowMs);
    message.set_grants(own.grants);
    message.set_last_inc(static_cast<std::uint64_t>(own.lastInc));
    message.set_app(app);
    for (const PersonId &resident : own.carry) {
        message.add_carry(resident.str());
    }
    addRanges(message, pending, &wire::v1::Hello::add_pending);
    const auto unsafe = port.notSafe();
    if (!unsafe) {
        return tl::unexpected<Error>(unsafe.error());
    }
    addRanges(message, *unsafe, &wire::v1::Hello::add_unsafe);
    out.push_back(SendFrame{frameOf(FrameType::Hello, message)});
    state = State::AwaitHelloAck;
    return {};
}

Status TabletSession::Impl::onHelloAck(const wire::v1::HelloAck &ack, std::int64_t nowMs)
{
    if (ack.version() < kWireVersionMin || ack.version() > kWireVersionMax) {
        return fail(Errc::VersionUnsupported, "the server chose a version that was not offered");
    }
    if (ack.epoch() == 0 || ack.keys() > limits::kKeysPerHelloMax || ack.safe() > 1 ||
        ack.orders() > limits::kStreamsPerDeviceMax + 1 ||
        static_cast<std::size_t>(ack.streams_size()) > limits::kStreamsPerDeviceMax) {
        return fail(Errc::Malformed, "HelloAck");
    }
    TRIVSEL_TRY(push.readSuspects());
    state = State::Running;
    progress.mayRead = ack.may_read();
    progress.expired = ack.expired() && !ack.may_read();
    keysLeft = ack.keys();
    safeLeft = ack.safe();
    ordersLeft = ack.orders();
    TRIVSEL_TRY(port.storeClock(ack.wall_ms(), nowMs, ack.may_read()));
    if (!ack.server_key().empty()) {
        const auto key = seal::SignPublic::from(ack.server_key());
        TRIVSEL_TRY(key ? port.storeServerKey(*key) : fail(Errc::Malformed, "HelloAck.server_key"));
    }
    TRIVSEL_TRY(port.noteCertificate(ack.certificate()));
    if (const Incarnation seen{ack.last_inc()}; seen != Incarnation{} && seen != own.lastInc) {
        const auto known = port.knowsIncarnation(seen);
        if (!known) {
            return tl::unexpected<Error>(known.error());
        }
        TRIVSEL_TRY(*known ? Status() : port.noteForeignIncarnation(seen));
    }
    const bool differs =
        (ack.new_epoch() || ack.epoch() != own.epoch) && !(TRIVSEL_MUTANT("epoch-ignored") && own.epoch != 0);
    if (differs && own.epoch != 0) {
        TRIVSEL_TRY(beginOffer(ack.epoch()));
    } else if (differs) {
        TRIVSEL_TRY(port.storeEpoch(ack.epoch(), true));
        pull.setCursor({});
    }
    if (ack.may_read()) {
        TRIVSEL_TRY(takeGrants(ack));
    }
    TRIVSEL_TRY(takeKnown(ack));
    if (ack.may_read() && !offering && pull.cursor().seq != ack.log_seq()) {
        pull.wantPull();
    }
    return {};
}

/** The server has an incarnation without a hole up to `last`: durable if it is the same chain as here. A copy
 * of this tablet may have written something else under the same counters; then all is pushed, and the store
 * finds it. */
Status TabletSession::Impl::takeKnown(const wire::v1::HelloAck &ack)
{
    std::map<std::pair<StreamId, Incarnation>, std::uint64_t> same;
    for (const wire::v1::StreamRanges &each : ack.known()) {
        const auto stream = StreamId::from(each.stream());
        for (const wire::v1::Range &message : each.ranges()) {
            const auto range = rangeOf(message);
            if (!stream || !range) {
                return fail(Errc::Malformed, "known range");
            }
            const auto head = port.headAt(*stream, {range->inc, range->last});
            if (!head) {
                return tl::unexpected<Error>(head.error());
            }
            if (*head && (*head)->str() == message.head()) {
                same[{*stream, range->inc}] = range->last;
            }
        }
    }
    for (const auto &[stream, range] : pending) {
        const auto found = same.find({stream, range.inc});
        const std::uint64_t upto = found != same.end() ? std::min(found->second, range.last) : 0;
        if (upto >= range.first) {
            TRIVSEL_TRY(port.markDurable(stream, {range.inc, range.first, upto}, {ack.log_seq(), ack.log()}));
            progress.pushed += upto - range.first + 1;
        }
        if (upto < range.last) {
            push.queue(stream, {range.inc, std::max(range.first, upto + 1), range.last});
        }
    }
    return {};
}

Status TabletSession::Impl::takeGrants(const wire::v1::HelloAck &ack)
{
    if (ack.grants() == own.grants) {
        return {};
    }
    const std::vector<wire::v1::StreamGrant> grants(ack.streams().begin(), ack.streams().end());
    const auto wanted = port.storeGrants(grants);
    if (!wanted) {
        return tl::unexpected<Error>(wanted.error());
    }
    grantsToComplete = ack.grants();
    if (offering || pull.cursor().seq == 0) {
        return {}; // the pull from the beginning brings everything
    }
    for (const auto &[stream, after] : *wanted) {
        pull.wantBackfill(stream, after);
    }
    return {};
}

/** The old epoch stays stored until everything is offered and acknowledged: a run that is cut short offers
 * again. */
Status TabletSession::Impl::beginOffer(std::uint64_t epoch)
{
    auto held = port.haves();
    if (!held) {
        return tl::unexpected<Error>(held.error());
    }
    std::sort(held->begin(), held->end(),
              [](const auto &a, const auto &b) { return a.stream() < b.stream(); });
    std::vector<wire::v1::Have> parts;
    for (const wire::v1::Have &have : *held) {
        for (int at = 0; at == 0 || at < have.ranges_size();
             at += static_cast<int>(limits::kRangesPerFrameMax)) {
            wire::v1::Have &part = parts.emplace_back();
            part.set_stream(have.stream());
            part.set_set_hash(have.set_hash());
            const int end = std::min(have.ranges_size(), at + static_cast<int>(limits::kRangesPerFrameMax));
            part.mutable_ranges()->Add(have.ranges().begin() + at, have.ranges().begin() + end);
        }
    }
    if (!parts.empty()) {
        parts.back().set_last(true);
    }
    for (const wire::v1::Have &part : parts) {
        haves.push_back(frameOf(FrameType::Have, part));
    }
    offering = true;
    newEpoch = epoch;
    lacksLeft = parts.size();
    return {};
}

Status TabletSession::Impl::endOffer()
{
    TRIVSEL_TRY(port.storeEpoch(newEpoch, true));
    offering = false;
    pull.setCursor({});
    if (progress.mayRead) {
        pull.wantPull();
    }
    return {};
}

Status TabletSession::Impl::onLack(const wire::v1::Lack &lack)
{
    const auto stream = StreamId::from(lack.stream());
    if (!stream || lacksLeft == 0 ||
        static_cast<std::size_t>(lack.ranges_size()) > limits::kRangesPerFrameMax) {
        return fail(Errc::Malformed, "Lack");
    }
    --lacksLeft;
    for (const wire::v1::Range &message : lack.ranges()) {
        const auto range = rangeOf(message);
        if (!range) {
            return fail(Errc::Malformed, "lacking range");
        }
        push.queue(*stream, *range);
    }
    return {};
}

Status TabletSession::Impl::onStreamKey(const wire::v1::StreamKey &key)
{
    const auto stream = StreamId::from(key.stream());
    if (!stream || keysLeft == 0) {
        return fail(Errc::Malformed, "stream key");
    }
    --keysLeft;
    return port.storeStreamKey(*stream, key.key(), key.box());
}

Status TabletSession::Impl::onRevoked(const wire::v1::StreamRevoked &revoked)
{
    const auto stream = StreamId::from(revoked.stream());
    if (!stream || ordersLeft == 0) {
        return fail(Errc::Malformed, "StreamRevoked");
    }
    --ordersLeft;
    return port.noteRevoked(*stream);
}

/** Done at once, and said so; what waits of the stream is handed in afterwards without its content. */
Status TabletSession::Impl::onErased(const wire::v1::StreamErased &order)
{
    if (ordersLeft == 0) {
        return fail(Errc::Malformed, "StreamErased");
    }
    --ordersLeft;
    TRIVSEL_TRY(port.eraseStream(order));
    wire::v1::StreamErased done;
    done.set_stream(order.stream());
    done.set_order(order.order());
    out.push_back(SendFrame{frameOf(FrameType::StreamErased, done)});
    return {};
}

Status TabletSession::Impl::onWipe(const wire::v1::Wipe &wipe)
{
    if (ordersLeft == 0 || wipeOrdered) {
        return fail(Errc::Malformed, "Wipe");
    }
    --ordersLeft;
    wipeOrdered = true;
    return port.checkWipe(wipe);
}

/** All of this tablet's own is on the server's disk. What its quarantine had no room for is not: then nothing
 * goes. */
Status TabletSession::Impl::carryOut()
{
    if (progress.refused > 0) {
        return {};
    }
    TRIVSEL_TRY(port.letGo());
    if (wipeOrdered) {
        TRIVSEL_TRY(port.wipe());
        progress.wiped = true;
    }
    return {};
}

Status TabletSession::Impl::onRunning(const framing::Frame &frame)
{
    switch (static_cast<FrameType>(frame.type)) {
    case FrameType::StreamKey:
        return read<wire::v1::StreamKey>(frame, "StreamKey").and_then([this](auto &&m) {
            return onStreamKey(m);
        });
    case FrameType::PushAck:
        return read<wire::v1::PushAck>(frame, "PushAck").and_then([this](auto &&m) { return push.onAck(m); });
    case FrameType::Lack:
        return read<wire::v1::Lack>(frame, "Lack").and_then([this](auto &&m) { return onLack(m); });
    case FrameType::Safe:
        return read<wire::v1::Safe>(frame, "Safe").and_then([this](auto &&m) {
            safeLeft = 0;
            return port.markSafe(m);
        });
    case FrameType::Changes:
        return read<wire::v1::Changes>(frame, "Changes")
            .and_then([this](auto &&m) { return pull.onChanges(m); })
            .map([this](std::string &&ack) { out.push_back(SendFrame{std::move(ack)}); });
    case FrameType::Bye:
        inOrder = true;
        return fail(Errc::Closed, "the server is going away");
    case FrameType::Hello:
    case FrameType::HelloAck:
    case FrameType::Push:
    case FrameType::Want:
    case FrameType::Have:
    case FrameType::Pull:
    case FrameType::ChangesAck:
        return fail(Errc::Malformed, "a frame that only a tablet sends, or a second HelloAck");
    case FrameType::StreamRevoked:
        return read<wire::v1::StreamRevoked>(frame, "StreamRevoked").and_then([this](auto &&m) {
            return onRevoked(m);
        });
    case FrameType::Wipe:
        return read<wire::v1::Wipe>(frame, "Wipe").and_then([this](auto &&m) { return onWipe(m); });
    case FrameType::StreamErased:
        return read<wire::v1::StreamErased>(frame, "StreamErased").and_then([this](auto &&m) {
            return onErased(m);
        });
    case FrameType::Error:
        break;
    }
    return {}; // of a later version: skipped
}

Status TabletSession::Impl::handle(const framing::Frame &frame, std::int64_t nowMs)
{
    if (frame.type == static_cast<std::uint8_t>(FrameType::Error)) {
        const auto error = read<wire::v1::Error>(frame, "Error");
        if (!error) {
            return tl::unexpected<Error>(error.error());
        }
        finish(fail(errcOf(error->code()), "said by the server"), error->retry_s());
        return {};
    }
    if (state == State::Running) {
        return onRunning(frame);
    }
    if (state != State::AwaitHelloAck || frame.type != static_cast<std::uint8_t>(FrameType::HelloAck)) {
        return fail(Errc::Malformed, "not the answer to Hello");
    }
    return read<wire::v1::HelloAck>(frame, "HelloAck").and_then([this, nowMs](auto &&m) {
        return onHelloAck(m, nowMs);
    });
}

/** What follows from what has come: steps that need no frame of the peer. */
Status TabletSession::Impl::advance()
{
    // Nor before the orders: a right that was taken is only told to whom the grants are new.
    if (grantsToComplete && keysLeft == 0 && ordersLeft == 0 && pull.backfillsDone()) {
        TRIVSEL_TRY(port.grantsComplete(*grantsToComplete));
        grantsToComplete.reset();
    }
    if (offering && haves.empty() && lacksLeft == 0 && push.idle()) {
        TRIVSEL_TRY(endOffer());
    }
    if (push.takeReachedLog() && progress.mayRead && !offering) {
        pull.wantPullLater(); // the cursor has yet to move past them
    }
    return {};
}

/**
 * The next change that connections broke on. First the line must have carried as many bytes of nothing, and
 * answered (that is what the Pull is for; who may not read gets an empty page): when it then breaks, it is
 * not because of their number.
 */
Result<std::optional<std::string>> TabletSession::Impl::suspect()
{
    push.noteCarried(std::exchange(padded, 0)); // the Pull behind it is answered
    auto frame = push.nextSuspect(wipeOrdered);
    if (!frame || !*frame || (*frame)->size() <= push.carried()) {
        return frame;
    }
    push.takeBackSuspect();
    padded = (*frame)->size();
    pull.wantPull();
    return framing::encode(kPaddingType,
                           std::string(padded - framing::encode(kPaddingType, {}).size(), '\0'));
}

/** The next frame that is due, if any. */
Result<std::optional<std::string>> TabletSession::Impl::work()
{
    TRIVSEL_TRY(advance());
    if (!haves.empty()) {
        std::string frame = std::move(haves.front());
        haves.pop_front();
        return frame;
    }
    auto batch = push.next();
    if (!batch || *batch) {
        return batch;
    }
    TRIVSEL_TRY(advance()); // what was left out just now may have been the last
    if (!offering) {
        if (auto asked = pull.next(push.idle())) {
            return asked;
        }
    }
    if (offering || !push.idle() || !pull.idle() || keysLeft > 0 || safeLeft > 0 || ordersLeft > 0 ||
        grantsToComplete) {
        return std::nullopt; // the server's turn
    }
    const auto more = push.queuePending();
    if (!more) {
        return tl::unexpected<Error>(more.error());
    }
    if (*more) {
        auto next = push.next();
        if (!next || *next) {
            return next;
        }
    }
    auto last = suspect();
    if (!last || *last) {
        return last;
    }
    TRIVSEL_TRY(carryOut());
    progress.upToDate = progress.mayRead && progress.refused == 0;
    finish({});
    return frameOf(FrameType::Bye, wire::v1::Bye());
}

TabletSession::TabletSession(TabletPort &port, std::string appVersion)
    : m(std::make_shared<Impl>(port, std::move(appVersion)))
{
}

void TabletSession::start(std::int64_t nowMs)
{
    TRIVSEL_ASSERT(m->state == Impl::State::Idle);
    if (const Status status = m->hello(nowMs); !status) {
        m->finish(status);
    }
}

void TabletSession::onFrame(const framing::Frame &frame, std::int64_t nowMs)
{
    if (m->state == Impl::State::Done) {
        return;
    }
    if (const Status status = m->handle(frame, nowMs); !status) {
        m->refuse(status.error());
    }
}

void TabletSession::onBadFrame(const Error &why)
{
    if (m->state != Impl::State::Done) {
        m->refuse(why);
    }
}

void TabletSession::onClosed(Error why)
{
    m->finish(tl::unexpected<Error>(std::move(why)));
}

std::optional<TabletAction> TabletSession::next()
{
    if (m->out.empty() && m->state == Impl::State::Running) {
        auto frame = m->work();
        if (!frame) {
            m->refuse(frame.error());
        } else if (*frame) {
            // Before Finished, when this was the last one.
            m->out.push_front(SendFrame{std::move(**frame)});
        }
    }
    if (m->out.empty()) {
        return std::nullopt;
    }
    TabletAction action = std::move(m->out.front());
    m->out.pop_front();
    return action;
}

const TabletProgress &TabletSession::progress() const
{
    return m->progress;
}

} // namespace trivsel::session

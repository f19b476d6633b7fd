#include "proto/session/server_session.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/session/messages.h"
#include "proto/session/server_pages.h"
#include "proto/session/server_push.h"

#include <algorithm>
#include <deque>
#include <set>

namespace trivsel::session {

using framing::FrameType;

struct ServerSession::Impl
{
    enum class State { AwaitHello, Running, Closed };

    Impl(ServerPort &p, const DeviceFacts &d) : port(p), device(d), pushes(p, d), pages(p, d, pushes) {}

    ServerPort &port;
    DeviceFacts device;
    State state = State::AwaitHello;
    std::deque<ServerAction> out;
    std::deque<wire::v1::StreamKey> keys; // announced in HelloAck, still to be sent
    std::deque<std::string> orders;       // frames: likewise, after the keys
    std::set<StreamId> erasures;          // told in this session, and not confirmed yet
    std::optional<wire::v1::Safe> safe;   // likewise, last
    ServerPush pushes;
    ServerPages pages;

    void send(std::string frame) { out.push_back(SendFrame{std::move(frame)}); }
    void close(Status why)
    {
        state = State::Closed;
        keys.clear();
        orders.clear();
        safe.reset();
        out.push_back(CloseConnection{std::move(why)});
    }
    void refuse(const Error &why)
    {
        send(errorFrame(wireCodeOf(why.code())));
        close(tl::unexpected<Error>(why));
    }

    Status handle(const framing::Frame &frame, std::int64_t nowMs);
    Status onRunning(const framing::Frame &frame);
    Status onHello(const wire::v1::Hello &hello, std::int64_t nowMs);
    Result<bool> isNewEpoch(const wire::v1::Hello &hello);
    Result<bool> isOfThisLog(const Position &position);
    Status addKnown(const wire::v1::Hello &hello, wire::v1::HelloAck &ack);
    Result<bool> addSafe(const wire::v1::Hello &hello);
    Status addGrants(const wire::v1::Hello &hello, wire::v1::HelloAck &ack);
    void addErased();
    void addRevoked();
    void addWipe();
    Status onErased(const wire::v1::StreamErased &done);
    Status onPush(const wire::v1::Push &push);
    Status onHave(const wire::v1::Have &have);
    Status onChangesAck(const wire::v1::ChangesAck &ack);
};

namespace {

Status checkHello(const wire::v1::Hello &hello, const HomeId &home, const DeviceId &device)
{
    // First: what a newer version means by the rest is not known here.
    if (hello.version_min() > kWireVersionMax || hello.version_max() < kWireVersionMin) {
        return fail(Errc::VersionUnsupported, "Hello");
    }
    if (hello.home() != home.str()) {
        return fail(Errc::WrongHome, "Hello");
    }
    if (hello.device() != device.str()) {
        return fail(Errc::WrongDevice, "not the device of the certificate");
    }
    return {};
}

constexpr std::size_t kAppBytesMax = 64;

} // namespace

Result<bool> ServerSession::Impl::isOfThisLog(const Position &position)
{
    return port.positionAt(position.seq).map([&position](const auto &here) {
        return here == position || (here && TRIVSEL_MUTANT("log-hash-ignored"));
    });
}

/** A position of this epoch that is not in the log: the log was rolled back, and others may stand there too.
 */
Result<bool> ServerSession::Impl::isNewEpoch(const wire::v1::Hello &hello)
{
    if (hello.epoch() == 0 && hello.cursor().seq() == 0) {
        return false; // never met
    }
    if (hello.epoch() != port.epoch()) {
        return true;
    }
    for (const wire::v1::Cursor &told : {hello.cursor(), hello.acked()}) {
        Result<bool> here = isOfThisLog(positionOf(told));
        if (!here) {
            return here;
        }
        if (!*here) {
            return port.renewEpoch().map([](std::uint64_t) { return true; });
        }
    }
    return false;
}

Status ServerSession::Impl::addKnown(const wire::v1::Hello &hello, wire::v1::HelloAck &ack)
{
    std::size_t count = 0;
    for (const wire::v1::StreamRanges &each : hello.pending()) {
        const auto stream = StreamId::from(each.stream());
        count += static_cast<std::size_t>(each.ranges_size());
        if (!stream || count > limits::kPendingRangesMax) {
            return fail(Errc::Malformed, "pending ranges");
        }
        wire::v1::StreamRanges known;
        known.set_stream(each.stream());
        for (const wire::v1::Range &message : each.ranges()) {
            const auto range = rangeOf(message);
            if (!range) {
                return fail(Errc::Malformed, "pending range");
            }
            const auto tip = port.tip(*stream, range->inc);
            if (!tip) {
                return tl::unexpected<Error>(tip.error());
            }
            if (tip->ctr >= range->first) {
                wire::v1::Range *held = known.add_ranges();
                toWire(Range{range->inc, 1, tip->ctr}, held);
                held->set_head(tip->head.str());
            }
        }
        if (known.ranges_size() > 0) {
            *ack.add_known() = std::move(known);
        }
    }
    return {};
}

/** True when there is something to tell. */
Result<bool> ServerSession::Impl::addSafe(const wire::v1::Hello &hello)
{
    wire::v1::Safe message;
    std::size_t count = 0;
    for (const wire::v1::StreamRanges &each : hello.unsafe()) {
        const auto stream = StreamId::from(each.stream());
        count += static_cast<std::size_t>(each.ranges_size());
        if (!stream || count > limits::kPendingRangesMax) {
            return fail(Errc::Malformed, "unsafe ranges");
        }
        wire::v1::StreamRanges known;
        known.set_stream(each.stream());
        for (const wire::v1::Range &asked : each.ranges()) {
            const auto range = rangeOf(asked);
            if (!range) {
                return fail(Errc::Malformed, "unsafe range");
            }
            const auto found = port.safe(device.device, *stream, *range);
            if (!found) {
                return tl::unexpected<Error>(found.error());
            }
            for (const Range &one : *found) {
                toWire(one, known.add_ranges());
            }
        }
        if (known.ranges_size() > 0) {
            *message.add_streams() = std::move(known);
        }
    }
    if (message.streams_size() > 0) {
        safe = std::move(message);
    }
    return safe.has_value();
}

Status ServerSession::Impl::addGrants(const wire::v1::Hello &hello, wire::v1::HelloAck &ack)
{
    const std::vector<wire::v1::StreamGrant> grants = port.grants(device.device);
    if (grants.size() > limits::kStreamsPerDeviceMax) {
        return fail(Errc::Internal, "more streams than a device may hold");
    }
    ack.set_grants(grantsHash(grants));
    if (ack.grants() == hello.grants()) {
        return {};
    }
    for (const wire::v1::StreamGrant &grant : grants) {
        *ack.add_streams() = grant;
        if (const auto stream = StreamId::from(grant.stream())) {
            auto boxes = port.keysFor(device.device, *stream);
            // Of a key that was turned so often that not all fit: the newest, which everybody writes with.
            const std::size_t most = limits::kKeysPerHelloMax / grants.size();
            const std::size_t from = boxes.size() > most ? boxes.size() - most : 0;
            keys.insert(keys.end(),
                        std::make_move_iterator(boxes.begin() + static_cast<std::ptrdiff_t>(from)),
                        std::make_move_iterator(boxes.end()));
        }
    }
    ack.set_keys(static_cast<std::uint32_t>(keys.size()));
    addRevoked();
    return {};
}

void ServerSession::Impl::addRevoked()
{
    for (const StreamId &stream : port.revoked(device.device)) {
        if (orders.size() < limits::kStreamsPerDeviceMax) {
            wire::v1::StreamRevoked message;
            message.set_stream(stream.str());
            orders.push_back(frameOf(FrameType::StreamRevoked, message));
        }
    }
}

void ServerSession::Impl::addErased()
{
    for (const wire::v1::StreamErased &order : port.erasedFor(device.device)) {
        const auto stream = StreamId::from(order.stream());
        if (stream && orders.size() < limits::kStreamsPerDeviceMax) {
            erasures.insert(*stream);
            orders.push_back(frameOf(FrameType::StreamErased, order));
        }
    }
}

Status ServerSession::Impl::onErased(const wire::v1::StreamErased &done)
{
    const auto stream = StreamId::from(done.stream());
    if (!stream || erasures.erase(*stream) == 0) {
        return fail(Errc::Malformed, "StreamErased");
    }
    out.push_back(NoteErased{device.device, *stream});
    return {};
}

void ServerSession::Impl::addWipe()
{
    if (const auto order = port.wipeOrder(device.device)) {
        orders.push_back(frameOf(FrameType::Wipe, *order));
    }
}

namespace {

Result<std::vector<PersonId>> carryOf(const wire::v1::Hello &hello)
{
    if (static_cast<std::size_t>(hello.carry_size()) > limits::kCarryMax) {
        return fail(Errc::Malformed, "more taken along than may be");
    }
    std::vector<PersonId> out;
    for (const std::string &bytes : hello.carry()) {
        const auto resident = PersonId::from(bytes);
        if (!resident) {
            return fail(Errc::Malformed, "Hello.carry");
        }
        out.push_back(*resident);
    }
    return out;
}

} // namespace

Status ServerSession::Impl::onHello(const wire::v1::Hello &hello, std::int64_t nowMs)
{
    TRIVSEL_TRY(checkHello(hello, port.home(), device.device));
    const Result<bool> newEpoch = isNewEpoch(hello);
    if (!newEpoch) {
        return tl::unexpected<Error>(newEpoch.error());
    }
    wire::v1::HelloAck ack;
    ack.set_version(std::min(kWireVersionMax, hello.version_max()));
    ack.set_epoch(port.epoch());
    ack.set_new_epoch(*newEpoch);
    ack.set_wall_ms(nowMs);
    ack.set_may_read(device.mayRead);
    ack.set_expired(device.expired);
    ack.set_certificate(device.renewed);
    if (const auto key = port.signKey(DeviceId{port.home().data})) { // the server's own, under the home's id
        ack.set_server_key(key->str());
    }
    const auto carry = carryOf(hello);
    if (!carry) {
        return tl::unexpected<Error>(carry.error());
    }
    port.noteCarry(device.device, *carry);
    TRIVSEL_TRY(addKnown(hello, ack));
    addErased();
    if (device.mayRead) {
        TRIVSEL_TRY(addGrants(hello, ack));
        pages.begin();
    } else if (device.expired) {
        addRevoked(); // it reads nothing new, and what was taken off it goes all the same
    }
    const Result<bool> tellsSafe = addSafe(hello);
    if (!tellsSafe) {
        return tl::unexpected<Error>(tellsSafe.error());
    }
    ack.set_safe(*tellsSafe ? 1 : 0);
    addWipe();
    ack.set_orders(static_cast<std::uint32_t>(orders.size()));
    const auto lastInc = port.lastIncarnation(device.device);
    const auto end = port.end();
    if (!lastInc || !end) {
        return tl::unexpected<Error>(!lastInc ? lastInc.error() : end.error());
    }
    ack.set_last_inc(*lastInc);
    ack.set_log_seq(end->seq);
    ack.set_log(end->log);
    state = State::Running;
    const std::int64_t offset = static_cast<std::int64_t>(static_cast<std::uint64_t>(nowMs) -
                                                          static_cast<std::uint64_t>(hello.wall_ms()));
    // From the beginning, a pull brings everything; else what was granted later must have been filled in.
    const bool complete =
        device.mayRead && !*newEpoch && (hello.cursor().seq() == 0 || ack.grants() == hello.grants());
    out.push_back(NoteHello{device.device, hello.app().substr(0, kAppBytesMax), offset, *newEpoch, complete,
                            ack.grants(), *carry, device.certificateUntilMs});
    if (!*newEpoch) {
        out.push_back(NoteCursor{device.device, positionOf(hello.cursor())});
    }
    send(frameOf(FrameType::HelloAck, ack));
    return {};
}

Status ServerSession::Impl::onPush(const wire::v1::Push &push)
{
    auto store = pushes.onPush(push);
    if (!store) {
        return tl::unexpected<Error>(store.error());
    }
    if (*store) {
        out.push_back(std::move(**store));
        return {};
    }
    return port.end().map([this](const Position &end) { send(pushes.ackUnstored(end)); });
}

/** One Lack for each Have. When there are too many pieces, neighbours become one: what is known already does
 * no harm. */
Status ServerSession::Impl::onHave(const wire::v1::Have &have)
{
    const auto stream = StreamId::from(have.stream());
    if (!stream || static_cast<std::size_t>(have.ranges_size()) > limits::kRangesPerFrameMax) {
        return fail(Errc::Malformed, "Have");
    }
    const auto set = port.setHash(*stream);
    const auto ranges = port.ranges(*stream);
    if (!set || !ranges) {
        return tl::unexpected<Error>(!set ? set.error() : ranges.error());
    }
    wire::v1::Lack lack;
    lack.set_stream(have.stream());
    const RangeSet here(*ranges);
    std::size_t spare = limits::kRangesPerFrameMax - static_cast<std::size_t>(have.ranges_size());
    for (const wire::v1::Range &message : have.ranges()) {
        const auto range = rangeOf(message);
        if (!range) {
            return fail(Errc::Malformed, "held range");
        }
        if (have.set_hash() == set->str() || TRIVSEL_MUTANT("lack-nothing")) {
            continue;
        }
        std::vector<Range> missing = here.missing(*range);
        if (missing.size() > spare + 1) {
            missing = {{range->inc, missing.front().first, missing.back().last}};
        }
        spare -= missing.empty() ? 0 : missing.size() - 1;
        for (const Range &each : missing) {
            toWire(each, lack.add_ranges());
        }
    }
    send(frameOf(FrameType::Lack, lack));
    return {};
}

Status ServerSession::Impl::onChangesAck(const wire::v1::ChangesAck &ack)
{
    return pages.onAck(ack).map([this](const std::optional<Position> &cursor) {
        if (cursor) {
            out.push_back(NoteCursor{device.device, *cursor});
        }
    });
}

Status ServerSession::Impl::onRunning(const framing::Frame &frame)
{
    switch (static_cast<FrameType>(frame.type)) {
    case FrameType::Push:
        return read<wire::v1::Push>(frame, "Push").and_then([this](auto &&m) { return onPush(m); });
    case FrameType::Want:
        return read<wire::v1::Want>(frame, "Want").and_then([this](auto &&m) { return pages.onWant(m); });
    case FrameType::Have:
        return read<wire::v1::Have>(frame, "Have").and_then([this](auto &&m) { return onHave(m); });
    case FrameType::Pull:
        return read<wire::v1::Pull>(frame, "Pull").and_then([this](auto &&m) { return pages.onPull(m); });
    case FrameType::ChangesAck:
        return read<wire::v1::ChangesAck>(frame, "ChangesAck").and_then([this](auto &&m) {
            return onChangesAck(m);
        });
    case FrameType::StreamErased:
        return read<wire::v1::StreamErased>(frame, "StreamErased").and_then([this](auto &&m) {
            return onErased(m);
        });
    case FrameType::Bye:
        close({});
        return {};
    case FrameType::Error:
        close(fail(Errc::Closed, "the tablet gave up"));
        return {};
    case FrameType::Hello:
    case FrameType::HelloAck:
    case FrameType::StreamKey:
    case FrameType::PushAck:
    case FrameType::Lack:
    case FrameType::Changes:
    case FrameType::Safe:
    case FrameType::StreamRevoked:
    case FrameType::Wipe:
        return fail(Errc::Malformed, "a frame that only the server sends, or a second Hello");
    }
    return {}; // of a later version: skipped
}

Status ServerSession::Impl::handle(const framing::Frame &frame, std::int64_t nowMs)
{
    if (state == State::Running) {
        return onRunning(frame);
    }
    if (frame.payload.size() + 1 > limits::kFrameBytesMaxBeforeHello) {
        return fail(Errc::TooLarge, "Hello");
    }
    if (frame.type != static_cast<std::uint8_t>(FrameType::Hello)) {
        return fail(Errc::Malformed, "not a Hello");
    }
    return read<wire::v1::Hello>(frame, "Hello").and_then([this, nowMs](auto &&m) {
        return onHello(m, nowMs);
    });
}

ServerSession::ServerSession(ServerPort &port, DeviceFacts device) : m(std::make_shared<Impl>(port, device))
{
}

void ServerSession::onFrame(const framing::Frame &frame, std::int64_t nowMs)
{
    if (m->state == Impl::State::Closed) {
        return;
    }
    if (const Status status = m->handle(frame, nowMs); !status) {
        m->refuse(status.error());
    }
}

void ServerSession::onBadFrame(const Error &why)
{
    if (m->state != Impl::State::Closed) {
        m->refuse(why);
    }
}

void ServerSession::onTimeout()
{
    onBadFrame(Error(Errc::TimedOut, "silent for too long"));
}

void ServerSession::onStored(const StoredPush &stored)
{
    if (m->state == Impl::State::Closed) {
        return;
    }
    auto ack = m->pushes.onStored(stored);
    if (ack) {
        m->send(std::move(*ack));
    } else {
        m->refuse(ack.error());
    }
}

std::optional<ServerAction> ServerSession::next()
{
    if (m->out.empty() && m->state == Impl::State::Running) {
        if (!m->keys.empty()) {
            m->send(frameOf(FrameType::StreamKey, m->keys.front()));
            m->keys.pop_front();
        } else if (!m->orders.empty()) {
            m->send(std::move(m->orders.front()));
            m->orders.pop_front();
        } else if (m->safe) {
            m->send(frameOf(FrameType::Safe, *std::exchange(m->safe, std::nullopt)));
        } else if (auto page = m->pages.next(); !page) {
            m->refuse(page.error());
        } else if (*page) {
            m->send(std::move(**page));
        }
    }
    if (m->out.empty()) {
        return std::nullopt;
    }
    ServerAction action = std::move(m->out.front());
    m->out.pop_front();
    return action;
}

bool ServerSession::authenticated() const
{
    return m->state == Impl::State::Running;
}

} // namespace trivsel::session

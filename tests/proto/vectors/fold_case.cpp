#include "tests/proto/vectors/fold_case.h"

#include "proto/base/error.h"
#include "proto/base/little_endian.h"

namespace trivsel::vectors {

namespace {

namespace json = boost::json;

std::string person(std::uint8_t number)
{
    return std::string(PersonId::size, static_cast<char>(number));
}
std::string entity()
{
    return std::string(EntityId::size, '\x70');
}

std::string text(const Dot &d)
{
    return std::to_string(static_cast<std::uint64_t>(d.inc)) + ":" + std::to_string(d.ctr);
}

json::array texts(const Dots &dots)
{
    json::array out;
    for (const Dot &d : dots) {
        out.push_back(json::string(text(d)));
    }
    return out;
}

template <typename Wire> void set(Wire *out, const Dot &d)
{
    out->set_inc(static_cast<std::uint64_t>(d.inc));
    out->set_ctr(d.ctr);
}

WireOp op(const std::string &field, const Dots &seen)
{
    WireOp out;
    out.set_entity(entity());
    out.set_field(field);
    out.set_policy(wire::v1::KEEP_BOTH);
    out.set_voice(wire::v1::VOICE_STAFF);
    for (const Dot &d : seen) {
        set(out.add_seen(), d);
    }
    return out;
}

} // namespace

Dot dot(std::uint64_t inc, std::uint64_t ctr)
{
    return {Incarnation{inc}, ctr};
}

WireOp write(const std::string &field, const std::string &text, const Dots &seen)
{
    WireOp out = op(field, seen);
    out.set_text(text);
    return out;
}

WireOp remove(const std::string &field, const Dots &seen)
{
    WireOp out = op(field, seen);
    out.set_remove(true);
    return out;
}

WireOp putBack(const Dots &seen)
{
    WireOp out = op("", seen);
    out.set_remove(false);
    return out;
}

WireOp marker(const std::string &field, wire::v1::Resolution resolution, const Dots &seen)
{
    return with(op(field, seen), resolution);
}

WireOp seenAs(WireOp op, std::uint64_t hash)
{
    for (wire::v1::Dot &named : *op.mutable_seen()) {
        named.set_hash(hash);
    }
    return op;
}

WireOp with(WireOp op, wire::v1::Policy policy)
{
    op.set_policy(policy);
    return op;
}

WireOp with(WireOp op, wire::v1::Voice voice)
{
    op.set_voice(voice);
    return op;
}

WireOp with(WireOp op, wire::v1::Resolution resolution, const Dots &chosen)
{
    op.set_resolution(resolution);
    for (const Dot &d : chosen) {
        set(op.add_chosen(), d);
    }
    return op;
}

FoldCase::FoldCase(std::string name, std::string why) : m_name(std::move(name)), m_why(std::move(why)) {}

FoldCase &FoldCase::change(const Dot &id, std::uint64_t lamport, const Who &who,
                           std::initializer_list<WireOp> ops)
{
    wire::v1::Change change;
    change.set_author(person(who.author));
    change.set_enterer(person(who.enterer));
    for (const WireOp &one : ops) {
        *change.add_ops() = one;
    }
    m_changes.push_back({{"dot", text(id)},
                         {"lamport", std::to_string(lamport)},
                         {"plain", toHex(viewOf(change.SerializeAsString()))}});
    return *this;
}

FoldCase &FoldCase::hash(std::uint64_t hash)
{
    m_changes.back().as_object()["hash"] = std::to_string(hash);
    return *this;
}

FoldCase &FoldCase::reissued(const Dot &was, std::uint64_t hash)
{
    json::object &last = m_changes.back().as_object();
    wire::v1::Change change;
    TRIVSEL_ASSERT(change.ParseFromString(*fromHex(last["plain"].as_string())));
    std::string whole;
    putLittleEndian(whole, hash);
    whole.resize(Hash256::size, '\x77');
    set(change.mutable_reissued(), was);
    change.mutable_reissued()->set_hash(whole);
    last["plain"] = toHex(viewOf(change.SerializeAsString()));
    return *this;
}

FoldCase &FoldCase::opaque(const Dot &id, std::uint64_t lamport)
{
    ++m_opaque;
    m_changes.push_back({{"dot", text(id)}, {"lamport", std::to_string(lamport)}, {"plain", nullptr}});
    return *this;
}

FoldCase &FoldCase::expect(const Expect &expected)
{
    json::array versions;
    for (const auto &[id, value] : expected.versions) {
        versions.push_back({{"dot", text(id)}, {"value", value}});
    }
    m_registers.push_back({{"entity", toHex(viewOf(entity()))},
                           {"field", expected.field},
                           {"state", expected.state},
                           {"policy", expected.policy},
                           {"voice", expected.voice},
                           {"heads", texts(expected.heads)},
                           {"versions", versions},
                           {"merged", expected.merged},
                           {"opaque", expected.opaque}});
    return *this;
}

FoldCase &FoldCase::item(const std::string &state)
{
    m_item = state;
    return *this;
}

FoldCase &FoldCase::waits(std::initializer_list<std::string> fields)
{
    for (const std::string &field : fields) {
        m_waiting.push_back(json::string(field));
    }
    return *this;
}

json::object FoldCase::json() const
{
    return {{"name", m_name},
            {"why", m_why},
            {"changes", m_changes},
            {"registers", m_registers},
            {"item", {{"entity", toHex(viewOf(entity()))}, {"state", m_item}}},
            {"waiting_fields", m_waiting},
            {"opaque_count", m_opaque}};
}

} // namespace trivsel::vectors

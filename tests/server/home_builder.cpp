#include "tests/server/home_builder.h"

#include <QtGlobal>

namespace trivsel::testing {
namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

template <class T> void must(const T &result)
{
    if (!result) {
        qFatal("%s: %s", nameOf(result.error().code()), result.error().detail().c_str());
    }
}

} // namespace

BuiltHome::BuiltHome(std::string vfs) : m_random(seal::systemRandom())
{
    must(seal::initialise());
    m_seed = randomBytes<seal::RecoverySeed>(m_random);
    m_paths.dir = m_dir.filePath(QStringLiteral("home")).toStdString();
    m_paths.wrapKey = m_paths.dir / "wrap.key";
    m_paths.vfs = std::move(vfs);
    auto store = server::createHome(m_paths, m_seed, m_random);
    if (!store) {
        qFatal("no home: %s", nameOf(store.error().error.code()));
    }
    m_store = std::move(*store);
}

Tablet BuiltHome::addTablet(const std::string &name, domain::DeviceKind kind, bool blocked,
                            const std::optional<PersonId> &owner)
{
    Tablet tablet;
    tablet.sign = randomBytes<seal::SignSecret>(m_random);
    tablet.box = randomBytes<seal::BoxSecret>(m_random);
    tablet.device.id = randomBytes<DeviceId>(m_random);
    tablet.device.name = name;
    tablet.device.kind = kind;
    tablet.device.blocked = blocked;
    tablet.device.owner = owner;
    tablet.device.signKey = seal::publicOf(tablet.sign).str();
    tablet.device.boxKey = seal::publicOf(tablet.box).str();
    auto office = server::Office::begin(*m_store, {m_random, kNowMs});
    must(office);
    const auto fold = office->now(m_store->server().homeStream);
    must(fold);
    office->write(m_store->server().homeStream, domain::writeDevice(tablet.device, **fold));
    must(office->commit());
    return tablet;
}

void BuiltHome::asOffice(const std::function<void(server::Office &)> &work)
{
    auto office = server::Office::begin(*m_store, {m_random, kNowMs});
    must(office);
    work(*office);
    must(office->commit());
}

PersonId BuiltHome::addStaff(const std::string &name, domain::Role role)
{
    domain::Person person;
    person.id = randomBytes<PersonId>(m_random);
    person.role = role;
    person.name = name;
    asOffice([&](server::Office &office) {
        const auto fold = office.now(m_store->server().homeStream);
        must(fold);
        office.write(m_store->server().homeStream, domain::writePerson(person, **fold));
        must(office.makeStream(StreamKind::Staff, person.id));
    });
    return person.id;
}

void BuiltHome::setReaders(const PersonId &resident, const std::vector<PersonId> &chosen,
                           const std::vector<PersonId> &team)
{
    const StreamId stream = streamOf(resident, StreamKind::Profile);
    asOffice([&](server::Office &office) {
        const auto fold = office.now(stream);
        must(fold);
        domain::Profile profile = domain::readProfile(resident, **fold);
        profile.chosen = chosen;
        profile.team = team;
        office.write(stream, domain::writeProfile(resident, profile, **fold));
    });
}

void BuiltHome::change(const Tablet &tablet, const std::function<void(domain::Device &)> &how)
{
    asOffice([&](server::Office &office) {
        domain::Device device = *office.home().device(tablet.device.id);
        how(device);
        const auto fold = office.now(m_store->server().homeStream);
        must(fold);
        office.write(m_store->server().homeStream, domain::writeDevice(device, **fold));
    });
}

void BuiltHome::change(const PersonId &who, const std::function<void(domain::Person &)> &how)
{
    asOffice([&](server::Office &office) {
        domain::Person person = *office.home().person(who);
        how(person);
        const auto fold = office.now(m_store->server().homeStream);
        must(fold);
        office.write(m_store->server().homeStream, domain::writePerson(person, **fold));
    });
}

PersonId BuiltHome::addResident(const std::string &name)
{
    domain::Person person;
    person.id = randomBytes<PersonId>(m_random);
    person.role = domain::Role::ROLE_RESIDENT;
    auto office = server::Office::begin(*m_store, {m_random, kNowMs});
    must(office);
    const auto fold = office->now(m_store->server().homeStream);
    must(fold);
    office->write(m_store->server().homeStream, domain::writePerson(person, **fold));
    for (const StreamKind kind :
         {StreamKind::Profile, StreamKind::Chosen, StreamKind::Team, StreamKind::Safety}) {
        const auto stream = office->makeStream(kind, person.id);
        must(stream);
        if (kind == StreamKind::Profile) {
            domain::Profile profile;
            profile.name = name;
            profile.picture = "lighthouse";
            office->write(*stream, domain::writeProfile(person.id, profile, merge::Fold()));
        }
    }
    must(office->commit());
    return person.id;
}

StreamId BuiltHome::streamOf(const PersonId &person, StreamKind kind)
{
    return m_store->model().streamOf(person, kind).value();
}

std::vector<seal::SealedChange> BuiltHome::write(const StreamId &stream, Incarnation inc, std::uint64_t first,
                                                 std::size_t count, std::size_t textBytes,
                                                 std::uint64_t lamport)
{
    std::vector<seal::SealedChange> changes;
    for (std::uint64_t ctr = first; ctr < first + count; ++ctr) {
        wire::v1::Change change;
        wire::v1::Op *op = change.add_ops();
        op->set_entity(std::string(16, 'e'));
        op->set_field("field");
        op->set_policy(wire::v1::KEEP_BOTH);
        op->set_text(std::string(textBytes, 'x'));
        wire::v1::Header header;
        header.set_inc(static_cast<std::uint64_t>(inc));
        header.set_ctr(ctr);
        header.set_lamport(lamport == 0 ? ctr : lamport);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const auto plain = seal::encodeChange(change);
        must(plain);
        const auto key = m_store->keys().key(stream, 1);
        changes.push_back(
            seal::sealChange(stream, header, *plain, key.value_or(seal::StreamKey{}), m_random));
    }
    return changes;
}

session::StorePush BuiltHome::push(const Tablet &tablet, const StreamId &stream,
                                   std::vector<seal::SealedChange> changes, std::uint64_t id,
                                   const Hash256 &prev)
{
    session::StorePush push;
    push.id = id;
    push.from = tablet.device.id;
    push.stream = stream;
    push.proof = seal::prove(tablet.device.id, tablet.sign, prev, changes);
    push.accepted = std::move(changes);
    return push;
}

void BuiltHome::append(const std::vector<seal::SealedChange> &changes)
{
    auto transaction = journal::Transaction::begin(m_store->journal().database());
    must(transaction);
    must(m_store->journal().append(changes));
    must(transaction->commit());
}

} // namespace trivsel::testing

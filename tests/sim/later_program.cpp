#include "tests/sim/later_program.h"

#include "app/engine/identity.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::sim {

using engine::DefinedOp;

Status LaterProgram::run(Dice &dice)
{
    m_tablet.keepReserve();
    auto config = m_tablet.config(dice.random());
    auto dir = engine::DataDir::hold(config.dataDir);
    if (!dir) {
        return tl::unexpected(dir.error());
    }
    auto store = engine::TabletStore::open(std::move(*dir), config.wrapKey, false, config.vfs, config.random);
    if (!store) {
        return tl::unexpected(store.error());
    }
    engine::Parts parts(std::move(config), m_tablet.file(), std::move(*store));
    TRIVSEL_TRY(parts.load());
    if (parts.store->keys().newest(m_home.team) == 0 || parts.store->keys().newest(m_home.chosen) == 0) {
        return {}; // has never met the server, or may hold nothing of hers: it can't write anywhere
    }
    for (std::size_t left = 1 + dice.below(3); left > 0; --left) {
        TRIVSEL_TRY(dice.chance(30) ? writeUnknown(dice, parts) : writeItem(dice, parts));
    }
    return {};
}

Status LaterProgram::writeUnknown(Dice &dice, engine::Parts &parts)
{
    const StreamId stream = dice.chance(50) ? m_home.team : m_home.chosen;
    const std::uint32_t version = parts.store->keys().newest(stream);
    const auto key = parts.store->keys().key(stream, version);
    const bool newer = dice.chance(50);
    seal::SealedChange sealed;
    TRIVSEL_TRY(parts.store->write([&]() -> Status {
        const auto inc = parts.incarnations.forWriting();
        const auto lamport = parts.store->journal().lamport(stream);
        const auto tip = inc ? parts.store->journal().tip(stream, *inc)
                             : Result<journal::Journal::Tip>(tl::unexpected(inc.error()));
        if (!lamport || !tip) {
            return tl::unexpected(lamport ? tip.error() : lamport.error());
        }
        wire::v1::Header header;
        header.set_inc(static_cast<std::uint64_t>(*inc));
        header.set_ctr(tip->ctr + 1);
        header.set_lamport(*lamport + 1);
        header.set_key(version);
        header.set_op_schema(newer ? kOpSchema + 1 : kOpSchema);
        wire::v1::Change change;
        wire::v1::Op *op = change.add_ops();
        op->set_entity(randomBytes<EntityId>(parts.config.random).str());
        op->set_field("fremtid");
        op->set_policy(static_cast<wire::v1::Policy>(9));
        op->set_resolution(static_cast<wire::v1::Resolution>(dice.chance(50) ? 7 : 0));
        op->set_ext("et slags svar, som ingen kender endnu");
        const std::string plain =
            newer ? std::string("\xff\xfe\xfdnothing of today") : change.SerializeAsString();
        sealed = seal::sealChange(stream, header, plain, *key, parts.config.random);
        const auto appended = parts.store->journal().append(sealed);
        return appended ? parts.outbox.add(sealed.id()) : Status(tl::unexpected(appended.error()));
    }));
    m_story.foreign.push_back({saved(), sealed.id(), sealed.hash});
    m_counters.add(newer ? Fault::NewerSchema : Fault::UnknownOp);
    return {};
}

Status LaterProgram::writeItem(Dice &dice, engine::Parts &parts)
{
    const auto fold = parts.folds.of(m_home.team);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<EntityId> live;
    for (const ItemOp &op : m_story.itemOps) {
        if (op.kind == ItemOp::Kind::Text && (*fold)->itemState(op.item) == merge::ItemState::Live &&
            std::find(live.begin(), live.end(), op.item) == live.end()) {
            live.push_back(op.item);
        }
    }
    ItemOp op;
    const bool fresh = live.empty() || dice.chance(25);
    op.item = fresh             ? randomBytes<EntityId>(parts.config.random)
              : dice.chance(50) ? live.front() // where the others are, too
                                : dice.pick(live);
    op.kind = fresh ? ItemOp::Kind::Text : static_cast<ItemOp::Kind>(dice.below(3));
    DefinedOp defined;
    defined.op.set_entity(op.item.str());
    defined.op.set_voice(wire::v1::VOICE_STAFF);
    defined.op.set_policy(wire::v1::KEEP_BOTH);
    std::vector<merge::Head> seen;
    const auto see = [&](const std::string &field) {
        const auto heads = (*fold)->view(op.item, field).heads;
        seen.insert(seen.end(), heads.begin(), heads.end());
    };
    switch (op.kind) {
    case ItemOp::Kind::Text:
        op.text = "punkt " + std::to_string(++m_story.words);
        defined.op.set_field(kItemText);
        defined.op.set_text(op.text);
        see(kItemText);
        break;
    case ItemOp::Kind::Rank:
        defined.op.set_field(kItemRank);
        defined.op.set_policy(wire::v1::ORDER);
        op.text = std::string(1, static_cast<char>('a' + dice.below(26))) + std::to_string(++m_story.words);
        defined.op.set_rank(op.text);
        see(kItemRank);
        break;
    case ItemOp::Kind::Remove:
        defined.op.set_remove(true);
        see(kItemText);
        see(kItemRank);
        see("");
        break;
    }
    merge::addSeen(defined.op, seen);
    op.seen = {seen.begin(), seen.end()};
    const engine::Authorship by{m_home.mette.person, m_home.mette.person, m_home.mette.role};
    TRIVSEL_TRY(parts.store->write([&]() -> Status {
        const auto written = parts.writer.write(m_home.team, by, {defined});
        if (!written) {
            return tl::unexpected(written.error());
        }
        op.dot = written->front();
        return {};
    }));
    op.saved = saved();
    m_story.itemOps.push_back(op);
    m_counters.add(Fault::ListItemEdited);
    return {};
}

} // namespace trivsel::sim

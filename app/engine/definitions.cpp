#include "app/engine/definitions.h"

namespace trivsel::engine {

catalogue::DefinitionPtr Definitions::byHash(const DefinitionHash &hash) const
{
    if (auto current = m_catalogue->byHash(hash)) {
        return current;
    }
    const auto parsed = m_parsed.find(hash);
    if (parsed != m_parsed.end()) {
        return parsed->second;
    }
    const auto bytes = keptBytes(hash);
    if (!bytes || !*bytes || seal::hashDefinition(**bytes) != hash) {
        return nullptr; // may come with the home stream: not remembered as unknown
    }
    auto definition = catalogue::parseDefinition(**bytes, "stored definition");
    auto shared =
        definition ? std::make_shared<const catalogue::Definition>(std::move(*definition)) : nullptr;
    m_parsed[hash] = shared;
    return shared;
}

Result<std::optional<std::string>> Definitions::keptBytes(const DefinitionHash &hash) const
{
    auto row = m_store.database().prepare("SELECT bytes FROM kept_definition WHERE hash = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->bindBlob(1, textOf(hash.view())).step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (*there) {
        return std::optional(row->blob(0));
    }
    const auto home = m_home.homeStream();
    if (!home) {
        return std::optional<std::string>();
    }
    const auto fold = m_folds.of(*home);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    return domain::readDefinition(hash, **fold);
}

Status Definitions::keep(const catalogue::Definition &definition)
{
    auto row =
        m_store.database().prepare("INSERT OR IGNORE INTO kept_definition(hash, bytes) VALUES(?1, ?2)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, textOf(definition.hash.view())).bindBlob(2, definition.bytes).run();
}

Status Definitions::publish(const DefinitionHash &hash)
{
    const auto home = m_home.homeStream();
    if (hash.isNull() || !home || !m_publishing.insert(hash).second) {
        return {};
    }
    const auto fold = m_folds.of(*home);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    if (domain::readDefinition(hash, **fold)) {
        return {};
    }
    std::string bytes;
    if (const auto current = m_catalogue->byHash(hash)) {
        bytes = current->bytes;
    } else {
        const auto kept = keptBytes(hash);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        bytes = kept->value_or(std::string());
    }
    if (bytes.empty()) {
        return {}; // the hash is kept with the answer; the bytes may come from another tablet
    }
    std::vector<DefinedOp> ops;
    for (wire::v1::Op &op : domain::writeDefinition(hash, bytes, **fold)) {
        ops.push_back({std::move(op), {}});
    }
    const auto written = m_writer.write(*home, {}, ops);
    return written ? Status() : tl::unexpected(written.error());
}

} // namespace trivsel::engine

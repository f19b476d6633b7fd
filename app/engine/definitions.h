#pragma once

#include "app/engine/change_writer.h"
#include "app/engine/home_view.h"
#include "proto/catalogue/catalogue.h"

namespace trivsel::engine {

/** Definitions by url as the catalogue has them now, and by hash as they were when something was answered
 * under them. */
class Definitions final : public CommitListener
{
public:
    Definitions(TabletStore &store, StreamFolds &folds, const HomeView &home, ChangeWriter &writer,
                std::shared_ptr<const catalogue::Catalogue> catalogue)
        : m_store(store), m_folds(folds), m_home(home), m_writer(writer), m_catalogue(std::move(catalogue))
    {
    }

    [[nodiscard]] const catalogue::Catalogue &catalogue() const { return *m_catalogue; }
    /** nullptr when it is not known here. */
    [[nodiscard]] catalogue::DefinitionPtr byUrl(const std::string &url) const
    {
        return m_catalogue->byUrl(url);
    }
    [[nodiscard]] catalogue::DefinitionPtr byHash(const DefinitionHash &hash) const;

    /** A draft is begun under it: its bytes outlive an upgrade of the catalogue. Inside TabletStore::write.
     */
    [[nodiscard]] Status keep(const catalogue::Definition &definition);
    /** Something is saved under it: its bytes go into `home`, once. Inside TabletStore::write. */
    [[nodiscard]] Status publish(const DefinitionHash &hash);

    void committed() override { m_publishing.clear(); }
    void rolledBack() override { m_publishing.clear(); }

private:
    [[nodiscard]] Result<std::optional<std::string>> keptBytes(const DefinitionHash &hash) const;

    TabletStore &m_store;
    StreamFolds &m_folds;
    const HomeView &m_home;
    ChangeWriter &m_writer;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    mutable std::map<DefinitionHash, catalogue::DefinitionPtr> m_parsed;
    std::set<DefinitionHash> m_publishing; // in the transaction that is open
};

} // namespace trivsel::engine

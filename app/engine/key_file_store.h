#pragma once

#include "app/engine/key_store.h"

#include <filesystem>

namespace trivsel::engine {

/** The wrap key as one line of text in a file that only its owner can read (0400). For demo, tests and
 * headless tablets. */
class KeyFileStore final : public KeyStore
{
public:
    explicit KeyFileStore(std::filesystem::path file) : m_file(std::move(file)) {}

    /** BadFile also when others than the owner may read it: such a key protects nothing. */
    [[nodiscard]] Result<seal::WrapKey> load() override;
    [[nodiscard]] Result<seal::WrapKey> create(const Random &random) override;
    [[nodiscard]] bool isFile() const override { return true; }

private:
    std::filesystem::path m_file;
};

} // namespace trivsel::engine

#pragma once

#include "proto/archive/container.h"

namespace trivsel::archive {

/** Who may open an archive: its own random key, sealed once for each. */
void addWrapKeyBox(v1::Header &header, const seal::WrapKey &holder, const ArchiveKey &key,
                   const Random &random);
void addRecoveryBox(v1::Header &header, const seal::BoxPublic &holder, const ArchiveKey &key);
void addHomeKeyBox(v1::Header &header, const seal::StreamKey &holder, std::uint32_t version,
                   const ArchiveKey &key, const Random &random);

/** KeyMissing when there is no box for such a holder, SealBroken when it is not for this one. */
[[nodiscard]] Result<ArchiveKey> openWrapKeyBox(const v1::Header &header, const seal::WrapKey &holder);
[[nodiscard]] Result<ArchiveKey> openRecoveryBox(const v1::Header &header, const seal::BoxSecret &holder);
[[nodiscard]] Result<ArchiveKey> openHomeKeyBox(const v1::Header &header, const seal::StreamKey &holder,
                                                std::uint32_t version);

} // namespace trivsel::archive

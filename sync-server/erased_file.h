#pragma once

#include "proto/base/error.h"
#include "proto/domain/home_model.h"

#include <filesystem>
#include <set>
#include <vector>

namespace trivsel::server {

/** One order to erase: everything of one resident. */
struct ErasureOrder
{
    domain::Erasure what; // without escrow: that is found in the log
    PersonId resident;
    std::vector<StreamId> streams;
};

/**
 * DIR/erased: the orders, one line each, outside home.db. A backup that is older than an order does not know
 * of it; this file does. Ids and the legal basis only. A last line without its end was cut short by a power
 * cut and counts as not written.
 */
[[nodiscard]] Result<std::vector<ErasureOrder>> readErased(const std::filesystem::path &file);
[[nodiscard]] std::set<StreamId> streamsOf(const std::vector<ErasureOrder> &orders);
/** The name of the copy that lies beside a home's backup: copyErased() puts it there. */
[[nodiscard]] std::string erasedCopyName(const HomeId &home);
[[nodiscard]] Status copyErased(const std::filesystem::path &file, const std::filesystem::path &folder,
                                const HomeId &home);
/** On the disk when it returns. Nothing that stands there is changed. */
[[nodiscard]] Status appendErased(const std::filesystem::path &file, const ErasureOrder &order);

} // namespace trivsel::server

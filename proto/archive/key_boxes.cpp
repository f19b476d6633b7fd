#include "proto/archive/key_boxes.h"

namespace trivsel::archive {
namespace {

constexpr std::string_view kContext = "trivsel.archive.1";

/** The first box that `open` can open. */
template <class Open>
Result<ArchiveKey> openFirst(const v1::Header &header, v1::KeyHolder holder, const Open &open)
{
    Errc why = Errc::KeyMissing;
    for (const v1::KeyBox &box : header.keys()) {
        if (box.holder() != holder) {
            continue;
        }
        const Result<std::string> opened = open(box);
        const auto key = opened ? ArchiveKey::from(*opened) : std::nullopt;
        if (key) {
            return *key;
        }
        why = Errc::SealBroken;
    }
    return fail(why, "the archive's key");
}

} // namespace

void addWrapKeyBox(v1::Header &header, const seal::WrapKey &holder, const ArchiveKey &key,
                   const Random &random)
{
    v1::KeyBox *box = header.add_keys();
    box->set_holder(v1::WRAP_KEY);
    box->set_box(seal::wrap(holder, kContext, key.str(), random));
}

void addRecoveryBox(v1::Header &header, const seal::BoxPublic &holder, const ArchiveKey &key)
{
    v1::KeyBox *box = header.add_keys();
    box->set_holder(v1::RECOVERY_KEY);
    box->set_box(seal::sealBox(holder, key.str()));
}

void addHomeKeyBox(v1::Header &header, const seal::StreamKey &holder, std::uint32_t version,
                   const ArchiveKey &key, const Random &random)
{
    v1::KeyBox *box = header.add_keys();
    box->set_holder(v1::HOME_KEY);
    box->set_version(version);
    box->set_box(seal::wrap(seal::WrapKey{holder.data}, kContext, key.str(), random));
}

Result<ArchiveKey> openWrapKeyBox(const v1::Header &header, const seal::WrapKey &holder)
{
    return openFirst(header, v1::WRAP_KEY,
                     [&](const v1::KeyBox &box) { return seal::unwrap(holder, kContext, box.box()); });
}

Result<ArchiveKey> openRecoveryBox(const v1::Header &header, const seal::BoxSecret &holder)
{
    return openFirst(header, v1::RECOVERY_KEY,
                     [&](const v1::KeyBox &box) { return seal::openBox(holder, box.box()); });
}

Result<ArchiveKey> openHomeKeyBox(const v1::Header &header, const seal::StreamKey &holder,
                                  std::uint32_t version)
{
    return openFirst(header, v1::HOME_KEY, [&](const v1::KeyBox &box) -> Result<std::string> {
        if (box.version() != version) {
            return fail(Errc::KeyMissing, "another version");
        }
        return seal::unwrap(seal::WrapKey{holder.data}, kContext, box.box());
    });
}

} // namespace trivsel::archive

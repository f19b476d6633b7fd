#include "proto/archive/rescue.h"

#include "proto/archive/key_boxes.h"

namespace trivsel::archive {

void toRecord(const seal::SealedChange &from, v1::StoredChange *to)
{
    to->set_stream(from.stream.str());
    seal::toWire(from, to->mutable_sealed());
}

Result<seal::SealedChange> fromRecord(const v1::StoredChange &from)
{
    const auto stream = StreamId::from(from.stream());
    return stream ? seal::fromWire(*stream, from.sealed())
                  : Result<seal::SealedChange>(fail(Errc::Malformed, "stream"));
}

void toRecord(const RescuedChange &from, v1::Held *to)
{
    to->set_device(from.device.str());
    toRecord(from.change, to->mutable_change());
    to->set_reason(static_cast<std::uint32_t>(from.reason));
    to->set_received_ms(from.receivedMs);
}

Result<RescuedChange> fromRecord(const v1::Held &from)
{
    const auto device = DeviceId::from(from.device());
    auto change = fromRecord(from.change());
    const auto reason = static_cast<int>(from.reason());
    if (!device || !change || !wire::v1::QuarantineReason_IsValid(reason)) {
        return fail(Errc::Malformed, "a held change");
    }
    return RescuedChange{*device, std::move(*change), static_cast<wire::v1::QuarantineReason>(reason),
                         from.received_ms()};
}

Result<std::string> writeRescue(const Rescue &rescue, const seal::SignSecret &signer,
                                const seal::StreamKey &homeKey, std::uint32_t version, const Random &random)
{
    v1::Header header;
    header.set_kind(v1::RESCUE);
    header.set_home(rescue.home.str());
    header.set_device(rescue.device.str());
    header.set_made_ms(rescue.madeMs);
    const auto key = randomBytes<ArchiveKey>(random);
    addHomeKeyBox(header, homeKey, version, key, random);
    std::string out;
    auto writer = Writer::begin(std::move(header), key, signer, [&out](std::string_view bytes) {
        out += bytes;
        return Status();
    });
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    for (const RescuedChange &one : rescue.changes) {
        v1::Records records;
        toRecord(one, records.add_held());
        TRIVSEL_TRY(writer->add(std::move(records)));
    }
    return writer->finish().map([&out](const Hash256 &) { return std::move(out); });
}

Result<Rescue> readRescue(std::string_view bytes, const HomeId &home,
                          const std::function<std::optional<seal::StreamKey>(std::uint32_t version)> &homeKey)
{
    auto reader = Reader::begin([&bytes](std::size_t wanted) -> Result<std::string> {
        std::string out(bytes.substr(0, wanted));
        bytes.remove_prefix(out.size());
        return out;
    });
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    const v1::Header &header = reader->header();
    const auto device = DeviceId::from(header.device());
    if (header.kind() != v1::RESCUE || !device || header.keys_size() == 0) {
        return fail(Errc::StoreForeign, "not a rescue file");
    }
    if (header.home() != home.str()) {
        return fail(Errc::WrongHome, "a rescue file of another home");
    }
    const std::uint32_t version = header.keys(0).version();
    const auto holder = homeKey(version);
    if (!holder) {
        return fail(Errc::KeyMissing, "the home's key of that version");
    }
    const auto key = openHomeKeyBox(header, *holder, version);
    if (!key) {
        return tl::unexpected(key.error());
    }
    TRIVSEL_TRY(reader->useKey(*key));
    Rescue out{home, *device, header.made_ms(), reader->signer(), {}};
    for (;;) {
        auto records = reader->next();
        if (!records) {
            return tl::unexpected(records.error());
        }
        if (!*records) {
            return out;
        }
        for (const v1::Held &held : (*records)->held()) {
            auto change = fromRecord(held);
            if (!change) {
                return fail(Errc::StoreCorrupt, "a held change");
            }
            out.changes.push_back(std::move(*change));
        }
    }
}

} // namespace trivsel::archive

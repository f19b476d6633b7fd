// The house as the office and its tablets write it: streams, devices, people, profiles and definitions out of
// changes of any content.
#include "proto/domain/audit_record.h"
#include "proto/domain/home_model.h"
#include "proto/domain/retention_record.h"
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/written_changes.h"

using namespace trivsel;

namespace {

constexpr std::size_t kChangesMax = 16;

void readHome(const merge::Fold &fold)
{
    HomeId home;
    home.data.fill('h');
    const domain::HomeModel model = domain::readHome(home, fold);
    const auto byId = [](const auto &a, const auto &b) { return a.id < b.id; };
    fuzz::mustHold(std::is_sorted(model.people.begin(), model.people.end(), byId), "people by their ids");
    fuzz::mustHold(std::is_sorted(model.streams.begin(), model.streams.end(), byId), "streams by their ids");
    for (const domain::Device &device : model.devices) {
        fuzz::mustHold(model.device(device.id) != nullptr, "every device is found");
    }
    for (const domain::Person &person : model.people) {
        fuzz::mustHold(model.person(person.id) != nullptr, "everybody is found");
        static_cast<void>(model.streamOf(person.id, StreamKind::Team));
        static_cast<void>(domain::writePerson(person, fold));
    }
    for (const domain::HelpLine &line : model.help) {
        static_cast<void>(domain::writeHelpLine(home, line, fold));
    }
}

/** What a tablet says that it wrote down. */
void readRows(const merge::Fold &fold)
{
    std::vector<domain::AuditRow> rows;
    for (const EntityId &entity : fold.entities()) {
        for (const std::string &field : fold.fields(entity)) {
            for (const merge::Version &version : fold.history(entity, field)) {
                if (auto row = domain::readAuditRow(version.op)) {
                    static_cast<void>(domain::decodeAudit(row->entry));
                    rows.push_back(std::move(*row));
                }
            }
        }
    }
    fuzz::mustHold(domain::checkChains(rows).size() <= rows.size(), "a fault for each row at most");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::getReady();
    fuzz::Input input(fuzz::viewOf(data, size));
    merge::Fold fold;
    for (merge::Applied &one : fuzz::takeChanges(input, kChangesMax)) {
        fold.add(std::move(one));
    }
    readHome(fold);
    PersonId resident;
    resident.data.fill('r');
    const domain::Profile profile = domain::readProfile(resident, fold);
    fuzz::mustHold(profile.tint >= 1 && profile.tint <= 6, "a tint is one of six");
    const domain::LooksRecord looks = domain::readLooks(resident, fold);
    fuzz::mustHold(domain::joinLooks({}, looks.looks) == looks.looks, "looks come joined and in order");
    static_cast<void>(domain::writeLooks(resident, looks, fold));
    static_cast<void>(domain::readRetention(HomeId{resident.data}, fold));
    readRows(fold);
    for (const EntityId &entity : fold.entities()) {
        DefinitionHash hash;
        hash.data = entity.data;
        const auto definition = domain::readDefinition(hash, fold);
        fuzz::mustHold(!definition || seal::hashDefinition(*definition) == hash,
                       "a definition is what its hash says");
    }
    return 0;
}

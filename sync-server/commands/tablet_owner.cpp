#include "sync-server/commands/tablet_owner.h"

#include "sync-server/commands/staff_people.h"

namespace trivsel::server {

void declareOwner(po::options_description &options, Lang lang)
{
    options.add_options()("owner", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionOwner).c_str());
}

std::string ownerOption(const Values &values)
{
    return values.count("owner") == 0 ? std::string() : values["owner"].as<std::string>();
}

std::optional<int> setOwner(const Context &context, HomeStore &store, const std::string &who,
                            domain::Device &device)
{
    if (who.empty()) {
        return std::nullopt;
    }
    if (device.kind != domain::DeviceKind::Staff) {
        return context.failed(Text::OwnerOnlyStaff);
    }
    domain::Person person;
    if (const auto exit = findStaff(context, store, who, person)) {
        return exit;
    }
    device.owner = person.id;
    return std::nullopt;
}

} // namespace trivsel::server

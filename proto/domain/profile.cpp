#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/home_model.h"

#include <algorithm>

namespace trivsel::domain {

using merge::Fold;

namespace {

/** Of two at once neither: then it is asked, as it is when the number is of a later program. */
std::optional<StreamKind> readReaders(const merge::RegisterView &view)
{
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team}) {
        const auto says = [kind](const merge::Version &version) {
            return version.op.num() == static_cast<std::int64_t>(kind);
        };
        if (!view.versions.empty() && std::all_of(view.versions.begin(), view.versions.end(), says)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::int64_t numberOf(const std::optional<StreamKind> &readers)
{
    return readers ? static_cast<std::int64_t>(*readers) : 0;
}

Ways readWays(const EntityId &entity, const Fold &fold)
{
    const auto number = [&](const std::string &name, std::int64_t otherwise) {
        return numOf(fold.view(entity, name), otherwise);
    };
    constexpr std::string_view kAsking = field::kProfileAsking;
    Ways ways;
    const std::int64_t way = number(field::kProfileWay, wire::v1::WAY_FACES);
    if (way == wire::v1::WAY_WORDS || way == wire::v1::WAY_NUMBERS) {
        ways.answer = static_cast<wire::v1::Way>(way);
    }
    const std::int64_t aloud = number(field::kProfileAloud, 1);
    ways.aloud = aloud >= 0 && aloud <= static_cast<std::int64_t>(Aloud::Fast) ? static_cast<Aloud>(aloud) : Aloud::Usual;
    ways.letters = static_cast<int>(std::clamp<std::int64_t>(number(field::kProfileLetters, ways.letters),
                                                             Ways::kLettersMin, Ways::kLettersMax));
    ways.coverAfterS = static_cast<int>(std::clamp<std::int64_t>(
        number(field::kProfileCover, ways.coverAfterS), Ways::kCoverMinS, Ways::kCoverMaxS));
    ways.withoutTablet = number(field::kProfileNoTablet, 0) != 0;
    ways.awayUntilMs = std::max(number(field::kProfileAway, 0), Ways::kAwayOpen);
    ways.readers = readReaders(fold.view(entity, field::kProfileReaders));
    for (const std::string &name : fold.fields(entity)) {
        if (!name.starts_with(kAsking)) {
            continue;
        }
        // Of two at once the one that leaves the person alone most.
        const auto view = fold.view(entity, name);
        for (const Asking said : {Asking::NoMore, Asking::SaysSo}) {
            if (anyIs(view, static_cast<std::int64_t>(said))) {
                ways.asking.emplace(name.substr(kAsking.size()), said);
                break;
            }
        }
    }
    return ways;
}

} // namespace

std::string formKey(std::string_view url)
{
    return std::string(url.substr(url.rfind('/') + 1));
}

Asking Ways::askingFor(std::string_view url) const
{
    const auto said = asking.find(formKey(url));
    return said == asking.end() ? Asking::Yes : said->second;
}

Profile readProfile(const PersonId &resident, const Fold &fold)
{
    const EntityId entity = entityOf(resident);
    Profile profile;
    profile.name = textOf(fold.view(entity, field::kProfileName));
    profile.picture = textOf(fold.view(entity, field::kProfilePicture));
    profile.tint =
        static_cast<int>(std::clamp<std::int64_t>(numOf(fold.view(entity, field::kProfileTint), 1), 1, 6));
    profile.chosen = readSet(fold, entity, field::kProfileChosen);
    profile.team = readSet(fold, entity, field::kProfileTeam);
    profile.ways = readWays(entity, fold);
    return profile;
}

Ops writeProfile(const PersonId &resident, const Profile &profile, const Fold &now)
{
    RecordWriter writer(entityOf(resident), now);
    writer.text(field::kProfileName, profile.name)
        .text(field::kProfilePicture, profile.picture)
        .num(field::kProfileTint, profile.tint)
        .set(field::kProfileChosen, profile.chosen)
        .set(field::kProfileTeam, profile.team);
    const Ways said = readWays(entityOf(resident), now);
    const auto change = [&](std::string_view name, std::int64_t was, std::int64_t is) {
        if (was != is) { // what nobody ever said is not written
            writer.num(name, is);
        }
    };
    const Ways &ways = profile.ways;
    change(field::kProfileWay, said.answer, ways.answer);
    change(field::kProfileAloud, static_cast<std::int64_t>(said.aloud), static_cast<std::int64_t>(ways.aloud));
    change(field::kProfileLetters, said.letters, ways.letters);
    change(field::kProfileCover, said.coverAfterS, ways.coverAfterS);
    change(field::kProfileNoTablet, said.withoutTablet ? 1 : 0, ways.withoutTablet ? 1 : 0);
    change(field::kProfileAway, said.awayUntilMs, ways.awayUntilMs);
    change(field::kProfileReaders, numberOf(said.readers), numberOf(ways.readers));
    for (const auto &[form, asking] : ways.asking) {
        change(field::kProfileAsking + form, static_cast<std::int64_t>(said.askingFor(form)),
               static_cast<std::int64_t>(asking));
    }
    return writer.take();
}

} // namespace trivsel::domain

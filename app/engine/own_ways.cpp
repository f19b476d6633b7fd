#include "app/engine/own_ways.h"

#include <algorithm>

namespace trivsel::engine {

using domain::Ways;

namespace {

constexpr std::size_t kPictureNameMax = 32;

bool isPictureName(const std::string &name)
{
    return !name.empty() && name.size() <= kPictureNameMax &&
           std::all_of(name.begin(), name.end(), [](char one) {
               return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-';
           });
}

bool isWay(std::int64_t value)
{
    return value == wire::v1::WAY_FACES || value == wire::v1::WAY_WORDS || value == wire::v1::WAY_NUMBERS;
}

std::optional<StreamKind> readersOf(std::int64_t value)
{
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team}) {
        if (value == static_cast<std::int64_t>(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

bool fits(OwnWish wish, std::int64_t value)
{
    switch (wish) {
    case OwnWish::AnswerWay:
        return isWay(value);
    case OwnWish::Aloud:
        return value >= 0 && value <= static_cast<std::int64_t>(domain::Aloud::Fast);
    case OwnWish::WithoutTablet:
        return value == 0 || value == 1;
    case OwnWish::Letters:
        return value >= Ways::kLettersMin && value <= Ways::kLettersMax;
    case OwnWish::CoverAfter:
        return value >= Ways::kCoverMinS && value <= Ways::kCoverMaxS;
    case OwnWish::AwayUntil:
        return value >= Ways::kAwayOpen;
    case OwnWish::Readers:
        return value == 0 || readersOf(value).has_value();
    }
    return false;
}

void put(Ways &ways, OwnWish wish, std::int64_t value)
{
    switch (wish) {
    case OwnWish::AnswerWay:
        ways.answer = static_cast<wire::v1::Way>(value);
        break;
    case OwnWish::Aloud:
        ways.aloud = static_cast<domain::Aloud>(value);
        break;
    case OwnWish::Letters:
        ways.letters = static_cast<int>(value);
        break;
    case OwnWish::CoverAfter:
        ways.coverAfterS = static_cast<int>(value);
        break;
    case OwnWish::WithoutTablet:
        ways.withoutTablet = value != 0;
        break;
    case OwnWish::AwayUntil:
        ways.awayUntilMs = value;
        break;
    case OwnWish::Readers:
        ways.readers = readersOf(value);
        break;
    }
}

} // namespace

Status OwnWays::write(const PersonId &resident, const Who &who,
                      const std::function<void(domain::Profile &)> &change)
{
    const auto stream = m.home.streamOf(resident, StreamKind::Profile);
    if (!stream) {
        return fail(Errc::NotFound, "the resident's profile is not here");
    }
    return m.store->write([&]() -> Status {
        const auto fold = m.folds.lookAt(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        domain::Profile profile = domain::readProfile(resident, **fold);
        change(profile);
        return m.writer.writeOps(*stream, {resident, who.person, who.role},
                                 domain::writeProfile(resident, profile, **fold));
    });
}

Status OwnWays::choosePicture(const PersonId &resident, const Who &who, const std::string &picture)
{
    TRIVSEL_TRY(m.access.chooseOwnWays(who, resident));
    if (!isPictureName(picture)) {
        return fail(Errc::BadArgument, "not the name of a picture");
    }
    const auto others = m.home.residents();
    if (std::any_of(others.begin(), others.end(), [&](const PersonId &other) {
            return other != resident && m.home.profile(other).picture == picture;
        })) {
        return fail(Errc::NotAllowed, "another tile has that picture");
    }
    return write(resident, who, [&](domain::Profile &profile) { profile.picture = picture; });
}

Status OwnWays::set(const PersonId &resident, const Who &who, OwnWish wish, std::int64_t value)
{
    TRIVSEL_TRY(m.access.chooseOwnWays(who, resident));
    if (!fits(wish, value)) {
        return fail(Errc::BadArgument, "out of range");
    }
    return write(resident, who, [&](domain::Profile &profile) { put(profile.ways, wish, value); });
}

Status OwnWays::setAsking(const PersonId &resident, const Who &who, const std::string &url,
                          domain::Asking asking)
{
    TRIVSEL_TRY(m.access.chooseOwnWays(who, resident));
    const auto definition = m.definitions.byUrl(url);
    if (!definition || definition->kind != catalogue::Kind::Form) {
        return fail(Errc::NotFound, "no such form");
    }
    if (asking != domain::Asking::Yes && asking != domain::Asking::SaysSo &&
        asking != domain::Asking::NoMore) {
        return fail(Errc::BadArgument, "no such answer");
    }
    return write(resident, who,
                 [&](domain::Profile &profile) { profile.ways.asking[domain::formKey(url)] = asking; });
}

} // namespace trivsel::engine

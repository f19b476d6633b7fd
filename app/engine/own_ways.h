#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** *Sådan vil jeg have det*: what a resident says of how things are done with them, and the picture of their
 * tile. In `profile`, so that every device of the house keeps to it. By the resident alone. */
class OwnWays
{
public:
    explicit OwnWays(Parts &parts) : m(parts) {}

    /** A name of assets/pictures. BadArgument when it is none, NotAllowed when it is another tile's here. */
    [[nodiscard]] Status choosePicture(const PersonId &resident, const Who &who, const std::string &picture);
    /** BadArgument out of the wish's range. */
    [[nodiscard]] Status set(const PersonId &resident, const Who &who, OwnWish wish, std::int64_t value);
    /** NotFound without such a form. */
    [[nodiscard]] Status setAsking(const PersonId &resident, const Who &who, const std::string &url,
                                   domain::Asking asking);

private:
    [[nodiscard]] Status write(const PersonId &resident, const Who &who,
                               const std::function<void(domain::Profile &)> &change);

    Parts &m;
};

} // namespace trivsel::engine

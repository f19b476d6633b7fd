#include "proto/domain/yes.h"

#include "proto/domain/choice.h"

namespace trivsel::domain {

namespace {

bool saysSomething(const wire::v1::Op &op)
{
    return op.has_parts() ? !chosenIn(op).code.empty() : !op.text().empty();
}

} // namespace

bool waitsForYes(const merge::RegisterView &view)
{
    return !view.opaque && view.state == merge::RegisterState::One &&
           view.voice == wire::v1::VOICE_RESIDENT && !view.versions.back().enteredByAuthor() &&
           saysSomething(view.versions.back().op);
}

} // namespace trivsel::domain

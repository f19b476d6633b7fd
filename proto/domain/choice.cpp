#include "proto/domain/choice.h"

#include "proto/domain/facts.h"

namespace trivsel::domain {

void setChosen(wire::v1::Op &op, const Choice &choice)
{
    wire::v1::Parts &parts = *op.mutable_parts();
    parts.Clear();
    addText(parts, "code", choice.code);
    addText(parts, "words", choice.words);
}

Choice chosenIn(const wire::v1::Op &op)
{
    if (!op.has_parts()) {
        return {};
    }
    return {textPart(op.parts(), "code"), textPart(op.parts(), "words")};
}

} // namespace trivsel::domain

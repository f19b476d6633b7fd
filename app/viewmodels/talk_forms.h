#pragma once

#include "proto/catalogue/catalogue.h"

namespace trivsel::app {

/** What a resident answers in a samtale. */
[[nodiscard]] inline bool isAskedInTalk(const catalogue::Definition &definition)
{
    return definition.kind == catalogue::Kind::Form && definition.audience == catalogue::Audience::Resident &&
           (definition.secrecy == catalogue::Secrecy::Wellbeing ||
            definition.secrecy == catalogue::Secrecy::Cooperation);
}

} // namespace trivsel::app

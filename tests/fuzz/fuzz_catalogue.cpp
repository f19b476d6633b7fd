// A definition from anywhere: carried out or refused, and what is carried out can be walked through.
#include "proto/catalogue/catalogue.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::viewOf(data, size);
    const auto definition = catalogue::parseDefinition(bytes, "fuzz.json");
    if (!definition) {
        fuzz::mustHold(definition.error().code() == Errc::BadDefinition, "a refusal says why");
        return 0;
    }
    fuzz::mustHold(definition->bytes == bytes, "the bytes are kept");
    for (const catalogue::Item *item : definition->questions()) {
        fuzz::mustHold(definition->find(item->linkId) == item, "every question is found");
    }
    for (const catalogue::Item *item : definition->reviewQuestions()) {
        fuzz::mustHold(definition->find(item->linkId) == item, "every question is found");
    }
    for (const catalogue::Item &section : definition->items) {
        for (const catalogue::Row &row : catalogue::rowsOf(section)) {
            static_cast<void>(row.label());
        }
    }
    return 0;
}

#include "proto/merge/canonical.h"

#include "proto/merge/register_view.h"

namespace trivsel::merge {
namespace {

void appendBytes(std::string &out, std::string_view bytes)
{
    appendNumber(out, bytes.size());
    out += bytes;
}

void appendDot(std::string &out, const Dot &dot)
{
    appendNumber(out, static_cast<std::uint64_t>(dot.inc));
    appendNumber(out, dot.ctr);
}

void appendView(std::string &out, const RegisterView &view)
{
    appendNumber(out, static_cast<std::uint64_t>(view.state));
    appendNumber(out, static_cast<std::uint64_t>(view.policy));
    appendNumber(out, static_cast<std::uint64_t>(view.voice));
    appendNumber(out, view.opaque ? 1 : 0);
    appendNumber(out, view.heads.size());
    for (const Dot &head : view.heads) {
        appendDot(out, head);
    }
    appendNumber(out, view.versions.size());
    for (const Version &version : view.versions) {
        appendDot(out, version.dot);
        appendBytes(out, valueKey(version.op));
    }
    appendBytes(out, view.mergedText);
}

} // namespace

void appendNumber(std::string &out, std::uint64_t number)
{
    for (int shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<char>((number >> shift) & 0xFFU));
    }
}

void appendCanonical(std::string &out, const EntityId &entity, const Registers &registers)
{
    out += entity.str();
    appendNumber(out, static_cast<std::uint64_t>(itemStateOf(registers)));
    appendNumber(out, registers.size());
    for (const auto &[field, log] : registers) {
        appendBytes(out, field);
        appendNumber(out, log.entries().size());
        appendView(out, viewOf(log));
    }
}

} // namespace trivsel::merge

#include "app/headless/values.h"

#include <array>
#include <charconv>
#include <utility>

namespace trivsel::headless {
namespace {

tl::unexpected<Error> bad(const char *name)
{
    return fail(Errc::BadArgument, name);
}

template <class T> Result<T> idFrom(const json::object &in, const char *name)
{
    const auto hex = text(in, name);
    if (!hex) {
        return tl::unexpected(hex.error());
    }
    const auto raw = fromHex(*hex);
    const auto id = raw ? T::from(*raw) : std::nullopt;
    return id ? Result<T>(*id) : bad(name);
}

template <class T, std::size_t N>
Result<T> oneOf(const json::object &in, const char *name,
                const std::array<std::pair<std::string_view, T>, N> &words)
{
    const auto word = text(in, name);
    if (!word) {
        return tl::unexpected(word.error());
    }
    for (const auto &[text, value] : words) {
        if (text == *word) {
            return value;
        }
    }
    return bad(name);
}

std::string dotText(const Dot &dot)
{
    return std::to_string(static_cast<std::uint64_t>(dot.inc)) + ":" + std::to_string(dot.ctr);
}

bool readNumber(std::string_view digits, std::uint64_t &out)
{
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return failed == std::errc{} && end == digits.data() + digits.size();
}

std::optional<Dot> dotFrom(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::uint64_t inc = 0;
    std::uint64_t ctr = 0;
    if (!readNumber(text.substr(0, colon), inc) || !readNumber(text.substr(colon + 1), ctr)) {
        return std::nullopt;
    }
    return Dot{Incarnation{inc}, ctr};
}

std::optional<merge::Head> headFrom(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    const auto dot = colon == std::string_view::npos ? std::nullopt : dotFrom(text.substr(0, colon));
    std::uint64_t hash = 0;
    if (!dot || !readNumber(text.substr(colon + 1), hash)) {
        return std::nullopt;
    }
    return merge::Head{*dot, hash};
}

const char *stateName(merge::RegisterState state)
{
    switch (state) {
    case merge::RegisterState::Empty:
        return "Empty";
    case merge::RegisterState::One:
        return "One";
    case merge::RegisterState::Merged:
        return "Merged";
    case merge::RegisterState::Two:
        return "Two";
    case merge::RegisterState::Talk:
        return "Talk";
    case merge::RegisterState::KeptBoth:
        return "KeptBoth";
    case merge::RegisterState::Members:
        return "Members";
    }
    return "?";
}

const char *phaseName(engine::SyncPhase phase)
{
    switch (phase) {
    case engine::SyncPhase::Never:
        return "Never";
    case engine::SyncPhase::Waiting:
        return "Waiting";
    case engine::SyncPhase::Connecting:
        return "Connecting";
    case engine::SyncPhase::Syncing:
        return "Syncing";
    case engine::SyncPhase::UpToDate:
        return "UpToDate";
    case engine::SyncPhase::Unreachable:
        return "Unreachable";
    case engine::SyncPhase::Refused:
        return "Refused";
    }
    return "?";
}

template <class B> std::string hex(const B &id)
{
    return toHex(id.view());
}

json::object toJson(const engine::Shown &shown)
{
    json::object out{{"words", shown.words},
                     {"code", shown.code},
                     {"text", shown.text},
                     {"absent", static_cast<int>(shown.absent)}};
    if (shown.tenths) {
        out["tenths"] = *shown.tenths;
    }
    return out;
}

json::object toJson(const engine::Tile &tile)
{
    return {{"id", hex(tile.id)}, {"name", tile.name}, {"picture", tile.picture}, {"tint", tile.tint}};
}

json::array toJson(const std::vector<engine::StaffMember> &staff)
{
    json::array out;
    for (const engine::StaffMember &one : staff) {
        out.push_back(
            json::object{{"id", hex(one.id)}, {"name", one.name}, {"role", static_cast<int>(one.role)}});
    }
    return out;
}

json::object toJson(const engine::ResponseShown &response)
{
    json::object answers;
    for (const engine::Shown &answer : response.answers) {
        answers[answer.linkId] = toJson(answer);
    }
    return {{"id", hex(response.id)},
            {"url", response.url},
            {"readers", nameOf(response.readers)},
            {"author", hex(response.author)},
            {"enterer", hex(response.enterer)},
            {"about", hex(response.about)},
            {"at_ms", response.atMs},
            {"outcome", static_cast<int>(response.outcome)},
            {"answers", answers}};
}

} // namespace

Result<std::string> text(const json::object &in, const char *name)
{
    const json::value *value = in.if_contains(name);
    if (!value || !value->is_string()) {
        return bad(name);
    }
    return std::string(value->get_string());
}

std::string textOr(const json::object &in, const char *name, std::string otherwise)
{
    const auto found = text(in, name);
    return found ? *found : std::move(otherwise);
}

Result<std::int64_t> number(const json::object &in, const char *name)
{
    const json::value *value = in.if_contains(name);
    if (!value || !value->is_int64()) {
        return bad(name);
    }
    return value->get_int64();
}

Result<PersonId> person(const json::object &in, const char *name)
{
    return idFrom<PersonId>(in, name);
}

Result<PersonId> personOrNobody(const json::object &in, const char *name)
{
    return textOr(in, name, {}).empty() ? Result<PersonId>(PersonId{}) : person(in, name);
}

Result<engine::DraftId> draft(const json::object &in)
{
    return idFrom<engine::DraftId>(in, "draft");
}

Result<EntityId> entity(const json::object &in, const char *name)
{
    return idFrom<EntityId>(in, name);
}

Result<engine::Who> who(const json::object &in)
{
    static constexpr std::array<std::pair<std::string_view, merge::Role>, 9> kRoles = {
        {{"resident", merge::Role::ROLE_RESIDENT},
         {"staff", merge::Role::ROLE_STAFF},
         {"peer", merge::Role::ROLE_PEER},
         {"coordinator", merge::Role::ROLE_COORDINATOR},
         {"medicine", merge::Role::ROLE_MEDICINE},
         {"night", merge::Role::ROLE_NIGHT},
         {"temp", merge::Role::ROLE_TEMP},
         {"leader", merge::Role::ROLE_LEADER},
         {"office", merge::Role::ROLE_OFFICE}}};
    const json::value *value = in.if_contains("who");
    if (!value || !value->is_object()) {
        return bad("who");
    }
    const auto id = person(value->get_object(), "person");
    const auto role = oneOf(value->get_object(), "role", kRoles);
    if (!id || !role) {
        return tl::unexpected(id ? role.error() : id.error());
    }
    return engine::Who{*id, *role};
}

Result<StreamKind> readers(const json::object &in)
{
    static constexpr std::array<std::pair<std::string_view, StreamKind>, 3> kReaders = {
        {{"own", StreamKind::Own}, {"chosen", StreamKind::Chosen}, {"team", StreamKind::Team}}};
    return oneOf(in, "readers", kReaders);
}

Result<wire::v1::Absent> absent(const json::object &in)
{
    static constexpr std::array<std::pair<std::string_view, wire::v1::Absent>, 3> kWords = {
        {{"skipped", wire::v1::SKIPPED},
         {"dont-know", wire::v1::DONT_KNOW},
         {"not-applicable", wire::v1::NOT_APPLICABLE}}};
    return oneOf(in, "why", kWords);
}

Result<wire::v1::Resolution> resolution(const json::object &in)
{
    static constexpr std::array<std::pair<std::string_view, wire::v1::Resolution>, 4> kWords = {
        {{"choose", wire::v1::RESOLUTION_CHOOSE},
         {"rewrite", wire::v1::RESOLUTION_REWRITE},
         {"keep-both", wire::v1::RESOLUTION_KEEP_BOTH},
         {"talk", wire::v1::RESOLUTION_TALK}}};
    return oneOf(in, "how", kWords);
}

Result<std::optional<Dot>> chosen(const json::object &in)
{
    const std::string word = textOr(in, "chosen", {});
    if (word.empty()) {
        return std::optional<Dot>{};
    }
    const auto dot = dotFrom(word);
    return dot ? Result<std::optional<Dot>>(dot) : bad("chosen");
}

Result<std::vector<merge::Head>> heads(const json::object &in)
{
    const json::value *value = in.if_contains("heads");
    if (!value || !value->is_array()) {
        return bad("heads");
    }
    std::vector<merge::Head> out;
    for (const json::value &head : value->get_array()) {
        const auto dot = head.is_string() ? headFrom(std::string_view(head.get_string())) : std::nullopt;
        if (!dot) {
            return bad("heads");
        }
        out.push_back(*dot);
    }
    return out;
}

json::object toJson(const engine::HomeSnapshot &home)
{
    json::array residents;
    for (const engine::Tile &tile : home.residents) {
        residents.push_back(toJson(tile));
    }
    json::array along;
    for (const PersonId &resident : home.along) {
        along.push_back(json::string(hex(resident)));
    }
    json::array help;
    for (const domain::HelpLine &line : home.help) {
        help.push_back(json::object{{"label", line.label}, {"phone", line.phone}, {"note", line.note}});
    }
    return {{"id", hex(home.id)},     {"name", home.name},
            {"demo", home.demo},      {"tablet", home.tabletName},
            {"residents", residents}, {"staff", toJson(home.staff)},
            {"help", help},           {"along", along}};
}

json::object toJson(const engine::SyncSnapshot &sync)
{
    return {{"phase", phaseName(sync.phase)},
            {"problem", sync.problem ? nameOf(*sync.problem) : ""},
            {"last_contact_ms", sync.lastContactMs},
            {"only_here", sync.onlyHere},
            {"at_office", sync.atOffice},
            {"not_safe", sync.notSafe},
            {"given_up", sync.givenUp},
            {"held_at_office", sync.heldAtOffice},
            {"copied", sync.copied},
            {"emptied", sync.emptied},
            {"disk_full", sync.diskFull}};
}

json::object toJson(const engine::DraftSnapshot &draft)
{
    json::object answers;
    for (const auto &[linkId, answer] : draft.answers) {
        answers[linkId] = toJson(answer);
    }
    return {{"draft", hex(draft.id)},
            {"url", draft.url},
            {"step", draft.step},
            {"sent", draft.sent},
            {"readers", draft.readers ? nameOf(*draft.readers) : ""},
            {"outcome", static_cast<int>(draft.outcome)},
            {"answers", answers}};
}

json::object toJson(const engine::ResidentSnapshot &resident)
{
    json::array drafts;
    for (const engine::DraftSnapshot &draft : resident.drafts) {
        drafts.push_back(toJson(draft));
    }
    json::array responses;
    for (const engine::ResponseShown &response : resident.responses) {
        responses.push_back(toJson(response));
    }
    return {{"tile", toJson(resident.tile)},     {"chosen", toJson(resident.chosen)},
            {"team", toJson(resident.team)},     {"drafts", std::move(drafts)},
            {"responses", std::move(responses)}, {"waiting", toJson(resident.waiting)}};
}

json::array toJson(const std::vector<merge::Version> &versions)
{
    json::array out;
    for (const merge::Version &version : versions) {
        out.push_back(json::object{{"dot", dotText(version.dot)},
                                   {"text", version.op.text()},
                                   {"author", hex(version.author)},
                                   {"enterer", hex(version.enterer)},
                                   {"resolution", static_cast<int>(version.op.resolution())}});
    }
    return out;
}

json::object toJson(const engine::PlanSnapshot &plan)
{
    json::array fields;
    for (const engine::FieldShown &field : plan.fields) {
        json::array dots;
        for (const merge::Head &head : field.view.heads) {
            dots.push_back(json::string(dotText(head) + ':' + std::to_string(head.hash)));
        }
        json::object one{{"linkId", field.linkId},
                         {"state", stateName(field.view.state)},
                         {"versions", toJson(field.view.versions)},
                         {"heads", std::move(dots)},
                         {"merged", field.view.mergedText},
                         {"newer", field.newer}};
        if (field.draft) {
            one["draft"] = *field.draft;
        }
        fields.push_back(std::move(one));
    }
    return {{"entity", hex(plan.entity)}, {"url", plan.url}, {"fields", std::move(fields)}};
}

json::array toJson(const std::vector<engine::WaitingField> &waiting)
{
    json::array out;
    for (const engine::WaitingField &one : waiting) {
        out.push_back(json::object{
            {"resident", hex(one.resident)}, {"url", one.url}, {"linkId", one.linkId}, {"talk", one.talk}});
    }
    return out;
}

} // namespace trivsel::headless

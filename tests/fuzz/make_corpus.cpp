// Makes the first inputs of every fuzz target from real bytes. Usage: make_corpus DIR. What a fuzzer finds
// beside them is kept by hand, when it shows something new.
#include "proto/base/limits.h"
#include "proto/domain/code_wish.h"
#include "proto/domain/home_model.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"
#include "proto/pairing/messages.h"
#include "proto/seal/own_key.h"
#include "proto/tabletfile/tablet_file.h"
#include "tests/fuzz/make_files.h"
#include "tests/support/must.h"
#include "tests/support/recorded_session.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

using namespace trivsel;
using namespace trivsel::test;
using fuzz::keep;
using fuzz::sized;

namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<std::string> &frames)
{
    std::string out;
    for (const std::string &frame : frames) {
        out += frame;
    }
    return out;
}

void sessions(const fs::path &dir)
{
    for (std::uint32_t k = 0; k < 8; ++k) {
        const fs::path scratch = fs::temp_directory_path() / "trivsel-make-corpus";
        const RecordedSession one = recordSession(scratch, k);
        const std::string name = "recorded-" + std::to_string(k);
        const std::string head{static_cast<char>(k), '\xFF'};
        keep(dir, "server_session", name, head + joined(one.up));
        keep(dir, "tablet_session", name, head + joined(one.down));
        if (k < 2) {
            keep(dir, "frames", name + "-up", std::string("\x10\x00", 2) + joined(one.up));
            keep(dir, "frames", name + "-down", std::string("\x40\x01", 2) + joined(one.down));
        }
        fs::remove_all(scratch);
    }
    keep(dir, "frames", "length-0", std::string("\x01\x00\x00\x00\x00\x00", 6));
    keep(dir, "frames", "length-most", std::string("\x01\x00\xFF\xFF\xFF\xFF", 6));
}

wire::v1::Op op(const std::string &field, wire::v1::Policy policy, wire::v1::Voice voice)
{
    wire::v1::Op op;
    op.set_entity(std::string(16, 'e'));
    op.set_field(field);
    op.set_policy(policy);
    op.set_voice(voice);
    return op;
}

void see(wire::v1::Op &op, std::uint64_t inc, std::uint64_t ctr)
{
    wire::v1::Dot *seen = op.add_seen();
    seen->set_inc(inc);
    seen->set_ctr(ctr);
}

/** A change as fuzz_change reads it: id (incarnation and counter), lamport, content. */
std::string written(std::uint64_t inc, std::uint64_t ctr, const std::vector<wire::v1::Op> &ops)
{
    wire::v1::Change change;
    change.set_author(std::string(16, 'a'));
    change.set_enterer(std::string(16, inc % 2 == 0 ? 'b' : 'a'));
    change.set_role(wire::v1::ROLE_STAFF);
    change.set_wall_ms(1'760'000'000'000);
    for (const wire::v1::Op &one : ops) {
        *change.add_ops() = one;
    }
    const auto id = static_cast<char>((inc - 1) + (ctr - 1) * 4);
    return std::string{id, '\x01'} + sized(change.SerializeAsString());
}

void changes(const fs::path &dir)
{
    using namespace wire::v1;
    auto text = op("mig.indefra", KEEP_BOTH, VOICE_RESIDENT);
    text.set_text("Bank på, og vent, til jeg svarer.");
    auto other = text;
    other.set_text("Kom bare ind.");
    auto later = other;
    see(later, 1, 1);
    keep(dir, "change", "two-versions",
         written(1, 1, {text}) + written(2, 1, {other}) + written(3, 1, {later}));

    auto base = op("note", MERGE_TEXT, VOICE_STAFF);
    base.set_text("Sofie sover dårligt. Vi går en tur hver dag. Hun vil gerne have ro om morgenen.");
    auto one = base;
    one.set_text("Sofie sover bedre nu. Vi går en tur hver dag. Hun vil gerne have ro om morgenen.");
    see(one, 1, 1);
    auto two = base;
    two.set_text("Sofie sover dårligt. Vi går en tur hver dag. Hun vil gerne have ro om aftenen.");
    see(two, 1, 1);
    auto settled = two;
    settled.set_resolution(RESOLUTION_CHOOSE);
    see(settled, 2, 1);
    see(settled, 3, 1);
    *settled.add_chosen() = settled.seen(2);
    keep(dir, "change", "merged-and-settled",
         written(1, 1, {base}) + written(2, 1, {one}) + written(3, 1, {two}) + written(1, 2, {settled}));

    auto member = op("team", SET, VOICE_UNSPECIFIED);
    member.set_ref(std::string(16, 'm'));
    auto rank = op("rank", ORDER, VOICE_UNSPECIFIED);
    rank.set_rank("aV");
    auto removed = op("", KEEP_BOTH, VOICE_UNSPECIFIED);
    removed.set_remove(true);
    see(removed, 1, 1);
    auto parts = op("sted", KEEP_BOTH, VOICE_STAFF);
    parts.set_parent(std::string(16, 'p'));
    Parts::Part *part = parts.mutable_parts()->add_parts();
    part->set_name("hvornår");
    part->set_num(4);
    keep(dir, "change", "item",
         written(1, 1, {member, rank, parts}) + written(2, 1, {removed}) + written(3, 1, {rank, parts}));

    auto answered = op("", KEEP_BOTH, VOICE_RESIDENT);
    answered.set_field("response");
    Response *response = answered.mutable_response();
    response->set_outcome(ANSWERED);
    response->set_way(WAY_FACES);
    response->set_language("da");
    Answer *answer = response->add_answers();
    answer->set_link_id("selv");
    answer->set_tenths(70);
    answer->set_shown("Ret godt");
    response->add_answers()->set_absent(SKIPPED);
    keep(dir, "change", "response", written(1, 1, {answered}));
}

std::string written(std::uint64_t ctr, const domain::Ops &ops)
{
    return written(1, ctr, std::vector<wire::v1::Op>(ops.begin(), ops.end()));
}

/** As the office writes them; with the ids that fuzz_records asks for. */
void records(const fs::path &dir)
{
    const merge::Fold none;
    const auto home = filled<HomeId>('h');
    const auto resident = filled<PersonId>('r');
    domain::Device device;
    device.id = filled<DeviceId>('d');
    device.name = "Stuen";
    device.signKey = std::string(32, 's');
    device.boxKey = std::string(32, 'b');
    const domain::StreamInfo team{stream(), resident};
    const domain::HelpLine help{filled<EntityId>('l'), "Vagten", "12345678", "hele døgnet", "a"};
    const domain::Person staff{filled<PersonId>('m'), merge::Role::ROLE_STAFF, "Mette", true};
    const domain::Person lives{resident, merge::Role::ROLE_RESIDENT, "", true};
    keep(dir, "records", "house",
         written(1, domain::writeHomeName(home, "Huset ved åen", true, none)) +
             written(2, domain::writeDevice(device, none)) + written(3, domain::writePerson(staff, none)) +
             written(4, domain::writePerson(lives, none)) + written(5, domain::writeStream(team, none)) +
             written(6, domain::writeHelpLine(home, help, none)));
    domain::Profile profile;
    profile.name = "Sofie";
    profile.picture = "cykel";
    profile.tint = 6;
    profile.chosen = {staff.id};
    profile.team = {staff.id, resident};
    keep(dir, "records", "profile", written(1, domain::writeProfile(resident, profile, none)));
    const std::string bytes = R"({"resourceType":"Questionnaire"})";
    keep(dir, "records", "definition",
         written(1, domain::writeDefinition(seal::hashDefinition(bytes), bytes, none)));
}

void texts(const fs::path &dir)
{
    const std::string base =
        "Hun står op ved ottetiden. Så drikker vi kaffe. Vi taler om dagen. Hun vælger selv turen.";
    const std::string a =
        "Hun står op ved nitiden. Så drikker vi kaffe. Vi taler om dagen. Hun vælger selv turen.";
    const std::string b =
        "Hun står op ved ottetiden. Så drikker vi kaffe. Vi taler om dagen. Hun vælger altid turen selv.";
    const std::string c = "Hun står op ved titiden. Så drikker vi te.\n\nVi taler om dagen.";
    const auto keepThree = [&](const char *name, const std::string &x, const std::string &y,
                               const std::string &z) {
        keep(dir, "text_merge", name, sized(x) + sized(y) + z);
    };
    keepThree("far-apart", base, a, b);
    keepThree("too-near", base, a, c);
    keepThree("unchanged", base, base, a);
    keepThree("from-nothing", "", a, b);
    std::string many;
    for (std::size_t i = 0; i <= limits::kMergeTokensMax; ++i) {
        many += "ord ";
    }
    keepThree("too-many-words", many, many + "a", "b " + many);
}

void definitions(const fs::path &dir)
{
    for (const auto &entry : fs::directory_iterator(TRIVSEL_SOURCE_DIR "/assets/catalogue")) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const std::string name = entry.path().stem().string();
        boost::json::value whole = boost::json::parse(bytes.str());
        if (name == "saadan-gaar-det" || name == "tema-1-personale") {
            keep(dir, "catalogue", name, boost::json::serialize(whole));
        }
        // One item of each: small inputs are changed faster.
        boost::json::array &items = whole.as_object().at("item").as_array();
        items.resize(1);
        for (boost::json::value &item : items) {
            if (item.as_object().contains("item")) {
                item.as_object().at("item").as_array().resize(1);
            }
        }
        keep(dir, "catalogue", name + "-short", boost::json::serialize(whole));
    }
}

void tabletFiles(const fs::path &dir)
{
    TabletFile file;
    file.home = filled<HomeId>(1);
    file.homeName = "Huset ved åen";
    file.device = filled<DeviceId>(2);
    file.name = "Fællesstuen \"ny\"";
    file.host = "192.168.1.10";
    file.port = 7443;
    file.pin = filled<Hash256>(3);
    file.caPem = "-----BEGIN CERTIFICATE-----\nca\n-----END CERTIFICATE-----\n";
    file.certificatePem = file.caPem;
    file.keyPem = "-----BEGIN PRIVATE KEY-----\nkey\n-----END PRIVATE KEY-----\n";
    file.sign = filled<seal::SignSecret>(4);
    file.box = filled<seal::BoxSecret>(5);
    const std::string shared = writeTabletFile(file);
    keep(dir, "tablet_file", "shared", shared);
    keep(dir, "tablet_file", "cut-short", shared.substr(0, shared.size() / 2));
    file.kind = TabletKind::Staff;
    keep(dir, "tablet_file", "staff", writeTabletFile(file));
}

/** A locked ring as it lies in a box, a box's content from the office, and a wish for a code. */
void ownRings(const char *dir)
{
    const seal::OwnPlace place{
        filled<HomeId>(1), filled<PersonId>(2), {StreamKind::Own, filled<EntityId>(3)}};
    const seal::OwnRing ring{{seal::kOwnKeyBit + 1, filled<seal::StreamKey>(6)},
                             {seal::kOwnKeyBit + 9, filled<seal::StreamKey>(7)}};
    const seal::PictureKey key{{1, 8}, filled<seal::PasscodeSalt>(8), {filled<Hash256>(4).data}};
    const std::string locked = seal::lock(ring, key, place, seededRandom(1));
    keep(dir, "own_ring", "locked", std::string(1, '\0') + locked);
    keep(dir, "own_ring", "cut-short", std::string(1, '\0') + locked.substr(0, locked.size() / 2));
    keep(dir, "own_ring", "made", "\x01\x02\x10\x20\x30\x40\x50\x60\x70");
    std::string returned = place.stream.str();
    for (const seal::OwnKey &one : ring) {
        for (unsigned at = 0; at < 4; ++at) {
            returned += static_cast<char>((one.version >> (8 * at)) & 0xFFU);
        }
        returned += one.key.str();
    }
    keep(dir, "own_ring", "returned", "\x02" + returned);
    seal::PasscodeVerifier chosen;
    chosen.salt = filled<seal::PasscodeSalt>(9);
    keep(dir, "own_ring", "wish",
         "\x03" + domain::encodeCodeWish({place.home, place.person, filled<EntityId>(5), "246810", chosen}));
}

void pairingTexts(const char *dir)
{
    pairing::Invitation invitation{"192.168.1.10", 7400, filled<Hash256>(3), filled<pairing::Secret>(7)};
    keep(dir, "pair_text", "code", pairing::writeCode(invitation));
    keep(dir, "pair_text", "link", pairing::writeLink(invitation));
    wire::v1::PairHello hello;
    hello.set_sign_key(std::string(32, 's'));
    hello.set_box_key(std::string(32, 'b'));
    hello.set_commitment(std::string(32, 'c'));
    hello.set_proof(std::string(32, 'p'));
    keep(dir, "pairing", "hello", "\x01" + pairing::frameOf(pairing::FrameType::Hello, hello).bytes);
    wire::v1::PairReveal reveal;
    reveal.set_nonce(std::string(32, 'n'));
    keep(dir, "pairing", "reveal", "\x03" + pairing::frameOf(pairing::FrameType::Reveal, reveal).bytes);
    wire::v1::PairProof proof;
    proof.set_proof(std::string(32, 'p'));
    proof.set_nonce(std::string(32, 'n'));
    proof.set_kind(1);
    keep(dir, "pairing", "proof",
         std::string(1, '\0') + pairing::frameOf(pairing::FrameType::Proof, proof).bytes);
    wire::v1::PairGrant grant;
    grant.set_home(std::string(16, 'h'));
    grant.set_device(std::string(16, 'd'));
    grant.set_ca("-----BEGIN CERTIFICATE-----\n");
    grant.set_certificate("-----BEGIN CERTIFICATE-----\n");
    keep(dir, "pairing", "grant", "\x02" + pairing::frameOf(pairing::FrameType::Grant, grant).bytes);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_corpus DIR\n");
        return 2;
    }
    must(seal::initialise());
    sessions(argv[1]);
    changes(argv[1]);
    records(argv[1]);
    texts(argv[1]);
    definitions(argv[1]);
    tabletFiles(argv[1]);
    fuzz::makeFiles(argv[1]);
    pairingTexts(argv[1]);
    ownRings(argv[1]);
    return 0;
}

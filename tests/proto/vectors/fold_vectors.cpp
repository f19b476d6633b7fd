#include "tests/proto/vectors/fold_vectors.h"

#include "tests/proto/vectors/fold_case.h"

namespace trivsel::vectors {

namespace {

using namespace wire::v1;
using Cases = std::vector<FoldCase>;
using D = trivsel::Dot;

// Three program starts, on three tablets.
D a(std::uint64_t ctr)
{
    return dot(10, ctr);
}
D b(std::uint64_t ctr)
{
    return dot(11, ctr);
}
D c(std::uint64_t ctr)
{
    return dot(12, ctr);
}

const std::string kGoal = "mål";

void addEdits(Cases &out)
{
    out.emplace_back("one value", "The simplest case.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
    out.emplace_back("an edit in sight of the old value", "What the form showed is replaced.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {write(kGoal, "gå to ture", {a(1)})})
        .expect({kGoal, "One", {{b(1), "text:gå to ture"}}, {b(1)}});
    out.emplace_back("two people at once", "Nobody's words are dropped; a person chooses.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {write(kGoal, "svømme", {a(1)})})
        .change(c(1), 2, kBo, {write(kGoal, "cykle", {a(1)})})
        .expect({kGoal, "Two", {{b(1), "text:svømme"}, {c(1), "text:cykle"}}, {b(1), c(1)}})
        .waits({kGoal});
    out.emplace_back("the same words typed twice",
                     "Equal values are one; both heads must be named by the next edit.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 1, kCai, {write(kGoal, "gå tur")})
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1), b(1)}});
    out.emplace_back("bytes decide what is equal",
                     "No trimming, no case folding: input was normalised when it was typed.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 1, kCai, {write(kGoal, "gå tur ")})
        .expect({kGoal, "Two", {{a(1), "text:gå tur"}, {b(1), "text:gå tur "}}, {a(1), b(1)}})
        .waits({kGoal});
    constexpr std::uint64_t kSeen = 0x0102030405060708;
    constexpr std::uint64_t kOther = 0xf1f2f3f4f5f6f7f8;
    out.emplace_back("an edit that says which change it saw",
                     "The change under the dot is the one that it names.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .hash(kSeen)
        .change(b(1), 2, kCai, {seenAs(write(kGoal, "gå to ture", {a(1)}), kSeen)})
        .expect({kGoal, "One", {{b(1), "text:gå to ture"}}, {b(1)}});
    out.emplace_back("an edit that saw another change under the dot",
                     "A copied tablet wrote both; nobody has seen this one, so it stays.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .hash(kOther)
        .change(b(1), 2, kCai, {seenAs(write(kGoal, "gå to ture", {a(1)}), kSeen)})
        .expect({kGoal, "Two", {{a(1), "text:gå tur"}, {b(1), "text:gå to ture"}}, {a(1), b(1)}})
        .waits({kGoal});
    out.emplace_back("a removal that saw another change under the dot",
                     "What it had not seen stays in sight.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .hash(kOther)
        .change(b(1), 2, kCai, {seenAs(remove("", {a(1)}), kSeen)})
        .item("RemovedButEdited")
        .waits({""});
    out.emplace_back("an edit that saw the words before they were written anew",
                     "They stand under another id, younger than what saw them: the hash says it is they.")
        .change(c(1), 9, kBo, {write(kGoal, "gå tur")})
        .hash(kOther)
        .reissued(a(1), kSeen)
        .change(b(1), 2, kCai, {seenAs(write(kGoal, "gå to ture", {a(1)}), kSeen)})
        .expect({kGoal, "One", {{b(1), "text:gå to ture"}}, {b(1)}});
    out.emplace_back("a removal that saw the words before they were written anew", "They do not come back.")
        .change(c(1), 9, kBo, {write(kGoal, "gå tur")})
        .hash(kOther)
        .reissued(a(1), kSeen)
        .change(b(1), 2, kCai, {seenAs(remove("", {a(1)}), kSeen)})
        .item("Removed");
    out.emplace_back("written anew, and the place is somebody else's",
                     "Only a name with the hash finds the words.")
        .change(a(1), 1, kCai, {write(kGoal, "svømme")})
        .hash(kOther)
        .change(c(1), 9, kBo, {write(kGoal, "gå tur")})
        .reissued(a(1), kSeen)
        .change(b(1), 2, kCai, {write(kGoal, "cykle", {a(1)})})
        .expect({kGoal, "Two", {{b(1), "text:cykle"}, {c(1), "text:gå tur"}}, {b(1), c(1)}})
        .waits({kGoal});
    out.emplace_back("a decision about the words before they were written anew", "Both stand, on purpose.")
        .change(b(1), 1, kCai, {write(kGoal, "svømme")})
        .change(c(1), 9, kBo, {write(kGoal, "gå tur")})
        .hash(kOther)
        .reissued(a(1), kSeen)
        .change(b(2), 3, kCai, {seenAs(marker(kGoal, RESOLUTION_KEEP_BOTH, {a(1), b(1)}), kSeen)})
        .expect({kGoal, "KeptBoth", {{b(1), "text:svømme"}, {c(1), "text:gå tur"}}, {b(1), b(2), c(1)}});
    out.emplace_back("twice in one change", "The later op of a form's change counts.")
        .change(a(1), 1, kBo, {write(kGoal, "første"), write(kGoal, "anden")})
        .expect({kGoal, "One", {{a(1), "text:anden"}}, {a(1)}});
    out.emplace_back("an empty text is a value", "Clearing a field is an edit like others.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {write(kGoal, "", {a(1)})})
        .expect({kGoal, "One", {{b(1), "text:"}}, {b(1)}});
    out.emplace_back("fields do not touch each other",
                     "Two people in two fields of one plan: nothing to decide.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur"), write("støtte", "ro")})
        .change(b(1), 2, kCai, {write(kGoal, "svømme", {a(1)})})
        .change(c(1), 2, kBo, {write("støtte", "kaffe", {a(1)})})
        .expect({kGoal, "One", {{b(1), "text:svømme"}}, {b(1)}})
        .expect({"støtte", "One", {{c(1), "text:kaffe"}}, {c(1)}});
}

void addArrival(Cases &out)
{
    out.emplace_back("named before it arrived", "What was named stays superseded when it comes late.")
        .change(b(1), 2, kCai, {write(kGoal, "svømme", {a(1)})})
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .expect({kGoal, "One", {{b(1), "text:svømme"}}, {b(1)}});
    out.emplace_back("named and never arrived", "A missing change holds nothing up.")
        .change(b(1), 2, kCai, {write(kGoal, "svømme", {a(1)})})
        .expect({kGoal, "One", {{b(1), "text:svømme"}}, {b(1)}});
    out.emplace_back("nothing names what is newer", "A faulty writer: obeying both would lose both.")
        .change(a(1), 5, kBo, {write(kGoal, "gå tur", {b(1)})})
        .change(b(1), 4, kCai, {write(kGoal, "svømme", {a(1)})})
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
    out.emplace_back("naming a dot of another field", "`seen` speaks of its own field only.")
        .change(a(1), 1, kBo, {write("støtte", "ro")})
        .change(b(1), 2, kCai, {write(kGoal, "svømme", {a(1)})})
        .expect({"støtte", "One", {{a(1), "text:ro"}}, {a(1)}})
        .expect({kGoal, "One", {{b(1), "text:svømme"}}, {b(1)}});
    out.emplace_back("the largest numbers", "Lamport saturates; then incarnation and counter order.")
        .change(dot(UINT64_MAX, 1), UINT64_MAX, kBo, {write(kGoal, "sidst")})
        .change(a(1), UINT64_MAX, kCai, {write(kGoal, "først")})
        .expect({kGoal,
                 "Two",
                 {{a(1), "text:først"}, {dot(UINT64_MAX, 1), "text:sidst"}},
                 {a(1), dot(UINT64_MAX, 1)}})
        .waits({kGoal});
    out.emplace_back("opaque changes are counted",
                     "Newer schema, no key, or gone: nobody guesses what they say.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .opaque(b(1), 2)
        .opaque(b(2), 3)
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
}

void addValues(Cases &out)
{
    WireOp number = write("antal", "");
    number.set_num(-3);
    WireOp ref = write("billede", "");
    ref.set_ref(std::string("\x01\xFF", 2));
    WireOp parts = write("aftale", "");
    auto *part = parts.mutable_parts()->add_parts();
    part->set_name("hvem");
    part->set_text("Bo");
    WireOp response = write("svar", "");
    response.mutable_response()->set_outcome(ANSWERED);
    auto *answer = response.mutable_response()->add_answers();
    answer->set_link_id("q1");
    answer->set_tenths(70);
    out.emplace_back("every kind of value", "Equality is of kind and bytes.")
        .change(a(1), 1, kBo, {number, ref, parts, response})
        .expect({"aftale", "One", {{a(1), "parts:0a0a0a046876656d1202426f"}}, {a(1)}})
        .expect({"antal", "One", {{a(1), "num:-3"}}, {a(1)}})
        .expect({"billede", "One", {{a(1), "ref:01ff"}}, {a(1)}})
        .expect({"svar", "One", {{a(1), "response:08014a070a027131108c01"}}, {a(1)}});
    WireOp three = write(kGoal, "");
    three.set_num(3);
    out.emplace_back("a number is not its letters", "Kinds differ, so the values do.")
        .change(a(1), 1, kBo, {three})
        .change(b(1), 1, kCai, {write(kGoal, "3")})
        .expect({kGoal, "Two", {{a(1), "num:3"}, {b(1), "text:3"}}, {a(1), b(1)}})
        .waits({kGoal});
    WireOp newer = write(kGoal, "");
    newer.set_ext("fra en nyere app");
    out.emplace_back("a value of a kind nobody here knows",
                     "It stays a head, shows nothing, and makes the field read-only.")
        .change(a(1), 1, kBo, {newer})
        .change(b(1), 1, kCai, {write(kGoal, "svømme")})
        .expect({kGoal, "One", {{b(1), "text:svømme"}}, {a(1), b(1)}, "KEEP_BOTH", "VOICE_STAFF", "", true});
}

void addResolutions(Cases &out)
{
    const auto two = [&out](const char *name, const char *why) -> FoldCase & {
        return out.emplace_back(name, why)
            .change(a(1), 1, kBo, {write(kGoal, "svømme")})
            .change(b(1), 1, kCai, {write(kGoal, "cykle")});
    };
    two("a person chooses", "The chosen value stands again, in the name of who chose.")
        .change(c(1), 2, kBo, {with(write(kGoal, "cykle", {a(1), b(1)}), RESOLUTION_CHOOSE, {b(1)})})
        .expect({kGoal, "One", {{c(1), "text:cykle"}}, {c(1)}});
    two("a person writes anew", "Both versions stay in the history.")
        .change(c(1), 2, kBo, {with(write(kGoal, "svømme og cykle", {a(1), b(1)}), RESOLUTION_REWRITE)})
        .expect({kGoal, "One", {{c(1), "text:svømme og cykle"}}, {c(1)}});
    two("a late edit re-opens", "It was written without sight of the choice.")
        .change(c(1), 2, kBo, {with(write(kGoal, "cykle", {a(1), b(1)}), RESOLUTION_CHOOSE, {b(1)})})
        .change(b(2), 2, kCai, {write(kGoal, "cykle om mandagen", {b(1)})})
        .expect({kGoal, "Two", {{b(2), "text:cykle om mandagen"}, {c(1), "text:cykle"}}, {b(2), c(1)}})
        .waits({kGoal});
    two("both stand on purpose", "The marker takes nothing away; the field no longer waits.")
        .change(c(1), 2, kBo, {marker(kGoal, RESOLUTION_KEEP_BOTH, {a(1), b(1)})})
        .expect({kGoal, "KeptBoth", {{a(1), "text:svømme"}, {b(1), "text:cykle"}}, {a(1), b(1), c(1)}});
    two("a late edit re-opens what was kept", "The marker did not see it.")
        .change(c(1), 2, kBo, {marker(kGoal, RESOLUTION_KEEP_BOTH, {a(1), b(1)})})
        .change(b(2), 3, kCai, {write(kGoal, "løbe", {b(1)})})
        .expect({kGoal, "Two", {{a(1), "text:svømme"}, {b(2), "text:løbe"}}, {a(1), c(1), b(2)}})
        .waits({kGoal});
    two("to be taken up together", "It still waits, with a name for it.")
        .change(c(1), 2, kBo, {marker(kGoal, RESOLUTION_TALK, {a(1), b(1)})})
        .expect({kGoal, "Talk", {{a(1), "text:svømme"}, {b(1), "text:cykle"}}, {a(1), b(1), c(1)}})
        .waits({kGoal});
    two("the newest decision counts", "First to be taken up together, then both stand.")
        .change(c(1), 2, kBo, {marker(kGoal, RESOLUTION_TALK, {a(1), b(1)})})
        .change(b(2), 3, kCai, {marker(kGoal, RESOLUTION_KEEP_BOTH, {a(1), b(1), c(1)})})
        .expect({kGoal, "KeptBoth", {{a(1), "text:svømme"}, {b(1), "text:cykle"}}, {a(1), b(1), b(2)}});
    two("talked and decided", "The new value names versions and marker.")
        .change(c(1), 2, kBo, {marker(kGoal, RESOLUTION_TALK, {a(1), b(1)})})
        .change(b(2), 3, kCai, {with(write(kGoal, "svømme", {a(1), b(1), c(1)}), RESOLUTION_CHOOSE, {a(1)})})
        .expect({kGoal, "One", {{b(2), "text:svømme"}}, {b(2)}});
}

void addVoices(Cases &out)
{
    const auto own = [](const std::string &text, const Dots &seen = {}) {
        return with(write("indefra", text, seen), VOICE_RESIDENT);
    };
    out.emplace_back("nobody overwrites the resident's own words",
                     "Bo saw them and wrote; both stand until Anna decides.")
        .change(a(1), 1, kAnna, {own("jeg vil have ro")})
        .change(b(1), 2, kBo, {write("indefra", "hun vil have ro", {a(1)})})
        .expect({"indefra",
                 "Two",
                 {{a(1), "text:jeg vil have ro"}, {b(1), "text:hun vil have ro"}},
                 {a(1), b(1)},
                 "KEEP_BOTH",
                 "VOICE_RESIDENT"})
        .waits({"indefra"});
    out.emplace_back("nor in the resident's name", "Entered by Bo for Anna: she did not tap it herself.")
        .change(a(1), 1, kAnna, {own("jeg vil have ro")})
        .change(b(1), 2, kBoForAnna, {own("jeg vil have fred", {a(1)})})
        .expect({"indefra",
                 "Two",
                 {{a(1), "text:jeg vil have ro"}, {b(1), "text:jeg vil have fred"}},
                 {a(1), b(1)},
                 "KEEP_BOTH",
                 "VOICE_RESIDENT"})
        .waits({"indefra"});
    out.emplace_back("nor by choosing", "A helper's choice does not reach the resident's own words.")
        .change(a(1), 1, kAnna, {own("jeg vil have ro")})
        .change(b(1), 2, kBoForAnna, {own("hun vil have ro", {a(1)})})
        .change(c(1), 3, kCaiForAnna, {with(own("hun vil have ro", {a(1), b(1)}), RESOLUTION_CHOOSE, {b(1)})})
        .expect({"indefra",
                 "Two",
                 {{a(1), "text:jeg vil have ro"}, {c(1), "text:hun vil have ro"}},
                 {a(1), c(1)},
                 "KEEP_BOTH",
                 "VOICE_RESIDENT"})
        .waits({"indefra"});
    out.emplace_back("the resident changes her own words", "She may always.")
        .change(a(1), 1, kAnna, {own("jeg vil have ro")})
        .change(b(1), 2, kBoForAnna, {own("hun vil have ro", {a(1)})})
        .change(a(2), 3, kAnna, {own("jeg vil have ro om aftenen", {a(1), b(1)})})
        .expect({"indefra",
                 "One",
                 {{a(2), "text:jeg vil have ro om aftenen"}},
                 {a(2)},
                 "KEEP_BOTH",
                 "VOICE_RESIDENT"});
    out.emplace_back("what was entered for the resident may be corrected",
                     "Bo typed it, so a helper may mend it.")
        .change(a(1), 1, kBoForAnna, {own("jeg vil have ro")})
        .change(b(1), 2, kCaiForAnna, {own("jeg vil have fred", {a(1)})})
        .expect(
            {"indefra", "One", {{b(1), "text:jeg vil have fred"}}, {b(1)}, "KEEP_BOTH", "VOICE_RESIDENT"});
    out.emplace_back("equal words are shown in the resident's hand",
                     "Bo typed the same first; hers stand for both.")
        .change(a(1), 1, kBoForAnna, {own("ro")})
        .change(b(1), 2, kAnna, {own("ro")})
        .expect({"indefra", "One", {{b(1), "text:ro"}}, {a(1), b(1)}, "KEEP_BOTH", "VOICE_RESIDENT"});
    out.emplace_back("a helper's own words have no such guard", "Voice staff: whoever saw it may change it.")
        .change(a(1), 1, kBo, {write("udefra", "ro")})
        .change(b(1), 2, kCai, {write("udefra", "fred", {a(1)})})
        .expect({"udefra", "One", {{b(1), "text:fred"}}, {b(1)}});
}

void addSetsAndOrder(Cases &out)
{
    const auto member = [](const std::string &text, const Dots &seen = {}) {
        return with(write("hvem", text, seen), SET);
    };
    const auto gone = [](const Dots &seen) { return with(remove("hvem", seen), SET); };
    out.emplace_back("members", "Every head is one.")
        .change(a(1), 1, kBo, {member("Bo")})
        .change(b(1), 1, kCai, {member("Cai")})
        .expect({"hvem", "Members", {{a(1), "text:Bo"}, {b(1), "text:Cai"}}, {a(1), b(1)}, "SET"});
    out.emplace_back("a member leaves", "The remove names what it takes away and is no member.")
        .change(a(1), 1, kBo, {member("Bo")})
        .change(b(1), 1, kCai, {member("Cai")})
        .change(c(1), 2, kBo, {gone({a(1)})})
        .expect({"hvem", "Members", {{b(1), "text:Cai"}}, {b(1), c(1)}, "SET"});
    out.emplace_back("add wins", "Added again elsewhere, unseen by the remove.")
        .change(a(1), 1, kBo, {member("Bo")})
        .change(b(1), 2, kCai, {member("Bo")})
        .change(c(1), 2, kBo, {gone({a(1)})})
        .expect({"hvem", "Members", {{b(1), "text:Bo"}}, {b(1), c(1)}, "SET"});
    out.emplace_back("nobody is left", "A set may be empty.")
        .change(a(1), 1, kBo, {member("Bo")})
        .change(c(1), 2, kBo, {gone({a(1)})})
        .expect({"hvem", "Members", {}, {c(1)}, "SET"});
    const auto rank = [](const std::string &at, const Dots &seen = {}) {
        WireOp op = with(write("plads", "", seen), ORDER);
        op.set_rank(at);
        return op;
    };
    out.emplace_back("the newest place counts",
                     "Order is nobody's words: greatest (lamport, inc, ctr), nobody is asked.")
        .change(a(1), 1, kBo, {rank("m")})
        .change(b(1), 2, kCai, {rank("c", {a(1)})})
        .change(c(1), 2, kBo, {rank("x", {a(1)})})
        .expect({"plads", "One", {{c(1), "rank:x"}}, {b(1), c(1)}, "ORDER"});
    out.emplace_back("heads of different policies", "Folds with the safest.")
        .change(a(1), 1, kBo, {with(write(kGoal, "x"), SET)})
        .change(b(1), 1, kCai, {with(write(kGoal, "y"), ORDER)})
        .expect({kGoal, "Two", {{a(1), "text:x"}, {b(1), "text:y"}}, {a(1), b(1)}})
        .waits({kGoal});
    out.emplace_back("a policy not given", "Folds as KEEP_BOTH.")
        .change(a(1), 1, kBo, {with(write(kGoal, "x"), POLICY_UNSPECIFIED)})
        .change(b(1), 1, kCai, {write(kGoal, "y")})
        .expect({kGoal, "Two", {{a(1), "text:x"}, {b(1), "text:y"}}, {a(1), b(1)}})
        .waits({kGoal});
}

void addMerges(Cases &out)
{
    const auto prose = [](const std::string &text, const Dots &seen = {}) {
        return with(write("note", text, seen), MERGE_TEXT);
    };
    const std::string base = "Anna sover godt. Hun går tur hver dag. Om aftenen ser hun fjernsyn.";
    const std::string first = "Anna sover meget godt. Hun går tur hver dag. Om aftenen ser hun fjernsyn.";
    const std::string last = "Anna sover godt. Hun går tur hver dag. Om aftenen ser hun en film.";
    const std::string both = "Anna sover meget godt. Hun går tur hver dag. Om aftenen ser hun en film.";
    const auto edited = [&](const char *name, const char *why, const std::string &one,
                            const std::string &other) -> FoldCase & {
        return out.emplace_back(name, why)
            .change(a(1), 1, kBo, {prose(base)})
            .change(b(1), 2, kCai, {prose(one, {a(1)})})
            .change(c(1), 2, kBo, {prose(other, {a(1)})});
    };
    edited("two edits far apart", "Put together when read, never written; both originals stay.", first, last)
        .expect({"note",
                 "Merged",
                 {{b(1), "text:" + first}, {c(1), "text:" + last}},
                 {b(1), c(1)},
                 "MERGE_TEXT",
                 "VOICE_STAFF",
                 both});
    const std::string other = "Anna sover uroligt. Hun går tur hver dag. Om aftenen ser hun fjernsyn.";
    edited("two edits of one word", "Too near: two versions.", first, other)
        .expect(
            {"note", "Two", {{b(1), "text:" + first}, {c(1), "text:" + other}}, {b(1), c(1)}, "MERGE_TEXT"})
        .waits({"note"});
    const std::string inserted =
        "Anna sover godt. Hun går en lang tur hver dag. Om aftenen ser hun fjernsyn.";
    edited("a sentence's end keeps edits apart", "One unchanged word, but it ends the sentence.", first,
           inserted)
        .expect({"note",
                 "Merged",
                 {{b(1), "text:" + first}, {c(1), "text:" + inserted}},
                 {b(1), c(1)},
                 "MERGE_TEXT",
                 "VOICE_STAFF",
                 "Anna sover meget godt. Hun går en lang tur hver dag. Om aftenen ser hun fjernsyn."});
    const std::string onceMore = "Han går. Ja. Tit. Ja. ";
    const std::string now = "Hun går. Ja. Nu. ";
    out.emplace_back("an edit that may as well stand later", "It reaches forwards over what repeats it.")
        .change(a(1), 1, kBo, {prose("Hun går. Ja. ")})
        .change(b(1), 2, kCai, {prose(onceMore, {a(1)})})
        .change(c(1), 2, kBo, {prose(now, {a(1)})})
        .expect(
            {"note", "Two", {{b(1), "text:" + onceMore}, {c(1), "text:" + now}}, {b(1), c(1)}, "MERGE_TEXT"})
        .waits({"note"});
    out.emplace_back("no common beginning", "Nothing to compare with: two versions.")
        .change(b(1), 1, kCai, {prose(first)})
        .change(c(1), 1, kBo, {prose(last)})
        .expect(
            {"note", "Two", {{b(1), "text:" + first}, {c(1), "text:" + last}}, {b(1), c(1)}, "MERGE_TEXT"})
        .waits({"note"});
    out.emplace_back("the common beginning has not arrived", "Not guessed at.")
        .change(b(1), 2, kCai, {prose(first, {a(1)})})
        .change(c(1), 2, kBo, {prose(last, {a(1)})})
        .expect(
            {"note", "Two", {{b(1), "text:" + first}, {c(1), "text:" + last}}, {b(1), c(1)}, "MERGE_TEXT"})
        .waits({"note"});
    out.emplace_back("a resident's words are never merged", "Voice decides over policy.")
        .change(a(1), 1, kBoForAnna, {with(prose(base), VOICE_RESIDENT)})
        .change(b(1), 2, kCai, {with(prose(first, {a(1)}), VOICE_RESIDENT)})
        .change(c(1), 2, kBo, {with(prose(last, {a(1)}), VOICE_RESIDENT)})
        .expect({"note",
                 "Two",
                 {{b(1), "text:" + first}, {c(1), "text:" + last}},
                 {b(1), c(1)},
                 "KEEP_BOTH",
                 "VOICE_RESIDENT"})
        .waits({"note"});
    edited("three versions are never merged", "Exactly two, or a person.", first, last)
        .change(b(2), 2, kCai, {prose("Anna sover.", {a(1)})})
        .expect({"note",
                 "Two",
                 {{b(1), "text:" + first}, {b(2), "text:Anna sover."}, {c(1), "text:" + last}},
                 {b(1), b(2), c(1)},
                 "MERGE_TEXT"})
        .waits({"note"});
    edited("an edit of the merged text", "It names both, so it stands alone.", first, last)
        .change(a(2), 3, kBo, {prose(both + " Det er rart.", {b(1), c(1)})})
        .expect({"note", "One", {{a(2), "text:" + both + " Det er rart."}}, {a(2)}, "MERGE_TEXT"});
}

void addNearAndFar(Cases &out)
{
    const auto prose = [](const std::string &text, const Dots &seen = {}) {
        return with(write("note", text, seen), MERGE_TEXT);
    };
    const auto edited = [&](const char *name, const char *why, const std::string &base,
                            const std::string &one, const std::string &other, const std::string &merged) {
        FoldCase &added = out.emplace_back(name, why)
                              .change(a(1), 1, kBo, {prose(base)})
                              .change(b(1), 2, kCai, {prose(one, {a(1)})})
                              .change(c(1), 2, kBo, {prose(other, {a(1)})})
                              .expect({"note",
                                       merged.empty() ? "Two" : "Merged",
                                       {{b(1), "text:" + one}, {c(1), "text:" + other}},
                                       {b(1), c(1)},
                                       "MERGE_TEXT",
                                       "VOICE_STAFF",
                                       merged});
        if (merged.empty()) {
            added.waits({"note"});
        }
    };
    edited("three unchanged words apart", "Just far enough.", "en to tre fire fem seks",
           "1 to tre fire fem seks", "en to tre fire 5 seks", "1 to tre fire 5 seks");
    edited("two unchanged words apart", "Too near.", "en to tre fire fem seks", "1 to tre fire fem seks",
           "en to tre 4 fem seks", "");
    edited("both wrote the same sentence", "At two places: put together it would stand twice.",
           "Hun sover. Hun spiser. Hun går.", "Vi ses igen. Hun sover. Hun spiser. Hun går.",
           "Hun sover. Hun spiser. Hun går. Vi ses igen.", "");
    edited("a repeated word might stand anywhere", "The new hej may be the first or the last of them.",
           "hej hej hej hej hej du", "hej hej hej hej hej hej du", "hov hej hej hej hej du", "");
    edited("a full stop within a sentence", "kl. 8 ends no sentence.", "hun spiser kl. 8 i dag",
           "hun drikker kl. 8 i dag", "hun spiser kl. 9 i dag", "");
    edited("a new line keeps apart", "Lines are paragraphs.", "morgen: te\naften: te",
           "morgen: kaffe og te\naften: te", "morgen: te\naften: saft", "morgen: kaffe og te\naften: saft");
    edited("one takes away, one adds", "Far apart, both are carried out.", "Hun sover. Hun spiser. Hun går.",
           "Hun spiser. Hun går.", "Hun sover. Hun spiser. Hun går meget.", "Hun spiser. Hun går meget.");
}

void addItems(Cases &out)
{
    out.emplace_back("an item is removed", "The remove names every head it saw, of all fields.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {remove("", {a(1)})})
        .item("Removed")
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
    out.emplace_back("removed by one, edited by another",
                     "It stays in sight, struck through, until a person decides.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {remove("", {a(1)})})
        .change(c(1), 2, kBo, {write(kGoal, "gå to ture", {a(1)})})
        .item("RemovedButEdited")
        .expect({kGoal, "One", {{c(1), "text:gå to ture"}}, {c(1)}})
        .waits({""});
    WireOp rank = with(write("plads", "", {}), ORDER);
    rank.set_rank("m");
    out.emplace_back("a change of place does not revive", "Where a thing stands is not what it says.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {remove("", {a(1)})})
        .change(c(1), 2, kBo, {rank})
        .item("Removed")
        .expect({"plads", "One", {{c(1), "rank:m"}}, {c(1)}, "ORDER"});
    out.emplace_back("removed twice", "Each saw another edit; together they saw everything.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 1, kCai, {write("støtte", "ro")})
        .change(a(2), 2, kBo, {remove("", {a(1)})})
        .change(b(2), 2, kCai, {remove("", {b(1)})})
        .item("Removed")
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
    out.emplace_back("an item is put back", "Undo of a remove: names it, and nothing is removed any more.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur")})
        .change(b(1), 2, kCai, {remove("", {a(1)})})
        .change(c(1), 3, kBo, {putBack({b(1)})})
        .item("Live")
        .expect({"", "One", {{c(1), "put-back"}}, {c(1)}});
    out.emplace_back("a helper can't remove the resident's own words", "They stay in sight.")
        .change(a(1), 1, kAnna, {with(write("indefra", "ro"), VOICE_RESIDENT)})
        .change(b(1), 2, kBo, {remove("", {a(1)})})
        .item("RemovedButEdited")
        .expect({"indefra", "One", {{a(1), "text:ro"}}, {a(1)}, "KEEP_BOTH", "VOICE_RESIDENT"})
        .waits({""});
    out.emplace_back("the resident removes her own words", "She may.")
        .change(a(1), 1, kAnna, {with(write("indefra", "ro"), VOICE_RESIDENT)})
        .change(a(2), 2, kAnna, {remove("", {a(1)})})
        .item("Removed")
        .expect({"indefra", "One", {{a(1), "text:ro"}}, {a(1)}, "KEEP_BOTH", "VOICE_RESIDENT"});
    out.emplace_back("edited and removed in one form", "Whoever did it knew.")
        .change(a(1), 1, kBo, {write(kGoal, "gå tur"), remove("", {})})
        .item("Removed")
        .expect({kGoal, "One", {{a(1), "text:gå tur"}}, {a(1)}});
    out.emplace_back("two versions of a removed item do not wait", "Nobody is asked about what is gone.")
        .change(a(1), 1, kBo, {write(kGoal, "svømme")})
        .change(b(1), 1, kCai, {write(kGoal, "cykle")})
        .change(c(1), 2, kBo, {remove("", {a(1), b(1)})})
        .item("Removed")
        .expect({kGoal, "Two", {{a(1), "text:svømme"}, {b(1), "text:cykle"}}, {a(1), b(1)}});
    out.emplace_back("nothing but opaque", "An item that nobody here can read is not there.")
        .opaque(a(1), 1)
        .item("Absent");
}

} // namespace

boost::json::array foldVectors()
{
    Cases cases;
    cases.reserve(100); // emplace_back() hands out references
    addEdits(cases);
    addArrival(cases);
    addValues(cases);
    addResolutions(cases);
    addVoices(cases);
    addSetsAndOrder(cases);
    addMerges(cases);
    addNearAndFar(cases);
    addItems(cases);
    boost::json::array out;
    for (const FoldCase &one : cases) {
        out.push_back(one.json());
    }
    return out;
}

} // namespace trivsel::vectors

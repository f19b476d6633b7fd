#include "proto/seal/sealed_change.h"

#include "proto/base/limits.h"
#include "tests/proto/seal/builders.h"

#include <QTest>
#include <functional>

using namespace trivsel;
using namespace trivsel::seal;

namespace {
using Bend = std::function<void(wire::v1::Change &)>;

wire::v1::Change bent(const Bend &bend)
{
    wire::v1::Change change = build::change();
    bend(change);
    return change;
}

/** What a reader says of bytes that some other program sealed. */
Result<wire::v1::Change> readBytes(const std::string &plain)
{
    return readChange(sealChange(build::stream(), build::header(), plain, build::key(), build::counting()),
                      build::key());
}
} // namespace
Q_DECLARE_METATYPE(Bend)

/** Writer and reader hold a change to the same limits: what encodeChange() lets through, readChange() reads.
 */
class TestChangeContent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }
    void lawful_data();
    void lawful();
    void refused_data();
    void refused();
    void wholeChangeAtTheLimit();
    void brokenBytesAreMalformed();
    void deepNestingIsMalformed();
    void aMillionTinyOpsAreRefused();
    void schemaZeroIsMalformed();
};

void TestChangeContent::lawful_data()
{
    QTest::addColumn<Bend>("bend");
    using namespace wire::v1;
    using namespace limits;
    const auto row = [](const char *name, Bend bend) { QTest::newRow(name) << bend; };
    row("as it is", [](Change &) {});
    row("nobody's words", [](Change &c) {
        c.clear_author();
        c.clear_enterer();
    });
    row("no ops", [](Change &c) { c.clear_ops(); });
    row("text at the limit", [](Change &c) { c.mutable_ops(0)->set_text(std::string(kTextBytesMax, 'a')); });
    row("text one below", [](Change &c) { c.mutable_ops(0)->set_text(std::string(kTextBytesMax - 1, 'a')); });
    row("empty text", [](Change &c) { c.mutable_ops(0)->set_text(""); });
    row("field at the limit",
        [](Change &c) { c.mutable_ops(0)->set_field(std::string(kNameBytesMax, 'f')); });
    row("rank at the limit", [](Change &c) { c.mutable_ops(0)->set_rank(std::string(kNameBytesMax, 'r')); });
    row("whole item removed", [](Change &c) {
        c.mutable_ops(0)->clear_field();
        c.mutable_ops(0)->set_remove(true);
    });
    row("whole item put back", [](Change &c) {
        c.mutable_ops(0)->clear_field();
        c.mutable_ops(0)->set_remove(false);
    });
    row("ops at the limit", [](Change &c) {
        while (c.ops_size() < static_cast<int>(kOpsPerChangeMax)) {
            build::addTextOp(c, "x");
        }
    });
    row("seen at the limit", [](Change &c) {
        for (std::size_t i = 0; i < kSeenPerOpMax; ++i) {
            wire::v1::Dot *dot = c.mutable_ops(0)->add_seen();
            dot->set_inc(1);
            dot->set_ctr(i + 1);
        }
    });
    row("last definition", [](Change &c) {
        c.add_defs(build::filled<DefinitionHash>(1).str());
        c.mutable_ops(0)->set_def(1);
    });
    row("marker without a value", [](Change &c) {
        c.mutable_ops(0)->clear_v();
        c.mutable_ops(0)->set_resolution(RESOLUTION_TALK);
    });
    row("answers at the limit", [](Change &c) {
        Response *response = c.mutable_ops(0)->mutable_response();
        for (std::size_t i = 0; i < kItemsPerOpMax; ++i) {
            response->add_answers()->set_link_id("q");
        }
    });
    row("parts at the limit", [](Change &c) {
        Parts *parts = c.mutable_ops(0)->mutable_parts();
        for (std::size_t i = 0; i < kItemsPerOpMax; ++i) {
            parts->add_parts()->set_name("n");
        }
    });
}

void TestChangeContent::lawful()
{
    QFETCH(Bend, bend);
    const wire::v1::Change change = bent(bend);
    const auto plain = encodeChange(change);
    QVERIFY(plain.has_value());
    QCOMPARE(readBytes(*plain).value().SerializeAsString(), change.SerializeAsString());
}

void TestChangeContent::refused_data()
{
    QTest::addColumn<Bend>("bend");
    using namespace wire::v1;
    using namespace limits;
    const auto row = [](const char *name, Bend bend) { QTest::newRow(name) << bend; };
    const auto op = [&row](const char *name, std::function<void(Op &)> bend) {
        row(name, [bend](Change &c) { bend(*c.mutable_ops(0)); });
    };
    row("short author", [](Change &c) { c.set_author("x"); });
    row("long enterer", [](Change &c) { c.set_enterer(std::string(17, 'x')); });
    row("unknown role", [](Change &c) { c.set_role(99); });
    row("a guest's role", [](Change &c) { c.set_role(ROLE_MENTOR); });
    row("the last guest's role", [](Change &c) { c.set_role(ROLE_REPRESENTATIVE); });
    row("role beyond int", [](Change &c) { c.set_role(UINT32_MAX); });
    row("short definition hash", [](Change &c) { c.add_defs("x"); });
    row("definitions beyond the limit", [](Change &c) {
        while (c.defs_size() <= static_cast<int>(kOpsPerChangeMax)) {
            c.add_defs(build::filled<DefinitionHash>(1).str());
        }
    });
    row("ops beyond the limit", [](Change &c) {
        while (c.ops_size() <= static_cast<int>(kOpsPerChangeMax)) {
            build::addTextOp(c, "x");
        }
    });
    op("no entity", [](Op &o) { o.clear_entity(); });
    op("long entity", [](Op &o) { o.set_entity(std::string(17, 'e')); });
    op("field beyond the limit", [](Op &o) { o.set_field(std::string(kNameBytesMax + 1, 'f')); });
    op("NUL in a field", [](Op &o) { o.set_field(std::string("a\0b", 3)); });
    op("definition out of the list", [](Op &o) { o.set_def(1); });
    op("unknown policy", [](Op &o) { o.set_policy(static_cast<Policy>(99)); });
    op("unknown voice", [](Op &o) { o.set_voice(static_cast<Voice>(99)); });
    op("unknown resolution", [](Op &o) { o.set_resolution(static_cast<Resolution>(99)); });
    op("short parent", [](Op &o) { o.set_parent("p"); });
    op("seen without incarnation", [](Op &o) { o.add_seen()->set_ctr(1); });
    op("seen without counter", [](Op &o) { o.add_seen()->set_inc(1); });
    op("chosen without counter", [](Op &o) { o.add_chosen()->set_inc(1); });
    op("seen beyond the limit", [](Op &o) {
        for (std::size_t i = 0; i <= kSeenPerOpMax; ++i) {
            wire::v1::Dot *dot = o.add_seen();
            dot->set_inc(1);
            dot->set_ctr(i + 1);
        }
    });
    op("chosen beyond the limit", [](Op &o) {
        for (std::size_t i = 0; i <= kSeenPerOpMax; ++i) {
            wire::v1::Dot *dot = o.add_chosen();
            dot->set_inc(1);
            dot->set_ctr(i + 1);
        }
    });
    op("text beyond the limit", [](Op &o) { o.set_text(std::string(kTextBytesMax + 1, 'a')); });
    op("NUL in a text", [](Op &o) { o.set_text(std::string("a\0b", 3)); });
    op("rank beyond the limit", [](Op &o) { o.set_rank(std::string(kNameBytesMax + 1, 'r')); });
    op("remove that removes nothing", [](Op &o) { o.set_remove(false); });
    op("unknown outcome", [](Op &o) { o.mutable_response()->set_outcome(static_cast<Outcome>(99)); });
    op("unknown way", [](Op &o) { o.mutable_response()->set_way(static_cast<Way>(99)); });
    op("short about", [](Op &o) { o.mutable_response()->set_about("x"); });
    op("corrects nothing", [](Op &o) { o.mutable_response()->mutable_corrects(); });
    op("language beyond the limit",
       [](Op &o) { o.mutable_response()->set_language(std::string(kNameBytesMax + 1, 'l')); });
    op("answers beyond the limit", [](Op &o) {
        for (std::size_t i = 0; i <= kItemsPerOpMax; ++i) {
            o.mutable_response()->add_answers();
        }
    });
    op("link id beyond the limit",
       [](Op &o) { o.mutable_response()->add_answers()->set_link_id(std::string(kNameBytesMax + 1, 'l')); });
    op("code beyond the limit",
       [](Op &o) { o.mutable_response()->add_answers()->set_code(std::string(kNameBytesMax + 1, 'c')); });
    op("unknown absence",
       [](Op &o) { o.mutable_response()->add_answers()->set_absent(static_cast<Absent>(99)); });
    op("answer text beyond the limit",
       [](Op &o) { o.mutable_response()->add_answers()->set_text(std::string(kTextBytesMax + 1, 't')); });
    op("shown words beyond the limit",
       [](Op &o) { o.mutable_response()->add_answers()->set_shown(std::string(kTextBytesMax + 1, 's')); });
    op("parts beyond the limit", [](Op &o) {
        for (std::size_t i = 0; i <= kItemsPerOpMax; ++i) {
            o.mutable_parts()->add_parts();
        }
    });
    op("part name beyond the limit",
       [](Op &o) { o.mutable_parts()->add_parts()->set_name(std::string(kNameBytesMax + 1, 'n')); });
    op("part text beyond the limit",
       [](Op &o) { o.mutable_parts()->add_parts()->set_text(std::string(kTextBytesMax + 1, 't')); });
}

void TestChangeContent::refused()
{
    QFETCH(Bend, bend);
    const wire::v1::Change change = bent(bend);
    QCOMPARE(encodeChange(change).error().code(), Errc::Malformed);
    QCOMPARE(readBytes(change.SerializeAsString()).error().code(), Errc::Malformed);
}

void TestChangeContent::wholeChangeAtTheLimit()
{
    wire::v1::Change change = build::change();
    for (int i = 0; i < 3; ++i) {
        build::addTextOp(change, std::string(limits::kTextBytesMax, 'a'));
    }
    wire::v1::Op *last = build::addTextOp(change, std::string(30'000, 'a'));
    const std::size_t rest = limits::kPlainBytesMax - change.ByteSizeLong();
    for (const std::size_t more : {rest - 1, rest, rest + 1}) {
        last->set_text(std::string(30'000 + more, 'a'));
        QCOMPARE(change.ByteSizeLong(), limits::kPlainBytesMax - rest + more);
        const auto plain = encodeChange(change);
        QCOMPARE(plain.has_value(), more <= rest);
        if (plain) {
            QVERIFY(readBytes(*plain).has_value());
        } else {
            QCOMPARE(plain.error().code(), Errc::TooLarge);
        }
    }
}

void TestChangeContent::brokenBytesAreMalformed()
{
    const std::string good = build::change().SerializeAsString();
    QCOMPARE(readBytes("\xFF\xFF").error().code(), Errc::Malformed);
    QCOMPARE(readBytes(good + '\x07').error().code(), Errc::Malformed);
    QCOMPARE(readBytes(good.substr(0, good.size() - 1)).error().code(), Errc::Malformed);
    std::string latin1 = good;
    latin1[latin1.find("haven")] = '\xE6';
    QCOMPARE(readBytes(latin1).error().code(), Errc::Malformed);
}

void TestChangeContent::deepNestingIsMalformed()
{
    // Unknown groups nest in themselves: field 100, start 0xA3 0x06, end 0xA4 0x06.
    for (const int depth : {limits::kRecursionMax, limits::kRecursionMax + 1}) {
        std::string plain;
        for (int i = 0; i < depth; ++i) {
            plain += "\xA3\x06";
        }
        for (int i = 0; i < depth; ++i) {
            plain += "\xA4\x06";
        }
        QCOMPARE(readBytes(plain).has_value(), depth <= limits::kRecursionMax);
    }
}

void TestChangeContent::aMillionTinyOpsAreRefused()
{
    const auto tiny = [](std::size_t ops) {
        std::string plain;
        for (std::size_t i = 0; i < ops; ++i) {
            plain += std::string_view("\x42\x00", 2); // field 8, length 0
        }
        return plain;
    };
    wire::v1::Change parsed;
    QVERIFY(parsed.ParseFromString(tiny(1'000'000)));
    QCOMPARE(parsed.ops_size(), 1'000'000);
    const SealedChange small = build::sealed();
    const auto sealed = fromParts(build::stream(), small.header, small.nonce.str(), tiny(1'000'000), false);
    QCOMPARE(sealed.error().code(), Errc::TooLarge); // before anybody opens it
    QCOMPARE(readBytes(tiny(limits::kPlainBytesMax / 2)).error().code(),
             Errc::Malformed); // the most that fits
}

void TestChangeContent::schemaZeroIsMalformed()
{
    SealedChange change = build::sealed();
    wire::v1::Header header = build::header();
    header.clear_op_schema();
    const auto old =
        fromParts(build::stream(), header.SerializeAsString(), change.nonce.str(), change.ct, false);
    QVERIFY(old.has_value());
    QVERIFY(!readable(*old));
    QVERIFY(!readChange(*old, build::key()).has_value());
}

QTEST_GUILESS_MAIN(TestChangeContent)
#include "tst_change_content.moc"

// The order of arrival never shows, with everything that real streams hold: changes as sealed bytes, of
// today's program, of a later one, of kinds that nobody knows yet, under a key that is not here, with gaps
// among them.
#include "proto/base/limits.h"
#include "proto/seal/sealed_change.h"
#include "random_changes.h"

#include "tests/support/changes.h"
#include "tests/support/property.h"

#include <algorithm>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

namespace {

enum class Writer { Today, LaterSchema, UnknownFields, OtherKey };

const StreamId kStream = trivsel::test::stream();
constexpr std::uint32_t kOtherKey = 2;

rc::Gen<Writer> someWriter()
{
    return rc::gen::weightedElement<Writer>(
        {{6, Writer::Today}, {1, Writer::LaterSchema}, {2, Writer::UnknownFields}, {1, Writer::OtherKey}});
}

/** As the writer's program would have stored it. */
seal::SealedChange sealed(const Applied &change, Writer writer)
{
    wire::v1::Header header;
    header.set_inc(static_cast<std::uint64_t>(change.dot.inc));
    header.set_ctr(change.dot.ctr);
    header.set_lamport(change.lamport);
    header.set_key(writer == Writer::OtherKey ? kOtherKey : 1);
    header.set_op_schema(writer == Writer::LaterSchema ? kOpSchema + 1 : kOpSchema);
    wire::v1::Change content = change.change;
    std::string plain = content.SerializeAsString();
    if (writer == Writer::UnknownFields) {
        for (wire::v1::Op &op : *content.mutable_ops()) {
            op.set_ext("of a kind that nobody knows yet");
            op.set_policy(static_cast<Policy>(9));
        }
        plain = content.SerializeAsString() + std::string("\xf2\x0c\x03new", 6); // field 206, bytes
    }
    return seal::sealChange(kStream, header, plain, trivsel::test::streamKey(),
                            trivsel::test::seededRandom(1));
}

/** What a tablet or the server makes of the bytes. */
Applied opened(const seal::SealedChange &change, bool hasOtherKey)
{
    Applied applied{change.dot, change.lamport, true, {}, change.shortHash()};
    if (change.key == kOtherKey && !hasOtherKey) {
        return applied;
    }
    if (auto content = seal::readChange(change, trivsel::test::streamKey())) {
        applied.change = std::move(*content);
        applied.opaque = false;
    }
    return applied;
}

std::vector<seal::SealedChange> someSealedStream()
{
    std::vector<seal::SealedChange> out;
    for (const Applied &change : someStream()) {
        out.push_back(sealed(change, *someWriter()));
    }
    return out;
}

std::vector<std::size_t> somePermutation(std::size_t size)
{
    std::vector<std::size_t> order(size);
    for (std::size_t at = 0; at < size; ++at) {
        order[at] = at;
    }
    const auto swaps =
        *rc::gen::container<std::vector<std::size_t>>(size, rc::gen::inRange<std::size_t>(0, 1000));
    for (std::size_t at = 0; at < size; ++at) {
        std::swap(order[at], order[swaps[at] % size]);
    }
    return order;
}

std::string canonicalOf(std::vector<seal::SealedChange> changes, bool hasOtherKey)
{
    std::sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) {
        return std::pair(a.lamport, a.dot) < std::pair(b.lamport, b.dot);
    });
    Fold fold;
    for (const seal::SealedChange &change : changes) {
        fold.add(opened(change, hasOtherKey));
    }
    return fold.canonical();
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }
    void anyPermutationGivesTheCanonicalFold();
    void whatIsReadInBetweenChangesNothing();
    void aGapThatIsFilledLateLeavesNoTrace();
    void aKeyThatComesLateLeavesNoTrace();
};

void TestOrder::anyPermutationGivesTheCanonicalFold()
{
    PROPERTY("any permutation gives the canonical fold", [] {
        const auto changes = someSealedStream();
        Fold fold;
        for (const std::size_t at : somePermutation(changes.size())) {
            fold.add(opened(changes[at], true));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(changes, true));
    });
}

void TestOrder::whatIsReadInBetweenChangesNothing()
{
    PROPERTY("what is read in between changes nothing", [] {
        const auto changes = someSealedStream();
        Fold fold;
        for (const std::size_t at : somePermutation(changes.size())) {
            fold.add(opened(changes[at], true));
            fold.add(opened(changes[at], true));
            static_cast<void>(fold.waiting());
            static_cast<void>(fold.view(kItem, "prosa"));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(changes, true));
    });
}

void TestOrder::aGapThatIsFilledLateLeavesNoTrace()
{
    PROPERTY("with a gap it is the fold of what is there, without it the canonical one", [] {
        const auto changes = someSealedStream();
        const auto order = somePermutation(changes.size());
        const std::size_t there = changes.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, changes.size());
        Fold fold;
        std::vector<seal::SealedChange> some;
        for (std::size_t at = 0; at < there; ++at) {
            some.push_back(changes[order[at]]);
            fold.add(opened(some.back(), true));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(some, true));
        for (std::size_t at = there; at < order.size(); ++at) {
            fold.add(opened(changes[order[at]], true));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(changes, true));
    });
}

void TestOrder::aKeyThatComesLateLeavesNoTrace()
{
    PROPERTY("a key that comes late leaves no trace", [] {
        const auto changes = someSealedStream();
        Fold fold;
        for (const std::size_t at : somePermutation(changes.size())) {
            fold.add(opened(changes[at], false));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(changes, false));
        for (const std::size_t at : somePermutation(changes.size())) {
            fold.add(opened(changes[at], true));
        }
        RC_ASSERT(fold.canonical() == canonicalOf(changes, true));
    });
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"

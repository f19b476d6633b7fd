#include "proto/merge/fold.h"
#include "tests/proto/vectors/vectors_file.h"

#include <QTest>
#include <algorithm>
#include <random>
#include <vector>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::vectors;

namespace {

namespace json = boost::json;
using Changes = std::vector<Applied>;

Changes changesOf(const json::value &row)
{
    Changes out;
    for (const auto &change : row.at("changes").as_array()) {
        Applied &applied = out.emplace_back();
        applied.dot = vectors::dotOf(textAt(change, "dot"));
        applied.lamport = numberAt(change, "lamport");
        applied.hash = change.as_object().contains("hash") ? numberAt(change, "hash") : 0;
        applied.opaque = change.at("plain").is_null();
        if (!applied.opaque && !applied.change.ParseFromString(bytesAt(change, "plain"))) {
            throw std::runtime_error("plain");
        }
    }
    return out;
}

std::string nameOf(RegisterState state)
{
    static constexpr const char *kNames[] = {"Empty", "One", "Merged", "Two", "Talk", "KeptBoth", "Members"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string nameOf(ItemState state)
{
    static constexpr const char *kNames[] = {"Absent", "Live", "Removed", "RemovedButEdited"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string textOf(const Dot &d)
{
    return std::to_string(static_cast<std::uint64_t>(d.inc)) + ":" + std::to_string(d.ctr);
}

std::string valueOf(const wire::v1::Op &op)
{
    using wire::v1::Op;
    switch (op.v_case()) {
    case Op::kText:
        return "text:" + op.text();
    case Op::kNum:
        return "num:" + std::to_string(op.num());
    case Op::kRef:
        return "ref:" + toHex(viewOf(op.ref()));
    case Op::kRank:
        return "rank:" + op.rank();
    case Op::kRemove:
        return op.remove() ? "remove" : "put-back";
    case Op::kResponse:
        return "response:" + toHex(viewOf(op.response().SerializeAsString()));
    case Op::kParts:
        return "parts:" + toHex(viewOf(op.parts().SerializeAsString()));
    case Op::kExt:
    case Op::V_NOT_SET:
        break;
    }
    return "?";
}

/** A register as the file writes it. */
json::object rowOf(const json::value &expected, const RegisterView &view)
{
    json::array heads;
    for (const Dot &head : view.heads) {
        heads.push_back(json::string(textOf(head)));
    }
    json::array versions;
    for (const Version &version : view.versions) {
        versions.push_back({{"dot", textOf(version.dot)}, {"value", valueOf(version.op)}});
    }
    return {{"entity", expected.at("entity")},
            {"field", expected.at("field")},
            {"state", nameOf(view.state)},
            {"policy", wire::v1::Policy_Name(view.policy)},
            {"voice", wire::v1::Voice_Name(view.voice)},
            {"heads", heads},
            {"versions", versions},
            {"merged", view.mergedText},
            {"opaque", view.opaque}};
}

/** Everything a case speaks of, as the file writes it. */
json::object outcomeOf(const json::value &expected, const Changes &changes)
{
    Fold fold;
    for (const Applied &change : changes) {
        fold.add(change);
    }
    json::array registers;
    for (const auto &row : expected.at("registers").as_array()) {
        registers.push_back(rowOf(row, fold.view(as<EntityId>(row, "entity"), textAt(row, "field"))));
    }
    const auto entity = as<EntityId>(expected.at("item"), "entity");
    json::array waiting;
    for (const FieldId &id : fold.waiting()) {
        waiting.push_back(json::string(id.field));
    }
    return {{"registers", registers},
            {"item", {{"entity", toHex(entity.view())}, {"state", nameOf(fold.itemState(entity))}}},
            {"waiting_fields", waiting},
            {"opaque_count", fold.opaqueCount()}};
}

} // namespace

class TestFoldVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();

private:
    json::object m_file = readVectors();
};

void TestFoldVectors::folds_data()
{
    QTest::addColumn<int>("index");
    const json::array &cases = m_file.at("folds").as_array();
    QVERIFY(!cases.empty());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QTest::newRow(textAt(cases[i], "name").c_str()) << static_cast<int>(i);
    }
}

void TestFoldVectors::folds()
{
    QFETCH(int, index);
    const json::value &row = m_file.at("folds").as_array().at(static_cast<std::size_t>(index));
    json::object expected;
    for (const char *name : {"registers", "item", "waiting_fields", "opaque_count"}) {
        expected[name] = row.at(name);
    }
    Changes changes = changesOf(row);
    std::mt19937 chance(1);
    for (int round = 0; round < 6; ++round) {
        const json::object got = outcomeOf(row, changes);
        QVERIFY2(got == expected, (json::serialize(got) + "\n is not\n" + json::serialize(expected)).c_str());
        changes.push_back(changes.front()); // what comes twice changes nothing
        std::shuffle(changes.begin(), changes.end(), chance);
    }
}

QTEST_GUILESS_MAIN(TestFoldVectors)
#include "tst_fold_vectors.moc"

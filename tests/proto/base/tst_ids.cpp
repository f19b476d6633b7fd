#include "proto/base/ids.h"

#include <QTest>
#include <set>

using namespace trivsel;

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamIsItsKindAndItsBits();
    void everyKindHasItsNumberAndName();
    void unknownKindsAndLengthsAreRefused();
    void aPersonIsTheirOwnEntity();
    void dotsOrderByIncarnationThenCounter();
};

void TestIds::aStreamIsItsKindAndItsBits()
{
    const std::string raw = '\x05' + std::string(16, 'x');
    const auto stream = StreamId::from(raw);
    QCOMPARE(stream->kind, StreamKind::Team);
    QCOMPARE(stream->bits.str(), std::string(16, 'x'));
    QCOMPARE(stream->str(), raw);
}

void TestIds::everyKindHasItsNumberAndName()
{
    std::set<std::string> names;
    for (int kind = 1; kind <= 10; ++kind) {
        const auto stream = StreamId::from(static_cast<char>(kind) + std::string(16, 'x'));
        QVERIFY(stream.has_value());
        QCOMPARE(static_cast<int>(stream->kind), kind);
        names.insert(nameOf(stream->kind));
    }
    QCOMPARE(names.size(), std::size_t{10});
    QVERIFY(!names.contains("?"));
    QCOMPARE(std::string(nameOf(StreamKind{})), std::string("?"));
}

void TestIds::unknownKindsAndLengthsAreRefused()
{
    QVERIFY(!StreamId::from(std::string(17, '\0')));
    QVERIFY(!StreamId::from('\x0B' + std::string(16, 'x')));
    QVERIFY(!StreamId::from('\xFF' + std::string(16, 'x')));
    QVERIFY(!StreamId::from('\x05' + std::string(15, 'x')));
    QVERIFY(!StreamId::from('\x05' + std::string(17, 'x')));
    QVERIFY(!StreamId::from(""));
}

void TestIds::aPersonIsTheirOwnEntity()
{
    const auto person = *PersonId::from(std::string(16, 'p'));
    QCOMPARE(personOf(entityOf(person)), person);
    QCOMPARE(entityOf(person).str(), person.str());
}

void TestIds::dotsOrderByIncarnationThenCounter()
{
    const auto dot = [](std::uint64_t inc, std::uint64_t ctr) { return Dot{Incarnation{inc}, ctr}; };
    QVERIFY(dot(1, 9) < dot(2, 1));
    QVERIFY(dot(1, 1) < dot(1, 2));
    QVERIFY(dot(0x7FFFFFFFFFFFFFFFULL, 1) < dot(0x8000000000000000ULL, 1)); // unsigned
    QVERIFY(DotHash{}(dot(1, 2)) != DotHash{}(dot(2, 1)));
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"

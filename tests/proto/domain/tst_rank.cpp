// Places in a list: between any two there is one more, and the bytes say the order.
#include "proto/domain/rank.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace trivsel::domain;

class TestRank : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListGrowsAtItsEndInFewLetters();
    void betweenAnyTwoThereIsOneMore();
    void aRankThatIsTooLongIsNotGiven();
    void whatIsNoRankIsRefused();
    void freshOnesRise();
};

void TestRank::aListGrowsAtItsEndInFewLetters()
{
    std::string last;
    for (int i = 0; i < 100'000; ++i) {
        const auto next = rankAfter(last);
        QVERIFY(next && isRank(*next) && *next > last);
        QVERIFY(next->size() <= 4);
        last = *next;
    }
}

void TestRank::betweenAnyTwoThereIsOneMore()
{
    std::mt19937 dice(2026);
    std::vector<std::string> ranks{*rankAfter("")};
    for (int i = 0; i < 2'000; ++i) {
        const std::size_t at = dice() % (ranks.size() + 1);
        const std::string before = at == 0 ? std::string() : ranks[at - 1];
        const std::string after = at == ranks.size() ? std::string() : ranks[at];
        const auto rank = rankBetween(before, after);
        QVERIFY2(rank, (before + " " + after).c_str());
        QVERIFY(isRank(*rank) && *rank > before && (after.empty() || *rank < after));
        ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), *rank);
    }
}

void TestRank::aRankThatIsTooLongIsNotGiven()
{
    std::string first = *rankAfter("");
    std::size_t longest = 0;
    int moves = 0;
    for (; moves < 1'000; ++moves) {
        const auto rank = rankBetween("", first);
        if (!rank) {
            break;
        }
        longest = std::max(longest, rank->size());
        first = *rank;
    }
    QCOMPARE(longest, kRankBytesMax);
    QVERIFY2(moves > 100, "new ranks for the whole list should be rare");
    QVERIFY(isRank(std::string(kRankBytesMax, 'b')));
    QVERIFY(!isRank(std::string(kRankBytesMax + 1, 'b')));
}

void TestRank::whatIsNoRankIsRefused()
{
    for (const char *wrong : {"", "a", "ba", "B", "b1", "æ"}) {
        QVERIFY2(!isRank(wrong), wrong);
    }
    QVERIFY(!rankAfter("ba"));
    QVERIFY(!rankBetween("b", "b"));
    QVERIFY(!rankBetween("c", "b"));
    QVERIFY(!rankBetween("b", "ca"));
    QVERIFY(!rankBetween("B", "c"));
}

void TestRank::freshOnesRise()
{
    const auto ranks = freshRanks(1'000);
    QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
    QVERIFY(std::adjacent_find(ranks.begin(), ranks.end()) == ranks.end());
    QVERIFY(std::all_of(ranks.begin(), ranks.end(), [](const auto &one) { return isRank(one); }));
    QVERIFY(freshRanks(0).empty());
}

QTEST_APPLESS_MAIN(TestRank)
#include "tst_rank.moc"

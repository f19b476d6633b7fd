#include "proto/merge/text_merge.h"
#include "tests/support/property.h"

#include <algorithm>
#include <map>
#include <sstream>

using namespace trivsel::merge;

namespace {

using Words = std::vector<std::string>;

std::string text(const Words &words)
{
    std::string out;
    for (const std::string &word : words) {
        out += word + ' ';
    }
    return out;
}

std::map<std::string, int> counted(const std::string &text)
{
    std::map<std::string, int> out;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        ++out[word];
    }
    return out;
}

/** Words that come again, sentence ends, lines. */
rc::Gen<std::string> prose()
{
    return rc::gen::map(
        rc::gen::resize(30, rc::gen::container<Words>(rc::gen::elementOf(
                                Words{"og ", "og ", "vi ", "går ", "tur. ", "Så ", "ja!\n", "æ  ", "x"}))),
        [](const Words &words) {
            std::string out;
            for (const std::string &word : words) {
                out += word;
            }
            return out;
        });
}

/** Words of which none comes twice, without sentence ends: an edit has one reading only. */
Words unique(std::size_t count)
{
    Words out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back('w' + std::to_string(i));
    }
    return out;
}

/** Replaces base [from, from + removed) by `inserted` fresh words. */
struct Edit
{
    std::size_t from = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;

    [[nodiscard]] std::size_t to() const { return from + removed; }
};

Words edited(Words words, const Edit &edit, const std::string &fresh)
{
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(edit.from);
    const auto after = words.erase(at, at + static_cast<std::ptrdiff_t>(edit.removed));
    Words more;
    for (std::size_t i = 0; i < edit.inserted; ++i) {
        more.push_back(fresh + std::to_string(i));
    }
    words.insert(after, more.begin(), more.end());
    return words;
}

Edit anEdit(std::size_t from)
{
    Edit edit;
    edit.from = from;
    edit.removed = *rc::gen::inRange<std::size_t>(0, 4);
    edit.inserted = *rc::gen::inRange<std::size_t>(edit.removed == 0 ? 1 : 0, 4);
    return edit;
}

} // namespace

class TestTextProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mergingIsSymmetric();
    void mergingWithoutAnEditGivesTheOther();
    void whatOneSideInsertedIsThere();
    void editsThatTouchAreNeverMerged();
    void editsApartAreAlwaysMergedAndExactly();
    void differencesRejoin();
    void bothSidesOfADifferenceAgree();
};

void TestTextProperties::mergingIsSymmetric()
{
    PROPERTY("merging is symmetric", [] {
        const std::string base = *prose();
        const std::string a = *prose();
        const std::string b = *prose();
        RC_ASSERT(mergeText(base, a, b) == mergeText(base, b, a));
    });
}

void TestTextProperties::mergingWithoutAnEditGivesTheOther()
{
    PROPERTY("merging without an edit gives the other", [] {
        const std::string base = *prose();
        const std::string a = *prose();
        RC_ASSERT(mergeText(base, base, a) == std::optional(a));
    });
}

void TestTextProperties::whatOneSideInsertedIsThere()
{
    PROPERTY("what one side inserted is there", [] {
        const Words start = unique(24);
        Words base;
        for (const std::string &word : start) { // words that come again
            base.push_back(*rc::gen::arbitrary<bool>() ? word : "og");
        }
        Words sides[2] = {base, base};
        for (int side = 0; side < 2; ++side) {
            for (int n = *rc::gen::inRange(1, 3); n > 0; --n) {
                const auto from = *rc::gen::inRange<std::size_t>(0, sides[side].size() - 3);
                const std::string fresh = (side == 0 ? "a" : "b") + std::to_string(n) + '-';
                sides[side] = edited(sides[side], anEdit(from), fresh);
            }
        }
        const auto merged = mergeText(text(base), text(sides[0]), text(sides[1]));
        RC_CLASSIFY(merged.has_value(), "merged");
        if (!merged) {
            return;
        }
        auto there = counted(*merged);
        const auto before = counted(text(base));
        for (const Words &side : sides) {
            for (const auto &[word, count] : counted(text(side))) {
                const auto was = before.find(word);
                const int added = count - (was == before.end() ? 0 : was->second);
                RC_ASSERT(added <= 0 || there[word] >= added);
            }
        }
    });
}

void TestTextProperties::editsThatTouchAreNeverMerged()
{
    PROPERTY("edits that touch are never merged", [] {
        const Words base = unique(20);
        const Edit a = anEdit(*rc::gen::inRange<std::size_t>(4, 9));
        const Edit b = anEdit(*rc::gen::inRange<std::size_t>(a.from, a.to() + 3)); // up to two words between
        const std::string one = text(edited(base, a, "a"));
        const std::string two = text(edited(base, b, "b"));
        RC_ASSERT(mergeText(text(base), one, two) == std::nullopt);
    });
}

void TestTextProperties::editsApartAreAlwaysMergedAndExactly()
{
    PROPERTY("edits three words apart are always merged", [] {
        const Words base = unique(24);
        const Edit a = anEdit(*rc::gen::inRange<std::size_t>(0, 9));
        const Edit b = anEdit(*rc::gen::inRange<std::size_t>(a.to() + 3, 18));
        const std::string one = text(edited(base, a, "a"));
        const std::string two = text(edited(base, b, "b"));
        RC_ASSERT(mergeText(text(base), one, two) ==
                  std::optional(text(edited(edited(base, b, "b"), a, "a"))));
    });
}

void TestTextProperties::differencesRejoin()
{
    PROPERTY("the parts of a difference rejoin", [] {
        const std::string here = *prose();
        std::string joined;
        bool before = false;
        bool first = true;
        for (const DiffPart &part : diffWords(here, *prose())) {
            RC_ASSERT(!part.text.empty());
            RC_ASSERT(first || part.onlyHere != before); // as few parts as there can be
            before = part.onlyHere;
            first = false;
            joined += part.text;
        }
        RC_ASSERT(joined == here);
    });
}

void TestTextProperties::bothSidesOfADifferenceAgree()
{
    PROPERTY("both sides of a difference agree on how much is common", [] {
        const std::string here = *prose();
        const std::string there = *prose();
        const auto common = [](const std::string &mine, const std::string &other) {
            std::string out;
            for (const DiffPart &part : diffWords(mine, other)) {
                out += part.onlyHere ? "" : part.text;
            }
            int words = 0;
            for (const auto &[word, count] : counted(out)) {
                words += count;
            }
            return words;
        };
        RC_ASSERT(common(here, there) == common(there, here));
    });
}

QTEST_GUILESS_MAIN(TestTextProperties)
#include "tst_text_properties.moc"

#include "proto/framing/frame.h"

#include <QTest>
#include <rapidcheck.h>
#include <vector>

using namespace trivsel;
using namespace trivsel::framing;

namespace {
std::string prefix(std::uint32_t length)
{
    std::string out;
    for (int i = 0; i < 4; ++i) {
        out.push_back(static_cast<char>(length >> (8 * i)));
    }
    return out;
}

/** Every frame that is ready, as type and payload in one string. */
std::vector<std::string> drain(Decoder &decoder)
{
    std::vector<std::string> out;
    for (;;) {
        auto frame = decoder.next();
        if (!frame || !*frame) {
            return out;
        }
        out.push_back(static_cast<char>((*frame)->type) + (*frame)->payload);
    }
}
} // namespace

class TestFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytesOnTheWire();
    void theSameFramesHoweverTheBytesAreCut();
    void oneByteAtATime();
    void anUnfinishedFrameWaits();
    void payloadMayBeEmpty();
    void typesThatNobodyKnowsComeOut();
    void lengthAtTheLimit();
    void theLimitBeforeHello();
    void lengthZeroIsMalformedForEver();
    void tooLargeIsRefusedBeforeItsBytesCome();
    void framesBeforeABrokenOneComeOut();
    void holdsNoMoreThanOneUnfinishedFrame();
    void aBrokenOneHoldsNothing();
};

void TestFrame::bytesOnTheWire()
{
    QCOMPARE(encode(FrameType::Push, "abc"), std::string("\x04\0\0\0\x04"
                                                         "abc",
                                                         8));
}

void TestFrame::theSameFramesHoweverTheBytesAreCut()
{
    QVERIFY(rc::check("cuts do not matter", [](const std::vector<std::string> &payloads) {
        std::string bytes;
        std::vector<std::string> expected;
        for (const auto &payload : payloads) {
            bytes += encode(FrameType::Changes, payload);
            expected.push_back(static_cast<char>(FrameType::Changes) + payload);
        }
        Decoder decoder;
        std::vector<std::string> got;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto step = *rc::gen::inRange<std::size_t>(1, 40);
            decoder.feed(std::string_view(bytes).substr(at, step));
            if (*rc::gen::arbitrary<bool>()) {
                const auto some = drain(decoder);
                got.insert(got.end(), some.begin(), some.end());
            }
            at += step;
        }
        const auto rest = drain(decoder);
        got.insert(got.end(), rest.begin(), rest.end());
        RC_ASSERT(got == expected);
    }));
}

void TestFrame::oneByteAtATime()
{
    Decoder decoder;
    const std::string bytes = encode(FrameType::Hello, "hej") + encode(FrameType::Bye, "");
    std::size_t frames = 0;
    for (const char c : bytes) {
        decoder.feed({&c, 1});
        frames += drain(decoder).size();
    }
    QCOMPARE(frames, std::size_t{2});
}

void TestFrame::anUnfinishedFrameWaits()
{
    Decoder decoder;
    const std::string bytes = encode(FrameType::Hello, "hej");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        QCOMPARE(decoder.next().value(), std::nullopt);
        decoder.feed(std::string_view(bytes).substr(i, 1));
    }
    QCOMPARE(decoder.next().value()->payload, std::string("hej"));
    QCOMPARE(decoder.next().value(), std::nullopt);
}

void TestFrame::payloadMayBeEmpty()
{
    Decoder decoder;
    decoder.feed(encode(FrameType::Bye, ""));
    QVERIFY(decoder.next().value()->payload.empty());
}

void TestFrame::typesThatNobodyKnowsComeOut()
{
    Decoder decoder;
    decoder.feed(encode(static_cast<FrameType>(200), "nyt"));
    QCOMPARE(decoder.next().value()->type, std::uint8_t{200});
}

void TestFrame::lengthAtTheLimit()
{
    const std::string payload(limits::kFrameBytesMax - 1, 'x');
    Decoder decoder;
    decoder.feed(encode(FrameType::Changes, std::string_view(payload).substr(1)));
    decoder.feed(encode(FrameType::Changes, payload));
    QCOMPARE(decoder.next().value()->payload.size(), payload.size() - 1);
    QCOMPARE(decoder.next().value()->payload.size(), payload.size());
    decoder.feed(prefix(limits::kFrameBytesMax + 1));
    QCOMPARE(decoder.next().error().code(), Errc::TooLarge);
}

void TestFrame::theLimitBeforeHello()
{
    constexpr std::size_t kMax = limits::kFrameBytesMaxBeforeHello;
    for (const std::size_t length : {kMax - 1, kMax, kMax + 1}) {
        Decoder decoder(kMax);
        decoder.feed(encode(FrameType::Hello, std::string(length - 1, 'x')));
        const auto frame = decoder.next();
        QCOMPARE(frame.has_value(), length <= kMax);
        if (!frame) {
            QCOMPARE(frame.error().code(), Errc::TooLarge);
        }
    }
    Decoder decoder(kMax);
    decoder.feed(encode(FrameType::Hello, "x"));
    QVERIFY(decoder.next().value().has_value());
    decoder.setFrameBytesMax(limits::kFrameBytesMax);
    decoder.feed(encode(FrameType::Push, std::string(kMax + 1, 'x')));
    QVERIFY(decoder.next().value().has_value());
}

void TestFrame::lengthZeroIsMalformedForEver()
{
    Decoder decoder;
    decoder.feed(prefix(0));
    QCOMPARE(decoder.next().error().code(), Errc::Malformed);
    decoder.feed(encode(FrameType::Bye, ""));
    QCOMPARE(decoder.next().error().code(), Errc::Malformed);
}

void TestFrame::tooLargeIsRefusedBeforeItsBytesCome()
{
    Decoder decoder;
    decoder.feed(prefix(0xFFFFFFFFU));
    QCOMPARE(decoder.next().error().code(), Errc::TooLarge);
    decoder.setFrameBytesMax(SIZE_MAX);
    QCOMPARE(decoder.next().error().code(), Errc::TooLarge);
}

void TestFrame::framesBeforeABrokenOneComeOut()
{
    Decoder decoder;
    decoder.feed(encode(FrameType::Hello, "hej") + prefix(0));
    QCOMPARE(decoder.next().value()->payload, std::string("hej"));
    QCOMPARE(decoder.next().error().code(), Errc::Malformed);
}

void TestFrame::holdsNoMoreThanOneUnfinishedFrame()
{
    const std::string frame = encode(FrameType::Changes, std::string(10'000, 'x'));
    Decoder decoder;
    for (int i = 0; i < 100; ++i) {
        decoder.feed(frame);
        QCOMPARE(drain(decoder).size(), std::size_t{1});
        QCOMPARE(decoder.heldBytes(), std::size_t{0});
    }
    decoder.feed(std::string_view(frame).substr(1));
    decoder.feed({});
    QCOMPARE(decoder.heldBytes(), frame.size() - 1);
}

void TestFrame::aBrokenOneHoldsNothing()
{
    Decoder decoder;
    decoder.feed(prefix(0) + std::string(1000, 'x'));
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.heldBytes(), std::size_t{0});
    decoder.feed(std::string(1000, 'x'));
    QCOMPARE(decoder.heldBytes(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"

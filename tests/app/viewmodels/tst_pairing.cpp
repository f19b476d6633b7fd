#include "app/viewmodels/pairing_view_model.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"

#include <QSignalSpy>
#include <QtTest>

using namespace trivsel;
using app::PairingViewModel;
using Stage = PairingViewModel::Stage;
using Fault = PairingViewModel::Fault;
using Outcome = PairingViewModel::Outcome;
using pairing::Ending;

namespace {

class FakePort final : public app::PairingPort
{
public:
    void start(const pairing::Invitation &invitation, Listener listener) override
    {
        started.push_back(invitation);
        now = std::move(listener);
    }
    void cancel() override { ++cancelled; }
    void end(Ending ending, Errc why = Errc::Internal, std::uint32_t triesLeft = 0) const
    {
        pairing::Ended ended;
        ended.ending = ending;
        ended.triesLeft = triesLeft;
        ended.why = Error(why);
        now.ended(ended);
    }
    std::vector<pairing::Invitation> started;
    Listener now;
    int cancelled = 0;
};

pairing::Invitation invitation(const char *host = "192.168.1.10")
{
    pairing::Invitation out;
    out.host = host;
    out.port = 7400;
    out.pin.emplace();
    out.secret.data.fill(7);
    return out;
}

QString codeOf(const pairing::Invitation &from)
{
    return QString::fromStdString(pairing::writeCode(from));
}

} // namespace

class TestPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_port = std::make_unique<FakePort>();
        m_page = std::make_unique<PairingViewModel>(m_port.get());
    }

    void countsAndIsReadyAtTheLastCharacter()
    {
        const QString code = codeOf(invitation());
        m_page->setText(code.left(6));
        QCOMPARE(m_page->written(), 5);
        QVERIFY(m_page->fault() == Fault::None && !m_page->ready());
        m_page->setText(code.left(code.size() - 1));
        QVERIFY(!m_page->ready());
        m_page->goOn();
        QVERIFY(m_port->started.empty());
        m_page->setText(code);
        QVERIFY(m_page->ready());
        QCOMPARE(m_page->written(), m_page->needed());
    }

    void saysWhatIsWrong()
    {
        const QString code = codeOf(invitation());
        m_page->setText(code + QLatin1Char('A'));
        QVERIFY(m_page->fault() == Fault::TooLong);
        m_page->setText(code.left(4) + QLatin1Char('!'));
        QVERIFY(m_page->fault() == Fault::Strange);
        m_page->setText(code.left(code.size() - 1) +
                        QLatin1Char(code.back() == QLatin1Char('A') ? 'B' : 'A'));
        QVERIFY(m_page->fault() == Fault::Mistyped);
        const QString link = QString::fromStdString(pairing::writeLink(invitation()));
        m_page->setText(link.left(60));
        QVERIFY(m_page->fault() == Fault::NotWhole);
        m_page->setText(QString(link).replace(QStringLiteral(":1?"), QStringLiteral(":2?")));
        QVERIFY(m_page->fault() == Fault::Newer);
        m_page->setText(link);
        QVERIFY(m_page->fault() == Fault::None && m_page->ready());
    }

    void asksForAnAddressThatTheCodeDoesNotHold()
    {
        m_page->setText(codeOf(invitation("kontoret.local")));
        m_page->goOn();
        QVERIFY(m_page->stage() == Stage::Address);
        QVERIFY(!m_page->addressReady());
        m_page->goOn();
        QVERIFY(m_port->started.empty());
        m_page->setAddress(QStringLiteral(" kontoret.local "));
        m_page->goOn();
        QCOMPARE(m_port->started.size(), std::size_t{1});
        QCOMPARE(m_port->started[0].host, std::string("kontoret.local"));
        QVERIFY(m_page->stage() == Stage::Connecting);
    }

    void showsTheDigitsAndOpens()
    {
        QSignalSpy paired(m_page.get(), &PairingViewModel::paired);
        m_page->setText(codeOf(invitation()));
        m_page->goOn();
        m_page->goOn(); // a second touch
        QCOMPARE(m_port->started.size(), std::size_t{1});
        m_port->now.digits({"012345", "Birkehuset", "Fællesstuen", TabletKind::Shared});
        QVERIFY(m_page->stage() == Stage::Compare);
        QCOMPARE(m_page->digits(), QStringLiteral("012 345"));
        QCOMPARE(m_page->homeName(), QStringLiteral("Birkehuset"));
        m_port->end(Ending::Done);
        QVERIFY(m_page->outcome() == Outcome::Done);
        QCOMPARE(paired.count(), 1);
        QVERIFY(m_page->text().isEmpty()); // it held a secret
    }

    void everyEndingHasAWayOn_data()
    {
        QTest::addColumn<int>("ending");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *name, Ending ending, bool kept) {
            QTest::newRow(name) << static_cast<int>(ending) << kept;
        };
        row("wrong", Ending::WrongCode, false);
        row("dead", Ending::CodeDead, false);
        row("other", Ending::OtherTablet, false);
        row("declined", Ending::Declined, false);
        row("stranger", Ending::NotTheServer, false);
        row("unreachable", Ending::Unreachable, true);
        row("lost", Ending::Lost, false);
        row("not saved", Ending::NotSaved, true);
        row("too old", Ending::TooOld, false);
    }

    void everyEndingHasAWayOn()
    {
        QFETCH(int, ending);
        QFETCH(bool, kept);
        m_page->setText(codeOf(invitation()));
        m_page->goOn();
        m_port->end(static_cast<Ending>(ending), Errc::StoreFull, 3);
        QVERIFY(m_page->stage() == Stage::Ended);
        QVERIFY(m_page->outcome() != Outcome::None && m_page->outcome() != Outcome::Done);
        QCOMPARE(m_page->triesLeft(), 3);
        QVERIFY(m_page->problem() == (static_cast<Ending>(ending) == Ending::NotSaved ? app::Problem::DiskFull
                                                                                      : app::Problem::None));
        m_page->again();
        QVERIFY(m_page->stage() == Stage::Code);
        QCOMPARE(m_page->ready(), kept);
    }

    void aCodeThatWasShownIsNotUsedAgain()
    {
        m_page->setText(codeOf(invitation()));
        m_page->goOn();
        m_port->now.digits({"012345", "Birkehuset", "Fællesstuen", TabletKind::Shared});
        m_page->again();
        QVERIFY(m_port->cancelled > 0);
        QVERIFY(m_page->text().isEmpty());
        QVERIFY(m_page->digits().isEmpty());
    }

private:
    std::unique_ptr<FakePort> m_port;
    std::unique_ptr<PairingViewModel> m_page;
};

QTEST_GUILESS_MAIN(TestPairing)
#include "tst_pairing.moc"

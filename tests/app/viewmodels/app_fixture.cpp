#include "tests/app/viewmodels/app_fixture.h"

#include "tests/support/must.h"

#include <QTest>

#include <utility>

namespace trivsel::test {

void InlineCore::post(Work work)
{
    if (m_held) {
        m_waiting.push_back(std::move(work));
    } else {
        work(*m_tablet);
    }
}

void InlineCore::setObserver(engine::Observer observer)
{
    m_observer = observer;
    (*m_tablet).setObserver(std::move(observer));
}

void InlineCore::release()
{
    m_held = false;
    for (Work &work : std::exchange(m_waiting, {})) {
        work(*m_tablet);
    }
}

AppFixture::AppFixture(catalogue::Language language, TabletKind kind,
                       std::shared_ptr<const catalogue::Catalogue> catalogue, bool mettesOwn,
                       const app::App::Look &look, const std::string &disk, bool prints)
    : tablet(home, dir.path().toStdString(), "Fællesstuen", 1, kind, disk),
      core(asInTheProduct(catalogue)),
      app({core, catalogue, language, voice, idle, [this] { return tablet.nowMs; }, look, nullptr, 0,
           [this](double pxPerMm) {
               measured = keepsMeasure ? pxPerMm : measured;
               return keepsMeasure;
           },
           nullptr, std::nullopt,
           prints ? app::PlanPrintViewModel::Print([this](const print::PlanPrint &plan) {
               papers.push_back(plan);
               const bool well = printing == print::Outcome::Written;
               return print::Written{
                   printing,
                   well ? QStringLiteral("/papir/") + plan.fileStem + QStringLiteral(".pdf") : QString(), 2};
           })
                  : app::PlanPrintViewModel::Print()})
{
    if (mettesOwn) {
        home.makeOwn(tablet.file(), home.mette);
    }
    home.meet(*tablet);
    app.coreOpened();
    settle();
}

EngineTablet &AppFixture::asInTheProduct(std::shared_ptr<const catalogue::Catalogue> catalogue)
{
    for (const Who &who : {home.mette, home.ali, home.lone}) {
        home.giveCode(who, kCode);
    }
    tablet.askForCodes([this] { return uptimeMs; });
    tablet.derive(worker.port(),
                  [this](std::string_view code, const seal::PasscodeSalt &salt,
                         seal::KdfCost cost) -> Result<seal::PasscodeHash> {
                      return noMemory ? fail(Errc::Internal, "no memory")
                                      : seal::systemPasscodeKdf()(code, salt, cost);
                  });
    tablet.use(std::move(catalogue));
    tablet.reopen();
    return tablet;
}

void AppFixture::settle()
{
    QTRY_COMPARE(app.core().pending(), 0);
    QCoreApplication::processEvents(); // what the last answer set going
    QTRY_COMPARE(app.core().pending(), 0);
}

void AppFixture::enter(const QString &name)
{
    const auto row = [&] { return static_cast<int>(column(*app.start()->tiles(), "name").indexOf(name)); };
    for (int page = 0; page < app.start()->pageCount() && row() < 0; ++page) {
        app.start()->showPage(page);
    }
    app.start()->openTile(row());
    settle();
    if (app.navigator()->page() == app::Navigator::Page::StaffChooser) { // a device that staff carry
        chooseStaff(QStringLiteral("Mette"));
        typeCode(kCode);
    }
}

void AppFixture::chooseStaff(const QString &name)
{
    app.staffChooser()->choose(static_cast<int>(column(*app.staffChooser()->people(), "name").indexOf(name)));
    settle();
}

void AppFixture::typeCode(const std::string &digits)
{
    for (const char digit : digits) {
        app.signIn()->addDigit(digit - '0');
    }
    settle();
}

void AppFixture::enterStaff(const QString &name)
{
    app.start()->openStaff();
    chooseStaff(name);
    typeCode(kCode);
}

int AppFixture::entry(app::ResidentViewModel::Look look)
{
    const auto &entries = *app.resident()->entries();
    for (int row = 0; row < entries.count(); ++row) {
        if (cell(entries, row, "look").value<app::ResidentViewModel::Look>() == look) {
            return row;
        }
    }
    return -1;
}

void AppFixture::meet()
{
    home.meet(*tablet);
    settle();
}

void AppFixture::writeSafetyPlan(const std::string &text)
{
    home.addSafety(home.sofie);
    const QTemporaryDir elsewhere;
    EngineTablet other(home, elsewhere.path().toStdString(), "Mobil", 2, TabletKind::Staff);
    other.use(catalogueWithSafetyPlan());
    other.reopen();
    home.meet(*other);
    const auto &sofie = home.sofie.person;
    (void)must(other->openPlan(sofie, home.mette, kSafetyPlan));
    must(other->editField(sofie, home.mette, kSafetyPlan, "halvdaarlig.tegn.udefra", text));
    (void)must(other->leavePlan(sofie, home.mette, kSafetyPlan));
    home.meet(*other);
    meet();
}

QVariant cell(const app::ListModel &model, int row, const char *role)
{
    return model.data(model.index(row), model.roleNames().key(role));
}

QStringList column(const app::ListModel &model, const char *role)
{
    QStringList all;
    for (int row = 0; row < model.count(); ++row) {
        all.append(cell(model, row, role).toString());
    }
    return all;
}

} // namespace trivsel::test

#include "app/main/screen_tour.h"

#include <QTimer>

namespace trivsel::app {

using Page = Navigator::Page;

namespace {

const QString kResident = QStringLiteral("Sofie");
const QString kStaff = QStringLiteral("Mette");
constexpr int kStepMs = 20;
constexpr int kStepsMax = 250; // then a page counts as missed
constexpr int kQuietSteps = 5; // so that nested layouts have come to rest

/** The row of somebody by first name; the first when there is no such person. Made-up homes have a Sofie and
 * a Mette. */
int rowOf(const ListModel &people, const char *role, const QString &wanted)
{
    const int name = people.roleNames().key(role);
    for (int row = 0; row < people.count(); ++row) {
        if (people.data(people.index(row), name).toString().startsWith(wanted)) {
            return row;
        }
    }
    return 0;
}

/** The first row whose look is this; -1 when there is none. */
int rowWith(const EntryModel &entries, ResidentViewModel::Look look)
{
    const int role = entries.roleNames().key("look");
    for (int row = 0; row < entries.count(); ++row) {
        if (entries.data(entries.index(row), role).value<ResidentViewModel::Look>() == look) {
            return row;
        }
    }
    return -1;
}

/** The last one; -1 when there is none. */
int lastWith(const EntryModel &entries, ResidentViewModel::Look look)
{
    const int role = entries.roleNames().key("look");
    int last = -1;
    for (int row = 0; row < entries.count(); ++row) {
        if (entries.data(entries.index(row), role).value<ResidentViewModel::Look>() == look) {
            last = row;
        }
    }
    return last;
}

/** The first row of a plan with a text in that voice that fits. */
int rowWhere(const PlanRowModel &rows, const char *voice, const std::function<bool(const PlanCell &)> &fits)
{
    const int role = rows.roleNames().key(voice);
    for (int row = 0; row < rows.count(); ++row) {
        if (fits(rows.data(rows.index(row), role).value<PlanCell>())) {
            return row;
        }
    }
    return -1;
}

} // namespace

ScreenTour::ScreenTour(App &app, PracticeRun &practice, std::string code,
                       std::function<void(const QString &)> shown)
    : m_app(app), m_practice(practice), m_code(std::move(code)), m_shown(std::move(shown))
{
    add("01-start", Page::Start, [] {});
    addPracticeStops();
    addResidentStops();
    addPicturesStops();
    addWaysStops();
    addFormStops();
    addPlanStops();
    addStaffStops();
    addSafetyStops();
    addRoundStops();
    add("30-problem", Page::Problem, [this] { m_app.coreFailed(Problem::Damaged); });
}

void ScreenTour::add(const char *name, Page page, std::function<void()> go, Where where)
{
    m_stops.push_back({name, std::move(go), page});
    m_stops.back().where = where;
}

void ScreenTour::chooseStaff()
{
    const auto &owner = m_app.session().home().owner; // of a phone
    const QString who = owner ? m_app.session().nameOf(*owner) : kStaff;
    m_app.staffChooser()->choose(rowOf(*m_app.staffChooser()->people(), "name", who));
}

void ScreenTour::type(const std::string &digits)
{
    for (const char digit : digits) {
        m_app.signIn()->addDigit(digit - '0');
    }
}

void ScreenTour::addEntering(const char *name)
{
    const auto openTile = [this] {
        m_app.start()->openTile(rowOf(*m_app.start()->tiles(), "name", kResident));
    };
    add(name, Page::Resident, openTile, Where::OtherDevices);
    add(nullptr, Page::StaffChooser, openTile, Where::StaffDevice);
    add(
        nullptr, Page::StaffCode, [this] { chooseStaff(); }, Where::StaffDevice);
    add(
        name, Page::Resident, [this] { type(m_code); }, Where::StaffDevice);
}

void ScreenTour::addResidentStops()
{
    addEntering("02-beboer");
    add("03-temaer", Page::Themes, [this] {
        m_app.resident()->openEntry(rowWith(*m_app.resident()->entries(), ResidentViewModel::Look::Themes));
    });
    add("04-skjult", Page::Themes, [this] { m_app.cover()->hide(); });
    m_stops.back().covered = true;
    add("05-hjaelp", Page::Themes, [this] {
        m_app.cover()->uncover();
        m_app.navigator()->openHelp();
    });
    m_stops.back().help = true;
    add(nullptr, Page::Resident, [this] {
        m_app.navigator()->closeHelp();
        m_app.resident()->backFromThemes();
    });
}

void ScreenTour::pick(std::initializer_list<const char *> pictures)
{
    for (const char *picture : pictures) {
        m_app.pictures()->pick(QString::fromLatin1(picture));
    }
}

/** A shared tablet only: *kun mig* is on no other. */
void ScreenTour::addPicturesStops()
{
    const auto at = [this](const char *name, Page page, std::function<void()> go) {
        add(name, page, std::move(go), Where::OtherDevices);
    };
    at("05b-kun-mig", Page::Pictures, [this] { m_app.resident()->openPictures(); });
    at("05c-vaelg-billeder", Page::Pictures, [this] {
        m_app.pictures()->choose();
        pick({"baad", "kop"});
    });
    at(nullptr, Page::Pictures, [this] { pick({"hus"}); });
    at("05d-de-samme-igen", Page::Pictures, [] {});
    at(nullptr, Page::Pictures, [this] { pick({"baad", "kop", "hus"}); });
    at("05e-kun-mig-aabent", Page::Pictures, [this] { notNow(); });
    at("05f-slaa-fra", Page::Pictures, [this] { m_app.pictures()->askOff(); });
    at(nullptr, Page::Resident, [this] { m_app.pictures()->close(); });
    at("05g-mine-tre-billeder", Page::Pictures, [this] { m_app.resident()->openPictures(); });
    at("05h-ikke-de-tre", Page::Pictures, [this] { pick({"hus", "kop", "baad"}); });
    at(nullptr, Page::Pictures, [this] { pick({"baad", "kop", "hus"}); });
    at(nullptr, Page::Resident, [this] { m_app.pictures()->close(); });
}

void ScreenTour::openWay(WaysViewModel::Kind kind)
{
    WayRowModel &rows = *m_app.ways()->rows();
    const int role = rows.roleNames().key("kind");
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.data(rows.index(row), role).value<WaysViewModel::Kind>() == kind) {
            return m_app.ways()->open(row);
        }
    }
}

/** *Sådan vil jeg have det*, and the tile that opens by the pictures of the stops before. */
void ScreenTour::addWaysStops()
{
    using Kind = WaysViewModel::Kind;
    const auto at = [this](const char *name, Page page, std::function<void()> go) {
        add(name, page, std::move(go), Where::OtherDevices);
    };
    const auto part = [this, at](const char *name, Kind kind) {
        at(name, Page::Ways, [this, kind] { openWay(kind); });
        at(nullptr, Page::Ways, [this] { m_app.ways()->back(); });
    };
    at(nullptr, Page::Pictures, [this] { m_app.resident()->openPictures(); });
    at(nullptr, Page::Pictures, [this] { pick({"baad", "kop", "hus"}); });
    at(nullptr, Page::Pictures, [this] { notNow(); });
    at(nullptr, Page::Resident, [this] { m_app.pictures()->back(); });
    at("05i-saadan-vil-jeg-have-det", Page::Ways, [this] { m_app.resident()->openWays(); });
    part("05j-mit-billede", Kind::Picture);
    part("05k-saadan-svarer-jeg", Kind::Answering);
    part("05l-maa-vi-spoerge", Kind::Asking);
    part("05m-vaek", Kind::Away);
    const auto door = [this](const char *name, Page page, std::function<void()> go) {
        add(name, page, std::move(go), Where::WithPictures);
    };
    door(nullptr, Page::Ways, [this] { openWay(Kind::Pictures); });
    door("05n-feltet-med-billeder", Page::Ways, [this] { m_app.ways()->choose(0); });
    door("05o-foran-feltet", Page::Door, [this] {
        m_app.cover()->hide();
        m_app.cover()->uncover();
    });
    door(nullptr, Page::Ways, [this] { pick({"baad", "kop", "hus"}); });
    door(nullptr, Page::Ways, [this] { m_app.ways()->choose(1); });
    door(nullptr, Page::Ways, [this] { m_app.ways()->back(); });
    at(nullptr, Page::Resident, [this] { m_app.ways()->back(); });
    at(nullptr, Page::Pictures, [this] { m_app.resident()->openPictures(); });
    at(nullptr, Page::Resident, [this] { m_app.pictures()->close(); });
}

/** Made-up homes may have more tablets: each is asked about. */
void ScreenTour::notNow()
{
    while (m_app.pictures()->step() == PicturesViewModel::Step::AskTablet) {
        m_app.pictures()->notNow();
    }
}

void ScreenTour::addFormStops()
{
    add("06-begynd", Page::Begin, [this] { m_app.resident()->openEntry(0); });
    add("07-spoergsmaal", Page::Question, [this] { m_app.begin()->begin(); });
    add("08-spoergsmaal-valgt", Page::Question, [this] { m_app.question()->choose(3); });
    add(nullptr, Page::Question, [this] { m_app.question()->next(); });
    add(nullptr, Page::Question, [this] { m_app.question()->choose(1); });
    add(nullptr, Page::Question, [this] { m_app.question()->next(); });
    add(nullptr, Page::Question, [this] { m_app.question()->next(); });
    add(nullptr, Page::Question, [this] { m_app.question()->choose(3); });
    add("09-se-igennem", Page::Review, [this] { m_app.question()->next(); });
    add("10-skriv", Page::Write, [this] { m_app.review()->change(m_app.question()->total()); });
    add(nullptr, Page::Write, [this] { m_app.write()->setText(QStringLiteral("Jeg sover dårligt.")); });
    add(nullptr, Page::Review, [this] { m_app.write()->finish(); });
    add("11-se-igennem-valgt", Page::Review, [this] { m_app.review()->chooseReaders(0); });
    add("12-smid-vaek", Page::Review, [this] { m_app.review()->askThrowAway(); });
    add(nullptr, Page::Review, [this] { m_app.review()->keep(); });
    add("13-tak", Page::Thanks, [this] { m_app.review()->save(); });
    add(nullptr, Page::Start, [this] { m_app.thanks()->close(); });
    addEntering(nullptr);
    add("14-om-hvem", Page::About, [this] { m_app.resident()->openEntry(1); });
    add("15-begynd-samarbejde", Page::Begin, [this] { m_app.about()->choose(0); });
    add(nullptr, Page::Question, [this] { m_app.begin()->begin(); });
    add(nullptr, Page::Question, [this] { m_app.question()->choose(2); });
    add("16-beboer-svar-venter", Page::Resident, [this] { m_app.question()->pause(); });
    add(nullptr, Page::Themes, [this] {
        m_app.resident()->openEntry(rowWith(*m_app.resident()->entries(), ResidentViewModel::Look::Themes));
    });
    add(nullptr, Page::Begin, [this] { m_app.resident()->openTheme(1); });
    add("17-trin", Page::Question, [this] { m_app.begin()->begin(); });
    add("18-trin-ved-ikke", Page::Question, [this] { m_app.question()->chooseDontKnow(); });
    add(nullptr, Page::Resident, [this] { m_app.question()->pause(); });
    addOwnPageStops();
}

void ScreenTour::addOwnPageStops()
{
    using Part = OwnPageViewModel::Part;
    const auto part = [this](Part one) { return [this, one] { m_app.ownPage()->open(one); }; };
    add("19-min-side", Page::OwnPage, [this] { m_app.resident()->openOwnPage(); });
    add("19b-min-side-liste", Page::OwnPage, [this] { m_app.ownPage()->curve()->setAsList(true); });
    add("19c-se-noget-andet", Page::OwnPage, part(Part::Areas));
    add("19d-foer-og-nu", Page::OwnPage, part(Part::BeforeNow));
    add("19e-vaelg-dag", Page::OwnPage,
        [this] { m_app.ownPage()->beforeNow()->chooseDay(BeforeNow::Side::First); });
    add(nullptr, Page::OwnPage, [this] { m_app.ownPage()->back(); });
    add("19f-hvem-har-kigget", Page::OwnPage, part(Part::Looked));
    add("19g-mine-svar", Page::OwnPage, part(Part::Answers));
    add("19h-lad-flere-laese", Page::OwnPage, part(Part::MoreReaders));
    add("19i-lad-flere-valgt", Page::OwnPage, [this] { m_app.ownPage()->moreReaders()->choose(0); });
    add(nullptr, Page::OwnPage, [this] { m_app.ownPage()->back(); });
    add("19j-vis-til-en", Page::OwnPage, part(Part::Shown));
    add(nullptr, Page::OwnPage, part(Part::Answers)); // the way back leads to the start page
    add(nullptr, Page::OwnPage, [this] { m_app.ownPage()->back(); });
    add(nullptr, Page::Resident, [this] { m_app.ownPage()->back(); });
}

void ScreenTour::addPlanStops()
{
    add("20-plan", Page::Plan, [this] {
        m_app.resident()->openEntry(rowWith(*m_app.resident()->entries(), ResidentViewModel::Look::Plan));
    });
    add("21-plan-fane", Page::Plan, [this] { m_app.plan()->showTab(2); });
    add("22-skriv-i-plan", Page::Write, [this] {
        m_app.plan()->openMine(
            rowWhere(*m_app.plan()->rows(), "mine", [](const PlanCell &cell) { return cell.mayWrite; }));
    });
    add("23-tidligere", Page::History, [this] { m_app.write()->openHistory(); });
    add(nullptr, Page::Write, [this] { m_app.history()->back(); });
    add(nullptr, Page::Plan, [this] { m_app.write()->finish(); });
    add("23b-jeg-ser-det-anderledes", Page::PlanOtherView, [this] {
        m_app.plan()->openStaff(
            rowWhere(*m_app.plan()->rows(), "staff", [](const PlanCell &cell) { return cell.mayDiffer; }));
    });
    add(nullptr, Page::Plan, [this] { m_app.planOtherView()->back(); });
    add(
        "23b2-print", Page::PlanPrint, [this] { m_app.plan()->print(); }, Where::WithPrints);
    add(
        nullptr, Page::Plan, [this] { m_app.planPrint()->back(); }, Where::WithPrints);
    add(nullptr, Page::Resident, [this] { m_app.plan()->back(); });
    addEntryStops();
    add(nullptr, Page::Start, [this] { m_app.cover()->goToStart(); });
}

void ScreenTour::addEntryStops()
{
    add("23c-planmappe", Page::Plan, [this] {
        m_app.resident()->openEntry(lastWith(*m_app.resident()->entries(), ResidentViewModel::Look::Plan));
    });
    add("23d-gruppe-tom", Page::PlanGroup, [this] { m_app.plan()->openMine(0); });
    add("23e-ny-i-gruppe", Page::PlanEntry, [this] { m_app.planGroup()->add(); });
    add(nullptr, Page::Write, [this] {
        m_app.planEntry()->openMine(rowWhere(*m_app.planEntry()->rows(), "mine", [](const PlanCell &cell) {
            return cell.mayWrite && !cell.choice && !cell.list;
        }));
    });
    add("23f-skrevet-i-gruppe", Page::PlanEntry, [this] {
        m_app.write()->setText(QStringLiteral("Spille i band igen"));
        m_app.write()->finish();
    });
    add("23g-vaelg-i-plan", Page::PlanChoice, [this] {
        m_app.planEntry()->openMine(rowWhere(*m_app.planEntry()->rows(), "mine", [](const PlanCell &cell) {
            return cell.mayWrite && cell.choice;
        }));
    });
    add(nullptr, Page::PlanEntry, [this] {
        m_app.planChoice()->choose(1);
        m_app.planChoice()->back();
    });
    add("23h-gruppe", Page::PlanGroup, [this] { m_app.planEntry()->back(); });
    add(nullptr, Page::Plan, [this] { m_app.planGroup()->back(); });
}

void ScreenTour::addStaffStops()
{
    add("24-personale", Page::StaffChooser, [this] { m_app.start()->openStaff(); });
    add("24b-kode", Page::StaffCode, [this] { chooseStaff(); });
    add("24c-kode-halv", Page::StaffCode, [this] { type("00"); });
    add("24d-kode-passede-ikke", Page::StaffCode, [this] { type("0000"); });
    add("25-i-dag", Page::Staff, [this] { type(m_code); });
    add("25b-skift-kode", Page::ChangeCode, [this] { m_app.staff()->changeCode(); });
    add(nullptr, Page::Staff, [this] { m_app.changeCode()->back(); });
    add("25d-skaermens-maal", Page::Measure, [this] { m_app.measure()->open(149 / 25.4); });
    add(nullptr, Page::Staff, [this] { m_app.measure()->back(); });
    addTripStops();
    add("26-beboer-personale", Page::StaffResident,
        [this] { m_app.staff()->openResident(rowOf(*m_app.staff()->residents(), "title", kResident)); });
    add(
        "26b-svar-personale", Page::StaffAnswers, [this] { m_app.staffResident()->openAnswers(); },
        Where::StaffDevice);
    add(
        nullptr, Page::StaffResident, [this] { m_app.staffAnswers()->back(); }, Where::StaffDevice);
    add("26c-glemte-billeder", Page::ResetPictures, [this] { m_app.staffResident()->openReset(); });
    add(nullptr, Page::StaffResident, [this] { m_app.pictures()->back(); });
    add("27-plan-personale", Page::Plan, [this] {
        m_app.staffResident()->openPlan(
            rowWith(*m_app.staffResident()->plans(), ResidentViewModel::Look::Plan));
    });
    add(nullptr, Page::StaffResident, [this] { m_app.plan()->back(); });
    addTalkStops();
    add(nullptr, Page::Staff, [this] { m_app.staffResident()->back(); });
    // A phone has only those who are along, and perhaps nothing of theirs waits.
    add(
        "28-to-udgaver", Page::Versions, [this] { m_app.staff()->openWaiting(0); }, Where::HousesDevice);
    add(
        "29-vaelger-selv", Page::Versions,
        [this] {
            m_app.versions()->handOver();
            m_app.versions()->pick(1);
        },
        Where::HousesDevice);
}

/** A samtale from the agreement to the reply; sitting together, so that staff stay signed in. */
void ScreenTour::addTalkStops()
{
    add("27b-saadan-bruger-vi-fit", Page::Agreement, [this] { m_app.conversation()->open(); });
    add("27c-samtale", Page::Conversation, [this] {
        AgreementViewModel &agreement = *m_app.agreement();
        agreement.choice()->chooseTopic(0, {});
        agreement.choice()->choosePeriod(TalkChoice::Period::SinceLast);
        agreement.chooseRhythm(AgreementViewModel::Rhythm::TwoWeeks);
        agreement.chooseAsking(AgreementViewModel::Asking::StaffAsk);
        agreement.save();
    });
    add("27d-samtale-klar", Page::Conversation,
        [this] { m_app.conversation()->chooseWay(ConversationViewModel::Way::Together); });
    add("27e-jeres-samtale", Page::Talk, [this] { m_app.conversation()->begin(); });
    add(nullptr, Page::Begin, [this] { m_app.conversation()->openStep(0); });
    add(nullptr, Page::Question, [this] { m_app.begin()->begin(); });
    add(nullptr, Page::Question, [this] { m_app.question()->choose(2); });
    for (int skipped = 0; skipped < 3; ++skipped) {
        add(nullptr, Page::Question, [this] { m_app.question()->next(); });
    }
    add(nullptr, Page::Review, [this] { m_app.question()->next(); });
    add(nullptr, Page::Review, [this] { m_app.review()->chooseReaders(0); });
    add(nullptr, Page::Thanks, [this] { m_app.review()->save(); });
    add("27f-anden-del", Page::Talk, [this] { m_app.thanks()->close(); });
    add("27g-svar", Page::Reply, [this] { m_app.conversation()->end(); });
    add(nullptr, Page::Write, [this] { m_app.reply()->add(false, QStringLiteral("Hvad gør vi?")); });
    add(nullptr, Page::Write,
        [this] { m_app.write()->setText(QStringLiteral("Vi banker på klokken 9 og ikke klokken 8.")); });
    add(nullptr, Page::Reply, [this] { m_app.write()->finish(); });
    add("27h-svar-skrevet", Page::Reply, [] {});
    add(nullptr, Page::StaffResident, [this] { m_app.reply()->save(); });
    // The same, handed over: afterwards nobody of the staff is signed in.
    add(nullptr, Page::Conversation, [this] { m_app.conversation()->open(); });
    add(nullptr, Page::Conversation,
        [this] { m_app.conversation()->chooseWay(ConversationViewModel::Way::Alone); });
    add("27i-giv-tabletten", Page::Talk, [this] { m_app.conversation()->begin(); });
    add(nullptr, Page::Talk, [this] { m_app.conversation()->take(); });
    add("27j-giv-tilbage", Page::Talk, [this] { m_app.conversation()->end(); });
    add(nullptr, Page::Start, [this] { m_app.conversation()->leave(); });
    add(nullptr, Page::StaffChooser, [this] { m_app.start()->openStaff(); });
    add(nullptr, Page::StaffCode, [this] { chooseStaff(); });
    add(nullptr, Page::Staff, [this] { type(m_code); });
    add(nullptr, Page::StaffResident,
        [this] { m_app.staff()->openResident(rowOf(*m_app.staff()->residents(), "title", kResident)); });
}

void ScreenTour::addTripStops()
{
    constexpr auto kOwnPhone = Where::OwnPhone;
    add(
        "25b-tag-med", Page::Trips, [this] { m_app.trips()->open(); }, kOwnPhone);
    add(
        "25c-tag-med-flere", Page::Trips, [this] { m_app.trips()->take(0); }, kOwnPhone);
    add(
        "25d-hjem-igen", Page::Trips,
        [this] { m_app.trips()->askHome(rowOf(*m_app.trips()->along(), "name", kResident)); }, kOwnPhone);
    add(
        nullptr, Page::Trips, [this] { m_app.trips()->keepAlong(); }, kOwnPhone);
    add(
        nullptr, Page::Staff, [this] { m_app.trips()->back(); }, kOwnPhone);
}

void ScreenTour::addSafetyStops()
{
    constexpr auto kStaffDevice = Where::StaffDevice;
    add(
        nullptr, Page::Start, [this] { m_app.cover()->goToStart(); }, kStaffDevice);
    add(
        nullptr, Page::StaffChooser, [this] { m_app.start()->openStaff(); }, kStaffDevice);
    add(
        "29b-vagtkode", Page::StaffCode, [this] { m_app.staffChooser()->useShiftCode(); }, kStaffDevice);
    add(
        nullptr, Page::StaffChooser, [this] { m_app.signIn()->back(); }, kStaffDevice);
    add(
        nullptr, Page::StaffCode, [this] { chooseStaff(); }, kStaffDevice);
    add(
        "29c-noedsituation", Page::StaffCode, [this] { m_app.signIn()->askEmergency(); }, kStaffDevice);
    add(
        "29d-tryghedsplaner", Page::Safety, [this] { m_app.signIn()->openInEmergency(); }, kStaffDevice);
    add(
        "29e-tryghedsplan", Page::Safety, [this] { m_app.safety()->choose(0); }, kStaffDevice);
}

/** Staff begin a round on the shared tablet, and somebody answers without a name; it can't be closed on the
 * same day. On a device of the staff's only what came of rounds. */
void ScreenTour::addRoundStops()
{
    const auto shared = [this](const char *name, Page page, std::function<void()> go) {
        add(name, page, std::move(go), Where::OtherDevices);
    };
    add(nullptr, Page::Start, [this] { m_app.cover()->goToStart(); });
    add(nullptr, Page::StaffChooser, [this] { m_app.start()->openStaff(); });
    add(nullptr, Page::StaffCode, [this] { chooseStaff(); });
    add(nullptr, Page::Staff, [this] { type(m_code); });
    add("29f-runder", Page::Rounds, [this] { m_app.rounds()->open(); });
    shared("29g-begynd-runde", Page::Rounds, [this] { m_app.rounds()->choose(0); });
    shared("29h-runde-aaben", Page::Rounds, [this] { m_app.rounds()->agree(); });
    shared("29i-start-med-runde", Page::Start, [this] { m_app.cover()->goToStart(); });
    shared("29j-runde", Page::Round, [this] { m_app.start()->openRound(); });
    shared("29k-runde-spoergsmaal", Page::Question, [this] { m_app.round()->begin(); });
    shared(nullptr, Page::Question, [this] { m_app.question()->choose(2); });
    for (int skipped = 0; skipped < 5; ++skipped) {
        shared(nullptr, Page::Question, [this] { m_app.question()->next(); });
    }
    shared("29l-runde-se-igennem", Page::Review, [this] { m_app.question()->next(); });
    shared("29m-runde-tak", Page::Round, [this] { m_app.review()->save(); });
    shared(nullptr, Page::Start, [this] { m_app.round()->leave(); });
    add(nullptr, Page::Start, [this] { m_app.cover()->goToStart(); });
}

/** *Øv dig*, to the end and back; in the made-up home the pages are the same. */
void ScreenTour::addPracticeStops()
{
    const auto at = [this](const char *name, Page page, std::function<void(App &)> go) {
        add(name, page, [this, go = std::move(go)] {
            if (App *app = m_practice.app()) {
                go(*app);
            }
        });
        m_stops.back().practising = true;
    };
    const auto answer = [at](int choice) {
        at(nullptr, Page::Question, [choice](App &app) { app.question()->choose(choice); });
    };
    const auto next = [at](Page page) { at(nullptr, page, [](App &app) { app.question()->next(); }); };
    add("01b-oev-dig", Page::Practice, [this] { m_app.practice()->open(); });
    add("01c-oevelse", Page::Start, [this] { m_app.practice()->begin(); });
    m_stops.back().practising = true;
    at("01d-oevelse-beboer", Page::Resident, [](App &app) { app.start()->openTile(0); });
    at(nullptr, Page::Begin, [](App &app) { app.resident()->openEntry(0); });
    at("01e-oevelse-spoergsmaal", Page::Question, [](App &app) { app.begin()->begin(); });
    answer(2);
    next(Page::Question);
    next(Page::Question);
    next(Page::Question);
    next(Page::Review);
    at("01f-oevelse-se-igennem", Page::Review, [](App &app) { app.review()->chooseReaders(0); });
    at("01g-oevelse-tak", Page::Thanks, [](App &app) { app.review()->save(); });
    at("01h-oevelse-hjaelp", Page::Thanks, [](App &app) { app.navigator()->openHelp(); });
    m_stops.back().help = true;
    at(nullptr, Page::Start, [](App &app) {
        app.navigator()->closeHelp();
        app.thanks()->close();
    });
    at(nullptr, Page::Resident, [](App &app) { app.start()->openTile(0); });
    at("01i-oevelse-skjult", Page::Resident, [](App &app) { app.cover()->hide(); });
    m_stops.back().covered = true;
    at(nullptr, Page::Start, [](App &app) { app.cover()->goToStart(); });
    at(nullptr, Page::StaffChooser, [](App &app) { app.start()->openStaff(); });
    at("01j-oevelse-kode", Page::StaffCode, [](App &app) { app.staffChooser()->choose(0); });
    at("01k-oevelse-i-dag", Page::Staff, [](App &app) {
        for (const QChar digit : app.practice()->code()) {
            app.signIn()->addDigit(digit.digitValue());
        }
    });
    at("01l-oevelse-beboer-personale", Page::StaffResident, [](App &app) { app.staff()->openResident(0); });
    add(nullptr, Page::Start, [this] {
        if (App *app = m_practice.app()) {
            app->practice()->stop();
        }
    });
}

bool ScreenTour::isHere(const Stop &stop)
{
    switch (stop.where) {
    case Where::Everywhere:
        return true;
    case Where::StaffDevice:
        return m_app.session().onStaffDevice();
    case Where::OtherDevices:
        return !m_app.session().onStaffDevice();
    case Where::OwnPhone:
        return m_app.trips()->offered();
    case Where::HousesDevice:
        return !m_app.trips()->offered();
    case Where::WithPictures:
        return !m_app.session().onStaffDevice() &&
               m_app.pictures()->step() != PicturesViewModel::Step::Unavailable;
    case Where::WithPrints:
        return m_app.plan()->mayPrint();
    }
    return true;
}

void ScreenTour::start()
{
    m_at = 0;
    next();
}

void ScreenTour::next()
{
    while (m_at < m_stops.size() && !isHere(m_stops[m_at])) {
        ++m_at;
    }
    if (m_at == m_stops.size()) {
        Q_EMIT finished(m_missed);
        return;
    }
    m_waited = 0;
    m_stops[m_at].go();
    QTimer::singleShot(kStepMs, this, &ScreenTour::arrive);
}

bool ScreenTour::isThere(const Stop &stop) const
{
    App *const practice = m_practice.app();
    if (stop.practising != (practice != nullptr)) {
        return false;
    }
    App &app = practice != nullptr ? *practice : m_app;
    return app.core().pending() == 0 && app.navigator()->page() == stop.page &&
           app.cover()->covered() == stop.covered && app.navigator()->helpOpen() == stop.help;
}

void ScreenTour::arrive()
{
    const Stop &stop = m_stops[m_at];
    if (!isThere(stop) && ++m_waited < kStepsMax) {
        QTimer::singleShot(kStepMs, this, &ScreenTour::arrive);
        return;
    }
    if (!isThere(stop)) {
        m_missed.append(QString::fromLatin1(stop.name != nullptr ? stop.name : "on the way") +
                        QStringLiteral(" (") + QString::number(m_at) + QLatin1Char(')'));
        m_at = m_stops.size(); // what comes after stands on this
    } else if (stop.name != nullptr && ++m_quiet < kQuietSteps) {
        QTimer::singleShot(kStepMs, this, &ScreenTour::arrive);
        return;
    } else {
        m_quiet = 0;
        if (stop.name != nullptr) {
            m_shown(QString::fromLatin1(stop.name));
        }
        ++m_at;
    }
    next();
}

} // namespace trivsel::app

// What residents answer: the conversation every other week, and self-evaluations now and then.
#include "app/demo/answering.h"
#include "app/demo/schedule.h"

#include <algorithm>

namespace trivsel::demo {

using catalogue::Definition;
using catalogue::DefinitionPtr;
using catalogue::Secrecy;

namespace {

constexpr std::int64_t kBetweenSheetsMs = 9 * kMinuteMs;

/** Forms with a rhythm that this audience answers, of these classes. */
std::vector<DefinitionPtr> formsOf(const Stage &stage, catalogue::Audience audience,
                                   std::initializer_list<Secrecy> classes)
{
    std::vector<DefinitionPtr> forms;
    for (const DefinitionPtr &definition : stage.catalogue.all()) {
        const bool fits = std::find(classes.begin(), classes.end(), definition->secrecy) != classes.end();
        if (definition->kind == catalogue::Kind::Form && definition->audience == audience && fits &&
            definition->cadenceDays > 0) {
            forms.push_back(definition);
        }
    }
    return forms;
}

/** The choice as far as this tablet can keep it; never wider than wanted when there is something as narrow.
 */
std::optional<StreamKind> readersFor(ReaderChoice wanted, const std::set<StreamKind> &possible)
{
    std::vector<StreamKind> order{StreamKind::Team};
    if (wanted != ReaderChoice::Team) {
        order.insert(order.begin(), StreamKind::Chosen);
    }
    if (wanted == ReaderChoice::Own) {
        order.insert(order.begin(), StreamKind::Own);
    }
    const auto found =
        std::find_if(order.begin(), order.end(), [&](StreamKind kind) { return possible.contains(kind); });
    return found == order.end() ? std::nullopt : std::optional(*found);
}

/** One resident's answers through the whole time. */
class Answering
{
public:
    Answering(const Stage &stage, const Cast &cast, const std::string &what)
        : m_stage(stage),
          m_cast(cast),
          m_mood(moodOf(stage, cast)),
          m_dice(stage.seed, what + "/" + cast.person.diceName),
          m_wellbeing(m_mood, m_mood.level, Dice(stage.seed, what + "/wellbeing/" + cast.person.diceName)),
          m_cooperation(calm(m_mood), m_mood.cooperation,
                        Dice(stage.seed, what + "/cooperation/" + cast.person.diceName)),
          m_aboutLife(own().wellbeing, stage.texts.pool.remarks.wellbeing),
          m_aboutHelp(own().cooperation, stage.texts.pool.remarks.cooperation)
    {
    }

    void conversation(std::int64_t atMs, const std::vector<DefinitionPtr> &forms, std::vector<Event> &events);
    void evaluation(std::int64_t atMs, const Definition &form, std::vector<Event> &events);
    [[nodiscard]] Dice &dice() { return m_dice; }

private:
    /** Views of the help move less than a life does, and not with it. */
    static Mood calm(Mood mood)
    {
        mood.swing /= 2;
        mood.drift = 4;
        return mood;
    }
    [[nodiscard]] const Remarks &own() const
    {
        static const Remarks kNone;
        return m_cast.persona != nullptr ? m_cast.persona->remarks : kNone;
    }
    [[nodiscard]] const std::vector<Helper> &helpers() const
    {
        return m_cast.person.team.empty() ? m_stage.people.staff : m_cast.person.team;
    }
    [[nodiscard]] double partAt(std::int64_t atMs) const
    {
        return static_cast<double>(atMs - m_stage.window.fromMs) /
               static_cast<double>(std::max<std::int64_t>(1, m_stage.window.untilMs - m_stage.window.fromMs));
    }
    /** Who taps, and where. */
    [[nodiscard]] Event begin(std::int64_t atMs);
    [[nodiscard]] SheetEvent sheetOf(const Definition &form, const Event &event, const Helper *about);
    void addRemark(const Definition &form, SheetEvent &sheet, const Helper *about);

    const Stage &m_stage;
    const Cast &m_cast;
    Mood m_mood;
    Dice m_dice;
    Level m_wellbeing;
    Level m_cooperation;
    RemarkBag m_aboutLife;
    RemarkBag m_aboutHelp;
    Who m_enterer;
};

Event Answering::begin(std::int64_t atMs)
{
    Event event;
    event.atMs = atMs;
    event.paceMs = m_dice.between(6'000, 28'000);
    m_enterer = m_cast.person.who;
    if (!helpers().empty() && m_dice.chance(m_mood.helped)) {
        m_enterer = m_dice.pick(helpers()).who;
    }
    if (m_stage.tablets.size() > 1) {
        // A staff tablet is in staff's hands; of two shared ones, one stands nearer.
        const bool byStaff = m_enterer != m_cast.person.who;
        const bool staffTablet = m_stage.tablets[1].kind == TabletKind::Staff;
        event.tablet = m_dice.chance(staffTablet ? (byStaff ? 60 : 0) : 25) ? 1 : 0;
    }
    return event;
}

SheetEvent Answering::sheetOf(const Definition &form, const Event &event, const Helper *about)
{
    const bool byStaff = m_enterer != m_cast.person.who;
    SheetEvent sheet;
    sheet.who = m_enterer;
    sheet.subject = m_cast.person.who.person;
    sheet.url = form.url;
    sheet.about = about != nullptr ? about->who.person : PersonId();
    const ReaderChoice wanted = byStaff ? ReaderChoice::Team
                                : form.secrecy == Secrecy::Wellbeing
                                    ? m_mood.readers
                                    : (m_dice.chance(60) ? ReaderChoice::Team : ReaderChoice::Chosen);
    sheet.readers = readersFor(wanted, m_stage.tablets[event.tablet].readers[m_cast.index]);
    sheet.answers =
        answersFor(form, form.secrecy == Secrecy::Wellbeing ? m_wellbeing : m_cooperation, m_dice);
    addRemark(form, sheet, about);
    return sheet;
}

void Answering::addRemark(const Definition &form, SheetEvent &sheet, const Helper *about)
{
    const auto middle = middleOf(form, sheet.answers);
    if (!middle || !m_dice.chance(m_mood.remarks)) {
        return;
    }
    for (const catalogue::Item *item : form.reviewQuestions()) {
        if (item->type != catalogue::ItemType::LongText) {
            continue;
        }
        RemarkBag &bag = form.secrecy == Secrecy::Wellbeing ? m_aboutLife : m_aboutHelp;
        const std::string remark = bag.draw(*middle, m_dice);
        if (!remark.empty()) {
            sheet.answers.push_back(
                {item->linkId, {}, fillIn(remark, {about != nullptr ? about->name : "", {}, {}}), {}});
        }
        return;
    }
}

void Answering::conversation(std::int64_t atMs, const std::vector<DefinitionPtr> &forms,
                             std::vector<Event> &events)
{
    m_wellbeing.moveOn(partAt(atMs));
    m_cooperation.moveOn(partAt(atMs));
    Event event = begin(atMs);
    const Helper *about = nullptr;
    if (!helpers().empty()) {
        about = m_dice.chance(75) ? &helpers().front() : &m_dice.pick(helpers());
    }
    const bool notToday = m_dice.chance(m_mood.notToday);
    for (const DefinitionPtr &form : forms) {
        const bool needsHelper = form->about == catalogue::About::Helper;
        if ((needsHelper && about == nullptr) || (form != forms.front() && m_dice.chance(8))) {
            continue;
        }
        SheetEvent sheet = sheetOf(*form, event, needsHelper ? about : nullptr);
        sheet.notToday = notToday;
        if (!sheet.readers) {
            return;
        }
        if (notToday) {
            sheet.answers.clear();
        }
        event.what = std::move(sheet);
        events.push_back(event);
        event.atMs += kBetweenSheetsMs;
        if (notToday) {
            return; // nobody is asked twice
        }
    }
}

void Answering::evaluation(std::int64_t atMs, const Definition &form, std::vector<Event> &events)
{
    m_cooperation.moveOn(partAt(atMs));
    Event event = begin(atMs);
    SheetEvent sheet = sheetOf(form, event, nullptr);
    if (sheet.readers) {
        event.what = std::move(sheet);
        events.push_back(std::move(event));
    }
}

} // namespace

void addConversations(const Stage &stage, const Cast &cast, std::vector<Event> &events)
{
    const auto forms =
        formsOf(stage, catalogue::Audience::Resident, {Secrecy::Wellbeing, Secrecy::Cooperation});
    if (forms.empty()) {
        return;
    }
    Answering answering(stage, cast, "conversation");
    Dice &dice = answering.dice();
    const std::int64_t rhythm = forms.front()->cadenceDays;
    for (std::int64_t day = dice.between(0, rhythm - 1);; day += rhythm) {
        const std::int64_t atMs = stage.window.fromMs + (day + dice.between(-2, 3)) * kDayMs;
        if (stage.window.fromMs + (day - 2) * kDayMs > stage.window.untilMs) {
            return;
        }
        if (!dice.chance(4)) { // away, or forgotten
            answering.conversation(daytimeOf(atMs, dice), forms, events);
        }
    }
}

void addSelfEvaluations(const Stage &stage, const Cast &cast, std::vector<Event> &events)
{
    Answering answering(stage, cast, "evaluation");
    Dice &dice = answering.dice();
    for (const DefinitionPtr &form :
         formsOf(stage, catalogue::Audience::Resident, {Secrecy::SelfEvaluation})) {
        for (std::int64_t day = dice.between(0, form->cadenceDays);;
             day += form->cadenceDays + dice.between(-10, 20)) {
            const std::int64_t atMs = stage.window.fromMs + day * kDayMs;
            if (atMs > stage.window.untilMs) {
                break;
            }
            if (dice.chance(65)) {
                answering.evaluation(daytimeOf(atMs, dice), *form, events);
            }
        }
    }
}

void addStaffEvaluations(const Stage &stage, const Helper &helper, std::vector<Event> &events)
{
    const auto tablet = std::find_if(stage.tablets.begin(), stage.tablets.end(),
                                     [](const TabletView &one) { return one.kind == TabletKind::Staff; });
    if (tablet == stage.tablets.end()) {
        return; // their answers are not on shared tablets
    }
    Dice dice(stage.seed, "staff/" + helper.name);
    Mood mood;
    mood.level = static_cast<int>(dice.between(50, 75));
    Level level(mood, mood.level, Dice(stage.seed, "staff/level/" + helper.name));
    for (const DefinitionPtr &form : formsOf(stage, catalogue::Audience::Staff, {Secrecy::SelfEvaluation})) {
        for (std::int64_t day = dice.between(5, form->cadenceDays);; day += form->cadenceDays) {
            const std::int64_t atMs = stage.window.fromMs + day * kDayMs;
            if (atMs > stage.window.untilMs) {
                break;
            }
            level.moveOn(0);
            const bool aboutOne = form->about != catalogue::About::Nobody && dice.chance(70);
            SheetEvent sheet{helper.who,
                             helper.who.person,
                             form->url,
                             {},
                             std::nullopt,
                             false,
                             answersFor(*form, level, dice)};
            if (aboutOne) {
                sheet.about = dice.pick(stage.people.residents).who.person;
            }
            Event event{daytimeOf(atMs, dice), dice.between(5'000, 15'000),
                        static_cast<std::size_t>(tablet - stage.tablets.begin()), std::move(sheet)};
            events.push_back(std::move(event));
        }
    }
}

} // namespace trivsel::demo

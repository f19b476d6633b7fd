#include "app/viewmodels/versions_view_model.h"

#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/text.h"
#include "proto/merge/text_merge.h"

#include <algorithm>

namespace trivsel::app {

using domain::Action;

namespace {

/** People expect the oldest first; only clocks that are known to be wrong leave the order to the counters. */
void sortByTime(std::vector<merge::Version> &versions)
{
    const auto wrong = [](const merge::Version &version) { return version.clockQuality == 2; };
    if (std::none_of(versions.begin(), versions.end(), wrong)) {
        std::stable_sort(versions.begin(), versions.end(), [](const auto &a, const auto &b) {
            return a.wallMs + a.offsetMs < b.wallMs + b.offsetMs;
        });
    }
}

QVariantList partsOf(const QString &text, const QString &other)
{
    QVariantList parts;
    for (const auto &part : merge::diffWords(text.toStdString(), other.toStdString())) {
        const QString words = toQt(part.text);
        qsizetype end = words.size(); // the space after the last word is in both
        while (end > 0 && words.at(end - 1).isSpace()) {
            --end;
        }
        parts.append(QVariant::fromValue(DiffPart{words.left(end), part.onlyHere}));
        parts.append(QVariant::fromValue(DiffPart{words.mid(end), false}));
    }
    return parts;
}

} // namespace

VersionsViewModel::VersionsViewModel(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered, locked or another person
            drop();
        }
    });
}

void VersionsViewModel::drop()
{
    m_shown = {};
    m_begun.reset();
    m_mode = Mode::Looking;
    m_picked = -1;
    update();
    if (m.pages.page() == Navigator::Page::Versions) {
        m.pages.pop();
    }
}

void VersionsViewModel::follow(const engine::FieldShown &shown)
{
    if (m.pages.page() != Navigator::Page::Versions || m_busy) {
        return;
    }
    m_shown.otherViews = shown.otherViews;
    m_shown.begunViews = shown.begunViews;
    if (shown.view.heads == m_shown.view.heads) {
        Q_EMIT changed();
        return;
    }
    if (!shown.view.waitsForPerson() && shown.view.state != merge::RegisterState::KeptBoth) {
        drop(); // settled by somebody else meanwhile
        return;
    }
    m_shown = shown;
    sortByTime(m_shown.view.versions);
    m_picked = -1;
    update();
}

QString VersionsViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

void VersionsViewModel::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                             const engine::FieldShown &shown)
{
    m_definition = definition;
    m_item = &item;
    m_shown = shown;
    m_begun = shown.draft;
    sortByTime(m_shown.view.versions);
    m_mode = Mode::Looking;
    m_picked = -1;
    m_problem = Problem::None;
    update();
    m.pages.push(Navigator::Page::Versions);
}

void VersionsViewModel::confirm(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                                const engine::FieldShown &shown)
{
    m_definition = definition;
    m_item = &item;
    m_shown = shown;
    m_mode = Mode::Looking;
    if (!shown.view.versions.empty()) {
        resolve(wire::v1::RESOLUTION_CHOOSE, shown.view.versions.back().dot, {});
    }
}

QString VersionsViewModel::planTitle() const
{
    return m_definition ? words(m_definition->shortTitle) : QString();
}

QString VersionsViewModel::fieldTitle() const
{
    return m_item != nullptr ? words(m_item->label) : QString();
}

engine::Who VersionsViewModel::chooser() const
{
    return m_mode == Mode::ResidentChooses ? m.session.residentWho() : m.session.who();
}

bool VersionsViewModel::may(Action action) const
{
    domain::Situation situation;
    situation.role = chooser().role;
    situation.voice = residentsWords() ? merge::Voice::VOICE_RESIDENT : merge::Voice::VOICE_STAFF;
    situation.ownWords =
        residentsWords() && m.session.resident() && chooser().person == m.session.resident()->id;
    situation.among = m.session.isInTeam();
    return m_item != nullptr && !m_shown.view.opaque && domain::allowed(action, situation);
}

bool VersionsViewModel::mayChoose() const
{
    return may(Action::ChooseVersion);
}

bool VersionsViewModel::mayWriteNew() const
{
    return may(Action::RewriteVersion) && m_item->type != catalogue::ItemType::Choice;
}

bool VersionsViewModel::mayHandOver() const
{
    return m_mode == Mode::Looking && residentsWords() && m.session.isStaff() && !m_shown.view.opaque;
}

bool VersionsViewModel::mayKeepBoth() const
{
    return waiting() && may(Action::KeepBothVersions);
}

bool VersionsViewModel::mayTalk() const
{
    return waiting() && !talk() && may(Action::TalkAboutVersions);
}

bool VersionsViewModel::mayDiffer() const
{
    return m_item != nullptr && planCellOf(m_shown, *m_item, m.session, m.format).opensOtherView();
}

void VersionsViewModel::differ()
{
    if (mayDiffer()) {
        Q_EMIT otherViewWanted(*m_item, m_shown.at());
    }
}

void VersionsViewModel::update()
{
    std::vector<ListRow> rows;
    const auto &versions = m_shown.view.versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto &other = versions[i == 0 ? versions.size() - 1 : 0];
        const QString text = wordsOf(versions[i]);
        rows.push_back({QByteArray::number(static_cast<int>(i)),
                        {QString(QChar(u'A' + static_cast<char16_t>(i))), partsOf(text, wordsOf(other)),
                         QVariant::fromValue(signatureOf(versions[i], m.session, m.format)),
                         static_cast<int>(i) == m_picked}});
    }
    m_versions.setRows(std::move(rows));
    Q_EMIT changed();
}

void VersionsViewModel::keepBoth()
{
    if (mayKeepBoth()) {
        resolve(wire::v1::RESOLUTION_KEEP_BOTH, std::nullopt, {});
    }
}

void VersionsViewModel::takeUpTogether()
{
    if (mayTalk()) {
        resolve(wire::v1::RESOLUTION_TALK, std::nullopt, {});
    }
}

void VersionsViewModel::handOver()
{
    if (mayHandOver()) {
        m_mode = Mode::ResidentChooses;
        m_picked = -1;
        update();
        openAsChooser();
    }
}

void VersionsViewModel::openAsChooser()
{
    m_opening = true;
    m_begun.reset();
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = chooser(),
         url = m_definition->url](engine::Engine &engine) { return engine.openPlan(resident, who, url); },
        [this, at = m_shown.at()](const Result<engine::PlanSnapshot> &plan) {
            m_opening = false;
            m_problem = problemOf(plan);
            if (plan && m_mode == Mode::ResidentChooses && at == m_shown.at()) {
                const auto *field = fieldIn(*plan, at);
                m_begun = field != nullptr ? field->draft : std::nullopt;
            }
            update();
        });
}

void VersionsViewModel::pick(int row)
{
    if (mayChoose() && row >= 0 && row < m_versions.count()) {
        m_picked = m_picked == row ? -1 : row;
        update();
    }
}

void VersionsViewModel::settle()
{
    if (mayChoose() && m_picked >= 0) {
        resolve(wire::v1::RESOLUTION_CHOOSE, m_shown.view.versions[static_cast<std::size_t>(m_picked)].dot,
                {});
    }
}

void VersionsViewModel::writeNew()
{
    if (m_opening || !mayWriteNew()) {
        return;
    }
    WriteViewModel::Task task;
    task.purpose = WriteViewModel::Purpose::Rewrite;
    task.voice = residentsWords() ? WriteViewModel::Voice::Resident : WriteViewModel::Voice::Staff;
    task.title = words(m_item->text);
    task.date = m_item->type == catalogue::ItemType::Date;
    task.signature = signatureOfNow(chooser().person, m.session);
    if (m_mode == Mode::ResidentChooses) {
        task.signature.said = false; // the resident writes it themselves
    }
    if (m_begun) {
        task.text = toQt(*m_begun); // it was said to be saved, so it goes before a version that was picked
    } else if (m_picked >= 0) {
        task.text = wordsOf(m_shown.view.versions[static_cast<std::size_t>(m_picked)]);
    }
    // Kept as a draft of the one who chooses; it settles nothing before they say that it is their words.
    task.save = [resident = m.session.resident()->id, who = chooser(), url = m_definition->url,
                 at = m_shown.at()](engine::Engine &engine, const std::string &text) {
        return engine.editField(resident, who, url, at, text);
    };
    task.done = [this](const QString &text) {
        if (!text.trimmed().isEmpty()) {
            resolve(wire::v1::RESOLUTION_REWRITE, std::nullopt, fromQt(text));
        }
    };
    task.aside = [this](const QString &text) {
        m_begun = fromQt(text);
        update();
    };
    m_writer.open(std::move(task));
}

void VersionsViewModel::resolve(wire::v1::Resolution how, const std::optional<Dot> &chosen,
                                const std::string &text)
{
    if (m_busy || !m.session.resident()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = chooser(), url = m_definition->url, at = m_shown.at(),
         how, chosen, text, heads = m_shown.view.heads](engine::Engine &engine) {
            return engine.resolve(resident, who, url, at, how, chosen, text, heads);
        },
        [this](const Status &status) {
            m_busy = false;
            m_problem = problemOf(status);
            update();
            if (status) {
                m_mode = Mode::Looking;
                if (m.pages.page() == Navigator::Page::Versions) {
                    m.pages.pop();
                }
                Q_EMIT settled();
            } else {
                Q_EMIT refused(m_problem);
            }
        });
}

void VersionsViewModel::back()
{
    if (m_mode == Mode::ResidentChooses) {
        m_mode = Mode::Looking;
        m_picked = -1;
        m_begun = m_shown.draft;
        update();
    } else {
        m.pages.pop();
    }
}

} // namespace trivsel::app

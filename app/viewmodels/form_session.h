#pragma once

#include "app/viewmodels/context.h"

#include <optional>
#include <vector>

namespace trivsel::app {

/**
 * The answer sheet that is being filled in, behind the begin, question, review and thank-you pages. What it
 * shows as answered is what the engine has said is on disk. UI thread.
 */
class FormSession : public QObject
{
    Q_OBJECT

public:
    FormSession(CoreLink &core, Session &session, const Formatters &format, QObject *parent = nullptr);

    /** Looks at a form before it is begun; nothing is written. `about` null: about oneself, or about
     * everyone. */
    void prepare(catalogue::DefinitionPtr definition, const PersonId &about);
    /** Opens the sheet: the waiting one of the same person, form and `about`, or a new one. ready() follows.
     */
    void begin();
    /** "Ikke i dag" is a full answer. sent() follows; or halfWay(), when a sheet with answers lies there:
     * nothing was said of it. */
    void sayNotToday();
    /** A round in the common room: the sheet is in memory alone, until send() hands it over as a whole;
     * closing forgets it. begin() is not called; ready() follows. */
    void beginUnnamed(catalogue::DefinitionPtr definition, const EntityId &round);
    [[nodiscard]] bool unnamed() const { return m_round.has_value(); }
    void close();
    /** Covered: the answers leave the memory; resume() reads the sheet anew. */
    void suspend();
    /** … to a sheet that was said to be *kun mig*: read again when the pictures were given. */
    [[nodiscard]] bool waitsForOwn() const { return m_suspended && m_inOwn; }
    void resume();

    [[nodiscard]] const catalogue::DefinitionPtr &definition() const { return m_definition; }
    [[nodiscard]] const std::vector<const catalogue::Item *> &questions() const { return m_questions; }
    [[nodiscard]] const std::vector<const catalogue::Item *> &reviewQuestions() const
    {
        return m_reviewQuestions;
    }
    [[nodiscard]] const std::optional<engine::DraftSnapshot> &draft() const { return m_draft; }
    [[nodiscard]] const engine::Shown *answer(const catalogue::Item &item) const;
    [[nodiscard]] const PersonId &about() const { return m_about; }
    [[nodiscard]] QString aboutName() const { return m_session.nameOf(m_about); }
    [[nodiscard]] bool everyone() const;
    /** Who may read it as it stands: chosen on this sheet, or what the resident has said once. */
    [[nodiscard]] std::optional<StreamKind> readers() const;
    /** The latter. */
    [[nodiscard]] bool byUsual() const;
    /** In the language of the screen, with names and periods filled in. */
    [[nodiscard]] QString words(const catalogue::Localized &text) const;
    [[nodiscard]] catalogue::Variables variables() const;
    /** Writes that are not on disk yet. */
    [[nodiscard]] bool writing() const { return m_writing > 0; }
    /** Of the last write; None when all is on disk. */
    [[nodiscard]] Problem problem() const { return m_problem; }

    struct Opened
    {
        engine::DraftSnapshot draft;
        catalogue::DefinitionPtr definition; // the one that the sheet was begun under
    };
    /** For the core thread: the sheet as it lies there, or a new one. */
    [[nodiscard]] std::function<Result<Opened>(engine::Engine &)> opening() const;

    void choose(const catalogue::Item &item, const std::string &code);
    void chooseNumber(const catalogue::Item &item, int number); // 0–10
    void clear(const catalogue::Item &item);
    void skip(const catalogue::Item &item, wire::v1::Absent why);
    void write(const catalogue::Item &item, const std::string &text);
    void setStep(int step);
    void setReaders(StreamKind readers);
    /** Gem. sent() follows when it is durable. */
    void send();
    /** Fortryd. undone() follows. */
    void undoSend();
    /** The thank-you page was left. */
    void settle();
    /** thrownAway() follows. */
    void throwAway();

Q_SIGNALS:
    void prepared();
    void ready();
    void halfWay();
    void changed();
    void sent();
    /** The round has the answer, on disk; or it takes none any more, and the answer is forgotten. */
    void given();
    void notTaken(trivsel::app::Problem why);
    void undone();
    void thrownAway();

private:
    using Command = std::function<Status(engine::Engine &, const engine::DraftId &)>;
    /** Runs the command and takes over the draft as it then stands on disk. */
    void apply(Command command, void (FormSession::*after)() = nullptr);
    void open(bool notToday);
    void tap(const catalogue::Item &item, std::optional<engine::Shown> answer);
    void give();
    /** Whose answers these are: staff answer their own forms. */
    [[nodiscard]] PersonId subject() const;
    [[nodiscard]] QString sinceLast() const;
    void adopt(catalogue::DefinitionPtr definition);
    void take(Result<engine::DraftSnapshot> draft, void (FormSession::*after)());

    CoreLink &m_core;
    Session &m_session;
    const Formatters &m_format;
    catalogue::DefinitionPtr m_definition;
    std::vector<const catalogue::Item *> m_questions;
    std::vector<const catalogue::Item *> m_reviewQuestions;
    PersonId m_about;
    std::optional<engine::DraftSnapshot> m_draft;
    bool m_suspended = false;             // a sheet was open when the cover came
    bool m_inOwn = false;                 // … which was to be *kun mig*
    std::optional<std::int64_t> m_lastMs; // last answer to the same form about the same person
    std::optional<EntityId> m_round;
    int m_writing = 0;
    int m_sheet = 0; // results for an earlier sheet are thrown away
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app

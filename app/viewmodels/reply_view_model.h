#pragma once

#include "app/viewmodels/about_view_model.h"

namespace trivsel::app {

class WriteViewModel;

/** cannot, text, who (name; empty: nobody yet), until (day in words; empty: none) */
class ReplyModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit ReplyModel(QObject *parent = nullptr) : ListModel({"cannot", "text", "who", "until"}, parent) {}
};

/** Staff's reply to what a resident has said: "Det gør vi" and "Vi kan ikke, fordi …". Every tap is on disk.
 */
class ReplyViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.reply")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ReplyModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReplyModel *said READ said CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PersonModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(bool choosingWho READ choosingWho NOTIFY changed FINAL)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(bool showsAnswers READ showsAnswers NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    ReplyViewModel(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    /** To a conversation or an answer of the resident whose page is open. */
    void open(const EntityId &to);

    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] ReplyModel *lines() { return &m_lines; }
    /** What was replied before. */
    [[nodiscard]] ReplyModel *said() { return &m_said; }
    [[nodiscard]] PersonModel *people() { return &m_people; }
    /** The page shows names to choose from. */
    [[nodiscard]] bool choosingWho() const { return m_whoOf >= 0; }
    /** The lines that stand here are those on disk; until then nothing can be changed. */
    [[nodiscard]] bool canWrite() const { return m_read && m_writing == 0 && m.session.resident(); }
    [[nodiscard]] bool canSave() const;
    /** Only on a device of the staff's own. */
    [[nodiscard]] bool showsAnswers() const;
    [[nodiscard]] Problem problem() const { return m_problem; }

    /** `title` stands over the page on which the line is written. */
    Q_INVOKABLE void add(bool cannot, const QString &title);
    Q_INVOKABLE void edit(int row, const QString &title);
    Q_INVOKABLE void askWho(int row);
    Q_INVOKABLE void chooseWho(int row);
    Q_INVOKABLE void setUntil(int row, const QString &title);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void openAnswers();
    Q_INVOKABLE void save();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    using Lines = std::vector<domain::ReplyLine>;
    using Command = std::function<Status(engine::Engine &)>;
    /** Runs the command, and takes over the lines as they then stand on disk. */
    void apply(Command command);
    void read();
    void write(domain::ReplyLine line, const QString &title, bool day);
    void forget();
    void update();
    [[nodiscard]] ListRow rowOf(const domain::ReplyLine &line, const QByteArray &key) const;
    [[nodiscard]] bool has(int row) const
    {
        return row >= 0 && static_cast<std::size_t>(row) < m_kept.size();
    }

    Context m;
    WriteViewModel &m_writer;
    ReplyModel m_lines;
    ReplyModel m_said;
    PersonModel m_people;
    std::vector<engine::StaffMember> m_staff;
    EntityId m_to;
    Lines m_kept; // as on disk
    bool m_read = false;
    int m_whoOf = -1;
    int m_writing = 0;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app

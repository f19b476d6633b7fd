#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/plan_cell.h"
#include "app/viewmodels/write_view_model.h"
#include "proto/domain/access.h"

namespace trivsel::app {

/** A piece of a version; `differs`: stands in this version only. */
class DiffPart
{
    Q_GADGET
    QML_VALUE_TYPE(diffPart)
    Q_PROPERTY(QString text MEMBER text FINAL)
    Q_PROPERTY(bool differs MEMBER differs FINAL)

public:
    QString text;
    bool differs = false;

    bool operator==(const DiffPart &) const = default;
};

/** letter, parts (the text as a list of DiffPart), mark (Signature), picked */
class VersionModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit VersionModel(QObject *parent = nullptr)
        : ListModel({"letter", "parts", "mark", "picked"}, parent)
    {
    }
};

/**
 * "To udgaver": all whole, oldest first, nothing preselected. Whose words they are decides who may choose: in
 * a resident's words staff can keep both or take it up together; choosing needs the resident, here and now.
 */
class VersionsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.versions")
    Q_PROPERTY(trivsel::app::VersionModel *versions READ versions CONSTANT FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(QString genitive READ genitive NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString fieldTitle READ fieldTitle NOTIFY changed FINAL)
    Q_PROPERTY(bool residentsWords READ residentsWords NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(Mode mode READ mode NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool talk READ talk NOTIFY changed FINAL)
    Q_PROPERTY(bool mayChoose READ mayChoose NOTIFY changed FINAL)
    Q_PROPERTY(bool mayWriteNew READ mayWriteNew NOTIFY changed FINAL)
    Q_PROPERTY(bool mayHandOver READ mayHandOver NOTIFY changed FINAL)
    Q_PROPERTY(bool mayKeepBoth READ mayKeepBoth NOTIFY changed FINAL)
    Q_PROPERTY(bool mayTalk READ mayTalk NOTIFY changed FINAL)
    Q_PROPERTY(bool mayDiffer READ mayDiffer NOTIFY changed FINAL)
    Q_PROPERTY(bool begun READ begun NOTIFY changed FINAL)
    Q_PROPERTY(int picked READ picked NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    /** Looking: by the one who sits here. ResidentChooses: staff have handed the tablet over. */
    enum class Mode { Looking, ResidentChooses };
    Q_ENUM(Mode)

    VersionsViewModel(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::FieldShown &shown);
    /** The open resident says yes to what somebody else wrote down. */
    void confirm(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                 const engine::FieldShown &shown);

    /** What stands in the field now. The page goes when nothing waits any more. */
    void follow(const engine::FieldShown &shown);
    /** Of the field that is open; empty when none is. */
    [[nodiscard]] engine::FieldAt at() const { return m_shown.at(); }

    [[nodiscard]] VersionModel *versions() { return &m_versions; }
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    [[nodiscard]] QString genitive() const { return m.format.genitive(m.session.residentName()); }
    [[nodiscard]] QString planTitle() const;
    [[nodiscard]] QString fieldTitle() const;
    [[nodiscard]] bool residentsWords() const
    {
        return m_item && m_item->voice == catalogue::Voice::Resident;
    }
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] Mode mode() const { return m_mode; }
    /** Nobody has settled it yet. */
    [[nodiscard]] bool waiting() const { return m_shown.view.waitsForPerson(); }
    [[nodiscard]] bool talk() const { return m_shown.view.state == merge::RegisterState::Talk; }
    [[nodiscard]] bool mayChoose() const;
    /** Not in place of answers that are chosen from a list. */
    [[nodiscard]] bool mayWriteNew() const;
    [[nodiscard]] bool mayHandOver() const;
    [[nodiscard]] bool mayKeepBoth() const;
    [[nodiscard]] bool mayTalk() const;
    /** Staff's words, and the resident who reads has *Jeg ser det anderledes* beside them, or may. */
    [[nodiscard]] bool mayDiffer() const;
    /** The one who chooses has begun on a new text earlier. */
    [[nodiscard]] bool begun() const { return m_begun.has_value(); }
    [[nodiscard]] int picked() const { return m_picked; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void keepBoth();
    Q_INVOKABLE void takeUpTogether();
    Q_INVOKABLE void handOver();
    /** Chooses a version; nothing is settled before settle(). The same once more takes it back. */
    Q_INVOKABLE void pick(int row);
    /** "Ja, det er mine ord" on the picked version. */
    Q_INVOKABLE void settle();
    Q_INVOKABLE void writeNew();
    /** "Jeg ser det anderledes" */
    Q_INVOKABLE void differ();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    void otherViewWanted(const trivsel::catalogue::Item &item, const trivsel::engine::FieldAt &at);
    /** On disk. */
    void settled();
    /** Not on disk. */
    void refused(Problem problem);

private:
    /** The one whose choice this is: the resident when the tablet was handed over. */
    [[nodiscard]] engine::Who chooser() const;
    [[nodiscard]] bool may(domain::Action action) const;
    void resolve(wire::v1::Resolution how, const std::optional<Dot> &chosen, const std::string &text);
    void openAsChooser();
    void drop();
    [[nodiscard]] QString words(const catalogue::Localized &text) const;
    void update();

    Context m;
    WriteViewModel &m_writer;
    catalogue::DefinitionPtr m_definition;
    const catalogue::Item *m_item = nullptr;
    engine::FieldShown m_shown;
    std::optional<std::string> m_begun; // the chooser's own draft
    VersionModel m_versions;
    Mode m_mode = Mode::Looking;
    int m_picked = -1;
    bool m_busy = false;    // a decision is on its way to the disk
    bool m_opening = false; // what the chooser has begun on earlier is being read
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app

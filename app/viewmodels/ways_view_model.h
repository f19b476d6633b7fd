#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace trivsel::app {

class PicturesViewModel;

/** kind (WaysViewModel.Kind), form (the title of what Kind::Asking is about), value (what is now), note (a
 * picture, a day) */
class WayRowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit WayRowModel(QObject *parent = nullptr) : ListModel({"kind", "form", "value", "note"}, parent) {}
};

/** value, chosen, names (those whom it means; may be empty) */
class WayChoiceModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit WayChoiceModel(QObject *parent = nullptr) : ListModel({"value", "chosen", "names"}, parent) {}
};

/**
 * *Sådan vil jeg have det*: a row for each thing, with what is now; a tap opens its choices, a tap on one of
 * them changes it, and *Fortryd* takes it back. A choice shows as chosen when it is on disk. UI thread.
 */
class WaysViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.ways")
    Q_PROPERTY(Kind kind READ kind NOTIFY changed FINAL)
    Q_PROPERTY(QString form READ form NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::WayRowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::WayChoiceModel *choices READ choices CONSTANT FINAL)
    Q_PROPERTY(int value READ value NOTIFY changed FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY changed FINAL)
    Q_PROPERTY(QStringList taken READ taken NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Kind {
        List,      // all rows
        Picture,   // of one's tile: its name is `picture`
        Pictures,  // TileBy
        Answering, // Answers
        Letters,   // per cent
        Aloud,     // Reading
        Cover,     // seconds without touch
        Asking,    // Asked, per form
        NoTablet,  // 0, 1
        Readers,   // ReadBy
        Away,      // days from today; 0 = here, -1 = without an end. As what is now: 1 = until `note`
    };
    Q_ENUM(Kind)
    enum class TileBy { ByTap, ByPictures };
    Q_ENUM(TileBy)
    enum class Answers { Faces = 1, Words, Numbers };
    Q_ENUM(Answers)
    /** How *Læs op* reads. */
    enum class Reading { Off, Usual, Slow, Fast };
    Q_ENUM(Reading)
    /** Who may read answers about well-being. */
    enum class ReadBy { AskMe, OnlyMe = 3, Chosen, Team };
    Q_ENUM(ReadBy)
    enum class Asked { Yes = 1, SaysSo, NoMore };
    Q_ENUM(Asked)

    WaysViewModel(const Context &context, PicturesViewModel &pictures, QObject *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_open.kind; }
    [[nodiscard]] QString form() const;
    /** What is now, of the open row. */
    [[nodiscard]] int value() const { return valueNow(m_open); }
    [[nodiscard]] WayRowModel *rows() { return &m_rows; }
    [[nodiscard]] WayChoiceModel *choices() { return &m_choices; }
    [[nodiscard]] QString picture() const;
    /** Pictures of other tiles: not offered. */
    [[nodiscard]] QStringList taken() const;
    /** Something was changed on this page, and can be taken back. */
    [[nodiscard]] bool saved() const { return m_undo != nullptr; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void open(int row);
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void choosePicture(const QString &name);
    /** To changing them, and turning them off. */
    Q_INVOKABLE void openPictures();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        Kind kind = Kind::List;
        catalogue::DefinitionPtr definition; // Asking
    };
    using Command = std::function<Status(engine::Engine &, const PersonId &, const engine::Who &)>;

    [[nodiscard]] const domain::Ways &ways() const;
    [[nodiscard]] int valueNow(const Row &row) const;
    [[nodiscard]] std::vector<int> offered(Kind kind) const;
    [[nodiscard]] std::vector<int> readers() const;
    [[nodiscard]] QString namesFor(Kind kind, int value) const;
    [[nodiscard]] Command commandFor(const Row &row, int value) const;
    [[nodiscard]] Command restoring(const Row &row) const;
    void tell(Command command, Command undo);
    void update();
    void close();

    Context m;
    PicturesViewModel &m_pictures;
    WayRowModel m_rows;
    WayChoiceModel m_choices;
    std::vector<Row> m_list;
    Row m_open;
    Command m_undo;
    Problem m_problem = Problem::None;
    int m_visit = 0; // answers to an earlier visit change nothing here
};

} // namespace trivsel::app

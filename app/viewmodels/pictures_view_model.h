#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

#include <QTimer>

#include <set>

namespace trivsel::app {

/** name; answer (PicturesViewModel::Answer) */
class TabletRowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit TabletRowModel(QObject *parent = nullptr) : ListModel({"name", "answer"}, parent) {}
};

/**
 * *Mine tre billeder*, which open what a resident saved as *kun mig*: choosing, opening, changing, turning
 * off; and the page where staff let somebody choose new ones. Trying takes its time on the engine's worker.
 * Which pictures were picked never reaches QML again. UI thread.
 */
class PicturesViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.pictures")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(Note note READ note NOTIFY changed FINAL)
    Q_PROPERTY(int picked READ picked NOTIFY changed FINAL)
    Q_PROPERTY(bool picking READ picking NOTIFY changed FINAL)
    Q_PROPERTY(bool resting READ resting NOTIFY changed FINAL)
    Q_PROPERTY(int triedBefore READ triedBefore NOTIFY changed FINAL)
    Q_PROPERTY(bool earlierSealed READ earlierSealed NOTIFY changed FINAL)
    Q_PROPERTY(bool otherPictures READ otherPictures NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString tabletName READ tabletName NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::TabletRowModel *tablets READ tablets CONSTANT FINAL)
    Q_PROPERTY(bool takesCard READ takesCard NOTIFY changed FINAL)
    Q_PROPERTY(bool byCard READ byCard NOTIFY changed FINAL)
    Q_PROPERTY(bool byPictures READ byPictures NOTIFY changed FINAL)
    Q_PROPERTY(bool atDoor READ atDoor NOTIFY changed FINAL)
    Q_PROPERTY(bool tile READ tile NOTIFY changed FINAL)
    Q_PROPERTY(bool hasTablets READ hasTablets NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Step {
        Reading,
        Fetching, // the tablet's first sync is not through
        Unavailable,
        NotHere,   // another tablet must be opened first
        Intro,     // what it is, before the first choice
        Forgotten, // staff let them choose new ones
        Choose,
        Repeat,     // the same three once more
        ChooseCard, // a card in front of the reader instead
        RepeatCard, // the same card once more
        Open,
        Opened,
        AskTablet, // a tablet that was never asked about: may it be opened there, too?
        Tablets,   // what was said about each
        AskOff,
        AskReset,  // staff
        ResetDone, // staff
    };
    Q_ENUM(Step)
    enum class Note {
        None,
        Checking,
        Wrong,
        WrongWaiting, // and no try for a while
        Waiting,      // from earlier tries
        TryAgain,     // the wait is over
        Differs,      // the second time were others
        Unreadable,   // what the reader read is no card
        Changed,
        Failed, // `problem`
    };
    Q_ENUM(Note)

    enum class Answer { Unasked, Yes, No };
    Q_ENUM(Answer)

    explicit PicturesViewModel(const Context &context, QObject *parent = nullptr);
    ~PicturesViewModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Note note() const { return m_note; }
    [[nodiscard]] int picked() const { return static_cast<int>(m_picked.size()); }
    /** The twelve stand on the page. */
    [[nodiscard]] bool picking() const
    {
        return m_step == Step::Choose || m_step == Step::Repeat || (m_step == Step::Open && !onlyByCard());
    }
    /** A card in front of the reader is what the page waits for, or one of two ways. */
    [[nodiscard]] bool takesCard() const;
    /** A card opens it here. */
    [[nodiscard]] bool byCard() const { return m.session.own().byCard; }
    /** Pictures open it here. */
    [[nodiscard]] bool byPictures() const { return m.session.own().byPictures; }
    /** No pictures are taken right now. */
    [[nodiscard]] bool resting() const { return m_note == Note::Waiting || m_note == Note::WrongWaiting; }
    /** Somebody tried, since they were right last. */
    [[nodiscard]] int triedBefore() const { return m_triedBefore; }
    [[nodiscard]] bool earlierSealed() const { return m.session.own().earlierSealed; }
    [[nodiscard]] bool otherPictures() const { return m.session.own().otherPictures; }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    /** The one that is asked about. */
    [[nodiscard]] QString tabletName() const;
    [[nodiscard]] TabletRowModel *tablets() { return &m_tablets; }
    /** Other tablets that it could be opened on. */
    [[nodiscard]] bool hasTablets() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    /** Before a tile that opens by them: there is nothing to do but to give them, or to go. */
    [[nodiscard]] bool atDoor() const { return m.pages.page() == Navigator::Page::Door; }
    /** They open the tile, too. */
    [[nodiscard]] bool tile() const { return m.session.own().tile; }
    /** To this page, and once they were given or chosen: whether they open the tile from now on. */
    void openForTile(bool on);

    /** The third one begins the checking. The same one twice is passed over. */
    Q_INVOKABLE void pick(const QString &picture);
    /** The last one back. */
    Q_INVOKABLE void undo();
    /** From the introduction, or after a reset: to choosing. */
    Q_INVOKABLE void choose();
    /** After a reset: they came back to mind. */
    Q_INVOKABLE void remember();
    Q_INVOKABLE void change();
    /** In place of pictures: from the introduction, after a reset, or before the first picture. */
    Q_INVOKABLE void chooseCard();
    /** What a reader read; wiped. Does nothing where takesCard() is false. */
    void readCard(std::string text);
    /** There are other ones, chosen on another tablet. */
    Q_INVOKABLE void openOthers();
    /** About the one that is asked about; then comes the next one, if there is one. */
    Q_INVOKABLE void answerTablet(bool yes);
    /** *Ikke nu*: asked again the next time. */
    Q_INVOKABLE void notNow();
    Q_INVOKABLE void showTablets();
    Q_INVOKABLE void setTablet(int row, bool yes);
    Q_INVOKABLE void askOff();
    Q_INVOKABLE void keepOn();
    Q_INVOKABLE void turnOff();
    Q_INVOKABLE void close();
    /** Staff. */
    Q_INVOKABLE void reset();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** The door was left without opening it. */
    void leaving();

private:
    void setTile(bool on);
    [[nodiscard]] bool isHere() const;
    [[nodiscard]] bool opened() const
    {
        return m_step == Step::Opened || m_step == Step::AskTablet || m_step == Step::Tablets;
    }
    void forget();
    void read();
    void readWait();
    void wait(Note note, std::int64_t ms);
    void set(Step step, Note note = Note::None, Problem problem = Problem::None);
    [[nodiscard]] bool onlyByCard() const { return byCard() && !byPictures(); }
    void submit(const seal::OwnSecret &secret);
    [[nodiscard]] const engine::OwnTablet *asked() const;
    void askNext(Note note);
    void sayOf(const DeviceId &tablet, bool yes);
    void showAnswers();
    void onAnswer(int visit, const engine::OwnAnswer &answer);
    [[nodiscard]] static Step stepFor(const engine::OwnSnapshot &own);

    Context m;
    std::vector<std::string> m_picked;
    std::vector<std::string> m_first; // what is to be repeated
    std::string m_card;               // … of which it is not known yet whether it is the same
    Step m_step = Step::Reading;
    Step m_beforeCard = Step::Choose; // where a card was asked for
    Note m_note = Note::None;
    Problem m_problem = Problem::None;
    bool m_changing = false;
    std::optional<bool> m_tileWish; // what they are given for
    int m_triedBefore = 0;
    TabletRowModel m_tablets;
    std::set<DeviceId> m_later; // *ikke nu*, as long as it is open
    QTimer m_wait;
    int m_visit = 0; // answers to an earlier visit open nothing
};

} // namespace trivsel::app

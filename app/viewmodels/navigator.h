#pragma once

#include <QObject>

#include <vector>

#include <qqmlregistration.h>

namespace trivsel::app {

/**
 * Which page stands on the screen. Pages lie on each other; the help page lies over everything and does not
 * disturb what is below. The cover is not a page: see CoverViewModel. UI thread.
 */
class Navigator : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.navigator")
    Q_PROPERTY(trivsel::app::Navigator::Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(bool helpOpen READ helpOpen NOTIFY helpOpenChanged FINAL)

public:
    enum class Page {
        Opening,
        Problem,
        Pairing,
        Start,
        Resident,
        Themes,
        About,
        Begin,
        Question,
        Review,
        Thanks,
        OwnPage,
        Pictures,
        Door, // a tile that opens by three pictures
        Ways, // *Sådan vil jeg have det*
        Plan,
        PlanList,      // one list of a plan
        PlanGroup,     // one group of a plan that repeats: its entries
        PlanEntry,     // one of them, with its fields
        PlanChoice,    // a field with answers to choose from
        PlanOtherView, // *Jeg ser det anderledes*, beside staff's words in a plan
        PlanPrint,     // a plan on paper
        Write,
        Versions,
        History,
        StaffChooser,
        StaffCode,
        ChangeCode,
        Staff,
        StaffResident,
        StaffAnswers,
        Trips,
        Measure,
        ResetPictures,
        Safety,
        Agreement,    // "Sådan bruger vi FIT her"
        Conversation, // setting up a samtale
        Talk,         // a samtale that is under way
        Reply,
        Round,    // one answers in a round in the common room
        Rounds,   // staff hold them, and see what came of them
        Practice, // "Øv dig": what it is, before it begins
    };
    Q_ENUM(Page)

    explicit Navigator(QObject *parent = nullptr);

    [[nodiscard]] Page page() const { return m_pages.back(); }
    [[nodiscard]] bool helpOpen() const { return m_helpOpen; }
    [[nodiscard]] bool contains(Page page) const;

    /** Only this page is left. */
    void reset(Page page);
    void push(Page page);
    /** The page on top becomes this one. */
    void replace(Page page);
    /** Down to the page nearest to the top; nothing when it is not there. */
    void popTo(Page page);
    /** Down to the page that forms are begun from: a samtale, or somebody's own page. */
    void popToHome();
    /** Below the page nearest to the top only the start page is left; nothing when it is not there. */
    void startBelow(Page page);
    /** One page down; nothing on the lowest. */
    void pop();

    Q_INVOKABLE void openHelp();
    Q_INVOKABLE void closeHelp();

Q_SIGNALS:
    void pageChanged();
    void helpOpenChanged();

private:
    void change(std::vector<Page> pages);

    std::vector<Page> m_pages{Page::Opening};
    bool m_helpOpen = false;
};

} // namespace trivsel::app

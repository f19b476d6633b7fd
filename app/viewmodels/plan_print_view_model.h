#pragma once

#include "app/print/print_folder.h"
#include "app/viewmodels/context.h"
#include "app/viewmodels/print_words.h"

#include <functional>
#include <optional>

namespace trivsel::app {

/** A plan on paper: whose words go along, and where the file was put. What is printed is what the page of the
 * plan shows, without what is unfinished; it is written down that it left the tablet before there is a file.
 * Reads what PlanViewModel has read. UI thread. */
class PlanPrintViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planPrint")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanPrintViewModel::Whose whose READ whose NOTIFY changed FINAL)
    Q_PROPERTY(bool empty READ empty NOTIFY changed FINAL)
    Q_PROPERTY(bool unfinished READ unfinished NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanPrintViewModel::Outcome outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    Q_PROPERTY(QString folder READ folder NOTIFY changed FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY changed FINAL)

public:
    enum class Whose { Mine, Staffs, Both };
    Q_ENUM(Whose)
    enum class Outcome { None, Printed, FolderMissing, FolderClosed, NotComplete, NotAllowed, Failed };
    Q_ENUM(Outcome)
    /** Puts it in the folder of this device; none: nobody can print here. */
    using Print = std::function<print::Written(const print::PlanPrint &)>;

    PlanPrintViewModel(const Context &context, Print print, QObject *parent = nullptr);

    /** A plan of that kind, by the one who sits here. */
    [[nodiscard]] bool mayPrint(const catalogue::Definition &definition) const;
    /** Residents begin with their own words, staff with both. */
    void open(const catalogue::DefinitionPtr &definition, const engine::PlanSnapshot &plan);
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_plan.has_value(); }
    [[nodiscard]] QString planTitle() const;
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] Whose whose() const { return m_whose; }
    /** There is nothing to print of what was chosen. */
    [[nodiscard]] bool empty() const { return m_empty; }
    /** Something of one's own is begun; it does not go along. */
    [[nodiscard]] bool unfinished() const { return m_unfinished; }
    [[nodiscard]] bool busy() const { return m_busy; }
    /** Of the last makeFile(), until something else is chosen. */
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] int pages() const { return m_written.pages; }

    Q_INVOKABLE void choose(trivsel::app::PlanPrintViewModel::Whose whose);
    /** One at a time; a tap meanwhile does nothing. */
    Q_INVOKABLE void makeFile(trivsel::app::PrintWords *words);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] print::PlanPrint paper(const PrintWords &words) const;
    void put(const Status &allowed, const PrintWords *words);
    void forget();
    void update();

    Context m;
    Print m_print;
    catalogue::DefinitionPtr m_definition;
    std::optional<engine::PlanSnapshot> m_plan;
    Whose m_whose = Whose::Mine;
    bool m_empty = true;
    bool m_unfinished = false;
    bool m_busy = false;
    Outcome m_outcome = Outcome::None;
    print::Written m_written;
    int m_visit = 0; // answers to an earlier visit print nothing
};

} // namespace trivsel::app

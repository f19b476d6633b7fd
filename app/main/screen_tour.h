#pragma once

#include "app/main/practice_run.h"

#include <QString>

#include <functional>
#include <vector>

namespace trivsel::app {

/**
 * Goes through every page the way people do, by the commands of the view-models, for --self-test and
 * --screens. It writes: only ever run it on data that may be thrown away.
 */
class ScreenTour : public QObject
{
    Q_OBJECT

public:
    /** `code` is that of the made-up home's Mette, or of the phone's owner. `shown` is called when a page
     * stands and everything asked of the core has come back. */
    ScreenTour(App &app, PracticeRun &practice, std::string code,
               std::function<void(const QString &name)> shown);

    void start();

Q_SIGNALS:
    /** Names of the pages that could not be reached. */
    void finished(const QStringList &missed);

private:
    enum class Where { Everywhere, StaffDevice, OtherDevices, OwnPhone, HousesDevice, WithPictures, WithPrints };
    struct Stop
    {
        const char *name; // nullptr: on the way, not shown
        std::function<void()> go;
        Navigator::Page page;
        bool covered = false;
        bool help = false;
        Where where = Where::Everywhere;
        bool practising = false; // `page` is the practice's
    };

    void addResidentStops();
    void addPicturesStops();
    void addFormStops();
    void addOwnPageStops();
    void addPlanStops();
    void addEntryStops();
    void addStaffStops();
    void addTalkStops();
    void addTripStops();
    void addSafetyStops();
    void addRoundStops();
    void addPracticeStops();
    /** To a resident's page; on a staff device past somebody's code. */
    void addEntering(const char *name);
    void chooseStaff();
    void type(const std::string &digits);
    void notNow();
    void addWaysStops();
    void openWay(WaysViewModel::Kind kind);
    void pick(std::initializer_list<const char *> pictures);
    [[nodiscard]] bool isHere(const Stop &stop);
    void add(const char *name, Navigator::Page page, std::function<void()> go,
             Where where = Where::Everywhere);
    void next();
    void arrive();
    [[nodiscard]] bool isThere(const Stop &stop) const;

    App &m_app;
    PracticeRun &m_practice;
    std::string m_code;
    std::function<void(const QString &)> m_shown;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    int m_waited = 0;
    int m_quiet = 0;
    QStringList m_missed;
};

} // namespace trivsel::app

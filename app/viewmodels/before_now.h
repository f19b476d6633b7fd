#pragma once

#include "app/viewmodels/own_curve.h"

namespace trivsel::app {

/** label, before, now (words as they stood on the screen; empty: nothing was answered) */
class BeforeNowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit BeforeNowModel(QObject *parent = nullptr) : ListModel({"label", "before", "now"}, parent) {}
};

/** day, chosen */
class DayModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit DayModel(QObject *parent = nullptr) : ListModel({"day", "chosen"}, parent) {}
};

/**
 * "Før og nu": two of the resident's own sheets of the form that the curve shows, side by side, in their words
 * of then. Nothing is said about which is better. Follows the session; empty for staff. UI thread.
 */
class BeforeNow : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::BeforeNowModel *areas READ areas CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::DayModel *days READ days CONSTANT FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString form READ form NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(QString beforeDay READ beforeDay NOTIFY changed FINAL)
    Q_PROPERTY(QString nowDay READ nowDay NOTIFY changed FINAL)
    Q_PROPERTY(QString beforeSaid READ beforeSaid NOTIFY changed FINAL)
    Q_PROPERTY(QString nowSaid READ nowSaid NOTIFY changed FINAL)
    Q_PROPERTY(Side choosing READ choosing NOTIFY changed FINAL)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY changed FINAL)

public:
    /** Days of the list before "Vis ældre". */
    static constexpr std::size_t kRows = 8;
    enum class Side { None, First, Second };
    Q_ENUM(Side)

    BeforeNow(const Context &context, OwnCurve &curve, QObject *parent = nullptr);

    [[nodiscard]] BeforeNowModel *areas() { return &m_areas; }
    [[nodiscard]] DayModel *days() { return &m_days; }
    /** There are two to put beside each other. */
    [[nodiscard]] bool ready() const { return m_sheets.size() >= 2; }
    [[nodiscard]] QString form() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] QString beforeDay() const { return day(m_before); }
    [[nodiscard]] QString nowDay() const { return day(m_now); }
    /** What was written then, in full. */
    [[nodiscard]] QString beforeSaid() const { return said(m_before); }
    [[nodiscard]] QString nowSaid() const { return said(m_now); }
    /** Whose day is being chosen. */
    [[nodiscard]] Side choosing() const { return m_choosing; }
    [[nodiscard]] bool hasOlder() const { return m_limit < m_sheets.size(); }

    Q_INVOKABLE void chooseDay(trivsel::app::BeforeNow::Side side);
    Q_INVOKABLE void pickDay(int row);
    Q_INVOKABLE void showOlder();

Q_SIGNALS:
    void changed();

private:
    void update();
    void fill();
    [[nodiscard]] const engine::ResponseShown *sheet(const EntityId &id) const;
    [[nodiscard]] QString day(const EntityId &id) const;
    [[nodiscard]] QString said(const EntityId &id) const;

    Context m;
    OwnCurve &m_curve;
    BeforeNowModel m_areas;
    DayModel m_days;
    std::vector<engine::ResponseShown> m_sheets; // answered ones, newest first
    EntityId m_before;
    EntityId m_now;
    bool m_picked = false; // else the first and the newest, also when one more comes in
    Side m_choosing = Side::None;
    std::size_t m_limit = kRows;
};

} // namespace trivsel::app

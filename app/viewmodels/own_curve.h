#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "proto/domain/curve.h"

namespace trivsel::app {

/** kind (OwnCurve.Kind), tenths (-1 a gap), from (tenths the line comes from, -1 none), base (tenths of the own
 * baseline, -1 none), newWay, words, day, doubtful; oldest first */
class CurveModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit CurveModel(QObject *parent = nullptr)
        : ListModel({"kind", "tenths", "from", "base", "newWay", "words", "day", "doubtful"},
                    parent)
    {
    }
};

/** words, tenths: what stands beside the lines of the chart, highest first */
class LevelModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit LevelModel(QObject *parent = nullptr) : ListModel({"words", "tenths"}, parent) {}
};

/** title (the area in short), form, about (name, may be empty), chosen */
class AreaModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit AreaModel(QObject *parent = nullptr) : ListModel({"title", "form", "about", "chosen"}, parent) {}
};

/**
 * The open resident's own answers to one area, as a line and in plain words: beside their own first three, never
 * anybody else's. Follows the session; empty for staff. UI thread.
 */
class OwnCurve : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::CurveModel *points READ points CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::LevelModel *levels READ levels CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::AreaModel *areas READ areas CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(int stepTenths READ stepTenths NOTIFY changed FINAL)
    Q_PROPERTY(int highest READ highest NOTIFY changed FINAL)
    Q_PROPERTY(int lowest READ lowest NOTIFY changed FINAL)
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed FINAL)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed FINAL)
    Q_PROPERTY(bool doubtful READ doubtful NOTIFY changed FINAL)
    Q_PROPERTY(bool gaps READ gaps NOTIFY changed FINAL)
    Q_PROPERTY(bool otherWays READ otherWays NOTIFY changed FINAL)
    Q_PROPERTY(bool asList READ asList NOTIFY changed FINAL)

public:
    /** Points that the page has room for; the own baseline is of all there are. */
    static constexpr std::size_t kShown = 12;
    enum class Kind { Answered, Left, NotToday };
    Q_ENUM(Kind)
    /** TooFew: not three answers yet. NewWay: not three in the way of answering that is used now. */
    enum class State { Nothing, TooFew, NewWay, Lower, AsBefore, Higher };
    Q_ENUM(State)

    explicit OwnCurve(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] CurveModel *points() { return &m_points; }
    [[nodiscard]] LevelModel *levels() { return &m_levels; }
    [[nodiscard]] AreaModel *areas() { return &m_areas; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int stepTenths() const { return m_step; }
    /** Tenths of the levels at the ends of the scale. */
    [[nodiscard]] int highest() const { return m_highest; }
    [[nodiscard]] int lowest() const { return m_lowest; }
    /** Days of the points at the ends, in short. */
    [[nodiscard]] QString firstDay() const { return m_firstDay; }
    [[nodiscard]] QString lastDay() const { return m_lastDay; }
    /** The clock was not sure when one of the points was given. */
    [[nodiscard]] bool doubtful() const { return m_doubtful; }
    /** One of the points is an empty place. */
    [[nodiscard]] bool gaps() const { return m_gaps; }
    /** One of the points stands after a change of the way of answering. */
    [[nodiscard]] bool otherWays() const { return m_otherWays; }
    [[nodiscard]] bool asList() const { return m_asList; }

    /** Whose areas are shown: sheets of one form, about one person or about oneself. */
    struct Sheets
    {
        catalogue::DefinitionPtr definition; // null: nothing is shown
        PersonId about;
    };
    [[nodiscard]] Sheets sheets() const;

    Q_INVOKABLE void show(int area);
    Q_INVOKABLE void setAsList(bool asList);

Q_SIGNALS:
    void changed();

private:
    struct Area
    {
        catalogue::DefinitionPtr definition;
        const catalogue::Item *item = nullptr; // of the definition
        PersonId about;
        [[nodiscard]] bool isSame(const Area &other) const
        {
            return definition->url == other.definition->url && item->linkId == other.item->linkId &&
                   about == other.about;
        }
    };
    void update();
    void findAreas();
    void fillAreas();
    void fillCurve();
    void fillLevels(wire::v1::Way way);
    [[nodiscard]] std::vector<domain::CurveEntry> entriesOf(const Area &area) const;

    Context m;
    CurveModel m_points;
    LevelModel m_levels;
    AreaModel m_areas;
    std::vector<Area> m_all;
    std::optional<Area> m_area;
    State m_state = State::Nothing;
    int m_step = 0;
    int m_highest = 0;
    int m_lowest = 0;
    QString m_firstDay;
    QString m_lastDay;
    bool m_doubtful = false;
    bool m_gaps = false;
    bool m_otherWays = false;
    bool m_asList = false;
};

} // namespace trivsel::app

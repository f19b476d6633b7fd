#pragma once

#include "app/viewmodels/context.h"

#include <functional>

namespace trivsel::app {

/**
 * The screen's measure: staff hold a card against a drawn one and make them as large as each other. In
 * pixels per mm; what was kept holds on this tablet from then on. UI thread.
 */
class MeasureViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.measure")
    Q_PROPERTY(double pxPerMm READ pxPerMm NOTIFY changed FINAL)
    Q_PROPERTY(bool canGrow READ canGrow NOTIFY changed FINAL)
    Q_PROPERTY(bool canShrink READ canShrink NOTIFY changed FINAL)
    Q_PROPERTY(bool measured READ measured NOTIFY keptChanged FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /** Puts it on disk; false when it could not. */
    using Keep = std::function<bool(double pxPerMm)>;

    /** `kept`: from before, 0 = nobody has measured. */
    MeasureViewModel(const Context &context, double kept, Keep keep, QObject *parent = nullptr);

    /** As the drawn card has it now. */
    [[nodiscard]] double pxPerMm() const { return m_now; }
    [[nodiscard]] bool canGrow() const;
    [[nodiscard]] bool canShrink() const;
    /** What holds: 0 = nobody has measured. */
    [[nodiscard]] double kept() const { return m_kept; }
    [[nodiscard]] bool measured() const { return m_kept > 0; }
    [[nodiscard]] bool failed() const { return m_failed; }

    /** `screen`: what the screen is taken for now, to begin with. */
    Q_INVOKABLE void open(double screen);
    /** Steps of half a percent: 0.4 mm of a card. Brought to the nearest end of what is credible. */
    Q_INVOKABLE void step(int steps);
    /** Dragged: the drawn card is that many pixels wide. */
    Q_INVOKABLE void drag(double cardPx, double cardMm);
    Q_INVOKABLE void save();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    void keptChanged();

private:
    void set(double pxPerMm);

    Context m;
    double m_kept;
    Keep m_keep;
    double m_now = 0;
    bool m_failed = false;
};

} // namespace trivsel::app

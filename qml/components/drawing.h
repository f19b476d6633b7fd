#pragma once

#include <QByteArray>
#include <QColor>
#include <QQuickPaintedItem>
#include <QSvgRenderer>
#include <qqmlregistration.h>

namespace trivsel {

/** What a drawing's named parts look like just now. A width of 0 keeps the one in the file. */
struct DrawingLook
{
    QColor ink;
    QColor paper;
    QColor a;
    QColor b;
    QColor c;
    qreal stroke = 0;
};

/** Replaces every var(--name, fallback) in an SVG by the look's value; an unknown name keeps its fallback. */
[[nodiscard]] QByteArray applyLook(const QByteArray &svg, const DrawingLook &look);

/**
 * One of our SVG drawings, coloured by the theme and painted at the screen's own pixels, so that it is crisp
 * with every renderer. Decorative: the control around it carries the name. Main thread only.
 */
class Drawing : public QQuickPaintedItem
{
    Q_OBJECT
    QML_NAMED_ELEMENT(TrDrawing)
    /** Path under assets/ without the ending, for example "faces/face-1". */
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor a READ a WRITE setA NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor b READ b WRITE setB NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor c READ c WRITE setC NOTIFY lookChanged FINAL)
    /** Width of the main strokes in the drawing's own units; thin ones are one less. */
    Q_PROPERTY(qreal stroke READ stroke WRITE setStroke NOTIFY lookChanged FINAL)
    /** False when there is no such drawing; nothing is painted then. */
    Q_PROPERTY(bool valid READ isValid NOTIFY sourceChanged FINAL)

public:
    explicit Drawing(QQuickItem *parent = nullptr);

    [[nodiscard]] QString source() const { return m_source; }
    [[nodiscard]] QColor ink() const { return m_look.ink; }
    [[nodiscard]] QColor paper() const { return m_look.paper; }
    [[nodiscard]] QColor a() const { return m_look.a; }
    [[nodiscard]] QColor b() const { return m_look.b; }
    [[nodiscard]] QColor c() const { return m_look.c; }
    [[nodiscard]] qreal stroke() const { return m_look.stroke; }
    [[nodiscard]] bool isValid() const { return !m_svg.isEmpty(); }

    void setSource(const QString &source);
    void setInk(const QColor &colour) { change(m_look.ink, colour); }
    void setPaper(const QColor &colour) { change(m_look.paper, colour); }
    void setA(const QColor &colour) { change(m_look.a, colour); }
    void setB(const QColor &colour) { change(m_look.b, colour); }
    void setC(const QColor &colour) { change(m_look.c, colour); }
    void setStroke(qreal width) { change(m_look.stroke, width); }

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void sourceChanged();
    void lookChanged();

private:
    template <typename Value> void change(Value &member, const Value &value)
    {
        if (member != value) {
            member = value;
            m_stale = true;
            Q_EMIT lookChanged();
            update();
        }
    }

    QString m_source;
    QByteArray m_svg;
    DrawingLook m_look;
    QSvgRenderer m_renderer;
    bool m_stale = true;
};

} // namespace trivsel

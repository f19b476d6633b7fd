#include "qml/components/drawing.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>

namespace trivsel {

namespace {

QString valueOf(const QString &name, const DrawingLook &look)
{
    const auto colour = [](const QColor &value) {
        return value.isValid() ? value.name(QColor::HexRgb) : QString();
    };
    const auto width = [](qreal value) { return value > 0 ? QString::number(value) : QString(); };
    if (name == u"ink") {
        return colour(look.ink);
    }
    if (name == u"paper") {
        return colour(look.paper);
    }
    if (name == u"a") {
        return colour(look.a);
    }
    if (name == u"b") {
        return colour(look.b);
    }
    if (name == u"c") {
        return colour(look.c);
    }
    if (name == u"stroke") {
        return width(look.stroke);
    }
    return name == u"thin" ? width(look.stroke - 1) : QString();
}

} // namespace

QByteArray applyLook(const QByteArray &svg, const DrawingLook &look)
{
    static const QRegularExpression variable(QStringLiteral(R"(var\(--([a-z]+), ([^)]*)\))"));
    const QString text = QString::fromUtf8(svg);
    QString result;
    qsizetype from = 0;
    for (auto matches = variable.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString value = valueOf(match.captured(1), look);
        result += QStringView(text).mid(from, match.capturedStart() - from);
        result += value.isEmpty() ? match.captured(2) : value;
        from = match.capturedEnd();
    }
    result += QStringView(text).mid(from);
    return result.toUtf8();
}

Drawing::Drawing(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void Drawing::setSource(const QString &source)
{
    if (m_source == source) {
        return;
    }
    m_source = source;
    m_svg.clear();
    m_stale = true;
    if (!source.isEmpty()) {
        QFile file(QStringLiteral(":/trivsel/%1.svg").arg(source));
        if (file.open(QIODevice::ReadOnly)) {
            m_svg = file.readAll();
        } else {
            qWarning("There is no drawing named %s.", qPrintable(source));
        }
    }
    Q_EMIT sourceChanged();
    update();
}

void Drawing::paint(QPainter *painter)
{
    if (m_svg.isEmpty()) {
        return;
    }
    if (m_stale) {
        m_renderer.load(applyLook(m_svg, m_look));
        m_stale = false;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    m_renderer.render(painter, QRectF(0, 0, width(), height()));
}

} // namespace trivsel

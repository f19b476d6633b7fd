#include "qml/components/bar_row.h"

#include <algorithm>

namespace trivsel {

namespace {

bool takesRoom(const QQuickItem *item)
{
    return item->isVisible() && item->implicitWidth() > 0;
}

} // namespace

BarRow::~BarRow()
{
    // The base class lets go of the children after this, and their signals must not come here any more.
    for (QQuickItem *item : childItems()) {
        disconnect(item, nullptr, this, nullptr);
    }
}

void BarRow::setSpacing(qreal spacing)
{
    if (m_spacing != spacing) {
        m_spacing = spacing;
        Q_EMIT spacingChanged();
        arrange();
    }
}

void BarRow::setAlignRight(bool right)
{
    if (m_alignRight != right) {
        m_alignRight = right;
        Q_EMIT alignRightChanged();
        arrange();
    }
}

void BarRow::componentComplete()
{
    QQuickItem::componentComplete();
    arrange();
}

void BarRow::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemChildAddedChange) {
        for (auto signal : {&QQuickItem::implicitWidthChanged, &QQuickItem::implicitHeightChanged,
                            &QQuickItem::visibleChanged}) {
            connect(data.item, signal, this, &BarRow::arrange);
        }
        arrange();
    } else if (change == ItemChildRemovedChange) {
        disconnect(data.item, nullptr, this, nullptr);
        arrange();
    }
}

void BarRow::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.width() != before.width()) {
        arrange();
    }
}

void BarRow::arrange()
{
    // Giving a child its width can change its height, which calls here again; two rounds settle that.
    if (m_arranging || !isComponentComplete()) {
        return;
    }
    m_arranging = true;
    measure();
    for (int round = 0; round < 2; ++round) {
        qreal top = 0;
        for (const Row &row : rows()) {
            top += place(row, top) + m_spacing;
        }
        setImplicitHeight(std::max(0.0, top - m_spacing));
    }
    m_arranging = false;
}

void BarRow::measure()
{
    qreal natural = 0;
    for (const QQuickItem *item : childItems()) {
        if (takesRoom(item)) {
            natural += item->implicitWidth() + (natural > 0 ? m_spacing : 0);
        }
    }
    setImplicitWidth(natural);
    if (m_naturalWidth != natural) {
        m_naturalWidth = natural;
        Q_EMIT naturalWidthChanged();
    }
}

std::vector<BarRow::Row> BarRow::rows() const
{
    std::vector<Row> result;
    qreal used = 0;
    for (QQuickItem *item : childItems()) {
        if (!takesRoom(item)) {
            continue;
        }
        // Half a pixel of mercy: widths come from letters and are not whole.
        if (result.empty() || used + m_spacing + item->implicitWidth() > width() + 0.5) {
            result.emplace_back();
            used = -m_spacing;
        }
        result.back().push_back(item);
        used += m_spacing + item->implicitWidth();
    }
    return result;
}

qreal BarRow::place(const Row &row, qreal top) const
{
    qreal used = -m_spacing;
    qreal height = 0;
    for (QQuickItem *item : row) {
        item->setWidth(std::min(item->implicitWidth(), width()));
        used += item->width() + m_spacing;
        height = std::max(height, item->height());
    }
    qreal left = m_alignRight ? std::max(0.0, width() - used) : 0;
    for (QQuickItem *item : row) {
        item->setPosition(QPointF(left, top + (height - item->height()) / 2));
        left += item->width() + m_spacing;
    }
    return height;
}

} // namespace trivsel

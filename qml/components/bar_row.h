#pragma once

#include <QQuickItem>
#include <qqmlregistration.h>

#include <vector>

namespace trivsel {

/**
 * Lays its children out in a row, each as wide as it likes but never wider than the row; what does not fit
 * stands on the next row. Children that are invisible or want no width take no room. Main thread only.
 */
class BarRow : public QQuickItem
{
    Q_OBJECT
    QML_NAMED_ELEMENT(TrBarRow)
    /** Pixels between two children, and between two rows. */
    Q_PROPERTY(qreal spacing READ spacing WRITE setSpacing NOTIFY spacingChanged FINAL)
    /** Each row ends at the right edge. */
    Q_PROPERTY(bool alignRight READ alignRight WRITE setAlignRight NOTIFY alignRightChanged FINAL)
    /** The width at which everything stands in one row; 0 when nothing is there. */
    Q_PROPERTY(qreal naturalWidth READ naturalWidth NOTIFY naturalWidthChanged FINAL)

public:
    explicit BarRow(QQuickItem *parent = nullptr) : QQuickItem(parent) {}
    ~BarRow() override;

    [[nodiscard]] qreal spacing() const { return m_spacing; }
    [[nodiscard]] bool alignRight() const { return m_alignRight; }
    [[nodiscard]] qreal naturalWidth() const { return m_naturalWidth; }

    void setSpacing(qreal spacing);
    void setAlignRight(bool right);

Q_SIGNALS:
    void spacingChanged();
    void alignRightChanged();
    void naturalWidthChanged();

protected:
    void componentComplete() override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    using Row = std::vector<QQuickItem *>;

    void arrange();
    void measure();
    [[nodiscard]] std::vector<Row> rows() const;
    qreal place(const Row &row, qreal top) const;

    qreal m_spacing = 0;
    qreal m_naturalWidth = 0;
    bool m_alignRight = false;
    bool m_arranging = false;
};

} // namespace trivsel

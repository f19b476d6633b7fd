#pragma once

#include <QAbstractListModel>
#include <QByteArray>
#include <QVariant>

#include <initializer_list>
#include <vector>

#include <qqmlregistration.h>

namespace trivsel::app {

/** One row: a key that stays with the thing it shows, and one cell per role. */
struct ListRow
{
    QByteArray key;
    QVariantList cells;
};

/**
 * Base of the lists that QML sees. A new state is compared with the old by key: rows are inserted, removed,
 * moved or changed one by one, never reset, so that a finger that is on its way down meets the row it aimed
 * at. UI thread.
 */
class ListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    /** Keys must differ. */
    void setRows(std::vector<ListRow> rows);

Q_SIGNALS:
    void countChanged();

protected:
    /** Role names in the order of the cells; the first has the number Qt::UserRole + 1. */
    explicit ListModel(std::initializer_list<const char *> roles, QObject *parent = nullptr);

private:
    /** Both: whether the count is another now. */
    bool removeMissing(const std::vector<ListRow> &rows);
    bool placeAt(int to, ListRow row);

    std::vector<QByteArray> m_roles;
    std::vector<ListRow> m_rows;
};

} // namespace trivsel::app

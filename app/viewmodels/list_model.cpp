#include "app/viewmodels/list_model.h"

#include <algorithm>

namespace trivsel::app {

namespace {
constexpr int kFirstRole = Qt::UserRole + 1;
}

ListModel::ListModel(std::initializer_list<const char *> roles, QObject *parent) : QAbstractListModel(parent)
{
    m_roles.reserve(roles.size());
    for (const char *role : roles) {
        m_roles.emplace_back(role);
    }
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    const int cell = role - kFirstRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || cell < 0) {
        return {};
    }
    return m_rows[static_cast<std::size_t>(index.row())].cells.value(cell);
}

QHash<int, QByteArray> ListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        names.insert(kFirstRole + static_cast<int>(i), m_roles[i]);
    }
    return names;
}

void ListModel::setRows(std::vector<ListRow> rows)
{
    bool counted = removeMissing(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        counted = placeAt(static_cast<int>(i), std::move(rows[i])) || counted;
    }
    if (counted) { // also when they are as many as before: a delegate reads the count when its row comes
        Q_EMIT countChanged();
    }
}

bool ListModel::removeMissing(const std::vector<ListRow> &rows)
{
    const int before = count();
    for (int at = count() - 1; at >= 0; --at) {
        const QByteArray &key = m_rows[static_cast<std::size_t>(at)].key;
        if (std::none_of(rows.begin(), rows.end(), [&](const ListRow &row) { return row.key == key; })) {
            beginRemoveRows({}, at, at);
            m_rows.erase(m_rows.begin() + at);
            endRemoveRows();
        }
    }
    return count() != before;
}

bool ListModel::placeAt(int to, ListRow row)
{
    const auto found = std::find_if(m_rows.begin() + to, m_rows.end(),
                                    [&](const ListRow &old) { return old.key == row.key; });
    if (found == m_rows.end()) {
        beginInsertRows({}, to, to);
        m_rows.insert(m_rows.begin() + to, std::move(row));
        endInsertRows();
        return true;
    }
    const int from = static_cast<int>(found - m_rows.begin());
    if (from != to) {
        beginMoveRows({}, from, from, {}, to);
        std::rotate(m_rows.begin() + to, found, found + 1);
        endMoveRows();
    }
    ListRow &here = m_rows[static_cast<std::size_t>(to)];
    if (here.cells != row.cells) {
        here.cells = std::move(row.cells);
        Q_EMIT dataChanged(index(to), index(to));
    }
    return false;
}

} // namespace trivsel::app

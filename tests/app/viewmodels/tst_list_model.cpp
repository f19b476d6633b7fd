// Lists change row by row, so that a finger on its way down meets the row it aimed at.
#include "app/viewmodels/start_view_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace trivsel::app;

namespace {

ListRow row(const char *key, const char *name)
{
    return {key, {QString::fromLatin1(name), QString(), 1}};
}

QStringList names(const TileModel &model)
{
    QStringList all;
    for (int i = 0; i < model.count(); ++i) {
        all.append(model.data(model.index(i), model.roleNames().key("name")).toString());
    }
    return all;
}

} // namespace

class TestListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverResets_data();
    void neverResets();
    void anUnchangedRowSaysNothing();
    void aMovedRowKeepsItsIndexObject();
    void whoReadTheCountOnTheWayHearsOfTheLast();
};

void TestListModel::neverResets_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const QStringList states{QString(),
                             QStringLiteral("a"),
                             QStringLiteral("abc"),
                             QStringLiteral("cab"),
                             QStringLiteral("bd"),
                             QStringLiteral("edcba")};
    for (const QString &from : states) {
        for (const QString &to : states) {
            QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to;
        }
    }
}

void TestListModel::neverResets()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto rowsOf = [](const QString &letters) {
        std::vector<ListRow> rows;
        for (const QChar letter : letters) {
            rows.push_back({QByteArray(1, letter.toLatin1()), {QString(letter), QString(), 1}});
        }
        return rows;
    };
    TileModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(rowsOf(from));
    model.setRows(rowsOf(to));
    QCOMPARE(names(model).join(QString()), to);
    QCOMPARE(resets.count(), 0);
}

void TestListModel::anUnchangedRowSaysNothing()
{
    TileModel model;
    model.setRows({row("1", "Sofie"), row("2", "Karim")});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy counts(&model, &ListModel::countChanged);
    model.setRows({row("1", "Sofie"), row("2", "Karim K")});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(counts.count(), 0);
}

/** A delegate is made while its row is put in; what it reads then must not be the last that it hears. */
void TestListModel::whoReadTheCountOnTheWayHearsOfTheLast()
{
    TileModel model;
    model.setRows({row("a", "A"), row("b", "B"), row("c", "C")});
    int read = 0;
    connect(&model, &QAbstractItemModel::rowsInserted, this, [&] { read = read == 0 ? model.count() : read; });
    connect(&model, &ListModel::countChanged, this, [&] { read = model.count(); });
    model.setRows({row("d", "D"), row("e", "E"), row("f", "F")}); // as many as before
    QCOMPARE(read, 3);
}

void TestListModel::aMovedRowKeepsItsIndexObject()
{
    TileModel model;
    model.setRows({row("1", "Sofie"), row("2", "Karim"), row("3", "Birthe")});
    const QPersistentModelIndex karim(model.index(1));
    model.setRows({row("3", "Birthe"), row("1", "Sofie"), row("2", "Karim")});
    QCOMPARE(karim.row(), 2);
}

QTEST_GUILESS_MAIN(TestListModel)
#include "tst_list_model.moc"

#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

class RoundViewModel;
class SignInViewModel;

/** name (may be empty), picture, tint 1–6 */
class TileModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit TileModel(QObject *parent = nullptr) : ListModel({"name", "picture", "tint"}, parent) {}
};

/** "Hvem er du?": the tiles of the house. Nothing here tells what anybody has due. */
class StartViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.start")
    Q_PROPERTY(trivsel::app::TileModel *tiles READ tiles CONSTANT FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString homeName READ homeName NOTIFY changed FINAL)
    Q_PROPERTY(QString tabletName READ tabletName NOTIFY changed FINAL)
    Q_PROPERTY(bool demo READ demo NOTIFY changed FINAL)
    Q_PROPERTY(bool keyFile READ keyFile NOTIFY changed FINAL)
    Q_PROPERTY(int columns READ columns NOTIFY changed FINAL)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed FINAL)
    Q_PROPERTY(int pageIndex READ pageIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool roundOpen READ roundOpen NOTIFY changed FINAL)

public:
    /** More tiles than this go to another page. */
    static constexpr int kTilesPerPage = 12;

    StartViewModel(const Context &context, SignInViewModel &signIn, RoundViewModel &round,
                   QObject *parent = nullptr);

    [[nodiscard]] TileModel *tiles() { return &m_tiles; }
    [[nodiscard]] bool ready() const { return m.session.homeKnown(); }
    [[nodiscard]] QString homeName() const;
    [[nodiscard]] QString tabletName() const;
    [[nodiscard]] bool demo() const { return m.session.home().demo; }
    [[nodiscard]] bool keyFile() const { return m.session.home().keyFile; }
    /** Tiles side by side on a screen that lies down: 3 up to six tiles, else 4. */
    [[nodiscard]] int columns() const;
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int pageIndex() const { return m_page; }
    [[nodiscard]] bool roundOpen() const;

    /** On a device that staff carry somebody of them gives their code first. */
    Q_INVOKABLE void openTile(int row);
    Q_INVOKABLE void openStaff();
    Q_INVOKABLE void openRound();
    Q_INVOKABLE void showPage(int page);

Q_SIGNALS:
    void changed();

private:
    void update();

    Context m;
    SignInViewModel &m_signIn;
    RoundViewModel &m_round;
    TileModel m_tiles;
    int m_page = 0;
};

} // namespace trivsel::app

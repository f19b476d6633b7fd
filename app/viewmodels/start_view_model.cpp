#include "app/viewmodels/start_view_model.h"

#include "app/viewmodels/round_view_model.h"
#include "app/viewmodels/sign_in_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

StartViewModel::StartViewModel(const Context &context, SignInViewModel &signIn, RoundViewModel &round,
                               QObject *parent)
    : QObject(parent), m(context), m_signIn(signIn), m_round(round)
{
    connect(&m_round, &RoundViewModel::changed, this, &StartViewModel::changed);
    connect(&m.session, &Session::homeChanged, this, &StartViewModel::update);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() == Navigator::Page::Start) {
            showPage(0); // the next person is another one
        }
    });
}

QString StartViewModel::homeName() const
{
    return toQt(m.session.home().name);
}

QString StartViewModel::tabletName() const
{
    return toQt(m.session.home().tabletName);
}

int StartViewModel::columns() const
{
    return m.session.home().residents.size() <= 6 ? 3 : 4;
}

int StartViewModel::pageCount() const
{
    const int tiles = static_cast<int>(m.session.home().residents.size());
    return std::max(1, (tiles + kTilesPerPage - 1) / kTilesPerPage);
}

void StartViewModel::update()
{
    m_page = std::clamp(m_page, 0, pageCount() - 1);
    const auto &residents = m.session.home().residents;
    std::vector<ListRow> rows;
    const std::size_t first = static_cast<std::size_t>(m_page) * kTilesPerPage;
    for (std::size_t i = first; i < residents.size() && i < first + kTilesPerPage; ++i) {
        const auto &tile = residents[i];
        rows.push_back(
            {QByteArray::fromStdString(tile.id.str()), {toQt(tile.name), toQt(tile.picture), tile.tint}});
    }
    m_tiles.setRows(std::move(rows));
    Q_EMIT changed();
}

void StartViewModel::openTile(int row)
{
    const auto &residents = m.session.home().residents;
    const int at = m_page * kTilesPerPage + row;
    if (row < 0 || row >= m_tiles.count() || static_cast<std::size_t>(at) >= residents.size()) {
        return;
    }
    const auto &tile = residents[static_cast<std::size_t>(at)];
    if (m.session.home().kind != TabletKind::Shared) {
        m_signIn.askBeside(tile);
        return;
    }
    m.session.enterResident(tile);
    m.pages.push(Navigator::Page::Resident);
}

bool StartViewModel::roundOpen() const
{
    return m_round.open();
}

void StartViewModel::openRound()
{
    m_round.enter();
}

void StartViewModel::openStaff()
{
    m.pages.push(Navigator::Page::StaffChooser);
}

void StartViewModel::showPage(int page)
{
    m_page = page;
    update();
}

} // namespace trivsel::app

#include "app/viewmodels/other_view_cell.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/session.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

namespace {

OtherViewCell cellOf(const domain::OtherView &view, const Session &session, const Formatters &format)
{
    OtherViewCell cell;
    cell.text = toQt(view.text);
    cell.older = view.older;
    cell.wordsDay = format.day(view.wordsMs);
    cell.signature.known = true;
    cell.signature.byYou = cell.signature.enteredByYou = view.author == session.who().person;
    cell.signature.author = cell.signature.enterer = session.nameOf(view.author);
    cell.signature.day = format.day(view.atMs);
    cell.signature.moment = format.fullMoment(view.atMs);
    return cell;
}

OtherViewCell cellOf(const engine::BegunOtherView &begun)
{
    OtherViewCell cell;
    cell.text = toQt(begun.text);
    cell.unfinished = true;
    return cell;
}

} // namespace

QByteArray OtherViewRow::key() const
{
    const QByteArray id = view ? QByteArray::fromStdString(view->id.str()) : QByteArray("new");
    return cell.unfinished ? id + " begun" : id;
}

std::vector<OtherViewRow> otherViewRows(const std::vector<domain::OtherView> &views,
                                        const std::vector<engine::BegunOtherView> &begun,
                                        const Session &session, const Formatters &format)
{
    std::vector<OtherViewRow> rows;
    for (const domain::OtherView &view : views) {
        OtherViewRow &stands = rows.emplace_back(OtherViewRow{cellOf(view, session, format), view});
        const auto change =
            std::find_if(begun.begin(), begun.end(), [&](const auto &one) { return one.view == view.id; });
        if (change != begun.end()) {
            stands.cell.begun = true;
            rows.push_back({cellOf(*change), view});
        }
    }
    for (const engine::BegunOtherView &one : begun) {
        if (!one.view) {
            rows.push_back({cellOf(one), std::nullopt});
        }
    }
    return rows;
}

bool isNewBegun(const std::vector<OtherViewRow> &rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const OtherViewRow &row) { return !row.view; });
}

} // namespace trivsel::app

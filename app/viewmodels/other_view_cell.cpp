#include "app/viewmodels/other_view_cell.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/session.h"
#include "app/viewmodels/text.h"

namespace trivsel::app {

OtherViewCell otherViewCellOf(const domain::OtherView &view, const Session &session, const Formatters &format)
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

} // namespace trivsel::app

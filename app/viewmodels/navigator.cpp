#include "app/viewmodels/navigator.h"

#include <algorithm>

namespace trivsel::app {

Navigator::Navigator(QObject *parent) : QObject(parent) {}

bool Navigator::contains(Page page) const
{
    return std::find(m_pages.begin(), m_pages.end(), page) != m_pages.end();
}

void Navigator::change(std::vector<Page> pages)
{
    const Page before = page();
    m_pages = std::move(pages);
    if (page() != before) {
        Q_EMIT pageChanged();
    }
}

void Navigator::reset(Page page)
{
    change({page});
}

void Navigator::push(Page page)
{
    auto pages = m_pages;
    if (pages.back() != page) {
        pages.push_back(page);
    }
    change(std::move(pages));
}

void Navigator::replace(Page page)
{
    auto pages = m_pages;
    pages.back() = page;
    change(std::move(pages));
}

void Navigator::popTo(Page page)
{
    auto pages = m_pages;
    while (!pages.empty() && pages.back() != page) {
        pages.pop_back();
    }
    if (!pages.empty()) {
        change(std::move(pages));
    }
}

void Navigator::popToHome()
{
    for (auto at = m_pages.rbegin(); at != m_pages.rend(); ++at) {
        if (*at == Page::Talk || *at == Page::Resident || *at == Page::StaffResident) {
            popTo(*at);
            return;
        }
    }
}

void Navigator::startBelow(Page page)
{
    const auto at = std::find(m_pages.rbegin(), m_pages.rend(), page);
    if (at != m_pages.rend()) {
        std::vector<Page> pages{Page::Start};
        pages.insert(pages.end(), std::prev(at.base()), m_pages.end());
        change(std::move(pages));
    }
}

void Navigator::pop()
{
    if (m_pages.size() > 1) {
        auto pages = m_pages;
        pages.pop_back();
        change(std::move(pages));
    }
}

void Navigator::openHelp()
{
    if (!m_helpOpen) {
        m_helpOpen = true;
        Q_EMIT helpOpenChanged();
    }
}

void Navigator::closeHelp()
{
    if (m_helpOpen) {
        m_helpOpen = false;
        Q_EMIT helpOpenChanged();
    }
}

} // namespace trivsel::app

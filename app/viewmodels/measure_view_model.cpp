#include "app/viewmodels/measure_view_model.h"

#include "app/platform/screen_metrics.h"

#include <algorithm>
#include <cmath>

namespace trivsel::app {

namespace {
constexpr double kLeast = platform::kDpiMin / 25.4;
constexpr double kMost = platform::kDpiMax / 25.4;
constexpr double kStep = 1.005;
} // namespace

MeasureViewModel::MeasureViewModel(const Context &context, double kept, Keep keep, QObject *parent)
    : QObject(parent), m(context), m_kept(kept), m_keep(std::move(keep))
{
}

bool MeasureViewModel::canGrow() const
{
    return m_now < kMost;
}

bool MeasureViewModel::canShrink() const
{
    return m_now > kLeast;
}

void MeasureViewModel::set(double pxPerMm)
{
    m_now = std::isfinite(pxPerMm) ? std::clamp(pxPerMm, kLeast, kMost) : m_now;
    m_failed = false;
    Q_EMIT changed();
}

void MeasureViewModel::open(double screen)
{
    set(screen);
    m.pages.push(Navigator::Page::Measure);
}

void MeasureViewModel::step(int steps)
{
    set(m_now * std::pow(kStep, steps));
}

void MeasureViewModel::drag(double cardPx, double cardMm)
{
    if (cardMm > 0) {
        set(cardPx / cardMm);
    }
}

void MeasureViewModel::save()
{
    if (!m_keep || !m_keep(m_now)) {
        m_failed = true;
        Q_EMIT changed();
        return;
    }
    m_kept = m_now;
    Q_EMIT keptChanged();
    m.pages.pop();
}

void MeasureViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app

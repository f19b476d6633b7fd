#include "app/viewmodels/core_link.h"

namespace trivsel::app {

CoreLink::CoreLink(CorePort &port, QObject *parent) : QObject(parent), m_port(port)
{
    m_port.setObserver([this](const engine::Changed &what) {
        QMetaObject::invokeMethod(
            this, [this, what] { Q_EMIT changed(what); }, Qt::QueuedConnection);
    });
}

CoreLink::~CoreLink()
{
    m_port.setObserver({});
}

} // namespace trivsel::app

#include "app/platform/secret_service.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QList>
#include <QMap>

namespace trivsel::platform {

namespace {

constexpr int kAnswerTimeoutMs = 10'000;

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

} // namespace

Entry findInSecretService(const QString &service, const QString &key)
{
    qDBusRegisterMetaType<Attributes>();
    auto search = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    const Attributes wanted{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    search.setArguments({QVariant::fromValue(wanted)});
    const QDBusMessage answer = QDBusConnection::sessionBus().call(search, QDBus::Block, kAnswerTimeoutMs);
    if (answer.type() == QDBusMessage::ErrorMessage) {
        return answer.errorName() == QLatin1String("org.freedesktop.DBus.Error.ServiceUnknown")
                   ? Entry::NotThere
                   : Entry::Unknown;
    }
    const QVariantList found = answer.arguments();
    if (found.size() != 2) {
        return Entry::Unknown;
    }
    if (!qdbus_cast<Paths>(found.at(1)).isEmpty()) {
        return Entry::Locked;
    }
    return qdbus_cast<Paths>(found.at(0)).isEmpty() ? Entry::NotThere : Entry::Open;
}

} // namespace trivsel::platform

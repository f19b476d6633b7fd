#include "app/platform/keychain_store.h"

#include "app/platform/secret_service.h"

#include <QByteArray>
#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace trivsel::platform {

namespace {

constexpr int kAnswerTimeoutMs = 10'000; // a keychain that asks for a password may be slow, not for ever

QString service()
{
    return QStringLiteral("trivsel");
}

/** False when the keychain did not answer in time. */
bool wait(QKeychain::Job &job)
{
    QEventLoop loop;
    bool answered = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        answered = true;
        loop.quit();
    });
    QTimer::singleShot(kAnswerTimeoutMs, &loop, &QEventLoop::quit);
    job.start();
    if (!answered) {
        loop.exec();
    }
    return answered;
}

} // namespace

Result<seal::WrapKey> KeychainStore::load()
{
    auto *job =
        new QKeychain::ReadPasswordJob(service()); // deletes itself when it is done, also after we gave up
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(m_entry));
    job->setAutoDelete(false);
    const bool answered = wait(*job);
    const auto error = job->error();
    const QByteArray bytes = answered ? job->binaryData() : QByteArray();
    if (answered) {
        delete job;
    } else {
        job->setAutoDelete(true);
        return fail(Errc::KeyUnavailable, "the keychain does not answer");
    }
    if (error == QKeychain::EntryNotFound) {
        // Of a locked keyring the same is said: a key that may still be there is not missing.
        const Entry entry = findInSecretService(service(), QString::fromStdString(m_entry));
        return entry == Entry::NotThere ? fail(Errc::KeyMissing, "no such entry in the keychain")
                                        : fail(Errc::KeyUnavailable, "the keychain is locked");
    }
    if (error != QKeychain::NoError) {
        return fail(Errc::KeyUnavailable, "the keychain says " + std::to_string(error));
    }
    const auto key = seal::WrapKey::from({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!key) {
        return fail(Errc::BadFile, "the entry in the keychain is not a key");
    }
    return *key;
}

Result<seal::WrapKey> KeychainStore::create(const Random &random)
{
    const auto there = load();
    if (there) {
        return fail(Errc::StoreExists, "there is a key in the keychain");
    }
    if (there.error().code() != Errc::KeyMissing) {
        return tl::unexpected(there.error());
    }
    const auto key = randomBytes<seal::WrapKey>(random);
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(m_entry));
    job->setAutoDelete(false);
    job->setBinaryData(QByteArray::fromStdString(key.str()));
    const bool answered = wait(*job);
    const auto error = job->error();
    if (!answered) {
        job->setAutoDelete(true);
        return fail(Errc::KeyUnavailable, "the keychain does not answer");
    }
    delete job;
    if (error != QKeychain::NoError) {
        return fail(Errc::KeyUnavailable, "the keychain says " + std::to_string(error));
    }
    return key;
}

} // namespace trivsel::platform

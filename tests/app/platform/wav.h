#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace trivsel::test {

/** A file of PCM in WAV, one channel of 16 bits at 8 kHz, that says nothing. */
inline QByteArray silence(int milliseconds)
{
    const auto number = [](auto value) {
        value = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&value), sizeof(value));
    };
    const QByteArray sound(8 * 2 * milliseconds, '\0');
    return "RIFF" + number(quint32(36 + sound.size())) + "WAVEfmt " + number(quint32(16)) +
           number(quint16(1)) + number(quint16(1)) + number(quint32(8000)) + number(quint32(16'000)) +
           number(quint16(2)) + number(quint16(16)) + "data" + number(quint32(sound.size())) + sound;
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace trivsel::test

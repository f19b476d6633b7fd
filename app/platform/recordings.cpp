#include "app/platform/recordings.h"

#include <QAudioFormat>
#include <QDebug>
#include <QFile>
#include <QWaveDecoder>

namespace trivsel::platform {

namespace {

/** Reads no more than what stands before the sound. */
bool isPcmWav(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    QWaveDecoder decoder(&file);
    const bool opened = decoder.open(QIODevice::ReadOnly);
    const bool sound = opened && decoder.audioFormat().isValid() && decoder.size() > 0;
    decoder.close();
    return sound;
}

} // namespace

std::optional<std::filesystem::path> Recordings::find(const std::string &name)
{
    if (name.empty() || m_refused.contains(name)) {
        return std::nullopt;
    }
    std::filesystem::path file = m_directory / name;
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) {
        return std::nullopt; // nobody has recorded it
    }
    const auto bytes = std::filesystem::file_size(file, failed);
    if (failed || bytes > kBytesMax) {
        refuse(name, "it is too large");
    } else if (!isPcmWav(file)) {
        refuse(name, "it is no PCM in WAV");
    } else {
        return file;
    }
    return std::nullopt;
}

void Recordings::refuse(const std::string &name, const char *why)
{
    if (m_refused.insert(name).second) {
        qWarning("the recording %s is not played: %s", name.c_str(), why);
    }
}

} // namespace trivsel::platform

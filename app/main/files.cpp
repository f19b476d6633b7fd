#include "app/main/files.h"

#include "proto/journal/files.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace trivsel::app {

namespace {

constexpr std::size_t kEntryBytes = 16;

} // namespace

Result<std::shared_ptr<const catalogue::Catalogue>>
readCatalogue(const std::optional<std::filesystem::path> &directory)
{
    const auto shared =
        [](Result<catalogue::Catalogue> loaded) -> Result<std::shared_ptr<const catalogue::Catalogue>> {
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        return std::make_shared<const catalogue::Catalogue>(std::move(*loaded));
    };
    if (directory) {
        return shared(catalogue::loadCatalogue(*directory));
    }
    std::vector<std::pair<std::string, std::string>> files;
    const QDir builtIn(QStringLiteral(":/catalogue"));
    const auto names = builtIn.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(builtIn.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Errc::BadFile, "built-in definition " + name.toStdString());
        }
        files.emplace_back(name.toStdString(), file.readAll().toStdString());
    }
    return shared(catalogue::loadCatalogue(std::move(files)));
}

std::optional<std::filesystem::path> voicesDirectory(const std::optional<std::filesystem::path> &said,
                                                     const std::filesystem::path &data)
{
    if (said) {
        if (std::error_code failed; !std::filesystem::is_directory(*said, failed)) {
            qWarning("--voices: there is no directory %s", said->c_str());
        }
        return said; // it may come: a disk that is put in
    }
    std::error_code failed;
    if (!data.empty() && std::filesystem::is_directory(data / "voices", failed)) {
        return data / "voices";
    }
    const QString shared =
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("trivsel/voices"),
                               QStandardPaths::LocateDirectory);
    return shared.isEmpty() ? std::nullopt : std::optional<std::filesystem::path>(shared.toStdString());
}

std::optional<print::PrintFolder> printFolder(const std::optional<std::filesystem::path> &said, bool kiosk)
{
    if (said) { // it may come: a disk that is put in
        return print::PrintFolder{QString::fromStdString(said->string()), false};
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (kiosk || documents.isEmpty()) {
        return std::nullopt;
    }
    return print::PrintFolder{documents + QStringLiteral("/Trivsel"), true};
}

Result<std::string> keychainEntry(const std::filesystem::path &data, const Random &random)
{
    const auto file = data / "keychain-entry";
    const auto known = journal::readSmallFile(file, 2 * kEntryBytes);
    if (known && fromHex(*known)) {
        return "tablet-" + *known;
    }
    if (known || known.error().code() != Errc::StoreMissing) {
        return known ? fail(Errc::BadFile, file.string()) : tl::unexpected(known.error());
    }
    const std::string name = toHex(randomBytes<Bytes<kEntryBytes, struct EntryTag>>(random).view());
    TRIVSEL_TRY(journal::writeFileAtomically(file, name, 0600));
    return "tablet-" + name;
}

} // namespace trivsel::app

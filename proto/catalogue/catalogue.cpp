#include "proto/catalogue/catalogue.h"

#include "proto/base/limits.h"
#include "proto/catalogue/parse.h"

#include <algorithm>
#include <fstream>

namespace trivsel::catalogue {

namespace {

template <class Predicate>
DefinitionPtr firstWhere(const std::vector<DefinitionPtr> &all, Predicate predicate)
{
    const auto found = std::find_if(all.begin(), all.end(), predicate);
    return found != all.end() ? *found : nullptr;
}

const Parsed *parsedWithUrl(const std::vector<Parsed> &all, const std::string &url)
{
    for (const Parsed &parsed : all) {
        if (parsed.definition.url == url) {
            return &parsed;
        }
    }
    return nullptr;
}

Status checkTogether(const std::vector<Parsed> &all)
{
    for (const Parsed &parsed : all) {
        for (const Parsed &other : all) {
            if (&other != &parsed && (other.definition.url == parsed.definition.url ||
                                      other.definition.id == parsed.definition.id)) {
                Faults faults(parsed.file);
                faults.add("", "has the url or id of " + other.file);
                return faults.error();
            }
        }
        TRIVSEL_TRY(checkPairs(parsed, parsedWithUrl(all, parsed.definition.pairsWith)));
    }
    return {};
}

/** Reads one byte more than the limit, so that a file of any size is refused by the parser and not by memory.
 */
Result<std::string> readFile(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(limits::kCatalogueFileBytesMax + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (stream.bad() || (stream.fail() && !stream.eof())) {
        return fail(Errc::BadFile, path.filename().string() + ": can't be read");
    }
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

} // namespace

DefinitionPtr Catalogue::byUrl(std::string_view url) const
{
    return firstWhere(m_definitions, [url](const DefinitionPtr &d) { return d->url == url; });
}

DefinitionPtr Catalogue::byId(std::string_view id) const
{
    return firstWhere(m_definitions, [id](const DefinitionPtr &d) { return d->id == id; });
}

DefinitionPtr Catalogue::byHash(const DefinitionHash &hash) const
{
    return firstWhere(m_definitions, [&hash](const DefinitionPtr &d) { return d->hash == hash; });
}

Result<Catalogue> loadCatalogue(const Files &files)
{
    std::vector<Parsed> all;
    all.reserve(files.size());
    for (const auto &[name, bytes] : files) {
        Result<Parsed> parsed = parse(bytes, name);
        if (!parsed) {
            return tl::unexpected<Error>(std::move(parsed).error());
        }
        all.push_back(std::move(*parsed));
    }
    TRIVSEL_TRY(checkTogether(all));
    Catalogue out;
    for (Parsed &parsed : all) {
        out.m_definitions.push_back(std::make_shared<const Definition>(std::move(parsed.definition)));
    }
    std::sort(out.m_definitions.begin(), out.m_definitions.end(), [](const auto &a, const auto &b) {
        return std::pair(a->order, std::string_view(a->id)) < std::pair(b->order, std::string_view(b->id));
    });
    return out;
}

Result<Catalogue> loadCatalogue(const std::filesystem::path &directory)
{
    std::error_code ec;
    std::filesystem::directory_iterator entries(directory, ec);
    if (ec) {
        return fail(Errc::NotFound, directory.string() + ": no such directory");
    }
    std::vector<std::filesystem::path> paths;
    for (; !ec && entries != std::filesystem::directory_iterator(); entries.increment(ec)) {
        if (entries->path().extension() == ".json") {
            paths.push_back(entries->path());
        }
    }
    std::sort(paths.begin(), paths.end());
    Files files;
    for (const std::filesystem::path &path : paths) {
        Result<std::string> bytes = readFile(path);
        if (!bytes) {
            return tl::unexpected<Error>(std::move(bytes).error());
        }
        files.emplace_back(path.filename().string(), std::move(*bytes));
    }
    return loadCatalogue(files);
}

} // namespace trivsel::catalogue

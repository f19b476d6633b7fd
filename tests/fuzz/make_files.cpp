#include "tests/fuzz/make_files.h"

#include "proto/archive/rescue.h"
#include "sync-server/certificates.h"
#include "sync-server/escrow.h"
#include "sync-server/server_keys.h"
#include "tests/fuzz/sealed_archive.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <fstream>
#include <openssl/x509.h>

namespace trivsel::fuzz {

using namespace test;
namespace fs = std::filesystem;
namespace v1 = archive::v1;

namespace {

v1::Records withChanges(std::uint64_t first, std::uint64_t last)
{
    v1::Records records;
    for (const auto &one : run(stream(), 1, first, last)) {
        archive::toRecord(one, records.add_changes());
    }
    return records;
}

void addHeld(v1::Records &records, std::uint64_t inc)
{
    const archive::RescuedChange one{filled<DeviceId>(6), change(stream(), inc, 1), wire::v1::NO_GRANT, 5};
    archive::toRecord(one, records.add_held());
    v1::HeldName *name = records.add_held_names();
    name->set_device(one.device.str());
    name->set_stream(stream().str());
    name->set_inc(inc);
    name->set_ctr(1);
    name->set_hash(one.change.hash.str());
}

v1::Records withEverything()
{
    v1::Records records = withChanges(1, 3);
    addHeld(records, 9);
    *records.add_proofs() =
        seal::prove(filled<DeviceId>(1), filled<seal::SignSecret>(2), Hash256{}, run(stream(), 1, 1, 3));
    v1::Contact *contact = records.add_contacts();
    contact->set_device(filled<DeviceId>(1).str());
    contact->set_last_ms(1'790'000'000'000);
    contact->set_last_inc(1);
    contact->set_app("1.0");
    contact->set_offset_ms(-3);
    records.add_own_incarnations(42);
    return records;
}

v1::Records withKeys(const server::ServerKeys &server, const seal::StreamKey &homeKey)
{
    v1::Records records;
    v1::Identity *identity = records.mutable_identity();
    identity->set_home(server.home.str());
    identity->set_home_stream(server.homeStream.str());
    identity->set_identity(server.identity.str());
    identity->set_ca(server.ca.str());
    identity->set_recovery(server.recovery.str());
    v1::StreamKey *key = records.add_keys();
    key->set_stream(server.homeStream.str());
    key->set_version(1);
    key->set_key(homeKey.str());
    return records;
}

void archives(const fs::path &dir)
{
    v1::Header header;
    header.set_kind(v1::SEGMENT);
    header.set_home(filled<HomeId>(3).str());
    const std::string piece = withEverything().SerializeAsString();
    const ArchiveSecrets secrets{filled<archive::ArchiveKey>(1), filled<seal::SignSecret>(2)};
    const std::string whole = sealedArchive(header, {piece}, secrets);
    keep(dir, "archive", "whole", std::string(1, '\0') + whole);
    keep(dir, "archive", "cut-short", std::string(1, '\0') + whole.substr(0, whole.size() - 70));
    keep(dir, "archive", "records", '\1' + sized(header.SerializeAsString()) + sized(piece) + sized(piece));
    keep(dir, "archive", "no-records", std::string("\1\0\0", 3));
    v1::Records held;
    addHeld(held, 9);
    addHeld(held, 10);
    const std::string lawful = '\1' + sized("") + '\1';
    keep(dir, "rescue", "two", lawful + sized(held.SerializeAsString()));
    keep(dir, "rescue", "empty", lawful);
    keep(dir, "rescue", "of-nobody", '\1' + sized(header.SerializeAsString()) + std::string(1, '\0'));
    archive::Rescue rescue{filled<HomeId>(3), filled<DeviceId>(6), 7, {}, {}};
    rescue.changes.push_back({filled<DeviceId>(6), change(stream(), 9, 1), wire::v1::NO_GRANT, 5});
    keep(dir, "rescue", "whole",
         std::string(1, '\0') + must(archive::writeRescue(rescue, secrets.signer, filled<seal::StreamKey>(5),
                                                          1, seededRandom(1))));
}

/** As fuzz_backup reads a file: kind, number, header, pieces. */
std::string backupFile(char kind, char number, const std::vector<std::string> &pieces)
{
    std::string inside;
    for (const std::string &piece : pieces) {
        inside += sized(piece);
    }
    return std::string{kind, number} + sized("") + sized(inside);
}

void backups(const fs::path &dir)
{
    const auto seed = filled<seal::RecoverySeed>(7);
    const std::string keys = backupFile(
        1, 1, {withKeys(server::deriveKeys(seed), server::deriveHomeKey(seed)).SerializeAsString()});
    const std::string first = backupFile(0, 0, {withEverything().SerializeAsString()});
    const std::string second =
        backupFile(0, 1, {withChanges(4, 5).SerializeAsString(), withChanges(6, 7).SerializeAsString()});
    const std::string later = backupFile(0, 5, {withChanges(8, 9).SerializeAsString()});
    for (const char words : {'\0', '\1'}) {
        const std::string how = words == 0 ? "words-" : "key-";
        keep(dir, "backup", how + "whole", words + keys + first + second);
        keep(dir, "backup", how + "gap", words + keys + first + later);
    }
    keep(dir, "backup", "no-keys", '\0' + first);
    keep(dir, "backup", "of-others", '\1' + keys + backupFile(8, 0, {withChanges(1, 1).SerializeAsString()}));
    keep(dir, "backup", "raw", '\1' + keys + std::string("\2\0", 2) + sized("trivsel-archive 1\n") + first);
}

void ownFiles(const fs::path &dir)
{
    const auto seed = filled<seal::RecoverySeed>(7);
    const server::ServerKeys keys = server::deriveKeys(seed);
    const std::string plain = keys.home.str() + keys.homeStream.bits.str() + keys.identity.str() +
                              keys.ca.str() + keys.recovery.str();
    keep(dir, "identity", "plain", '\1' + plain);
    keep(dir, "identity", "whole",
         std::string(1, '\0') + server::sealKeys(keys, filled<seal::WrapKey>(1), seededRandom(1)));
    keep(dir, "identity", "newer", std::string(1, '\0') + "trivsel-identity 2\nabc");
    const std::string words = seal::toWords(seed);
    keep(dir, "words", "whole", words);
    keep(dir, "words", "one-too-few", words.substr(0, words.size() - 6));
    keep(dir, "words", "run-together", "LUSAB-babad, Babad.\n" + words);
    keep(dir, "settings", "all",
         "# trivsel\nlisten = [fe80::1%eth0]:7443\nwrap-key=/etc/trivsel/wrap.key\nlog = stderr\nlang = da\n"
         "backup-to = /mnt/disk\nbackup-every = 1h\n");
    keep(dir, "settings", "address", "server.example:7443");
    keep(dir, "settings", "span", "31d");
    keep(dir, "settings", "unknown", "[section]\nno-such = 1\n");
    keep(dir, "journal", "untouched", "");
    keep(dir, "journal", "one-page", std::string("\x00\x04\x0F", 3) + std::string(16, '\xFF'));
    keep(dir, "journal", "header", std::string("\x18\x00\x03\x00\x00\x00\x09", 7));
}

void certificates(const fs::path &dir)
{
    const auto home = filled<HomeId>(1);
    const auto ca = filled<seal::SignSecret>(2);
    const auto own = filled<seal::SignSecret>(3);
    const auto root = must(server::caCertificate(home, ca));
    const auto device =
        must(server::deviceCertificate(home, ca, filled<DeviceId>(4), seal::publicOf(own), std::nullopt));
    unsigned char *der = nullptr;
    const int size = i2d_X509(device.get(), &der);
    keep(dir, "certificates", "der",
         std::string(1, '\0') +
             std::string(reinterpret_cast<const char *>(der), static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    const std::string pem = must(server::toPem(device));
    const std::string key = must(server::toPem(must(server::privateKey(own))));
    keep(dir, "certificates", "of-a-tablet",
         '\1' + sized(must(server::toPem(root))) + sized(pem) + sized(key));
    keep(dir, "certificates", "key-of-another",
         '\1' + sized(pem) + sized(pem) + sized(must(server::toPem(must(server::privateKey(ca))))));
}

} // namespace

void keep(const fs::path &dir, const std::string &target, const std::string &name, const std::string &bytes)
{
    fs::create_directories(dir / target);
    std::ofstream(dir / target / name, std::ios::binary) << bytes;
}

std::string sized(const std::string &bytes)
{
    return std::string{static_cast<char>(bytes.size() & 0xFF), static_cast<char>(bytes.size() >> 8U)} + bytes;
}

void makeFiles(const fs::path &dir)
{
    archives(dir);
    backups(dir);
    ownFiles(dir);
    certificates(dir);
}

} // namespace trivsel::fuzz

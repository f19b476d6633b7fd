#pragma once

#include "proto/seal/keys.h"

#include <string>

namespace trivsel::test {

/** A certificate authority of a home, as the tests need it. */
class TestCa
{
public:
    explicit TestCa(const seal::SignSecret &key) : m_key(key) {}
    [[nodiscard]] std::string pem() const;
    /** Signed by this authority. `expired`: long over. */
    [[nodiscard]] std::string certificateFor(const seal::SignPublic &key, const std::string &name,
                                             bool expired = false) const;

private:
    seal::SignSecret m_key;
};

[[nodiscard]] std::string privateKeyPem(const seal::SignSecret &key);

} // namespace trivsel::test

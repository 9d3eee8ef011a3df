#ifndef LIAISON_CDIGEST_H
#define LIAISON_CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256 that liaison_sha256_blocks uses.
bool liaison_sha256_is_available(void);

/// The 64 words that FIPS 180-4 adds in the rounds of SHA-256.
const uint32_t *liaison_sha256_constants(void);

/// Takes whole blocks of 64 bytes into the eight words of a SHA-256 state. Only where it is available.
void liaison_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks);

#endif

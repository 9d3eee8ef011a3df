#ifndef LIAISON_MODELS_H
#define LIAISON_MODELS_H

#include <stddef.h>
#include <stdint.h>

/// The models that `liaison-train` writes to `Models`, as they are linked into the program.
typedef enum LiaisonModelID {
    LIAISON_HABITS_EN,
    LIAISON_HABITS_FR,
    LIAISON_TAGS_EN,
    LIAISON_TAGS_FR,
    LIAISON_NAMES,
    LIAISON_SCORER
} LiaisonModelID;

/// Bytes that live as long as the program.
typedef struct LiaisonModelBytes {
    const uint8_t *start;
    size_t count;
} LiaisonModelBytes;

LiaisonModelBytes liaison_model(LiaisonModelID model);

/// Asks for the line of memory at an address, to be read a little later; never faults.
static inline __attribute__((always_inline)) void liaison_prefetch(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

#endif

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

#endif

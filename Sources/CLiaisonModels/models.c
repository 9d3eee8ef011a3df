#include "CLiaisonModels.h"

#define MODEL(name) extern const uint8_t name[], name##_end[]
MODEL(liaison_habits_en);
MODEL(liaison_habits_fr);
MODEL(liaison_tags_en);
MODEL(liaison_tags_fr);
MODEL(liaison_names);
MODEL(liaison_scorer);

#define BYTES(name) (LiaisonModelBytes){name, (size_t)(name##_end - name)}

LiaisonModelBytes liaison_model(LiaisonModelID model) {
    switch (model) {
    case LIAISON_HABITS_EN: return BYTES(liaison_habits_en);
    case LIAISON_HABITS_FR: return BYTES(liaison_habits_fr);
    case LIAISON_TAGS_EN: return BYTES(liaison_tags_en);
    case LIAISON_TAGS_FR: return BYTES(liaison_tags_fr);
    case LIAISON_NAMES: return BYTES(liaison_names);
    case LIAISON_SCORER: return BYTES(liaison_scorer);
    }
    return (LiaisonModelBytes){0, 0};
}

#define LIAISON_MODELS_STAMP "none"

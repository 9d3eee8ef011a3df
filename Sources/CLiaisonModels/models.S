// Puts the files of Models into the program as they are, with no copy at run time.
// The header changes with every training, so that a build after it takes the new files.
#include "stamp.h"

#if defined(__APPLE__)
#define SYMBOL(name) _##name
    .section __DATA,__const
#else
#define SYMBOL(name) name
    .section .rodata
#endif

#define MODEL(name, file)           \
    .globl SYMBOL(name)            ;\
    .globl SYMBOL(name##_end)      ;\
    .balign 64                     ;\
SYMBOL(name):                      ;\
    .incbin file                   ;\
SYMBOL(name##_end):                ;\
    .byte 0

MODEL(liaison_habits_en, "habits.en.bin")
MODEL(liaison_habits_fr, "habits.fr.bin")
MODEL(liaison_tags_en, "tags.en.bin")
MODEL(liaison_tags_fr, "tags.fr.bin")
MODEL(liaison_names, "names.bin")
MODEL(liaison_scorer, "scorer.bin")

#if !defined(__APPLE__)
    .section .note.GNU-stack, "", %progbits
#endif

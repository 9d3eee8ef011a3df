#include <stdlib.h>

// The C library's own switches of malloc, which Swift's module of glibc leaves out. Elsewhere nothing needs them.
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Bounds what freed memory may stay with the process: the number of arenas, and the size in bytes from which a block is
/// mapped on its own and returned at once. To be called before threads are started.
static inline void malloc_bound(int arenas, int block) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, block);
    mallopt(M_TRIM_THRESHOLD, block);
#else
    (void)arenas;
    (void)block;
#endif
}

/// Returns to the system what is free inside the arenas.
static inline void malloc_give_back(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

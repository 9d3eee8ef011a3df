#include <sqlite3.h>

/// Switches off the account that SQLite keeps of its memory, for the whole process. To be called before SQLite is first used;
/// later it changes nothing.
static inline int sqlite_forget_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Asks the processor to fetch what lies at an address, which need not be valid, while it goes on with other work.
static inline void prefetch(const void *address) {
    __builtin_prefetch(address);
}

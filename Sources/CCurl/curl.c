#include "CCurl.h"

// Type checks of the header, which read a call of a function pointer wrong.
#undef curl_easy_setopt

#if __linux__
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// libcurl brings some thirty libraries with it (TLS, LDAP, Kerberos, ...), and loading them takes a third of the start of a
// program that seldom asks the web for anything: they are loaded when they are needed. Its functions are called through
// this table; without the library, they answer as it does when memory is short.

static struct {
    CURLcode (*global_init)(long);
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_perform)(CURL *);
    void (*easy_reset)(CURL *);
    void (*easy_cleanup)(CURL *);
    const char *(*easy_strerror)(CURLcode);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
    CURLU *(*url)(void);
    void (*url_cleanup)(CURLU *);
    CURLUcode (*url_get)(CURLU *, CURLUPart, char **, unsigned int);
    CURLUcode (*url_set)(CURLU *, CURLUPart, const char *, unsigned int);
    void (*free)(void *);
    time_t (*getdate)(const char *, const time_t *);
} functions;

static int is_loaded;
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void load(void) {
    // The same interface with three libraries for TLS.
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4"};
    void *library = NULL;
    for (size_t index = 0; index < sizeof names / sizeof *names && !library; index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    }
    if (!library) return;

    const struct {
        void *function;
        const char *name;
    } symbols[] = {
        {&functions.global_init, "curl_global_init"},
        {&functions.easy_init, "curl_easy_init"},
        {&functions.easy_setopt, "curl_easy_setopt"},
        {&functions.easy_perform, "curl_easy_perform"},
        {&functions.easy_reset, "curl_easy_reset"},
        {&functions.easy_cleanup, "curl_easy_cleanup"},
        {&functions.easy_strerror, "curl_easy_strerror"},
        {&functions.slist_append, "curl_slist_append"},
        {&functions.slist_free_all, "curl_slist_free_all"},
        {&functions.url, "curl_url"},
        {&functions.url_cleanup, "curl_url_cleanup"},
        {&functions.url_get, "curl_url_get"},
        {&functions.url_set, "curl_url_set"},
        {&functions.free, "curl_free"},
        {&functions.getdate, "curl_getdate"},
    };
    for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
        void *symbol = dlsym(library, symbols[index].name);
        if (!symbol) return;
        *(void **)symbols[index].function = symbol;
    }
    is_loaded = 1;
}

static int ready(void) {
    pthread_once(&loading, load);
    return is_loaded;
}

// libcurl must go on calling its own functions, not these.
#pragma GCC visibility push(hidden)

CURLcode curl_global_init(long flags) { return ready() ? functions.global_init(flags) : CURLE_FAILED_INIT; }

CURL *curl_easy_init(void) { return ready() ? functions.easy_init() : NULL; }

CURLcode curl_easy_perform(CURL *handle) { return ready() ? functions.easy_perform(handle) : CURLE_FAILED_INIT; }

void curl_easy_reset(CURL *handle) {
    if (ready()) functions.easy_reset(handle);
}

void curl_easy_cleanup(CURL *handle) {
    if (ready()) functions.easy_cleanup(handle);
}

const char *curl_easy_strerror(CURLcode code) {
    return ready() ? functions.easy_strerror(code) : "libcurl cannot be loaded";
}

struct curl_slist *curl_slist_append(struct curl_slist *list, const char *line) {
    return ready() ? functions.slist_append(list, line) : NULL;
}

void curl_slist_free_all(struct curl_slist *list) {
    if (ready()) functions.slist_free_all(list);
}

CURLU *curl_url(void) { return ready() ? functions.url() : NULL; }

void curl_url_cleanup(CURLU *handle) {
    if (ready()) functions.url_cleanup(handle);
}

CURLUcode curl_url_set(CURLU *handle, CURLUPart what, const char *part, unsigned int flags) {
    return ready() ? functions.url_set(handle, what, part, flags) : CURLUE_OUT_OF_MEMORY;
}

void curl_free(void *pointer) {
    if (ready()) functions.free(pointer);
}

time_t curl_getdate(const char *text, const time_t *unused) { return ready() ? functions.getdate(text, unused) : -1; }

#pragma GCC visibility pop

#define URL_GET(handle, what, part, flags) (ready() ? functions.url_get(handle, what, part, flags) : CURLUE_OUT_OF_MEMORY)
#define SET(handle, option, value) (ready() ? functions.easy_setopt(handle, option, value) : CURLE_FAILED_INIT)
#else
#define URL_GET(handle, what, part, flags) curl_url_get(handle, what, part, flags)
#define SET(handle, option, value) curl_easy_setopt(handle, option, value)
#endif

CURLUcode curl_url_part(CURLU *handle, CURLUPart what, char **part, unsigned int flags) {
    return URL_GET(handle, what, part, flags);
}

CURLcode curl_set_number(CURL *handle, CURLoption option, long value) { return SET(handle, option, value); }

CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) { return SET(handle, option, value); }

CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) { return SET(handle, option, value); }

CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) { return SET(handle, option, value); }

void curl_set_receivers(
    CURL *handle, void *context, curl_write_callback body, curl_write_callback header,
    curl_xferinfo_callback progress, curl_opensocket_callback open_socket) {
    SET(handle, CURLOPT_WRITEFUNCTION, body);
    SET(handle, CURLOPT_WRITEDATA, context);
    SET(handle, CURLOPT_HEADERFUNCTION, header);
    SET(handle, CURLOPT_HEADERDATA, context);
    SET(handle, CURLOPT_XFERINFOFUNCTION, progress);
    SET(handle, CURLOPT_XFERINFODATA, context);
    SET(handle, CURLOPT_NOPROGRESS, 0L);
    SET(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    SET(handle, CURLOPT_OPENSOCKETDATA, context);
}

void curl_allow_web_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    SET(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    SET(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

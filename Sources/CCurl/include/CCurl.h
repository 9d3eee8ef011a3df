#pragma once

#include <curl/curl.h>

// curl_easy_setopt takes arguments of any type, which Swift cannot call: one function for each type.

CURLcode curl_set_number(CURL *handle, CURLoption option, long value);
CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);

/// curl_url_get, whose first parameter is const in some versions only.
CURLUcode curl_url_part(CURLU *handle, CURLUPart what, char **part, unsigned int flags);

/// Both functions and the two below are given `context`.
void curl_set_receivers(
    CURL *handle, void *context, curl_write_callback body, curl_write_callback header,
    curl_xferinfo_callback progress, curl_opensocket_callback open_socket);

/// HTTP and HTTPS, whatever else the library was built with.
void curl_allow_web_only(CURL *handle);

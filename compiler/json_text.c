#include "json_text.h"

#include "buf.h"

#include <stdbool.h>

/* A value, or null: Jansson's constructors fail on out of memory alone, or on bad UTF-8. */
static json_t *or_null(json_t *value)
{
    return value ? value : json_null();
}

static bool is_utf8(const char *text, size_t length)
{
    json_t *value = json_stringn(text, length);
    json_decref(value);
    return value != NULL;
}

/* The length of the character at TEXT, from 1 to 4; 0 when it is none. */
static size_t character_length(const char *text)
{
    for (size_t length = 1; length <= 4 && text[length - 1]; length++)
        if (is_utf8(text, length))
            return length;
    return 0;
}

json_t *json_text(const char *text)
{
    if (!text)
        return json_null();
    json_t *value = json_string(text);
    if (value)
        return value;
    struct buf clean = {0};
    while (*text) {
        size_t length = character_length(text);
        if (length)
            buf_add(&clean, text, length);
        else
            buf_puts(&clean, "\xEF\xBF\xBD");
        text += length ? length : 1;
    }
    value = json_string(buf_text(&clean));
    buf_release(&clean);
    return or_null(value);
}

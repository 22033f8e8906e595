/* Values for JSON, which knows only text in UTF-8. */
#ifndef PPCC_JSON_TEXT_H
#define PPCC_JSON_TEXT_H

#include <jansson.h>

/* TEXT, with U+FFFD for every byte that is no UTF-8, so that a message is never missing for one;
 * null for NULL. */
json_t *json_text(const char *text);

#endif

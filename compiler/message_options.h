/*
 * What the user wants of ppcc's messages: which, in which form and where. Besides ppcc's own
 * options those of the compilers count that mean the same.
 */
#ifndef PPCC_MESSAGE_OPTIONS_H
#define PPCC_MESSAGE_OPTIONS_H

#include "warnings.h"

enum message_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF };

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct message_options {
    enum message_format format;
    enum color_choice color;
    bool shows_fixits; /* in text: each again on a line of its own, which an editor can apply */
    const char *file;  /* where they go in place of stderr, or NULL */
    struct warnings warnings;
};

/* Learns from an option of the command line, as warnings_take does. */
bool message_options_take(struct message_options *options, struct arena *arena, const char *arg,
                          const char **wrong);

#endif

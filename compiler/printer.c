#include "printer.h"

#include "message_json.h"
#include "message_text.h"
#include "sarif.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct printer {
    enum message_format format;
    struct text_style style;
    FILE *stream;
    json_t *list; /* of what was taken so far; NULL for text */
};

static bool terminal_has_colors(FILE *stream)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool is_wanted = !no_color || !*no_color;
    return is_wanted && terminal && strcmp(terminal, "dumb") != 0 && isatty(fileno(stream));
}

struct printer *printer_open(struct arena *arena, const struct message_options *options,
                             FILE *stream)
{
    struct printer *printer = ARENA_NEW(arena, struct printer);
    bool is_auto = options->color == COLOR_AUTO;
    *printer = (struct printer){
        .format = options->format,
        .style = {.has_colors =
                      is_auto ? terminal_has_colors(stream) : options->color == COLOR_ALWAYS,
                  .shows_fixits = options->shows_fixits},
        .stream = stream,
        .list = options->format == FORMAT_TEXT ? NULL : json_array(),
    };
    return printer;
}

void printer_take(struct printer *printer, const struct diags *diags, const struct unit *unit)
{
    switch (printer->format) {
    case FORMAT_TEXT:
        print_messages(printer->stream, &printer->style, diags, unit);
        break;
    case FORMAT_JSON:
        add_json_messages(printer->list, diags, unit);
        break;
    case FORMAT_SARIF:
        add_sarif_results(printer->list, diags, unit);
        break;
    }
}

void printer_close(struct printer *printer)
{
    if (printer->format == FORMAT_TEXT)
        return;
    json_t *document = printer->format == FORMAT_SARIF ? sarif_log(printer->list) : printer->list;
    size_t flags = printer->format == FORMAT_SARIF ? JSON_INDENT(2) : JSON_COMPACT;
    json_dumpf(document, printer->stream, flags);
    fputc('\n', printer->stream);
    json_decref(document);
    printer->list = NULL;
}

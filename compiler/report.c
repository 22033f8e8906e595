/*
 * Jansson builds and escapes the values and keeps keys in the order in which they were set. Names
 * and messages may hold bytes that are no UTF-8, which JSON cannot: those become U+FFFD, so that a
 * line is never missing for them.
 */
#include "report.h"

#include "analysis/cost.h"
#include "analysis/render.h"
#include "buf.h"

#include <jansson.h>
#include <string.h>

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

static json_t *string_or_null(const char *text)
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

static json_t *variables_json(const struct loop *loop)
{
    json_t *list = json_array();
    for (size_t k = 0; k < loop->roles.count; k++) {
        json_t *variable = json_object();
        json_object_set_new(variable, "name", string_or_null(loop->roles.items[k].name));
        json_object_set_new(variable, "role", json_string(role_name(loop->roles.items[k].role)));
        json_array_append_new(list, variable);
    }
    return list;
}

/* The value of the counter, or with collapse an array of several. */
static json_t *iteration_json(const int64_t *values, unsigned levels)
{
    if (levels == 1)
        return json_integer(values[0]);
    json_t *list = json_array();
    for (unsigned k = 0; k < levels; k++)
        json_array_append_new(list, json_integer(values[k]));
    return list;
}

static json_t *witness_json(const struct witness *witness)
{
    if (!witness || !witness->is_concrete)
        return json_null();
    json_t *json = json_object();
    json_object_set_new(json, "first", iteration_json(witness->first, witness->levels));
    json_object_set_new(json, "second", iteration_json(witness->second, witness->levels));
    json_object_set_new(json, "location", string_or_null(witness->location));
    return json;
}

/* FILE is that of the loop; the key "file" stands where the reason is in another one. */
static json_t *reason_json(const char *file, enum diag_id id, const struct place *place,
                           const char *message, const struct witness *witness)
{
    json_t *json = json_object();
    json_object_set_new(json, "id", string_or_null(diag_id_text(id)));
    if (place->file && file && strcmp(place->file, file) != 0)
        json_object_set_new(json, "file", string_or_null(place->file));
    json_object_set_new(json, "line", json_integer(place->line));
    json_object_set_new(json, "column", json_integer(place->column));
    json_object_set_new(json, "message", string_or_null(message));
    json_object_set_new(json, "witness", witness_json(witness));
    return json;
}

static json_t *line_json(const struct place *place, const struct function *function,
                         enum verdict verdict, const char *guard)
{
    json_t *line = json_object();
    json_object_set_new(line, "file", string_or_null(place->file));
    json_object_set_new(line, "line", json_integer(place->line));
    json_object_set_new(line, "function", string_or_null(function ? function->name : NULL));
    json_object_set_new(line, "verdict", json_string(verdict_name(verdict)));
    json_object_set_new(line, "guard", string_or_null(guard));
    return line;
}

static void print_line(FILE *stream, json_t *line)
{
    json_dumpf(line, stream, JSON_COMPACT);
    fputc('\n', stream);
    json_decref(line);
}

/* A number, or where symbols are in it, its text. */
static json_t *bytes_json(struct arena *arena, const struct poly *bytes)
{
    int64_t constant;
    if (poly_is_constant(bytes, &constant))
        return json_integer(constant);
    return string_or_null(bytes ? poly_name(arena, bytes) : NULL);
}

static json_t *loop_json(const struct loop *loop)
{
    json_t *line = line_json(&loop->stmt->place, loop->function, loop->verdict, loop->guard);
    json_object_set_new(line, "variables", variables_json(loop));
    json_t *reasons = json_array();
    for (size_t k = 0; k < loop->reasons.count; k++) {
        const struct reason *reason = &loop->reasons.items[k];
        json_array_append_new(reasons,
                              reason_json(loop->stmt->place.file, reason->id, &reason->place,
                                          reason->message, &reason->witness));
    }
    json_object_set_new(line, "reasons", reasons);
    const struct cost *cost = loop->cost;
    struct arena *arena = cost ? loop->trace->arena : NULL;
    json_object_set_new(line, "bytes_per_iteration", bytes_json(arena, cost ? cost->each : NULL));
    json_object_set_new(line, "inherited", bytes_json(arena, cost ? cost->inherited : NULL));
    return line;
}

void report_loop(FILE *stream, const struct loop *loop)
{
    print_line(stream, loop_json(loop));
}

void report_suggestion(FILE *stream, struct arena *arena, const struct suggestion *suggestion)
{
    json_t *line = loop_json(suggestion->loop);
    json_object_set_new(line, "work", string_or_null(work_text(arena, &suggestion->work)));
    print_line(stream, line);
}

static bool is_about(const struct diag *diag, const struct pragma *pragma)
{
    unsigned end = pragma->stmt ? pragma->stmt->end : pragma->end;
    return diag->severity == SEVERITY_ERROR && diag->place.in_main &&
           diag->place.offset >= pragma->start && diag->place.offset <= end;
}

void report_failed_pragma(FILE *stream, const struct pragma *pragma, const struct diags *diags)
{
    const struct place *place = pragma->stmt ? &pragma->stmt->place : &pragma->place;
    json_t *line = line_json(place, pragma->function, VERDICT_REJECTED, NULL);
    json_object_set_new(line, "variables", json_array());
    json_t *reasons = json_array();
    for (size_t k = 0; k < diags->list.count; k++) {
        const struct diag *diag = diags->list.items[k];
        if (is_about(diag, pragma))
            json_array_append_new(
                reasons, reason_json(place->file, diag->id, &diag->place, diag->message, NULL));
    }
    json_object_set_new(line, "reasons", reasons);
    json_object_set_new(line, "bytes_per_iteration", json_null());
    json_object_set_new(line, "inherited", json_null());
    print_line(stream, line);
}

/* Jansson builds and escapes the values and keeps keys in the order in which they were set. */
#include "report.h"

#include "analysis/cost.h"
#include "analysis/render.h"
#include "json_text.h"

#include <string.h>

static json_t *variables_json(const struct loop *loop)
{
    json_t *list = json_array();
    for (size_t k = 0; k < loop->roles.count; k++) {
        json_t *variable = json_object();
        json_object_set_new(variable, "name", json_text(loop->roles.items[k].name));
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
    json_object_set_new(json, "location", json_text(witness->location));
    return json;
}

/* FILE is that of the loop; the key "file" stands where the reason is in another one. */
static json_t *reason_json(const char *file, enum diag_id id, const struct place *place,
                           const char *message, const struct witness *witness)
{
    json_t *json = json_object();
    json_object_set_new(json, "id", json_text(diag_id_text(id)));
    if (place->file && file && strcmp(place->file, file) != 0)
        json_object_set_new(json, "file", json_text(place->file));
    json_object_set_new(json, "line", json_integer(place->line));
    json_object_set_new(json, "column", json_integer(place->column));
    json_object_set_new(json, "message", json_text(message));
    json_object_set_new(json, "witness", witness_json(witness));
    return json;
}

static json_t *line_json(const struct place *place, const struct function *function,
                         enum verdict verdict, const char *guard)
{
    json_t *line = json_object();
    json_object_set_new(line, "file", json_text(place->file));
    json_object_set_new(line, "line", json_integer(place->line));
    json_object_set_new(line, "function", json_text(function ? function->name : NULL));
    json_object_set_new(line, "verdict", json_string(verdict_name(verdict)));
    json_object_set_new(line, "guard", json_text(guard));
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
    return json_text(bytes ? poly_name(arena, bytes) : NULL);
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
    json_object_set_new(line, "work", json_text(work_text(arena, &suggestion->work)));
    print_line(stream, line);
}

static bool is_about(const struct diag *diag, const struct pragma *pragma)
{
    unsigned end = pragma->stmt ? pragma->stmt->end : pragma->end;
    return diag->severity == SEVERITY_ERROR && diag->place.main &&
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

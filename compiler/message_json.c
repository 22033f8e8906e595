/*
 * The keys are those of GCC's manual (Diagnostic Message Formatting Options); "id", which --explain
 * takes, is ours. A range ends at its last byte, a fix-it at the byte behind it ("next").
 */
#include "message_json.h"

#include "json_text.h"
#include "snippet.h"
#include "warnings.h"

struct json_output {
    struct arena *arena;
    struct snippet_sources sources;
};

/* The byte LENGTH bytes behind PLACE, on its line. */
static json_t *position_json(struct json_output *out, const struct place *place, unsigned length)
{
    struct columns columns = snippet_columns(&out->sources, place, length);
    json_t *json = json_object();
    json_object_set_new(json, "file", json_text(place->file));
    json_object_set_new(json, "line", json_integer(place->line));
    json_object_set_new(json, "display-column", json_integer(columns.screen));
    json_object_set_new(json, "byte-column", json_integer(columns.byte));
    json_object_set_new(json, "column", json_integer(columns.screen));
    return json;
}

static json_t *locations_json(struct json_output *out, const struct place *place, unsigned end)
{
    json_t *list = json_array();
    if (place->line == 0 || !place->file)
        return list;
    json_t *location = json_object();
    json_object_set_new(location, "caret", position_json(out, place, 0));
    if (end > place->offset + 1)
        json_object_set_new(location, "finish", position_json(out, place, end - 1 - place->offset));
    json_array_append_new(list, location);
    return list;
}

static json_t *message_json(struct json_output *out, const char *kind, const char *message,
                            const struct place *place, unsigned end)
{
    json_t *json = json_object();
    json_object_set_new(json, "kind", json_string(kind));
    json_object_set_new(json, "message", json_text(message));
    json_object_set_new(json, "locations", locations_json(out, place, end));
    return json;
}

static json_t *children_json(struct json_output *out, const struct diag *diag)
{
    json_t *list = json_array();
    for (size_t k = 0; k < diag->notes.count; k++) {
        const struct diag_note *note = &diag->notes.items[k];
        json_array_append_new(list,
                              message_json(out, "note", note->message, &note->place, note->end));
    }
    return list;
}

static json_t *fixits_json(struct json_output *out, const struct diag *diag)
{
    json_t *list = json_array();
    for (size_t k = 0; k < diag->fixits.count; k++) {
        const struct diag_fixit *fixit = &diag->fixits.items[k];
        struct place start = unit_place(out->sources.unit, fixit->start);
        struct place next = unit_place(out->sources.unit, fixit->end);
        json_t *json = json_object();
        json_object_set_new(json, "start", position_json(out, &start, 0));
        json_object_set_new(json, "next", position_json(out, &next, 0));
        json_object_set_new(json, "string", json_text(fixit->replacement));
        json_array_append_new(list, json);
    }
    return list;
}

static json_t *diag_json(struct json_output *out, const struct diag *diag)
{
    json_t *json =
        message_json(out, severity_name(diag->severity), diag->message, &diag->place, diag->end);
    const char *label = warnings_label(out->arena, diag->id, diag->severity);
    if (label[0] == '-')
        json_object_set_new(json, "option", json_text(label));
    json_object_set_new(json, "id", json_text(diag_id_text(diag->id)));
    json_object_set_new(json, "column-origin", json_integer(1));
    json_object_set_new(json, "children", children_json(out, diag));
    if (diag->fixits.count && out->sources.unit)
        json_object_set_new(json, "fixits", fixits_json(out, diag));
    return json;
}

void add_json_messages(json_t *list, const struct diags *diags, const struct unit *unit)
{
    struct json_output out = {.arena = arena_new()};
    snippet_sources_init(&out.sources, out.arena, unit);
    const struct diag **sorted = diags_sorted(out.arena, diags, unit);
    for (size_t k = 0; k < diags->list.count; k++)
        json_array_append_new(list, diag_json(&out, sorted[k]));
    arena_free(out.arena);
}

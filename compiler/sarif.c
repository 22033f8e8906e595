/*
 * One run with one result for each diagnostic. Its notes with a place are related locations; where
 * two iterations collide, a code flow goes from the first access to the second; a fix-it is a fix.
 * Columns count characters ("unicodeCodePoints"). A file is named relative to PWD, the folder that
 * ppcc ran in, unless its name was absolute.
 */
#include "sarif.h"

#include "json_text.h"
#include "snippet.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                          \
    "sarif-schema-2.1.0.json"

struct sarif_output {
    struct arena *arena;
    struct snippet_sources sources;
};

static json_t *message_json(const char *text)
{
    json_t *json = json_object();
    json_object_set_new(json, "text", json_text(text));
    return json;
}

/* ---- places ------------------------------------------------------------------------------- */

/* PATH as a part of a URI: everything but letters, digits and a few others as %XX (RFC 3986). */
static const char *uri_path(struct arena *arena, const char *path)
{
    char *uri = arena_alloc(arena, 3 * strlen(path) + 1), *end = uri;
    for (; *path; path++) {
        unsigned char byte = (unsigned char)*path;
        if (byte < 0x80 && (isalnum(byte) || strchr("-._~/", byte)))
            *end++ = *path;
        else
            end += sprintf(end, "%%%02X", byte);
    }
    return uri;
}

static json_t *artifact_json(struct arena *arena, const char *path)
{
    bool is_absolute = path[0] == '/';
    json_t *json = json_object();
    json_object_set_new(json, "uri",
                        json_text(arena_printf(arena, "%s%s", is_absolute ? "file://" : "",
                                               uri_path(arena, path))));
    if (!is_absolute)
        json_object_set_new(json, "uriBaseId", json_string("PWD"));
    return json;
}

/* From one place up to the byte LENGTH bytes behind another, on its line. */
static json_t *region_json(struct sarif_output *out, const struct place *from,
                           const struct place *to, unsigned length)
{
    json_t *json = json_object();
    json_object_set_new(json, "startLine", json_integer(from->line));
    json_object_set_new(json, "startColumn",
                        json_integer(snippet_columns(&out->sources, from, 0).character));
    json_object_set_new(json, "endLine", json_integer(to->line));
    json_object_set_new(json, "endColumn",
                        json_integer(snippet_columns(&out->sources, to, length).character));
    return json;
}

/* MESSAGE may be NULL. */
static json_t *location_json(struct sarif_output *out, const struct place *place, unsigned end,
                             const char *message)
{
    json_t *physical = json_object();
    json_object_set_new(physical, "artifactLocation", artifact_json(out->arena, place->file));
    if (place->line)
        json_object_set_new(
            physical, "region",
            region_json(out, place, place, end > place->offset ? end - place->offset : 0));
    json_t *json = json_object();
    json_object_set_new(json, "physicalLocation", physical);
    if (message)
        json_object_set_new(json, "message", message_json(message));
    return json;
}

/* ---- one result --------------------------------------------------------------------------- */

static json_t *locations_json(struct sarif_output *out, const struct diag *diag)
{
    json_t *list = json_array();
    if (diag->place.file)
        json_array_append_new(list, location_json(out, &diag->place, diag->end, NULL));
    return list;
}

static json_t *related_json(struct sarif_output *out, const struct diag *diag)
{
    json_t *list = json_array();
    for (size_t k = 0; k < diag->notes.count; k++) {
        const struct diag_note *note = &diag->notes.items[k];
        if (!note->place.file)
            continue;
        json_t *location = location_json(out, &note->place, note->end, note->message);
        json_object_set_new(location, "id", json_integer((json_int_t)json_array_size(list) + 1));
        json_array_append_new(list, location);
    }
    return list;
}

/* The message, and the notes that have no place of their own: what to do, mostly. */
static const char *whole_message(struct arena *arena, const struct diag *diag)
{
    const char *text = diag->message;
    for (size_t k = 0; k < diag->notes.count; k++)
        if (!diag->notes.items[k].place.file)
            text = arena_printf(arena, "%s\n%s", text, diag->notes.items[k].message);
    return text;
}

static json_t *step_json(struct sarif_output *out, const struct place *place, unsigned end,
                         const char *message, int order)
{
    json_t *json = json_object();
    json_object_set_new(json, "location", location_json(out, place, end, message));
    json_object_set_new(json, "executionOrder", json_integer(order));
    return json;
}

static json_t *flow_json(struct sarif_output *out, const struct diag *diag,
                         const struct diag_note *first)
{
    json_t *steps = json_array();
    json_array_append_new(steps, step_json(out, &first->place, first->end, first->message, 1));
    json_array_append_new(steps, step_json(out, &diag->place, diag->end, diag->message, 2));
    json_t *thread = json_object(), *threads = json_array();
    json_object_set_new(thread, "locations", steps);
    json_array_append_new(threads, thread);
    json_t *flow = json_object(), *flows = json_array();
    json_object_set_new(flow, "threadFlows", threads);
    json_array_append_new(flows, flow);
    return flows;
}

/* The note that says where the first of two colliding accesses is, or NULL. */
static const struct diag_note *first_access(const struct diag *diag)
{
    for (size_t k = 0; diag->is_collision && k < diag->notes.count; k++)
        if (diag->notes.items[k].place.file)
            return &diag->notes.items[k];
    return NULL;
}

static json_t *replacement_json(struct sarif_output *out, const struct diag_fixit *fixit)
{
    struct place start = unit_place(out->sources.unit, fixit->start);
    struct place end = unit_place(out->sources.unit, fixit->end);
    json_t *json = json_object(), *content = json_object();
    json_object_set_new(json, "deletedRegion", region_json(out, &start, &end, 0));
    json_object_set_new(content, "text", json_text(fixit->replacement));
    json_object_set_new(json, "insertedContent", content);
    return json;
}

/* All fix-its of a diagnostic are for one file. */
static json_t *fixes_json(struct sarif_output *out, const struct diag *diag)
{
    struct place first = unit_place(out->sources.unit, diag->fixits.items[0].start);
    json_t *replacements = json_array();
    for (size_t k = 0; k < diag->fixits.count; k++)
        json_array_append_new(replacements, replacement_json(out, &diag->fixits.items[k]));
    json_t *change = json_object(), *changes = json_array();
    json_object_set_new(change, "artifactLocation", artifact_json(out->arena, first.file));
    json_object_set_new(change, "replacements", replacements);
    json_array_append_new(changes, change);
    json_t *fix = json_object(), *fixes = json_array();
    json_object_set_new(fix, "artifactChanges", changes);
    json_array_append_new(fixes, fix);
    return fixes;
}

static const char *level(enum severity severity)
{
    return severity == SEVERITY_REMARK ? "note" : severity_name(severity);
}

static json_t *result_json(struct sarif_output *out, const struct diag *diag)
{
    json_t *json = json_object();
    json_object_set_new(json, "ruleId", json_text(diag_id_text(diag->id)));
    json_object_set_new(json, "ruleIndex", json_integer(diag->id));
    json_object_set_new(json, "level", json_string(level(diag->severity)));
    json_object_set_new(json, "message", message_json(whole_message(out->arena, diag)));
    json_object_set_new(json, "locations", locations_json(out, diag));
    json_t *related = related_json(out, diag);
    if (json_array_size(related))
        json_object_set(json, "relatedLocations", related);
    json_decref(related);
    const struct diag_note *first = first_access(diag);
    if (first)
        json_object_set_new(json, "codeFlows", flow_json(out, diag, first));
    if (diag->fixits.count && out->sources.unit)
        json_object_set_new(json, "fixes", fixes_json(out, diag));
    return json;
}

void add_sarif_results(json_t *results, const struct diags *diags, const struct unit *unit)
{
    struct sarif_output out = {.arena = arena_new()};
    snippet_sources_init(&out.sources, out.arena, unit);
    const struct diag **sorted = diags_sorted(out.arena, diags, unit);
    for (size_t k = 0; k < diags->list.count; k++)
        json_array_append_new(results, result_json(&out, sorted[k]));
    arena_free(out.arena);
}

/* ---- the log ------------------------------------------------------------------------------ */

/* Every id, in the order of enum diag_id, for a result refers to its rule by number. */
static json_t *rules_json(void)
{
    json_t *rules = json_array();
    for (enum diag_id id = 0; id < DIAG_ID_COUNT; id++) {
        json_t *rule = json_object();
        json_object_set_new(rule, "id", json_text(diag_id_text(id)));
        json_object_set_new(rule, "shortDescription", message_json(diag_id_summary(id)));
        json_object_set_new(rule, "help", message_json(diag_id_explanation(id)));
        json_array_append_new(rules, rule);
    }
    return rules;
}

static json_t *tool_json(void)
{
    json_t *driver = json_object(), *tool = json_object();
    json_object_set_new(driver, "name", json_string("ppcc"));
    json_object_set_new(driver, "version", json_string(PPCC_VERSION));
    json_object_set_new(driver, "rules", rules_json());
    json_object_set_new(tool, "driver", driver);
    return tool;
}

static json_t *bases_json(void)
{
    json_t *bases = json_object();
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder))
        return bases;
    struct arena *arena = arena_new();
    json_t *base = json_object();
    json_object_set_new(base, "uri",
                        json_text(arena_printf(arena, "file://%s%s", uri_path(arena, folder),
                                               strcmp(folder, "/") ? "/" : "")));
    json_object_set_new(bases, "PWD", base);
    arena_free(arena);
    return bases;
}

json_t *sarif_log(json_t *results)
{
    json_t *run = json_object(), *runs = json_array(), *log = json_object();
    json_object_set_new(run, "tool", tool_json());
    json_object_set_new(run, "originalUriBaseIds", bases_json());
    json_object_set_new(run, "columnKind", json_string("unicodeCodePoints"));
    json_object_set_new(run, "results", results);
    json_array_append_new(runs, run);
    json_object_set_new(log, "$schema", json_string(SCHEMA));
    json_object_set_new(log, "version", json_string("2.1.0"));
    json_object_set_new(log, "runs", runs);
    return log;
}

/*
 * From the bytes of a file to a translation unit of libclang, and from clang's errors to ours.
 *
 * The file is always handed over as an unsaved buffer, so that what was scanned and what was parsed
 * are the same bytes.
 *
 * Places are those of the user's text: what comes from a macro stands where the macro is used.
 */
#include "../deadline.h"
#include "answers.h"

#include <string.h>

/* Of processor time: some versions of libclang never end with sizeof(::). */
enum { PARSE_SECONDS = 30 };

const char *take_string(struct arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    const char *copy = arena_strdup(arena, text ? text : "");
    clang_disposeString(string);
    return copy;
}

CXTranslationUnit frontend_parse(struct frontend *frontend, const char *text, size_t length)
{
    struct CXUnsavedFile file = {frontend->file, text, length};
    struct parse_input input = {0};
    LIST_PUSH(frontend->arena, input.files, file);
    LIST_PUSH(frontend->arena, input.files, target_header());
    identity_add_args(frontend, &input);
    for (size_t i = 0; i < frontend->args.count; i++)
        LIST_PUSH(frontend->arena, input.args, frontend->args.items[i]);
    identity_add_last_args(frontend, &input);
    CXTranslationUnit tu = NULL;
    frontend->user_tu = NULL; /* a disposed one may have had the new one's address */
    deadline_start(PARSE_SECONDS, arena_printf(frontend->arena,
                                               "%s: error: libclang does not come to an end "
                                               "with this file, or with a pragma in it "
                                               "[too-complex]",
                                               frontend->file));
    enum CXErrorCode code = clang_parseTranslationUnit2(
        frontend->index, frontend->file, input.args.items, (int)input.args.count, input.files.items,
        (unsigned)input.files.count, CXTranslationUnit_DetailedPreprocessingRecord, &tu);
    deadline_stop();
    return code == CXError_Success ? tu : NULL;
}

bool has_errors(CXTranslationUnit tu)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
        clang_disposeDiagnostic(diagnostic);
        if (severity >= CXDiagnostic_Error)
            return true;
    }
    return false;
}

void report_unparsable(struct frontend *frontend, struct diags *diags)
{
    struct place place = {.file = frontend->path, .main = frontend->path};
    diag_add(diags, SEVERITY_ERROR, DIAG_COMPILE_ERROR, &place, 0, "'%s' cannot be parsed",
             frontend->path);
}

/* ---- open and close ----------------------------------------------------------------------- */

struct frontend *frontend_open(struct arena *arena, const char *path, const char *text,
                               size_t length, const struct frontend_options *options,
                               struct diags *diags)
{
    struct frontend *frontend = ARENA_NEW(arena, struct frontend);
    frontend->arena = arena;
    frontend->scratch = arena_new();
    frontend->path = arena_strdup(arena, path);
    frontend->text = text ? text : "";
    frontend->length = length;
    frontend->wraps_signed = options->wraps_signed;
    frontend->types_alias = options->types_alias;
    frontend->first_id = options->first_id;
    frontend->pieces = options->pieces;
    frontend->directory = options->directory;
    frontend->calls_gcc = options->calls_gcc;
    frontend->caller = options->caller;
    frontend->file = options->file ? options->file : frontend->path;
    for (size_t i = 0; i < options->arg_count; i++)
        LIST_PUSH(arena, frontend->args, arena_strdup(arena, options->args[i]));
    frontend->index = clang_createIndex(0, 0);
    frontend->identity = options->identity;
    identity_begin(frontend);
    frontend->tu = target_parse(frontend, options);
    if (!frontend->tu) {
        report_unparsable(frontend, diags);
        frontend_close(frontend);
        return NULL;
    }
    frontend->main_file = clang_getFile(frontend->tu, frontend->file);
    lines_init(frontend);
    return frontend;
}

void frontend_close(struct frontend *frontend)
{
    if (!frontend)
        return;
    if (frontend->tu)
        clang_disposeTranslationUnit(frontend->tu);
    clang_disposeIndex(frontend->index);
    arena_free(frontend->scratch);
    frontend->scratch = NULL;
    frontend->tokens = NULL;
    frontend->tu = NULL;
    frontend->index = NULL;
}

/* The lines between the directive at START and that at END. */
static void add_skip(struct frontend *frontend, unsigned start, unsigned end)
{
    const char *text = frontend->text;
    struct skipped skip = {directive_end(text, frontend->length, start), end};
    if (skip.start < frontend->length && text[skip.start] == '\r')
        skip.start++;
    skip.start++;
    while (skip.end > skip.start && text[skip.end - 1] != '\n')
        skip.end--;
    if (skip.start < skip.end)
        LIST_PUSH(frontend->arena, frontend->skips.list, skip);
}

/* What the preprocessor skips is hidden like a directive. */
static void hide_skipped(struct frontend *frontend)
{
    CXSourceRangeList *skipped = clang_getSkippedRanges(frontend->tu, frontend->main_file);
    for (unsigned i = 0; skipped && i < skipped->count; i++) {
        unsigned start, end;
        clang_getExpansionLocation(clang_getRangeStart(skipped->ranges[i]), NULL, NULL, NULL,
                                   &start);
        clang_getExpansionLocation(clang_getRangeEnd(skipped->ranges[i]), NULL, NULL, NULL, &end);
        add_skip(frontend, start, end);
        size_t at = tokens_find_any(frontend->tokens, start);
        for (; at < frontend->tokens->list.count && frontend->tokens->list.items[at].start < end;
             at++)
            frontend->tokens->list.items[at].is_directive =
                frontend->tokens->list.items[at].is_skipped = true;
    }
    if (skipped)
        clang_disposeSourceRangeList(skipped);
}

const struct tokens *frontend_tokens(struct frontend *frontend)
{
    if (!frontend->tokens) {
        frontend->tokens =
            tokens_new(frontend->scratch, frontend->tu, frontend->main_file, frontend->text,
                       frontend->length, 0, (unsigned)frontend->length);
        hide_skipped(frontend);
    }
    return frontend->tokens;
}

/* ---- errors ------------------------------------------------------------------------------- */

const char *included_name(struct frontend *frontend, CXFile file)
{
    const char *name = take_string(frontend->arena, clang_getFileName(file));
    while (!strncmp(name, "./", 2))
        name += 2;
    return frontend->directory && *name != '/'
               ? arena_printf(frontend->arena, "%s/%s", frontend->directory, name)
               : name;
}

struct stretch stretch_of(CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    struct stretch stretch = {0};
    clang_getExpansionLocation(clang_getRangeStart(range), &stretch.file, NULL, NULL,
                               &stretch.start);
    clang_getExpansionLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &stretch.end);
    return stretch;
}

struct place place_of_location(struct frontend *frontend, CXSourceLocation location)
{
    struct place place = {0};
    CXFile file = NULL;
    clang_getExpansionLocation(location, &file, &place.line, &place.column, &place.offset);
    if (clang_Location_isFromMainFile(location))
        return main_place(frontend, place.offset);
    if (file)
        place.file = included_name(frontend, file);
    else
        place = (struct place){0};
    return place;
}

static void add_notes(struct frontend *frontend, struct diags *diags, struct diag *diag,
                      CXDiagnostic error)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(error);
    for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes); i++) {
        CXDiagnostic note = clang_getDiagnosticInSet(notes, i);
        struct place place = place_of_location(frontend, clang_getDiagnosticLocation(note));
        const char *text = take_string(frontend->arena, clang_getDiagnosticSpelling(note));
        diag_add_note(diags, diag, place.line ? &place : NULL, 0, "%s", text);
        clang_disposeDiagnostic(note);
    }
}

void report_error(struct frontend *frontend, struct diags *diags, enum diag_id id,
                  CXDiagnostic error)
{
    struct place place = place_of_location(frontend, clang_getDiagnosticLocation(error));
    if (!place.line)
        place = (struct place){.file = frontend->path, .main = frontend->path};
    const char *text = take_string(frontend->arena, clang_getDiagnosticSpelling(error));
    struct diag *diag = diag_add(diags, SEVERITY_ERROR, id, &place, 0, "%s", text);
    add_notes(frontend, diags, diag, error);
}

size_t report_errors(struct frontend *frontend, CXTranslationUnit tu, struct diags *diags)
{
    size_t count = 0;
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            report_error(frontend, diags, DIAG_COMPILE_ERROR, diagnostic);
            count++;
        }
        clang_disposeDiagnostic(diagnostic);
    }
    return count;
}

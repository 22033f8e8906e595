/*
 * What the expressions in #pragma ppar effects(...) mean: names, types and macros in the scope of
 * the parameters of the function that is declared behind it.
 *
 * The pragma stands before these parameters, so its expressions cannot be parsed where they are.
 * Behind the end of the file's text, where no offset of the user's moves, the probing parse gets a
 * function for each pragma, with parameters of the same names and types:
 *
 *     #pragma ppar effects(in(a[0 : n]))
 *     double sum(const double *a, int n);
 *     ...
 *     static void ppar_effects_0(const double *a, int n)
 *     {(void)(a);
 *     (void)(0);
 *     (void)(n);
 *     }
 *
 * An error in it is reported at the item that it comes from. When all is converted, the expressions
 * are taken out of the function's body and the function out of the unit (declared_take); it lives
 * on as the scope of the pragma, the owner of the parameters that the expressions name.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static const char prefix[] = "ppar_effects_";

/* ---- the declaration behind a pragma ------------------------------------------------------ */

struct search {
    CXFile file; /* that holds the pragma */
    const struct tokens *tokens;
    unsigned target; /* the first token behind the pragma */
    CXCursor found;
    bool is_several;
};

static unsigned offset_of(CXSourceLocation location)
{
    unsigned offset;
    clang_getExpansionLocation(location, NULL, NULL, NULL, &offset);
    return offset;
}

/* Does a declaration end between the two offsets? */
static bool has_end_between(const struct tokens *tokens, unsigned start, unsigned end)
{
    for (size_t k = tokens_find(tokens, start);
         k < tokens->list.count && tokens->list.items[k].start < end; k = tokens_next(tokens, k))
        if (token_is(tokens, k, ";") || token_is(tokens, k, "}"))
            return true;
    return false;
}

static enum CXChildVisitResult find_function(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct search *search = data;
    CXFile file = NULL;
    unsigned start;
    clang_getExpansionLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), &file, NULL,
                               NULL, &start);
    if (cursor.kind != CXCursor_FunctionDecl || !file || !clang_File_isEqual(file, search->file) ||
        start < search->target || has_end_between(search->tokens, search->target, start))
        return CXChildVisit_Continue;
    if (clang_Cursor_isNull(search->found)) {
        search->found = cursor;
        return CXChildVisit_Continue;
    }
    CXSourceRange first = clang_getCursorExtent(search->found);
    search->is_several |= start == offset_of(clang_getRangeStart(first));
    return CXChildVisit_Break;
}

static void look_into_file(struct frontend *frontend, const struct pragma *pragma,
                           struct search *search)
{
    CXFile file =
        pragma->place.main ? frontend->main_file : clang_getFile(frontend->tu, pragma->place.file);
    if (search->file && clang_File_isEqual(search->file, file))
        return;
    size_t length = 0;
    const char *text = clang_getFileContents(frontend->tu, file, &length);
    search->file = file;
    search->tokens = pragma->place.main ? frontend_tokens(frontend)
                                        : tokens_new(frontend->arena, frontend->tu, file, text,
                                                     length, 0, (unsigned)length);
}

static CXCursor function_behind(struct frontend *frontend, struct pragma *pragma,
                                struct search *search, struct diags *diags)
{
    search->target = pragma_target(search->tokens, pragma);
    search->found = clang_getNullCursor();
    search->is_several = false;
    clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), find_function, search);
    if (!clang_Cursor_isNull(search->found) && !search->is_several)
        return search->found;
    pragma->failed = true;
    diag_add(diags, SEVERITY_ERROR, DIAG_PRAGMA_PLACEMENT, &pragma->place, pragma->end,
             search->is_several
                 ? "several functions are declared behind this '#pragma ppar effects'; give each "
                   "a declaration of its own"
                 : "'#pragma ppar effects' has to stand directly before the declaration of a "
                   "function");
    return clang_getNullCursor();
}

static void check_first(struct frontend *frontend, const struct declared *declared,
                        struct diags *diags)
{
    for (size_t k = 0; k < frontend->declared.count; k++) {
        const struct pragma *first = frontend->declared.items[k].pragma;
        if (strcmp(frontend->declared.items[k].usr, declared->usr) != 0)
            continue;
        declared->pragma->failed = true;
        struct diag *diag =
            diag_add(diags, SEVERITY_ERROR, DIAG_DUPLICATE_CLAUSE, &declared->pragma->place,
                     declared->pragma->end, "the effects of this function were declared before");
        diag_add_note(diags, diag, &first->place, first->end, "the first declaration is here");
        return;
    }
}

void declared_bind(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    struct search search = {0};
    for (size_t k = 0; k < pragmas->effects.count; k++) {
        struct pragma *pragma = pragmas->effects.items[k];
        if (pragma->failed)
            continue;
        struct declared declared = {.pragma = pragma};
        look_into_file(frontend, pragma, &search);
        declared.declaration = function_behind(frontend, pragma, &search, diags);
        if (pragma->failed)
            continue;
        declared.usr = take_string(
            frontend->arena, clang_getCursorUSR(clang_getCanonicalCursor(declared.declaration)));
        check_first(frontend, &declared, diags);
        if (!pragma->failed)
            LIST_PUSH(frontend->arena, frontend->declared, declared);
    }
}

/* ---- the text ----------------------------------------------------------------------------- */

static void write_params(struct buf *text, CXCursor declaration)
{
    int count = clang_Cursor_getNumArguments(declaration);
    for (int k = 0; k < count; k++) {
        CXString param =
            clang_getCursorPrettyPrinted(clang_Cursor_getArgument(declaration, (unsigned)k), NULL);
        buf_printf(text, "%s%s", k ? ", " : "", clang_getCString(param));
        clang_disposeString(param);
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(declaration));
    bool has_more = type.kind == CXType_FunctionProto && clang_isFunctionTypeVariadic(type) != 0;
    buf_puts(text, count == 0 ? "void" : has_more ? ", ..." : "");
}

/* The word 'fresh' and the names of states are no C. */
static bool is_expression(const struct declared_effect *effect)
{
    return effect->kind != DECLARED_STATE;
}

static void add_expr(struct frontend *frontend, struct declared *declared, struct buf *text,
                     struct clause_expr *expr)
{
    if (!expr->place.line)
        return;
    buf_puts(text, "(void)(");
    struct declared_expr written = {.expr = expr, .start = (unsigned)text->length};
    buf_puts(text, expr->text);
    written.end = (unsigned)text->length;
    buf_puts(text, ");\n");
    LIST_PUSH(frontend->arena, declared->exprs, written);
}

static void write_body(struct frontend *frontend, struct declared *declared, struct buf *text)
{
    struct pragma *pragma = declared->pragma;
    declared->exprs.count = 0;
    for (size_t k = 0; k < pragma->effects.count; k++) {
        struct declared_effect *effect = &pragma->effects.items[k];
        for (size_t i = 0; is_expression(effect) && i < effect->items.count; i++) {
            struct clause_item *item = &effect->items.items[i];
            add_expr(frontend, declared, text, &item->base);
            add_expr(frontend, declared, text, &item->first);
            add_expr(frontend, declared, text, &item->count);
        }
    }
}

void declared_append(struct frontend *frontend, struct buf *text)
{
    buf_puts(text, "\n\n");
    for (size_t k = 0; k < frontend->declared.count; k++) {
        struct declared *declared = &frontend->declared.items[k];
        if (declared->pragma->failed)
            continue;
        declared->start = (unsigned)text->length;
        buf_printf(text, "static void %s%zu(", prefix, k);
        write_params(text, declared->declaration);
        buf_puts(text, ")\n{");
        write_body(frontend, declared, text);
        buf_puts(text, "}\n");
        declared->end = (unsigned)text->length;
    }
}

bool declared_is_any(const struct frontend *frontend)
{
    for (size_t k = 0; k < frontend->declared.count; k++)
        if (!frontend->declared.items[k].pragma->failed)
            return true;
    return false;
}

/* ---- errors ------------------------------------------------------------------------------- */

bool declared_report(struct frontend *frontend, CXDiagnostic error, struct diags *diags)
{
    unsigned offset = offset_of(clang_getDiagnosticLocation(error));
    for (size_t k = 0; k < frontend->declared.count; k++) {
        struct declared *declared = &frontend->declared.items[k];
        struct pragma *pragma = declared->pragma;
        if (offset < declared->start || offset >= declared->end || pragma->failed)
            continue;
        struct place place = pragma->place;
        unsigned end = pragma->end;
        for (size_t i = 0; i < declared->exprs.count; i++)
            if (offset >= declared->exprs.items[i].start &&
                offset <= declared->exprs.items[i].end) {
                place = declared->exprs.items[i].expr->place;
                end = declared->exprs.items[i].expr->end;
            }
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &place, end, "%s",
                 take_string(frontend->arena, clang_getDiagnosticSpelling(error)));
        return pragma->failed = true;
    }
    return false;
}

/* ---- taking the expressions out ----------------------------------------------------------- */

static void take_exprs(struct convert *convert, struct declared *declared,
                       const struct function *scope)
{
    struct pragma *pragma = declared->pragma;
    const struct stmt *body = scope->body;
    for (size_t k = 0; k < declared->exprs.count; k++) {
        struct clause_expr *wanted = declared->exprs.items[k].expr;
        const struct stmt *stmt =
            body && body->stmts.count == declared->exprs.count ? body->stmts.items[k] : NULL;
        bool is_it = stmt && stmt->kind == STMT_EXPR && stmt->expr->kind == EXPR_CAST;
        if (is_it) {
            wanted->expr = stmt->expr->args[0];
            continue;
        }
        pragma->failed = true;
        diag_add(convert->diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &wanted->place, wanted->end,
                 "'%s' is not a single expression", wanted->text);
        return;
    }
}

static bool is_appended(const struct convert *convert, const struct function *function)
{
    return function->place.main && function->place.offset >= convert->unit->length;
}

/* What is behind the file's end is ours, unless a macro in a pragma has ended the function that
 * holds its text and begun another one. */
static struct declared *declared_around(const struct convert *convert,
                                        const struct function *function)
{
    struct frontend *frontend = convert->frontend;
    unsigned offset = function->place.offset;
    for (size_t k = 0; k < frontend->declared.count; k++) {
        struct declared *declared = &frontend->declared.items[k];
        if (offset >= declared->start && offset < declared->end && !declared->pragma->failed)
            return declared;
    }
    return NULL;
}

static bool is_named_after(const struct convert *convert, const struct function *function,
                           const struct declared *declared)
{
    const char *name = arena_printf(convert->arena, "%s%zu", prefix,
                                    (size_t)(declared - convert->frontend->declared.items));
    return strcmp(function->name, name) == 0;
}

static void take(struct convert *convert, struct function *scope)
{
    struct declared *declared = declared_around(convert, scope);
    if (!declared)
        return;
    if (!is_named_after(convert, scope, declared)) {
        declared->pragma->failed = true;
        diag_add(convert->diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &declared->pragma->place,
                 declared->pragma->end, "a macro in this pragma is not a single expression");
        return;
    }
    struct function *function = map_find(&convert->functions, declared->usr, strlen(declared->usr));
    take_exprs(convert, declared, scope);
    scope->body = NULL;
    scope->name = function ? function->name : scope->name;
    scope->type = function ? function->type : scope->type;
    declared->pragma->scope = scope;
    declared->pragma->function = function;
}

void declared_take(struct convert *convert)
{
    struct unit *unit = convert->unit;
    size_t kept = 0;
    for (size_t k = 0; k < unit->functions.count; k++) {
        struct function *function = unit->functions.items[k];
        if (is_appended(convert, function))
            take(convert, function);
        else
            unit->functions.items[kept++] = function;
    }
    unit->functions.count = kept;
}

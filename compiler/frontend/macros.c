/*
 * What a use of a macro stands for, as far as it matters to whoever cuts the text. Only outermost
 * uses in the main file are of interest: all that they expand to stands there.
 *
 * A definition is "closed" when its body is one token or stands in one pair of parentheses; then a
 * use of it is a whole expression. It "ends statements" when a ';' or a brace stands outside of
 * parentheses, in its own body or in that of a macro that it names; then the text behind a use may
 * belong to another statement than the text before it. It is "balanced" when all its parentheses
 * and braces pair off. A macro may be defined several times, and the one that was in force is not
 * looked for: all of that name have to agree. What is made by pasting tokens is not known and
 * counts as the worst.
 */
#include "internal.h"

#include <string.h>

struct definition {
    struct definition *next; /* of the same name */
    CXCursor cursor;
    const struct tokens *tokens; /* NULL: could not be read */
    size_t body;                 /* index of its first token */
    CXFile file;
    bool is_read, is_closed;
    bool is_judged, is_balanced, ends_statements;
};

/* ---- uses --------------------------------------------------------------------------------- */

static enum CXChildVisitResult add_macro(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct convert *convert = data;
    if (cursor.kind != CXCursor_MacroExpansion)
        return CXChildVisit_Continue;
    if (!clang_Location_isFromMainFile(clang_getCursorLocation(cursor)))
        return CXChildVisit_Continue;
    struct stretch stretch = stretch_of(cursor);
    struct macro macro = {.expansion = cursor, .start = stretch.start, .end = stretch.end};
    size_t count = convert->macros.count;
    bool is_nested = count && macro.start < convert->macros.items[count - 1].end;
    if (!is_nested && macro.start < macro.end)
        LIST_PUSH(convert->arena, convert->macros, macro);
    return CXChildVisit_Continue;
}

void macros_init(struct convert *convert)
{
    clang_visitChildren(clang_getTranslationUnitCursor(convert->tu), add_macro, convert);
}

struct macro *macro_find(struct convert *convert, unsigned offset)
{
    size_t low = 0, high = convert->macros.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (convert->macros.items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == convert->macros.count || convert->macros.items[low].start > offset)
        return NULL;
    return &convert->macros.items[low];
}

/* ---- definitions -------------------------------------------------------------------------- */

/* Index of the token that closes the parenthesis or brace at OPEN; list.count when none does. */
static size_t find_closing(const struct tokens *tokens, size_t open)
{
    size_t depth = 0;
    for (size_t i = open; i < tokens->list.count; i++) {
        if (token_is(tokens, i, "(") || token_is(tokens, i, "{"))
            depth++;
        else if ((token_is(tokens, i, ")") || token_is(tokens, i, "}")) && --depth == 0)
            return i;
    }
    return tokens->list.count;
}

/* Index of the first token of the body: behind the name and the parameters, if any. */
static size_t find_body(const struct tokens *tokens)
{
    const struct token *list = tokens->list.items;
    bool has_parameters =
        tokens->list.count > 1 && token_is(tokens, 1, "(") && list[1].start == list[0].end;
    return has_parameters ? find_closing(tokens, 1) + 1 : 1;
}

static void read_definition(struct convert *convert, struct definition *definition)
{
    if (definition->is_read)
        return;
    definition->is_read = true;
    struct stretch stretch = stretch_of(definition->cursor);
    definition->file = stretch.file;
    size_t length = 0;
    const char *text = definition->file ? file_text(convert, definition->file, &length) : NULL;
    if (!text)
        return;
    const struct tokens *tokens = tokens_new(convert->arena, convert->tu, definition->file, text,
                                             length, stretch.start, stretch.end);
    size_t body = find_body(tokens), count = tokens->list.count;
    definition->tokens = tokens;
    definition->body = body;
    definition->is_closed = body + 1 == count || (body < count && token_is(tokens, body, "(") &&
                                                  find_closing(tokens, body) + 1 == count);
}

static enum CXChildVisitResult add_definition(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct convert *convert = data;
    if (cursor.kind != CXCursor_MacroDefinition)
        return CXChildVisit_Continue;
    CXString name = clang_getCursorSpelling(cursor);
    const char *key = clang_getCString(name);
    struct definition *known = map_find(&convert->definitions, key, strlen(key));
    struct definition *definition = ARENA_NEW(convert->arena, struct definition);
    definition->cursor = cursor;
    if (known) {
        definition->next = known->next;
        known->next = definition;
    } else {
        map_add(convert->arena, &convert->definitions, key, strlen(key), definition);
    }
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

/* The definitions of a name, or NULL. */
static struct definition *find_definitions(struct convert *convert, const char *name, size_t length)
{
    if (!convert->has_definitions) {
        convert->has_definitions = true;
        clang_visitChildren(clang_getTranslationUnitCursor(convert->tu), add_definition, convert);
    }
    return map_find(&convert->definitions, name, length);
}

/* The definition that a use expands, read; NULL when it is clang's own. */
static struct definition *definition_of(struct convert *convert, struct macro *macro)
{
    if (macro->is_known)
        return macro->definition;
    macro->is_known = true;
    CXCursor cursor = clang_getCursorReferenced(macro->expansion);
    if (cursor.kind != CXCursor_MacroDefinition)
        return NULL;
    macro->definition = ARENA_NEW(convert->arena, struct definition);
    macro->definition->cursor = cursor;
    read_definition(convert, macro->definition);
    if (!macro->definition->tokens)
        macro->definition = NULL;
    return macro->definition;
}

/* The value that a -D option gives to the name at [start, end) of the text; NULL: none. */
static const char *value_in_option(const char *option, const char *name, size_t length)
{
    if (strncmp(option, name, length) != 0)
        return NULL;
    if (option[length] == '\0')
        return "1";
    return option[length] == '=' ? option + length + 1 : NULL;
}

/* Is the name used there defined on the command line, and as a number every time? There is no text
 * of such a definition to look into. */
static bool is_number_by_option(const struct convert *convert, const struct macro *macro)
{
    const struct frontend *frontend = convert->frontend;
    const char *name = convert->text + macro->start;
    bool is_number = false;
    for (size_t i = 0; i < frontend->args.count; i++) {
        const char *option = frontend->args.items[i];
        bool is_apart = !strcmp(option, "-D") && i + 1 < frontend->args.count;
        if (strncmp(option, "-D", 2) != 0)
            continue;
        option = is_apart ? frontend->args.items[++i] : option + 2;
        const char *value = value_in_option(option, name, macro->end - macro->start);
        if (!value)
            continue;
        if (!*value || strspn(value, "0123456789abcdefABCDEFxXuUlL.") != strlen(value) ||
            !strchr("0123456789", *value))
            return false;
        is_number = true;
    }
    return is_number;
}

bool macro_starts_closed(struct convert *convert, struct macro *macro, CXSourceLocation location)
{
    const struct definition *definition = definition_of(convert, macro);
    if (!definition)
        return is_number_by_option(convert, macro);
    if (!definition->is_closed)
        return false;
    unsigned in_file, spelled;
    CXFile file = NULL;
    clang_getFileLocation(location, NULL, NULL, NULL, &in_file);
    clang_getSpellingLocation(location, &file, NULL, NULL, &spelled);
    return in_file == macro->start && file && clang_File_isEqual(file, definition->file) &&
           spelled == definition->tokens->list.items[definition->body].start;
}

/* ---- where statements end ----------------------------------------------------------------- */

struct judgement {
    bool is_balanced, ends_statements;
};

static void judge_name(struct convert *convert, const char *name, size_t length,
                       struct judgement *worst);

/* What the tokens from FROM on, expanded, may do to the statement that they are in. */
static struct judgement judge(struct convert *convert, const struct tokens *tokens, size_t from)
{
    struct judgement result = {true, false};
    int parens = 0, braces = 0;
    for (size_t i = from; i < tokens->list.count; i++) {
        const struct token *token = &tokens->list.items[i];
        bool is_brace = token_is(tokens, i, "{") || token_is(tokens, i, "}");
        parens += token_is(tokens, i, "(") - token_is(tokens, i, ")");
        braces += token_is(tokens, i, "{") - token_is(tokens, i, "}");
        if (parens < 0 || braces < 0 || token_is(tokens, i, "##"))
            result.is_balanced = false;
        if (parens == 0 && (is_brace || token_is(tokens, i, ";")))
            result.ends_statements = true;
        struct judgement inner = {true, false};
        judge_name(convert, tokens->text + token->start, token->end - token->start, &inner);
        result.is_balanced = result.is_balanced && inner.is_balanced;
        result.ends_statements = result.ends_statements || (parens == 0 && inner.ends_statements);
    }
    result.is_balanced = result.is_balanced && parens == 0 && braces == 0;
    return result;
}

static void judge_definition(struct convert *convert, struct definition *definition)
{
    if (definition->is_judged)
        return;
    definition->is_judged = true; /* before its body: a macro is not expanded within itself */
    definition->is_balanced = true;
    read_definition(convert, definition);
    if (!definition->tokens)
        return; /* clang's own: __LINE__, __x86_64__ and the like */
    struct judgement own = judge(convert, definition->tokens, definition->body);
    definition->is_balanced = own.is_balanced;
    definition->ends_statements = own.ends_statements;
}

static void judge_name(struct convert *convert, const char *name, size_t length,
                       struct judgement *worst)
{
    struct definition *definition = find_definitions(convert, name, length);
    for (; definition; definition = definition->next) {
        judge_definition(convert, definition);
        worst->is_balanced = worst->is_balanced && definition->is_balanced;
        worst->ends_statements = worst->ends_statements || definition->ends_statements;
    }
}

/* The arguments of a use: their text, which may expand to more. */
static struct judgement judge_arguments(struct convert *convert, const struct macro *macro)
{
    struct judgement result = {true, false};
    size_t first = tokens_find(convert->tokens, macro->start) + 1;
    size_t end = tokens_find(convert->tokens, macro->end);
    for (size_t i = first; i < end; i++) {
        bool is_brace = token_is(convert->tokens, i, "{") || token_is(convert->tokens, i, "}");
        result.ends_statements |= is_brace || token_is(convert->tokens, i, ";");
        const struct token *token = &convert->tokens->list.items[i];
        judge_name(convert, convert->tokens->text + token->start, token->end - token->start,
                   &result);
    }
    return result;
}

/* What the body of the definition and the arguments do together. */
static bool judge_use(struct convert *convert, struct macro *macro, struct judgement *body,
                      struct judgement *arguments)
{
    const struct definition *definition = definition_of(convert, macro);
    bool is_one_token =
        clang_Cursor_isMacroBuiltin(macro->expansion) || is_number_by_option(convert, macro);
    if (!definition && is_one_token) { /* __LINE__ and the like are numbers and strings */
        *body = *arguments = (struct judgement){true, false};
        return true;
    }
    if (!definition)
        return false;
    *body = judge(convert, definition->tokens, definition->body);
    *arguments = judge_arguments(convert, macro);
    return body->is_balanced && arguments->is_balanced;
}

bool macro_ends_no_statement(struct convert *convert, struct macro *macro)
{
    struct judgement body, arguments;
    return judge_use(convert, macro, &body, &arguments) && !body.ends_statements &&
           !arguments.ends_statements;
}

bool macro_is_do(struct convert *convert, struct macro *macro)
{
    struct judgement body, arguments;
    if (!judge_use(convert, macro, &body, &arguments) || arguments.ends_statements)
        return false;
    if (!macro->definition)
        return false;
    const struct tokens *tokens = macro->definition->tokens;
    size_t at = macro->definition->body;
    if (!token_is(tokens, at, "do") || !token_is(tokens, at + 1, "{"))
        return false;
    at = find_closing(tokens, at + 1) + 1;
    return token_is(tokens, at, "while") && token_is(tokens, at + 1, "(") &&
           find_closing(tokens, at + 1) + 1 == tokens->list.count;
}

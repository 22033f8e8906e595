/*
 * __has_builtin(x), __has_attribute(x) and their like are asked of the real compiler. Where a file
 * of the user's mentions one, the source is parsed with macros in their places:
 *
 *     #define __has_attribute(x) ppcc_has_attribute_##x
 *     #define ppcc_has_attribute_cold 1
 *
 * What has not been asked yet is known by clang's warning that such a name is not defined.
 * Operators that the real compiler does not have are not defined. clang's own headers cannot do
 * without them, and were written for clang: in copies of these, which exist in memory, the
 * operators have other names.
 *
 * An operand with more than one name in it (gnu::cold) does not fit in the name of a macro; clang
 * then reports an error.
 */
#include "answers.h"

#include "mentions.h"

#include <string.h>

/* The operators of the preprocessor that take one name, and what clang's own headers are told. */
struct operator_macro {
    const char *name, *own_answer;
    bool is_asked; /* its answers may differ between two compilers that have it */
};

static const struct operator_macro operators[] = {
    {"__has_attribute", "1", true},
    {"__has_builtin", "0", true},
    {"__has_c_attribute", "0", true},
    {"__has_constexpr_builtin", "0", true},
    {"__has_cpp_attribute", "0", true},
    {"__has_declspec_attribute", "0", true},
    {"__has_embed", "0", false},
    {"__has_extension", "1", true},
    {"__has_feature", "0", true},
    {"__has_warning", "0", false},
    {"__is_identifier", "0", true},
    {"__is_target_arch", "0", false},
    {"__is_target_environment", "0", false},
    {"__is_target_os", "0", false},
    {"__is_target_variant_environment", "0", false},
    {"__is_target_variant_os", "0", false},
    {"__is_target_vendor", "0", false},
    {"__building_module", "0", false},
};
enum { OPERATOR_COUNT = sizeof operators / sizeof *operators };

bool answers_matter(const struct user_files *files)
{
    static const char *const starts[] = {"__has_", "__is_identifier", "__is_target_",
                                         "__building_module", NULL};
    return mention_is_any(files, starts, NULL);
}

/* ---- clang's own headers ------------------------------------------------------------------ */

/* The operator that the word at AT is, or NULL. */
static const struct operator_macro *find_operator(const char *at, size_t length)
{
    for (size_t k = 0; k < OPERATOR_COUNT; k++)
        if (strlen(operators[k].name) == length && !memcmp(operators[k].name, at, length))
            return &operators[k];
    return NULL;
}

/* TEXT with other names for the operators; returns whether there are any. */
static bool rename_operators(const char *text, size_t length, struct buf *renamed)
{
    bool is_any = false;
    for (size_t at = 0; at < length;) {
        size_t word = word_length(text + at);
        if (word && find_operator(text + at, word)) {
            buf_puts(renamed, "__ppcc");
            at++;
            word--;
            is_any = true;
        }
        buf_add(renamed, text + at, word ? word : 1);
        at += word ? word : 1;
    }
    return is_any;
}

struct own_headers {
    struct frontend *frontend;
    CXTranslationUnit tu;
};

static void note_own_header(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    struct own_headers *headers = data;
    struct frontend *frontend = headers->frontend;
    const char *path = take_string(frontend->arena, clang_getFileName(file));
    const char *name = strrchr(path, '/');
    size_t folder = frontend->own_folder ? strlen(frontend->own_folder) : 0;
    if (!folder || !name || (size_t)(name - path) != folder ||
        memcmp(path, frontend->own_folder, folder) != 0)
        return;
    size_t length = 0;
    const char *text = clang_getFileContents(headers->tu, file, &length);
    struct buf renamed = {0};
    if (text && rename_operators(text, length, &renamed)) {
        struct own_header own = {path, NULL, renamed.length};
        own.text = arena_strndup(frontend->arena, buf_text(&renamed), renamed.length);
        LIST_PUSH(frontend->arena, frontend->identity->own, own);
    }
    buf_release(&renamed);
}

static void find_own_folder(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    struct frontend *frontend = data;
    const char *path = take_string(frontend->arena, clang_getFileName(file));
    const char *name = strrchr(path, '/');
    if (depth == 1 && name && !strcmp(name, "/stddef.h"))
        frontend->own_folder = arena_strndup(frontend->arena, path, (size_t)(name - path));
}

/* Any file may tell, if it includes one of them. */
static void note_own_folder(struct frontend *frontend)
{
    static const char text[] = "#include <stddef.h>\n";
    CXTranslationUnit tu = frontend_parse(frontend, text, sizeof text - 1);
    if (!tu)
        return;
    clang_getInclusions(tu, find_own_folder, frontend);
    clang_disposeTranslationUnit(tu);
}

void answers_note_own(struct frontend *frontend, CXTranslationUnit tu)
{
    struct own_headers headers = {frontend, tu};
    note_own_folder(frontend);
    clang_getInclusions(tu, note_own_header, &headers);
}

static const char *take_buf(struct arena *arena, struct buf *buf)
{
    const char *text = arena_strndup(arena, buf_text(buf), buf->length);
    buf_release(buf);
    return text;
}

/* ---- the answers --------------------------------------------------------------- */

enum { MOST_BITS = 20 }; /* of an answer such as 202311 */

/* The name of the macro with the operator's answer: ppcc_has_attribute_cold. */
static const char *answer_name(const char *operator)
{
    return operator+ strlen("__");
}

/* The operator that the macro OPERAND holds an answer of, and the operator's operand. */
static const struct operator_macro *split_operand(const char *operand, const char **word)
{
    const char *name = operand + strlen("ppcc_");
    for (size_t k = 0; k < OPERATOR_COUNT; k++) {
        const char *own = answer_name(operators[k].name);
        if (strncmp(name, own, strlen(own)) == 0 && name[strlen(own)] == '_') {
            *word = name + strlen(own) + 1;
            return &operators[k];
        }
    }
    return NULL;
}

/* Which operators there are, and the answers of those that are asked, bit by bit. */
static const char *question(struct frontend *frontend)
{
    struct buf text = {0};
    for (size_t k = 0; k < OPERATOR_COUNT; k++)
        buf_printf(&text, "#ifdef %s\n#define ppcc_knows%s\n#endif\n", operators[k].name,
                   operators[k].name);
    const struct identity *identity = frontend->identity;
    for (size_t k = 0; k < identity->operands.count; k++) {
        const char *operand = identity->operands.items[k], *word = NULL;
        const struct operator_macro *operator= split_operand(operand, &word);
        if (!operator)
            continue;
        buf_printf(&text, "#ifdef %s\n", operator->name);
        for (int bit = 0; bit < MOST_BITS; bit++)
            buf_printf(&text, "#if %s(%s) >> %d & 1\n#define bit_%d_%s\n#endif\n", operator->name,
                       word, bit, bit, operand);
        buf_puts(&text, "#endif\n");
    }
    return take_buf(frontend->arena, &text);
}

static void add_answer(struct buf *macros, struct arena *arena, const char *operand,
                       const char *answers)
{
    unsigned value = 0;
    for (int bit = 0; bit < MOST_BITS; bit++)
        if (macros_define(answers, arena_printf(arena, "bit_%d_%s", bit, operand)))
            value |= 1U << bit;
    buf_printf(macros, "#define %s %u\n", operand, value);
}

/* Makes the macros answer as the real compiler does; false when it gave no answer. */
bool answers_ask(struct frontend *frontend)
{
    struct identity *identity = frontend->identity;
    struct arena *arena = frontend->arena;
    const char *answers = identity->ask(identity->asked, question(frontend), NULL);
    if (!answers)
        return false;
    struct buf more = {0};
    for (size_t k = 0; k < OPERATOR_COUNT; k++) {
        const char *name = operators[k].name, *own = answer_name(name);
        buf_printf(&more, "#define __ppcc_%s(x) %s\n", own, operators[k].own_answer);
        if (!macros_define(answers, arena_printf(arena, "ppcc_knows%s", name)))
            buf_printf(&more, "#undef %s\n", name);
        else if (operators[k].is_asked)
            buf_printf(&more, "#undef %s\n#define %s(x) ppcc_%s_##x\n", name, name, own);
    }
    for (size_t k = 0; k < identity->operands.count; k++)
        add_answer(&more, arena, identity->operands.items[k], answers);
    identity_set_macros(frontend, take_buf(arena, &more));
    return true;
}

/* clang says: 'ppcc_has_attribute_cold' is not defined, evaluates to 0. */
static void note_operand(struct frontend *frontend, CXDiagnostic diagnostic)
{
    struct identity *identity = frontend->identity;
    const char *message = take_string(frontend->arena, clang_getDiagnosticSpelling(diagnostic));
    const char *text = strstr(message, "'ppcc_");
    if (!text || !strstr(text, "not defined"))
        return;
    const char *operand = arena_strndup(frontend->arena, text + 1, word_length(text + 1));
    for (size_t k = 0; k < identity->operands.count; k++)
        if (!strcmp(identity->operands.items[k], operand))
            return;
    LIST_PUSH(frontend->arena, identity->operands, operand);
}

bool answers_are_missing(struct frontend *frontend, CXTranslationUnit tu)
{
    size_t count = frontend->identity->operands.count;
    for (unsigned k = 0; k < clang_getNumDiagnostics(tu); k++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, k);
        note_operand(frontend, diagnostic);
        clang_disposeDiagnostic(diagnostic);
    }
    return frontend->identity->operands.count > count;
}

/*
 * libclang decides conditions such as `#if __GNUC__ >= 7` as the real compiler will: what it
 * analyses is then what is compiled.
 *
 * Its own predefined macros are dropped (-undef), and the real compiler's take their place, in a
 * file that exists in memory alone and is read before everything else (-imacros). Beside them
 * stands what the system's headers need of libclang when it passes for gcc (the adapter).
 *
 * __has_builtin(x), __has_attribute(x) and their like are no macros of that list. Where a file of
 * the user's mentions one, the source is parsed again with macros in their places whose answers
 * the real compiler gave:
 *
 *     #define __has_attribute(x) ppcc_has_attribute_##x
 *     #define ppcc_has_attribute_cold 1
 *
 * What has not been asked yet is known by clang's warning that such a name is not defined; the
 * parse is repeated with the answers until there is no such name. Operators that the real compiler
 * does not have are not defined. clang's own headers cannot do without them, and were written for
 * clang: in copies of these that exist in memory, the operators have other names.
 *
 * Where a system's header can only be read as clang's, by errors that clang would not have, the
 * source is read with clang's own macros, unless something of the user's mentions a macro that is
 * another one there: then the errors stand.
 */
#include "identity.h"

#include <ctype.h>
#include <string.h>

static const char macros_path[] = "/ppcc/predefined.h";

/* ---- the macros --------------------------------------------------------------------------- */

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

/* Names of what only clang has, in whichever header. */
static const char adapter[] =
    "#ifndef __clang__\n"
    "#define __malloc__(...) __malloc__\n" /* with a function that frees, which clang may not take
                                            */
    "#ifdef __OPTIMIZE_SIZE__\n"           /* <math.h> tells them apart by _Generic there */
    "#define _Float32 volatile float\n"
    "#define _Float64x volatile long double\n"
    "#else\n"
    "#define _Float32 float\n"
    "#define _Float64x long double\n"
    "#endif\n"
    "#define _Float64 double\n"
    "#define _Float32x double\n"
    "#if __LDBL_MANT_DIG__ == 113\n"
    "#define _Float128 long double\n"
    "#else\n"
    "#define _Float128 __float128\n"
    "#endif\n"
    "#define __CLANG_ATOMIC_BOOL_LOCK_FREE __GCC_ATOMIC_BOOL_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR_LOCK_FREE __GCC_ATOMIC_CHAR_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR16_T_LOCK_FREE __GCC_ATOMIC_CHAR16_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR32_T_LOCK_FREE __GCC_ATOMIC_CHAR32_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_WCHAR_T_LOCK_FREE __GCC_ATOMIC_WCHAR_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_SHORT_LOCK_FREE __GCC_ATOMIC_SHORT_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_INT_LOCK_FREE __GCC_ATOMIC_INT_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_LONG_LOCK_FREE __GCC_ATOMIC_LONG_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_LLONG_LOCK_FREE __GCC_ATOMIC_LLONG_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_POINTER_LOCK_FREE __GCC_ATOMIC_POINTER_LOCK_FREE\n"
    "#endif\n";

static bool is_in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The length of the name that TEXT begins with. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_in_word(text[length]))
        length++;
    return length;
}

/* Does the argument ARG, with NEXT behind it, define or undefine NAME? */
static bool settles(const char *arg, const char *next, const char *name, size_t length)
{
    static const char *const options[] = {"-D", "-U", "--define-macro", "--undefine-macro"};
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        size_t own = strlen(options[k]);
        if (strncmp(arg, options[k], own) != 0)
            continue;
        const char *given = arg[own] ? arg + own + (arg[own] == '=') : next;
        if (given && word_length(given) == length && !memcmp(given, name, length))
            return true;
    }
    return false;
}

static bool is_settled(const struct frontend *frontend, const char *name, size_t length)
{
    for (size_t k = 0; k < frontend->args.count; k++) {
        const char *next = k + 1 < frontend->args.count ? frontend->args.items[k + 1] : NULL;
        if (settles(frontend->args.items[k], next, name, length))
            return true;
    }
    return false;
}

/* The lines of LISTED but those that the user's -D and -U replace, which libclang hears of. */
static void add_listed(const struct frontend *frontend, const char *listed, struct buf *macros)
{
    static const char define[] = "#define ";
    for (const char *line = listed; *line;) {
        size_t length = strcspn(line, "\n");
        const char *name = line + strlen(define);
        bool is_definition = length > strlen(define) && !memcmp(line, define, strlen(define));
        if (is_definition && !is_settled(frontend, name, word_length(name))) {
            buf_add(macros, line, length);
            buf_puts(macros, "\n");
        }
        line += length + (line[length] == '\n');
    }
}

/* Is NAME defined in MACROS, which are lines of #define? */
static bool defines(const char *macros, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = macros; (at = strstr(at, name)); at += length)
        if (at > macros && at[-1] == ' ' && !is_in_word(at[length]))
            return true;
    return false;
}

static const char *take_buf(struct arena *arena, struct buf *buf)
{
    const char *text = arena_strndup(arena, buf_text(buf), buf->length);
    buf_release(buf);
    return text;
}

static void set_macros(struct frontend *frontend, const char *more)
{
    struct buf macros = {0};
    add_listed(frontend, frontend->identity->listed, &macros);
    buf_puts(&macros, adapter);
    buf_puts(&macros, more);
    frontend->identity->macros = take_buf(frontend->arena, &macros);
}

void identity_begin(struct frontend *frontend)
{
    struct identity *identity = frontend->identity;
    if (!identity)
        return;
    if (!identity->was_asked) {
        identity->was_asked = true;
        identity->listed = identity->ask(identity->asked, "");
        if (identity->listed)
            set_macros(frontend, "");
    }
}

void identity_add_args(const struct frontend *frontend, struct parse_input *input)
{
    const struct identity *identity = frontend->identity;
    struct arena *arena = frontend->arena;
    if (!identity || !identity->listed)
        return;
    LIST_PUSH(arena, input->args, "-undef");
    LIST_PUSH(arena, input->args, "-imacros");
    LIST_PUSH(arena, input->args, macros_path);
    if (identity->is_answered)
        LIST_PUSH(arena, input->args, "-Wundef");
    struct CXUnsavedFile macros = {macros_path, identity->macros, strlen(identity->macros)};
    LIST_PUSH(arena, input->files, macros);
    for (size_t k = 0; k < identity->own.count; k++) {
        const struct own_header *own = &identity->own.items[k];
        struct CXUnsavedFile file = {own->path, own->text, own->length};
        LIST_PUSH(arena, input->files, file);
    }
}

/* ---- what files mention ------------------------------------------------------------------- */

/* A look through the files of a translation unit. */
struct look {
    struct frontend *frontend;
    CXTranslationUnit tu;
    const char *const *starts; /* of words that are looked for; NULL ends them */
    const char *listed;        /* these are looked for, too; or NULL */
    bool is_found;
};

static bool is_wanted(const struct look *look, const char *word, size_t length)
{
    for (const char *const *start = look->starts; *start; start++)
        if (strncmp(word, *start, strlen(*start)) == 0)
            return true;
    if (!look->listed)
        return false;
    char name[128];
    if (length >= sizeof name)
        return false;
    memcpy(name, word, length);
    name[length] = '\0';
    return defines(look->listed, name);
}

/* Does the text hold a word that is looked for? All of them begin with two underscores. */
static bool mentions(const struct look *look, const char *text, size_t length)
{
    const char *at = text, *end = text + length;
    while ((at = memmem(at, (size_t)(end - at), "__", 2))) {
        size_t word = word_length(at);
        bool is_start = at == text || !is_in_word(at[-1]);
        if (is_start && is_wanted(look, at, word))
            return true;
        at += word;
    }
    return false;
}

/* The user's: neither the system's nor ours. */
static bool is_of_user(CXTranslationUnit tu, CXFile file)
{
    CXString name = clang_getFileName(file);
    bool is_ours = strcmp(clang_getCString(name), macros_path) == 0;
    clang_disposeString(name);
    return !is_ours && !clang_Location_isInSystemHeader(clang_getLocationForOffset(tu, file, 0));
}

static void look_at(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    struct look *look = data;
    size_t length = 0;
    if (look->is_found || !is_of_user(look->tu, file))
        return;
    const char *text = clang_getFileContents(look->tu, file, &length);
    look->is_found = text && mentions(look, text, length);
}

static bool user_mentions(struct frontend *frontend, CXTranslationUnit tu,
                          const char *const *starts, const char *listed)
{
    struct look look = {frontend, tu, starts, listed, false};
    clang_getInclusions(tu, look_at, &look);
    return look.is_found;
}

static bool mentions_operators(struct frontend *frontend, CXTranslationUnit tu)
{
    static const char *const starts[] = {"__has_", "__is_identifier", "__is_target_",
                                         "__building_module", NULL};
    return user_mentions(frontend, tu, starts, NULL);
}

/* Those of the list, and what is made of them or known to clang alone. */
static bool mentions_identity(struct frontend *frontend, CXTranslationUnit tu)
{
    static const char *const starts[] = {"__clang",         "__GNUC",       "__glibc_",
                                         "__llvm",          "__VERSION__",  "__has_",
                                         "__is_identifier", "__is_target_", NULL};
    return user_mentions(frontend, tu, starts, frontend->identity->listed);
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

static void note_own_header(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    struct look *look = data;
    struct frontend *frontend = look->frontend;
    const char *path = take_string(frontend->arena, clang_getFileName(file));
    const char *name = strrchr(path, '/');
    size_t folder = frontend->own_folder ? strlen(frontend->own_folder) : 0;
    if (!folder || !name || (size_t)(name - path) != folder ||
        memcmp(path, frontend->own_folder, folder) != 0)
        return;
    size_t length = 0;
    const char *text = clang_getFileContents(look->tu, file, &length);
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

void identity_note_own(struct frontend *frontend, CXTranslationUnit tu)
{
    clang_getInclusions(tu, find_own_folder, frontend);
}

/* ---- the operators' answers --------------------------------------------------------------- */

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
        if (defines(answers, arena_printf(arena, "bit_%d_%s", bit, operand)))
            value |= 1U << bit;
    buf_printf(macros, "#define %s %u\n", operand, value);
}

/* Makes the macros answer as the real compiler does; false when it gave no answer. */
static bool answer(struct frontend *frontend)
{
    struct identity *identity = frontend->identity;
    struct arena *arena = frontend->arena;
    const char *answers = identity->ask(identity->asked, question(frontend));
    if (!answers)
        return false;
    struct buf more = {0};
    for (size_t k = 0; k < OPERATOR_COUNT; k++) {
        const char *name = operators[k].name, *own = answer_name(name);
        buf_printf(&more, "#define __ppcc_%s(x) %s\n", own, operators[k].own_answer);
        if (!defines(answers, arena_printf(arena, "ppcc_knows%s", name)))
            buf_printf(&more, "#undef %s\n", name);
        else if (operators[k].is_asked)
            buf_printf(&more, "#undef %s\n#define %s(x) ppcc_%s_##x\n", name, name, own);
    }
    for (size_t k = 0; k < identity->operands.count; k++)
        add_answer(&more, arena, identity->operands.items[k], answers);
    set_macros(frontend, take_buf(arena, &more));
    return true;
}

/* ---- the parse ---------------------------------------------------------------------------- */

/* clang says that "'ppcc_has_attribute_cold' is not defined". */
static void note_operand(struct frontend *frontend, CXDiagnostic diagnostic)
{
    struct identity *identity = frontend->identity;
    const char *text = take_string(frontend->arena, clang_getDiagnosticSpelling(diagnostic));
    if (strncmp(text, "'ppcc_", strlen("'ppcc_")) != 0 || !strstr(text, "not defined"))
        return;
    const char *operand = arena_strndup(frontend->arena, text + 1, word_length(text + 1));
    for (size_t k = 0; k < identity->operands.count; k++)
        if (!strcmp(identity->operands.items[k], operand))
            return;
    LIST_PUSH(frontend->arena, identity->operands, operand);
}

/* Notes what has not been asked yet; returns whether there is something. */
static bool note_operands(struct frontend *frontend, CXTranslationUnit tu)
{
    size_t count = frontend->identity->operands.count;
    for (unsigned k = 0; k < clang_getNumDiagnostics(tu); k++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, k);
        note_operand(frontend, diagnostic);
        clang_disposeDiagnostic(diagnostic);
    }
    return frontend->identity->operands.count > count;
}

static CXTranslationUnit parse_again(struct frontend *frontend, CXTranslationUnit old)
{
    if (old)
        clang_disposeTranslationUnit(old);
    return frontend_parse(frontend, frontend->file, frontend->text, frontend->length);
}

/* The source with the operators' answers. Each round brings the operands of one level of #if. */
static CXTranslationUnit parse_answered(struct frontend *frontend, CXTranslationUnit tu)
{
    enum { MOST_ROUNDS = 20 };
    struct identity *identity = frontend->identity;
    if (!identity->is_answered) {
        struct look look = {.frontend = frontend, .tu = tu};
        clang_getInclusions(tu, note_own_header, &look);
        identity->is_answered = true;
        if (!answer(frontend))
            return tu;
        tu = parse_again(frontend, tu);
    }
    for (int round = 0; tu && round < MOST_ROUNDS && note_operands(frontend, tu); round++) {
        if (!answer(frontend))
            return tu;
        tu = parse_again(frontend, tu);
    }
    return tu;
}

/* The source as clang would read it, where that may be done and goes well; else TU. */
static CXTranslationUnit parse_as_clang(struct frontend *frontend, CXTranslationUnit tu)
{
    struct identity *identity = frontend->identity;
    if (mentions_identity(frontend, tu))
        return tu;
    struct identity as_listed = *identity;
    *identity =
        (struct identity){.ask = identity->ask, .asked = identity->asked, .was_asked = true};
    CXTranslationUnit other = parse_again(frontend, NULL);
    bool is_better = other && !has_errors(other);
    if (!is_better)
        *identity = as_listed;
    if (is_better || other)
        clang_disposeTranslationUnit(is_better ? tu : other);
    return is_better ? other : tu;
}

CXTranslationUnit identity_parse(struct frontend *frontend)
{
    CXTranslationUnit tu =
        frontend_parse(frontend, frontend->file, frontend->text, frontend->length);
    struct identity *identity = frontend->identity;
    if (!tu || !identity || !identity->listed)
        return tu;
    if (identity->is_answered || mentions_operators(frontend, tu))
        tu = parse_answered(frontend, tu);
    return tu && has_errors(tu) ? parse_as_clang(frontend, tu) : tu;
}

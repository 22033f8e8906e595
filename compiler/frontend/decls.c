/*
 * Variables and functions, one for each that the program has.
 *
 * Variables with linkage are told apart by name, which unites an extern declaration inside a
 * function, tentative definitions and the definition at file scope; those without by declaration.
 * Functions are told apart by clang's USR, which is the name, and more for the overloads behind
 * <tgmath.h>. All variables of file scope are declared before the first body is converted, so that
 * a use before the definition sees the complete type.
 *
 * Bodies are converted from a queue: all functions that the main file and the user's own headers
 * define, and of the functions in system headers those that are named anywhere, transitively.
 */
#include "internal.h"

#include <string.h>

/* ---- variables ---------------------------------------------------------------------------- */

static bool has_linkage(CXCursor declaration)
{
    enum CXLinkageKind linkage = clang_getCursorLinkage(declaration);
    return declaration.kind == CXCursor_VarDecl && linkage != CXLinkage_NoLinkage &&
           linkage != CXLinkage_Invalid;
}

static enum storage storage_of(CXCursor declaration)
{
    if (declaration.kind == CXCursor_ParmDecl)
        return STORAGE_PARAMETER;
    if (has_linkage(declaration))
        return clang_getCursorLinkage(declaration) == CXLinkage_Internal ? STORAGE_FILE
                                                                         : STORAGE_EXTERNAL;
    return clang_Cursor_hasVarDeclGlobalStorage(declaration) == 1 ? STORAGE_STATIC_LOCAL
                                                                  : STORAGE_LOCAL;
}

/* The type of a declaration, with the extents that its declarator writes. */
static struct type *declared_type(struct convert *convert, CXCursor declaration)
{
    CXType type = clang_getCursorType(declaration);
    CXCursor init = declaration.kind == CXCursor_VarDecl
                        ? clang_Cursor_getVarDeclInitializer(declaration)
                        : clang_getNullCursor();
    size_t base = children_push_code(convert, declaration);
    size_t count = convert->stack_count - base;
    if (count && clang_equalCursors(convert->stack[convert->stack_count - 1], init))
        count--;
    struct type *made = type_with_extents(convert, type, base, count);
    children_pop(convert, base);
    return made;
}

static struct var *declare(struct convert *convert, CXCursor declaration)
{
    struct var *var = ARENA_NEW(convert->arena, struct var);
    var->unit = convert->unit;
    var->name = take_string(convert->arena, clang_getCursorSpelling(declaration));
    var->storage = storage_of(declaration);
    var->is_thread_local = clang_getCursorTLSKind(declaration) != CXTLS_None;
    var->is_register = clang_Cursor_getStorageClass(declaration) == CX_SC_Register;
    var->place = place_of(convert, clang_getCursorLocation(declaration));
    var->id = convert->unit->next_id++;
    return var;
}

/* double x[restrict 10]: the qualifier is the pointer's, and libclang does not tell of it. */
static bool has_restrict_in_brackets(const struct unit *unit, const struct var *var)
{
    if (!var->place.main || var->place.offset >= unit->length)
        return false;
    const char *name_end = unit->text + var->place.offset + strlen(var->name);
    const char *open = name_end + strspn(name_end, " \t\r\n");
    if (*open != '[')
        return false;
    size_t length = strcspn(open, "]");
    return memmem(open, length, "restrict", strlen("restrict")) != NULL;
}

static struct type *restrict_type(struct convert *convert, const struct type *type)
{
    struct type *made = ARENA_NEW(convert->arena, struct type);
    *made = *type;
    made->is_restrict = true;
    return made;
}

static enum CXChildVisitResult find_asm_label(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    bool *found = data;
    *found |= cursor.kind == CXCursor_AsmLabelAttr;
    return CXChildVisit_Continue;
}

/* A variable that every file, or this one, can name. */
static void declare_linked(struct convert *convert, struct var *var, CXCursor declaration)
{
    clang_visitChildren(declaration, find_asm_label, &var->is_renamed);
    convert->unit->has_aliases |= var->is_renamed;
    LIST_PUSH(convert->arena, convert->unit->globals, var);
}

/* What is more to be said of a variable that others may be told of by now. */
static void fill_var(struct convert *convert, struct var *var, CXCursor declaration)
{
    if (has_linkage(declaration))
        declare_linked(convert, var, declaration);
    else
        var->function = convert->function;
    var->type = declared_type(convert, declaration);
    if (var->storage == STORAGE_PARAMETER) {
        bool was_array = var->type->kind == TYPE_ARRAY;
        var->type = type_adjusted(convert, var->type);
        if (was_array && has_restrict_in_brackets(convert->unit, var))
            var->type = restrict_type(convert, var->type);
    }
}

/* The variable of that name, which has linkage, or NULL. */
static struct var *find_linked(struct convert *convert, CXCursor declaration)
{
    CXString name = clang_getCursorSpelling(declaration);
    const char *key = clang_getCString(name);
    struct var *var = map_find(&convert->linked, key, strlen(key));
    clang_disposeString(name);
    return var;
}

struct var *var_of(struct convert *convert, CXCursor declaration)
{
    declaration = clang_getCanonicalCursor(declaration);
    const void *key = declaration.data[0];
    struct var *var = map_find(&convert->vars, &key, sizeof key);
    if (var)
        return var;
    bool is_linked = has_linkage(declaration);
    struct var *known = is_linked ? find_linked(convert, declaration) : NULL;
    var = known ? known : declare(convert, declaration);
    map_add(convert->arena, &convert->vars, &key, sizeof key, var);
    if (is_linked && !known)
        map_add(convert->arena, &convert->linked, var->name, strlen(var->name), var);
    if (!known)
        fill_var(convert, var, declaration);
    return var;
}

void var_initialize(struct convert *convert, struct var *var, CXCursor declaration)
{
    CXCursor init = clang_Cursor_getVarDeclInitializer(declaration);
    if (!clang_Cursor_isNull(init))
        var->init = convert_expr(convert, init);
}

/* ---- attributes --------------------------------------------------------------------------- */

/* Does the word NAME stand at that spot, with or without underscores around it? */
static bool spells(const char *text, size_t length, size_t at, const char *name)
{
    while (at < length && text[at] == '_')
        at++;
    size_t size = strlen(name);
    return at + size <= length && !memcmp(text + at, name, size);
}

/* clang names few attributes; of the others the text is read where it is spelled: does that of
 * CURSOR begin with NAME? */
static bool is_attribute(struct convert *convert, CXCursor cursor, const char *name)
{
    CXFile file = NULL;
    unsigned offset = 0;
    clang_getSpellingLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), &file, NULL, NULL,
                              &offset);
    size_t length = 0;
    const char *text = file ? file_text(convert, file, &length) : NULL;
    return text && spells(text, length, offset, name);
}

struct attribute_search {
    struct convert *convert;
    const char *name;
    bool found;
};

static enum CXChildVisitResult match_attribute(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct attribute_search *search = data;
    search->found |= cursor.kind == CXCursor_UnexposedAttr &&
                     is_attribute(search->convert, cursor, search->name);
    return CXChildVisit_Continue;
}

bool has_attribute(struct convert *convert, CXCursor declaration, const char *name)
{
    struct attribute_search search = {convert, name, false};
    clang_visitChildren(declaration, match_attribute, &search);
    return search.found;
}

struct attributes {
    struct convert *convert;
    struct function *function;
};

static enum CXChildVisitResult read_attribute(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct attributes *attributes = data;
    struct convert *convert = attributes->convert;
    struct function *function = attributes->function;
    function->is_const |= cursor.kind == CXCursor_ConstAttr;
    function->is_pure |= cursor.kind == CXCursor_PureAttr;
    function->is_renamed |= cursor.kind == CXCursor_AsmLabelAttr;
    if (cursor.kind != CXCursor_UnexposedAttr)
        return CXChildVisit_Continue;
    convert->unit->has_weak |= is_attribute(convert, cursor, "weak");
    function->is_noreturn |=
        is_attribute(convert, cursor, "noreturn") || is_attribute(convert, cursor, "Noreturn");
    return CXChildVisit_Continue;
}

static void read_attributes(struct convert *convert, struct function *function, CXCursor cursor)
{
    struct attributes attributes = {convert, function};
    clang_visitChildren(cursor, read_attribute, &attributes);
    const struct type *type = type_of(convert, clang_getCursorType(cursor));
    function->is_noreturn |=
        strstr(type->spelling, "noreturn") != NULL; /* gcc's is part of the type */
}

/* ---- functions ---------------------------------------------------------------------------- */

static void add_params(struct convert *convert, struct function *function, CXCursor cursor)
{
    struct function *outer = convert->function;
    convert->function = function;
    int count = clang_Cursor_getNumArguments(cursor);
    for (int i = 0; i < count; i++) {
        struct var *param = var_of(convert, clang_Cursor_getArgument(cursor, (unsigned)i));
        param->index = i;
        LIST_PUSH(convert->arena, function->params, param);
    }
    convert->function = outer;
}

/* What <ppar.h> defines to be compiled in place is known by its name. */
static bool is_of_runtime(const struct function *function)
{
    return function->in_system_header && !strncmp(function->name, "ppar_", strlen("ppar_"));
}

static struct function *declare_function(struct convert *convert, CXCursor cursor,
                                         CXCursor definition)
{
    struct function *function = ARENA_NEW(convert->arena, struct function);
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    CXSourceLocation location = clang_getCursorLocation(cursor);
    function->unit = convert->unit;
    function->name = take_string(convert->arena, clang_getCursorSpelling(cursor));
    function->type = type_of(convert, type);
    function->place = place_of(convert, location);
    function->is_static = clang_getCursorLinkage(cursor) == CXLinkage_Internal;
    function->is_variadic =
        type.kind == CXType_FunctionProto && clang_isFunctionTypeVariadic(type) != 0;
    function->in_system_header = clang_Location_isInSystemHeader(location);
    function->id = convert->unit->next_id++;
    LIST_PUSH(convert->arena, convert->unit->functions, function);
    if (clang_Cursor_isNull(definition) || is_of_runtime(function))
        return function;
    struct pending_body body = {function, definition};
    LIST_PUSH(convert->arena, convert->pending, body);
    return function;
}

/* Is the declaration in the text? clang makes one of its own for a library function that is used
 * without; it starts at the name, and libclang crashes when it is asked for the parts of such. */
static bool is_written(CXCursor declaration)
{
    CXSourceLocation name = clang_getCursorLocation(declaration);
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(declaration));
    return clang_isCursorDefinition(declaration) || !clang_equalLocations(name, start);
}

/* All that the declarations in sight tell; the best of them is the definition. */
static struct function *read_function(struct convert *convert, CXCursor declaration,
                                      const char *usr)
{
    CXCursor first = clang_getCanonicalCursor(declaration);
    CXCursor definition = clang_getCursorDefinition(declaration);
    CXCursor best = !clang_Cursor_isNull(definition) ? definition
                    : is_written(first)              ? first
                                                     : declaration;
    struct function *function = declare_function(convert, best, definition);
    map_add(convert->arena, &convert->functions, usr, strlen(usr), function);
    const CXCursor seen[] = {best, first, declaration};
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        if (is_written(seen[i]))
            read_attributes(convert, function, seen[i]);
    if (is_written(best))
        add_params(convert, function, best);
    return function;
}

/* The name of a static function that libclang makes has the declaration's file in it; so it is that
 * of the first one. */
struct function *function_of(struct convert *convert, CXCursor declaration)
{
    CXString usr = clang_getCursorUSR(clang_getCanonicalCursor(declaration));
    const char *key = clang_getCString(usr);
    struct function *function = map_find(&convert->functions, key, strlen(key));
    if (!function)
        function = read_function(convert, declaration, key);
    clang_disposeString(usr);
    return function;
}

/* ---- file scope --------------------------------------------------------------------------- */

/* A later declaration may complete the type of an array, or bring the initializer. */
static void complete_var(struct convert *convert, CXCursor cursor)
{
    struct var *var = var_of(convert, cursor);
    if (var->type->kind == TYPE_ARRAY && !var->type->is_complete)
        var->type = type_of(convert, clang_getCursorType(cursor));
}

/* What system headers define is only looked at where the program uses it; but other files, and
 * variables, may lead to what it names. */
static bool leads_elsewhere(CXCursor cursor)
{
    if (cursor.kind == CXCursor_VarDecl)
        return !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(cursor));
    return clang_isCursorDefinition(cursor) && !clang_Cursor_isFunctionInlined(cursor) &&
           clang_getCursorLinkage(cursor) == CXLinkage_External;
}

static bool is_of_system(CXCursor cursor)
{
    return clang_Location_isInSystemHeader(clang_getCursorLocation(cursor)) != 0;
}

/* Pushes the declarations that matter. */
static enum CXChildVisitResult push_global(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (cursor.kind != CXCursor_VarDecl && cursor.kind != CXCursor_FunctionDecl)
        return CXChildVisit_Continue;
    if (!is_of_system(cursor) || leads_elsewhere(cursor))
        cursor_push(data, cursor);
    return CXChildVisit_Continue;
}

static void define_global(struct convert *convert, CXCursor cursor)
{
    if (is_of_system(cursor)) {
        give_up_on(convert, cursor);
    } else if (cursor.kind == CXCursor_VarDecl) {
        struct var *var = var_of(convert, cursor);
        bool is_extern = clang_Cursor_getStorageClass(cursor) == CX_SC_Extern;
        var->is_defined |= !is_extern || clang_isCursorDefinition(cursor);
        if (!var->init)
            var_initialize(convert, var, cursor);
    } else if (clang_isCursorDefinition(cursor)) {
        function_of(convert, cursor);
    }
}

void declare_globals(struct convert *convert)
{
    size_t base = convert->stack_count;
    clang_visitChildren(clang_getTranslationUnitCursor(convert->tu), push_global, convert);
    size_t end = convert->stack_count;
    for (size_t i = base; i < end; i++)
        if (convert->stack[i].kind == CXCursor_VarDecl && !is_of_system(convert->stack[i]))
            complete_var(convert, convert->stack[i]);
    for (size_t i = base; i < end; i++)
        define_global(convert, convert->stack[i]);
    children_pop(convert, base);
}

static CXCursor body_of(struct convert *convert, CXCursor definition)
{
    CXCursor body = clang_getNullCursor();
    size_t base = children_push_code(convert, definition);
    for (size_t i = base; i < convert->stack_count; i++)
        if (convert->stack[i].kind == CXCursor_CompoundStmt)
            body = convert->stack[i];
    children_pop(convert, base);
    return body;
}

void convert_bodies(struct convert *convert)
{
    for (size_t i = 0; i < convert->pending.count; i++) {
        struct pending_body pending = convert->pending.items[i];
        CXCursor body = body_of(convert, pending.definition);
        if (clang_Cursor_isNull(body))
            continue;
        convert->function = pending.function;
        pending.function->body = convert_stmt(convert, body);
        convert->function = NULL;
    }
}

/*
 * clang's types as struct type, one for each different type of the unit.
 *
 * Types are canonical. Pointers, arrays and records are told apart by structure (what they point
 * to, which declaration), because some pointer types are made here and have no counterpart at hand:
 * libclang shows a parameter that is declared as an array with its array type, and so does every
 * expression that the parameter's value runs through. Variable-length arrays are never shared: each
 * declaration makes its own, with its own extents.
 *
 * A record's fields are filled in when they are first needed, and for all records at the end, so
 * that records that point to each other need no recursion. A qualified record is a type of its own
 * that shares the fields of the unqualified one.
 */
#include "internal.h"

#include <string.h>

/* What makes two types the same; compared byte by byte, hence zeroed first. */
struct type_key {
    const void *target, *declaration, *spelling;
    int64_t count;
    int kind, flags;
};

static int flags_of(const struct type *type)
{
    return type->is_const | type->is_volatile << 1 | type->is_atomic << 2 | type->is_restrict << 3;
}

static const char *intern_spelling(struct convert *convert, const char *text)
{
    char *known = map_find(&convert->spellings, text, strlen(text));
    if (known)
        return known;
    known = arena_strdup(convert->arena, text);
    map_add(convert->arena, &convert->spellings, text, strlen(text), known);
    return known;
}

/* The one type that is like TYPE, which is either taken or forgotten. */
static struct type *intern(struct convert *convert, const struct type *type,
                           const void *declaration)
{
    struct type_key key;
    memset(&key, 0, sizeof key);
    key.kind = (int)type->kind;
    key.flags = flags_of(type);
    key.target = type->kind == TYPE_FUNCTION ? NULL : type->target;
    key.declaration = declaration;
    key.count = type->kind == TYPE_ARRAY ? type->count : 0;
    bool by_spelling =
        type->kind != TYPE_POINTER && type->kind != TYPE_ARRAY && type->kind != TYPE_RECORD;
    key.spelling = by_spelling ? intern_spelling(convert, type->spelling) : NULL;
    struct type *known = map_find(&convert->interned, &key, sizeof key);
    if (known)
        return known;
    struct type *made = ARENA_NEW(convert->arena, struct type);
    *made = *type;
    made->spelling = intern_spelling(convert, type->spelling);
    map_add(convert->arena, &convert->interned, &key, sizeof key, made);
    if (made->kind == TYPE_POINTER)
        LIST_PUSH(convert->arena, convert->unit->pointers, made);
    return made;
}

/* ---- pointers that clang does not show ---------------------------------------------------- */

/* "double[10]" -> "double (*)[10]", "int (int)" -> "int (*)(int)", "char" -> "char *" */
static const char *pointer_spelling(struct arena *arena, const struct type *target)
{
    const char *text = target->spelling;
    if (target->kind == TYPE_ARRAY) {
        int before = (int)strcspn(text, "[");
        return arena_printf(arena, "%.*s (*)%s", before, text, text + before);
    }
    if (target->kind == TYPE_FUNCTION) {
        int before = (int)strcspn(text, "(");
        return arena_printf(arena, "%.*s(*)%s", before, text, text + before);
    }
    size_t length = strlen(text);
    return arena_printf(arena, "%s%s", text, length && text[length - 1] == '*' ? "*" : " *");
}

struct type *type_pointer_to(struct convert *convert, struct type *target)
{
    struct type type = {.kind = TYPE_POINTER, .size = sizeof(void *), .target = target};
    CXTargetInfo info = clang_getTranslationUnitTargetInfo(convert->tu);
    int width = clang_TargetInfo_getPointerWidth(info);
    clang_TargetInfo_dispose(info);
    if (width > 0)
        type.size = width / 8;
    type.spelling = pointer_spelling(convert->arena, target);
    return intern(convert, &type, NULL);
}

struct type *type_adjusted(struct convert *convert, struct type *type)
{
    if (type->kind == TYPE_ARRAY)
        return type_pointer_to(convert, type->target);
    if (type->kind == TYPE_FUNCTION)
        return type_pointer_to(convert, type);
    return type;
}

bool type_is_scalar(const struct type *type)
{
    return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING ||
           type->kind == TYPE_COMPLEX || type->kind == TYPE_POINTER;
}

/* ---- from clang --------------------------------------------------------------------------- */

static bool is_signed_kind(enum CXTypeKind kind)
{
    switch (kind) {
    case CXType_Char_S:
    case CXType_SChar:
    case CXType_Short:
    case CXType_Int:
    case CXType_Long:
    case CXType_LongLong:
    case CXType_Int128:
    case CXType_WChar:
        return true;
    default:
        return false;
    }
}

static enum type_kind kind_of(CXType type)
{
    switch (type.kind) {
    case CXType_Void:
        return TYPE_VOID;
    case CXType_Pointer:
        return TYPE_POINTER;
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
    case CXType_VariableArray:
        return TYPE_ARRAY;
    case CXType_Record:
        return TYPE_RECORD;
    case CXType_FunctionNoProto:
    case CXType_FunctionProto:
        return TYPE_FUNCTION;
    case CXType_Complex:
        return TYPE_COMPLEX;
    case CXType_Float:
    case CXType_Double:
    case CXType_LongDouble:
    case CXType_Float128:
    case CXType_Float16:
    case CXType_Half:
        return TYPE_FLOATING;
    default:
        break;
    }
    bool is_integer = type.kind == CXType_Enum || is_signed_kind(type.kind) ||
                      (type.kind >= CXType_Bool && type.kind <= CXType_UInt128);
    return is_integer ? TYPE_INTEGER : TYPE_OTHER;
}

static CXType integer_behind_enum(CXType type)
{
    if (type.kind != CXType_Enum)
        return type;
    return clang_getCanonicalType(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type)));
}

/* libclang crashes when asked for the size of some types of its own, that of builtin functions. */
static int64_t size_of(CXType type, enum type_kind kind)
{
    bool has_size = kind != TYPE_VOID && kind != TYPE_FUNCTION && kind != TYPE_OTHER;
    if (!has_size && type.kind != CXType_Vector && type.kind != CXType_ExtVector)
        return -1;
    long long size = clang_Type_getSizeOf(type);
    return size < 0 ? -1 : size;
}

static void fill_target(struct convert *convert, struct type *type, CXType from)
{
    if (type->kind == TYPE_POINTER)
        type->target = type_of(convert, clang_getPointeeType(from));
    if (type->kind == TYPE_FUNCTION)
        type->target = type_of(convert, clang_getResultType(from));
    if (type->kind != TYPE_ARRAY)
        return;
    type->target = type_of(convert, clang_getArrayElementType(from));
    type->count = from.kind == CXType_ConstantArray     ? clang_getArraySize(from)
                  : from.kind == CXType_IncompleteArray ? 0
                                                        : -1;
}

static void fill_integer(struct type *type, CXType from)
{
    CXType integer = integer_behind_enum(from);
    type->is_signed = is_signed_kind(integer.kind);
    type->is_bool = integer.kind == CXType_Bool;
}

static const char *record_tag(struct convert *convert, CXCursor declaration)
{
    const char *tag = take_string(convert->arena, clang_getCursorSpelling(declaration));
    bool is_unnamed = !*tag || strchr(tag, '(') || clang_Cursor_isAnonymous(declaration);
    return is_unnamed ? NULL : tag;
}

/* The declaration behind a record's type, known once for all its qualified variants. */
static struct record *record_behind(struct convert *convert, CXType from)
{
    CXCursor declaration = clang_getCanonicalCursor(clang_getTypeDeclaration(from));
    const void *key = declaration.data[0];
    struct record *record = map_find(&convert->records, &key, sizeof key);
    if (record)
        return record;
    record = ARENA_NEW(convert->arena, struct record);
    record->declaration = key;
    record->from = clang_getUnqualifiedType(from);
    record->tag = record_tag(convert, declaration);
    record->is_union = declaration.kind == CXCursor_UnionDecl;
    map_add(convert->arena, &convert->records, &key, sizeof key, record);
    return record;
}

/* A record's type: the unqualified one, which the fields belong to, or a variant of it. */
static struct type *record_of(struct convert *convert, struct type *type, CXType from)
{
    struct record *record = record_behind(convert, from);
    type->tag = record->tag;
    type->is_union = record->is_union;
    type->unit = convert->unit;
    struct type *made = intern(convert, type, record->declaration);
    if (!flags_of(made) && record->base != made) {
        record->base = made;
        LIST_PUSH(convert->arena, convert->unit->records, made);
    }
    struct record_variant variant = {made, record};
    LIST_PUSH(convert->arena, convert->variants, variant);
    map_add(convert->arena, &convert->record_of_type, &made, sizeof made, record);
    return made;
}

static struct type *make_type(struct convert *convert, CXType from)
{
    struct type type = {0};
    type.is_const = clang_isConstQualifiedType(from);
    type.is_volatile = clang_isVolatileQualifiedType(from);
    type.is_restrict = clang_isRestrictQualifiedType(from);
    type.spelling = take_string(convert->arena, clang_getTypeSpelling(from));
    if (from.kind == CXType_Atomic) {
        type.is_atomic = true;
        from = clang_getCanonicalType(clang_Type_getValueType(from));
    }
    type.kind = kind_of(from);
    type.size = size_of(from, type.kind);
    type.is_complete = type.size >= 0 || from.kind == CXType_VariableArray;
    fill_target(convert, &type, from);
    if (type.kind == TYPE_INTEGER)
        fill_integer(&type, from);
    if (type.kind == TYPE_RECORD)
        return record_of(convert, &type, from);
    if (from.kind != CXType_VariableArray)
        return intern(convert, &type, NULL);
    struct type *own = ARENA_NEW(convert->arena, struct type);
    *own = type;
    return own;
}

struct type *type_of(struct convert *convert, CXType type)
{
    type = clang_getCanonicalType(type);
    const void *key[2] = {type.data[0], (const void *)(uintptr_t)type.kind};
    struct type *known = map_find(&convert->types, key, sizeof key);
    if (known)
        return known;
    known = make_type(convert, type);
    map_add(convert->arena, &convert->types, key, sizeof key, known);
    return known;
}

/* ---- variable-length arrays --------------------------------------------------------------- */

struct sizes {
    size_t next; /* on the converter's stack */
};

/* TYPE without the parentheses of its declarator. */
static CXType without_parens(CXType type)
{
    return type.kind == CXType_Unexposed ? clang_getCanonicalType(type) : type;
}

/* How many array sizes are written in the declarator of TYPE. */
static size_t count_sizes(CXType type)
{
    type = without_parens(type);
    if (type.kind == CXType_Pointer)
        return count_sizes(clang_getPointeeType(type));
    if (type.kind == CXType_ConstantArray || type.kind == CXType_VariableArray)
        return count_sizes(clang_getArrayElementType(type)) + 1;
    if (type.kind == CXType_IncompleteArray)
        return count_sizes(clang_getArrayElementType(type));
    return 0;
}

/* The sizes follow each other from the innermost element outwards. */
static struct type *apply_sizes(struct convert *convert, CXType from, struct sizes *sizes)
{
    from = without_parens(from);
    struct type *type = type_of(convert, from);
    if (type->kind == TYPE_POINTER && from.kind == CXType_Pointer) {
        struct type *target = apply_sizes(convert, clang_getPointeeType(from), sizes);
        if (target == type->target)
            return type;
        struct type *own = ARENA_NEW(convert->arena, struct type);
        *own = *type;
        own->target = target;
        return own;
    }
    bool is_array = from.kind == CXType_ConstantArray || from.kind == CXType_VariableArray ||
                    from.kind == CXType_IncompleteArray;
    if (!is_array)
        return type;
    struct type *element = apply_sizes(convert, clang_getArrayElementType(from), sizes);
    size_t at = sizes->next;
    if (from.kind != CXType_IncompleteArray)
        sizes->next++;
    if (element == type->target && from.kind != CXType_VariableArray)
        return type;
    struct type *own = ARENA_NEW(convert->arena, struct type);
    *own = *type;
    own->target = element;
    if (from.kind == CXType_VariableArray)
        own->extent = convert_expr(convert, convert->stack[at]);
    return own;
}

struct type *type_with_extents(struct convert *convert, CXType type, size_t sizes, size_t count)
{
    if (!count || count_sizes(type) != count)
        return type_of(convert, type);
    struct sizes all = {.next = sizes};
    return apply_sizes(convert, type, &all);
}

/* ---- fields ------------------------------------------------------------------------------- */

static bool is_one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(word, *words))
        words++;
    return *words;
}

/* The tokens between the name of FIELD and the end of its record; clang_disposeTokens is left to
 * the caller. */
static unsigned tokens_behind(CXCursor field, CXTranslationUnit unit, CXToken **tokens)
{
    CXSourceRange record = clang_getCursorExtent(clang_getCursorSemanticParent(field));
    CXSourceRange rest = clang_getRange(clang_getCursorLocation(field), clang_getRangeEnd(record));
    unsigned count = 0;
    clang_tokenize(unit, rest, tokens, &count);
    return count;
}

/* __attribute__((counted_by(n))) behind the name of FIELD, as it stands or as the macro that is
 * usual for it: libclang has no word for the attribute. Returns n or NULL. */
static const char *find_counted_by(struct convert *convert, CXCursor field)
{
    static const char *const names[] = {"counted_by", "__counted_by__", "__counted_by", NULL};
    static const char *const ends[] = {",", ";", NULL};
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(field);
    CXToken *tokens = NULL;
    unsigned count = tokens_behind(field, unit, &tokens);
    const char *found = NULL;
    for (unsigned k = 0; k + 2 < count && !found; k++) {
        const char *word = take_string(convert->arena, clang_getTokenSpelling(unit, tokens[k]));
        if (is_one_of(word, ends))
            break;
        if (is_one_of(word, names))
            found = take_string(convert->arena, clang_getTokenSpelling(unit, tokens[k + 2]));
    }
    clang_disposeTokens(unit, tokens, count);
    return found;
}

struct field_visit {
    struct convert *convert;
    struct type *record;
};

static enum CXVisitorResult add_field(CXCursor cursor, CXClientData data)
{
    struct field_visit *visit = data;
    struct convert *convert = visit->convert;
    struct field *field = ARENA_NEW(convert->arena, struct field);
    field->name = take_string(convert->arena, clang_getCursorSpelling(cursor));
    if (strchr(field->name, '('))
        field->name = "";
    field->type = type_of(convert, clang_getCursorType(cursor));
    field->record = visit->record;
    long long offset = clang_Cursor_getOffsetOfField(cursor);
    field->offset = offset < 0 ? 0 : offset;
    field->is_bit_field = clang_Cursor_isBitField(cursor);
    if (field->is_bit_field)
        field->width = (unsigned)clang_getFieldDeclBitWidth(cursor);
    if (field->type->kind == TYPE_POINTER || field->type->kind == TYPE_ARRAY)
        field->counted_by = find_counted_by(convert, cursor);
    const void *key = cursor.data[0];
    map_add(convert->arena, &convert->fields, &key, sizeof key, field);
    LIST_PUSH(convert->arena, visit->record->fields, field);
    return CXVisit_Continue;
}

static void fill_fields(struct convert *convert, struct record *record)
{
    if (record->is_filled)
        return;
    record->is_filled = true;
    struct field_visit visit = {convert, type_of(convert, record->from)};
    if (visit.record->kind == TYPE_RECORD && visit.record->is_complete)
        clang_Type_visitFields(record->from, add_field, &visit);
}

struct type *record_complete(struct convert *convert, struct type *type)
{
    struct record *record = map_find(&convert->record_of_type, &type, sizeof type);
    if (!record)
        return type;
    fill_fields(convert, record);
    return record->base;
}

struct field *field_of(struct convert *convert, CXCursor declaration)
{
    const void *key = declaration.data[0];
    struct field *known = map_find(&convert->fields, &key, sizeof key);
    if (known)
        return known;
    CXCursor parent = clang_getCursorSemanticParent(declaration);
    if (parent.kind != CXCursor_StructDecl && parent.kind != CXCursor_UnionDecl)
        return NULL;
    record_complete(convert, type_of(convert, clang_getCursorType(parent)));
    return map_find(&convert->fields, &key, sizeof key);
}

void types_finish(struct convert *convert)
{
    for (size_t i = 0; i < convert->variants.count; i++) {
        struct record_variant variant = convert->variants.items[i];
        fill_fields(convert, variant.record);
        if (variant.type == variant.record->base)
            continue;
        struct type *base = variant.record->base;
        variant.type->fields.items = base->fields.items;
        variant.type->fields.count = base->fields.count;
        variant.type->fields.room = base->fields.room;
    }
}

/*
 * Which structures #pragma ppar pack speaks of: 'struct tag', or the name of a type, at file scope,
 * perhaps with a '*' behind it.
 * They need not be used anywhere in the file, as when a header describes all of its structures, so
 * they are looked for among the declarations.
 */
#include "internal.h"

#include <string.h>

/* Whether TEXT is how CURSOR's type is called. */
static bool is_called(const char *text, CXCursor cursor)
{
    const char *keyword = cursor.kind == CXCursor_StructDecl  ? "struct "
                          : cursor.kind == CXCursor_UnionDecl ? "union "
                                                              : "";
    size_t length = strlen(keyword);
    if (strncmp(text, keyword, length))
        return false;
    CXString name = clang_getCursorSpelling(cursor);
    const char *tag = clang_getCString(name);
    bool is_same = !strncmp(text + length, tag, strlen(tag));
    const char *rest = text + length + (is_same ? strlen(tag) : 0);
    rest += strspn(rest, " ");
    is_same &= !*rest || !strcmp(rest, "*");
    clang_disposeString(name);
    return is_same;
}

static enum CXChildVisitResult bind(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct convert *convert = data;
    bool is_record = cursor.kind == CXCursor_StructDecl || cursor.kind == CXCursor_UnionDecl;
    if (!is_record && cursor.kind != CXCursor_TypedefDecl)
        return CXChildVisit_Continue;
    for (size_t k = 0; k < convert->pragmas->packs.count; k++) {
        struct pragma *pragma = convert->pragmas->packs.items[k];
        if (!pragma->packed && is_called(pragma->record.text, cursor)) {
            struct type *type = type_of(convert, clang_getCursorType(cursor));
            pragma->packed = type->kind == TYPE_RECORD && type->is_complete ? type : NULL;
        }
    }
    return CXChildVisit_Continue;
}

void bind_packs(struct convert *convert)
{
    if (convert->pragmas->packs.count)
        clang_visitChildren(clang_getTranslationUnitCursor(convert->tu), bind, convert);
}

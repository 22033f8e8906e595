/*
 * What is to be known of the target: what it does to floating-point operations, and whether clang
 * finds its own headers (when not, those of the system's compiler stand in). A header of a few
 * lines, which is included in front of every file, asks by constants of enumerations; so the
 * answers are those for the flags of the file, and cost no parse of their own.
 */
#include "answers.h"

#include <stdio.h>
#include <string.h>

static const char path[] = OWN_HEADERS "target.h";
static const char text[] =
    "enum { ppcc_excess = __FLT_EVAL_METHOD__ != 0 };\n"
    "#if __has_include(<stddef.h>)\n"
    "enum { ppcc_headers = 1 };\n"
    "#endif\n"
    "#if defined __FMA__ || defined __FMA4__ || defined __ARM_FEATURE_FMA ||"
    " defined __aarch64__ || defined __powerpc__ || defined __riscv_flen ||"
    " defined __s390__ || defined __ia64__ || defined __loongarch_hard_float ||"
    " defined __AVX512F__ || defined __FP_FAST_FMA || defined __FP_FAST_FMAF\n"
    "enum { ppcc_fuses = 1 };\n"
    "#else\n"
    "enum { ppcc_fuses = 0 };\n"
    "#endif\n";

struct facts {
    bool is_known, has_headers, has_excess, fuses;
};

struct CXUnsavedFile target_header(void)
{
    return (struct CXUnsavedFile){path, text, sizeof text - 1};
}

static enum CXChildVisitResult read_fact(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct facts *facts = data;
    if (cursor.kind == CXCursor_EnumDecl)
        return CXChildVisit_Recurse;
    if (cursor.kind != CXCursor_EnumConstantDecl)
        return CXChildVisit_Continue;
    CXString name = clang_getCursorSpelling(cursor);
    bool value = clang_getEnumConstantDeclValue(cursor) != 0;
    if (!strcmp(clang_getCString(name), "ppcc_excess"))
        facts->has_excess = value;
    if (!strcmp(clang_getCString(name), "ppcc_headers"))
        facts->has_headers = value;
    if (!strcmp(clang_getCString(name), "ppcc_fuses")) {
        facts->is_known = true;
        facts->fuses = value;
    }
    clang_disposeString(name);
    return facts->is_known ? CXChildVisit_Break : CXChildVisit_Continue;
}

static CXTranslationUnit parse(struct frontend *frontend, struct facts *facts)
{
    CXTranslationUnit tu = identity_parse(frontend);
    *facts = (struct facts){0};
    if (tu)
        clang_visitChildren(clang_getTranslationUnitCursor(tu), read_fact, facts);
    return tu;
}

/* Where the system's compiler keeps <stddef.h> and its like; NULL when it does not say. */
static const char *system_headers(struct arena *arena)
{
    FILE *pipe = popen("cc -print-file-name=include 2>/dev/null", "re");
    if (!pipe)
        return NULL;
    char line[4096];
    bool is_read = fgets(line, sizeof line, pipe) != NULL;
    if (pclose(pipe) != 0 || !is_read || line[0] != '/')
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return arena_strdup(arena, line);
}

CXTranslationUnit target_parse(struct frontend *frontend, const struct frontend_options *options)
{
    struct facts facts;
    LIST_PUSH(frontend->arena, frontend->args, "-include");
    LIST_PUSH(frontend->arena, frontend->args, path);
    CXTranslationUnit tu = parse(frontend, &facts);
    const char *headers = tu && !facts.has_headers ? system_headers(frontend->arena) : NULL;
    if (headers) {
        clang_disposeTranslationUnit(tu);
        LIST_PUSH(frontend->arena, frontend->args, "-isystem");
        LIST_PUSH(frontend->arena, frontend->args, headers);
        tu = parse(frontend, &facts);
    }
    frontend->exact_floating = facts.is_known && !facts.has_excess && !options->fast_math &&
                               !(options->contracts && facts.fuses);
    return tu;
}

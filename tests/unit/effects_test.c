/*
 * The table of known functions: that each entry can be found and is well formed, that it fits the
 * declaration in this system's headers, and, for claims of "always written", that the library does
 * what the entry says.
 */
#include "effects/effects.h"

#include <CUnit/Basic.h>
#include <clang-c/Index.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* ---- the table by itself ------------------------------------------------------------------ */

static void test_found(void)
{
    size_t count = 0;
    const struct library_function *entry;
    for (; (entry = effects_get(count)); count++) {
        if (effects_find(entry->name) != entry)
            printf("\n    '%s' is not found: out of order, or twice\n", entry->name);
        CU_ASSERT_PTR_EQUAL(effects_find(entry->name), entry);
    }
    CU_ASSERT_TRUE(count > 600);
}

static void test_aliases(void)
{
    static const struct {
        const char *name, *entry;
    } cases[] = {
        {"sqrtf", "sqrt"},
        {"sqrtl", "sqrt"},
        {"__builtin_sqrtf", "sqrt"},
        {"__builtin_memcpy", "memcpy"},
        {"__builtin___sprintf_chk", "__sprintf_chk"},
        {"__isoc99_sscanf", "sscanf"},
        {"__isoc23_strtol", "strtol"},
        {"__finitef", "__finite"},
        {"modf", "modf"},
        {"modff", "modf"},
        {"pthread_create", "pthread_"},
        {"memcpyf", NULL},
        {"strcpyl", NULL},
        {"f", NULL},
        {"", NULL},
        {"__builtin_", NULL},
        {"frobnicate", NULL},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        const struct library_function *found = effects_find(cases[k].name);
        CU_ASSERT_EQUAL(found != NULL, cases[k].entry != NULL);
        if (found && cases[k].entry)
            CU_ASSERT_STRING_EQUAL(found->name, cases[k].entry);
    }
}

static bool is_on_memory(enum effect_kind kind)
{
    return kind >= EFFECT_READ && kind <= EFFECT_MAY_WRITE_STRING;
}

static bool needs_name(enum effect_kind kind)
{
    return kind == EFFECT_READ_STATE || kind == EFFECT_WRITE_STATE ||
           kind == EFFECT_MAY_WRITE_STATE || kind == EFFECT_FORBIDDEN;
}

static void check_shape(const struct library_function *entry, const struct effect *effect)
{
    bool is_string = effect->kind == EFFECT_WRITE_STRING || effect->kind == EFFECT_MAY_WRITE_STRING;
    CU_ASSERT_TRUE(effect->param >= PARAM_NONE && effect->param <= 5);
    CU_ASSERT_EQUAL(effect->name != NULL,
                    needs_name(effect->kind) || (effect->kind == EFFECT_CURSOR && effect->name));
    CU_ASSERT_TRUE(!is_string || effect->extent.kind == EXTENT_STRING);
    CU_ASSERT_TRUE(effect->kind != EFFECT_CALL || effect->with != 0);
    CU_ASSERT_TRUE(effect->kind != EFFECT_FORBIDDEN ||
                   (entry->effect_count == 1 && strncmp(effect->name, "it ", 3) == 0));
    CU_ASSERT_TRUE(effect->kind != EFFECT_NONE || entry->effect_count == 1);
    /* A write of what cannot be told is no write for certain. */
    CU_ASSERT_TRUE(effect->kind != EFFECT_WRITE || (effect->extent.kind != EXTENT_STRING &&
                                                    effect->extent.kind != EXTENT_CONVERTED &&
                                                    effect->extent.kind != EXTENT_UNKNOWN));
}

static void test_shapes(void)
{
    const struct library_function *entry;
    for (size_t k = 0; (entry = effects_get(k)); k++) {
        CU_ASSERT_TRUE(entry->effect_count > 0);
        CU_ASSERT_EQUAL(entry->state != NULL, entry->result == RESULT_STATE);
        for (size_t i = 0; i < entry->effect_count; i++)
            check_shape(entry, &entry->effects[i]);
    }
}

/* ---- against the system's declarations ---------------------------------------------------- */

static const char headers[] = "#define _GNU_SOURCE\n"
                              "#include <alloca.h>\n#include <arpa/inet.h>\n#include <assert.h>\n"
                              "#include <complex.h>\n#include <ctype.h>\n#include <dirent.h>\n"
                              "#include <dlfcn.h>\n#include <err.h>\n#include <errno.h>\n"
                              "#include <error.h>\n#include <fcntl.h>\n#include <fenv.h>\n"
                              "#include <fnmatch.h>\n#include <inttypes.h>\n#include <locale.h>\n"
                              "#include <malloc.h>\n#include <math.h>\n#include <poll.h>\n"
                              "#include <sched.h>\n"
                              "#include <search.h>\n#include <setjmp.h>\n#include <signal.h>\n"
                              "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
                              "#include <strings.h>\n#include <sys/mman.h>\n"
                              "#include <sys/random.h>\n#include <sys/select.h>\n"
                              "#include <sys/socket.h>\n"
                              "#include <sys/resource.h>\n#include <sys/stat.h>\n"
                              "#include <sys/statvfs.h>\n#include <sys/sysinfo.h>\n"
                              "#include <sys/time.h>\n#include <sys/times.h>\n"
                              "#include <sys/utsname.h>\n#include <sys/wait.h>\n#include <time.h>\n"
                              "#include <unistd.h>\n#include <utime.h>\n#include <wchar.h>\n"
                              "#include <wctype.h>\n";

static CXType parameter(CXType function, int position)
{
    return clang_getCanonicalType(clang_getArgType(function, (unsigned)position));
}

/* Any kind of pointer: addresses of sockets are a transparent union. */
static bool is_pointer(CXType type)
{
    CXCursor declaration = clang_getTypeDeclaration(clang_getCanonicalType(type));
    return clang_getCursorKind(declaration) == CXCursor_UnionDecl || type.kind == CXType_Pointer ||
           type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray;
}

static bool is_integer(CXType type)
{
    return type.kind >= CXType_Bool && type.kind <= CXType_Int128;
}

static bool points_to_const(CXType type)
{
    return clang_isConstQualifiedType(clang_getPointeeType(type)) != 0;
}

static bool points_to_stream(CXType type)
{
    CXString text = clang_getTypeSpelling(type);
    bool is_stream =
        strstr(clang_getCString(text), "_IO_FILE") || strstr(clang_getCString(text), "dirstream");
    clang_disposeString(text);
    return is_stream;
}

static bool is_count(CXType function, int position)
{
    return position == PARAM_NONE || (position >= 0 && position < clang_getNumArgTypes(function) &&
                                      is_integer(parameter(function, position)));
}

static bool fits_memory(CXType function, const struct effect *effect)
{
    CXType type = parameter(function, effect->param);
    bool writes = effect->kind != EFFECT_READ;
    bool is_object = effect->extent.kind == EXTENT_OBJECT || effect->extent.kind == EXTENT_ELEMENTS;
    if (!is_pointer(type) || (writes && points_to_const(type)))
        return false;
    if (is_object && clang_getPointeeType(type).kind == CXType_Void)
        return false;
    return effect->extent.kind == EXTENT_FIXED ||
           (is_count(function, effect->extent.count) && is_count(function, effect->extent.times));
}

static bool fits_callback(CXType function, const struct effect *effect)
{
    CXType callee = clang_getPointeeType(parameter(function, effect->param));
    return clang_getNumArgTypes(callee) == 2 && !(effect->with >> clang_getNumArgTypes(function));
}

/* Whether a declaration can have that effect at all. */
static bool fits(CXType function, const struct effect *effect)
{
    int count = clang_getNumArgTypes(function);
    if (effect->param == PARAM_VARIADIC)
        return clang_isFunctionTypeVariadic(function) != 0;
    if (effect->kind == EFFECT_CURSOR && effect->param == PARAM_NONE)
        return effect->other < count;
    if (effect->param >= count)
        return !is_on_memory(effect->kind) && effect->param == 0;
    if (is_on_memory(effect->kind))
        return fits_memory(function, effect);
    if (effect->kind >= EFFECT_STREAM_READ && effect->kind <= EFFECT_STREAM_CLOSE)
        return points_to_stream(parameter(function, effect->param));
    if (effect->kind >= EFFECT_DESCRIPTOR_READ && effect->kind <= EFFECT_DESCRIPTOR_CLOSE)
        return is_integer(parameter(function, effect->param));
    if (effect->kind == EFFECT_STORE_INSIDE)
        return effect->other < count && is_pointer(parameter(function, effect->other)) &&
               is_pointer(parameter(function, effect->param));
    if (effect->kind == EFFECT_CALL)
        return fits_callback(function, effect);
    if (effect->kind == EFFECT_PRINT_FORMAT || effect->kind == EFFECT_SCAN_FORMAT)
        return is_pointer(parameter(function, effect->param));
    return true;
}

/* A pointer result must be said to point somewhere. */
static bool fits_result(CXType function, const struct library_function *entry)
{
    CXType type = clang_getCanonicalType(clang_getResultType(function));
    bool is_forbidden = entry->effects[0].kind == EFFECT_FORBIDDEN;
    bool names_parameter = entry->result == RESULT_PARAM || entry->result == RESULT_INSIDE;
    if (names_parameter && entry->param >= clang_getNumArgTypes(function))
        return false;
    if (entry->result == RESULT_DESCRIPTOR || entry->result == RESULT_NUMBER)
        return is_integer(type);
    return is_forbidden || is_pointer(type) == (entry->result != RESULT_VALUE);
}

/* Memory that a function could write by its declaration has an effect that says so or says that it
 * is only read. */
static bool says_all(CXType function, const struct library_function *entry)
{
    for (int k = 0; k < clang_getNumArgTypes(function); k++) {
        CXType type = parameter(function, k);
        bool is_said = !is_pointer(type) || clang_getPointeeType(type).kind == CXType_FunctionProto;
        for (size_t i = 0; i < entry->effect_count; i++) {
            const struct effect *effect = &entry->effects[i];
            is_said |= effect->param == k && effect->kind != EFFECT_NONE;
            is_said |= effect->kind == EFFECT_FORBIDDEN || effect->kind == EFFECT_READ_ANYTHING;
            is_said |= effect->kind == EFFECT_CURSOR && effect->other == k;
            is_said |= effect->kind == EFFECT_CALL && effect->with >> k & 1;
        }
        if (!is_said)
            return false;
    }
    return true;
}

static enum CXChildVisitResult check_declaration(CXCursor cursor, CXCursor parent,
                                                 CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl)
        return CXChildVisit_Continue;
    CXString name = clang_getCursorSpelling(cursor);
    const struct library_function *entry = effects_find(clang_getCString(name));
    CXType type = clang_getCursorType(cursor);
    bool fine = !entry || (fits_result(type, entry) && says_all(type, entry));
    for (size_t k = 0; entry && k < entry->effect_count; k++)
        fine &= fits(type, &entry->effects[k]);
    if (!fine)
        printf("\n    the entry of '%s' does not fit its declaration\n", clang_getCString(name));
    CU_ASSERT_TRUE(fine);
    *(size_t *)data += entry != NULL;
    clang_disposeString(name);
    return CXChildVisit_Continue;
}

static void test_declarations(void)
{
    struct CXUnsavedFile file = {"headers.c", headers, sizeof headers - 1};
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit =
        clang_parseTranslationUnit(index, file.Filename, NULL, 0, &file, 1, CXTranslationUnit_None);
    size_t known = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(unit);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), check_declaration, &known);
    CU_ASSERT_TRUE(known > 500);
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
}

/* ---- against the library ------------------------------------------------------------------ */

/* Functions that are said to write an object write it even for the values that are easy to forget.
 */
static void test_mathematics(void)
{
    const double values[] = {0.0, -0.0, 1.5, HUGE_VAL, -HUGE_VAL, (double)NAN, 5e-324};
    for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
        int exponent = 12345;
        double part = 12345, sine = 12345, cosine = 12345;
        frexp(values[k], &exponent);
        modf(values[k], &part);
        sincos(values[k], &sine, &cosine);
        CU_ASSERT_NOT_EQUAL(exponent, 12345);
        CU_ASSERT_NOT_EQUAL(part, 12345);
        CU_ASSERT_NOT_EQUAL(sine, 12345);
        CU_ASSERT_NOT_EQUAL(cosine, 12345);
        int sign = 12345;
        (void)lgamma_r(values[k], &sign);
        CU_ASSERT_NOT_EQUAL(sign, 12345);
    }
}

/* Fills the buffer, calls, and counts the bytes from its start that did not keep the filling. */
#define WRITTEN(call) (memset(buffer, '#', sizeof buffer), (call), strcspn(buffer, "#"))

static void test_extents(void)
{
    char buffer[64];
    volatile size_t room = 4;
    CU_ASSERT_EQUAL(WRITTEN(memset(buffer, 'x', 7)), 7);
    CU_ASSERT_EQUAL(WRITTEN(memcpy(buffer, "abcdefgh", 5)), 5);
    CU_ASSERT_EQUAL(WRITTEN(memmove(buffer, "abcdefgh", 5)), 5);
    memset(buffer, '#', sizeof buffer);
    strncpy(buffer, "ab", 10);
    CU_ASSERT_EQUAL(memcmp(buffer, "ab\0\0\0\0\0\0\0\0#", 11), 0);
    memset(buffer, '#', sizeof buffer);
    CU_ASSERT_EQUAL(snprintf(buffer, room, "%s", "abcdef"), 6);
    CU_ASSERT_EQUAL(memcmp(buffer, "abc\0#", 5), 0);
    memset(buffer, '#', sizeof buffer);
    snprintf(buffer, 0, "%s", "abc");
    CU_ASSERT_EQUAL(buffer[0], '#');
    unsigned short seed[4] = {1, 2, 3, 4};
    erand48(seed);
    CU_ASSERT_EQUAL(seed[3], 4);
}

static void test_stores_inside(void)
{
    const char *texts[] = {"", "12", "x", " 7y", "0x", "1e", "99999999999999999999"};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        char *end = NULL;
        strtod(texts[k], &end);
        CU_ASSERT_TRUE(end >= texts[k] && end <= texts[k] + strlen(texts[k]));
        end = NULL;
        strtol(texts[k], &end, 0);
        CU_ASSERT_TRUE(end >= texts[k] && end <= texts[k] + strlen(texts[k]));
    }
}

/* Which states are one, and that a write of a state makes what was in it irrelevant. */
static void test_states(void)
{
    time_t now = 1000000;
    CU_ASSERT_PTR_EQUAL(localtime(&now), gmtime(&now));
    CU_ASSERT_PTR_EQUAL(asctime(gmtime(&now)), ctime(&now));
    for (unsigned start = 0; start < 3; start++) {
        for (unsigned k = 0; k < start; k++)
            rand();
        srand(7);
        int first = rand();
        srand(7);
        CU_ASSERT_EQUAL(rand(), first);
        srandom(7);
        long random_first = random();
        srandom(7);
        CU_ASSERT_EQUAL(random(), random_first);
        srand48(7);
        double drawn = drand48();
        srand48(7);
        CU_ASSERT_EQUAL(drand48(), drawn);
    }
}

static void test_cursors(void)
{
    char text[] = "a b c", *save = NULL, *at = text;
    CU_ASSERT_PTR_EQUAL(strtok(text, " "), text);
    CU_ASSERT_PTR_EQUAL(strtok(NULL, " "), text + 2);
    char other[] = "d e";
    CU_ASSERT_PTR_EQUAL(strtok(other, " "), other);
    CU_ASSERT_PTR_EQUAL(strtok_r(text, " ", &save), text);
    CU_ASSERT_TRUE(save >= text && save <= text + sizeof text);
    CU_ASSERT_PTR_EQUAL(strsep(&at, " "), text);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("effects", NULL, NULL);
    CU_add_test(suite, "every entry is found", test_found);
    CU_add_test(suite, "other names", test_aliases);
    CU_add_test(suite, "shapes", test_shapes);
    CU_add_test(suite, "declarations", test_declarations);
    CU_add_test(suite, "mathematics", test_mathematics);
    CU_add_test(suite, "extents", test_extents);
    CU_add_test(suite, "end pointers", test_stores_inside);
    CU_add_test(suite, "states", test_states);
    CU_add_test(suite, "cursors", test_cursors);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}

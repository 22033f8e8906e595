/* Options for warnings and remarks: which count, and in which order. */
#include "message_options.h"

#include "arena.h"

#include <CUnit/Basic.h>
#include <string.h>

enum { MAX_OPTIONS = 4 };

/* What becomes of a warning link-conflict, an other warning, and of both remarks. */
struct outcome {
    char link, effects; /* w: warning, e: error, -: nothing */
    bool remark, missed;
};

static const struct {
    const char *options[MAX_OPTIONS];
    struct outcome expected;
} cases[] = {
    {{NULL}, {'w', 'w', false, false}},
    {{"-w"}, {'-', '-', false, false}},
    {{"-w", "-Werror"}, {'-', '-', false, false}},
    {{"-Werror"}, {'e', 'e', false, false}},
    {{"-Werror", "-Wno-error"}, {'w', 'w', false, false}},
    {{"-Werror", "-Wno-error=ppar-link-conflict"}, {'w', 'e', false, false}},
    {{"-Wno-error=ppar", "-Werror"}, {'w', 'w', false, false}},
    {{"-Wno-ppar-link-conflict"}, {'-', 'w', false, false}},
    {{"-Wno-ppar"}, {'-', '-', false, false}},
    {{"-Wno-ppar", "-Wppar-link-conflict"}, {'w', '-', false, false}},
    {{"-Wppar-link-conflict", "-Wno-ppar"}, {'w', '-', false, false}},
    {{"-Wno-ppar-link-conflict", "-Wppar-link-conflict"}, {'w', 'w', false, false}},
    {{"-Werror=ppar-link-conflict"}, {'e', 'w', false, false}},
    {{"-Werror=ppar-link-conflict", "-Wno-ppar-link-conflict"}, {'-', 'w', false, false}},
    {{"-Wno-ppar-link-conflict", "-Werror=ppar-link-conflict"}, {'e', 'w', false, false}},
    {{"-Werror=ppar"}, {'e', 'e', false, false}},
    {{"-Werror=ppar", "-Wno-error=ppar-effects-broken"}, {'e', 'w', false, false}},
    {{"-Rppar"}, {'w', 'w', true, false}},
    {{"-Rppar-missed", "-Rppar", "-Rno-ppar"}, {'w', 'w', false, true}},
    {{"-Rppar-missed", "-Rno-ppar-missed"}, {'w', 'w', false, false}},
};

static char become(const struct warnings *warnings, enum diag_id id)
{
    enum severity severity = SEVERITY_WARNING;
    if (!warnings_want(warnings, id, &severity))
        return '-';
    return severity == SEVERITY_ERROR ? 'e' : 'w';
}

static bool is_remarked(const struct warnings *warnings, enum diag_id id)
{
    enum severity severity = SEVERITY_REMARK;
    return warnings_want(warnings, id, &severity);
}

static void test_options(void)
{
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct arena *arena = arena_new();
        struct warnings warnings = {0};
        const char *wrong = NULL;
        for (size_t o = 0; o < MAX_OPTIONS && cases[k].options[o]; o++)
            warnings_take(&warnings, arena, cases[k].options[o], &wrong);
        CU_ASSERT_PTR_NULL(wrong);
        CU_ASSERT_EQUAL(become(&warnings, DIAG_LINK_CONFLICT), cases[k].expected.link);
        CU_ASSERT_EQUAL(become(&warnings, DIAG_EFFECTS_BROKEN), cases[k].expected.effects);
        CU_ASSERT_EQUAL(is_remarked(&warnings, DIAG_PARALLEL), cases[k].expected.remark);
        CU_ASSERT_EQUAL(is_remarked(&warnings, DIAG_MISSED), cases[k].expected.missed);
        arena_free(arena);
    }
}

/* The compiler's options stay the compiler's. */
static void test_ownership(void)
{
    static const struct {
        const char *option;
        bool is_ours;
    } options[] = {
        {"-Wppar", true},
        {"-Wno-ppar-link-conflict", true},
        {"-Rppar-missed", true},
        {"-Werror", false},
        {"-w", false},
        {"-Wall", false},
        {"-Wparentheses", false},
        {"-Rpass=inline", false},
        {"-Wno-error", false},
    };
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        struct arena *arena = arena_new();
        struct warnings warnings = {0};
        const char *wrong = NULL;
        CU_ASSERT_EQUAL(warnings_take(&warnings, arena, options[k].option, &wrong),
                        options[k].is_ours);
        CU_ASSERT_PTR_NULL(wrong);
        arena_free(arena);
    }
}

static void test_wrong_names(void)
{
    static const struct {
        const char *option, *says;
    } options[] = {
        {"-Wppar-link-conflikt", "there is no such warning; the warnings are effects-broken"},
        {"-Wpparallel", "there is no such warning"},
        {"-Wno-ppar-carried-dependence", "that is an error, and no option changes it"},
        {"-Werror=ppar-", "there is no such warning"},
    };
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        struct arena *arena = arena_new();
        struct warnings warnings = {0};
        const char *wrong = NULL;
        CU_ASSERT_TRUE(warnings_take(&warnings, arena, options[k].option, &wrong));
        CU_ASSERT_PTR_NOT_NULL_FATAL(wrong);
        CU_ASSERT_PTR_NOT_NULL(strstr(wrong, options[k].says));
        arena_free(arena);
    }
}

static void test_errors_stay(void)
{
    struct arena *arena = arena_new();
    struct warnings warnings = {0};
    const char *wrong = NULL;
    warnings_take(&warnings, arena, "-w", &wrong);
    warnings_take(&warnings, arena, "-Wno-ppar", &wrong);
    enum severity severity = SEVERITY_ERROR;
    CU_ASSERT_TRUE(warnings_want(&warnings, DIAG_CARRIED_DEPENDENCE, &severity));
    CU_ASSERT_EQUAL(severity, SEVERITY_ERROR);
    arena_free(arena);
}

static void test_forms_and_colors(void)
{
    static const struct {
        const char *option;
        struct message_options expected;
        bool is_ours;
    } options[] = {
        {"--diagnostics-format=json", {.format = FORMAT_JSON}, true},
        {"--diagnostics-format=sarif", {.format = FORMAT_SARIF}, true},
        {"-fdiagnostics-format=json", {.format = FORMAT_JSON}, false},
        {"-fdiagnostics-format=sarif-stderr", {.format = FORMAT_SARIF}, false},
        {"-fdiagnostics-format=sarif-file", {.format = FORMAT_TEXT}, false},
        {"-fdiagnostics-color", {.color = COLOR_ALWAYS}, false},
        {"-fdiagnostics-color=never", {.color = COLOR_NEVER}, false},
        {"-fno-color-diagnostics", {.color = COLOR_NEVER}, false},
        {"-fdiagnostics-parseable-fixits", {.shows_fixits = true}, false},
    };
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        struct arena *arena = arena_new();
        struct message_options taken = {0};
        const char *wrong = NULL;
        CU_ASSERT_EQUAL(message_options_take(&taken, arena, options[k].option, &wrong),
                        options[k].is_ours);
        CU_ASSERT_PTR_NULL(wrong);
        CU_ASSERT_EQUAL(taken.format, options[k].expected.format);
        CU_ASSERT_EQUAL(taken.color, options[k].expected.color);
        CU_ASSERT_EQUAL(taken.shows_fixits, options[k].expected.shows_fixits);
        arena_free(arena);
    }
    struct arena *arena = arena_new();
    struct message_options taken = {0};
    const char *wrong = NULL;
    message_options_take(&taken, arena, "--diagnostics-format=xml", &wrong);
    CU_ASSERT_PTR_NOT_NULL(wrong);
    arena_free(arena);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("warnings", NULL, NULL);
    CU_add_test(suite, "options", test_options);
    CU_add_test(suite, "ownership", test_ownership);
    CU_add_test(suite, "wrong names", test_wrong_names);
    CU_add_test(suite, "errors stay", test_errors_stay);
    CU_add_test(suite, "forms and colours", test_forms_and_colors);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}

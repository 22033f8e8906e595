/* The report: one line of JSON a loop, byte for byte. */
#include "report.h"

#include "analysis/cost.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;

static struct loop *new_loop(void)
{
    struct loop *loop = ARENA_NEW(arena, struct loop);
    loop->stmt = ARENA_NEW(arena, struct stmt);
    loop->stmt->place = (struct place){"a.c", 12, 5, 100, "a.c"};
    loop->function = ARENA_NEW(arena, struct function);
    loop->function->name = "work";
    return loop;
}

static void add_role(struct loop *loop, const char *name, enum role role)
{
    struct variable_role variable = {name, role};
    LIST_PUSH(arena, loop->roles, variable);
}

static void add_reason(struct loop *loop, const char *message, struct witness witness)
{
    struct reason reason = {
        .id = 0, .place = {"a.c", 14, 9, 120, "a.c"}, .message = message, .witness = witness};
    LIST_PUSH(arena, loop->reasons, reason);
}

/* What report_loop prints, to be freed. */
static char *report_text(const struct loop *loop)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    report_loop(stream, loop);
    fclose(stream);
    return text;
}

static void expect(const struct loop *loop, const char *wanted)
{
    char *text = report_text(loop);
    CU_ASSERT_STRING_EQUAL(text, wanted);
    if (strcmp(text, wanted) != 0)
        printf("\n    %s    %s", text, wanted);
    free(text);
}

static void test_keys_and_their_order(void)
{
    struct loop *loop = new_loop();
    loop->verdict = VERDICT_GUARDED;
    loop->guard = "m >= n";
    add_role(loop, "a", ROLE_OUTPUT);
    add_role(loop, "t", ROLE_PRIVATE);
    add_reason(
        loop, "they may overlap",
        (struct witness){.second = {1}, .levels = 1, .location = "a[0]", .is_concrete = true});
    expect(loop, arena_printf(arena,
                              "{\"file\":\"a.c\",\"line\":12,\"function\":\"work\","
                              "\"verdict\":\"guarded\",\"guard\":\"m >= n\",\"variables\":["
                              "{\"name\":\"a\",\"role\":\"output\"},"
                              "{\"name\":\"t\",\"role\":\"private\"}],"
                              "\"reasons\":[{\"id\":\"%s\",\"line\":14,\"column\":9,"
                              "\"message\":\"they may overlap\",\"witness\":{\"first\":0,"
                              "\"second\":1,\"location\":\"a[0]\"}}],\"bytes_per_iteration\":null,"
                              "\"inherited\":null}\n",
                              diag_id_text(0)));
}

static void test_costs(void)
{
    struct loop *loop = new_loop();
    struct trace trace = {.arena = arena};
    struct atom n = {.kind = ATOM_SYMBOL, .text = "n"};
    const struct poly *bytes = poly_scale(arena, poly_atom(arena, &n), 8);
    struct cost cost = {.each = bytes, .inherited = poly_constant(arena, 800)};
    loop->trace = &trace;
    loop->cost = &cost;
    expect(loop, "{\"file\":\"a.c\",\"line\":12,\"function\":\"work\",\"verdict\":\"proven\","
                 "\"guard\":null,\"variables\":[],\"reasons\":[],"
                 "\"bytes_per_iteration\":\"8 * n\",\"inherited\":800}\n");
}

static void test_what_does_not_apply_is_null(void)
{
    struct loop *loop = new_loop();
    loop->verdict = VERDICT_PROVEN;
    expect(loop, "{\"file\":\"a.c\",\"line\":12,\"function\":\"work\",\"verdict\":\"proven\","
                 "\"guard\":null,\"variables\":[],\"reasons\":[],\"bytes_per_iteration\":null,"
                 "\"inherited\":null}\n");
    loop->function = NULL;
    add_reason(loop, "m", (struct witness){0});
    expect(loop, arena_printf(arena,
                              "{\"file\":\"a.c\",\"line\":12,\"function\":null,"
                              "\"verdict\":\"proven\",\"guard\":null,\"variables\":[],"
                              "\"reasons\":[{\"id\":\"%s\",\"line\":14,\"column\":9,"
                              "\"message\":\"m\",\"witness\":null}],\"bytes_per_iteration\":null,"
                              "\"inherited\":null}\n",
                              diag_id_text(0)));
}

static void test_strings_are_escaped(void)
{
    struct loop *loop = new_loop();
    loop->stmt->place.file = "a\"b\\c\n.c";
    loop->function->name = "w\xC3\xB6rk";
    loop->guard = "bad \xFF byte";
    expect(loop, "{\"file\":\"a\\\"b\\\\c\\n.c\",\"line\":12,\"function\":\"w\xC3\xB6rk\","
                 "\"verdict\":\"proven\",\"guard\":\"bad \xEF\xBF\xBD byte\",\"variables\":[],"
                 "\"reasons\":[],\"bytes_per_iteration\":null,\"inherited\":null}\n");
}

static void test_failed_pragma(void)
{
    struct diags diags;
    diags_init(&diags, arena);
    struct pragma pragma = {.place = {"a.c", 3, 1, 30, "a.c"}, .start = 30, .end = 60};
    struct place inside = {"a.c", 3, 18, 47, "a.c"}, outside = {"a.c", 9, 1, 200, "a.c"};
    diag_add(&diags, SEVERITY_ERROR, 0, &inside, 0, "unknown clause");
    diag_add(&diags, SEVERITY_ERROR, 0, &outside, 0, "another line's");
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
    report_failed_pragma(stream, &pragma, &diags);
    fclose(stream);
    CU_ASSERT_STRING_EQUAL(
        text, arena_printf(
                  arena,
                  "{\"file\":\"a.c\",\"line\":3,\"function\":null,\"verdict\":\"rejected\","
                  "\"guard\":null,\"variables\":[],\"reasons\":[{\"id\":\"%s\",\"line\":3,"
                  "\"column\":18,\"message\":\"unknown "
                  "clause\",\"witness\":null}],\"bytes_per_iteration\":null,\"inherited\":null}\n",
                  diag_id_text(0)));
    free(text);
}

int main(void)
{
    arena = arena_new();
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("report", NULL, NULL);
    CU_ADD_TEST(suite, test_keys_and_their_order);
    CU_ADD_TEST(suite, test_costs);
    CU_ADD_TEST(suite, test_what_does_not_apply_is_null);
    CU_ADD_TEST(suite, test_strings_are_escaped);
    CU_ADD_TEST(suite, test_failed_pragma);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    arena_free(arena);
    return failures != 0;
}

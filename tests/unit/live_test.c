/*
 * Liveness behind a loop: in each snippet the loop is the for statement that counts 'loop', and the
 * variable is 'x'.
 */
#include "analysis/assigned.h"
#include "analysis/live.h"
#include "analysis/summary.h"
#include "snippet_unit.h"

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))
#define LOOP         "for (int loop = 0; loop < n; loop++) x = loop; "
#define FILL         "for (int loop = 0; loop < n; loop++) x[loop] = loop; "

struct live_case {
    const char *body; /* of a function with the parameter n */
    bool loop_reads;
    bool is_live;
};

struct found {
    struct stmt *loop;
    struct var *var;
};

static void find_stmt(struct stmt *stmt, void *data)
{
    struct found *found = data;
    if (stmt->kind == STMT_FOR && stmt->init && stmt->init->vars.count &&
        !strcmp(stmt->init->vars.items[0]->name, "loop"))
        found->loop = stmt;
    for (size_t k = 0; k < stmt->vars.count; k++)
        if (!found->var && !strcmp(stmt->vars.items[k]->name, "x"))
            found->var = stmt->vars.items[k];
}

/* The loop and the variable may be in a statement expression. */
static bool find_in_block(struct expr *e, void *data)
{
    if (e->kind == EXPR_BLOCK)
        visit_stmts(e->stmt, find_stmt, data);
    return true;
}

static void check_case(const struct live_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(arena,
                                    "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
                                    "int use(int), done, *keep;\n"
                                    "static void look(const int *p) { done = *p; }\n"
                                    "static void hold(int *p) { keep = p; }\n"
                                    "static int *same(int *p) { return p; }\n"
                                    "static int by(const void *a, const void *b)"
                                    "{ return *(const int *)a - *(const int *)b; }\n"
                                    "void f(int n) { %s }",
                                    c->body);
    struct unit *unit = snippet_unit(arena, text);
    if (unit) {
        struct function *function = snippet_function(unit, "f");
        struct found found = {0};
        summarise(unit);
        visit_stmts(function->body, find_stmt, &found);
        visit_stmt_exprs(function->body, find_in_block, &found);
        CU_ASSERT_FATAL(found.loop && found.var);
        bool is_live = var_is_live_after(function, found.loop, found.var, c->loop_reads);
        CU_ASSERT_EQUAL(is_live, c->is_live);
        if (is_live != c->is_live)
            printf("\n%s\n  x is %s\n", c->body, is_live ? "live" : "dead");
    }
    arena_free(arena);
}

static void check_cases(const struct live_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_straight_code(void)
{
    static const struct live_case cases[] = {
        {"int x = 0; use(x); " LOOP, false, false},
        {"int x; " LOOP "use(x);", false, true},
        {"int x; " LOOP "x = 1; use(x);", false, false},
        {"int x; " LOOP "x += 1;", false, true},
        {"int x; " LOOP "x++;", false, true},
        {"int x; " LOOP "x = x + 1;", false, true},
        {"int x; " LOOP "use(sizeof x); use(sizeof(x + 1));", false, false},
        {"int x; " LOOP "{ int x = 2; use(x); }", false, false},
        {"int x; " LOOP "return; use(x);", false, false},
        {"int x; " LOOP "int y = x;", false, true},
        {"int x; " LOOP "int y[x];", false, true},
        {"int x; " LOOP "(void)x;", false, true},
        {"int x; " LOOP "use((x = 1, x));", false, false},
        {"int x; " LOOP "use((use(x), x = 1));", false, true},
        {"int x; " LOOP "use(x = 1);", false, false},
        {"int x; " LOOP "use((x = 1) + use(n)); use(x);", false, false},
        {"for (int loop = 0; loop < n; loop++) { int x = loop; use(x); }", true, false},
        {"static int x; " LOOP, false, true},
        {"volatile int x; " LOOP, false, true},
        {"int x; use(({ " LOOP "x; }));", false, true},
        {"int x; use(({ " LOOP "n; }));", false, false},
    };
    check_cases(cases, COUNT(cases));
}

static void test_branches(void)
{
    static const struct live_case cases[] = {
        {"int x; " LOOP "if (n) x = 1; use(x);", false, true},
        {"int x; " LOOP "if (n) x = 1; else x = 2; use(x);", false, false},
        {"int x; " LOOP "if (n) x = 1; else return; use(x);", false, false},
        {"int x; if (n) { " LOOP "} else use(x);", false, false},
        {"int x; if (n) { " LOOP "} use(x);", false, true},
        {"int x; if (n) { " LOOP "return; } use(x);", false, false},
        {"int x; " LOOP "n && (x = 1); use(x);", false, true},
        {"int x; " LOOP "(x = 1) && n; use(x);", false, false},
        {"int x; " LOOP "n || use(x);", false, true},
        {"int x; " LOOP "n ? (x = 1) : (x = 2); use(x);", false, false},
        {"int x; " LOOP "n ? (x = 1) : 2; use(x);", false, true},
        {"int x; " LOOP "n ? 1 : use(x);", false, true},
        {"int x; " LOOP "n ? 1 : (x = 2); use(x);", false, true},
        {"int x; " LOOP "switch (n) { case 1: x = 1; switch (n) { default:; } break;"
         "case 2: use(x); }",
         false, true},
        {"int x; " LOOP "switch (n) { case 1: x = 1; break; default: x = 2; } use(x);", false,
         false},
        {"int x; " LOOP "switch (n) { case 1: x = 1; break; case 2: x = 2; } use(x);", false, true},
        {"int x; " LOOP "switch (n) { case 1: x = 1; case 2: use(x); }", false, true},
        {"int x; " LOOP "switch (n) { case 1: x = 1; case 2: x = 2; use(x); }", false, false},
        {"int x; switch (n) { case 1: { " LOOP "} case 2: use(x); }", false, true},
        {"int x; switch (n) { case 1: { " LOOP "} break; case 2: use(x); }", false, false},
        {"int x; " LOOP "switch (n) { default: while (n--) { case 1: use(x); } }", false, true},
        {"int x; " LOOP "switch (n) { default: do { x = 1; case 1:; } while (n--); } use(x);",
         false, true},
    };
    check_cases(cases, COUNT(cases));
}

static void test_enclosing_loops(void)
{
    static const struct live_case cases[] = {
        {"int x = 0; while (n--) { use(x); " LOOP "}", false, true},
        {"int x = 0; while (n--) { x = 1; use(x); " LOOP "}", false, false},
        {"int x = 0; while (n-- && x) { " LOOP "}", false, true},
        {"int x = 0; for (x = 3; n--; x = 2) { " LOOP "}", false, false},
        {"int x = 0; for (; n--; use(x)) { " LOOP "}", false, true},
        {"int x = 0; for (use(x); n--;) { " LOOP "}", false, false},
        {"int x = 0; do { " LOOP "} while (use(x));", false, true},
        {"int x = 0; do { " LOOP "x = 1; } while (use(x));", false, false},
        {"int x = 0; do { use(x); " LOOP "if (n) continue; x = 1; } while (n--);", false, true},
        {"int x = 0; do { use(x); " LOOP "if (n) break; x = 1; } while (n--);", false, false},
        {"int x = 0; do { x = 1; " LOOP "if (n) break; x = 1; } while (n--); use(x);", false, true},
        {"int x = 0; while (n--) { " LOOP "}", false, false},
        {"int x = 0; while (n--) { " LOOP "}", true, true},
        {"int x = 0; while (n--) { x = 1; " LOOP "}", true, false},
        {"int x = 0; " LOOP, true, false},
        {"while (n--) { int x; " LOOP "}", true, false},
        {"while (n--) { int x = n; use(x); " LOOP "}", true, false},
        {"int x = 0; while (n--) { use(x); while (n--) { " LOOP "} }", false, true},
        {"int x = 0; while (n--) { while (n--) { x = 1; " LOOP "} x = 2; }", true, false},
        {"int x = 0; while (n--) { while (n--) { " LOOP "break; } x = 2; }", true, false},
        {"int x = 0; while (n--) { while (n--) { " LOOP "} x = 2; }", true, true},
        {"int x = 0; for (;;) { " LOOP "} use(x);", false, false},
        {"int x = 0; while (1) { " LOOP "if (n) break; } use(x);", false, true},
        {"int x; " LOOP "while (n--) x = 1; use(x);", false, true},
        {"int x; " LOOP "for (;;) { if (n) break; x = 1; while (n--) ; } use(x);", false, true},
        {"int x; " LOOP "for (;;) { if (n) break; x = 1; switch (n) default:; } use(x);", false,
         true},
        {"int x; " LOOP "do { if (n) continue; x = 1; while (n--) ; } while (use(x));", false,
         true},
        {"int x; " LOOP "do x = 1; while (n--); use(x);", false, false},
        {"int x; " LOOP "for (x = 0; x < n; x++) use(x);", false, false},
        {"int x; " LOOP "for (int k = 0; k < n; k++) { if (k) use(x); x = k; }", false, true},
    };
    check_cases(cases, COUNT(cases));
}

static void test_labels(void)
{
    static const struct live_case cases[] = {
        {"int x; again: " LOOP "if (n--) goto again;", false, false},
        {"int x; again: " LOOP "if (n--) goto again;", true, true},
        {"int x = 0; again: use(x); " LOOP "if (n--) goto again;", false, true},
        {"int x = 0; use(x); " LOOP "out: if (n) goto out;", false, true},
        {"int x; " LOOP "goto out; use(n); out: ;", false, false},
        {"int x; " LOOP "__asm__(\"nop\");", false, false},
    };
    check_cases(cases, COUNT(cases));
}

static void test_aggregates(void)
{
    static const struct live_case cases[] = {
        {"int x[9] = {0}; use(x[0]); " FILL, false, false},
        {"int x[9]; " FILL "use(x[1]);", false, true},
        {"int x[9]; " FILL "x[1] = 2;", false, true},
        {"int x[n]; " FILL, false, false},
        {"while (n--) { int x[9]; " FILL "}", true, false},
        {"int x[9]; while (n--) { " FILL "}", false, false},
        {"int x[9]; while (n--) { " FILL "}", true, true},
        {"struct { int a, b; } x, y = {0}; for (int loop = 0; loop < n; loop++) x.a = loop;"
         "y = x;",
         false, true},
        {"struct s { int a, b; } x, y = {0}; for (int loop = 0; loop < n; loop++) x.a = loop;"
         "x = y; use(x.b);",
         false, false},
        {"struct { int a, b; } x; for (int loop = 0; loop < n; loop++) x.a = loop; x.b = 1;", false,
         true},
    };
    check_cases(cases, COUNT(cases));
}

/* The address is lent, or it is not. */
static void test_addresses(void)
{
    static const struct live_case cases[] = {
        {"int x; int *p = &x; " LOOP "use(*p);", false, true},
        {"int x; int *p = &x; " LOOP "(void)p;", false, true},
        {"int x; look(&x); " LOOP, false, false},
        {"int x; " LOOP "look(&x);", false, true},
        {"int x; " LOOP "x = 1; look(&x);", false, false},
        {"int x; hold(&x); " LOOP, false, true},
        {"int x; " LOOP "x = 1; hold(&x);", false, true},
        {"int x; same(&x); " LOOP, false, false},
        {"int x; int *p = same(&x); " LOOP "use(*p);", false, true},
        {"int x, *p = ({ same(&x); }); " LOOP "use(*p);", false, true},
        {"int x; for (int loop = 0; loop < n; loop++) { sscanf(\"1\", \"%d\", &x); use(x); }", true,
         false},
        {"char x[9]; for (int loop = 0; loop < n; loop++) { sprintf(x, \"%d\", loop);"
         "use(x[0]); }",
         true, false},
        {"char x[9]; for (int loop = 0; loop < n; loop++) { strcpy(x, \"a\"); use(*x); }", true,
         false},
        {"char x[9], *p; for (int loop = 0; loop < n; loop++) p = strcpy(x, \"a\"); use(*p);",
         false, true},
        {"char x[9], *p; for (int loop = 0; loop < n; loop++) x[0] = 1; p = &*x; use(*p);", false,
         true},
        {"char x[9]; for (int loop = 0; loop < n; loop++) strcpy(x, \"a\"); puts(x);", false, true},
        {"char x[9], *p; for (int loop = 0; loop < n; loop++) p = strtok(x, \"a\"); use(*p);",
         false, true},
        {"int x[9]; " FILL "x[0] = 1; qsort(x, 9, sizeof *x, by);", false, true},
        {"int x[9]; qsort(x, 9, sizeof *x, by); " FILL, false, false},
        {"int x[9], *p = x + 1; " FILL "use(*p);", false, true},
        {"int x[9], *p = &*x; " FILL "use(*p);", false, true},
        {"int x[9], *p = &x[1]; " FILL "use(*p);", false, true},
        {"struct { int *p; } s; int x; s.p = &x; " LOOP "use(*s.p);", false, true},
    };
    check_cases(cases, COUNT(cases));
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 1;
    CU_pSuite suite = CU_add_suite("live", NULL, NULL);
    CU_add_test(suite, "straight code", test_straight_code);
    CU_add_test(suite, "branches", test_branches);
    CU_add_test(suite, "enclosing loops", test_enclosing_loops);
    CU_add_test(suite, "labels", test_labels);
    CU_add_test(suite, "arrays and records", test_aggregates);
    CU_add_test(suite, "addresses", test_addresses);
    CU_basic_run_tests();
    bool has_failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return has_failed;
}

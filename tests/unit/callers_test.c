/*
 * What calls say about parameters. Each case is a file; the question is whether "a" and "b" of its
 * function f, or a parameter of f and a variable of the file, are told apart. Every case that is
 * has near-misses that are not.
 */
#include "snippet_unit.h"

#include "analysis/callers.h"
#include "analysis/summary.h"

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

struct callers_case {
    const char *text, *a, *b;
    bool are_apart;
};

static const struct var *named(const struct unit *unit, const char *name)
{
    const struct function *f = snippet_function(unit, "f");
    for (size_t k = 0; f && k < f->params.count; k++)
        if (!strcmp(f->params.items[k]->name, name))
            return f->params.items[k];
    for (size_t k = 0; k < unit->globals.count; k++)
        if (!strcmp(unit->globals.items[k]->name, name))
            return unit->globals.items[k];
    return NULL;
}

static void check_case(const struct callers_case *c)
{
    struct arena *arena = arena_new();
    const char *text = arena_printf(
        arena, "#include <stdlib.h>\nstatic int x[90], y[90], z[9][9];\nstatic int *h;\n%s\n",
        c->text);
    struct unit *unit = snippet_unit(arena, text);
    if (unit) {
        summarise(unit);
        const struct var *a = named(unit, c->a), *b = named(unit, c->b);
        CU_ASSERT_PTR_NOT_NULL_FATAL(a);
        CU_ASSERT_PTR_NOT_NULL_FATAL(b);
        bool there = callers_tell_apart(unit, a, b), back = callers_tell_apart(unit, b, a);
        CU_ASSERT_EQUAL(there, c->are_apart);
        CU_ASSERT_EQUAL(back, there);
        if (there != c->are_apart)
            printf("\n%s  '%s' and '%s' should%s be told apart\n", text, c->a, c->b,
                   c->are_apart ? "" : " not");
    }
    arena_free(arena);
}

static void check_cases(const struct callers_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

#define F         "static void f(int *a, int *b) { *a = *b; }\n"
#define CALLS(to) F "void g(int n, int *p, int *q) { int u[9], *v = u, *w; w = x; " to " }"

static void test_arguments(void)
{
    static const struct callers_case cases[] = {
        {CALLS("f(x, y);"), "a", "b", true},
        {CALLS("f(x, x);"), "a", "b", false},
        {CALLS("f(x, y); f(y, x); f(u, x);"), "a", "b", true},
        {CALLS("f(x, y); f(y, x); f(u, u + 3);"), "a", "b", false},
        {CALLS("f(&x[n], y + n);"), "a", "b", true},
        {CALLS("f(&x[n], n + x);"), "a", "b", false},
        {CALLS("f(z[1], x);"), "a", "b", true},
        {CALLS("f(z[1], z[2]);"), "a", "b", false},
        {CALLS("f(&n, x);"), "a", "b", true},
        {CALLS("f(v, x);"), "a", "b", true}, /* v is u */
        {CALLS("f(v, u);"), "a", "b", false},
        {CALLS("f(w, y);"), "a", "b", false}, /* what w is, is not looked for */
        {CALLS("f((int *)(void *)x, (int *)(char *)y);"), "a", "b", true},
        {CALLS("f((int *)(long)n, y);"), "a", "b", false},
        {CALLS("f(n ? x : y, y);"), "a", "b", false},
        {CALLS("f(0, y); f(x, (void *)0);"), "a", "b", true},
        {CALLS("f(p, q);"), "a", "b", false}, /* anybody calls g */
        {CALLS("f(p, u);"), "a", "b", true},  /* u is younger than p */
        {CALLS("p = u; f(p, u);"), "a", "b", false},
        {CALLS("f(p, x);"), "a", "b", false},
        {F "static int *other(void) { return x; } void g(void) { f(other(), y); }", "a", "b",
         false},
        {F "struct s { int *p, v[9]; } s, t; void g(void) { f(s.v, t.v); }", "a", "b", true},
        {F "struct s { int *p, v[9]; } s, t; void g(void) { f(s.p, t.p); }", "a", "b", false},
        {F "struct s { int v[9], w[9]; } s; void g(void) { f(s.v, s.w); }", "a", "b", false},
        {F "int *k; void g(void) { k = malloc(9); f(k, x); }", "a", "b", false},
        {F "void g(void) { int *k = malloc(9); f(k, x); f(k + 1, y); }", "a", "b", true},
        {F "void g(void) { int *k = malloc(9), *l = malloc(9); f(k, l); }", "a", "b", true},
        {F "void g(void) { int *k = malloc(9), *l = k; f(k, l); }", "a", "b", false},
        {F "void g(int n) { int *k = malloc(9); if (n) k = x; f(k, x); }", "a", "b", false},
    };
    check_cases(cases, COUNT(cases));
}

static void test_variables(void)
{
    static const struct callers_case cases[] = {
        {CALLS("f(y, y);"), "a", "x", true},
        {CALLS("f(y, x);"), "a", "x", true},
        {CALLS("f(x + 9, y);"), "a", "x", false},
        {CALLS("f(y, y); f(p, y);"), "a", "x", false},
        {CALLS("h = malloc(9); f(x, u);"), "a", "h", true},
        {CALLS("h = malloc(9); f(h, u);"), "a", "h", false},
        {CALLS("h = malloc(9); f(h, u);"), "b", "h", true},
        {CALLS("h = malloc(9); f(v, (int *)&h);"), "b", "h", false},
    };
    check_cases(cases, COUNT(cases));
}

/* Not all calls are in sight. */
static void test_closed(void)
{
    static const struct callers_case cases[] = {
        {"void f(int *a, int *b) { *a = *b; } void g(void) { f(x, y); }", "a", "b", false},
        {F, "a", "b", false},
        {F "void g(void) { f(x, y); void (*to)(int *, int *) = f; to(x, x); }", "a", "b", false},
        {F "void (*to)(int *, int *) = f; void g(void) { f(x, y); }", "a", "b", false},
        {F "void g(void) { f(x, y); (*f)(x, x); }", "a", "b", false},
        {F "void g(void) { f(x, y); (f)(x, x); }", "a", "b", false},
        {F "void g(void) { f(x, y); (f)(y, x); }", "a", "b", true},
        {"static int f(int *a, int *b) { return *a = *b; } void g(void) { f(x, y); "
         "int v[f(x, x)]; v[0] = 0; }",
         "a", "b", false},
        {"static int f(int *a, int *b) { return *a = *b; } void g(void) { f(x, y); "
         "(void)sizeof(int[f(x, x)]); }",
         "a", "b", false},
        {F "void g(void) { f(x, y); for (int k = 0; k < 9; f(x, x)) k++; }", "a", "b", false},
        {F "void g(void) { f(x, y); int k = ({ f(x, x); 3; }); x[0] = k; }", "a", "b", false},
        {F "void cleanup(void); void g(void) { f(x, y); }", "a", "b",
         false}, /* the word is there */
    };
    check_cases(cases, COUNT(cases));
}

static void test_assigned(void)
{
    static const struct callers_case cases[] = {
        {"static void f(int *a, int *b) { a++; *a = *b; } void g(void) { f(x, y); }", "a", "b",
         false},
        {"static void f(int *a, int *b) { *a = *b++; } void g(void) { f(x, y); }", "a", "b", false},
        {"static void f(int *a, int *b) { int **c = &a; *c = b; } void g(void) { f(x, y); }", "a",
         "b", false},
    };
    check_cases(cases, COUNT(cases));
}

#define G(to) F "static void g(int *p, int *q, int n) { " to " }\n"

/* Through other functions, and round in circles. */
static void test_further(void)
{
    static const struct callers_case cases[] = {
        {G("f(p, q);") "void e(void) { g(x, y, 1); }", "a", "b", true},
        {G("f(p, q);") "void e(void) { g(x, x, 1); }", "a", "b", false},
        {G("f(p, q);") "void e(void) { g(x, y, 1); g(y, y, 1); }", "a", "b", false},
        {G("f(p, q);"), "a", "b", false},
        {G("f(p, p);") "void e(void) { g(x, y, 1); }", "a", "b", false},
        {G("f(q, p + n);") "void e(void) { g(x, y, 1); }", "a", "b", true},
        {G("p = q; f(p, q);") "void e(void) { g(x, y, 1); }", "a", "b", false},
        {G("f(p, x);") "void e(void) { g(y, x, 1); }", "a", "b", true},
        {G("f(q, x);") "void e(void) { g(y, x, 1); }", "a", "b", false},
        {G("f(p, q); if (n) g(q, p, n - 1);") "void e(void) { g(x, y, 1); }", "a", "b", true},
        {G("f(p, q); if (n) g(p, p, n - 1);") "void e(void) { g(x, y, 1); }", "a", "b", false},
        {G("f(p, q); if (n) g(y, q, n - 1);") "void e(void) { g(x, y, 1); }", "a", "b", false},
        {G("int u[9]; f(p, u); if (n) g(u, p, n - 1);") "void e(void) { g(x, y, 1); }", "a", "b",
         true},
        {G("static int u[9]; f(p, u); if (n) g(u, p, n - 1);") "void e(void) { g(x, y, 1); }", "a",
         "b", false},
        {"static void f(int *a, int *b, int n) { *a = *b; if (n) f(b, a, n - 1); }\n"
         "void g(void) { f(x, y, 3); }",
         "a", "b", true},
        {"static void f(int *a, int *b, int n) { *a = *b; if (n) f(a + 1, a, n - 1); }\n"
         "void g(void) { f(x, y, 3); }",
         "a", "b", false},
    };
    check_cases(cases, COUNT(cases));
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("callers", NULL, NULL);
    CU_add_test(suite, "arguments", test_arguments);
    CU_add_test(suite, "variables", test_variables);
    CU_add_test(suite, "closed", test_closed);
    CU_add_test(suite, "assigned", test_assigned);
    CU_add_test(suite, "further", test_further);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}

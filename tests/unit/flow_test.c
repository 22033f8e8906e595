/*
 * Calls through pointers: for each snippet, the functions that the first of them in f may call, and
 * whether there may be others. g, h and k are functions of one type.
 */
#include "analysis/callees.h"
#include "analysis/flow.h"
#include "buf.h"
#include "complain.h"
#include "snippet_unit.h"

#define PRELUDE                                                                                    \
    "typedef double F(double); double g(double x) { return x; } double h(double x) { return x; }"  \
    "double k(double x) { return x; } int n;\n"

struct flow_case {
    const char *text, *expected;
};

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static void write_callees(struct buf *out, const struct callees *callees)
{
    for (size_t k = 0; k < callees->list.count; k++)
        buf_printf(out, "%s%s", k ? " " : "", callees->list.items[k]->name);
    if (callees->is_unknown)
        buf_printf(out, "%sunknown", callees->list.count ? " " : "");
}

static struct expr *first_of(const struct flows *flows, const char *name)
{
    for (size_t k = 0; k < flows->indirect.count; k++)
        if (!strcmp(flows->indirect.items[k].function->name, name))
            return flows->indirect.items[k].expr;
    PPCC_BUG("no call in '%s'", name);
}

static void check_case(const struct flow_case *c, bool is_whole)
{
    struct arena *arena = arena_new();
    struct unit *unit = snippet_unit(arena, arena_printf(arena, "%s%s", PRELUDE, c->text));
    struct flows flows;
    struct buf out = {0};
    if (unit) {
        unit->is_whole = is_whole;
        flows_collect(&flows, unit);
        const struct callees callees = flows_find(&flows, first_of(&flows, "f")->args[0]);
        write_callees(&out, &callees);
        CU_ASSERT_STRING_EQUAL(buf_text(&out), c->expected);
        if (strcmp(buf_text(&out), c->expected) != 0)
            printf("\n%s\n  is       %s\n  expected %s\n", c->text, buf_text(&out), c->expected);
    }
    buf_release(&out);
    arena_free(arena);
}

static void check_cases(const struct flow_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k], false);
}

static void test_variables(void)
{
    static const struct flow_case cases[] = {
        {"static F *p = g; void f(void) { p(1); }", "g"},
        {"static F *p = &g; void f(void) { (**p)(1); }", "g"},
        {"static F *p; void f(void) { p(1); } void set(void) { p = n ? g : h; }", "g h"},
        {"static F *p = 0; void f(void) { p(1); } void set(void) { n = 1, p = (n++, h); }", "h"},
        {"void f(void) { F *p = g, *q = p; p = h; q(1); }", "g h"},
        {"void f(void) { F *p, *q; p = q = g; p(1); }", "g"},
        {"void f(void) { F *p = g; F *q = h; F *r = p; p = q; q = r; r(1); }", "g h"},
        {"void f(void) { static F *p = g; p(1); p = h; }", "g h"},
        {"F *p = g; void f(void) { p(1); }", "g unknown"},
        {"F *const p = g; void f(void) { p(1); }", "g"},
        {"extern F *const p; void f(void) { p(1); }", "unknown"},
        {"void f(F *p) { p(1); }", "unknown"},
        {"static volatile _Bool v; static F *volatile p = g; void f(void) { p(1); }", "unknown"},
        {"static F *p = g; F **set(void) { return &p; } void f(void) { p(1); }", "g unknown"},
        {"void f(void) { F *p = g; F **q = &p; *q = h; p(1); }", "g unknown"},
        {"void f(void) { F *const p = g; F *const *q = &p; p(1); (*q)(1); }", "g"},
        {"void f(void) { F *p = g; p += 1; p(1); }", "g unknown"},
        {"void f(void) { F *p = ({ F *q = g; q; }); p(1); }", "unknown"},
        {"static F *p = g; void f(void) { p(1); } void s(int m) { int a[(p = h, m)]; a[0] = 1; }",
         "g h"},
        {"void f(void) { (n ? g : h)(1); }", "g h"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_conversions(void)
{
    static const struct flow_case cases[] = {
        {"void f(void) { F *p = (F *)g; p(1); }", "g"},
        {"void f(void *v) { F *p = (F *)v; p(1); }", "unknown"},
        {"void f(long v) { F *p = (F *)v; p(1); }", "unknown"},
        {"void f(void) { F *p = (F *)(void *)0; p = g; p(1); }", "g"},
        {"int i(int x) { return x; } void f(void) { F *p = (F *)i; p(1); }", "unknown"},
        {"static double (*p)() = g; void f(void) { p(1.0); }", "unknown"},
        {"union u { F *p; long n; }; void f(void) { union u u = {g}; u.n = 1; u.p(1); }",
         "unknown"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_records(void)
{
    static const struct flow_case cases[] = {
        {"static F *t[] = {g, h}; void f(void) { t[n](1); }", "g h"},
        {"static F *t[2] = {g}; void f(void) { t[n](1); } void set(void) { t[1] = k; }", "g k"},
        {"static F *t[2] = {g}; void f(void) { F **p = t; p[1] = h; t[1](1); }", "g unknown"},
        {"static const struct { int n; F *p; } t[] = {{1, g}, {.p = h}}; void f(void) "
         "{ t[n].p(1); }",
         "g h"},
        {"static struct { int n; F *p; } t; void f(void) { t.p = g; t.n = 2; t.p(1); }", "g"},
        {"struct s { F *p; }; static struct s a = {g}, b = {h}; void f(void) { a = b; a.p(1); }",
         "g h"},
        {"struct s { F *p; }; void f(struct s *b) { struct s a = {g}; a = *b; a.p(1); }",
         "g unknown"},
        {"struct s { F *p; }; void f(void) { struct s a = (struct s){g}; a.p(1); }", "g"},
        {"struct s { F *p; }; struct s m(void) { struct s a = {n ? g : h}; return a; }"
         "void f(void) { struct s a = m(); a.p(1); }",
         "g h"},
        {"struct s { F *p; }; struct s m(void); void f(void) { m().p(1); }", "unknown"},
        {"struct s { F *p; int (*q)(void); }; int q(void) { return 1; } void f(void) "
         "{ struct s a = {g, q}; a.p(1); }",
         "g"},
        {"struct s { F *p; int (*q)(); }; int q(); void f(void) { struct s a = {g, q}; a.p(1); }",
         "g unknown"},
        {"struct s { union { F *p; long n; } u; }; void f(void) { struct s a = {{g}}; "
         "a.u.p(1); }",
         "unknown"},
        {"struct s { F *p; }; void f(const struct s *a) { a->p(1); }", "unknown"},
        {"struct i { F *p[2]; }; struct o { int n; struct i i[2]; };"
         "void f(void) { struct o o = {1, {{{g, h}}}}; o.i[n].p[1](1); }",
         "g h"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_functions(void)
{
    static const struct flow_case cases[] = {
        {"static void f(F *p) { p(1); } void a(void) { f(g); f(h); }", "g h"},
        {"static void f(F *p) { p(1); if (n) f(p); p = k; } void a(void) { f(g); }", "k g"},
        {"static void f(F *p) { p(1); } static void b(F *p) { f(p); } void a(void) { b(g); }", "g"},
        {"static void f(F *p) { p(1); } static void b(F *p) { f(p); } void (*q)(F *) = b;",
         "unknown"},
        {"static void f(F *p) { p(1); } void b(F *p) { f(p); }", "unknown"},
        {"static F *m(int x) { if (x) return g; return h; } void f(void) { F *p = m(1); p(1); }",
         "g h"},
        {"static F *m(int x) { return x ? m(x - 1) : g; } void f(void) { F *p = m(1); p(1); }",
         "g"},
        {"F *m(int); void f(void) { F *p = m(1); p(1); }", "unknown"},
        {"struct s { F *p; }; static void f(struct s a) { a.p(1); } void b(void) "
         "{ struct s a = {g}; f(a); a.p = h; }",
         "g h"},
        {"static void f(int c, ...) { F *p = __builtin_constant_p(c) ? g : h; p(1); }", "g h"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_whole_programs(void)
{
    static const struct flow_case cases[] = {
        {"F *p = g; void f(void) { p(1); }", "g"},
        {"extern F *p; void f(void) { p(1); p = g; }", "unknown"},
        {"void f(F *p) { p(1); } void a(void) { f(g); }", "g"},
        {"static void f(F *p) { p(1); } void a(void) { void (*q)(F *) = f; f(g); q(h); }", "g h"},
        {"static void f(F *p) { p(1); } void a(void) { void (*q)() = f; f(g); q(h); }", "g h"},
        {"static void f(F *p) { p(1); } void (*q)(F *) = f; void a(void *v) { q(v); }", "unknown"},
        {"struct s { F *p; }; void f(struct s *s) { s->p = g; s->p(1); F *q = h; q(1); }", "g h"},
        {"union u { F *p; long n; }; void f(union u *u) { u->p = g; u->n++; u->p(1); }", "g"},
        {"int i(int x) { return x; } void f(F **p) { *p = g; (*p)(1); int (*q)(int) = i; q(1); }",
         "g"},
        {"void f(F **p, void *v) { *p = g; p[1] = (F *)v; (*p)(1); }", "unknown"},
        {"F *v; void f(F **p, long n) { *p = g; (*p)(1); v = (F *)n; }", "unknown"},
        {"extern struct { F *p; } s; void f(F **p) { *p = g; (*p)(1); s.p = *p; }", "unknown"},
        {"double i(); void f(F **p) { *p = i; (*p)(1); }", "unknown"},
        {"enum e { A }; double i(enum e x) { return x; } void f(double (**p)(unsigned)) "
         "{ *p = i; (*p)(1); }",
         "unknown"},
        {"double i(int (*x)[3]) { return **x; } void f(double (**p)(int (*)[])) "
         "{ *p = i; (*p)(0); }",
         "unknown"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check_case(&cases[k], true);
}

static bool has_indirect_call(struct unit *unit)
{
    struct flows flows;
    flows_collect(&flows, unit);
    return flows.indirect.count != 0;
}

/* What cannot be repeated is left alone, and everything else is gone. */
static void test_rewriting(void)
{
    static const struct {
        const char *text;
        bool stays;
    } cases[] = {
        {"void f(void) { F *p = g; p(n++); }", false},
        {"void f(void) { F *p = n ? g : h; p(n); }", false},
        {"void f(void) { F *p = n ? g : h; p(p(p(n))); }", false},
        {"void f(void) { F *p = n ? g : h; p(n++); }", true},
        {"static F *t[] = {g, h}; void f(void) { t[n++](1); }", true},
        {"void f(void) { F *p = n > 2 ? g : n ? k : h; p(p(p(p(p(p(p(n))))))); }", true},
        {"void f(F *p) { p(1); }", true},
        {"void f(void) { F *p = 0; p(1); }", true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct unit *unit = snippet_unit(arena, arena_printf(arena, PRELUDE "%s", cases[k].text));
        resolve_callees(unit);
        CU_ASSERT_EQUAL(has_indirect_call(unit), cases[k].stays);
        if (has_indirect_call(unit) != cases[k].stays)
            printf("\n%s\n", cases[k].text);
        arena_free(arena);
    }
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("flow", NULL, NULL);
    CU_add_test(suite, "variables", test_variables);
    CU_add_test(suite, "conversions", test_conversions);
    CU_add_test(suite, "records", test_records);
    CU_add_test(suite, "functions", test_functions);
    CU_add_test(suite, "whole programs", test_whole_programs);
    CU_add_test(suite, "rewriting", test_rewriting);
    CU_basic_run_tests();
    int failures = (int)CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}

/*
 * Summaries: for each snippet, the one-line summary of its function f. Many cases try to hide an
 * access from the analysis: behind copies of pointers, in members, in callees, in recursion.
 */
#include "analysis/summary.h"
#include "snippet_unit.h"

struct summary_case {
    const char *text, *expected;
};

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static void check_case(const struct summary_case *c)
{
    struct arena *arena = arena_new();
    struct unit *unit = snippet_unit(arena, c->text);
    struct buf out = {0};
    if (unit) {
        summarise(unit);
        summary_write(&out, snippet_function(unit, "f"));
        CU_ASSERT_STRING_EQUAL(buf_text(&out), c->expected);
        if (strcmp(buf_text(&out), c->expected) != 0)
            printf("\n%s\n  is       %s\n  expected %s\n", c->text, buf_text(&out), c->expected);
    }
    buf_release(&out);
    arena_free(arena);
}

static void check_cases(const struct summary_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

/* ---- memory ------------------------------------------------------------------------------- */

static void test_parameters(void)
{
    static const struct summary_case cases[] = {
        {"int f(int n) { return n + 1; }", "nothing"},
        {"void f(int *a, int *b) { *a = *b; }", "reads *b; writes *a"},
        {"void f(int *a, int n) { a[n] += 2; }", "reads *a; writes *a"},
        {"void f(int *a) { a = 0; }", "nothing"},
        {"void f(int *a) { a++; *--a = 1; }", "writes *a"},
        {"void f(int *a, int *b) { int *p = a; p = b + 3; *p = 1; }", "writes *a, *b"},
        {"void f(int *a, int *b, int c) { *(c ? a : b) = 1; }", "writes *a, *b"},
        {"void f(int *a, int *b) { *(a = a + 1, b) = 1; }", "writes *b"},
        {"void f(int *a, int *b) { int *p; *(p = b) = 1; }", "writes *b"},
        {"void f(int *a, int *b) { int *p = a, *q = p; p = b; *q = 1; }", "writes *a, *b"},
        {"void f(int *a, int n) { while (n--) *a++ = 0; }", "writes *a"},
        {"void f(int a[3][4], int i) { a[i][2] = 1; }", "writes *a"},
        {"struct s { int x, y[4]; }; void f(struct s *s, int i) { s->y[i] = s->x; }",
         "reads *s; writes *s"},
        {"struct s { int y[4]; }; void f(struct s *s) { int *p = s->y; p[1] = 0; }", "writes *s"},
        {"void f(const char *a) { *(char *)a = 1; }", "writes *a"},
        {"void f(long a) { *(int *)a = 1; }", "writes unknown memory"},
        {"void f(int *a) { long n = (long)a; *(int *)n = 1; }",
         "writes unknown memory; keeps a; stores pointers"},
        {"int f(int *a) { return a != 0 && !a; }", "nothing"},
        {"int *f(int *a) { return a + 1; }", "returns *a"},
        {"unsigned long f(int *a) { return sizeof *a + sizeof(a[2]); }", "nothing"},
        {"int f(int n, int a[n][n]) { return a[1][1]; }", "reads *a"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_loaded_pointers(void)
{
    static const struct summary_case cases[] = {
        {"void f(int **a) { **a = 1; }", "reads *a; writes unknown memory"},
        {"void f(int **a, int *b) { *a = b; }", "writes *a; keeps b; stores pointers in *a"},
        {"void f(int **a, int i) { a[i] = 0; }", "writes *a"},
        {"struct n { struct n *next; int x; }; void f(struct n *n) { n->next->x = 1; }",
         "reads *n; writes unknown memory"},
        {"struct n { struct n *next; int x; };"
         "void f(struct n *n) { for (; n; n = n->next) n->x = 1; }",
         "reads *n, unknown memory; writes *n, unknown memory"},
        {"struct v { int *p; }; void f(struct v v) { v.p[1] = 1; }", "writes *v"},
        {"struct v { int *p; }; void f(int *a) { struct v v; v.p = a; v.p[1] = 1; }", "writes *a"},
        {"struct v { int *p; }; void f(int *a) { struct v v = {a}, w = v; *w.p = 1; }",
         "writes *a"},
        {"struct v { int *p; }; void f(struct v *v) { struct v w = *v; *w.p = 1; }",
         "reads *v; writes unknown memory"},
        {"struct v { int *p; }; void f(int *a) { *((struct v){a}).p = 1; }",
         "writes unknown memory; keeps a"},
        {"void f(int *a, int *b, int i) { int *t[2] = {a, b}; *t[i] = 1; }", "writes *a, *b"},
        {"void f(int *a, int *b, int i) { int *t[2]; t[0] = a; t[1] = b; t[i][2] = 1; }",
         "writes *a, *b"},
        {"void f(int *a) { int *p = a; int **q = &p; **q = 1; }", "writes unknown memory; keeps a"},
        {"void f(int *a) { int *p = 0; int **q = &p; *q = a; *p = 1; }",
         "writes unknown memory; keeps a"},
        {"union u { long n; int *p; }; void f(long a) { union u u; u.n = a; *u.p = 1; }",
         "writes unknown memory"},
        {"struct v { union { long n; int *p; } u; }; void f(long a)"
         "{ struct v v; v.u.n = a; *v.u.p = 1; }",
         "writes unknown memory"},
        {"int *g; void f(void) { *g = 1; }", "reads g; writes unknown memory"},
        {"int *g; void f(int *a) { g = a; }", "writes g; keeps a; stores pointers"},
        {"void f(int *a) { static int *s; s = a; *s = 1; }",
         "reads s; writes s, unknown memory; keeps a; stores pointers"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_variables(void)
{
    static const struct summary_case cases[] = {
        {"int g, h; void f(void) { g = h; }", "reads h; writes g"},
        {"static int g[10]; int f(int i) { return g[i]++; }", "reads g; writes g"},
        {"int f(void) { static int n; return ++n; }", "reads n; writes n"},
        {"static int g[10]; void f(int i) { int *p = g; p += i; *p = 0; }", "writes g"},
        {"struct s { int x; } g; void f(void) { struct s *p = &g; p->x = 1; }", "writes g"},
        {"int g, h; int *f(int c) { return c ? &g : &h; }", "returns g, h"},
        {"int g; static int *where(void) { return &g; } void f(void) { *where() = 1; }",
         "writes g"},
        {"void f(void) { extern int g; g = 1; }", "writes g"},
        {"_Thread_local int g; void f(void) { g = 1; }", "writes g"},
        {"int n; void f(void) { int a[n]; a[0] = 1; }", "reads n"},
        {"int f(void) { static const int t[] = {1, 2}; int x[3] = {t[0]}; return x[1]; }",
         "reads t"},
        {"int f(void) { int x = 1, *p = &x; *p = 2; return x; }", "nothing"},
        {"int g; void f(int c) { switch (c) { case 1: g = 1; default:; } }", "writes g"},
        {"int g; void f(int c) { c && (g = 1); }", "writes g"},
        {"int g; int f(int c) { return ({ int x = g; x; }); }", "reads g"},
        {"int g; void f(int c) { do { if (c) goto out; } while (c); out: g = 1; }", "writes g"},
    };
    check_cases(cases, COUNT(cases));
}

/* ---- calls -------------------------------------------------------------------------------- */

static void test_calls(void)
{
    static const struct summary_case cases[] = {
        {"static void set(int *p) { *p = 1; } void f(int *a, int *b) { set(b + 1); }", "writes *b"},
        {"static void set(int *p) { *p = 1; } void f(void) { int x; set(&x); }", "nothing"},
        {"static void set(int *p) { *p = 1; } void f(void) { int x[4]; set(x); }", "nothing"},
        {"int g; static void set(int *p) { *p = 1; } void f(void) { set(&g); }", "writes g"},
        {"static int *same(int *p) { return p; } void f(int *a) { *same(a) = 1; }", "writes *a"},
        {"static int *pick(int *p, int *q) { return p ? p : q; }"
         "void f(int *a, int *b, int *c) { *pick(a, c) = 1; }",
         "writes *a, *c"},
        {"static void put(int **p, int *q) { *p = q; }"
         "void f(int *a) { int *p; put(&p, a); *p = 1; }",
         "writes unknown memory; keeps a"},
        {"struct c { int *p; }; static void set(struct c *c) { *c->p = 1; }"
         "void f(int *a) { struct c c = {a}; set(&c); }",
         "writes unknown memory; keeps a"},
        {"struct c { int *p; }; static void set(struct c c) { *c.p = 1; }"
         "void f(int *a) { struct c c = {a}; set(c); }",
         "writes *a"},
        {"struct c { int *p; }; static struct c make(int *p) { return (struct c){p}; }"
         "void f(int *a) { *make(a).p = 1; }",
         "writes *a; keeps a"},
        {"void f(int *a) { f(a); *a = 1; }", "writes *a"},
        {"void f(int *a, int *b) { f(b, a); *a = 1; }", "writes *a, *b"},
        {"int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }", "nothing"},
        {"int g; void h(int *a, int n); void f(int *a, int n) { if (n) h(a, n - 1); }"
         "void h(int *a, int n) { g = n; *a = 1; if (n) f(a + 1, n - 1); }",
         "writes *a, g"},
        {"int g; void h(int **a); void f(int *a) { h(&a); } void h(int **a) { f(*a); **a = 1; }",
         "writes unknown memory; keeps a"},
        {"int g, k; void f(int n); void h(int n) { k = n; f(n); }"
         "void f(int n) { g = n; h(n); }",
         "writes g, k"},
        {"int *g; static void set(int *p) { g = p; } void f(int *a) { set(a); }",
         "writes g; keeps a; stores pointers"},
        {"struct n { struct n *l, *r; int x; };"
         "int f(struct n *n) { return n ? n->x + f(n->l) + f(n->r) : 0; }",
         "reads *n, unknown memory"},
        {"void f(double *a, int lo, int hi) { if (lo < hi) { double t = a[lo]; a[lo] = a[hi];"
         " a[hi] = t; f(a, lo, hi - 1); f(a, lo + 1, hi); } }",
         "reads *a; writes *a"},
        {"void f(char **a, int n) { char *t = a[0]; a[0] = a[n]; a[n] = t; }",
         "reads *a; writes *a; stores pointers in *a"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_reasons(void)
{
    static const struct summary_case cases[] = {
        {"void h(int *); void f(int *a) { h(a); }",
         "reads unknown memory; writes unknown memory; keeps a; "
         "not in an iteration: unknown-callee"},
        {"void f(int (*h)(int)) { h(1); }",
         "reads unknown memory; writes unknown memory; not in an iteration: unknown-callee"},
        {"int h(int); int (*p)(int) = h; int f(void) { return p(1); }",
         "reads p, unknown memory; writes unknown memory; not in an iteration: unknown-callee"},
        {"void h(void); static void k(void) { h(); } void f(void) { k(); }",
         "reads unknown memory; writes unknown memory; not in an iteration: unknown-callee"},
        {"int h(int) __attribute__((const)); int f(int a) { return h(a); }", "nothing"},
        {"int h(const int *) __attribute__((pure)); int f(int *a) { return h(a); }",
         "reads unknown memory; keeps a"},
        {"void f(void) { __asm__(\"nop\"); }",
         "reads unknown memory; writes unknown memory; not in an iteration: unknown-construct"},
        {"int f(volatile int *a) { return *a; }", "reads *a; not in an iteration: volatile-access"},
        {"volatile int g; void f(void) { g = 1; }",
         "writes g; not in an iteration: volatile-access"},
        {"struct s { volatile int x; }; void f(struct s *s) { s->x = 1; }",
         "writes *s; not in an iteration: volatile-access"},
        {"int f(void) { volatile int x = 1; return x; }", "nothing"},
        {"int *g; void f(void) { int x; g = &x; }",
         "writes g; stores pointers; not in an iteration: pointer-result"},
        {"#include <stdlib.h>\nint *g; void f(void) { g = malloc(4); }",
         "writes g, the state 'errno'; stores pointers; not in an iteration: pointer-result"},
        {"#include <stdlib.h>\nvoid f(int **a) { *a = malloc(4); }",
         "writes *a, the state 'errno'; stores pointers in *a"},
        {"#include <stdlib.h>\nint *g; void f(void) { free(g); }",
         "reads g; writes the state 'errno', unknown memory; not in an iteration: frees-outer"},
        {"#include <stdlib.h>\nvoid f(int *a) { free(a); }",
         "writes *a, the state 'errno'; frees *a"},
        {"#include <stdlib.h>\nstatic void drop(int *a) { free(a); } void f(int *a) { drop(a); }",
         "writes *a, the state 'errno'; frees *a"},
        {"#include <stdlib.h>\nstatic void drop(int *a) { free(a); }"
         "void f(void) { drop(malloc(4)); }",
         "writes the state 'errno'"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_library(void)
{
    static const struct summary_case cases[] = {
        {"#include <string.h>\nvoid f(int *a, int *b) { memcpy(a, b, 8); }", "reads *b; writes *a"},
        {"#include <string.h>\nvoid f(int *a, int *b)"
         "{ int *p; memcpy(&p, &a, sizeof p); *p = 1; }",
         "writes unknown memory; keeps a"},
        {"#include <string.h>\nvoid f(int **a, int *b) { memcpy(a, &b, sizeof b); }",
         "writes *a; keeps b; stores pointers in *a"},
        {"#include <string.h>\nint g[4]; void f(void) { memset(g, 0, sizeof g); }", "writes g"},
        {"#include <string.h>\nvoid f(void) { char b[4]; memset(b, 0, 4); }", "nothing"},
        {"#include <string.h>\nvoid f(char *a) { *strchr(a, 'x') = 'y'; }", "reads *a; writes *a"},
        {"#include <string.h>\nvoid f(int *a) { *(int *)memset(a, 0, 8) = 1; }", "writes *a"},
        {"#include <stdio.h>\nvoid f(char *a) { printf(\"%s\", a); }",
         "reads *a; writes the state 'errno'; prints"},
        {"#include <stdio.h>\nvoid f(void) { int n; printf(\"x%n\", &n); }",
         "writes the state 'errno'; prints"},
        {"#include <stdio.h>\nvoid f(int *a) { printf(\"x%n\", a); }",
         "reads *a; writes *a, the state 'errno'; prints"},
        {"#include <stdio.h>\nvoid f(char *a) { fputs(a, stderr); }",
         "reads *a, stderr; writes the state 'errno'"},
        {"#include <stdio.h>\nvoid f(FILE *s) { fputs(\"x\", s); }",
         "writes the state 'errno'; not in an iteration: shared-stream"},
        {"#include <stdio.h>\nint f(void) { return getchar(); }",
         "writes the state 'errno'; not in an iteration: shared-stream"},
        {"#include <stdio.h>\nint f(const char *name) { FILE *s = fopen(name, \"r\");"
         " int c = getc(s); fclose(s); return c; }",
         "reads *name; writes the state 'errno'; keeps name; reads the world; changes the world"},
        {"#include <stdlib.h>\nint f(void) { return rand(); }",
         "reads the state 'rand'; writes the state 'rand', the state 'random'"},
        {"#include <stdlib.h>\nvoid f(int n) { if (n) exit(1); }", "may exit"},
        {"#include <errno.h>\nint f(void) { return errno; }", "reads the state 'errno'"},
        {"#include <stdio.h>\nvoid f(char *a, int *b) { sscanf(a, \"%d\", b); }",
         "reads *a; writes *b, the state 'errno'"},
        {"#include <stdlib.h>\nint g; static int by(const void *a, const void *b)"
         "{ g++; return *(const int *)a - *(const int *)b; }"
         "void f(int *a) { qsort(a, 4, 4, by); }",
         "reads *a, g; writes *a, g"},
        {"#include <stdlib.h>\nvoid f(int *a, int (*by)(const void *, const void *))"
         "{ qsort(a, 4, 4, by); }",
         "reads *a, unknown memory; writes *a, unknown memory; keeps a; "
         "not in an iteration: unknown-callee"},
        {"#include <stdlib.h>\nlong f(char *a) { char *e; strtol(a, &e, 10); return *e; }",
         "reads *a, unknown memory; writes the state 'errno'; keeps a"},
    };
    check_cases(cases, COUNT(cases));
}

/* ---- fresh memory ------------------------------------------------------------------------- */

/* Each defines "int *f(...)" or the like. */
struct fresh_case {
    const char *text;
    bool is_fresh;
};

static void test_fresh(void)
{
    static const struct fresh_case cases[] = {
        {"int *f(void) { return malloc(4); }", true},
        {"int *f(void) { return 0; }", true},
        {"int *f(void) { int *p = malloc(4); if (!p) exit(1); p[0] = 1; return p; }", true},
        {"int *f(int n) { int *p; p = n ? calloc(1, n) : NULL; return p; }", true},
        {"static void *get(int n) { return malloc(n); } int *f(void) { return get(4); }", true},
        {"char *f(char *s) { return strdup(s); }", true},
        {"char *f(char *s) { char *p = malloc(9), *q = p; while ((*q++ = *s++)) ; return p; }",
         true},
        {"int *f(int *a) { return realloc(a, 8); }", true},
        {"struct n { struct n *l; int *p; }; struct n *f(int d) { struct n *n = malloc(16);"
         " n->p = malloc(4); if (d) n->l = f(d - 1); return n; }",
         true},
        {"int *g(int); int *f(int n) { return n ? g(n - 1) : malloc(4); }"
         "int *g(int n) { return f(n); }",
         true},
        {"static void fill(int *p) { *p = 1; } int *f(void)"
         "{ int *p = malloc(4); fill(p); return p; }",
         true},
        {"int *f(void) { int *p = malloc(4); memset(p, 0, 4); return p; }", true},
        {"int *f(void) { static int *p; p = malloc(4); return p; }", false},
        {"int *g; int *f(void) { int *p = malloc(4); g = p; return p; }", false},
        {"int *g; int *f(void) { return g = malloc(4); }", false},
        {"int *g; int *f(void) { int *p = malloc(4), *q = p; g = q + 1; return p; }", false},
        {"int *g; static void set(int *p) { g = p; } int *f(void)"
         "{ int *p = malloc(4); set(p); return p; }",
         false},
        {"void h(int *); int *f(void) { int *p = malloc(4); h(p); return p; }", false},
        {"struct s { int *p; }; void h(struct s *); int *f(void)"
         "{ struct s s; s.p = malloc(4); h(&s); return s.p; }",
         false},
        {"struct n { struct n *n; }; struct n *f(void)"
         "{ struct n *n = malloc(8); n->n = n; return n; }",
         false},
        {"int *f(void) { int *p = malloc(8); return p + 1; }", false},
        {"int *f(void) { int *p = malloc(8); p++; return p; }", false},
        {"int *f(void) { int *p = malloc(8); p += 1; return p; }", false},
        {"struct s { int a, b; }; int *f(void) { struct s *p = malloc(8); return &p->b; }", false},
        {"int *f(int *a, int n) { return n ? a : malloc(4); }", false},
        {"int *f(int *a, int n) { if (n) a = malloc(4); return a; }", false},
        {"int g; int *f(int n) { int *p = malloc(4); if (n) p = &g; return p; }", false},
        {"int *f(void) { int *p = malloc(4); int **q = &p; *q = 0; return p; }", false},
        {"const char *f(int n) { return n ? \"x\" : malloc(4); }", false},
        {"int *g(int); int *k; int *f(int n) { return n ? g(n - 1) : malloc(4); }"
         "int *g(int n) { return n ? k : f(n); }",
         false},
        {"int *f(void) { int *p = malloc(4); long n = (long)p; return (int *)n; }", false},
        {"char *f(char *s) { return strtok(s, \" \"); }", false},
        {"char *f(char *s) { return strchr(s, ' '); }", false},
        {"int f(void) { int *p = malloc(4); return *p; }", false},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        const char *text =
            arena_printf(arena, "#include <stdlib.h>\n#include <string.h>\n%s", cases[k].text);
        struct unit *unit = snippet_unit(arena, text);
        if (unit) {
            summarise(unit);
            bool is_fresh = function_returns_fresh(snippet_function(unit, "f"));
            CU_ASSERT_EQUAL(is_fresh, cases[k].is_fresh);
            if (is_fresh != cases[k].is_fresh)
                printf("\n%s\n  is %sfresh\n", cases[k].text, is_fresh ? "" : "not ");
        }
        arena_free(arena);
    }
}

/* A chain of calls that is defined in the worst order, and many parameters. */
static void test_long_chain(void)
{
    struct buf text = {0};
    enum { LENGTH = 200 };
    buf_puts(&text, "int g; ");
    for (int k = 0; k <= LENGTH; k++)
        buf_printf(&text, "void f%d(int *); ", k);
    buf_puts(&text, "void f(int *a) { f0(a); } ");
    for (int k = 0; k < LENGTH; k++)
        buf_printf(&text, "void f%d(int *a) { f%d(a); } ", k, k + 1);
    buf_printf(&text, "void f%d(int *a) { *a = g; f(a); }", LENGTH);
    struct summary_case chain = {buf_text(&text), "reads g; writes *a"};
    check_case(&chain);
    buf_release(&text);

    buf_puts(&text, "void f(");
    for (int k = 0; k < 70; k++)
        buf_printf(&text, "%sint *p%d", k ? ", " : "", k);
    buf_puts(&text, ") { *p63 = 1; *p64 = 1; }");
    struct summary_case wide = {buf_text(&text), "writes *p63, unknown memory"};
    check_case(&wide);
    buf_release(&text);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 1;
    CU_pSuite suite = CU_add_suite("summary", NULL, NULL);
    CU_add_test(suite, "parameters", test_parameters);
    CU_add_test(suite, "loaded pointers", test_loaded_pointers);
    CU_add_test(suite, "variables", test_variables);
    CU_add_test(suite, "calls", test_calls);
    CU_add_test(suite, "reasons", test_reasons);
    CU_add_test(suite, "library", test_library);
    CU_add_test(suite, "fresh memory", test_fresh);
    CU_add_test(suite, "long chains and lists", test_long_chain);
    CU_basic_run_tests();
    bool has_failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return has_failed;
}

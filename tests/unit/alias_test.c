/*
 * Which objects may be the same memory. Each case names two objects of a loop: "x" is a variable,
 * "*p" is what the pointer p points to, "?" is memory of which nothing is known. For each rule of
 * alias.h there are pairs that it tells apart and near-misses that it must not.
 */
#include "snippet_loop.h"

#define LOOP "\n#pragma ppar for\nfor (int i = 0; i < 9; i++) "

struct alias_case {
    const char *text, *a, *b;
    bool overlap;
};

static struct object *named(const struct trace *trace, const char *name)
{
    enum object_kind kind = *name == '*'   ? OBJECT_POINTEE
                            : *name == '?' ? OBJECT_UNKNOWN
                                           : OBJECT_VARIABLE;
    for (size_t k = 0; k < trace->objects.count; k++) {
        struct object *object = trace->objects.items[k];
        if (object->kind == kind &&
            (kind == OBJECT_UNKNOWN || !strcmp(object->name, name + (*name == '*'))))
            return object;
    }
    return NULL;
}

static void check_case(const struct alias_case *c)
{
    struct snippet s = snippet_open(c->text);
    struct loop *loop = snippet_trace(&s);
    if (loop) {
        struct object *a = named(loop->trace, c->a), *b = named(loop->trace, c->b);
        CU_ASSERT_TRUE(a && b);
        bool there = a && b && objects_are_not_distinct(loop->trace, a, b);
        bool back = a && b && objects_are_not_distinct(loop->trace, b, a);
        CU_ASSERT_EQUAL(there, c->overlap);
        CU_ASSERT_EQUAL(back, c->overlap);
        if (!a || !b || there != c->overlap || back != c->overlap)
            printf("\n%s\n  '%s' and '%s' should%s overlap\n", c->text, c->a, c->b,
                   c->overlap ? "" : " not");
        trace_close(loop->trace);
    }
    snippet_close(&s);
}

static void check_cases(const struct alias_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k]);
}

static void test_variables(void)
{
    static const struct alias_case cases[] = {
        {"int a[9], b[9]; void f(void) {" LOOP "a[i] = b[i]; }", "a", "b", false},
        {"int a[9]; void f(void) {" LOOP "a[i] = 1; }", "a", "a", true},
        {"struct s { int x, y; } u, v; void f(void) {" LOOP "u.x = v.y; }", "u", "v", false},
        /* nothing but its name reaches the variable */
        {"static int x; void f(int *p) {" LOOP "p[i] = x; }", "x", "*p", false},
        {"static int x; int *g(void) { return &x; } void f(int *p) {" LOOP "p[i] = x; }", "x", "*p",
         true},
        {"static int a[9]; int *g(void) { return a; } void f(int *p) {" LOOP "p[i] = a[i]; }", "a",
         "*p", true},
        {"static int a[9]; void f(int *p) {" LOOP "p[i] = a[i]; }", "a", "*p", false},
        {"static struct { int x; } s; int *g(void) { return &s.x; } void f(int *p) {" LOOP
         "p[i] = s.x; }",
         "s", "*p", true},
        {"int x; void f(int *p) {" LOOP "p[i] = x; }", "x", "*p", true}, /* other files may */
        {"void f(int *p) { static int x;" LOOP "p[i] = x; }", "x", "*p", false},
        {"void f(int n) { int x = n, *p; p = &n;" LOOP "p[i] = x; }", "x", "*p", false},
        {"void f(int n) { int x = n; int *p = n ? &x : &n; p++;" LOOP "p[i] = x; }", "x", "*p",
         true},
        /* memory that is not known */
        {"static int x; void g(int *); void f(int **p) {" LOOP "*p[i] = x; }", "x", "?", false},
        {"int x; void f(int **p) {" LOOP "*p[i] = x; }", "x", "?", true},
        {"void f(int **p, int *q) {" LOOP "*p[i] = q[i]; }", "*q", "?", true},
    };
    check_cases(cases, COUNT(cases));
}

#define STDLIB "#include <stdlib.h>\n"

static void test_fresh(void)
{
    static const struct alias_case cases[] = {
        {STDLIB "int a[9]; void f(void) { int *p = malloc(36);" LOOP "p[i] = a[i]; }", "a", "*p",
         false},
        {STDLIB "void f(void) { int *p = malloc(36), *q = malloc(36);" LOOP "p[i] = q[i]; }", "*q",
         "*p", false},
        {STDLIB "int *p, *q; void f(void) { p = malloc(36); q = malloc(36);" LOOP "p[i] = q[i]; }",
         "*q", "*p", true}, /* other files may set them */
        {STDLIB "static int *p, *q; void f(void) { p = malloc(36); q = calloc(9, 4);" LOOP
                "p[i] = q[i]; }",
         "*q", "*p", false},
        {STDLIB "static int *p, *q; void f(void) { p = malloc(36); q = p;" LOOP "p[i] = q[i]; }",
         "*q", "*p", true},
        {STDLIB "static int *p, *q; void f(void) { p = malloc(72); q = malloc(36); q = p + 1;" LOOP
                "p[i] = q[i]; }",
         "*q", "*p", true},
        {STDLIB "static int *p, *q; void g(int **r) { *r = q; } void f(void) { p = malloc(36);"
                " q = malloc(36); g(&p);" LOOP "p[i] = q[i]; }",
         "*q", "*p", true}, /* p's address is taken */
        {STDLIB "static int *keep; static int *get(void) { return keep = malloc(36); }"
                "void f(void) { int *p = get(), *q = keep;" LOOP "p[i] = q[i]; }",
         "*q", "*p", true},
        /* a fresh local block is younger than the caller's pointers */
        {STDLIB "void f(int *q) { int *p = malloc(36);" LOOP "p[i] = q[i]; }", "*q", "*p", false},
        {STDLIB "void f(int *q) { int *p = malloc(36); if (!q) q = p;" LOOP "p[i] = q[i]; }", "*q",
         "*p", true},
        {STDLIB "static int *p; void f(int *q) { if (!p) p = malloc(36);" LOOP "p[i] = q[i]; }",
         "*q", "*p", true}, /* of an earlier call */
        {STDLIB "static int *q; void f(void) { int *p = malloc(36); q = p;" LOOP "p[i] = q[i]; }",
         "*q", "*p", true},
    };
    check_cases(cases, COUNT(cases));
}

static void test_restrict(void)
{
    static const struct alias_case cases[] = {
        {"void f(int *restrict p, int *q) {" LOOP "p[i] = q[i]; }", "*p", "*q", false},
        {"void f(int *restrict p, int *restrict q) {" LOOP "p[i] = q[i]; }", "*p", "*q", false},
        {"void f(int *p, int *q) {" LOOP "p[i] = q[i]; }", "*p", "*q", true},
        {"int a[9]; void f(int *restrict p) {" LOOP "p[i] = a[i]; }", "*p", "a", false},
        {"int a[9]; void f(int *p) {" LOOP "p[i] = a[i]; }", "*p", "a", true},
        {"void f(int *restrict p, int *q) { p = q;" LOOP "p[i] = q[i]; }", "*p", "*q", true},
        {"void f(int *restrict p, int *q) { q = p;" LOOP "p[i] = q[i]; }", "*p", "*q", true},
        {"void f(int *restrict p, int *q) { int **r = &q; *r = p;" LOOP "p[i] = q[i]; }", "*p",
         "*q", true},
        {"void f(int *q, int *r) { int *restrict p; p = r;" LOOP "p[i] = q[i]; }", "*p", "*q",
         true},
        {"static int *q; void f(int *restrict p) { q = p;" LOOP "p[i] = q[i]; }", "*p", "*q", true},
        {"struct s { int *q; }; void f(int *restrict p, struct s *s) {" LOOP "p[i] = s->q[i]; }",
         "*p", "*s->q", true},
        {"void f(int n, int p[restrict n], int q[n]) {" LOOP "p[i] = q[i]; }", "*p", "*q", false},
    };
    check_cases(cases, COUNT(cases));
}

static void test_older(void)
{
    static const struct alias_case cases[] = {
        {"int g(int *); void f(int *p) { int a[9]; g(a);" LOOP "p[i] = a[i]; }", "*p", "a", false},
        {"int g(int *); void f(int *p) { int a[9]; g(a); p = a;" LOOP "p[i] = a[i]; }", "*p", "a",
         true},
        {"int g(int *); void f(int *p) { int a[9]; g(a); p++;" LOOP "p[i] = a[i]; }", "*p", "a",
         true},
        {"int g(int *); static int *p; void f(void) { int a[9]; g(a);" LOOP "p[i] = a[i]; }", "*p",
         "a", true},
        {"int g(int *); void f(int *p) { static int a[9]; g(a);" LOOP "p[i] = a[i]; }", "*p", "a",
         true}, /* as old as the program */
        {"int g(int *); void f(int *p, int x) { g(&x);" LOOP "p[i] = x; }", "*p", "x", false},
    };
    check_cases(cases, COUNT(cases));
}

#define TYPES                                                                                      \
    "struct a { int n; double d; }; struct b { float f[4]; }; struct c { struct a in; char *s; };" \
    "union u { int n; float f; }; enum e { E };\n"

/* Behind p[i], what makes a scalar of it. */
static const char *scalar_of(const char *type)
{
    static const char *const scalars[][2] = {
        {"struct a *", ".n"}, {"struct b *", ".f[0]"}, {"struct c *", ".in.n"},
        {"union u *", ".n"},  {"int (*)[4]", "[0]"},
    };
    for (size_t k = 0; k < COUNT(scalars); k++)
        if (!strcmp(scalars[k][0], type))
            return scalars[k][1];
    return "";
}

static void test_types(void)
{
    static const struct {
        const char *one, *other;
        bool overlap;
    } cases[] = {
        {"int *", "int *", true},
        {"int *", "unsigned *", true},
        {"int *", "enum e *", true},
        {"int *", "double *", false},
        {"int *", "float *", false},
        {"int *", "long *", false},
        {"int *", "short *", false},
        {"long *", "long long *", true},
        {"double *", "long *", false},
        {"float *", "double *", false},
        {"int *", "char *", true},
        {"double *", "unsigned char *", true},
        {"double *", "signed char *", true},
        {"int *", "_Bool *", false},
        {"char *", "_Bool *", true},
        {"int **", "long *", false},
        {"int **", "int **", true},
        {"int **", "double **", true}, /* pointers of one size are not told apart */
        {"int **", "int *", false},
        {"struct a *", "int *", true},
        {"struct a *", "double *", true},
        {"struct a *", "float *", false},
        {"struct a *", "struct a *", true},
        {"struct a *", "struct b *", false},
        {"struct c *", "struct a *", true},
        {"struct c *", "double *", true},
        {"struct b *", "float *", true},
        {"struct b *", "int *", false},
        {"union u *", "int *", true},
        {"union u *", "float *", true},
        {"union u *", "double *", false},
        {"int (*)[4]", "int *", true},
        {"int (*)[4]", "double *", false},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct alias_case c = {.a = "*p", .b = "*q", .overlap = cases[k].overlap};
        c.text = arena_printf(
            arena,
            TYPES "typedef __typeof__(%s) one; typedef __typeof__(%s) other;\n"
                  "void f(one p, other q) {" LOOP "{ (void)p[i]%s; (void)q[i]%s; } }",
            cases[k].one, cases[k].other, scalar_of(cases[k].one), scalar_of(cases[k].other));
        check_case(&c);
        arena_free(arena);
    }
}

/* A pointer that is cast, or was assigned a cast one, says nothing by its type. */
static void test_casts(void)
{
    static const struct alias_case cases[] = {
        {"void f(int *p, double *q) {" LOOP "((double *)p)[i] = q[i]; }", "*p", "*q", true},
        {"void f(int *p, double *q) {" LOOP "p[i] = q[i]; }", "*p", "*q", false},
        {"double x[9]; void f(int *p) {" LOOP "((double *)p)[i] = x[i]; }", "*p", "x", true},
        {"double x[9]; void f(void *v) { int *p; p = (int *)(double *)v;" LOOP "p[i] = x[i]; }",
         "*p", "x", true},
        {"double x[9]; void f(void *v) { int *p; p = (int *)x;" LOOP "p[i] = x[i]; }", "*p", "x",
         true},
        {"double x[9]; void g(int **); void f(int *p) { g(&p);" LOOP "p[i] = x[i]; }", "*p", "x",
         true},
        {"double x[9]; void f(int *r) { int *p; p = r;" LOOP "p[i] = x[i]; }", "*p", "x", false},
        {"#include <stdlib.h>\nstatic double *x; void f(int *r) { int *p = malloc(36);" LOOP
         "p[i] = x[i]; }",
         "*p", "*x", false}, /* a void pointer from malloc is no cast from another type */
    };
    check_cases(cases, COUNT(cases));
}

static void test_noalias(void)
{
    static const struct {
        const char *clause;
        bool overlap, used;
    } cases[] = {
        {"noalias(p, q)", false, true},
        {"noalias(p, a)", true, false},
        {"noalias(q, a)", true, false},
        {"", true, false},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct snippet s = snippet_open(
            arena_printf(arena,
                         "static int a[9]; void f(int *p, int *q) {\n#pragma ppar for %s\n"
                         "for (int i = 0; i < 9; i++) p[i] = q[i] + a[i]; }",
                         cases[k].clause));
        struct loop *loop = s.loops.count ? s.loops.items[0] : NULL;
        CU_ASSERT_PTR_NOT_NULL(loop);
        if (loop) {
            for (size_t c = 0; c < loop->pragma->clauses.count; c++)
                for (size_t n = 0; n < loop->pragma->clauses.items[c].items.count; n++)
                    LIST_PUSH(s.arena, loop->noalias,
                              loop->pragma->clauses.items[c].items.items[n].base.expr->var);
            loop->trace = walk_loop(s.unit, loop, false);
            loop->trace->used_noalias = false;
            bool overlap = objects_are_not_distinct(loop->trace, named(loop->trace, "*p"),
                                                    named(loop->trace, "*q"));
            CU_ASSERT_EQUAL(overlap, cases[k].overlap);
            CU_ASSERT_EQUAL(loop->trace->used_noalias, cases[k].used);
            trace_close(loop->trace);
        }
        snippet_close(&s);
        arena_free(arena);
    }
}

/* ---- accesses ----------------------------------------------------------------------------- */

/* Two accesses at constant places, and at places that differ by a constant. */
static void test_misses(void)
{
    struct arena *arena = arena_new();
    struct atom counter = {.kind = ATOM_COUNTER}, symbol = {.kind = ATOM_SYMBOL, .id = 1};
    const struct poly *i = poly_atom(arena, &counter), *n = poly_atom(arena, &symbol);
    static const struct {
        bool on_counter;
        int64_t first, length, at, size;
        bool misses;
    } cases[] = {
        {false, 0, 4, 4, 4, true},  {false, 0, 4, 3, 4, false}, {false, 0, 4, 0, 4, false},
        {false, 4, 4, 0, 4, true},  {false, 4, 4, 0, 5, false}, {false, 8, 1, 0, 8, true},
        {false, 7, 1, 0, 8, false}, {true, 0, 4, 4, 4, true},   {true, 0, 4, 0, 4, false},
        {true, 0, 8, 4, 4, false},  {true, 4, 4, 0, 4, true},   {true, -4, 4, 0, 4, true},
        {true, -4, 5, 0, 4, false},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        const struct poly *base = cases[k].on_counter ? i : poly_constant(arena, 0);
        struct access access = {.offset =
                                    poly_add(arena, base, poly_constant(arena, cases[k].first)),
                                .length = poly_constant(arena, cases[k].length)};
        const struct poly *at = poly_add(arena, base, poly_constant(arena, cases[k].at));
        CU_ASSERT_EQUAL(access_misses(&access, at, cases[k].size), cases[k].misses);
    }
    struct access anywhere = {.length = poly_constant(arena, 4)};
    struct access endless = {.offset = poly_constant(arena, 100)};
    struct access symbolic = {.offset = n, .length = poly_constant(arena, 4)};
    struct access wide = {.offset = poly_constant(arena, 0), .length = n};
    CU_ASSERT_FALSE(access_misses(&anywhere, poly_constant(arena, 100), 4));
    CU_ASSERT_FALSE(access_misses(&endless, poly_constant(arena, 0), 4));
    CU_ASSERT_FALSE(access_misses(&symbolic, i, 4));
    CU_ASSERT_FALSE(access_misses(&wide, poly_constant(arena, 100), 4));
    CU_ASSERT_FALSE(access_misses(&symbolic, NULL, 4));
    arena_free(arena);
}

static const struct named_test tests[] = {
    {"variables", test_variables}, {"fresh", test_fresh},   {"restrict", test_restrict},
    {"older", test_older},         {"types", test_types},   {"casts", test_casts},
    {"noalias", test_noalias},     {"misses", test_misses},
};

int main(void)
{
    return run_suite("alias", tests, COUNT(tests));
}
